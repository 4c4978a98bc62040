import {readAreaFile, readAreaIndex, readDetailsFile, readPlaceFile} from '@held-spaces/domain/read-files';
import {termId} from '@held-spaces/domain/open-referral/oruk3';
import {build} from 'esbuild';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import {idOf} from '../../server/src/ids.js';
import {problemTypes} from '../../server/src/problems.js';
import type {Store} from '../../server/src/store/store.js';
import {directory, publicUrl, sampleFile} from './support/directory.js';

const {app, get, json} = directory();

interface List {
  total_items: number;
  empty: boolean;
  last_page: boolean;
  contents: {id: string; name: string; organization_id?: string}[];
}
const list = (query: string) => json<List>(`/services?per_page=500&${query}`);
const term = (taxonomy: string, key: string) => termId({key: taxonomy}, key, idOf);

describe('every answer', () => {
  it.each([
    ['GET', '/', 200],
    ['GET', '/services', 200],
    ['GET', '/services?page=x', 400],
    ['GET', '/services/none', 404],
    ['GET', '/nothing/here', 404],
    ['GET', '/held/areas/00000000000000000000000000000000.json', 410],
    ['DELETE', '/services', 405],
    ['POST', '/held/evaluations', 415],
    ['OPTIONS', '/held/evaluations', 204],
    ['OPTIONS', '/nothing/here', 204],
    ['HEAD', '/held/areas', 200],
  ])('to %s %s (%i) may be read by any page, and says as little as it can', async (method, path, status) => {
    const response = await app.request(path, {method});
    expect(response.status).toBe(status);
    const header = (name: string) => response.headers.get(name);
    expect(header('Access-Control-Allow-Origin')).toBe('*');
    expect(header('X-Content-Type-Options')).toBe('nosniff');
    expect(header('Referrer-Policy')).toBe('no-referrer');
    expect(header('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(header('Set-Cookie')).toBeNull();
    expect(header('Server')).toBeNull();
  });

  it('with a problem names its kind by an address that explains it', async () => {
    const response = await get('/services?per_page=0');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = (await response.json()) as {type: string};
    expect(problem).toEqual({
      type: `${publicUrl}/held/problems/bad-parameter`,
      title: 'Parameter is not valid',
      status: 400,
      detail: 'The query parameter "per_page" must be a whole number from 1 to 500.',
      parameter: 'per_page',
    });
    for (const slug of Object.keys(problemTypes)) {
      const explained = await get(`/held/problems/${slug}`);
      expect(explained.status).toBe(200);
      const page = await get(`/held/problems/${slug}`, {Accept: 'text/html'});
      expect(await page.text()).toContain(`<code>${slug}</code>`);
    }
    expect((await get('/held/problems/constructor')).status).toBe(404);
  });

  it('to a method that a path does not take lists those it does', async () => {
    expect((await app.request('/services', {method: 'POST'})).headers.get('Allow')).toBe('GET, HEAD');
    expect((await app.request('/held/evaluations')).headers.get('Allow')).toBe('POST');
  });

  it('to a preflight allows what the widgets send', async () => {
    const {headers} = await app.request('/held/evaluations', {method: 'OPTIONS'});
    expect(headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(headers.get('Access-Control-Allow-Headers')).toMatch(/Content-Type.*Idempotency-Key/);
  });

  it('to an error that nobody foresaw is a problem with a reference, and no more', async () => {
    const seen: [string, string][] = [];
    const store: Store = {...createMemoryStore(), snapshot: () => Promise.reject(new Error('LS6 2AB in a value'))};
    const broken = createApp(store, {onError: (reference, error) => seen.push([reference, error.message])});
    const response = await broken.request('/services');
    expect(response.status).toBe(500);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const text = await response.text();
    expect(text).toContain(seen[0]![0]);
    expect(text).not.toContain('LS6');
    expect((await broken.request('/readyz')).status).toBe(503);
    expect((await broken.request('/healthz')).status).toBe(200);
  });
});

describe('the list of services', () => {
  it.each([
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=-1', 'page'],
    ['page=', 'page'],
    ['page=1&page=2', 'page'],
    ['per_page=501', 'per_page'],
    ['full=true&per_page=101', 'per_page'],
    ['per_page=ten', 'per_page'],
    ['full=yes', 'full'],
    ['minimal=1', 'minimal'],
    ['full=true&minimal=true', 'minimal'],
    ['taxonomy_term_id=threshold', 'taxonomy_term_id'],
    ['taxonomy_id=x', 'taxonomy_id'],
    ['organization_id=x', 'organization_id'],
    ['modified_after=yesterday', 'modified_after'],
    ['modified_after=2026-13-01', 'modified_after'],
    ['format=xml', 'format'],
    [`search=${'a'.repeat(201)}`, 'search'],
  ])('refuses ?%s and names the parameter', async (query, parameter) => {
    const response = await get(`/services?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({parameter});
  });

  it('never fails, whatever it is asked', async () => {
    const names = [
      'page',
      'per_page',
      'search',
      'full',
      'minimal',
      'format',
      'taxonomy_term_id',
      'modified_after',
      'postcode',
      'proximity',
      'minimum_age',
      'day',
      'start_time',
      'held_lat',
      'held_lon',
      'held_open_at',
      'x',
    ];
    const lists = ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        fc.array(
          fc.tuple(
            fc.constantFrom(...names),
            fc.oneof(fc.string(), fc.constantFrom('true', 'LS6', '53', '1', 'MO', 'leedz')),
          ),
        ),
        async (path, parameters) => {
          const response = await get(`/${path}?${new URLSearchParams(parameters).toString()}`);
          expect([200, 400]).toContain(response.status);
          await response.text();
        },
      ),
      {numRuns: 400},
    );
  });

  it('ignores parameters that it does not know', async () => {
    expect((await list('colour=blue&held_other=1')).total_items).toBe(161);
  });

  it('says that a page past the end is empty and the last', async () => {
    expect(await json('/services?page=99')).toMatchObject({
      empty: true,
      last_page: true,
      size: 0,
      total_items: 161,
      contents: [],
    });
    expect(await list('search=nothing+has+this+name')).toMatchObject({
      total_items: 0,
      total_pages: 0,
      empty: true,
      first_page: true,
      last_page: true,
    });
  });

  it('finds the services whose name, summary, organisation or place hold every word, in any case', async () => {
    const found = await list('search=LEEDS');
    expect(found.total_items).toBeGreaterThan(2);
    expect(found.total_items).toBeLessThan(20);
    expect((await list('search=leeds+crisis')).total_items).toBeLessThanOrEqual(found.total_items);
  });

  it('filters by terms: any of a taxonomy, and all taxonomies', async () => {
    const count = (holds: (space: (typeof sampleFile.spaces)[number]) => boolean) =>
      sampleFile.spaces.filter(holds).length;
    const threshold = term('roadmap', 'threshold');
    const everyday = term('roadmap', 'everyday-life');
    const helpline = term('kinds', 'helpline');
    expect((await list(`taxonomy_term_id=${threshold}`)).total_items).toBe(
      count(space => space.stages.suggested.includes('threshold')),
    );
    expect((await list(`taxonomy_term_id=${threshold},${everyday}`)).total_items).toBe(
      count(space => space.stages.suggested.some(stage => stage === 'threshold' || stage === 'everyday-life')),
    );
    expect((await list(`taxonomy_term_id=${threshold}&taxonomy_term_id=${helpline}`)).total_items).toBe(
      count(space => space.stages.suggested.includes('threshold') && space.kinds.includes('helpline')),
    );
    expect((await list(`taxonomy_term_id=${crypto.randomUUID()}`)).empty).toBe(true);
    expect((await list(`taxonomy_id=${idOf('taxonomy', 'ways-in')}`)).total_items).toBe(
      count(space => space.waysIn.length > 0),
    );
  });

  it('filters by organisation and by the day of change', async () => {
    const {organization_id} = (await list('')).contents.find(row => row.organization_id)!;
    const own = await list(`organization_id=${organization_id}`);
    expect(own.contents.every(row => row.organization_id === organization_id)).toBe(true);
    expect(own.total_items).toBeLessThan(161);
    expect((await list('modified_after=2026-11-20')).total_items).toBe(161);
    expect((await list('modified_after=2026-11-20T08:00:00.001Z')).total_items).toBe(0);
    expect((await list('modified_after=2026-11-20T09:00:00+01:00')).total_items).toBe(161);
  });

  it('leaves out what has closed for good, whose page can still be opened', async () => {
    const spaces = sampleFile.spaces
      .slice(0, 3)
      .map((space, index) => (index === 0 ? {...space, status: 'defunct' as const} : space));
    const small = createApp(createMemoryStore({source: sampleFile.source, spaces}));
    const answer = (await (await small.request('/services')).json()) as List;
    expect(answer.total_items).toBe(2);
    expect((await small.request(`/services/${spaces[0]!.id}`)).status).toBe(200);
    const index = readAreaIndex(await (await small.request('/held/areas')).json());
    expect(index.anywhere.count).toBe(2);
  });

  it('shows what another process imported at the next read', async () => {
    const {store, json: ask} = directory();
    expect((await ask<List>('/services')).total_items).toBe(161);
    await store.replaceSource(sampleFile.source, sampleFile.spaces.slice(0, 4), new Date());
    expect((await ask<List>('/services')).total_items).toBe(4);
  });
});

describe('a space whose address is private', () => {
  it('never shows it, whatever its record holds', async () => {
    const space = {
      ...sampleFile.spaces[0]!,
      location: {
        address: {line1: '7 Canary Street', locality: 'Leeds', postcode: 'LS99 9ZZ'},
        point: {latitude: 53.8, longitude: -1.55},
        precision: 'area' as const,
        area: 'Leeds',
      },
    };
    const small = createApp(createMemoryStore({source: sampleFile.source, spaces: [space]}));
    const text = async (path: string) => (await small.request(path)).text();
    const {anywhere} = readAreaIndex(JSON.parse(await text('/held/areas')));
    const paths = [
      '/services?full=true',
      `/services/${space.id}`,
      `/held/${anywhere.href}`,
      `/held/${anywhere.detailsHref}`,
    ];
    for (const path of paths) {
      expect(await text(path), path).toContain(space.id);
      expect(await text(path), path).not.toMatch(/Canary|LS99/);
    }
    expect(await text('/services?search=canary')).toContain('"empty":true');
    const service = await text(`/services/${space.id}`);
    expect(service).toContain('"held_location_disclosure":"area_only"');
    expect(service).not.toContain('latitude');
  });
});

describe('the directory as a function', () => {
  it('needs nothing of Node, so that it can answer inside a page', async () => {
    const {metafile} = await build({
      entryPoints: ['server/src/app.ts'],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
    });
    const outside = Object.values(metafile.outputs).flatMap(output => output.imports.filter(({external}) => external));
    expect(outside).toEqual([]);
  });
});

describe('the files that the finder searches on the device', () => {
  it('hold every listed space once, in the shape that the finder reads', async () => {
    const index = readAreaIndex(await json('/held/areas'));
    expect(index).toMatchObject({sample: true, staleAfterDays: 365});
    expect(index.attribution).toContain('Every fact must be checked');
    // Up to 300 spaces are one file, under both names.
    expect(index.areas).toHaveLength(1);
    expect(index.anywhere.href).toBe(index.areas[0]!.href);
    const area = readAreaFile(await json(`/held/${index.anywhere.href}`));
    const {details} = readDetailsFile(await json(`/held/${index.anywhere.detailsHref}`));
    expect(area.spaces).toHaveLength(161);
    expect(Object.keys(details).sort()).toEqual(area.spaces.map(({id}) => id).sort());
  });

  it('are found again unchanged by a browser that has them', async () => {
    for (const path of [
      '/held/areas',
      '/held/outcodes',
      '/held/crisis-contacts',
      '/held/vocabularies',
      '/held/openapi.json',
    ]) {
      const first = await get(path);
      const etag = first.headers.get('ETag')!;
      const second = await get(path, {'If-None-Match': `"other", ${etag}`});
      expect(second.status, path).toBe(304);
      expect(await second.text()).toBe('');
      expect(second.headers.get('ETag')).toBe(etag);
      expect((await get(path, {'If-None-Match': '"other"'})).status).toBe(200);
    }
  });

  it('are kept for ever under a name that changes with their content, and the last ones outlive a change', async () => {
    const {store, get: ask, json: read} = directory();
    const {anywhere} = readAreaIndex(await read('/held/areas'));
    expect((await ask(`/held/${anywhere.href}`)).headers.get('Cache-Control')).toContain('immutable');
    await store.replaceSource(sampleFile.source, sampleFile.spaces.slice(0, 9), new Date());
    const next = readAreaIndex(await read('/held/areas'));
    expect(next.anywhere.href).not.toBe(anywhere.href);
    expect((await ask(`/held/${anywhere.href}`)).status).toBe(200);
    await store.replaceSource(sampleFile.source, sampleFile.spaces.slice(0, 8), new Date());
    await read('/held/areas');
    expect((await ask(`/held/${anywhere.href}`)).status).toBe(410);
  });

  it('name every postcode district', async () => {
    const places = readPlaceFile(await json('/held/outcodes'));
    expect(places.outcodes.length).toBeGreaterThan(2800);
  });
});
