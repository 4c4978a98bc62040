import {answerDue, readBankHolidays} from '@held-spaces/domain/complaint-clock';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const none: ReadonlySet<string> = new Set();
const due = (received: string, holidays = none) => answerDue(new Date(received), holidays).toISOString();

describe('an answer to a complaint', () => {
  it('is due after 48 hours in the week', () => {
    expect(due('2026-11-23T10:00:00Z')).toBe('2026-11-25T10:00:00.000Z');
  });

  it('is due after the weekend where one is between', () => {
    expect(due('2026-11-20T10:00:00Z')).toBe('2026-11-24T10:00:00.000Z');
    expect(due('2026-11-21T13:00:00Z')).toBe('2026-11-25T00:00:00.000Z');
  });

  it('is due later by each bank holiday that the operator named', () => {
    expect(due('2026-11-23T10:00:00Z', new Set(['2026-11-24']))).toBe('2026-11-26T10:00:00.000Z');
  });

  it('goes by the days of London, also where the clocks change', () => {
    // A Friday in summer time, 23:30 on the wall; the clocks go back on the Sunday.
    expect(due('2026-10-23T22:30:00Z')).toBe('2026-10-27T23:30:00.000Z');
  });

  it('is never due on a day that is left out, has 48 hours of counted days before it, and moves on with the complaint', () => {
    const day = 86_400_000;
    const moments = fc.date({min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true});
    const closed = fc.uniqueArray(fc.integer({min: 0, max: 30}), {maxLength: 12});
    fc.assert(
      fc.property(moments, closed, fc.integer({min: 1, max: 5 * day}), (received, after, later) => {
        const name = (at: number) => new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London'}).format(at);
        const weekday = (at: number) =>
          new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', weekday: 'short'}).format(at);
        const holidays = new Set(after.map(days => name(received.getTime() + days * day)));
        const isOpen = (at: number) => !['Sat', 'Sun'].includes(weekday(at)) && !holidays.has(name(at));
        const end = answerDue(received, holidays).getTime();
        // Minute by minute would be slow: quarters of an hour are fine enough for 48 hours, and clocks change on the hour.
        const step = 900_000;
        let counted = 0;
        for (let at = received.getTime(); at + step <= end; at += step) if (isOpen(at)) counted += step;
        expect(Math.abs(counted - 48 * 3_600_000)).toBeLessThanOrEqual(after.length * 2 * step + 4 * step);
        expect(isOpen(end - 1)).toBe(true);
        expect(answerDue(new Date(received.getTime() + later), holidays).getTime()).toBeGreaterThanOrEqual(end);
        expect(end).toBeGreaterThanOrEqual(answerDue(received, none).getTime());
      }),
      {numRuns: 60},
    );
  });
});

describe('a list of bank holidays', () => {
  const england = {
    division: 'england-and-wales',
    events: [{title: 'A day', date: '2030-05-06', notes: '', bunting: true}],
  };
  it('is read as gov.uk has it, of all nations or of one', () => {
    expect(readBankHolidays({'england-and-wales': england, scotland: {events: []}})).toEqual(new Set(['2030-05-06']));
    expect(readBankHolidays(england)).toEqual(new Set(['2030-05-06']));
  });

  it('is not taken from anything else', () => {
    for (const other of [null, [], {}, 'x', {events: []}, {events: [{date: '6 May'}]}, {scotland: england}]) {
      expect(readBankHolidays(other)).toBeUndefined();
    }
  });
});
