import {areasWithin} from '@held-spaces/domain/areas-within';
import {divideIntoAreas} from '@held-spaces/domain/area-file';
import {readAreaFile, readAreaIndex, readDetailsFile} from '@held-spaces/domain/read-files';
import {toCard, toDetails, withDetails} from '@held-spaces/domain/area-card';
import {boxHolds, distanceKm} from '@held-spaces/domain/distance';
import type {GeoPoint, Space} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {anySpace, anySpaces, bareSpace, ukPoint} from './spaces.js';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a card and its details', () => {
  it('make the whole space again, through the network too', () => {
    fc.assert(
      fc.property(anySpace, space => {
        expect(withDetails(toCard(space), toDetails(space))).toEqual(space);
        const file = readAreaFile(throughJson({id: 'uk', spaces: [toCard(space)]}));
        const details = readDetailsFile(throughJson({id: 'uk', details: {[space.id]: toDetails(space)}}));
        expect(withDetails(file.spaces[0]!, details.details[space.id]!)).toEqual(space);
      }),
    );
  });

  it('keep the street and the whole postcode out of the list', () => {
    const space: Space = {
      ...bareSpace,
      location: {address: {line1: '1 High Street', locality: 'Leeds', postcode: 'LS6 2AB'}},
    };
    expect(toCard(space).location).toEqual({address: {locality: 'Leeds', postcode: 'LS6'}});
    expect(JSON.stringify(toCard(space))).not.toMatch(/High Street|2AB/);
  });
});

describe('dividing spaces into areas', () => {
  const placed = (point: GeoPoint, index: number): Space => ({...bareSpace, id: String(index), location: {point}});
  const many = fc.array(ukPoint, {minLength: 0, maxLength: 120}).map(points => points.map(placed));
  const leafSize = 10;

  it('puts every space into exactly one file, and no more than fit into one but where they all but coincide', () => {
    fc.assert(
      fc.property(anySpaces(60), fc.integer({min: 1, max: 20}), (spaces, size) => {
        const {areas, anywhere} = divideIntoAreas(spaces, size);
        const isOneFile = areas[0]?.id === anywhere.id;
        const held = [...areas.flatMap(area => area.spaces), ...(isOneFile ? [] : anywhere.spaces)];
        expect(held.map(({id}) => id).sort()).toEqual(spaces.map(({id}) => id).sort());
        expect(new Set(areas.map(({id}) => id)).size).toBe(areas.length);
        for (const {spaces: together} of areas.filter(area => area.spaces.length > size)) {
          const points = together.map(({location}) => location!.point!);
          for (const point of points) expect(distanceKm(points[0]!, point)).toBeLessThan(0.03);
        }
      }),
    );
  });

  it('gives each area a box that holds all its points', () => {
    fc.assert(
      fc.property(many, spaces => {
        for (const {bbox, spaces: held} of divideIntoAreas(spaces, leafSize).areas) {
          for (const {location} of held) expect(boxHolds(bbox, location!.point!)).toBe(true);
        }
      }),
    );
  });

  it('chooses, for any circle, areas that hold every space within it', () => {
    fc.assert(
      fc.property(many, ukPoint, fc.nat(1000), (spaces, middle, pick) => {
        // A circle that just reaches one of the spaces asks the most; files of one space have the tightest boxes.
        const edge = spaces[pick % Math.max(1, spaces.length)]?.location?.point;
        const radiusKm = edge ? distanceKm(middle, edge) : 50;
        const within = spaces.filter(({location}) => distanceKm(middle, location!.point!) <= radiusKm);
        for (const size of [1, leafSize]) {
          const chosen = new Set(
            areasWithin(divideIntoAreas(spaces, size), middle, radiusKm).flatMap(area => area.spaces),
          );
          for (const space of within) expect(chosen.has(space)).toBe(true);
        }
      }),
    );
  });

  it('leaves out the areas that are far away', () => {
    const spaces = [50.5, 53.5, 57.5].map((latitude, index) => placed({latitude, longitude: -3}, index));
    const chosen = areasWithin(divideIntoAreas(spaces, 1), {latitude: 53.4, longitude: -3}, 30);
    expect(chosen.flatMap(area => area.spaces)).toEqual([spaces[1]]);
  });

  it('stops dividing where points coincide', () => {
    const together = Array.from({length: 25}, (_, index) => placed({latitude: 53.8, longitude: -1.5}, index));
    const {areas} = divideIntoAreas(together, leafSize);
    expect(areas).toHaveLength(1);
    expect(areas[0]!.spaces).toHaveLength(25);
  });

  it('keeps the ids of areas when spaces come and go elsewhere', () => {
    const north = Array.from({length: 12}, (_, index) => placed({latitude: 57 + index / 100, longitude: -4}, index));
    const south = Array.from({length: 12}, (_, index) =>
      placed({latitude: 51 + index / 100, longitude: -1}, 100 + index),
    );
    const before = divideIntoAreas([...north, ...south], leafSize).areas;
    const after = divideIntoAreas([...north, ...south.slice(3)], leafSize).areas;
    const northern = (areas: typeof before) => areas.filter(({spaces}) => spaces.includes(north[0]!)).map(({id}) => id);
    expect(northern(after)).toEqual(northern(before));
  });

  it('makes one file of a small directory, placeless spaces included', () => {
    const small = [placed({latitude: 53.8, longitude: -1.5}, 1), bareSpace];
    const {areas, anywhere} = divideIntoAreas(small);
    expect(areas).toEqual([anywhere]);
    expect(anywhere.spaces).toEqual(small);
    expect(areasWithin({areas}, {latitude: 50.1, longitude: -5.5}, 5)).toHaveLength(1);
  });

  it('counts a point outside the UK as no place', () => {
    const spaces = Array.from({length: 12}, (_, index) => placed({latitude: 53 + index / 10, longitude: -2}, index));
    const paris = placed({latitude: 48.85, longitude: 2.35}, 99);
    expect(divideIntoAreas([...spaces, paris, bareSpace], leafSize).anywhere.spaces).toEqual([paris, bareSpace]);
  });
});

