/** Feeds over HTTP, as an import reads them: their pages, their faults, and what they may not do to us. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {readCrosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import type {Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createMemoryStore} from '../../server/src/app.js';
import {applyImport} from '../../server/src/import/apply.js';
import {isPublicAddress} from '../../server/src/import/feed/addresses.js';
import {FeedClient} from '../../server/src/import/feed/client.js';
import type {FeedClientOptions} from '../../server/src/import/feed/client.js';
import {KeptPages} from '../../server/src/import/feed/kept-pages.js';
import {ImportError} from '../../server/src/import/import-error.js';
import {importFeed} from '../../server/src/import/import-feed.js';
import type {ImportFeedOptions} from '../../server/src/import/import-feed.js';
import {countRules} from '../../server/src/import/report.js';
import type {RetiredList} from '../../server/src/import/retired.js';
import {sendJson, serveFeed} from '../support/feeds/feed-server.js';
import type {FakeFeed, FeedServer} from '../support/feeds/feed-server.js';
import {oruk1, oruk3, outpost} from '../support/feeds/records.js';
import {defects} from '../support/feeds/defects.js';

const retired = JSON.parse(readFileSync('domain/data/retired-numbers.json', 'utf8')) as RetiredList;
const now = new Date('2026-11-21T10:00:00Z');
let server: FeedServer | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-feeds-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, {recursive: true, force: true});
});

const many = (count: number, make = oruk3) =>
  Array.from({length: count}, (_, index) => make({id: `id-${index}`, name: `Room ${index}`}));

interface Reading extends Partial<ImportFeedOptions> {
  readonly clientOptions?: FeedClientOptions;
}

/** Imports a feed that is served for the test. */
async function read(feed: FakeFeed, {clientOptions = {}, ...options}: Reading = {}) {
  server = await serveFeed(feed);
  return readAgain(server.base, {clientOptions, ...options});
}

async function readAgain(url: string, {clientOptions = {}, ...options}: Reading = {}) {
  const client = new FeedClient({
    allowPrivate: true,
    firstWait: 1,
    answerWithin: 2000,
    arriveWithin: 2000,
    ...clientOptions,
  });
  try {
    const result = await importFeed(url, {client, source: {name: 'Test feed'}, retired, now, ...options});
    return {...result, rules: countRules(result.found).map(({rule}) => rule)};
  } finally {
    client.close();
  }
}

/** The line that an operator reads when a feed is refused. */
async function refusal(feed: FakeFeed, options: Reading = {}): Promise<string> {
  try {
    await read(feed, options);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).not.toContain('\n');
    return `${error.code} ${error.message.replace(server?.base ?? '', 'URL')}`;
  }
  return 'imported';
}

const servicesOnly = (answer: (url: URL, response: ServerResponse, asked: number) => void) => ({
  dialect: 'oruk3' as const,
  services: [],
  instead: (url: URL, response: ServerResponse, asked: number) => {
    if (!url.pathname.endsWith('/services')) return false;
    answer(url, response, asked);
    return true;
  },
});

