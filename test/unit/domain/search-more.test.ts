import {toCard} from '@held-spaces/domain/area-card';
import {search, type SearchQuery} from '@held-spaces/domain/search';
import {hoursOf} from '@held-spaces/domain/space-hours';
import type {MoreChoices} from '@held-spaces/domain/more-choices';
import {
  audiencesOf,
  countMore,
  isForRole,
  isFree,
  moreFilterNames,
  moreFilters,
  needsNoReferral,
  nextTime,
  takesAge,
  tellsNobodyUnasked,
} from '@held-spaces/domain/search-more';
import type {Space} from '@held-spaces/domain/space';
import {accessFeatures, approaches, audiences, roles, waysIn} from '@held-spaces/domain/vocabularies';
import {weekdays} from '@held-spaces/domain/opening-hours';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {anySpaces, bareSpace} from './spaces.js';

/** A Saturday. */
const now = new Date('2026-11-21T12:00:00Z');
const moment = {now, staleAfterDays: 365};
const everything: SearchQuery = {
  radiusKm: 'any',
  stages: [],
  kinds: [],
  deliveries: [],
  openNow: false,
  leaveOutUnknown: false,
  order: 'nearest',
  hoursOf,
  ...moment,
};
const asking = (choices: MoreChoices, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  ...everything,
  ...rest,
  more: moreFilters(choices, moment),
});
const space = (id: string, rest: Partial<Space> = {}): Space => ({
  ...bareSpace,
  id,
  name: id,
  deliveries: ['phone'],
  provenance: {source: 'test', checked: '2026-10'},
  ...rest,
});
const found = (spaces: readonly Space[], query: SearchQuery) => {
  const {nearby, anywhere, placeNotGiven} = search(spaces, query);
  return [...nearby, ...anywhere, ...placeNotGiven];
};
/** Ids of what is known to fit, and of what has not told us. */
const verdicts = (spaces: readonly Space[], choices: MoreChoices) => {
  const results = found(spaces, asking(choices));
  const ids = (isKnown: boolean) =>
    results.filter(({unknown}) => (unknown.length === 0) === isKnown).map(result => result.space.id);
  return {fits: ids(true), notTold: ids(false)};
};

