/** Coordinates, postcodes and addresses of feeds. A point is only ever given where it is in the UK. */
import {boxHolds, ukBox} from '../distance.js';
import {findPlaces} from '../places.js';
import type {PlaceFile} from '../places.js';
import {formatPostcode, parsePostcode} from '../postcode.js';
import type {Address, GeoPoint, Location} from '../space.js';
import {numberOf, textOf} from './feed-json.js';
import type {Findings} from './feed-rules.js';
import {plainLine} from './feed-text.js';

/** Where a service is, in whatever words its feed has for it. */
export interface FeedPlace {
  /** Id of the location in its feed. */
  readonly id?: string | undefined;
  readonly name?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
  readonly line1?: unknown;
  readonly line2?: unknown;
  readonly city?: unknown;
  readonly postcode?: unknown;
  /** The feed says that the exact place is not to be shown. */
  readonly isPrivate: boolean;
  /** What the feed says the area is called, where that is all it may give. */
  readonly area?: unknown;
  /** A precision of ours, where the feed is one of ours. */
  readonly precision?: 'district' | 'town' | undefined;
}

const inUk = (point: GeoPoint) => boxHolds(ukBox, point);

/**
 * A point, where it lies in the UK. Swapped coordinates are turned round only if that puts them there; 0,0 and the
 * 100,101 of the standard's own examples are none.
 */
export function pointOf(latitude: unknown, longitude: unknown, findings: Findings): GeoPoint | undefined {
  if (textOf(latitude) === undefined && textOf(longitude) === undefined) return undefined;
  const first = numberOf(latitude);
  const second = numberOf(longitude);
  if (first !== undefined && second !== undefined) {
    if (typeof latitude === 'string' || typeof longitude === 'string') findings.add('point-mended');
    const point = {latitude: first, longitude: second};
    if (inUk(point)) return point;
    const swapped = {latitude: second, longitude: first};
    if (inUk(swapped)) {
      findings.add('point-mended');
      return swapped;
    }
  }
  findings.add('point-dropped');
  return undefined;
}

/** A postcode in its usual form, or its district where no more was given. */
export function postcodeOf(value: unknown, findings: Findings): string | undefined {
  const given = plainLine(value);
  if (given === undefined) return undefined;
  const read = parsePostcode(given);
  const postcode = read && (read.kind === 'full' ? formatPostcode(read) : read.outcode);
  if (postcode !== value) findings.add(postcode === undefined ? 'postcode-dropped' : 'postcode-mended');
  return postcode;
}

/**
 * A place as a `Location`. Of a private one only the name of its area is taken. Where there is a postcode or a town and
 * no point, the middle of the district or the town stands in, and is marked as that.
 */
export function locationOf(place: FeedPlace, places: PlaceFile | undefined, findings: Findings): Location | undefined {
  const postcode = postcodeOf(place.postcode, findings);
  const locality = plainLine(place.city)?.slice(0, 200);
  if (place.isPrivate) {
    findings.add('address-private');
    const area = plainLine(place.area) ?? locality ?? postcode?.split(' ')[0];
    return {precision: 'area', ...(area !== undefined && {area})};
  }
  const line1 = lineOf(place, locality, postcode);
  const address: Address = {
    ...(line1 !== undefined && {line1}),
    ...(locality !== undefined && {locality}),
    ...(postcode !== undefined && {postcode}),
  };
  const hasAddress = Object.keys(address).length > 0;
  const point = pointOf(place.latitude, place.longitude, findings);
  const position: Location = point
    ? {point, precision: place.precision ?? 'exact'}
    : hasAddress
      ? middleOf(address, places)
      : {};
  const area = plainLine(place.area);
  const location = {...(hasAddress && {address}), ...position, ...(area !== undefined && {area})};
  return Object.keys(location).length > 0 ? location : undefined;
}

/** The building and street, without a town or postcode that is repeated in them. */
function lineOf(place: FeedPlace, locality: string | undefined, postcode: string | undefined): string | undefined {
  const parts = [place.name, place.line1, place.line2].map(part => plainLine(part)).filter(part => part !== undefined);
  const kept = parts.filter(
    (part, index) =>
      part !== locality && part !== postcode && !parts.slice(0, index).some(other => other.includes(part)),
  );
  return kept.length > 0 ? kept.join(', ').slice(0, 200) : undefined;
}

/** The middle of an address's postcode district, or of its town where no other town has that name. */
export function middleOf({postcode, locality}: Address, places: PlaceFile | undefined): Location {
  if (!places) return {};
  const [district] = postcode === undefined ? [] : findPlaces(places, postcode.split(' ')[0] ?? '');
  if (district) return {point: district.point, precision: 'district'};
  // A name that several towns share would be a guess.
  const towns = locality === undefined ? [] : findPlaces(places, locality).filter(({kind}) => kind === 'town');
  const [town] = towns;
  return town && towns.length === 1 ? {point: town.point, precision: 'town'} : {};
}
