import type {AreaFile, AreaIndex, DetailsFile} from './area-file.js';
import type {SpaceCard} from './area-card.js';
import type {PlaceFile} from './places.js';
import {spaceStatuses} from './space.js';
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  deliveries,
  exclusions,
  isOneOf,
  kinds,
  nations,
  stages,
  waysIn,
} from './vocabularies.js';

/*
 * Shape checks for what comes over the network, by hand and small, because they ship to every page. What is optional
 * and missing is fine; what is there must have its type. An id that this version does not know is left out of its list,
 * so that a directory newer than the page loses an item and not the page.
 */

/** Checks a value that stands at `at`, such as `areas[3].bbox`, and gives it back; throws a TypeError naming `at`. */
type Check<T = unknown> = (value: unknown, at: string) => T;
type Fields = Readonly<Record<string, unknown>>;

function fail(at: string, expected: string): never {
  throw new TypeError(`${at} is not ${expected}.`);
}

const text: Check<string> = (value, at) => (typeof value === 'string' ? value : fail(at, 'text'));
const flag: Check<boolean> = (value, at) => (typeof value === 'boolean' ? value : fail(at, 'true or false'));
const number: Check<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail(at, 'a number');

const list =
  <T>(item: Check<T>): Check<readonly T[]> =>
  (value, at) =>
    Array.isArray(value) ? value.map((entry, index) => item(entry, `${at}[${index}]`)) : fail(at, 'a list');

/** A list of ids, without those that are not among `known`. */
const ids =
  (known: readonly string[]): Check<readonly string[]> =>
  (value, at) =>
    list(text)(value, at).filter(id => isOneOf(known, id));

/** An id, left out where it is not among `known`. */
const known =
  (among: readonly string[]): Check<string | undefined> =>
  (value, at) =>
    isOneOf(among, text(value, at)) ? text(value, at) : undefined;

/** A row of a table: so many values, each with its own check. */
const row =
  (...cells: readonly Check[]): Check<readonly unknown[]> =>
  (value, at) =>
    Array.isArray(value) && value.length === cells.length
      ? cells.map((check, index) => check(value[index], `${at}[${index}]`))
      : fail(at, `a row of ${cells.length}`);

/** An object. A key that ends in `?` may be missing. Keys that are not named stay as they are. */
const shape = (checks: Readonly<Record<string, Check>>): Check<Fields> => {
  const fields = Object.entries(checks).map(
    ([key, check]) => [key.replace('?', ''), key.endsWith('?'), check] as const,
  );
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'an object');
    const checked: Record<string, unknown> = {...value};
    for (const [key, isOptional, check] of fields) {
      if (isOptional && checked[key] === undefined) continue;
      checked[key] = check(checked[key], at ? `${at}.${key}` : key);
    }
    return checked;
  };
};

const table =
  (check: Check): Check<Fields> =>
  (value, at) =>
    Object.fromEntries(Object.entries(shape({})(value, at)).map(([key, item]) => [key, check(item, `${at}.${key}`)]));

const address = shape({'line1?': text, 'locality?': text, 'postcode?': text});

const card = shape({
  id: text,
  name: text,
  'organization?': shape({id: text, name: text}),
  'summary?': text,
  status: (value, at) => (isOneOf(spaceStatuses, value) ? value : fail(at, 'a status')),
  kinds: ids(kinds),
  deliveries: ids(deliveries),
  'location?': shape({
    'address?': address,
    'point?': shape({latitude: number, longitude: number}),
    'precision?': text,
    'area?': text,
  }),
  areaServed: shape({nations: ids(nations), 'region?': text}),
  contact: shape({
    'phone?': text,
    'text?': shape({number: text, 'keyword?': text}),
    'email?': text,
    'website?': text,
  }),
  schedules: list(
    shape({
      freq: text,
      byday: list(text),
      'interval?': number,
      'dtstart?': text,
      'until?': text,
      'validFrom?': text,
      'validTo?': text,
      'opensAt?': text,
      'closesAt?': text,
      'notes?': text,
      'conditional?': flag,
    }),
  ),
  'cost?': shape({kind: text, 'detail?': text, 'rate?': text, 'words?': text}),
  waysIn: ids(waysIn),
  'ages?': shape({'minimum?': number, 'maximum?': number}),
  audiences: ids(audiences),
  languages: list(text),
  'approaches?': ids(approaches),
  'accessFeatures?': ids(accessFeatures),
  'events?': list(shape({dtstart: text, 'until?': text, 'opensAt?': text, 'closesAt?': text, 'name?': text})),
  stages: shape({declared: ids(stages), suggested: ids(stages)}),
  disclosure: shape({answers: table(text)}),
  provenance: shape({source: text, 'checked?': text, 'sample?': flag}),
});

const details = shape({
  'address?': address,
  access: list(text),
  'exclusions?': list(shape({'id?': known(exclusions), 'words?': text})),
  'continuity?': shape({terms: ids(continuities), 'limit?': text, 'wait?': shape({kind: text, 'words?': text})}),
  'arrival?': shape({'door?': text, 'first?': text, 'who?': text}),
  'disclosureWords?': text,
  provenance: shape({'url?': text, 'note?': text, 'confidence?': text, 'licence?': text}),
});

const files = {count: number, href: text, detailsHref: text};

const areaIndex = shape({
  revision: text,
  generated: text,
  attribution: text,
  'sample?': flag,
  staleAfterDays: number,
  'corrections?': text,
  'postcodes?': flag,
  areas: list(shape({id: text, bbox: row(number, number, number, number), ...files})),
  anywhere: shape(files),
});

const areaFile = shape({id: text, spaces: list(card)});
const detailsFile = shape({id: text, details: table(details)});
const placeFile = shape({
  attribution: text,
  regions: list(text),
  towns: list(row(text, number, number, number, number, number)),
  outcodes: list(row(text, number, number, number, number, number)),
});

// The checks above are the types, written as values; these four lines are where the two are said to agree.

/** The area index, when it is one. @throws {TypeError} naming the first field that is missing or of another type. */
export const readAreaIndex = (value: unknown) => areaIndex(value, '') as unknown as AreaIndex;

/** An area file, when it is one. @throws {TypeError} naming the first field that is missing or of another type. */
export const readAreaFile = (value: unknown) => areaFile(value, '') as unknown as AreaFile;

/** A details file, when it is one. @throws {TypeError} naming the first field that is missing or of another type. */
export const readDetailsFile = (value: unknown) => detailsFile(value, '') as unknown as DetailsFile;

/** The place file, when it is one. @throws {TypeError} naming the first field that is missing or of another type. */
export const readPlaceFile = (value: unknown) => placeFile(value, '') as unknown as PlaceFile;

/** A space's card, when it is one, from any other source. @throws {TypeError} as the readers of files do. */
export const readSpaceCard = (value: unknown, at = 'space') => card(value, at) as unknown as SpaceCard;
