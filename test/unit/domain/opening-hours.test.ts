import {isOpenAt, nextOpening, openState, opensLaterToday, weekdays} from '@held-spaces/domain/opening-hours';
import {listedOn, weekOf} from '@held-spaces/domain/opening-week';
import type {Schedule} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {openOnTape, tapeFrom} from './opening-oracle.js';

const everyDay = [...weekdays];
const rule = (
  byday: readonly string[],
  opensAt?: string,
  closesAt?: string,
  rest: Partial<Schedule> = {},
): Schedule => ({
  freq: 'WEEKLY',
  byday,
  ...(opensAt && {opensAt}),
  ...(closesAt && {closesAt}),
  ...rest,
});
const at = (text: string) => new Date(text);
// A Saturday in winter, when London's clock shows UTC.
const saturdayNoon = at('2026-11-21T12:00Z');

describe('whether a space is open', () => {
  it('is open until it closes, from the minute it opens', () => {
    const weekday = [rule(['SA'], '09:00', '17:00')];
    expect(openState(weekday, saturdayNoon)).toEqual({state: 'open', closes: at('2026-11-21T17:00Z')});
    expect(isOpenAt(weekday, at('2026-11-21T08:59:59Z'))).toBe(false);
    expect(isOpenAt(weekday, at('2026-11-21T09:00:00Z'))).toBe(true);
    expect(isOpenAt(weekday, at('2026-11-21T16:59:59Z'))).toBe(true);
    expect(isOpenAt(weekday, at('2026-11-21T17:00:00Z'))).toBe(false);
  });

  it('says when it opens next, later today, tomorrow or in a month', () => {
    expect(openState([rule(['SA'], '18:00', '02:00')], saturdayNoon)).toEqual({
      state: 'closed',
      opens: at('2026-11-21T18:00Z'),
    });
    expect(openState([rule(['SU'], '10:00', '12:00')], saturdayNoon)).toEqual({
      state: 'closed',
      opens: at('2026-11-22T10:00Z'),
    });
    const firstTuesday = rule(['1TU'], '10:00', '12:00', {freq: 'MONTHLY'});
    expect(openState([firstTuesday], saturdayNoon)).toEqual({state: 'closed', opens: at('2026-12-01T10:00Z')});
  });

  it('is still open after midnight, until the morning', () => {
    const cafe = [rule(['SA'], '18:00', '02:00')];
    expect(openState(cafe, at('2026-11-22T01:00Z'))).toEqual({state: 'open', closes: at('2026-11-22T02:00Z')});
    expect(isOpenAt(cafe, at('2026-11-22T02:00Z'))).toBe(false);
    expect(isOpenAt(cafe, at('2026-11-21T01:00Z'))).toBe(false);
  });

  it('joins openings that touch, and takes 23:59, 24:00 and 00:00 for the end of the day', () => {
    for (const midnight of ['23:59', '24:00', '00:00']) {
      const nightAndMorning = [rule(['SA'], '18:00', midnight), rule(['SU'], '00:00', '06:00')];
      expect(openState(nightAndMorning, at('2026-11-21T20:00Z'))).toEqual({
        state: 'open',
        closes: at('2026-11-22T06:00Z'),
      });
    }
  });

  it('knows a weekend that never closes', () => {
    const weekend = [
      rule(['FR'], '18:00', '23:59'),
      rule(['SA', 'SU'], '00:00', '23:59'),
      rule(['MO'], '00:00', '06:00'),
    ];
    expect(openState(weekend, saturdayNoon)).toEqual({state: 'open', closes: at('2026-11-23T06:00Z')});
  });

  it('knows what is always open, however the feed writes it', () => {
    for (const closesAt of ['23:59', '24:00', '00:00']) {
      expect(openState([rule(everyDay, '00:00', closesAt)], saturdayNoon)).toEqual({state: 'always'});
    }
    const halves = [rule(everyDay, '08:00', '20:00'), rule(everyDay, '20:00', '08:00')];
    expect(openState(halves, saturdayNoon)).toEqual({state: 'always'});
    expect(openState([rule(everyDay, '09:00', '09:00')], saturdayNoon)).toEqual({state: 'always'});
  });

  it('keeps to wall time when the clocks go forward and back', () => {
    const nights = [rule(everyDay, '22:00', '08:00')];
    expect(openState(nights, at('2026-03-29T00:30Z'))).toEqual({state: 'open', closes: at('2026-03-29T07:00Z')});
    expect(openState(nights, at('2026-10-25T00:30Z'))).toEqual({state: 'open', closes: at('2026-10-25T08:00Z')});
    const inLostHour = [rule(['SU'], '01:30', '03:00')];
    expect(nextOpening(inLostHour, at('2026-03-29T00:00Z'))).toEqual(at('2026-03-29T01:00Z'));
    const untilTwice = [rule(['SA'], '20:00', '01:30')];
    expect(isOpenAt(untilTwice, at('2026-10-25T00:29Z'))).toBe(true);
    // Half past one comes again an hour later: it has closed, and stays so.
    expect(isOpenAt(untilTwice, at('2026-10-25T00:31Z'))).toBe(false);
    expect(isOpenAt(untilTwice, at('2026-10-25T01:10Z'))).toBe(false);
  });

  it('reads monthly rules: the second Monday, the last Friday', () => {
    const secondMonday = [rule(['2MO'], '19:00', '21:00', {freq: 'MONTHLY'})];
    const lastFriday = [rule(['-1FR'], '19:00', '21:00', {freq: 'MONTHLY'})];
    expect(nextOpening(secondMonday, saturdayNoon)).toEqual(at('2026-12-14T19:00Z'));
    expect(nextOpening(lastFriday, saturdayNoon)).toEqual(at('2026-11-27T19:00Z'));
  });

  it('counts every other week from the first, and does not guess without one', () => {
    const fortnightly = {interval: 2, dtstart: '2026-11-12'};
    expect(nextOpening([rule(['TH'], '10:00', '11:00', fortnightly)], saturdayNoon)).toEqual(at('2026-11-26T10:00Z'));
    const uncounted = [rule(['TH'], '10:00', '11:00', {interval: 2})];
    expect(openState(uncounted, saturdayNoon)).toEqual({state: 'unknown', reason: 'days-not-listed'});
    expect(nextOpening(uncounted, saturdayNoon)).toBeUndefined();
  });

  it('waits for a course that has not begun', () => {
    const course = [rule(['MO'], '10:00', '12:00', {dtstart: '2027-01-11'})];
    expect(openState(course, saturdayNoon)).toEqual({state: 'closed', opens: at('2027-01-11T10:00Z')});
  });

  it('does not say closed where the times have lapsed, or do not hold yet', () => {
    const summer = rule(everyDay, '09:00', '21:00', {validFrom: '2026-06-01', validTo: '2026-08-31'});
    expect(openState([summer], saturdayNoon)).toEqual({state: 'unknown', reason: 'lapsed'});
    expect(openState([{...summer, validTo: '2026-11-20'}], saturdayNoon)).toEqual({state: 'unknown', reason: 'lapsed'});
    expect(openState([{...summer, validTo: '2026-11-21'}], saturdayNoon).state).toBe('open');
    expect(openState([rule(everyDay, '09:00', '17:00', {until: '2026-11-01'})], saturdayNoon)).toMatchObject({
      reason: 'lapsed',
    });
    expect(openState([rule(everyDay, '09:00', '17:00', {validFrom: '2027-01-01'})], saturdayNoon)).toMatchObject({
      reason: 'not-listed',
    });
    const winter = rule(['MO'], '09:00', '17:00');
    expect(openState([summer, winter], saturdayNoon)).toEqual({state: 'closed', opens: at('2026-11-23T09:00Z')});
  });

  it('sees the last night of a rule out', () => {
    const lastNight = [rule(['FR'], '20:00', '04:00', {until: '2026-11-20'})];
    expect(openState(lastNight, at('2026-11-21T03:00Z'))).toEqual({state: 'open', closes: at('2026-11-21T04:00Z')});
    expect(openState(lastNight, at('2026-11-21T05:00Z'))).toEqual({state: 'unknown', reason: 'lapsed'});
  });

  it('says why it does not know', () => {
    expect(openState([], saturdayNoon)).toEqual({state: 'unknown', reason: 'not-listed'});
    expect(openState([rule([])], saturdayNoon)).toEqual({state: 'unknown', reason: 'not-listed'});
    expect(openState([rule([], '18:00', '02:00')], saturdayNoon)).toEqual({
      state: 'unknown',
      reason: 'days-not-listed',
    });
    expect(openState([rule(['sometimes'], '18:00', '02:00')], saturdayNoon)).toMatchObject({reason: 'days-not-listed'});
    expect(openState([rule(everyDay)], saturdayNoon)).toEqual({state: 'unknown', reason: 'times-not-listed'});
    expect(openState([rule(everyDay, undefined, '20:00')], saturdayNoon)).toMatchObject({reason: 'times-not-listed'});
    expect(openState([rule(everyDay, 'late', '20:00')], saturdayNoon)).toMatchObject({reason: 'times-not-listed'});
    const termTime = rule(everyDay, '00:00', '24:00', {conditional: true, notes: 'Term time'});
    expect(openState([termTime], saturdayNoon)).toEqual({state: 'unknown', reason: 'conditional'});
  });

  it('keeps the start where only that is listed: of today, or else the next', () => {
    expect(openState([rule(['SA'], '10:00')], saturdayNoon)).toEqual({
      state: 'unknown',
      reason: 'end-not-listed',
      starts: at('2026-11-21T10:00Z'),
    });
    expect(openState([rule(['MO'], '19:00')], saturdayNoon)).toMatchObject({starts: at('2026-11-23T19:00Z')});
  });

  it('is open when one rule is sure of it, and never closed while another is not known', () => {
    const known = rule(['SA'], '09:00', '17:00');
    const unsure = rule(everyDay, '18:00', '22:00', {conditional: true});
    expect(openState([unsure, known], saturdayNoon).state).toBe('open');
    expect(openState([unsure, known], at('2026-11-21T17:30Z'))).toEqual({state: 'unknown', reason: 'conditional'});
    expect(isOpenAt([unsure, known], at('2026-11-21T17:30Z'))).toBeUndefined();
  });

  it('knows what opens later today, and that tomorrow is not today', () => {
    const evenings = [rule(['SA'], '18:00', '23:00')];
    expect(opensLaterToday(evenings, saturdayNoon)).toEqual(at('2026-11-21T18:00Z'));
    expect(opensLaterToday(evenings, at('2026-11-21T18:00Z'))).toBeUndefined();
    expect(opensLaterToday([rule(['SU'], '00:30', '02:00')], saturdayNoon)).toBeUndefined();
  });
});