describe('a filter that is asked for later', () => {
  it('finds what a person can go to without a referral', () => {
    const spaces = [
      space('gp', {waysIn: ['professional']}),
      space('either', {waysIn: ['professional', 'self-referral']}),
      space('silent'),
    ];
    expect(verdicts(spaces, {noReferral: true})).toEqual({fits: ['either'], notTold: ['silent']});
    expect(needsNoReferral({waysIn: ['drop-in']})).toBe(true);
  });

  it('takes for free only what says so, and no price for free', () => {
    expect(isFree({cost: {kind: 'free'}})).toBe(true);
    expect(isFree({cost: {kind: 'donation'}})).toBe(true);
    expect(isFree({cost: {kind: 'call', rate: 'local rate'}})).toBe(false);
    expect(isFree({cost: {kind: 'stated', words: '£5 a session'}})).toBe(false);
    expect(isFree({cost: {kind: 'stated', words: 'subsidised'}})).toBeUndefined();
    expect(isFree({cost: {kind: 'some-free', detail: 'first visit'}})).toBeUndefined();
    expect(isFree({})).toBeUndefined();
  });

  it('believes that nobody is told only where all four are answered no', () => {
    const asks = {police: 'no', ambulance: 'no', nhs: 'no'} as const;
    expect(tellsNobodyUnasked({disclosure: {answers: {...asks, others: 'no'}}})).toBe(true);
    expect(tellsNobodyUnasked({disclosure: {answers: asks}})).toBeUndefined();
    expect(tellsNobodyUnasked({disclosure: {answers: {...asks, others: 'sometimes'}}})).toBe(false);
    expect(tellsNobodyUnasked({disclosure: {answers: {police: 'yes'}}})).toBe(false);
  });

  it('asks for every access feature that is needed, and takes silence for silence', () => {
    const spaces = [
      space('both', {accessFeatures: ['step-free', 'hearing-loop']}),
      space('one', {accessFeatures: ['step-free']}),
      space('silent'),
    ];
    expect(verdicts(spaces, {accessFeatures: ['step-free', 'hearing-loop']})).toEqual({
      fits: ['both'],
      notTold: ['one', 'silent'],
    });
  });

  it('leaves nobody out by an end of an age range that was not stated', () => {
    expect(takesAge({ages: {minimum: 18}}, 70)).toBe(true);
    expect(takesAge({ages: {minimum: 18}}, 17)).toBe(false);
    expect(takesAge({ages: {maximum: 25}}, 25)).toBe(true);
    expect(takesAge({}, 25)).toBeUndefined();
  });

  it('is for supporters where it says so, and for those who go through it where it names anybody else', () => {
    const people = (rest: Partial<Space>) => {
      const one = space('one', rest);
      return [isForRole(one, 'experiencer'), isForRole(one, 'holder')];
    };
    expect(people({audiences: ['adults', 'carers']})).toEqual([true, true]);
    expect(people({audiences: ['carers']})).toEqual([false, true]);
    expect(people({kinds: ['carers-support']})).toEqual([false, true]);
    expect(people({kinds: ['carers-support', 'peer-support-group']})).toEqual([undefined, true]);
    expect(people({audiences: ['adults']})).toEqual([true, undefined]);
    expect(people({kinds: ['crisis-cafe']})).toEqual([true, undefined]);
    expect(people({})).toEqual([undefined, undefined]);
    const spaces = [
      space('both', {audiences: ['adults', 'carers']}),
      space('carers', {audiences: ['carers']}),
      space('who'),
    ];
    expect(verdicts(spaces, {roles: ['experiencer']})).toEqual({fits: ['both'], notTold: ['who']});
    expect(verdicts(spaces, {roles: ['holder']})).toEqual({fits: ['both', 'carers'], notTold: ['who']});
    expect(verdicts(spaces, {roles: ['experiencer', 'holder']})).toEqual({fits: ['both', 'carers'], notTold: ['who']});
  });

  it('takes a kind that names people for one that is made for them', () => {
    expect(audiencesOf(space('one', {kinds: ['lgbt', 'drop-in'], audiences: ['adults']}))).toEqual(['adults', 'lgbtq']);
    const spaces = [space('lgbt', {kinds: ['lgbt']}), space('women', {audiences: ['women-only']}), space('who')];
    expect(verdicts(spaces, {audiences: ['lgbtq']})).toEqual({fits: ['lgbt'], notTold: ['who']});
    expect(verdicts(spaces, {audiences: ['women-only']})).toEqual({fits: ['women'], notTold: ['who']});
  });

  it('finds what is open at a time that a person chooses, and claims nothing from old records', () => {
    const sunday = [{freq: 'WEEKLY', byday: ['SU'], opensAt: '18:00', closesAt: '23:00'}] as const;
    const spaces = [
      space('open', {schedules: sunday}),
      space('shut', {schedules: [{...sunday[0], byday: ['MO']}]}),
      space('old', {schedules: sunday, provenance: {source: 'test', checked: '2019'}}),
      space('by appointment', {schedules: [{...sunday[0], conditional: true}]}),
      space('paused', {schedules: sunday, status: 'temporarily closed'}),
    ];
    expect(verdicts(spaces, {openAt: {weekday: 'SU', minutes: 19 * 60}})).toEqual({
      fits: ['open'],
      notTold: ['by appointment', 'old'],
    });
  });

  it('takes a time of today that has passed for one in a week', () => {
    expect(nextTime({weekday: 'SA', minutes: 11 * 60}, now).toISOString()).toBe('2026-11-28T11:00:00.000Z');
    expect(nextTime({weekday: 'SA', minutes: 12 * 60}, now).toISOString()).toBe('2026-11-21T12:00:00.000Z');
    expect(nextTime({weekday: 'FR', minutes: 60}, now).toISOString()).toBe('2026-11-27T01:00:00.000Z');
  });

  it('finds evenings, nights and weekends in what is listed, however old', () => {
    const daily = {freq: 'WEEKLY', byday: ['WE'], opensAt: '10:00', closesAt: '17:00'} as const;
    const spaces = [
      space('day', {schedules: [daily]}),
      space('evening', {schedules: [{...daily, opensAt: '18:00', closesAt: '21:00'}], provenance: {source: 'test'}}),
      space('night', {schedules: [{...daily, opensAt: '22:00', closesAt: '02:00'}]}),
      space('saturday', {schedules: [{...daily, byday: ['SA']}]}),
      space('silent'),
      space('days unknown', {schedules: [{...daily, byday: []}]}),
    ];
    expect(verdicts(spaces, {evenings: true})).toEqual({
      fits: ['evening', 'night'],
      notTold: ['days unknown', 'silent'],
    });
    expect(verdicts(spaces, {weekend: true})).toEqual({fits: ['saturday'], notTold: ['days unknown', 'silent']});
  });

  it('finds what opens later today', () => {
    const today = {freq: 'WEEKLY', byday: ['SA'], opensAt: '18:00', closesAt: '21:00'} as const;
    const spaces = [
      space('later', {schedules: [today]}),
      space('earlier', {schedules: [{...today, opensAt: '09:00', closesAt: '11:00'}]}),
      space('silent'),
    ];
    expect(verdicts(spaces, {laterToday: true})).toEqual({fits: ['later'], notTold: ['silent']});
  });

  it('finds what is on by date within so many days, and nothing that names no date', () => {
    const spaces = [
      space('soon', {events: [{dtstart: '2026-12-01', name: 'Gathering'}]}),
      space('late', {events: [{dtstart: '2027-01-20'}]}),
      space('over', {events: [{dtstart: '2026-11-01'}]}),
      space('course', {schedules: [{freq: 'WEEKLY', byday: ['TU'], dtstart: '2026-11-10', until: '2026-12-15'}]}),
      space('weekly', {schedules: [{freq: 'WEEKLY', byday: ['TU'], opensAt: '10:00', closesAt: '12:00'}]}),
    ];
    expect(verdicts(spaces, {eventsWithin: 14})).toEqual({fits: ['course', 'soon'], notTold: []});
  });
});

