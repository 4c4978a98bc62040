/**
 * What is nearest, exactly. Flatbush finds boxes on a plane; a great circle is not one. So the plane only narrows down:
 * whatever it offers as the nearest gives a distance that cannot be too short, everything in the box around that distance
 * is measured by the haversine formula, and the order is by that alone.
 */
import {boundingBox, boxHolds, distanceKm, ukBox} from '@held-spaces/domain/distance';
import type {BoundingBox} from '@held-spaces/domain/distance';
import type {GeoPoint} from '@held-spaces/domain/space';
import Flatbush from 'flatbush';
import type {Positions} from './positions.js';

/** A row and how far it is. */
export interface Near {
  readonly position: number;
  readonly distanceKm: number;
}

/** A degree of longitude is about this much of a degree of latitude in the middle of the UK. */
const longitudeScale = Math.cos((55 * Math.PI) / 180);
/** From outside this box, and over more than this far, every point is measured: boxes no longer help there. */
const surroundings: BoundingBox = [ukBox[0] - 5, ukBox[1] - 5, ukBox[2] + 5, ukBox[3] + 5];
const farKm = 1500;
/** Among so few, measuring all is quicker than asking the index. */
const few = 100;
/** A metre, so that no rounding can leave out what lies on the very edge. */
const marginKm = 0.001;

export class PointIndex {
  readonly #latitudes: Float64Array;
  readonly #longitudes: Float64Array;
  /** Rows that have a point, in the order in which Flatbush knows them. */
  readonly #rows: Uint32Array;
  readonly #tree: Flatbush | undefined;

  /** @param points The point of each row, where it has one. */
  constructor(points: readonly (GeoPoint | undefined)[]) {
    this.#latitudes = Float64Array.from(points, point => point?.latitude ?? Number.NaN);
    this.#longitudes = Float64Array.from(points, point => point?.longitude ?? Number.NaN);
    this.#rows = Uint32Array.from([...points.keys()].filter(row => points[row] !== undefined));
    if (this.#rows.length === 0) return;
    this.#tree = new Flatbush(this.#rows.length);
    for (const row of this.#rows) {
      const {x, y} = onPlane(this.#pointOf(row));
      this.#tree.add(x, y, x, y);
    }
    this.#tree.finish();
  }

  /** How many rows have a point. */
  get size(): number {
    return this.#rows.length;
  }

  /** The `count` nearest rows with a point among `candidates`, nearest first; of equals the first row first. */
  nearest(point: GeoPoint, count: number, candidates?: Positions): readonly Near[] {
    if (!this.#tree || count <= 0) return [];
    const among = candidates?.count ?? this.#rows.length;
    if (among <= few || count * 4 >= among || !boxHolds(surroundings, point)) {
      return smallest(this.#measured(point, candidates), count);
    }
    const {x, y} = onPlane(point);
    const offered = this.#tree
      .neighbors(x, y, count, Infinity, candidates && (index => candidates.has(this.#rows[index] ?? 0)))
      .map(index => this.#distance(point, this.#rows[index] ?? 0));
    const reach = offered.reduce((most, distance) => Math.max(most, distance), 0);
    // Fewer than were asked for: there are no more, and the box may not be relied on to hold what lies furthest.
    if (offered.length < count || reach > farKm) return smallest(this.#measured(point, candidates), count);
    return smallest(this.#inBox(point, reach, candidates), count);
  }

  /** Every row among `candidates` within `radiusKm`, in no order. */
  within(point: GeoPoint, radiusKm: number, candidates?: Positions): readonly Near[] {
    if (!this.#tree) return [];
    const isNear = ({distanceKm: distance}: Near) => distance <= radiusKm;
    if (radiusKm > farKm || !boxHolds(surroundings, point)) return this.#measured(point, candidates).filter(isNear);
    return this.#inBox(point, radiusKm, candidates).filter(isNear);
  }

  #inBox(point: GeoPoint, radiusKm: number, candidates: Positions | undefined): readonly Near[] {
    const [west, south, east, north] = boundingBox(point, radiusKm + marginKm);
    const found = this.#tree?.search(west * longitudeScale, south, east * longitudeScale, north) ?? [];
    return this.#near(
      point,
      found.map(index => this.#rows[index] ?? 0),
      candidates,
    );
  }

  #measured(point: GeoPoint, candidates: Positions | undefined): readonly Near[] {
    return this.#near(point, candidates ?? this.#rows, undefined);
  }

  #near(point: GeoPoint, rows: Iterable<number>, candidates: Positions | undefined): readonly Near[] {
    const near: Near[] = [];
    for (const position of rows) {
      if (candidates && !candidates.has(position)) continue;
      const distance = this.#distance(point, position);
      if (!Number.isNaN(distance)) near.push({position, distanceKm: distance});
    }
    return near;
  }

  #distance(point: GeoPoint, row: number): number {
    return distanceKm(point, this.#pointOf(row));
  }

  #pointOf(row: number): GeoPoint {
    return {latitude: this.#latitudes[row] ?? Number.NaN, longitude: this.#longitudes[row] ?? Number.NaN};
  }
}

const onPlane = ({latitude, longitude}: GeoPoint) => ({x: longitude * longitudeScale, y: latitude});

/** The first `count` in order, without putting the others in order too. */
export function smallest(near: readonly Near[], count: number): readonly Near[] {
  const byDistance = (a: Near, b: Near) => a.distanceKm - b.distanceKm || a.position - b.position;
  if (count >= near.length) return [...near].sort(byDistance);
  const limit = Float64Array.from(near, ({distanceKm: distance}) => distance).sort()[count - 1] ?? 0;
  return near
    .filter(({distanceKm: distance}) => distance <= limit)
    .sort(byDistance)
    .slice(0, count);
}
