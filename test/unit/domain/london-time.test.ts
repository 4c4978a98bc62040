import {instantOf, instantOfDay, londonPosition, londonTime, parseDay} from '@held-spaces/domain/london-time';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const anyInstant = fc.date({min: new Date('1996-01-01'), max: new Date('2037-12-31'), noInvalidDate: true});
const at = (text: string) => new Date(text);

// Another way to the same answer, which the code under test does not take.
const wallFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('London time', () => {
  it('shows what a clock in London shows', () => {
    fc.assert(
      fc.property(anyInstant, instant => {
        const {year, month, day, minutes} = londonTime(instant);
        const two = (value: number) => String(value).padStart(2, '0');
        const shown = `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
        expect(shown).toBe(wallFormat.format(instant));
      }),
    );
  });

  it('knows the day of the week', () => {
    expect(londonTime(at('2026-11-21T12:00Z')).weekday).toBe('SA');
    expect(londonTime(at('2026-06-30T23:30Z')).weekday).toBe('WE');
  });

  it('finds the instant again that a wall time came from, but in the hour that comes twice', () => {
    fc.assert(
      fc.property(anyInstant, instant => {
        const wall = londonTime(instant);
        const back = instantOf(wall, wall.minutes);
        const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
        const isSecondTime = minute - back.getTime() === 3_600_000;
        if (!isSecondTime) expect(back.getTime()).toBe(minute);
        else expect(wall.month).toBe(10);
      }),
    );
  });

  it('moves a time that is left out in spring to the change, and takes the first of a time that comes twice', () => {
    const spring = {year: 2026, month: 3, day: 29};
    expect(instantOf(spring, 59).toISOString()).toBe('2026-03-29T00:59:00.000Z');
    expect(instantOf(spring, 60).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOf(spring, 90).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOf(spring, 120).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    const autumn = {year: 2026, month: 10, day: 25};
    expect(instantOf(autumn, 90).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf(autumn, 120).toISOString()).toBe('2026-10-25T02:00:00.000Z');
    expect(instantOf(autumn, 1440).toISOString()).toBe('2026-10-26T00:00:00.000Z');
  });

  it('never runs backwards, and has reached a listed time exactly from its instant on', () => {
    const changes = fc.constantFrom(...['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-28T01:00Z'].map(at));
    const nearChange = fc
      .tuple(changes, fc.integer({min: -300, max: 300}))
      .map(([change, minutes]) => new Date(change.getTime() + minutes * 60_000));
    fc.assert(
      fc.property(fc.oneof(anyInstant, nearChange), fc.integer({min: -200, max: 200}), (instant, minutes) => {
        const later = new Date(instant.getTime() + Math.abs(minutes) * 60_000);
        expect(londonPosition(later)).toBeGreaterThanOrEqual(londonPosition(instant));
        const listed = londonPosition(instant) + minutes;
        const [day, rest] = [Math.floor(listed / 1440), ((listed % 1440) + 1440) % 1440];
        expect(londonPosition(instant) >= listed).toBe(instant.getTime() >= instantOfDay(day, rest).getTime());
      }),
      {numRuns: 2000},
    );
  });

  it('reads a day of the calendar, and nothing that is none', () => {
    expect(parseDay('1970-01-02')).toBe(1);
    expect(parseDay('2026-02-29')).toBeUndefined();
    expect(parseDay('2026-13-01')).toBeUndefined();
    expect(parseDay('soon')).toBeUndefined();
    expect(parseDay(undefined)).toBeUndefined();
  });
});
