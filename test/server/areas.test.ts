/** The files that the finder fetches, where there are too many spaces for one. */
import {gunzipSync, brotliDecompressSync} from 'node:zlib';
import {areasWithin} from '@held-spaces/domain/areas-within';
import {readAreaFile, readAreaIndex, readDetailsFile} from '@held-spaces/domain/read-files';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import {distanceKm} from '@held-spaces/domain/distance';
import type {Space} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import {compressing} from '../../server/src/command-line/compression.js';
import {checkRecord} from '../../server/src/import/held-spaces-format.js';
import {toSpace} from '../../server/src/import/to-space.js';
import {generateSpaces} from '../support/generate-spaces.js';

const source = {name: 'Generated'};
const spaces = [...generateSpaces(2500, 5)].map((record): Space => {
  const checked = checkRecord(record);
  if ('field' in checked) throw new Error(`${record.id}: ${checked.field} ${checked.problem}`);
  return toSpace(checked.record, source);
});
const store = createMemoryStore({source, spaces});
const app = createApp(store);
const ask = async (path: string): Promise<unknown> => (await app.request(path)).json();
const index = readAreaIndex(await ask('/held/areas'));
const cardsOf = async ({href}: {href: string}) => readAreaFile(await ask(`/held/${href}`)).spaces;

describe('a directory of 2,500 spaces', () => {
  it('is many files of 300 spaces at most, which hold every space once, and its details beside it', async () => {
    const seen: string[] = [];
    for (const entry of [...index.areas, index.anywhere]) {
      const cards = await cardsOf(entry);
      expect(cards).toHaveLength(entry.count);
      expect(entry.count).toBeLessThanOrEqual(entry === index.anywhere ? 2500 : 300);
      const {details} = readDetailsFile(await ask(`/held/${entry.detailsHref}`));
      expect(Object.keys(details)).toEqual(cards.map(({id}) => id));
      seen.push(...cards.map(({id}) => id));
    }
    expect(index.areas.length).toBeGreaterThan(9);
    expect(seen).toHaveLength(2500);
    expect(new Set(seen)).toEqual(new Set(spaces.map(({id}) => id)));
    expect((await cardsOf(index.anywhere)).every(({location}) => location?.point === undefined)).toBe(true);
  });

  it('gives, for any circle, files that hold every space within it', async () => {
    const held = new Map<string, ReadonlySet<string>>();
    for (const area of index.areas) held.set(area.id, new Set((await cardsOf(area)).map(({id}) => id)));
    const near = fc.constantFrom(...spaces.flatMap(({location}) => location?.point ?? []));
    const anywhere = fc.record({
      latitude: fc.double({min: 49, max: 61.5, noNaN: true}),
      longitude: fc.double({min: -9, max: 2.5, noNaN: true}),
    });
    fc.assert(
      fc.property(fc.oneof(near, anywhere), fc.double({min: 0, max: 300, noNaN: true}), (point, radiusKm) => {
        const chosen = areasWithin(index, point, radiusKm).map(({id}) => held.get(id)!);
        const missed = spaces.filter(
          ({id, location}) =>
            location?.point && distanceKm(point, location.point) <= radiusKm && !chosen.some(area => area.has(id)),
        );
        expect(missed.map(({id}) => id)).toEqual([]);
      }),
      {numRuns: 300},
    );
  });

  it('changes the names of the files whose spaces changed, and of no others', async () => {
    const own = createMemoryStore({source, spaces});
    const other = createApp(own);
    const read = async () => readAreaIndex(await (await other.request('/held/areas')).json());
    const before = await read();
    expect(before.areas).toEqual(index.areas);
    const target = spaces.find(({location}) => location?.point)!;
    const next = spaces.map(space => (space.id === target.id ? {...space, summary: 'Other words.'} : space));
    await own.replaceSource(source, next, new Date());
    const after = await read();
    expect(after.revision).not.toBe(before.revision);
    const hrefs = ({areas, anywhere}: AreaIndex) =>
      [...areas, anywhere].flatMap(({href, detailsHref}) => [href, detailsHref]);
    const changed = hrefs(before).filter(href => !hrefs(after).includes(href));
    // The area's file and its details: both are named after the records that they are made of.
    expect(changed).toHaveLength(2);
    // Whoever holds the old index can still read all of it.
    for (const href of hrefs(before)) expect((await other.request(`/held/${href}`)).status).toBe(200);
  });

  it('is sent pressed, as the asker takes it, and kept for ever', async () => {
    const fetch = compressing(async request => app.fetch(request));
    const url = `http://localhost/held/${index.areas[0]!.href}`;
    const plain = new Uint8Array(await (await fetch(new Request(url))).arrayBuffer());
    for (const [encoding, unpress] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await fetch(new Request(url, {headers: {'Accept-Encoding': encoding}}));
      expect(response.headers.get('Content-Encoding')).toBe(encoding);
      expect(response.headers.get('Cache-Control')).toContain('immutable');
      const pressed = new Uint8Array(await response.arrayBuffer());
      expect(pressed.length * 4).toBeLessThan(plain.length);
      expect(new Uint8Array(unpress(pressed))).toEqual(plain);
    }
  });
});

describe('an answer to a question', () => {
  it('is pressed for whoever asked it, and never given to another', async () => {
    const fetch = compressing(async request => app.fetch(request));
    const ask = async (query: string) => {
      const headers = {'Accept-Encoding': 'gzip'};
      const response = await fetch(new Request(`http://localhost/services?per_page=20&${query}`, {headers}));
      expect(response.headers.get('Content-Encoding')).toBe('gzip');
      return gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
    };
    for (const query of ['search=leeds', 'search=garden', 'held_lat=53.8&held_lon=-1.5', 'search=leeds']) {
      expect(await ask(query)).toBe(await (await app.request(`/services?per_page=20&${query}`)).text());
    }
  });
});
