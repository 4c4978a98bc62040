import {nearestDistrict} from '@held-spaces/domain/nearest-district';
import {findPlaces, type Place, type PlaceFile} from '@held-spaces/domain/places';
import {parsePostcode} from '@held-spaces/domain/postcode';
import type {SearchPlace} from '@held-spaces/domain/search';
import type {GeoPoint} from '@held-spaces/domain/space';
import type {DirectoryClient, SpacesFound} from '../../directory/directory-client.js';

/** Where a person asked to look. */
export type Asked =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'place'; readonly place: Place}
  /** Where the device says it is. Stays in the page. */
  | {readonly kind: 'here'; readonly point: GeoPoint}
  | {readonly kind: 'anywhere'};

/** Why no search could be made of what was typed. */
export type PlaceProblem = 'empty' | 'not-found' | 'postcode' | 'outside';

export type Finding =
  | {readonly kind: 'problem'; readonly problem: PlaceProblem}
  /** Several places have that name. */
  | {readonly kind: 'several'; readonly places: readonly Place[]}
  | {
      readonly kind: 'found';
      /** Without one, only what can be used from anywhere. */
      readonly place?: SearchPlace;
      /** What to call it: a district, a town, or nothing where the device gave it. */
      readonly placeName?: string;
      /** The postcode was typed whole and only its district is known. */
      readonly roughly?: boolean;
      readonly found: SpacesFound;
      /** How far the spaces that were loaded reach. */
      readonly reachKm: number;
    };

type Located =
  | Extract<Finding, {kind: 'problem' | 'several'}>
  | {readonly kind: 'place'; readonly place?: SearchPlace; readonly placeName?: string; readonly roughly?: boolean};

/** Works out, on the device, which place is meant. */
function locate(file: PlaceFile, asked: Exclude<Asked, {kind: 'anywhere'}>): Located {
  if (asked.kind === 'place') return {kind: 'place', place: asked.place, placeName: asked.place.name};
  if (asked.kind === 'here') {
    const district = nearestDistrict(file, asked.point);
    if (!district) return {kind: 'problem', problem: 'outside'};
    const {nation, region} = district;
    return {kind: 'place', place: {point: asked.point, nation, region}};
  }
  const {text} = asked;
  if (!text.trim()) return {kind: 'problem', problem: 'empty'};
  const places = findPlaces(file, text);
  const postcode = parsePostcode(text);
  const [place] = places;
  if (!place) return {kind: 'problem', problem: postcode?.kind === 'incomplete' ? 'postcode' : 'not-found'};
  if (places.length > 1) return {kind: 'several', places};
  return {kind: 'place', place, placeName: place.name, roughly: postcode?.kind === 'full'};
}

/**
 * Finds the place, then loads the spaces of the wider area around it. The directory is asked for files of whole areas
 * only.
 *
 * @param reachKm How far the spaces have to reach, in kilometres.
 * @throws {DirectoryError}
 */
export async function find(client: DirectoryClient, asked: Asked, reachKm: number): Promise<Finding> {
  if (asked.kind === 'anywhere')
    return {kind: 'found', found: await client.spacesNear(undefined, 0), reachKm: Infinity};
  const located = locate(await client.places(), asked);
  if (located.kind !== 'place') return located;
  const found = await client.spacesNear(located.place?.point, reachKm);
  return {...located, kind: 'found', found, reachKm};
}