describe('against a clock read minute by minute', () => {
  const time = fc.oneof(
    fc.constantFrom('00:00', '00:30', '01:00', '01:30', '02:00', '09:00', '23:59', '24:00'),
    fc.tuple(fc.nat(23), fc.nat(59)).map(parts => parts.map(part => String(part).padStart(2, '0')).join(':')),
  );
  const day = fc.constantFrom(...everyDay);
  const somewhen = fc.constantFrom(
    '2026-03-15',
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-10-12',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  );
  const window = fc.record(
    {dtstart: somewhen, until: somewhen, validFrom: somewhen, validTo: somewhen},
    {requiredKeys: []},
  );
  const opensAt = time.filter(text => text !== '24:00' && text !== '23:59');
  const weekly = fc.record({
    freq: fc.constant('WEEKLY' as const),
    byday: fc.subarray(everyDay, {minLength: 1}),
    opensAt,
    closesAt: time,
  });
  const monthly = fc.record({
    freq: fc.constant('MONTHLY' as const),
    byday: fc.array(
      fc.tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2'), day).map(parts => parts.join('')),
      {minLength: 1, maxLength: 3},
    ),
    opensAt,
    closesAt: time,
  });
  const counted = fc.tuple(fc.oneof(weekly, monthly), fc.integer({min: 2, max: 3}), somewhen);
  const wholeRule: fc.Arbitrary<Schedule> = fc.oneof(
    weekly,
    fc.tuple(fc.oneof(weekly, monthly), window).map(([base, limits]): Schedule => ({...base, ...limits})),
    counted.map(([base, interval, dtstart]): Schedule => ({...base, interval, dtstart})),
  );
  const rules = fc.array(wholeRule, {minLength: 1, maxLength: 4});
  // Whole days around both clock changes and one that is like any other, so that the slow tapes can be kept.
  const days = [
    '2026-03-28T00:00Z',
    '2026-03-29T00:00Z',
    '2026-10-24T00:00Z',
    '2026-10-25T00:00Z',
    '2026-10-27T00:00Z',
  ].map(at);
  const minutes = 3 * 24 * 60;

  it('agrees on what is open, when it closes and when it opens', () => {
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(...days),
        fc.nat(24 * 60),
        fc.boolean(),
        (schedules, start, after, isWhole) => {
          // One in two of the instants is on the edge of an hour, where most goes wrong.
          const index = isWhole ? after - (after % 30) : after;
          const tape = tapeFrom(start, minutes);
          const open = openOnTape(schedules, tape);
          const instantAt = (minute: number) => new Date(tape.from + minute * 60_000);
          const now = instantAt(index);
          const found = openState(schedules, now);
          const isOpen = found.state === 'open' || found.state === 'always';
          expect(isOpen).toBe(open[index]);

          const change = open.findIndex((value, minute) => minute > index && value !== open[index]);
          if (found.state === 'open')
            expect(change === -1 ? found.closes >= instantAt(minutes) : found.closes).toEqual(
              change === -1 ? true : instantAt(change),
            );
          if (found.state === 'always') expect(change).toBe(-1);
          if (found.state === 'closed' && change !== -1) expect(found.opens).toEqual(instantAt(change));
          if (found.state === 'closed' && change === -1)
            expect(found.opens === undefined || found.opens >= instantAt(minutes)).toBe(true);

          const opening = open.findIndex((value, minute) => minute > index && value && !open[minute - 1]);
          if (opening !== -1) expect(nextOpening(schedules, now)).toEqual(instantAt(opening));
        },
      ),
      {numRuns: 1500},
    );
  });

  it('never says closed when a rule in force is not known, and never open because of one', () => {
    const unknown: fc.Arbitrary<Schedule> = fc.oneof(
      weekly.map((base): Schedule => ({...base, conditional: true})),
      weekly.map(({freq, byday, opensAt: start}): Schedule => ({freq, byday, opensAt: start})),
      weekly.map(({freq, byday, closesAt}): Schedule => ({freq, byday, closesAt})),
      weekly.map((base): Schedule => ({...base, byday: []})),
    );
    fc.assert(
      fc.property(rules, unknown, fc.constantFrom(...days), (schedules, unsure, now) => {
        const without = openState(schedules, now);
        const withIt = openState([...schedules, unsure], now);
        expect(withIt.state).not.toBe('closed');
        if (withIt.state !== 'unknown') expect(withIt).toEqual(without);
      }),
    );
  });
});

