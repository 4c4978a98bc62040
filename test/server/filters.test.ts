/** Every parameter of the lists, asked of the sample and compared with what the sample holds. */
import {distanceKm} from '@held-spaces/domain/distance';
import {isOpenAt} from '@held-spaces/domain/opening-hours';
import {freshness} from '@held-spaces/domain/freshness';
import {taxonomies} from '@held-spaces/domain/open-referral/taxonomies';
import {findPlaces} from '@held-spaces/domain/places';
import {serves} from '@held-spaces/domain/search';
import type {Schedule, Space} from '@held-spaces/domain/space';
import {describe, expect, it} from 'vitest';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import {directory, documents, sampleFile, today} from './support/directory.js';

const {get, json} = directory();
const spaces = sampleFile.spaces;

interface List {
  total_items: number;
  total_pages: number;
  contents: {id: string; name: string; service_id?: string; location?: {location_type: string}}[];
}

const ids = async (query: string, path = '/services') =>
  (await json<List>(`${path}?per_page=500&${query}`)).contents.map(row => row.id);
const idsWhere = (holds: (space: Space) => boolean) => new Set(spaces.filter(holds).map(({id}) => id));
const outcode = (name: string) => findPlaces(documents.places!, name)[0]!;

describe('services by age', () => {
  it.each([
    [17, 17],
    [30, 60],
    [undefined, 12],
    [65, undefined],
  ])('from %s to %s are those whose own ages overlap, and those that state none', async (from, to) => {
    const query = [from !== undefined && `minimum_age=${from}`, to !== undefined && `maximum_age=${to}`];
    const found = new Set(await ids(query.filter(Boolean).join('&')));
    expect(found).toEqual(
      idsWhere(({ages}) => (ages?.minimum ?? 0) <= (to ?? Infinity) && (ages?.maximum ?? Infinity) >= (from ?? 0)),
    );
    expect(found.size).toBeGreaterThan(0);
    expect(found.size).toBeLessThan(161);
  });
});

describe('services by day and time', () => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const fits = ({byday, opensAt, closesAt}: Schedule, day: string | undefined, from?: number, until?: number) =>
    (day === undefined || byday.some(entry => entry.endsWith(day))) &&
    (from === undefined || (opensAt !== undefined && minutes(opensAt) >= from)) &&
    (until === undefined ||
      (opensAt !== undefined &&
        closesAt !== undefined &&
        minutes(closesAt) > minutes(opensAt) &&
        closesAt !== '23:59' &&
        minutes(closesAt) <= until));

  it('list a session on the day', async () => {
    const found = new Set(await ids('day=SA'));
    expect(found).toEqual(idsWhere(space => space.schedules.some(schedule => fits(schedule, 'SA'))));
    expect(found.size).toBeGreaterThan(3);
    expect(await ids('day=Saturday')).toEqual([...(await ids('day=SA'))]);
    const both = new Set([...(await ids('day=SA')), ...(await ids('day=SU'))]);
    expect(new Set(await ids('day=SA,SU'))).toEqual(both);
    expect(new Set(await ids('day=SA&day=SU'))).toEqual(both);
  });

  it('list one that begins no earlier and ends no later', async () => {
    const found = new Set(await ids('day=MO&start_time=09:00&end_time=17:30'));
    expect(found).toEqual(idsWhere(space => space.schedules.some(schedule => fits(schedule, 'MO', 540, 1050))));
    expect(found.size).toBeGreaterThan(3);
  });

  it('are known to be open at a moment', async () => {
    const evening = new Date('2026-03-04T19:30:00Z');
    const expected = idsWhere(
      space =>
        space.status === 'active' &&
        isOpenAt(space.schedules, evening) === true &&
        freshness(space.provenance, evening, 4000) === 'fresh',
    );
    const {app} = directory({staleAfterDays: 4000});
    const answer = (await (
      await app.request('/services?per_page=500&held_open_at=2026-03-04T19:30:00Z')
    ).json()) as List;
    expect(new Set(answer.contents.map(({id}) => id))).toEqual(expected);
    expect(expected.size).toBeGreaterThan(3);
    // The same moment by another clock.
    const other = await app.request('/services?per_page=500&held_open_at=2026-03-04T20:30:00%2B01:00');
    expect(((await other.json()) as List).total_items).toBe(expected.size);
  });
});

