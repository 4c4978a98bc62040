import {distanceKm} from './distance.js';
import type {OutcodePlaceRow, PlaceFile, TownRow} from './places.js';
import type {GeoPoint} from './space.js';
import {fold} from './text.js';
import {isOneOf, nations, type Nation} from './first-terms.js';

/** A row of `server/data/outcodes.csv`: one postcode district, with the point in its middle. */
export interface OutcodeRow extends GeoPoint {
  readonly outcode: string;
  /** Empty where none is listed: then its local authority stands for it. */
  readonly town: string;
  /** Local authority, or county. */
  readonly district: string;
  readonly region: string;
  readonly nation: Nation;
}

const columns = ['outcode', 'latitude', 'longitude', 'town', 'district', 'region', 'nation'] as const;

/** Fields of one line of CSV (https://www.rfc-editor.org/rfc/rfc4180), none of which holds a line break. */
function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

/**
 * Reads the outcodes' CSV, columns by their names in the first line.
 * @throws {TypeError} naming the line, when a column is missing or a value is no point or no nation.
 */
export function parseOutcodeRows(csv: string): readonly OutcodeRow[] {
  const [header = '', ...lines] = csv.split(/\r?\n/).filter(Boolean);
  const names = fieldsOf(header);
  const missing = columns.filter(name => !names.includes(name));
  if (missing.length > 0) throw new TypeError(`Outcodes: line 1 has no column ${missing.join(', ')}.`);
  return lines.map((line, index) => {
    const fields = fieldsOf(line);
    const field = (name: (typeof columns)[number]) => fields[names.indexOf(name)] ?? '';
    const [latitude, longitude] = [Number.parseFloat(field('latitude')), Number.parseFloat(field('longitude'))];
    const nation = field('nation');
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || !isOneOf(nations, nation)) {
      throw new TypeError(`Outcodes: line ${index + 2} has no point or no nation of ours: ${line}`);
    }
    const [outcode, town] = [field('outcode'), field('town')];
    return {outcode, latitude, longitude, town, district: field('district'), region: field('region'), nation};
  });
}

/** Everything that goes by one name. */
interface Namesakes {
  readonly name: string;
  readonly authorityRows: OutcodeRow[];
  readonly townRows: OutcodeRow[];
}

/** Rows of one name that lie near each other: one place on the map. */
interface Cluster {
  readonly name: string;
  readonly rows: readonly OutcodeRow[];
  /** It is a local authority of its own name, such as Leeds, and not, say, the village of Leeds in Kent. */
  readonly isAuthority: boolean;
}

// Towns of one name lie further apart than this, and neighbouring districts of one town do not.
const sameTownKm = 20;
const leastRadiusKm = 2;
// A local authority as wide as this is a county, whose middle says nothing of where a person is.
const widestTownKm = 25;

/** A local authority's name as people say its town's: "City of Bristol" and "Glasgow City" lose the "City". */
const townNameOf = (district: string) =>
  district.replace(/^(?:The )?City of (?!London)|^Greater (?=London|Manchester)| (?:City|Borough)$/g, '');

/** Rows that share a name, split into places that lie apart: the authority of that name first, then by size. */
function clustersOf({name, authorityRows, townRows}: Namesakes): readonly Cluster[] {
  let found: readonly Cluster[] = authorityRows.length > 0 ? [{name, rows: authorityRows, isAuthority: true}] : [];
  for (const row of townRows) {
    if (authorityRows.includes(row)) continue;
    const isNear = ({rows}: Cluster) => rows.some(other => distanceKm(row, other) <= sameTownKm);
    const near = found.filter(isNear);
    const rows = [...near.flatMap(cluster => cluster.rows), row];
    found = [
      ...found.filter(cluster => !isNear(cluster)),
      {name, rows, isAuthority: near.some(one => one.isAuthority)},
    ];
  }
  return [...found].sort((a, b) => Number(b.isAuthority) - Number(a.isAuthority) || b.rows.length - a.rows.length);
}

function middleOf(rows: readonly OutcodeRow[]): GeoPoint {
  const mean = (key: 'latitude' | 'longitude') => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  return {latitude: mean('latitude'), longitude: mean('longitude')};
}

