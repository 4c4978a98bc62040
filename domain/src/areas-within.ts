import type {AreaEntry} from './area-file.js';
import {boundingBox, boxesMeet} from './distance.js';
import type {GeoPoint} from './space.js';

/** The areas that may hold a space within `radiusKm` of a point: never too few, now and then one too many. */
export function areasWithin<A extends Pick<AreaEntry, 'bbox'>>(
  {areas}: {readonly areas: readonly A[]},
  point: GeoPoint,
  radiusKm: number,
): readonly A[] {
  // A metre more, so that no rounding can leave out what lies on the very edge.
  const around = boundingBox(point, radiusKm + 0.001);
  return areas.filter(({bbox}) => boxesMeet(bbox, around));
}