describe('services near a place', () => {
  const leeds = outcode('LS6');
  const within = (km: number) =>
    spaces
      .filter(space => space.location?.point && distanceKm(leeds.point, space.location.point) <= km)
      .filter(space => serves(space.areaServed, leeds));

  it('of a postcode are those within so many metres of its district, nearest first', async () => {
    const expected = within(30);
    const found = await ids('postcode=LS6+2AB&proximity=30000');
    expect(new Set(found)).toEqual(new Set(expected.map(({id}) => id)));
    expect(found.length).toBeGreaterThan(2);
    const distances = found.map(id => distanceKm(leeds.point, spaces.find(space => space.id === id)!.location!.point!));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(await ids('postcode=ls62ab&proximity=30000')).toEqual(found);
  });

  it('of a postcode alone are those that serve people there', async () => {
    expect(new Set(await ids('postcode=CF10'))).toEqual(idsWhere(space => serves(space.areaServed, outcode('CF10'))));
  });

  it('of a point come nearest first, and those without a place at the end', async () => {
    const found = await ids('held_lat=53.8&held_lon=-1.55');
    expect(found).toHaveLength(161);
    const placed = found.map(id => spaces.find(space => space.id === id)!.location?.point !== undefined);
    expect(placed.lastIndexOf(true)).toBeLessThan(placed.indexOf(false));
    const paged: string[] = [];
    for (let page = 1; page <= 24; page++) {
      const {contents} = await json<List>(`/services?per_page=7&page=${page}&held_lat=53.8&held_lon=-1.55`);
      paged.push(...contents.map(({id}) => id));
    }
    expect(paged).toEqual(found);
  });

  it.each([
    ['postcode=Leeds', 'postcode'],
    ['postcode=ZZ99', 'postcode'],
    ['postcode=LS6+2', 'postcode'],
    ['proximity=1000', 'proximity'],
    ['postcode=LS6&proximity=far', 'proximity'],
    ['postcode=LS6&proximity=-1', 'proximity'],
    ['held_lat=53', 'held_lon'],
    ['held_lon=-1', 'held_lat'],
    ['held_lat=91&held_lon=0', 'held_lat'],
    ['held_lat=53&held_lon=-1&postcode=LS6', 'postcode'],
    ['held_open_at=2026-03-04', 'held_open_at'],
    ['held_open_at=2026-03-04T19:00', 'held_open_at'],
    ['minimum_age=20&maximum_age=10', 'minimum_age'],
    ['minimum_age=old', 'minimum_age'],
    ['day=someday', 'day'],
    ['start_time=9', 'start_time'],
    ['end_time=25:00', 'end_time'],
    [`search=${'a '.repeat(13)}`, 'search'],
  ])('refuse ?%s and name the parameter, on both lists', async (query, parameter) => {
    for (const path of ['/services', '/service_at_locations']) {
      const response = await get(`${path}?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({parameter});
    }
  });

  it('never repeats a postcode in a refusal', async () => {
    expect(await (await get('/services?postcode=LS6+2&proximity=1')).text()).not.toContain('LS6');
  });
});

describe('ways into services', () => {
  it('are one for a place to go to and one for everything else, by the same filters', async () => {
    const all = await json<List>('/service_at_locations?per_page=500');
    const expected = spaces.reduce(
      (sum, {deliveries}) =>
        sum + Number(deliveries.includes('physical')) + Number(deliveries.some(delivery => delivery !== 'physical')),
      0,
    );
    expect(all.total_items).toBe(expected);
    expect(new Set(all.contents.map(({id}) => id)).size).toBe(expected);
    const services = new Set(await ids('search=leeds'));
    const ways = await json<List>('/service_at_locations?per_page=500&search=leeds');
    expect(new Set(ways.contents.map(way => way.service_id))).toEqual(services);
  });

  it('near a postcode are places, the nearest first', async () => {
    const near = await json<List>('/service_at_locations?postcode=LS6&proximity=30000');
    expect(near.contents.length).toBeGreaterThan(2);
    expect(near.contents.every(({location}) => location?.location_type === 'physical')).toBe(true);
    const services = await ids('postcode=LS6&proximity=30000');
    expect(near.contents.map(way => way.service_id)).toEqual(
      services.filter(id => spaces.find(space => space.id === id)!.deliveries.includes('physical')),
    );
    const everything = await json<List>('/service_at_locations?per_page=500&held_lat=53.8&held_lon=-1.55');
    expect(new Set(everything.contents.map(({id}) => id)).size).toBe(everything.total_items);
  });
});

describe('organisations', () => {
  it('are listed by name, found by words, and open with their services', async () => {
    const all = await json<List>('/organizations?per_page=500');
    expect(all.total_items).toBe(new Set(spaces.flatMap(space => space.organization?.id ?? [])).size);
    expect(all.contents.map(({name}) => name)).toEqual(all.contents.map(({name}) => name).sort());
    const mind = await json<List>('/organizations?search=MIND');
    expect(mind.contents.every(({name}) => /\bmind/i.test(name))).toBe(true);
    expect(mind.total_items).toBeLessThan(all.total_items);
    const [first] = mind.contents;
    const own = spaces.filter(space => space.organization?.id === first!.id).map(({id}) => id);
    type One = {services: {id: string; attributes?: object[]}[]};
    const one = await json<One>(`/organizations/${first!.id}`);
    expect(one.services.map(({id}) => id).sort()).toEqual([...own].sort());
    expect(one.services[0]!.attributes).toBeUndefined();
    const whole = await json<One>(`/organizations/${first!.id}?full_service=true`);
    expect(whole.services[0]!.attributes).toBeDefined();
    const listed = await json<{contents: One[]}>('/organizations?full=true&search=mind');
    expect(listed.contents[0]).toEqual(one);
  });
});

describe('taxonomies', () => {
  it('hold every list of ours, with ids that never change', async () => {
    const all = await json<List>('/taxonomies');
    expect(all.contents.map(({name}) => name)).toEqual(taxonomies.map(({name}) => name));
    expect(Object.fromEntries(all.contents.map(({name, id}) => [name, id]))).toMatchInlineSnapshot(`
      {
        "Access": "e25c8f27-bc4b-536a-8f6b-ce321adf9356",
        "Approaches": "1e256749-b7c5-5c96-bf1f-08b662c5e8f6",
        "Cannot take": "d3c6b7f5-b447-53a6-817e-92b49ffe3ede",
        "Coming back": "2859147e-4c0b-5cba-9d02-e3d5265615b3",
        "Kinds of safe space": "40203846-82cf-5c14-849e-a72b1094ec98",
        "Made for": "0fa14031-f547-5101-83f3-6e5ddbf7600f",
        "Safe Spaces roadmap": "f8510776-20c2-5b47-aacd-020d10004625",
        "Ways in": "617a3230-0ffa-5c8d-abf8-e8efb1875c82",
        "Who might be told, and when": "b063121a-cc94-52ab-bef5-552245d0ebc7",
      }
    `);
    const count = taxonomies.reduce((sum, {terms}) => sum + terms.length, 0);
    const terms = await json<List>('/taxonomy_terms?per_page=500');
    expect(terms.total_items).toBe(count);
    const [roadmap] = all.contents;
    const stages = await json<List>(`/taxonomy_terms?taxonomy_id=${roadmap!.id}`);
    expect(stages.total_items).toBe(5);
    expect(await json(`/taxonomies/${roadmap!.id}`)).toMatchObject({taxonomy_terms: stages.contents});
    expect((await json<List>('/taxonomy_terms?search=threshold')).total_items).toBe(1);
    expect((await json<List>('/taxonomies?search=roadmap')).total_items).toBe(1);
    expect((await json<List>('/taxonomy_terms?top_only=true')).total_items).toBe(count);
    expect((await json<List>(`/taxonomy_terms?parent_id=${stages.contents[0]!.id}`)).total_items).toBe(0);
  });

  it('let a reader filter by what a space says of telling others', async () => {
    const terms = await json<{contents: {id: string; code: string}[]}>('/taxonomy_terms?per_page=500');
    const answers = terms.contents.filter(({code}) => /^(?:police|ambulance|nhs|others)-/.test(code));
    expect(answers).toHaveLength(12);
    for (const {id, code} of answers) {
      const [topic, answer] = code.split('-') as ['police', 'no'];
      expect(new Set(await ids(`taxonomy_term_id=${id}`))).toEqual(
        idsWhere(({disclosure}) => disclosure.answers[topic] === answer),
      );
    }
  });
});

describe('a list that somebody has already', () => {
  it.each([
    '/services?search=leeds',
    '/services?postcode=LS6&proximity=9000',
    '/service_at_locations',
    '/organizations',
    '/taxonomies',
    '/taxonomy_terms?page=2',
  ])('%s is not sent again until something changed', async path => {
    const own = directory();
    const etag = (await own.get(path)).headers.get('ETag')!;
    expect((await own.get(path, {'If-None-Match': etag})).status).toBe(304);
    expect((await own.get(`${path}${path.includes('?') ? '&' : '?'}per_page=2`)).headers.get('ETag')).not.toBe(etag);
    await own.store.replaceSource(sampleFile.source, spaces.slice(0, 9), new Date());
    if (!path.startsWith('/taxonom')) {
      expect((await own.get(path, {'If-None-Match': etag})).status).toBe(200);
    }
  });

  it('may be had as lines, all of them, without pages', async () => {
    for (const path of ['/services', '/service_at_locations', '/organizations', '/taxonomies', '/taxonomy_terms']) {
      const {total_items} = await json<List>(path);
      const response = await get(`${path}?format=ndjson`);
      expect(response.headers.get('Content-Type')).toBe('application/x-ndjson');
      const lines = (await response.text()).trim().split('\n');
      expect(lines.map(line => (JSON.parse(line) as {id: string}).id)).toHaveLength(total_items);
    }
  });
});

describe('a course or a gathering', () => {
  const dated = (id: string, ...schedules: Schedule[]): Space => ({...spaces[0]!, id, schedules});
  const weekly: Schedule = {freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '20:00'};
  const ids = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(8) + '-0000-4000-8000-000000000000');
  const store = createMemoryStore({
    source: sampleFile.source,
    spaces: [
      dated(ids[0]!, {...weekly, dtstart: '2026-09-07', until: '2026-11-23'}),
      dated(ids[1]!, {...weekly, validTo: '2026-11-20'}, {...weekly, until: '2026-11-22'}),
      dated(ids[2]!, {...weekly, until: '2020-01-01'}, weekly),
      dated(ids[3]!, {...weekly, until: '2026-11-20'}),
    ],
  });
  let now = today;
  const app = createApp(store, {now: () => now, documents});
  const listed = async () => {
    const {contents} = (await (await app.request('/services?minimal=true')).json()) as List;
    return contents.map(({id}) => id).sort();
  };

  it('leaves the lists by itself the day after its last, by London’s clock, and can still be opened', async () => {
    expect(await listed()).toEqual([ids[0], ids[1], ids[2]]);
    now = new Date('2026-11-22T23:59:00Z');
    expect(await listed()).toEqual([ids[0], ids[1], ids[2]]);
    const before = await (await app.request('/held/areas')).text();
    now = new Date('2026-11-23T00:00:00Z');
    expect(await listed()).toEqual([ids[0], ids[2]]);
    expect(await (await app.request('/held/areas')).text()).not.toBe(before);
    now = new Date('2026-11-24T09:00:00Z');
    expect(await listed()).toEqual([ids[2]]);
    for (const id of ids) expect((await app.request(`/services/${id}`)).status).toBe(200);
    const days = await app.request('/services?day=MO');
    expect(((await days.json()) as List).total_items).toBe(1);
  });
});
