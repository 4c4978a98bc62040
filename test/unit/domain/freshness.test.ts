import {freshness} from '@held-spaces/domain/freshness';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const now = new Date('2026-11-21T12:00:00Z');
const on = (checked?: string, at = now, days = 365) => freshness(checked === undefined ? {} : {checked}, at, days);

describe('freshness', () => {
  it('counts a year or a month alone from its last day', () => {
    expect(on('2025')).toBe('fresh');
    expect(on('2025', new Date('2026-12-31T23:59:59Z'))).toBe('fresh');
    expect(on('2025', new Date('2027-01-01T00:00:00Z'))).toBe('old');
    expect(on('2024')).toBe('old');
    expect(on('2025-11')).toBe('fresh');
    expect(on('2025-10')).toBe('old');
    expect(on('2025-11-21')).toBe('fresh');
    expect(on('2025-11-20')).toBe('old');
  });

  it('is fresh in the year or the month that is still running', () => {
    expect(on('2026')).toBe('fresh');
    expect(on('2026-11')).toBe('fresh');
  });

  it('does not know without a date, with nonsense, or with a date to come', () => {
    for (const date of [
      undefined,
      '',
      'about 2020',
      '2026-13',
      '2025-02-31',
      '2026-00',
      '26-01-01',
      '2027',
      '2026-12',
    ]) {
      expect(on(date)).toBe('unknown');
    }
  });

  it('never turns old into fresh as time passes', () => {
    const day = fc.date({min: new Date('2000-01-01'), max: new Date('2026-11-21'), noInvalidDate: true});
    fc.assert(
      fc.property(day, fc.nat(4000), fc.nat(4000), fc.nat(1000), (checked, first, more, days) => {
        const date = checked.toISOString().slice(0, 10);
        const at = (after: number) => new Date(checked.getTime() + after * 86_400_000);
        if (on(date, at(first), days) === 'old') expect(on(date, at(first + more), days)).toBe('old');
        expect(on(date, at(0), days)).toBe('fresh');
      }),
    );
  });
});
