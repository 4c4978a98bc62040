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

  it('never publishes an address or a point as more exact than it is', async () => {
    for (const space of services.filter(({location}) => location?.point)) {
      const service = await json(`/services/${space.id}`);
      const text = JSON.stringify(service);
      if (text.includes('"latitude"')) expect(text).toContain(`"held_precision":"${space.location?.precision}"`);
    }
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
