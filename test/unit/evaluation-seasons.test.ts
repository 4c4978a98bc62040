import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {recentSeasons, seasonChoices, seasonKey} from '../../src/components/evaluation-form/seasons.js';

const seasonsAt = (instant: string, count = 3) => recentSeasons(new Date(instant), count).map(seasonKey);

describe('the seasons offered', () => {
  it('begin with the one it is now', () => {
    expect(seasonsAt('2026-11-21T12:00:00Z')).toEqual(['autumn-2026', 'summer-2026', 'spring-2026']);
    expect(seasonsAt('2026-03-01T12:00:00Z', 2)).toEqual(['spring-2026', 'winter-2026']);
  });

  it('name a winter after the year of its February', () => {
    expect(seasonsAt('2026-12-01T12:00:00Z', 2)).toEqual(['winter-2027', 'autumn-2026']);
    expect(seasonsAt('2027-02-28T12:00:00Z', 2)).toEqual(['winter-2027', 'autumn-2026']);
  });

  it('change at midnight in London, not in Greenwich', () => {
    expect(seasonsAt('2026-05-31T22:59:00Z', 1)).toEqual(['spring-2026']);
    expect(seasonsAt('2026-05-31T23:00:00Z', 1)).toEqual(['summer-2026']);
  });

  it('follow each other without a gap, whenever it is', () => {
    const order = ['winter', 'spring', 'summer', 'autumn'];
    fc.assert(
      fc.property(fc.date({min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true}), date => {
        const numbers = recentSeasons(date).map(({season, year}) => year * 4 + order.indexOf(season));
        expect(numbers).toHaveLength(8);
        numbers.slice(1).forEach((number, index) => expect(number).toBe(numbers[index]! - 1));
      }),
    );
  });

  it('have words beside them for who still goes, went long ago, or would rather not say', () => {
    const keys = seasonChoices(new Date('2026-11-21')).map(seasonKey);
    expect(keys[0]).toBe('still-going');
    expect(keys.slice(-2)).toEqual(['longer-ago', 'rather-not-say']);
    expect(new Set(keys).size).toBe(11);
  });
});
