import {distanceKm} from '@held-spaces/domain/distance';
import {reachKm, search, serves, type Result, type SearchQuery, type SearchResults} from '@held-spaces/domain/search';
import {countBy} from '@held-spaces/domain/search-counts';
import {withWords} from '@held-spaces/domain/search-text';
import {hoursOf} from '@held-spaces/domain/space-hours';
import {widen} from '@held-spaces/domain/widen';
import type {Space} from '@held-spaces/domain/space';
import {deliveries, kinds, nations, stages} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {anySpaces, bareSpace, ukPoint} from './spaces.js';

const now = new Date('2026-11-21T12:00:00Z');
const leeds = {latitude: 53.82, longitude: -1.567};
const everything: SearchQuery = {
  radiusKm: 'any',
  stages: [],
  kinds: [],
  deliveries: [],
  openNow: false,
  leaveOutUnknown: false,
  order: 'nearest',
  now,
  staleAfterDays: 365,
  hoursOf,
};
const nearLeeds: SearchQuery = {
  ...everything,
  place: {point: leeds, nation: 'england', region: 'Yorkshire and The Humber'},
  radiusKm: 10,
};

const space = (id: string, rest: Partial<Space> = {}): Space => ({
  ...bareSpace,
  id,
  name: id,
  provenance: {source: 'test', checked: '2026-10'},
  ...rest,
});
const inLeeds = (id: string, north = 0, rest: Partial<Space> = {}) =>
  space(id, {
    deliveries: ['physical'],
    location: {point: {latitude: leeds.latitude + north, longitude: leeds.longitude}, precision: 'district'},
    ...rest,
  });
const ids = (results: readonly Result[]) => results.map(result => result.space.id);
const all = (results: SearchResults) => [...results.nearby, ...results.anywhere, ...results.placeNotGiven];
const allIds = (results: SearchResults) => ids(all(results));
const open = [{freq: 'WEEKLY', byday: ['SA'], opensAt: '09:00', closesAt: '17:00'}] as const;
const later = [{freq: 'WEEKLY', byday: ['SA'], opensAt: '18:00', closesAt: '22:00'}] as const;

describe('searching near a place', () => {
  it('lists what lies within the radius, nearest first, with the distance', () => {
    const results = search([inLeeds('far', 0.08), inLeeds('outside', 0.2), inLeeds('near', 0.01)], nearLeeds);
    expect(ids(results.nearby)).toEqual(['near', 'far']);
    expect(results.nearby[0]!.distanceKm).toBeCloseTo(1.11, 2);
    expect(results.total).toBe(2);
  });

  it('looks as far as the place itself reaches', () => {
    const city = {...nearLeeds, radiusKm: 3, place: {point: leeds, radiusKm: 16}};
    expect(ids(search([inLeeds('suburb', 0.1)], city).nearby)).toEqual(['suburb']);
    expect(reachKm(city)).toBe(16);
    expect(reachKm({...city, radiusKm: 'any'})).toBe(Infinity);
  });

  it('keeps apart what can be used from anywhere and what does not say where it is', () => {
    const line = space('line', {deliveries: ['phone']});
    const group = space('group', {deliveries: ['physical']});
    const unsaid = space('unsaid');
    const results = search([line, group, unsaid, inLeeds('here', 0, {deliveries: ['physical', 'online']})], nearLeeds);
    expect(ids(results.nearby)).toEqual(['here']);
    expect(ids(results.anywhere)).toEqual(['line']);
    expect(ids(results.placeNotGiven)).toEqual(['group', 'unsaid']);
  });

  it('lists a line that stands far away as usable from anywhere', () => {
    const results = search([inLeeds('line', 3, {deliveries: ['phone']})], nearLeeds);
    expect(ids(results.anywhere)).toEqual(['line']);
    expect(results.anywhere[0]!.distanceKm).toBeUndefined();
  });

  it('leaves out lines for other nations and regions, and never for a silence', () => {
    const forAreas = (id: string, areaServed: Space['areaServed']) => space(id, {deliveries: ['phone'], areaServed});
    const spaces = [
      forAreas('scotland', {nations: ['scotland']}),
      forAreas('england', {nations: ['england']}),
      forAreas('uk', {nations}),
      forAreas('north-west', {nations: ['england'], region: 'North West'}),
      forAreas('yorkshire', {nations: ['england'], region: 'Yorkshire and The Humber'}),
      forAreas('silent', {nations: []}),
    ];
    expect(ids(search(spaces, nearLeeds).anywhere)).toEqual(['england', 'silent', 'uk', 'yorkshire']);
  });

  it('does not compare council areas, whose names have changed', () => {
    const newry = {nation: 'northern-ireland', region: 'Newry and Mourne'} as const;
    expect(serves({nations: ['northern-ireland'], region: 'Newry, Mourne and Down'}, newry)).toBe(true);
    expect(serves({nations: ['wales'], region: 'Powys'}, newry)).toBe(false);
  });

  it('lists only what can be used from anywhere when that is all that is wanted', () => {
    const both = inLeeds('both', 0, {deliveries: ['physical', 'phone']});
    const results = search([both, inLeeds('door')], {...nearLeeds, anywhereOnly: true});
    expect(results).toMatchObject({nearby: [], placeNotGiven: [], total: 1});
    expect(ids(results.anywhere)).toEqual(['both']);
  });

  it('lists everything in order of name where no place was asked for', () => {
    const results = search([inLeeds('Beta'), inLeeds('Alpha', 4)], everything);
    expect(ids(results.nearby)).toEqual(['Alpha', 'Beta']);
    expect(results.nearby[0]!.distanceKm).toBeUndefined();
  });

  it('never lists what has closed for good, and says that a paused space is not known to be open', () => {
    const spaces = (['active', 'temporarily closed', 'inactive', 'defunct'] as const).map(status =>
      inLeeds(status, 0, {status, schedules: open}),
    );
    expect(ids(search(spaces, nearLeeds).nearby)).toEqual(['active', 'temporarily closed']);
    expect(ids(search(spaces, {...nearLeeds, openNow: true}).nearby)).toEqual(['active']);
  });
});