function reachOf(rows: readonly OutcodeRow[]): number {
  const middle = middleOf(rows);
  return Math.max(...rows.map(row => distanceKm(middle, row)));
}

/** The value that most rows have; of equals the first. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The local authorities that are no wider than a town with its surroundings, by their folded names. */
function townSizedAuthorities(rows: readonly OutcodeRow[]): ReadonlySet<string> {
  const authorities = new Map<string, OutcodeRow[]>();
  for (const row of rows) {
    const name = fold(row.district);
    authorities.set(name, [...(authorities.get(name) ?? []), row]);
  }
  return new Set([...authorities].filter(([, members]) => reachOf(members) <= widestTownKm).map(([name]) => name));
}

/** Every town, as the places that share its name. A local authority that is no county counts as a town of its name. */
function townsOf(rows: readonly OutcodeRow[]): readonly (readonly Cluster[])[] {
  const townSized = townSizedAuthorities(rows);
  const all = new Map<string, Namesakes>();
  const namesakes = (name: string) => {
    const found = all.get(fold(name)) ?? {name, authorityRows: [], townRows: []};
    all.set(fold(name), found);
    return found;
  };
  for (const row of rows) {
    if (row.town) namesakes(row.town).townRows.push(row);
    const authority = townSized.has(fold(row.district)) ? townNameOf(row.district) : '';
    if (row.region === 'London') namesakes('London').authorityRows.push(row);
    if (authority && authority !== 'London') namesakes(authority).authorityRows.push(row);
  }
  return [...all.values()].map(clustersOf);
}

/** What tells a place from others of its name: its local authority, or its region where that has the same name. */
function distinctionOf({name, rows}: Cluster): string {
  const authority = commonest(rows.map(({district}) => townNameOf(district)));
  return fold(authority) === fold(name) ? commonest(rows.map(({region}) => region)) : authority;
}

/**
 * Names for places that share one: the authority keeps it, the others add where they are, and their first postcode
 * district too where that is not enough.
 */
function namesOf(places: readonly Cluster[]): readonly string[] {
  if (places.length < 2) return places.map(({name}) => name);
  const full = places.map(place => (place.isAuthority ? place.name : `${place.name}, ${distinctionOf(place)}`));
  return full.map((name, index) =>
    full.filter(other => other === name).length > 1 ? `${name} (${places[index]?.rows[0]?.outcode ?? ''})` : name,
  );
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * Makes the place file from the rows of the outcodes' CSV. A town's point is the mean of its districts' and its radius
 * reaches the furthest of them, 2 km at least.
 */
export function buildPlaceFile(rows: readonly OutcodeRow[], attribution: string): PlaceFile {
  const regions = [...new Set(rows.map(({region}) => region))].sort();
  const indexes = ({region, nation}: OutcodeRow) => [regions.indexOf(region), nations.indexOf(nation)] as const;
  const townIndexes = new Map<OutcodeRow, number>();
  const towns: TownRow[] = [];
  for (const places of townsOf(rows)) {
    const names = namesOf(places);
    for (const [index, {name, rows: members}] of places.entries()) {
      const [first] = members;
      if (!first) continue;
      for (const row of members) {
        if (fold(row.town || townNameOf(row.district)) === fold(name)) townIndexes.set(row, towns.length);
      }
      const region = commonest(members.map(row => row.region));
      const [regionIndex, nationIndex] = indexes(members.find(row => row.region === region) ?? first);
      const {latitude, longitude} = middleOf(members);
      const radiusKm = Math.max(leastRadiusKm, round(reachOf(members), 1));
      towns.push([names[index] ?? name, round(latitude, 4), round(longitude, 4), regionIndex, nationIndex, radiusKm]);
    }
  }
  const outcodes = rows.map((row): OutcodePlaceRow => [
    row.outcode,
    round(row.latitude, 4),
    round(row.longitude, 4),
    townIndexes.get(row) ?? -1,
    ...indexes(row),
  ]);
  return {attribution, regions, towns, outcodes};
}
