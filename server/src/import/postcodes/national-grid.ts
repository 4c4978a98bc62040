/**
 * The National Grid of Great Britain as latitude and longitude (WGS 84), by the series and the transformation of
 * Ordnance Survey's "A guide to coordinate systems in Great Britain", annexes B and C, good to about 5 metres:
 * https://www.ordnancesurvey.co.uk/documents/resources/guide-coordinate-systems-great-britain.pdf
 */
import type {GeoPoint} from '@held-spaces/domain/space';

interface Ellipsoid {
  /** Half axes, in metres. */
  readonly a: number;
  readonly b: number;
}

const airy1830: Ellipsoid = {a: 6_377_563.396, b: 6_356_256.909};
const wgs84: Ellipsoid = {a: 6_378_137, b: 6_356_752.3141};

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** True origin 49° N, 2° W; false origin 400 km west and 100 km north of it. */
const scale = 0.9996012717;
const latitude0 = radians(49);
const longitude0 = radians(-2);
const easting0 = 400_000;
const northing0 = -100_000;

/** A point of the grid, in metres, as WGS 84. */
export function fromNationalGrid(easting: number, northing: number): GeoPoint {
  const {latitude, longitude} = unproject(easting, northing);
  return toWgs84(latitude, longitude);
}

/** Distance along the meridian from the true origin. */
function meridian(latitude: number, {b}: Ellipsoid, n: number): number {
  const difference = latitude - latitude0;
  const sum = latitude + latitude0;
  return (
    b *
    scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * difference -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(difference) * Math.cos(sum) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum))
  );
}

/** Annex C.2: in radians on the Airy ellipsoid. */
function unproject(easting: number, northing: number) {
  const {a, b} = airy1830;
  const n = (a - b) / (a + b);
  const e2 = 1 - b ** 2 / a ** 2;
  let phi = (northing - northing0) / (a * scale) + latitude0;
  for (
    let rest = northing - northing0 - meridian(phi, airy1830, n), turn = 0;
    Math.abs(rest) > 1e-5 && turn < 20;
    turn++
  ) {
    phi += rest / (a * scale);
    rest = northing - northing0 - meridian(phi, airy1830, n);
  }
  const sin2 = Math.sin(phi) ** 2;
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const tan = Math.tan(phi);
  const sec = 1 / Math.cos(phi);
  const t2 = tan ** 2;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 ** 2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t2 ** 2);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t2 ** 2 + 720 * t2 ** 3);
  const d = easting - easting0;
  return {
    latitude: phi - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    longitude: longitude0 + x * d - xi * d ** 3 + xii * d ** 5 - xiia * d ** 7,
  };
}

/** Annex B: through three dimensions, by the seven numbers that lead from OSGB36 to WGS 84. */
function toWgs84(latitude: number, longitude: number): GeoPoint {
  const {a, b} = airy1830;
  const e2 = 1 - b ** 2 / a ** 2;
  const nu = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const x = nu * Math.cos(latitude) * Math.cos(longitude);
  const y = nu * Math.cos(latitude) * Math.sin(longitude);
  const z = (1 - e2) * nu * Math.sin(latitude);
  const seconds = (angle: number) => radians(angle / 3600);
  const [tx, ty, tz] = [446.448, -125.157, 542.06];
  const [rx, ry, rz] = [seconds(0.1502), seconds(0.247), seconds(0.8421)];
  const s = 1 - 20.4894e-6;
  const x2 = tx + s * x - rz * y + ry * z;
  const y2 = ty + rz * x + s * y - rx * z;
  const z2 = tz - ry * x + rx * y + s * z;
  const e2w = 1 - wgs84.b ** 2 / wgs84.a ** 2;
  const p = Math.hypot(x2, y2);
  let phi = Math.atan2(z2, p * (1 - e2w));
  for (let turn = 0; turn < 5; turn++) {
    const nuw = wgs84.a / Math.sqrt(1 - e2w * Math.sin(phi) ** 2);
    phi = Math.atan2(z2 + e2w * nuw * Math.sin(phi), p);
  }
  return {latitude: degrees(phi), longitude: degrees(Math.atan2(y2, x2))};
}