describe('filters', () => {
  it('widen within themselves and narrow together', () => {
    const spaces = [
      inLeeds('a', 0, {kinds: ['drop-in'], stages: {declared: ['threshold'], suggested: []}}),
      inLeeds('b', 0, {kinds: ['retreat'], stages: {declared: [], suggested: ['threshold']}}),
      inLeeds('c', 0, {kinds: ['workshop'], stages: {declared: ['everyday-life'], suggested: []}}),
    ];
    const find = (query: Partial<SearchQuery>) => ids(search(spaces, {...nearLeeds, ...query}).nearby);
    expect(find({kinds: ['drop-in', 'workshop']})).toEqual(['a', 'c']);
    expect(find({stages: ['threshold']})).toEqual(['a', 'b']);
    expect(find({stages: ['threshold'], kinds: ['drop-in', 'workshop']})).toEqual(['a']);
  });

  it('keep a space that has not told us, and say so, unless it is to be left out', () => {
    const query = {...nearLeeds, stages: ['threshold'], kinds: ['drop-in']} as const;
    const results = search([inLeeds('silent', 0, {kinds: ['drop-in']})], query);
    expect(results.nearby[0]).toMatchObject({unknown: ['stages']});
    expect(search([inLeeds('silent', 0, {kinds: ['drop-in']})], {...query, leaveOutUnknown: true}).total).toBe(0);
  });

  it('never take an old or undated record for open, nor for closed', () => {
    const old = inLeeds('old', 0, {schedules: open, provenance: {source: 'test', checked: '2019'}});
    const undated = inLeeds('undated', 0, {schedules: open, provenance: {source: 'test'}});
    const fresh = inLeeds('fresh', 0, {schedules: open});
    const results = search([old, undated, fresh], {...nearLeeds, openNow: true, order: 'open'});
    expect(results.nearby.map(({space: {id}, hours, unknown}) => [id, hours, unknown])).toEqual([
      ['fresh', {state: 'open', closes: new Date('2026-11-21T17:00:00Z')}, []],
      ['old', {state: 'unknown', reason: 'old'}, ['openNow']],
      ['undated', {state: 'unknown', reason: 'undated'}, ['openNow']],
    ]);
    expect(search([old], {...nearLeeds, openNow: true, leaveOutUnknown: true}).total).toBe(0);
  });

  it('find every word, whatever its case and accents, in what the space says of itself', () => {
    const cafe = inLeeds('cafe', 0, {
      name: 'Café Croeso',
      summary: 'A quiet room for new parents.',
      organization: {id: 'o', name: "St Anne's"},
      kinds: ['crisis-cafe'],
    });
    const finds = (words: string) => search([cafe], {...nearLeeds, matches: withWords(words)}).total === 1;
    for (const words of ['cafe', 'CROESO quiet', 'st annes', 'St Anne’s', 'crisis', 'parent', '  '])
      expect(finds(words)).toBe(true);
    expect(finds('cafe grief')).toBe(false);
  });

  it('work the hours out anew when they change, and as they are at that minute whatever was asked before', () => {
    const evening = inLeeds('evening', 0, {schedules: later});
    expect(hoursOf(evening, now, 365).state).toBe('closed');
    expect(hoursOf(evening, new Date('2026-11-21T18:00:00Z'), 365).state).toBe('open');
    expect(hoursOf(evening, now, 365).state).toBe('closed');
    expect(hoursOf(evening, now, 0)).toEqual({state: 'unknown', reason: 'old'});
    const minutes = fc.integer({min: 0, max: 3 * 24 * 60}).map(minute => new Date(now.getTime() + minute * 60_000));
    fc.assert(
      fc.property(anySpaces(8), fc.array(minutes, {minLength: 1, maxLength: 8}), (spaces, moments) => {
        for (const moment of moments) {
          for (const one of spaces) expect(hoursOf(one, moment, 365)).toEqual(hoursOf({...one}, moment, 365));
        }
      }),
    );
  });
});

