/** The directory against Open Referral UK's own schemas, and against the document in which it describes itself. */
import type {AreaIndex} from '@held-spaces/domain/area-file';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import {describe, expect, it} from 'vitest';
import {directory, openReferral, publicUrl, sampleFile} from '../server/support/directory.js';

const {app, get, json} = directory();

function validator(document: unknown) {
  const ajv = addFormats(new Ajv({strict: false, allErrors: true}));
  ajv.addSchema(document as object, 'document');
  return (pointer: string, value: unknown) => {
    const validate = ajv.getSchema(`document#${pointer}`);
    if (!validate) throw new Error(`No schema at ${pointer}.`);
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  };
}

const standard = validator(openReferral);
const own = validator(await json('/held/openapi.json'));
const both = (pointer: string, value: unknown) => {
  standard(pointer, value);
  own(pointer, value);
};
const services = Array.from(sampleFile.spaces);

describe('the directory, to a reader of Open Referral UK', () => {
  it('introduces itself with the version that validators look for, and addresses that lead somewhere', async () => {
    const details = await json('/');
    both('/components/schemas/api_details', details);
    expect(details).toMatchObject({version: 'HSDS-UK-3.0'});
    for (const url of [details['profile'], details['openapi_url']]) {
      expect(String(url).startsWith(publicUrl)).toBe(true);
      expect((await get(String(url).slice(publicUrl.length))).status).toBe(200);
    }
  });

  it.each([1, 7, 50, 500])('lists every service once over its pages, %i to a page', async perPage => {
    const ids: string[] = [];
    for (let page = 1; ; page++) {
      const list = await json(`/services?per_page=${perPage}&page=${page}`);
      if (perPage > 1 || page % 20 === 1) both('/components/schemas/service_list', list);
      const contents = list['contents'] as {id: string}[];
      expect(list).toMatchObject({
        total_items: 161,
        total_pages: Math.ceil(161 / perPage),
        page_number: page,
        size: contents.length,
        first_page: page === 1,
        last_page: page === Math.ceil(161 / perPage),
        empty: false,
      });
      ids.push(...contents.map(({id}) => id));
      if (list['last_page']) break;
    }
    expect(ids).toHaveLength(161);
    expect(new Set(ids)).toEqual(new Set(services.map(({id}) => id)));
  });

  it('gives every service whole, by its id', async () => {
    for (const {id, name} of services) {
      const service = await json(`/services/${id}`);
      both('/components/schemas/service', service);
      expect(service).toMatchObject({id, name});
      expect(JSON.stringify(service)).not.toContain('null');
    }
  });

  it('gives whole services and bare ids in lists too', async () => {
    const full = await json('/services?full=true&per_page=100');
    both('/components/schemas/service_list', full);
    const first = (full['contents'] as {id: string}[])[0]!;
    expect(first).toEqual(await json(`/services/${first.id}`));
    const minimal = await json('/services?minimal=true');
    both('/components/schemas/service_list', minimal);
    expect(minimal['contents']).toHaveLength(161);
    expect(Object.keys((minimal['contents'] as object[])[0]!)).toEqual(['id', 'name', 'status', 'last_modified']);
    const lines = (await (await get('/services?format=ndjson')).text()).trim().split('\n');
    expect(lines).toHaveLength(161);
    const {contents} = await json<{contents: object[]}>('/services?per_page=1');
    expect(JSON.parse(lines[0]!)).toEqual(contents[0]);
  });

  it.each([
    ['service_at_locations', 'service_at_location'],
    ['organizations', 'organization'],
    ['taxonomies', 'taxonomy'],
    ['taxonomy_terms', 'taxonomy_term'],
  ])('lists every one of /%s once over its pages, and gives each whole by its id', async (path, schema) => {
    const ids: string[] = [];
    for (let page = 1; ; page++) {
      const list = await json(`/${path}?per_page=20&page=${page}`);
      both(`/components/schemas/${schema}_list`, list);
      ids.push(...(list['contents'] as {id: string}[]).map(({id}) => id));
      if (list['last_page']) {
        expect(list).toMatchObject({total_items: ids.length, page_number: page, total_pages: page});
        break;
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      const one = await json(`/${path}/${id}`);
      both(`/components/schemas/${schema}`, one);
      expect(one['id']).toBe(id);
      expect(JSON.stringify(one)).not.toContain('null');
    }
    both(`/components/schemas/${schema}_list`, await json(`/${path}?full=true&full_service=true&per_page=100`));
  });

  it.each(['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'])(
    'says on /%s what is wrong, to any page that asks',
    async path => {
      for (const [asked, status] of [
        [`/${path}?page=0`, 400],
        [`/${path}?per_page=x`, 400],
        [`/${path}/none`, 404],
        [`/${path}/${crypto.randomUUID()}`, 404],
      ] as const) {
        const response = await get(asked);
        expect(response.status, asked).toBe(status);
        expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
        own('/components/schemas/Problem', await response.json());
      }
      const beyond = await json(`/${path}?page=9999`);
      expect(beyond).toMatchObject({empty: true, last_page: true, first_page: false, size: 0, contents: []});
    },
  );

  it('never publishes an address or a point as more exact than it is', async () => {
    for (const space of services.filter(({location}) => location?.point)) {
      const service = await json(`/services/${space.id}`);
      const text = JSON.stringify(service);
      if (text.includes('"latitude"')) expect(text).toContain(`"held_precision":"${space.location?.precision}"`);
    }
  });
});

describe('our profile', () => {
  const merged = (target: unknown, patch: unknown): unknown => {
    // RFC 7386, section 2.
    if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
    const before = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
    const result: Record<string, unknown> = {...before};
    for (const [name, value] of Object.entries(patch)) result[name] = merged(result[name], value);
    return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== null));
  };

  it('is merge patches that add to the standard and take nothing away, and that what we send is valid under', async () => {
    const {patches} = await json<{patches: string[]}>('/held/profile');
    const schemas = {...openReferral.components['schemas']} as Record<string, {properties?: object}>;
    for (const url of patches) {
      expect(url.startsWith(`${publicUrl}/held/profile/`)).toBe(true);
      const patch = await json(url.slice(publicUrl.length));
      const name = url.split('/').at(-1)!.replace('.json', '');
      if (name === 'openapi') continue;
      const before = schemas[name]!;
      // The files of the standard refer to each other by name; its bundle, by pointer.
      const here = JSON.parse(
        JSON.stringify(patch).replace(/"\$ref":"(\w+)\.json"/g, '"$ref":"#/components/schemas/$1"'),
      ) as object;
      schemas[name] = merged(before, here) as {properties?: object};
      expect(Object.keys(schemas[name].properties!)).toEqual(
        expect.arrayContaining(Object.keys(before.properties ?? {})),
      );
    }
    const profiled = validator({...openReferral, components: {...openReferral.components, schemas}});
    for (const {id} of services) profiled('/components/schemas/service', await json(`/services/${id}`));
    const ways = await json<{contents: object[]}>('/service_at_locations?full=true&per_page=100');
    for (const way of ways.contents) profiled('/components/schemas/service_at_location', way);
    expect((await get('/held/profile/none.json')).status).toBe(404);
    expect((await get('/held/profile/constructor')).status).toBe(404);
  });
});

