import {openPlaces} from '@held-spaces/domain/open-places';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {search} from '@held-spaces/domain/search';
import {hoursOf} from '@held-spaces/domain/space-hours';
import {deliveries, waysIn} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

/** A Monday afternoon. */
const now = new Date('2026-11-23T15:00:00Z');
const place = {point: {latitude: 53.8, longitude: -1.55}, nation: 'england'} as const;

const schedules = {
  open: [{freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00'}],
  closed: [{freq: 'WEEKLY', byday: ['TU'], opensAt: '09:00', closesAt: '17:00'}],
  'under a condition': [{freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00', conditional: true}],
  'not known': [],
} as const;

const card = (id: string, change: object = {}) =>
  ({
    id,
    name: `Space ${id}`,
    status: 'active',
    kinds: [],
    deliveries: ['physical'],
    schedules: schedules.open,
    waysIn: [],
    stages: {declared: [], suggested: []},
    areaServed: {nations: []},
    contact: {},
    location: {precision: 'exact', point: {latitude: 53.81, longitude: -1.55}},
    provenance: {source: 'A list', checked: '2026-11-01'},
    ...change,
  }) as unknown as SpaceCard;

const idsOf = (spaces: readonly SpaceCard[], isWanted: (space: SpaceCard) => boolean = () => true) =>
  openPlaces(spaces, {place, now, staleAfterDays: 365, isWanted}).map(({space: {id}}) => id);

describe('places for somebody who wants to be with someone', () => {
  it('are open now, in person, within 25 miles, and for today', () => {
    expect(idsOf([card('here')])).toEqual(['here']);
    for (const change of [
      {schedules: schedules.closed},
      {schedules: schedules['under a condition']},
      {schedules: schedules['not known']},
      {status: 'temporarily closed'},
      {status: 'defunct'},
      {provenance: {source: 'A list'}},
      {provenance: {source: 'A list', checked: '2025-11-01'}},
      {deliveries: ['online']},
      {deliveries: []},
      {location: {precision: 'exact', point: {latitude: 54.3, longitude: -1.55}}},
      {location: undefined},
      {waysIn: ['professional']},
      {waysIn: ['appointment', 'membership']},
    ]) {
      expect([change, idsOf([card('here', change)])]).toEqual([change, []]);
    }
  });

  it('stay where their way in is not known, or one of several is for today', () => {
    expect(idsOf([card('a', {waysIn: []}), card('b', {waysIn: ['professional', 'drop-in']})])).toEqual(['a', 'b']);
  });

  it('stand with those that the person asked for first, then nearest first, and none is left out by a filter', () => {
    const near = (id: string, latitude: number) =>
      card(id, {location: {precision: 'exact', point: {latitude, longitude: -1.55}}});
    const spaces = [near('far', 53.95), near('near', 53.801), near('nearer', 53.8)];
    expect(idsOf(spaces)).toEqual(['nearer', 'near', 'far']);
    expect(idsOf(spaces, ({id}) => id === 'far')).toEqual(['far', 'nearer', 'near']);
  });

  it('are never any that the finder itself would not call open, whatever it knows of them', () => {
    const arbitrary = fc.record({
      schedules: fc.constantFrom(...Object.values(schedules)),
      status: fc.constantFrom('active', 'temporarily closed', 'inactive', 'defunct'),
      deliveries: fc.subarray([...deliveries]),
      waysIn: fc.subarray([...waysIn]),
      provenance: fc.record({
        source: fc.constant('A list'),
        checked: fc.constantFrom(undefined, '2019-01-01', '2026-11-20'),
      }),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, {maxLength: 12}), changes => {
        const spaces = changes.map((change, index) => card(`${index}`, change));
        const {nearby} = search(spaces, {
          place,
          hoursOf,
          radiusKm: 40,
          stages: [],
          kinds: [],
          deliveries: [],
          openNow: false,
          leaveOutUnknown: false,
          order: 'nearest',
          now,
          staleAfterDays: 365,
        });
        const open = new Set(
          nearby.filter(({hours: {state}}) => state === 'open' || state === 'always').map(({space}) => space.id),
        );
        for (const id of idsOf(spaces)) expect(open.has(id)).toBe(true);
      }),
    );
  });
});
