import {distanceKm} from './distance.js';
import {findPlaces, type Place, type PlaceFile} from './places.js';
import type {GeoPoint} from './space.js';

/** Further than this from the middle of any district is not in the UK. The widest, in the Highlands, reach about 40. */
const outsideKm = 60;

/** The postcode district whose middle is nearest to a point, or `undefined` for a point outside the UK. */
export function nearestDistrict(file: PlaceFile, point: GeoPoint): Place | undefined {
  let nearest: {outcode: string; km: number} | undefined;
  for (const [outcode, latitude, longitude] of file.outcodes) {
    const km = distanceKm(point, {latitude, longitude});
    if (km <= (nearest?.km ?? outsideKm)) nearest = {outcode, km};
  }
  return nearest && findPlaces(file, nearest.outcode)[0];
}
