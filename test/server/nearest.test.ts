import {distanceKm} from '@held-spaces/domain/distance';
import type {GeoPoint} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {PointIndex} from '../../server/src/read-model/point-index.js';
import {Positions} from '../../server/src/read-model/positions.js';
import {seeded} from '../support/generate-spaces.js';

const point = fc.record({
  latitude: fc.double({min: 49, max: 61.5, noNaN: true}),
  longitude: fc.double({min: -9, max: 2.5, noNaN: true}),
});
/** Few of them, so that many rows share one: ties. Lerwick, Kirkwall, Stornoway, the Isles of Scilly, and London twice over. */
const shared = fc.constantFrom<GeoPoint>(
  {latitude: 60.154, longitude: -1.149},
  {latitude: 58.981, longitude: -2.96},
  {latitude: 58.209, longitude: -6.389},
  {latitude: 49.914, longitude: -6.315},
  {latitude: 51.507, longitude: -0.128},
  {latitude: 51.507, longitude: -0.128},
);
const rows = fc.array(fc.option(fc.oneof(point, shared), {nil: undefined, freq: 8}), {maxLength: 400});
/** Mostly where people ask from, now and then from the other side of the earth. */
const asked = fc.oneof(
  {weight: 8, arbitrary: fc.oneof(point, shared)},
  {
    weight: 1,
    arbitrary: fc.record({
      latitude: fc.double({min: -90, max: 90, noNaN: true}),
      longitude: fc.double({min: -180, max: 180, noNaN: true}),
    }),
  },
);

/** What there is to be found, by measuring everything. */
function bruteForce(points: readonly (GeoPoint | undefined)[], from: GeoPoint, candidates?: Positions) {
  return points
    .flatMap((at, position) =>
      at && (!candidates || candidates.has(position)) ? [{position, distanceKm: distanceKm(from, at)}] : [],
    )
    .sort((a, b) => a.distanceKm - b.distanceKm || a.position - b.position);
}

describe('the nearest', () => {
  it('are those that measuring everything would find, in the same order, ties and islands included', () => {
    fc.assert(
      fc.property(rows, asked, fc.integer({min: 1, max: 450}), fc.option(fc.integer()), (points, from, count, seed) => {
        const random = seeded(seed ?? 0);
        const candidates = seed === null ? undefined : Positions.where(points.length, () => random() < 0.5);
        expect(new PointIndex(points).nearest(from, count, candidates)).toEqual(
          bruteForce(points, from, candidates).slice(0, count),
        );
      }),
      {numRuns: 400},
    );
  });

  it('are the same among many, where the index does the finding', () => {
    const random = seeded(3);
    const points = Array.from({length: 5000}, (_, index): GeoPoint | undefined =>
      index % 50 === 0
        ? undefined
        : index % 7 === 0
          ? {latitude: 53.8, longitude: -1.55}
          : {latitude: 50 + random() * 10, longitude: -7 + random() * 8},
    );
    const index = new PointIndex(points);
    const some = Positions.where(points.length, () => random() < 0.2);
    for (let question = 0; question < 200; question++) {
      const from = {latitude: 49.5 + random() * 11.5, longitude: -8.5 + random() * 10.5};
      const candidates = question % 2 === 0 ? undefined : some;
      expect(index.nearest(from, 20, candidates)).toEqual(bruteForce(points, from, candidates).slice(0, 20));
    }
  });

  it('within a distance are all that measuring everything would find', () => {
    fc.assert(
      fc.property(rows, asked, fc.double({min: 0, max: 3000, noNaN: true}), (points, from, radiusKm) => {
        const found = [...new PointIndex(points).within(from, radiusKm)].sort((a, b) => a.position - b.position);
        const all = bruteForce(points, from).filter(near => near.distanceKm <= radiusKm);
        expect(found).toEqual(all.sort((a, b) => a.position - b.position));
      }),
      {numRuns: 300},
    );
  });
});

describe('a set of rows', () => {
  it('is put together, cut and counted as any set', () => {
    const set = fc.uniqueArray(fc.integer({min: 0, max: 199}));
    fc.assert(
      fc.property(set, set, (first, second) => {
        const [a, b] = [first, second].map(list => Positions.where(200, position => list.includes(position)));
        const sorted = (list: readonly number[]) => [...list].sort((x, y) => x - y);
        expect([...a!]).toEqual(sorted(first));
        expect(a!.count).toBe(first.length);
        expect([...a!.and(b!)]).toEqual(sorted(first.filter(one => second.includes(one))));
        expect([...a!.or(b!)]).toEqual(sorted([...new Set([...first, ...second])]));
        expect([...a!.without(b!)]).toEqual(sorted(first.filter(one => !second.includes(one))));
      }),
    );
  });
});