describe('reading what comes over the network', () => {
  const files = {count: 1, href: 'areas/abc.json', detailsHref: 'areas/def.json'};
  const index = {
    revision: '1',
    generated: '2026-11-21T12:00:00Z',
    attribution: 'Test',
    staleAfterDays: 365,
    areas: [{id: 'uk', bbox: [-8, 50, 2, 60], ...files}],
    anywhere: files,
  };

  it('takes an index that is whole, with or without what is optional', () => {
    expect(readAreaIndex(index)).toEqual(index);
    expect(readAreaIndex({...index, sample: true}).sample).toBe(true);
  });

  it.each([
    ['<!doctype html>', ' is not an object.'],
    [null, ' is not an object.'],
    [[], ' is not an object.'],
    [{...index, revision: 1}, 'revision is not text.'],
    [{...index, staleAfterDays: '365'}, 'staleAfterDays is not a number.'],
    [{...index, sample: 'yes'}, 'sample is not true or false.'],
    [{...index, areas: {}}, 'areas is not a list.'],
    [{...index, areas: [{...files, id: 'uk', bbox: [1, 2, 3]}]}, 'areas[0].bbox is not a row of 4.'],
    [{...index, anywhere: {count: 0}}, 'anywhere.href is not text.'],
  ])('names the place where an index is broken (%#)', (value, message) => {
    expect(() => readAreaIndex(value)).toThrow(TypeError);
    expect(() => readAreaIndex(value)).toThrow(message.trim());
  });

  it('names the space and the field where a file is broken', () => {
    const broken = {
      id: 'uk',
      spaces: [toCard(bareSpace), {...toCard(bareSpace), schedules: [{freq: 'WEEKLY', byday: 'MO'}]}],
    };
    expect(() => readAreaFile(broken)).toThrow('spaces[1].schedules[0].byday is not a list.');
    expect(() => readDetailsFile({id: 'uk', details: {a: {languages: []}}})).toThrow('details.a.access is not a list.');
  });

  it('leaves out ids that a newer directory may have, and keeps the space', () => {
    const newer = {
      ...toCard(bareSpace),
      kinds: ['drop-in', 'sleepover'],
      stages: {declared: ['beyond'], suggested: ['threshold']},
    };
    const [space] = readAreaFile({id: 'uk', spaces: [newer]}).spaces;
    expect(space).toMatchObject({kinds: ['drop-in'], stages: {declared: [], suggested: ['threshold']}});
  });

  it('never throws anything but a TypeError', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        for (const read of [readAreaIndex, readAreaFile, readDetailsFile]) {
          try {
            read(value);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
        }
      }),
    );
  });
});
