import {comingDates, hasDateWithin, lastEventDay, withoutEnded} from '@held-spaces/domain/coming-dates';
import type {Schedule, SpaceEvent} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

/** A Saturday, at noon in London. */
const now = new Date('2026-11-21T12:00:00Z');
const of = (events: readonly SpaceEvent[], schedules: readonly Schedule[] = []) =>
  comingDates({events, schedules}, now);

describe('what is on by date', () => {
  it('says what comes next, soonest first, and leaves out what is over', () => {
    const dates = of([
      {dtstart: '2026-12-05', opensAt: '14:00', closesAt: '16:00', name: 'Winter gathering'},
      {dtstart: '2026-11-20', name: 'Yesterday'},
      {dtstart: '2026-11-21', opensAt: '09:00', closesAt: '11:30', name: 'This morning'},
      {dtstart: '2026-11-21', opensAt: '11:00', closesAt: '12:30', name: 'Now'},
      {dtstart: '2026-11-21', opensAt: '20:00', closesAt: '01:00', name: 'Tonight'},
    ]);
    expect(dates.map(({name, day}) => [name, day])).toEqual([
      ['Now', '2026-11-21'],
      ['Tonight', '2026-11-21'],
      ['Winter gathering', '2026-12-05'],
    ]);
    expect(dates[2]).toEqual({day: '2026-12-05', opensAt: '14:00', closesAt: '16:00', name: 'Winter gathering'});
  });

  it('gives the day that it goes on with, for something of several days', () => {
    expect(of([{dtstart: '2026-11-19', until: '2026-11-22'}])).toEqual([{day: '2026-11-21', until: '2026-11-22'}]);
    const mornings = {dtstart: '2026-11-19', until: '2026-11-22', opensAt: '09:00', closesAt: '11:00'};
    expect(of([mornings])[0]?.day).toBe('2026-11-22');
  });

  it('takes a course for its next day, and weekly hours for no date at all', () => {
    const weekly: Schedule = {freq: 'WEEKLY', byday: ['TU'], opensAt: '18:00', closesAt: '20:00'};
    const course: Schedule = {...weekly, dtstart: '2026-11-03', until: '2026-12-08', notes: 'Six evenings'};
    expect(of([], [weekly, course])).toEqual([
      {day: '2026-11-24', until: '2026-12-08', opensAt: '18:00', closesAt: '20:00', notes: 'Six evenings'},
    ]);
    expect(of([], [{...course, until: '2026-11-20'}])).toEqual([]);
  });

  it('ends at midnight in London, in summer too', () => {
    const event = [{dtstart: '2026-07-10'}];
    expect(comingDates({events: event, schedules: []}, new Date('2026-07-10T22:59:00Z'))).toHaveLength(1);
    expect(comingDates({events: event, schedules: []}, new Date('2026-07-10T23:00:00Z'))).toHaveLength(0);
  });

  it('reads a date that is none as nothing', () => {
    expect(of([{dtstart: '2026-02-31'}, {dtstart: 'soon'}])).toEqual([]);
    expect(lastEventDay({events: [{dtstart: '2026-02-31'}]})).toBeUndefined();
  });

  it('agrees with what is left of the events, whatever they are', () => {
    const day = fc
      .integer({min: -40, max: 40})
      .map(days => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    const events = fc.array(fc.record({dtstart: day, until: fc.option(day, {nil: undefined})}), {maxLength: 6});
    const today = Math.floor(now.getTime() / 86_400_000);
    fc.assert(
      fc.property(events, fc.nat(40), (list, days) => {
        const left = withoutEnded(list, today);
        expect(of(list)).toHaveLength(left.length);
        const limit = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        expect(hasDateWithin({events: list, schedules: []}, days, now)).toBe(
          left.some(({dtstart}) => dtstart <= limit),
        );
      }),
    );
  });
});
