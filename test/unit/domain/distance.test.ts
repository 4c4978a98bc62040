import {boundingBox, boxesMeet, boxHolds, distanceKm, ukBox} from '@held-spaces/domain/distance';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const ukPoint = fc.record({
  latitude: fc.double({min: ukBox[1], max: ukBox[3], noNaN: true}),
  longitude: fc.double({min: ukBox[0], max: ukBox[2], noNaN: true}),
});

describe('distance', () => {
  it('knows how far it is from Leeds to Manchester and from London to Edinburgh', () => {
    const leeds = {latitude: 53.7997, longitude: -1.5492};
    const manchester = {latitude: 53.4794, longitude: -2.2453};
    expect(distanceKm(leeds, manchester)).toBeCloseTo(58.2, 0);
    const london = {latitude: 51.5007, longitude: -0.1246};
    const edinburgh = {latitude: 55.9486, longitude: -3.1999};
    expect(distanceKm(london, edinburgh)).toBeGreaterThan(530);
    expect(distanceKm(london, edinburgh)).toBeLessThan(537);
  });

  it('gives half the way round for points on opposite sides of the earth', () => {
    const opposite = distanceKm({latitude: 0, longitude: 0}, {latitude: 0, longitude: 180});
    expect(opposite).toBeCloseTo(Math.PI * 6371.0088, 6);
  });

  it('is the same there and back, nothing to the same place, and never longer than by way of a third', () => {
    fc.assert(
      fc.property(ukPoint, ukPoint, ukPoint, (a, b, c) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-9);
      }),
    );
  });

  it('puts everything within the radius inside the box', () => {
    fc.assert(
      fc.property(ukPoint, ukPoint, fc.double({min: 0, max: 900, noNaN: true}), (middle, other, radiusKm) => {
        fc.pre(distanceKm(middle, other) <= radiusKm);
        expect(boxHolds(boundingBox(middle, radiusKm + 1e-9), other)).toBe(true);
      }),
    );
  });

  it('takes every longitude when the circle reaches a pole', () => {
    expect(boundingBox({latitude: 60, longitude: 0}, 4000)).toEqual([-180, expect.closeTo(24.03, 1), 180, 90]);
  });

  it('says that boxes meet when they share an edge, and not when they lie apart', () => {
    expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(boxesMeet([0, 0, 1, 1], [1.01, 0, 2, 1])).toBe(false);
  });
});
