import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {keptLongEnough, lastMonthForgotten} from '../../server/src/evaluations/keeping.js';

const day = 86_400_000;
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);
const yearsLater = (at: number, years: number) => {
  const date = new Date(at);
  return Date.UTC(
    date.getUTCFullYear() + years,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  );
};

describe('for how long an evaluation is kept', () => {
  it('is never longer than was promised, though a batch is a week late', () => {
    fc.assert(
      fc.property(
        fc.integer({min: Date.UTC(2026, 0, 1), max: Date.UTC(2060, 0, 1)}),
        fc.integer({min: 1, max: 25}),
        fc.integer({min: 0, max: 13 * day}),
        (sent, years, before) => {
          // The last batch before the time is over came up to two weeks before.
          const last = yearsLater(sent, years) - before;
          expect(monthOf(sent) <= lastMonthForgotten(new Date(last), years)).toBe(true);
        },
      ),
    );
  });

  it('is shorter than was promised by no more than a month and two weeks', () => {
    fc.assert(
      fc.property(
        fc.integer({min: Date.UTC(2026, 0, 1), max: Date.UTC(2060, 0, 1)}),
        fc.integer({min: 1, max: 25}),
        (sent, years) => {
          const early = yearsLater(sent, years) - 46 * day;
          expect(monthOf(sent) > lastMonthForgotten(new Date(early), years)).toBe(true);
        },
      ),
    );
  });

  it('is what was promised when it was sent, or less where less is promised now', () => {
    const rows = [{month: '2026-01', keepYears: 2}, {month: '2026-01', keepYears: 5}, {month: '2026-01'}];
    const after = (years: number, at: string) => keptLongEnough(rows, years, new Date(at));
    expect(after(5, '2028-01-01T00:00:00Z')).toEqual([rows[0]]);
    expect(after(1, '2027-01-01T00:00:00Z')).toEqual(rows);
    expect(after(25, '2031-01-01T00:00:00Z')).toEqual([rows[0], rows[1]]);
  });

  it('counts from the first day of the month, which is all that is known', () => {
    expect(lastMonthForgotten(new Date('2030-12-17T12:00:00Z'), 5)).toBe('2025-12');
    expect(lastMonthForgotten(new Date('2030-12-18T12:00:00Z'), 5)).toBe('2026-01');
  });
});