describe('order', () => {
  it('puts spaces of one place in order of name, and those of one name too always in the same', () => {
    const spaces = [inLeeds('2', 0, {name: 'B'}), inLeeds('3', 0, {name: 'A'}), inLeeds('1', 0, {name: 'B'})];
    expect(ids(search(spaces, nearLeeds).nearby)).toEqual(['3', '1', '2']);
    expect(ids(search([...spaces].reverse(), nearLeeds).nearby)).toEqual(['3', '1', '2']);
  });

  it('puts open doors first, then those that open soonest, then the unknown, then the paused', () => {
    const spaces = [
      inLeeds('paused', 0, {status: 'temporarily closed', schedules: open}),
      inLeeds('unknown', 0),
      inLeeds('later', 0.01, {schedules: later}),
      inLeeds('open-far', 0.05, {schedules: open}),
      inLeeds('open-near', 0.02, {schedules: open}),
    ];
    const results = search(spaces, {...nearLeeds, order: 'open'});
    expect(ids(results.nearby)).toEqual(['open-near', 'open-far', 'later', 'unknown', 'paused']);
  });
});

describe('a rank of its own', () => {
  it('comes before the order, which settles the rest', () => {
    const spaces = [
      inLeeds('near', 0.01),
      inLeeds('far', 0.03, {kinds: ['retreat']}),
      inLeeds('middle', 0.02, {kinds: ['retreat']}),
    ];
    const rank = ({space}: Result) => (space.kinds.includes('retreat') ? 0 : 1);
    expect(ids(search(spaces, {...nearLeeds, rank}).nearby)).toEqual(['middle', 'far', 'near']);
  });
});

