import {findPlaces, type Place, type PlaceFile} from '@held-spaces/domain/places';
import {parsePostcode} from '@held-spaces/domain/postcode';
import type {GeoPoint} from '@held-spaces/domain/space';
import {fold} from '@held-spaces/domain/text';
import type {ServiceFilter} from '../read-model/selection.js';
import {taxonomyIdOf} from '../read-model/term-ids.js';
import {asInstant, asMinutes, asUuid, asWeekday, bad, type Parameters} from './parameters.js';

const longestSearch = 200;
const mostWords = 12;
/** From one end of the country to the other, in metres. */
const farthest = 1_500_000;
const oldest = 150;

/** What services are asked for, as the standard, the 2024 profile and we name it. */
export function readServiceFilter(parameters: Parameters, places: PlaceFile | undefined): ServiceFilter {
  const taxonomyId = parameters.uuid('taxonomy_id');
  const organizationId = parameters.uuid('organization_id');
  const modifiedAfter = parameters.one(
    'modified_after',
    'a date, or a date and time with its zone (ISO 8601)',
    asInstant,
  );
  const openAt = parameters.one('held_open_at', 'a date and time with its zone (ISO 8601)', text =>
    /T.*(?:Z|[+ -]\d\d:\d\d)$/.test(text) ? asInstant(text) : undefined,
  );
  const ages = readAges(parameters);
  const session = readSession(parameters);
  return {
    words: readWords(parameters),
    termGroups: termGroups(parameters.many('taxonomy_term_id', 'a UUID, or several with commas', asUuid)),
    ...(taxonomyId !== undefined && {taxonomyId}),
    ...(organizationId !== undefined && {organizationId}),
    ...(modifiedAfter !== undefined && {modifiedAfter}),
    ...(openAt !== undefined && {openAt: new Date(openAt)}),
    ...(ages && {ages}),
    ...(session && {session}),
    ...readNear(parameters, places),
  };
}

/** Words of `search`, as they are compared. */
export function readWords(parameters: Parameters): readonly string[] {
  return (
    parameters.one('search', `at most ${longestSearch} characters and ${mostWords} words`, text => {
      const words = fold(text).split(' ').filter(Boolean);
      return text.length <= longestSearch && words.length <= mostWords ? words : undefined;
    }) ?? []
  );
}

function readAges(parameters: Parameters): ServiceFilter['ages'] {
  const minimum = parameters.number('minimum_age', 0, oldest);
  const maximum = parameters.number('maximum_age', 0, oldest);
  if (minimum === undefined && maximum === undefined) return undefined;
  const ages = {minimum: minimum ?? 0, maximum: maximum ?? Infinity};
  if (ages.minimum > ages.maximum) throw bad('minimum_age', 'at most maximum_age');
  return ages;
}

function readSession(parameters: Parameters): ServiceFilter['session'] {
  const days = parameters.many('day', 'MO, TU, WE, TH, FR, SA or SU, or several with commas', asWeekday);
  const from = parameters.one('start_time', 'a time as HH:MM', asMinutes);
  const until = parameters.one('end_time', 'a time as HH:MM', asMinutes);
  if (days.length === 0 && from === undefined && until === undefined) return undefined;
  return {days, ...(from !== undefined && {from}), ...(until !== undefined && {until})};
}

/**
 * Where to look. A postcode stands for the middle of its district: the directory is never told anything finer, and keeps
 * nothing finer. On its own it asks for what serves people there; with `proximity`, for what is also that near.
 */
function readNear(parameters: Parameters, places: PlaceFile | undefined): Pick<ServiceFilter, 'near' | 'servedPlace'> {
  const point = readPoint(parameters);
  const place = parameters.one(
    'postcode',
    places ? 'a UK postcode or postcode district' : 'left out: this directory has no list of postcode districts',
    text => places && placeOf(places, text),
  );
  const metres = parameters.number('proximity', 0, farthest);
  if (point && place) throw bad('postcode', 'left out where held_lat and held_lon are given');
  const centre = point ?? place?.point;
  if (metres !== undefined && !centre)
    throw bad('proximity', 'given together with postcode, or with held_lat and held_lon');
  return {
    ...(centre && {near: {point: centre, ...(metres !== undefined && {radiusKm: metres / 1000})}}),
    ...(place && {servedPlace: place}),
  };
}

function readPoint(parameters: Parameters): GeoPoint | undefined {
  const latitude = parameters.number('held_lat', -90, 90);
  const longitude = parameters.number('held_lon', -180, 180);
  if (latitude === undefined && longitude === undefined) return undefined;
  if (latitude === undefined) throw bad('held_lat', 'given together with held_lon');
  if (longitude === undefined) throw bad('held_lon', 'given together with held_lat');
  return {latitude, longitude};
}

function placeOf(places: PlaceFile, text: string): Place | undefined {
  const postcode = text.length <= 12 ? parsePostcode(text) : undefined;
  if (!postcode || postcode.kind === 'incomplete') return undefined;
  return findPlaces(places, postcode.outcode).find(({kind}) => kind === 'district');
}

/** Any term of a taxonomy, and all taxonomies. A term that nobody knows is a taxonomy of its own, which nothing carries. */
function termGroups(terms: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const group = taxonomyIdOf(term) ?? term;
    groups.set(group, [...(groups.get(group) ?? []), term]);
  }
  return [...groups.values()];
}
