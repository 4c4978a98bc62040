/** Feeds over HTTP, as an import reads them: page by page, with their faults. */
import {readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createMemoryStore} from '../../server/src/app.js';
import {applyImport} from '../../server/src/import/apply.js';
import {KeptPages} from '../../server/src/import/feed/kept-pages.js';
import {sendJson} from '../support/feeds/feed-server.js';
import type {FakeFeed} from '../support/feeds/feed-server.js';
import {oruk1, oruk3, outpost} from '../support/feeds/records.js';
import {now, server, folder, many, read, readAgain, refusal} from '../support/feeds/read-feed.js';

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
