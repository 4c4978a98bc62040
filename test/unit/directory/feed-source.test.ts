/** Other people's feeds as a finder reads them, over HTTP: the 25 rows of the table of defects, and the limits of a page. */
import type {ServerResponse} from 'node:http';
import {readCrosswalk, type Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {DirectoryError} from '../../../src/directory/errors.js';
import type {FeedLimits} from '../../../src/directory/sources/feed-client.js';
import {FeedSource, type FeedSourceOptions} from '../../../src/directory/sources/feed-source.js';
import {defects} from '../../support/feeds/defects.js';
import {sendJson, serveFeed, type FakeFeed, type FeedServer} from '../../support/feeds/feed-server.js';
import {oruk1, oruk3, outpost} from '../../support/feeds/records.js';

let server: FeedServer | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

const many = (count: number, make = oruk3) =>
  Array.from({length: count}, (_, index) => make({id: `id-${index}`, name: `Room ${index}`}));

async function sourceOf(feed: FakeFeed, limits: Partial<FeedLimits> = {}, options: FeedSourceOptions = {}) {
  server = await serveFeed(feed);
  return new FeedSource(server.base, {limits: {answerWithin: 2000, ...limits}, ...options});
}

async function read(feed: FakeFeed, limits: Partial<FeedLimits> = {}, options: FeedSourceOptions = {}) {
  const source = await sourceOf(feed, limits, options);
  const found = await source.spacesNear();
  return {source, ...found, notes: found.notes!, names: found.spaces.map(({name}) => name)};
}

/** How a feed that cannot be read fails. */
async function failure(feed: FakeFeed, limits: Partial<FeedLimits> = {}): Promise<string> {
  try {
    return `listed ${(await read(feed, limits)).names.length}`;
  } catch (error) {
    return error instanceof DirectoryError ? error.kind : String(error);
  }
}

const answering = (
  services: FakeFeed['services'],
  instead: (url: URL, response: ServerResponse, asked: number) => boolean | undefined,
  more: Partial<FakeFeed> = {},
): FakeFeed => ({dialect: 'oruk3', services, instead, ...more});

const page = (url: URL) => Number(url.searchParams.get('page') ?? 0);

describe('a record of a real feed, in a finder', () => {
  it.each(defects)('row $row: $it', async ({dialect, record, space, isRefused, never = []}) => {
    vi.useFakeTimers({now: new Date('2026-11-21T10:00:00Z'), toFake: ['Date']});
    const {spaces} = await read({dialect, services: [record]});
    expect(spaces).toHaveLength(isRefused ? 0 : 1);
    for (const [field, value] of Object.entries(space ?? {})) {
      const expected = field === 'provenance' ? {...(value as object), source: new URL(server!.base).host} : value;
      expect(spaces[0]?.[field as keyof typeof space], field).toEqual(expected);
    }
    for (const words of never) expect(JSON.stringify(spaces)).not.toContain(words);
  });
});

describe('a feed behind a finder', () => {
  it.each([
    ['oruk3', oruk3],
    ['oruk1', oruk1],
    ['outpost', outpost],
  ] as const)('row 23: is read in %s by its shape, all pages of it', async (dialect, make) => {
    const {spaces, notes} = await read({dialect, services: many(43, make), perPage: 10});
    expect(spaces.map(({name}) => name).sort()).toEqual(
      many(43)
        .map(({name}) => String(name))
        .sort(),
    );
    expect(spaces[0]).toMatchObject({contact: {phone: '0113 496 0123'}, location: {point: {latitude: 53.82}}});
    expect(notes).toEqual({isFromFeed: true, unreached: [], isCut: false, isPartlyUnreadable: false});
  });

  it('rows 1, 2, 4 and 24: is asked for pages by number, and never for what a person looks for', async () => {
    await read({dialect: 'oruk3', services: many(23), perPage: 10, version: 'HSDS-UK-3.0'});
    expect(server!.requests).toHaveLength(3);
    for (const path of server!.requests) {
      expect(path).toMatch(
        /^\/oruk\/services\?page=\d&per_page=100&full=true&include=service_at_locations%2Ccontacts$/,
      );
    }
  });

  it('row 3: is asked for each service where lists are shallow, four at a time, and no more than a page may', async () => {
    const {spaces, notes} = await read({dialect: 'oruk3', services: many(9), isShallow: true}, {details: 7});
    expect(server!.requests.filter(path => /services\//.test(path))).toHaveLength(7);
    expect(server!.together()).toBeLessThanOrEqual(4);
    expect(spaces.filter(({contact}) => contact.phone === '0113 496 0123')).toHaveLength(7);
    expect(notes.isCut).toBe(true);
  });

  it('row 3: gives the whole of a space that was listed without, once it is opened', async () => {
    const {source, spaces} = await read({dialect: 'oruk3', services: many(3), isShallow: true}, {details: 1});
    const before = server!.requests.length;
    expect(spaces[0]!.contact.phone).toBe('0113 496 0123');
    await source.details(spaces[0]!);
    expect(server!.requests).toHaveLength(before);
    expect(await source.details(spaces[2]!)).toMatchObject({name: 'Room 2', contact: {phone: '0113 496 0123'}});
    expect(server!.requests.slice(before)).toEqual(['/oruk/services/id-2']);
  });

  it('row 3: keeps what the list says of a service whose own address is gone', async () => {
    const {names} = await read(
      answering(
        many(3),
        (url, response) => {
          if (!url.pathname.endsWith('/id-1')) return false;
          sendJson(response, {}, 404);
          return true;
        },
        {isShallow: true},
      ),
    );
    expect(names).toEqual(['Room 0', 'Room 1', 'Room 2']);
  });

  it('row 13: mends raw control characters, and keeps the other pages where one is no JSON', async () => {
    const {names, notes} = await read(
      answering(
        many(30),
        (url, response) => {
          if (page(url) !== 2 && page(url) !== 3) return false;
          const text = JSON.stringify({total_pages: 3, contents: many(15).slice(10)});
          sendJson(response, page(url) === 2 ? text.replace('Room 10', 'Room\u000710') : '{"contents": [');
          return true;
        },
        {perPage: 10},
      ),
    );
    expect(names).toEqual([...many(15).map(({name}) => name)]);
    expect(notes.isPartlyUnreadable).toBe(true);
  });

  it('row 15: takes an id once, whatever moves while it is read', async () => {
    const services = many(30);
    const {names} = await read(
      answering(
        services,
        (url, response) => {
          if (page(url) !== 2) return false;
          sendJson(response, {total_items: 31, total_pages: 4, contents: services.slice(5, 20)});
          return true;
        },
        {perPage: 10},
      ),
    );
    expect([...names].sort()).toEqual(services.map(({name}) => String(name)).sort());
  });

  it('row 15: ends where a feed gives its first page again and again', async () => {
    const {names} = await read(
      answering(many(10), (_, response) => {
        sendJson(response, {total_pages: 50, contents: many(10)});
        return true;
      }),
    );
    expect(names).toHaveLength(10);
    expect(server!.requests).toHaveLength(2);
  });

  it.each([0, 1, 10, 20, 25])('ends where a feed of %i says nothing of its end', async count => {
    const {names} = await read({dialect: 'oruk3', services: many(count), perPage: 10, isBare: true});
    expect(names).toHaveLength(count);
  });

  it('row 21: fails as what it is, and never as an empty list', async () => {
    const always = (answer: (response: ServerResponse) => void, answerWithin = 10_000) =>
      failure(
        answering([], (_, response) => {
          answer(response);
          return true;
        }),
        {answerWithin, longestWait: 50},
      ).finally(() => server?.close());
    expect(await always(response => sendJson(response, '<!doctype html><title>Sorry</title>'))).toBe('unreadable');
    expect(await always(response => sendJson(response, {}, 500))).toBe('refused');
    expect(await always(response => sendJson(response, {}, 404))).toBe('not-found');
    expect(await always(() => undefined, 150)).toBe('timeout');
    expect(await always(response => response.destroy())).toBe('unreachable');
    expect(await always(response => response.writeHead(429, {'Retry-After': '900'}).end())).toBe('busy');
    expect(await always(response => sendJson(response, `${'['.repeat(80)}${']'.repeat(80)}`))).toBe('unreadable');
  });

  it('row 21: waits where a busy feed asks for a moment, and asks again once', async () => {
    const {names} = await read(
      answering(many(3), (_, response, asked) => {
        if (asked > 1) return false;
        response.writeHead(503, {'Retry-After': '0'}).end();
        return true;
      }),
    );
    expect(names).toHaveLength(3);
    expect(server!.requests).toHaveLength(2);
  });

  it('row 21: shows what there is, and says so, where a later page fails or time is up', async () => {
    const hanging = answering(many(30), url => page(url) === 3, {perPage: 10});
    const {names, notes} = await read(hanging, {time: 200});
    expect(names).toHaveLength(20);
    expect(notes.isCut).toBe(true);
  });

  it.each([
    ['pages', {pages: 2}, 20],
    ['services', {services: 15}, 20],
    // Four pages may be under way when it is passed.
    ['bytes', {bytes: 30_000}, 60],
  ])('stops at its limit of %s, and says so', async (_, limits, most) => {
    const {names, notes} = await read({dialect: 'oruk3', services: many(90), perPage: 10}, limits);
    expect(names.length).toBeLessThanOrEqual(most);
    expect(names.length).toBeGreaterThan(0);
    expect(notes.isCut).toBe(true);
  });

  it('is asked for less where it refuses what it does not know', async () => {
    const {names} = await read(
      answering(many(3), (url, response) => {
        if (!url.searchParams.has('include')) return false;
        sendJson(response, {}, 400);
        return true;
      }),
    );
    expect(names).toHaveLength(3);
  });

  it('is abandoned when the person moves on, and goes on where it stood when they come back', async () => {
    let isCut: () => void = () => undefined;
    const cut = new Promise<void>(resolve => (isCut = resolve));
    let held = 0;
    const source = await sourceOf(
      answering(
        many(30),
        (url, response) => {
          if (page(url) !== 2 || held++ > 0) return false;
          response.on('close', isCut);
          return true;
        },
        {perPage: 10},
      ),
    );
    const left = new AbortController();
    const first = source.spacesNear(undefined, 0, left.signal).catch((error: unknown) => error);
    await vi.waitUntil(() => server!.requests.length === 2);
    left.abort();
    expect(await first).toBe(left.signal.reason);
    await cut;
    expect((await source.spacesNear()).spaces).toHaveLength(30);
    expect(server!.requests.filter(path => path.includes('?page=1&'))).toHaveLength(1);
  });

  it('goes on for a second finder when the first one leaves', async () => {
    const source = await sourceOf({dialect: 'oruk3', services: many(30), perPage: 10});
    const left = new AbortController();
    const first = source.spacesNear(undefined, 0, left.signal).catch(() => 'left');
    const second = source.spacesNear();
    left.abort();
    expect(await first).toBe('left');
    expect((await second).spaces).toHaveLength(30);
    expect(server!.requests).toHaveLength(3);
  });

  it('is not asked again for a change of place, and its last list stands, with its date, when it fails later', async () => {
    vi.useFakeTimers({now: new Date('2026-11-21T10:00:00Z'), toFake: ['Date']});
    const {source} = await read({dialect: 'oruk3', services: many(3)});
    await source.spacesNear();
    expect(server!.requests).toHaveLength(1);
    await server!.close();
    vi.setSystemTime(new Date('2026-11-21T11:00:00Z'));
    const later = await source.spacesNear();
    server = undefined;
    expect(later).toMatchObject({older: true, index: {generated: '2026-11-21T10:00:00.000Z'}});
    expect(later.spaces).toHaveLength(3);
  });

  it('gives stages and kinds by the crosswalk of who embeds it, and none without', async () => {
    const crosswalk = readCrosswalk({
      terms: {'Out of hours calm space': {kinds: ['crisis-cafe'], stages: ['threshold']}},
    }) as Crosswalk;
    const {spaces} = await read({dialect: 'oruk3', services: [oruk3()]}, {}, {crosswalk});
    expect(spaces[0]).toMatchObject({kinds: ['crisis-cafe'], stages: {declared: [], suggested: ['threshold']}});
    await server!.close();
    expect((await read({dialect: 'oruk3', services: [oruk3()]})).spaces[0]).toMatchObject({
      kinds: [],
      stages: {declared: [], suggested: []},
    });
  });
});