describe('the directory’s own OpenAPI document', () => {
  it('is one whose every reference leads somewhere', async () => {
    const document = await json('/held/openapi.json');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(match => match[1]!);
    expect(references.length).toBeGreaterThan(50);
    for (const reference of new Set(references)) {
      const found = reference
        .slice(1)
        .split('/')
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
      expect(found, reference).toBeDefined();
    }
    expect(JSON.stringify(document)).not.toMatch(/YOUR CONTACT|SUMMARY HERE/);
  });

  it('describes exactly the paths that are served', async () => {
    const paths = Object.entries((await json('/held/openapi.json'))['paths'] as Record<string, object>);
    const described = paths.map(([path]) => path.replace(/\{\w+\}/g, '*')).sort();
    const served = [...new Set(app.routes.map(({path}) => path.replace(/:\w+/g, '*')))]
      .filter(path => path !== '/*')
      .sort();
    expect(described).toEqual(served);
    for (const [path, operations] of paths) {
      const methods = ['get', 'post'].filter(method => method in operations).map(method => method.toUpperCase());
      const allowed = (await app.request(path.replace(/\{\w+\}/g, 'x'), {method: 'DELETE'})).headers.get('Allow');
      expect(
        allowed?.split(', ').filter(method => method !== 'HEAD'),
        path,
      ).toEqual(methods);
    }
  });

  it('describes every document that the finder reads', async () => {
    const schema = (name: string) => `/components/schemas/${name}`;
    const index = await json<AreaIndex>('/held/areas');
    own(schema('AreaIndex'), index);
    for (const {href, detailsHref} of [...index.areas, index.anywhere]) {
      own(schema('AreaFile'), await json(`/held/${href}`));
      own(schema('DetailsFile'), await json(`/held/${detailsHref}`));
    }
    own(schema('PlaceFile'), await json('/held/outcodes'));
    own(schema('CrisisContacts'), await json('/held/crisis-contacts'));
    own(schema('Problem'), await json('/services?page=0'));
  });
});
