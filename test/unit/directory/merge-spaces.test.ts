import fc from 'fast-check';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {describe, expect, it} from 'vitest';
import {mergeSpaces} from '../../../src/directory/sources/merge-spaces.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const card = (facts: Partial<SpaceCard> & {postcode?: string; phone?: string; checked?: string} = {}): SpaceCard => {
  const {postcode, phone, checked, ...rest} = facts;
  return {
    id: uuid(1),
    name: 'The Lantern Room',
    status: 'active',
    kinds: [],
    deliveries: [],
    areaServed: {nations: []},
    contact: phone ? {phone} : {},
    ...(postcode && {location: {address: {postcode}}}),
    schedules: [],
    waysIn: [],
    audiences: [],
    languages: [],
    stages: {declared: [], suggested: []},
    disclosure: {answers: {}},
    provenance: {source: 'test', ...(checked && {checked})},
    ...rest,
  };
};

const count = (a: SpaceCard, b: SpaceCard) =>
  mergeSpaces([
    {name: 'a.example', spaces: [a]},
    {name: 'b.example', spaces: [b]},
  ]).length;

describe('a space in two directories', () => {
  it('is one where both give it the same UUID, and says who lists it', () => {
    const [merged, ...rest] = mergeSpaces([
      {name: 'a.example', spaces: [card({checked: '2025-01-01'})]},
      {name: 'b.example', spaces: [card({name: 'Lantern Room (Leeds)', checked: '2026-01-01'})]},
    ]);
    expect(rest).toEqual([]);
    expect(merged).toMatchObject({
      space: {name: 'Lantern Room (Leeds)', provenance: {source: 'a.example, b.example'}},
      from: {list: 1},
    });
  });

  it.each([
    [
      'the same name, district and phone',
      {postcode: 'LS6', phone: '0113 496 0123'},
      {postcode: 'LS6 2AB', phone: '+44 113 4960123'},
      1,
    ],
    ['the same name and whole postcode', {postcode: 'LS6 2AB'}, {postcode: 'LS6 2AB', phone: '0113 496 0123'}, 1],
    [
      'a name that differs by a word that is no name',
      {postcode: 'LS6 2AB', name: 'Lantern Room CIC'},
      {postcode: 'LS6 2AB'},
      1,
    ],
    [
      'another postcode',
      {postcode: 'LS6 2AB', phone: '0113 496 0123'},
      {postcode: 'LS6 3AB', phone: '0113 496 0123'},
      2,
    ],
    ['another phone', {postcode: 'LS6 2AB', phone: '0113 496 0123'}, {postcode: 'LS6 2AB', phone: '0113 496 0124'}, 2],
    ['no more than a name and a district', {postcode: 'LS6'}, {postcode: 'LS6'}, 2],
    ['no more than a name', {}, {}, 2],
    ['another name', {postcode: 'LS6 2AB', name: 'Wharf Room'}, {postcode: 'LS6 2AB'}, 2],
  ])('with %s', (_, a, b, expected) => {
    expect(count(card({...a, id: 'one'}), card({...b, id: 'two'}))).toBe(expected);
  });

  it('is two where an id is only a number of its feed, and each keeps an id of its own', () => {
    const merged = mergeSpaces([
      {name: 'a.example', spaces: [card({id: '4711', name: 'A'})]},
      {name: 'b.example', spaces: [card({id: '4711', name: 'B'})]},
    ]);
    expect(merged.map(({space}) => space.id)).toEqual(['0/4711', '1/4711']);
  });

  it('never makes one of two services of the same directory, nor loses any, nor lists one twice', () => {
    const anyCard = fc
      .record({
        id: fc.integer({min: 0, max: 5}).map(uuid),
        name: fc.constantFrom('Lantern', 'Wharf'),
        postcode: fc.constantFrom('LS6', 'LS6 2AB', 'LS6 3AB'),
        phone: fc.constantFrom('0113 496 0123', '0113 496 0124'),
      })
      .map(card);
    const list = fc.uniqueArray(anyCard, {selector: ({id}) => id, maxLength: 5});
    fc.assert(
      fc.property(list, list, list, (...lists) => {
        const named = lists.map((spaces, index) => ({name: `${index}.example`, spaces}));
        const ids = mergeSpaces(named).map(({space}) => space.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(lists.flat().length);
        const two = named.slice(0, 2);
        expect(mergeSpaces(two).length).toBeGreaterThanOrEqual(Math.max(...two.map(({spaces}) => spaces.length)));
      }),
    );
  });
});
