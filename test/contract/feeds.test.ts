/** Directories of every sort behind the one attribute: which of them it is, and several together. */
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import retired from '../../domain/data/retired-numbers.json';
import {createApp, createMemoryStore, toSpacesFile} from '../../server/src/app.js';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {readFileSync} from 'node:fs';
import {afterEach, describe, expect, it} from 'vitest';
import {DirectoryClient} from '../../src/directory/directory-client.js';
import {DirectoryError} from '../../src/directory/errors.js';
import type {Fetch} from '../../src/directory/ask-json.js';
import {AnySource} from '../../src/directory/sources/any-source.js';
import {MergedSource} from '../../src/directory/sources/merged-source.js';
import type {SpaceSource} from '../../src/directory/sources/space-source.js';
import {sendJson, serveFeed, type FakeFeed, type FeedServer} from '../support/feeds/feed-server.js';
import {oruk1, oruk3, outpost} from '../support/feeds/records.js';

const places = buildPlaceFile(parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')), 'test');
const sample = toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired});
const leeds = {latitude: 53.8, longitude: -1.55};
const servers: FeedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
});

async function feedAt(feed: FakeFeed): Promise<FeedServer> {
  const server = await serveFeed(feed);
  servers.push(server);
  return server;
}

const anySource = (url: string, fetch?: Fetch) => new AnySource(new DirectoryClient(url, fetch), url, {fetch});

/** A directory of ours, in process, and what it was asked. */
function ours() {
  const spaces = sample.spaces.slice(0, 5);
  const app = createApp(createMemoryStore({source: sample.source, spaces}), {documents: {places}});
  const asked: string[] = [];
  const state = {failing: false};
  const fetch: Fetch = async url => {
    asked.push(new URL(url).pathname);
    if (state.failing && url.includes('/held/')) return new Response('{}', {status: 500});
    return app.request(url);
  };
  return {asked, state, spaces, source: anySource('https://ours.example', fetch)};
}

describe('one address', () => {
  it.each([
    ['oruk3', oruk3()],
    ['oruk1', oruk1()],
    ['outpost', outpost()],
  ] as const)('is read as the %s feed that it is, and not tried as ours again', async (dialect, record) => {
    const {base, requests} = await feedAt({dialect, services: [record], ...(dialect === 'oruk3' && {version: 'V3'})});
    const source = anySource(`${base}/services`);
    expect((await source.places()).outcodes.length).toBeGreaterThan(2000);
    const found = await source.spacesNear(leeds, 10);
    expect(found.spaces.map(({name}) => name)).toEqual(['The Lantern Room']);
    expect(found.notes?.isFromFeed).toBe(true);
    const before = requests.length;
    await source.spacesNear(undefined, 0);
    expect(requests).toHaveLength(before);
    expect(requests.filter(path => path.includes('/held/'))).toHaveLength(1);
  });

  it('is read by area files where it is ours, with no note and no request besides', async () => {
    const {source, asked} = ours();
    await source.places();
    const found = await source.spacesNear(leeds, 10);
    expect(found.notes).toBeUndefined();
    expect(asked.every(path => path.startsWith('/held/'))).toBe(true);
  });

  it('is never read as a feed where it is ours and fails', async () => {
    const {source, asked, state} = ours();
    state.failing = true;
    await expect(source.places()).rejects.toMatchObject({kind: 'refused'});
    await expect(source.spacesNear(leeds, 10)).rejects.toMatchObject({kind: 'refused'});
    expect(asked).not.toContain('/services');
    state.failing = false;
    expect((await source.spacesNear(leeds, 10)).notes).toBeUndefined();
  });

  it('fails as it did at first where it is neither', async () => {
    const gone = anySource('https://gone.example', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(gone.spacesNear(leeds, 10)).rejects.toMatchObject({kind: 'unreachable'});
  });
});

describe('several addresses', () => {
  const never: SpaceSource = {
    places: () => Promise.reject(new DirectoryError('unreachable')),
    spacesNear: () => new Promise(() => undefined),
    details: () => Promise.reject(new DirectoryError('unreachable')),
  };
  const failing: SpaceSource = {...never, spacesNear: () => Promise.reject(new DirectoryError('unreachable'))};

  it('are one list, with the details of each from where it stands', async () => {
    const feed = await feedAt({dialect: 'oruk3', services: [oruk3()]});
    const {source, spaces} = ours();
    const merged = new MergedSource([
      {name: 'ours.example', source},
      {name: 'feed.example', source: anySource(feed.base)},
    ]);
    expect((await merged.places()).outcodes.length).toBeGreaterThan(2000);
    const found = await merged.spacesNear(leeds, Infinity);
    expect(found.spaces).toHaveLength(6);
    expect(found.notes).toEqual({isFromFeed: true, unreached: [], isCut: false, isPartlyUnreadable: false});
    const card = found.spaces.find(({id}) => id === spaces[0]!.id)!;
    expect(await merged.details(card)).toMatchObject({name: card.name, languages: spaces[0]!.languages});
    const fed = found.spaces.find(({name}) => name === 'The Lantern Room')!;
    expect(await merged.details(fed)).toMatchObject({access: ['A ramp at the side door.']});
  });

  it('name the one that fails, or takes long, and lose nothing of the others', async () => {
    const {source} = ours();
    for (const other of [failing, never]) {
      const merged = new MergedSource(
        [
          {name: 'council.example', source: other},
          {name: 'ours.example', source},
        ],
        {othersWithin: 20},
      );
      const found = await merged.spacesNear(leeds, Infinity);
      expect(found.spaces).toHaveLength(5);
      expect(found.notes?.unreached).toEqual(['council.example']);
    }
  });

  it('fail together only where all fail', async () => {
    const merged = new MergedSource([
      {name: 'a.example', source: failing},
      {name: 'b.example', source: failing},
    ]);
    await expect(merged.spacesNear(leeds, 10)).rejects.toMatchObject({kind: 'unreachable'});
    await expect(new MergedSource([]).spacesNear(leeds, 10)).rejects.toBeInstanceOf(DirectoryError);
  });

  it('say what holds for any of them: samples, and the shorter time until a record is old', async () => {
    const feed = await feedAt({
      dialect: 'oruk3',
      services: [oruk3({held_sample: true})],
      instead: (url, response) => {
        if (url.searchParams.get('page') !== '2') return false;
        sendJson(response, {}, 404);
        return true;
      },
    });
    const {source} = ours();
    const merged = new MergedSource([
      {name: 'ours.example', source},
      {name: 'feed.example', source: anySource(feed.base)},
    ]);
    const {index} = await merged.spacesNear(leeds, Infinity);
    expect(index).toMatchObject({sample: true, staleAfterDays: 365});
    expect(index.attribution).toContain(';');
  });
});