describe('a feed of many pages', () => {
  it.each([
    ['oruk3', oruk3],
    ['oruk1', oruk1],
    ['outpost', outpost],
  ] as const)('is read whole in %s, row 23: by its shape', async (dialect, make) => {
    const {spaces, capabilities} = await read({dialect, services: many(23, make), perPage: 10});
    expect(capabilities.dialect).toBe(dialect);
    expect(spaces.map(({name}) => name)).toEqual(many(23).map(({name}) => name));
    expect(spaces[0]).toMatchObject({
      organization: {name: 'Lantern Room Trust'},
      contact: {phone: '0113 496 0123'},
      location: {point: {latitude: 53.82, longitude: -1.57}},
    });
  });

  it('row 23: notes a version that is none, and one that is missing', async () => {
    const first = await read({dialect: 'oruk3', version: 'V3', services: many(1)});
    expect(first.rules).toContain('version-odd');
    expect(first.capabilities.version).toBe('V3');
    await server?.close();
    expect((await read({dialect: 'oruk3', services: many(1)})).rules).toContain('version-odd');
    await server?.close();
    expect((await read({dialect: 'oruk3', version: 'HSDS-UK-3.0', services: many(1)})).rules).not.toContain(
      'version-odd',
    );
  });

  it('ends where the feed says nothing of its end', async () => {
    for (const count of [0, 1, 10, 20, 25]) {
      expect((await read({dialect: 'oruk3', services: many(count), perPage: 10, isBare: true})).spaces).toHaveLength(
        count,
      );
      await server?.close();
    }
  });

  it('row 15: takes an id once, whatever moves while it is read', async () => {
    const services = many(30);
    const feed: FakeFeed = {
      dialect: 'oruk3',
      services,
      perPage: 10,
      instead: (url, response) => {
        if (url.searchParams.get('page') !== '2') return false;
        const contents = [...services.slice(5, 10), ...services.slice(10, 20)];
        sendJson(response, {total_items: 31, total_pages: 4, last_page: false, contents});
        return true;
      },
    };
    const {spaces, rules} = await read(feed);
    expect(spaces).toHaveLength(30);
    expect(rules).toEqual(expect.arrayContaining(['id-repeated', 'totals-moved']));
  });

  it('row 1: is read without filters, and told to ignore them only where it does', async () => {
    const ignores = await read({dialect: 'oruk3', services: many(5)});
    expect(ignores.capabilities.honoursSearch).toBe(false);
    expect(ignores.rules).toContain('filters-ignored');
    await server?.close();
    const honours = await read({dialect: 'oruk3', services: many(5), honoursSearch: true});
    expect(honours.capabilities.honoursSearch).toBe(true);
    expect(honours.rules).not.toContain('filters-ignored');
  });

  it('rows 2 and 4: is never asked for lists of terms or places, nor for ndjson', async () => {
    await read({dialect: 'oruk3', services: many(12), perPage: 5});
    const asked = server?.requests.join('\n') ?? '';
    expect(asked).not.toMatch(/taxonom|service_at_locations[?/]|ndjson|postcode|proximity/);
  });

  it('row 24: is searched by the name that its dialect has for it', async () => {
    for (const [dialect, name] of [
      ['oruk3', 'search'],
      ['oruk1', 'text'],
      ['outpost', 'keywords'],
    ] as const) {
      const {capabilities} = await read({dialect, services: [dialect === 'outpost' ? outpost() : oruk1()]});
      expect(capabilities.searchParameter).toBe(name);
      expect(server?.requests.some(path => path.includes(`${name}=`))).toBe(true);
      await server?.close();
    }
  });

  it('row 3: is asked for each service where its lists are shallow, two at a time', async () => {
    const {spaces, rules, mended} = await read({dialect: 'oruk3', services: many(9), isShallow: true});
    expect(rules).toContain('shallow-rows');
    expect(spaces.every(({contact, schedules}) => contact.phone === '0113 496 0123' && schedules.length === 1)).toBe(
      true,
    );
    expect(server?.together()).toBeLessThanOrEqual(2);
    expect(mended).toBe(0);
  });

  it('row 3: keeps what the list says of a service whose own address is gone', async () => {
    const feed: FakeFeed = {
      dialect: 'oruk3',
      services: many(3),
      isShallow: true,
      instead: (url, response) => {
        if (!url.pathname.endsWith('/id-1')) return false;
        sendJson(response, {}, 404);
        return true;
      },
    };
    const {spaces, rules} = await read(feed);
    expect(rules).toContain('details-gone');
    expect(spaces.map(({schedules}) => schedules.length)).toEqual([1, 0, 1]);
  });

  it('row 13: is mended where raw control characters break its JSON', async () => {
    const feed: FakeFeed = {
      dialect: 'oruk3',
      services: many(1),
      instead: (url, response) => {
        if (!url.pathname.endsWith('/services')) return false;
        const body = JSON.stringify({last_page: true, contents: [oruk3({description: 'Tea@@and quiet.'})]});
        sendJson(response, body.replace('@@', '\u0001\n'));
        return true;
      },
    };
    const {spaces, rules} = await read(feed);
    expect(rules).toContain('control-characters');
    expect(spaces[0]?.summary).toBe('Tea and quiet.');
  });

  it('row 13: keeps its other pages, and what was known before, where one is no JSON', async () => {
    const services = many(30);
    const store = createMemoryStore();
    const source = {name: 'Test feed'};
    const whole = await read({dialect: 'oruk3', services, perPage: 10});
    await applyImport(store, source, whole.spaces, {now});
    await server?.close();
    const broken = await read({
      dialect: 'oruk3',
      services,
      perPage: 10,
      instead: (url, response) => {
        if (url.searchParams.get('page') !== '2') return false;
        sendJson(response, '{"contents": [{"id": "id-');
        return true;
      },
    });
    expect(broken.rules).toContain('page-unreadable');
    expect(broken.spaces).toHaveLength(20);
    const applied = await applyImport(store, source, broken.spaces, {keepMissing: broken.isPartial, now});
    expect(applied).toMatchObject({added: 0, removed: 0, kept: 10});
  });

  it('row 21: is asked again where it failed or asked to wait', async () => {
    const feed: FakeFeed = {
      dialect: 'oruk3',
      services: many(3),
      instead: (_url, response, asked) => {
        if (asked > 3) return false;
        if (asked === 1) response.writeHead(429, {'Retry-After': '0'}).end();
        else if (asked === 2) response.writeHead(503).end();
        else response.destroy();
        return true;
      },
    };
    const {spaces, rules} = await read(feed);
    expect(spaces).toHaveLength(3);
    expect(rules).toContain('asked-again');
  });

  it('goes on where an import was cut off', async () => {
    const services = many(20);
    let isDown = true;
    const feed: FakeFeed = {
      dialect: 'oruk3',
      services,
      isShallow: true,
      instead: (url, response) => {
        if (!isDown || !url.pathname.endsWith('/id-12')) return false;
        response.writeHead(500).end();
        return true;
      },
    };
    const kept = () => new KeptPages(folder, 'x');
    expect(await refusal(feed, {kept: kept()})).toContain('URL/services/id-12 could not be reached: it answered 500.');
    const before = server?.requests.length ?? 0;
    isDown = false;
    const second = kept();
    const {spaces} = await readAgain(server?.base ?? '', {kept: second});
    expect(spaces).toHaveLength(20);
    expect(second.used).toBeGreaterThan(10);
    // Only what was not yet known: the version, which is nowhere, and the other eight services.
    expect((server?.requests.length ?? 0) - before).toBeLessThanOrEqual(10);
    await second.clear();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a feed that is no feed', () => {
  it('is named as unreachable where nobody answers', async () => {
    const gone = await serveFeed({dialect: 'oruk3', services: []});
    await gone.close();
    await expect(readAgain(gone.base)).rejects.toThrow(
      `${gone.base}/ could not be reached: the connection was refused.`,
    );
    await expect(readAgain('http://no-such-feed.invalid/oruk')).rejects.toThrow(
      /^http:\/\/no-such-feed\.invalid\/oruk\/ could not be reached: its name (?:is not known|could not be looked up)\.$/,
    );
  });

  it('is named as a web page where it sends one, with 200 and without', async () => {
    const page = (type: string) =>
      servicesOnly((_url, response) => response.writeHead(200, {'Content-Type': type}).end('<!doctype html><p>Hello'));
    expect(await refusal(page('text/html; charset=utf-8'))).toBe(
      'cli.feed-html URL/services sent a web page, not a feed.',
    );
    await server?.close();
    expect(await refusal(page('application/json'))).toBe('cli.feed-html URL/services sent a web page, not a feed.');
  });

  it('is named where it is JSON of something else, or cut off on its first page', async () => {
    const sends = (text: string) => servicesOnly((_url, response) => sendJson(response, text));
    for (const text of ['{"places": []}', '"x"', '7', 'null']) {
      expect(await refusal(sends(text))).toContain('URL/services is not an Open Referral list of services.');
      await server?.close();
    }
    expect(await refusal(sends('{"contents": [\n{"id": "a'))).toContain('First problem at line 2, column');
    await server?.close();
    expect(
      await refusal({dialect: 'oruk3', services: [], instead: (_url, response) => (sendJson(response, {}, 404), true)}),
    ).toContain('is not an Open Referral list of services');
  });

  it('is stopped at a gzip bomb, in either compression', async () => {
    const bomb = JSON.stringify({contents: [{id: 'x', name: ' '.repeat(30_000_000)}]});
    for (const [encoding, bytes] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
    ] as const) {
      expect(bytes.length).toBeLessThan(100_000);
      const feed = servicesOnly((_url, response) =>
        response.writeHead(200, {'Content-Type': 'application/json', 'Content-Encoding': encoding}).end(bytes),
      );
      const before = process.memoryUsage().rss;
      expect(await refusal(feed, {clientOptions: {longestAnswer: 1_000_000}})).toBe(
        'cli.feed-limit URL/services passed the limit of 1000000 bytes in one answer. Stopped.',
      );
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
      await server?.close();
    }
  });

  it('is stopped at an answer that never ends, and at one that drips', async () => {
    const endless = servicesOnly((_url, response) => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      response.write('{"contents": [');
      const more = () => {
        while (!response.destroyed && response.write('"x",'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await refusal(endless, {clientOptions: {longestAnswer: 5_000_000}})).toContain(
      'passed the limit of 5000000 bytes',
    );
    await server?.close();
    const drip = servicesOnly((_url, response) => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await refusal(drip, {clientOptions: {arriveWithin: 200, tries: 1}})).toBe(
      'cli.feed-unreachable URL/services could not be reached: it did not arrive whole within 0.2 seconds.',
    );
  });

  it('is stopped where its pages never end, and where it is too large in all', async () => {
    const pages = servicesOnly((url, response) => {
      const page = url.searchParams.get('page') ?? '';
      sendJson(response, {last_page: false, contents: [{id: `id-${page}`, name: 'More'}]});
    });
    expect(await refusal(pages, {limits: {pages: 7}})).toBe(
      'cli.feed-limit URL/services passed the limit of 7 pages. Stopped.',
    );
    await server?.close();
    expect(await refusal(pages, {limits: {services: 5}})).toBe(
      'cli.feed-limit URL/services passed the limit of 5 services. Stopped.',
    );
    await server?.close();
    expect(await refusal(pages, {clientOptions: {longestFeed: 500}})).toContain('passed the limit of 500 bytes in all');
  });

  it('ends by itself where every page is the same', async () => {
    const same = servicesOnly((_url, response) => sendJson(response, {last_page: false, contents: many(3)}));
    expect((await read(same)).spaces).toHaveLength(3);
  });

  it('is stopped at nesting that nothing of Open Referral has', async () => {
    const deep = servicesOnly((_url, response) =>
      sendJson(response, `{"contents": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    );
    expect(await refusal(deep)).toBe('cli.feed-limit URL/services passed the limit of 64 levels of nesting. Stopped.');
  });

  it('is given up where it never answers, or asks to wait too long', async () => {
    const silent = servicesOnly(() => undefined);
    expect(await refusal(silent, {clientOptions: {answerWithin: 100, tries: 2}})).toContain(
      'it did not answer within 0.1 seconds',
    );
    await server?.close();
    const busy = servicesOnly((_url, response) => response.writeHead(429, {'Retry-After': '86400'}).end());
    expect(await refusal(busy)).toBe('cli.feed-unreachable URL/services could not be reached: it answered 429.');
  });
});

describe('a feed and the operator’s own network', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('does not count %s as public', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '151.101.0.81', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'counts %s as public',
    address => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1:9/',
    'http://[::1]:9/x',
    'http://localhost:9/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
  ])('does not ask %s', async url => {
    await expect(readAgain(url, {clientOptions: {allowPrivate: false}})).rejects.toThrow(
      /resolves to a private address\. Use --allow-private if that is meant\.$/,
    );
  });

  it('follows three redirects and no more, and none that leads off the web', async () => {
    const redirects = (to: (asked: URL) => string) =>
      servicesOnly((url, response) => response.writeHead(302, {Location: to(url)}).end());
    expect(await refusal(redirects(url => url.href.replace('http://feed', '')))).toContain(
      'it redirects more than 3 times',
    );
    await server?.close();
    expect(await refusal(redirects(() => 'file:///etc/passwd'))).toContain(
      'it redirects to something other than the web',
    );
    await server?.close();
    expect(await refusal(redirects(() => 'http://'))).toContain('it redirects to no address');
  });
});

describe('what is taken from a feed', () => {
  const crosswalk = readCrosswalk({
    terms: {
      'https://terms.lantern-room.org.uk/77': {kinds: ['crisis-cafe'], stages: ['threshold', 'extreme-times']},
      'OUT OF HOURS calm space!': {kinds: ['drop-in'], audiences: ['adults']},
    },
  }) as Crosswalk;

  it('names no stage and no kind without a crosswalk, whatever the words say', async () => {
    const services = [
      oruk3({name: 'Crisis cafe drop-in', description: 'For extreme times. A helpline and peer support.'}),
    ];
    const {spaces, rules} = await read({dialect: 'oruk3', services});
    expect(spaces[0]).toMatchObject({kinds: [], stages: {declared: [], suggested: []}, audiences: []});
    expect(rules).toContain('kind-unknown');
  });

  it('reads their terms by uri before name, and keeps a crosswalk’s stages as suggested', async () => {
    const v3 = await read({dialect: 'oruk3', services: [oruk3()]}, {crosswalk});
    expect(v3.spaces[0]).toMatchObject({
      kinds: ['crisis-cafe'],
      stages: {declared: [], suggested: ['threshold', 'extreme-times']},
    });
    for (const make of [oruk1, outpost]) {
      await server?.close();
      const {spaces} = await read({dialect: 'oruk1', services: [make()]}, {crosswalk});
      expect(spaces[0]).toMatchObject({kinds: ['drop-in'], audiences: ['adults']});
    }
  });

  it('leaves out what the crosswalk does not know, where it is asked to', async () => {
    const services = [oruk3({id: 'a'}), oruk3({id: 'b', name: 'Swimming for all', attributes: []})];
    const {spaces, rules} = await read({dialect: 'oruk3', services}, {crosswalk, onlyMapped: true});
    expect(spaces.map(({name}) => name)).toEqual(['The Lantern Room']);
    expect(rules).toContain('not-mapped');
  });

  it('gives each record its source, its licence, its address in the feed and the day it was checked', async () => {
    const {spaces} = await read(
      {dialect: 'oruk3', services: [oruk3()]},
      {source: {name: 'Leeds', licence: 'OGL v3.0'}},
    );
    expect(spaces[0]?.provenance).toEqual({
      source: 'Leeds',
      url: `${server?.base ?? ''}/services/b0000000-0000-4000-8000-000000000001`,
      checked: '2026-10-01',
      note: 'Last changed at its source on 2026-10-02.',
      licence: 'OGL v3.0',
    });
  });

  it('makes one space for each place of a service, with the times of that place', async () => {
    const place = (id: string, city: string, byday: string) => ({
      schedules: [{freq: 'WEEKLY', byday, opens_at: '10:00', closes_at: '12:00'}],
      location: {
        id,
        location_type: 'physical',
        addresses: [{address_1: '1 High Street', city, postal_code: 'LS6 2AB'}],
      },
    });
    const services = [oruk3({service_at_locations: [place('x', 'Leeds', 'MO'), place('y', 'Otley', 'FR')]})];
    const {spaces} = await read({dialect: 'oruk3', services});
    expect(spaces.map(({location, schedules}) => [location?.address?.locality, schedules[0]?.byday])).toEqual([
      ['Leeds', ['MO']],
      ['Otley', ['FR']],
    ]);
    expect(new Set(spaces.map(({id}) => id)).size).toBe(2);
  });

  it('refuses a record that holds a retired number, and takes the others', async () => {
    const services = [oruk3({id: 'a', description: 'Ring 0300 330 0630.'}), oruk3({id: 'b'})];
    const {spaces, refused, rules} = await read({dialect: 'oruk3', services});
    expect(spaces).toHaveLength(1);
    expect(refused).toBe(1);
    expect(rules).toContain('retired-number');
  });

  it('does not lose over a fifth of a source unless it is told to', async () => {
    const store = createMemoryStore();
    const source = {name: 'Test feed'};
    const {spaces} = await read({dialect: 'oruk3', services: many(20)});
    await applyImport(store, source, spaces, {now});
    const revision = await store.revision();
    for (const next of [spaces.slice(0, 15), []]) {
      await expect(applyImport(store, source, next, {now})).rejects.toThrow(
        `Test feed would lose ${next.length === 0 ? 100 : 25}% of its services (20 to ${next.length}). Nothing was changed.`,
      );
    }
    // Every id is new: each saved link would be lost, though there are as many as before.
    const renamed = spaces.map(space => ({...space, id: `${space.id}-x`}));
    await expect(applyImport(store, source, renamed, {now})).rejects.toThrow('would lose 100%');
    expect(await store.revision()).toBe(revision);
    expect(await applyImport(store, source, spaces.slice(0, 16), {now})).toMatchObject({removed: 4});
    expect(await applyImport(store, source, [], {now, force: true})).toMatchObject({removed: 16});
  });

  it('changes nothing when it is taken again', async () => {
    const store = createMemoryStore();
    const source = {name: 'Test feed'};
    const feed: FakeFeed = {dialect: 'oruk3', services: many(12)};
    await applyImport(store, source, (await read(feed)).spaces, {now});
    const later = await readAgain(server?.base ?? '', {now: new Date('2026-11-22T10:00:00Z')});
    expect(await applyImport(store, source, later.spaces, {now})).toEqual({added: 0, changed: 0, removed: 0, kept: 0});
  });
});

it('there is a feed for each of the 25 rows of the table of defects', () => {
  const text = readFileSync(new URL(import.meta.url), 'utf8');
  const here = [...text.matchAll(/['\s](?:rows? )(\d+)(?: and (\d+))?:/g)].flatMap(([, one, two]) => [
    Number(one),
    Number(two),
  ]);
  const rows = new Set([...defects.map(({row}) => row), ...here]);
  expect(Array.from({length: 25}, (_, index) => index + 1).filter(row => !rows.has(row))).toEqual([]);
});