const someOf = <T>(list: readonly T[]) => fc.subarray([...list], {maxLength: 2});
const choices: fc.Arbitrary<MoreChoices> = fc.record(
  {
    noReferral: fc.boolean(),
    free: fc.boolean(),
    tellsNobody: fc.boolean(),
    waysIn: someOf(waysIn),
    accessFeatures: someOf(accessFeatures),
    languages: someOf(['en', 'cy']),
    age: fc.nat(90),
    roles: someOf(roles),
    audiences: someOf(audiences),
    approaches: someOf(approaches),
    laterToday: fc.boolean(),
    openAt: fc.record({weekday: fc.constantFrom(...weekdays), minutes: fc.nat(1439)}),
    evenings: fc.boolean(),
    weekend: fc.boolean(),
    eventsWithin: fc.constantFrom(14, 30),
    evaluated: fc.boolean(),
  },
  {requiredKeys: []},
);
const ids = (spaces: readonly Space[], query: SearchQuery) => found(spaces, query).map(result => result.space.id);

describe('any choice of more', () => {
  it('only ever narrows, and leaves out the unknown only when asked to', () => {
    fc.assert(
      fc.property(anySpaces(15), choices, (spaces, chosen) => {
        const all = new Set(ids(spaces, everything));
        const kept = ids(spaces, asking(chosen));
        const known = ids(spaces, asking(chosen, {leaveOutUnknown: true}));
        expect(kept.every(id => all.has(id))).toBe(true);
        const unknown = found(spaces, asking(chosen)).filter(result => result.unknown.length > 0);
        expect([...known, ...unknown.map(result => result.space.id)].sort()).toEqual([...kept].sort());
      }),
    );
  });

  it('finds the same in the cards of an area file as in whole spaces', () => {
    fc.assert(
      fc.property(anySpaces(15), choices, (spaces, chosen) => {
        const cards = spaces.map(each => toCard(each) as Space);
        expect(ids(cards, asking(chosen))).toEqual(ids(spaces, asking(chosen)));
      }),
    );
  });

  it('counts for each option what that option alone would surely find', () => {
    const lists = {waysIn, accessFeatures, roles, audiences, approaches, languages: ['en', 'cy', 'bfi']} as const;
    fc.assert(
      fc.property(anySpaces(15), choices, fc.boolean(), (spaces, chosen, leaveOutUnknown) => {
        const counts = countMore(spaces, asking(chosen, {leaveOutUnknown}));
        const surely = (choice: MoreChoices) => {
          const [name] = Object.keys(choice) as (keyof MoreChoices)[];
          return found(spaces, asking({...chosen, ...choice}, {leaveOutUnknown})).filter(
            ({unknown}) => name !== undefined && !unknown.includes(name),
          ).length;
        };
        for (const name of [
          'noReferral',
          'free',
          'tellsNobody',
          'laterToday',
          'evenings',
          'weekend',
          'evaluated',
        ] as const) {
          expect(counts[name]).toBe(surely({[name]: true}));
        }
        for (const days of [14, 30]) expect(counts.eventsWithin[days]).toBe(surely({eventsWithin: days}));
        for (const name of Object.keys(lists) as (keyof typeof lists)[]) {
          for (const option of lists[name]) {
            const already: readonly string[] = name === 'accessFeatures' ? (chosen.accessFeatures ?? []) : [];
            expect(counts[name][option] ?? 0).toBe(surely({[name]: [...new Set([...already, option])]}));
          }
        }
      }),
      {numRuns: 40},
    );
  });

  it('is in use under the name of its own answer', () => {
    const all: MoreChoices = {
      ...{noReferral: true, free: true, tellsNobody: true, waysIn: ['drop-in'], accessFeatures: ['quiet']},
      ...{
        languages: ['cy'],
        age: 30,
        roles: ['holder'],
        audiences: ['adults'],
        approaches: ['open'],
        laterToday: true,
        evenings: true,
      },
      ...{openAt: {weekday: 'MO', minutes: 0}, weekend: true, eventsWithin: 14, evaluated: true},
    };
    expect(moreFilters(all, moment).map(({name}) => name)).toEqual(moreFilterNames);
    expect(moreFilters({noReferral: false, waysIn: [], languages: []}, moment)).toEqual([]);
  });
});
