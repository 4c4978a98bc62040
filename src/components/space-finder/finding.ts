import {findPlaces, type Place, type PlaceFile} from '@held-spaces/domain/places';
import {parsePostcode} from '@held-spaces/domain/postcode';
import type {SearchPlace} from '@held-spaces/domain/search';
import type {GeoPoint} from '@held-spaces/domain/space';
import type {SourceSpaces, SpaceSource} from '../../directory/sources/space-source.js';

/** Where a person asked to look. */
export type Asked =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'place'; readonly place: Place}
  /** Where the device says it is, which stays in the page: its place, or nothing outside the United Kingdom. */
  | {readonly kind: 'here'; readonly placeIn: (file: PlaceFile) => SearchPlace | undefined}
  | {readonly kind: 'anywhere'};

/** Why no search could be made of what was typed. */
export type PlaceProblem = 'empty' | 'not-found' | 'postcode' | 'outside';

/** A place to search, or everywhere. */
interface Located {
  /** Without one, only what can be used from anywhere. */
  readonly place?: SearchPlace | undefined;
  /** What to call it: a district, a town, or nothing where the device gave it. */
  readonly placeName?: string;
  /** More of a postcode was typed than its district, and only that is known. */
  readonly roughly?: boolean | undefined;
}

/** What was found. */
export interface Found extends Located {
  readonly found: SourceSpaces;
  /** How far the spaces that were loaded reach. */
  readonly reachKm: number;
}

export type Finding =
  | Found
  | {readonly problem: PlaceProblem}
  /** Several places have that name. */
  | {readonly places: readonly Place[]};

/** Works out, on the device, which place is meant. */
function locate(file: PlaceFile, asked: Exclude<Asked, {kind: 'anywhere'}>): Located | Exclude<Finding, Found> {
  if (asked.kind === 'place') return {place: asked.place, placeName: asked.place.name};
  if (asked.kind === 'here') {
    const place = asked.placeIn(file);
    return place ? {place} : {problem: 'outside'};
  }
  const {text} = asked;
  if (!text.trim()) return {problem: 'empty'};
  const places = findPlaces(file, text);
  const postcode = parsePostcode(text);
  const [place] = places;
  if (!place) return {problem: postcode?.kind === 'incomplete' ? 'postcode' : 'not-found'};
  if (places[1]) return {places};
  return {place, placeName: place.name, roughly: Boolean(postcode && postcode.kind !== 'district')};
}

/**
 * Finds the place, then loads the spaces of the wider area around it. A directory of ours is asked for files of whole areas
 * only.
 *
 * @param reachKm How far the spaces have to reach, in kilometres.
 * @param exactly Finds a whole postcode where only its district is known by then.
 * @param signal Aborted when the person has moved on.
 * @throws {DirectoryError}
 */
export async function find(
  source: SpaceSource,
  asked: Asked,
  reachKm: number,
  exactly: (text: string) => Promise<GeoPoint | undefined>,
  signal?: AbortSignal,
): Promise<Finding> {
  if (asked.kind === 'anywhere') return {found: await source.spacesNear(undefined, 0, signal), reachKm: Infinity};
  const located = locate(await source.places(signal), asked);
  if ('problem' in located || 'places' in located) return located;
  let {place, roughly} = located;
  const point = place && roughly && asked.kind === 'text' && (await exactly(asked.text));
  if (place && point) {
    place = {...place, point, radiusKm: 0};
    roughly = false;
  }
  return {...located, place, roughly, found: await source.spacesNear(place?.point, reachKm, signal), reachKm};
}