describe('any search', () => {
  const choices = fc.record({
    stages: fc.subarray([...stages]),
    kinds: fc.subarray([...kinds]),
    deliveries: fc.subarray([...deliveries]),
    openNow: fc.boolean(),
    leaveOutUnknown: fc.boolean(),
    order: fc.constantFrom('nearest' as const, 'open' as const),
    radiusKm: fc.constantFrom<number | 'any'>(5, 50, 300, 'any'),
    anywhereOnly: fc.boolean(),
    matches: fc.constantFrom('', 'green', 'CAFE', 'leeds night').map(withWords),
  });
  const place = fc.record({point: ukPoint, nation: fc.constantFrom(...nations)});
  const query: fc.Arbitrary<SearchQuery> = fc
    .tuple(choices, fc.option(place, {nil: undefined}))
    .map(([chosen, where]) => ({...everything, ...chosen, ...(where && {place: where})}));

  it('finds nearby exactly what a slow search finds, in its order', () => {
    fc.assert(
      fc.property(anySpaces(), place, fc.constantFrom(20, 100, 400), (spaces, where, radiusKm) => {
        const found = search(spaces, {...everything, place: where, radiusKm}).nearby;
        const slow = spaces
          .filter(({status}) => status === 'active' || status === 'temporarily closed')
          .flatMap(one => (one.location?.point ? [{one, km: distanceKm(where.point, one.location.point)}] : []))
          .filter(({km}) => km <= radiusKm)
          .sort((a, b) => a.km - b.km);
        expect(found.map(({distanceKm: km}) => km)).toEqual(slow.map(({km}) => km));
        expect(new Set(ids(found))).toEqual(new Set(slow.map(({one}) => one.id)));
      }),
    );
  });

  it('lists no space twice, and counts them all', () => {
    fc.assert(
      fc.property(anySpaces(), query, (spaces, asked) => {
        const results = search(spaces, asked);
        expect(results.total).toBe(results.nearby.length + results.anywhere.length + results.placeNotGiven.length);
        expect(new Set(allIds(results)).size).toBe(results.total);
      }),
    );
  });

  it('only ever narrows when a filter is put in use', () => {
    const filters = ['stages', 'kinds', 'deliveries', 'openNow', 'matches', 'leaveOutUnknown'] as const;
    fc.assert(
      fc.property(anySpaces(), query, fc.constantFrom(...filters), (spaces, asked, filter) => {
        const without = allIds(search(spaces, {...asked, [filter]: everything[filter as keyof typeof everything]}));
        for (const id of allIds(search(spaces, asked))) expect(without).toContain(id);
      }),
    );
  });

  it('only ever widens when one more choice is made within a filter in use', () => {
    fc.assert(
      fc.property(anySpaces(), query, fc.constantFrom(...kinds), (spaces, asked, more) => {
        fc.pre(asked.kinds.length > 0);
        const wider = allIds(search(spaces, {...asked, kinds: [...asked.kinds, more]}));
        for (const id of allIds(search(spaces, asked))) expect(wider).toContain(id);
      }),
    );
  });

  it('gives the same order however the spaces were given', () => {
    fc.assert(
      fc.property(anySpaces(), query, fc.func(fc.double({noNaN: true})), (spaces, asked, weigh) => {
        const shuffled = [...spaces].sort((a, b) => weigh(a.id) - weigh(b.id));
        expect(allIds(search(shuffled, asked))).toEqual(allIds(search(spaces, asked)));
      }),
    );
  });

  it('answers each question by itself, whatever was asked of the same list before', () => {
    fc.assert(
      fc.property(anySpaces(), query, query, (spaces, before, asked) => {
        search(spaces, before);
        expect(search(spaces, asked)).toEqual(search([...spaces], asked));
      }),
    );
  });

  it('never drops a space for what it has not told us, unless asked to', () => {
    fc.assert(
      fc.property(anySpaces(), query, (spaces, asked) => {
        const kept = {...asked, leaveOutUnknown: false};
        const silent = spaces.map(one => ({...one, kinds: [], stages: {declared: [], suggested: []}, schedules: []}));
        const before = new Set(allIds(search(spaces, {...kept, matches: undefined})));
        const after = new Set(allIds(search(silent, {...kept, matches: undefined})));
        for (const one of spaces) if (before.has(one.id)) expect(after.has(one.id)).toBe(true);
        for (const {unknown} of all(search(silent, {...asked, leaveOutUnknown: true}))) expect(unknown).toEqual([]);
      }),
    );
  });

  it('counts for each option what that option alone would surely find', () => {
    fc.assert(
      fc.property(anySpaces(), query, (spaces, asked) => {
        const counts = countBy(spaces, asked);
        const sure = (name: string, change: Partial<SearchQuery>) =>
          all(search(spaces, {...asked, ...change})).filter(({unknown}) => !unknown.some(one => one === name)).length;
        for (const id of stages) expect(counts.stages[id]).toBe(sure('stages', {stages: [id]}));
        for (const id of kinds) expect(counts.kinds[id]).toBe(sure('kinds', {kinds: [id]}));
        for (const id of deliveries) expect(counts.deliveries[id]).toBe(sure('deliveries', {deliveries: [id]}));
        expect(counts.openNow).toBe(sure('openNow', {openNow: true}));
      }),
    );
  });

  it('widens to the first step that finds something nearby', () => {
    const steps = [3, 8, 15, 40, 80, 'any'] as const;
    fc.assert(
      fc.property(anySpaces(), query, (spaces, asked) => {
        const isFound = (radiusKm: number | 'any') => search(spaces, {...asked, radiusKm}).nearby.length > 0;
        expect(widen(spaces, asked, steps)).toBe(steps.find(isFound));
      }),
    );
  });
});
