import {parsePostcode} from './postcode.js';
import type {GeoPoint} from './space.js';
import {fold} from './text.js';
import {isOneOf, nations, type Nation} from './first-terms.js';

/** A row of `PlaceFile.towns`. `regionIndex` is into `PlaceFile.regions`, `nationIndex` into `nations`. */
export type TownRow = readonly [
  name: string,
  latitude: number,
  longitude: number,
  regionIndex: number,
  nationIndex: number,
  radiusKm: number,
];

/** A row of `PlaceFile.outcodes`. `townIndex` is into `PlaceFile.towns`, or -1. */
export type OutcodePlaceRow = readonly [
  outcode: string,
  latitude: number,
  longitude: number,
  townIndex: number,
  regionIndex: number,
  nationIndex: number,
];

/** Every postcode district and town of the UK, small enough to be searched where it is used. Served at `/held/outcodes`. */
export interface PlaceFile {
  readonly attribution: string;
  readonly regions: readonly string[];
  readonly towns: readonly TownRow[];
  readonly outcodes: readonly OutcodePlaceRow[];
}

/** A place that a person may mean. */
export interface Place {
  /** A postcode district such as `LS6`, or a town, with what tells it from others of its name: "Newport, Isle of Wight". */
  readonly name: string;
  readonly kind: 'district' | 'town';
  /** Its middle. */
  readonly point: GeoPoint;
  /** How far it reaches from its middle, roughly. */
  readonly radiusKm: number;
  readonly nation: Nation;
  /** One of the nine regions in England, a council area elsewhere. */
  readonly region?: string;
  /** The town that a district belongs to, where it is listed. */
  readonly town?: string;
}

/** No size is listed for postcode districts; most reach about this far. */
export const districtRadiusKm = 2;

function territory(file: PlaceFile, regionIndex: number, nationIndex: number) {
  const region = file.regions[regionIndex];
  const nation = nations[nationIndex];
  if (!isOneOf(nations, nation)) throw new RangeError(`Place file: there is no nation ${nationIndex}.`);
  return {nation, ...(region && {region})};
}

/** The place of a row. */
export function placeOfTown(file: PlaceFile, row: TownRow): Place {
  const [name, latitude, longitude, regionIndex, nationIndex, radiusKm] = row;
  return {name, kind: 'town', point: {latitude, longitude}, radiusKm, ...territory(file, regionIndex, nationIndex)};
}

/** The place of a row. */
export function placeOfOutcode(file: PlaceFile, row: OutcodePlaceRow): Place {
  const [name, latitude, longitude, townIndex, regionIndex, nationIndex] = row;
  const town = file.towns[townIndex]?.[0];
  return {
    name,
    kind: 'district',
    point: {latitude, longitude},
    radiusKm: districtRadiusKm,
    ...territory(file, regionIndex, nationIndex),
    ...(town && {town}),
  };
}

/** A town, with its names as people type them. The first is the whole one. */
interface Town {
  readonly row: TownRow;
  readonly names: readonly string[];
}

// Folding some 1,800 names anew at every key that is pressed would be felt on an old phone.
const made = new WeakMap<PlaceFile, readonly Town[]>();

/** With what tells it apart or without, and Newcastle for Newcastle upon Tyne. */
function typedNames(name: string): readonly string[] {
  const [short = name] = name.split(',');
  return [name, short].map(fold).flatMap(typed => [typed, typed.replace(/ (?:on|upon|under) .*$/, '')]);
}

/** Every town with the names it goes by. */
export function townsOf(file: PlaceFile): readonly Town[] {
  const towns = made.get(file) ?? file.towns.map(row => ({row, names: typedNames(row[0])}));
  made.set(file, towns);
  return towns;
}

/**
 * The places that `text` names in full: one for a postcode or a postcode district, and for a town as many as share its
 * name, whatever the case, accents and punctuation, the largest first. Empty where there is none.
 */
export function findPlaces(file: PlaceFile, text: string): readonly Place[] {
  const outcode = parsePostcode(text)?.outcode;
  const row = outcode && file.outcodes.find(([name]) => name === outcode);
  if (row) return [placeOfOutcode(file, row)];
  const wanted = fold(text);
  if (!wanted) return [];
  return townsOf(file)
    .filter(({names}) => names.includes(wanted))
    .map(({row: town}) => placeOfTown(file, town))
    .sort((a, b) => b.radiusKm - a.radiusKm);
}
