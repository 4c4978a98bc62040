import type {GeoPoint} from '@held-spaces/domain/space';
import {placeName} from '@held-spaces/domain/space';
import type {Result} from '@held-spaces/domain/search';
import Supercluster from 'supercluster';

/** What stands at one point of the map at one zoom. */
export interface MapMark {
  /** Stays the same while the mark stands for the same spaces. */
  readonly key: string;
  readonly point: GeoPoint;
  /** One, or all that stand too near to each other to be told apart. */
  readonly results: readonly Result[];
  /** Where they come apart; missing for one, and where they never do. */
  readonly comesApartAt?: number;
}

/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number];

/** Past this zoom nothing comes apart any more: a street fills the map. */
export const deepestZoom = 17;

/** Spaces whose exact place is given. Others are known by their area, whose middle is no place to point at. */
export const isExact = ({space: {location}}: Result): boolean => location?.precision === 'exact';

/** How far an area may reach around the middle that is given, in metres. Rough on purpose: it says "around here". */
export const areaRadius = ({space: {location}}: Result): number => (location?.precision === 'district' ? 2000 : 4000);

/** Name of the area of a space that gives no exact place. */
export const areaName = ({space}: Result): string => placeName(space) ?? space.areaServed.region ?? '';

/** The spaces that have a point, so that what is near to each other can be shown as one. */
export class MapPoints {
  readonly #clusters = new Supercluster<{readonly at: number}>({radius: 44, maxZoom: deepestZoom - 1});
  readonly #results: readonly Result[];

  constructor(results: readonly Result[]) {
    this.#results = results.filter(({space}) => space.location?.point);
    this.#clusters.load(
      this.#results.map(({space}, at) => ({
        type: 'Feature',
        properties: {at},
        geometry: {
          type: 'Point',
          coordinates: [space.location?.point?.longitude ?? 0, space.location?.point?.latitude ?? 0],
        },
      })),
    );
  }

  /** What a map looks at: the spaces near the place that was looked for, or all where there is no such place. */
  get points(): readonly GeoPoint[] {
    const near = this.#results.filter(({distanceKm}) => distanceKm !== undefined);
    return (near.length ? near : this.#results).flatMap(({space}) => space.location?.point ?? []);
  }

  /** Whether a space is on the map. */
  has({space}: Result): boolean {
    return this.#results.some(result => result.space.id === space.id);
  }

  /** The marks within a box at a zoom, from north to south, as people read. */
  marks(box: Box, zoom: number): readonly MapMark[] {
    return this.#clusters
      .getClusters([...box], Math.round(zoom))
      .map((feature): MapMark => {
        const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
        const point = {latitude, longitude};
        const {properties} = feature;
        if (!('cluster' in properties)) {
          const result = this.#results[properties.at];
          return {key: result?.space.id ?? '', point, results: result ? [result] : []};
        }
        const id = properties.cluster_id;
        const results = this.#clusters.getLeaves(id, Infinity).flatMap(({properties: {at}}) => this.#results[at] ?? []);
        const apart = this.#clusters.getClusterExpansionZoom(id);
        return {
          key: results.map(({space}) => space.id).join(' '),
          point,
          results,
          ...(apart < deepestZoom && {comesApartAt: apart}),
        };
      })
      .sort((a, b) => b.point.latitude - a.point.latitude || a.point.longitude - b.point.longitude);
  }
}