describe('what is listed', () => {
  const nights = rule(['FR', 'SA'], '18:00', '02:00', {notes: 'Ring the bell'});
  const afternoons = rule(['FR'], '12:00', '14:00');

  it('lists the week from Monday, each day in order of opening', () => {
    const {days, anyDay} = weekOf([nights, afternoons]);
    expect(days.map(({weekday}) => weekday)).toEqual(everyDay);
    expect(days[4]!.spans).toEqual([
      {opensAt: '12:00', closesAt: '14:00', closesNextDay: false, isAllDay: false, conditional: false},
      {
        opensAt: '18:00',
        closesAt: '02:00',
        closesNextDay: true,
        isAllDay: false,
        conditional: false,
        notes: 'Ring the bell',
      },
    ]);
    expect(days[0]).toEqual({weekday: 'MO', spans: [], isKnown: true});
    expect(anyDay).toEqual([]);
  });

  it('does not take a day for closed when any rule leaves its days out, or when nothing is listed', () => {
    const someDays = rule([], '18:00', '02:00');
    expect(weekOf([nights, someDays]).days[0]!.isKnown).toBe(false);
    expect(weekOf([nights, someDays]).anyDay).toHaveLength(1);
    expect(weekOf([]).days.every(({isKnown}) => !isKnown)).toBe(true);
    const lapsed = {...nights, validTo: '2026-01-01'};
    expect(weekOf([lapsed], saturdayNoon).days.every(({isKnown, spans}) => !isKnown && spans.length === 0)).toBe(true);
  });

  it('marks whole days and midnight', () => {
    const [always] = weekOf([rule(everyDay, '00:00', '23:59')]).days[0]!.spans;
    expect(always).toMatchObject({isAllDay: true, closesNextDay: false});
    const [evening] = weekOf([rule(['MO'], '18:00', '00:00')]).days[0]!.spans;
    expect(evening).toMatchObject({isAllDay: false, closesNextDay: false});
    const [second] = weekOf([rule(['2MO'], '18:00', '20:00', {freq: 'MONTHLY'})]).days[0]!.spans;
    expect(second).toMatchObject({byday: '2MO'});
  });

  it("gives today's listed times for records too old for any claim, start only and conditional ones too", () => {
    const startOnly = rule(['SA'], '10:00');
    const byAppointment = rule(['SA'], '09:00', '12:00', {conditional: true});
    expect(listedOn([nights, afternoons, startOnly, byAppointment], saturdayNoon).map(({opensAt}) => opensAt)).toEqual([
      '09:00',
      '10:00',
      '18:00',
    ]);
    expect(listedOn([{...nights, until: '2026-11-20'}], saturdayNoon)).toEqual([]);
  });
});
