import type {GeoPoint} from './space.js';

/** Mean radius of the earth in kilometres: https://en.wikipedia.org/wiki/Earth_radius#Arithmetic_mean_radius */
export const earthRadiusKm = 6371.0088;

/** Edges of a part of the map in degrees, in GeoJSON's order: https://www.rfc-editor.org/rfc/rfc7946#section-5 */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

/** Around the United Kingdom, with its islands and without the Crown Dependencies south of it. */
export const ukBox: BoundingBox = [-8.7, 49.8, 1.9, 60.95];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
const halfSineSquared = (angle: number) => Math.sin(angle / 2) ** 2;

/** Great-circle distance in kilometres between two points, by the haversine formula. */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const h =
    halfSineSquared(radians(b.latitude - a.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfSineSquared(radians(b.longitude - a.longitude));
  // Rounding can lift `h` a hair above 1 for points on opposite sides of the earth.
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, h)));
}

/**
 * The smallest box of latitudes and longitudes that holds every point within `radiusKm` of `point`.
 * Not for use across the 180th meridian. A circle that reaches a pole, or goes halfway round, takes all longitudes.
 */
export function boundingBox(point: GeoPoint, radiusKm: number): BoundingBox {
  const angle = radiusKm / earthRadiusKm;
  const {latitude, longitude} = point;
  const south = latitude - degrees(angle);
  const north = latitude + degrees(angle);
  if (south <= -90 || north >= 90) return [-180, Math.max(-90, south), 180, Math.min(90, north)];
  // A circle is widest a little nearer the pole than its middle: http://janmatuschek.de/LatitudeLongitudeBoundingCoordinates
  const width = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude))));
  return [longitude - width, south, longitude + width, north];
}

/** Whether two boxes share at least a point. */
export function boxesMeet(a: BoundingBox, b: BoundingBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Whether a box, edges included, holds a point. */
export function boxHolds([west, south, east, north]: BoundingBox, {latitude, longitude}: GeoPoint): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}
