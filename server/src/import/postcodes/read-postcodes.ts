/**
 * Unit postcodes from the ONS Postcode Directory (https://geoportal.statistics.gov.uk/) or OS Code-Point Open
 * (https://www.ordnancesurvey.co.uk/products/code-point-open), both CSV, as one file of ours for each district.
 */
import {createReadStream, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {boxHolds, ukBox} from '@held-spaces/domain/distance';
import {parsePostcode} from '@held-spaces/domain/postcode';
import type {PostcodeFile, UnitRow} from '@held-spaces/domain/postcode-file';
import type {GeoPoint} from '@held-spaces/domain/space';
import {isCsvError, parseCsv} from '../csv.js';
import {fileFormat} from '../read-spaces-file.js';
import {fromNationalGrid} from './national-grid.js';

export interface ReadPostcodesOptions {
  /** Of the ONS Postcode Directory's postcodes in Northern Ireland: they may only be published under a licence of their own. */
  readonly withNorthernIreland?: boolean;
  /** For the attribution, which names one. */
  readonly year: number;
  readonly onProgress?: (rows: number) => void;
}

export interface Postcodes {
  /** Files of districts as JSON, by their outcode. */
  readonly files: ReadonlyMap<string, string>;
  readonly count: number;
  /** Northern Ireland's, which were left out. */
  readonly leftOut: number;
}

type Format = 'onspd' | 'code-point';

const names: Readonly<Record<Format, string>> = {
  onspd: 'Source: Office for National Statistics licensed under the Open Government Licence v3.0. ',
  'code-point': '',
};
const attributionOf = (format: Format, year: number) =>
  `${names[format]}Contains OS data © Crown copyright and database right ${year}. Contains Royal Mail data © Royal Mail copyright and database right ${year}.`;

const expected = 'the ONS Postcode Directory or OS Code-Point Open, as CSV';

/** Reads a file, or every CSV file in a folder. Throws `ImportError` at the first line that is neither. */
export async function readPostcodes(path: string, options: ReadPostcodesOptions): Promise<Postcodes> {
  const districts = new Map<string, Map<string, string>>();
  let format: Format = 'onspd';
  let rows = 0;
  let leftOut = 0;
  for (const file of filesAt(path)) {
    const read = await readFile(file, postcode => {
      if (++rows % 50_000 === 0) options.onProgress?.(rows);
      if (postcode.outcode.startsWith('BT') && !options.withNorthernIreland) {
        leftOut++;
        return;
      }
      const units = districts.get(postcode.outcode) ?? new Map<string, string>();
      // A metre or so is near enough for a door, and a file is half as long for it.
      const row: UnitRow = [postcode.incode, rounded(postcode.latitude), rounded(postcode.longitude)];
      units.set(postcode.incode, JSON.stringify(row));
      districts.set(postcode.outcode, units);
    });
    format = read;
  }
  if (rows === 0) throw fileFormat(path, expected, 1, 1);
  const attribution = attributionOf(format, options.year);
  let count = 0;
  const files = new Map<string, string>();
  for (const [outcode, units] of districts) {
    count += units.size;
    const whole: PostcodeFile = {attribution, outcode, units: []};
    const list = [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    files.set(outcode, `${JSON.stringify(whole).slice(0, -2)}${list.join(',')}]}`);
  }
  return {files, count, leftOut};
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5;

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path)
    .filter(name => /\.csv$/i.test(name))
    .sort();
  if (files.length === 0) throw fileFormat(path, `a folder with ${expected}`, 1, 1);
  return files.map(name => join(path, name));
}

interface UnitPostcode extends GeoPoint {
  readonly outcode: string;
  readonly incode: string;
}

/** Reads line by line: the directory is over a gigabyte. */
async function readFile(path: string, take: (postcode: UnitPostcode) => void): Promise<Format> {
  const stream = createReadStream(path, 'utf8');
  const lines = createInterface({input: stream, crlfDelay: Infinity});
  let number = 0;
  let reader: RowReader | undefined;
  try {
    for await (const line of lines) {
      number++;
      if (line === '') continue;
      const cells = cellsOf(line, () => fileFormat(path, expected, number, 1));
      if (!reader) {
        reader = readerOf(cells);
        if (!reader) throw fileFormat(path, expected, number, 1);
        if (reader.format === 'onspd') continue;
      }
      const row = reader.read(cells);
      if (row === 'skip') continue;
      const postcode = row && parsePostcode(row.postcode);
      if (!row || postcode?.kind !== 'full') throw fileFormat(path, expected, number, 1);
      if (boxHolds(ukBox, row)) {
        take({outcode: postcode.outcode, incode: postcode.incode, latitude: row.latitude, longitude: row.longitude});
      }
    }
  } finally {
    lines.close();
    stream.destroy();
  }
  return reader?.format ?? 'onspd';
}

/** Nearly every line has no quotes in it or only whole quoted cells. */
function cellsOf(line: string, wrong: () => Error): readonly string[] {
  if (!line.includes('"')) return line.replace(/^\ufeff/, '').split(',');
  const parsed = parseCsv(line);
  const [row] = isCsvError(parsed) ? [] : parsed;
  if (!row) throw wrong();
  return row.cells;
}

interface RowReader {
  readonly format: Format;
  /** `skip`: a postcode without a place, or one that is no longer in use. `undefined`: no row of this format. */
  readonly read: (cells: readonly string[]) => (GeoPoint & {readonly postcode: string}) | 'skip' | undefined;
}

const numberIn = (cell: string | undefined) =>
  cell !== undefined && /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : undefined;

function readerOf(first: readonly string[]): RowReader | undefined {
  const header = first.map(cell => cell.trim().toLowerCase());
  const column = (...candidates: readonly string[]) => candidates.map(name => header.indexOf(name)).find(at => at >= 0);
  const [postcode, latitude, longitude] = [
    column('pcds', 'pcd8', 'pcd7', 'pcd2', 'pcd'),
    column('lat'),
    column('long'),
  ];
  if (postcode !== undefined && latitude !== undefined && longitude !== undefined) {
    const ended = column('doterm');
    return {
      format: 'onspd',
      read: cells => {
        const [lat, long] = [numberIn(cells[latitude]), numberIn(cells[longitude])];
        if (lat === undefined || long === undefined) return undefined;
        // 99.999999 is how it says that there is no grid reference.
        if (lat > 99 || (ended !== undefined && cells[ended]?.trim())) return 'skip';
        return {postcode: cells[postcode] ?? '', latitude: lat, longitude: long};
      },
    };
  }
  const isCodePoint =
    first.length >= 4 && parsePostcode(first[0] ?? '')?.kind === 'full' && numberIn(first[1]) !== undefined;
  if (!isCodePoint) return undefined;
  return {
    format: 'code-point',
    read: cells => {
      const [quality, easting, northing] = [numberIn(cells[1]), numberIn(cells[2]), numberIn(cells[3])];
      if (quality === undefined || easting === undefined || northing === undefined) return undefined;
      // Quality 90 has no coordinates.
      if (quality >= 90) return 'skip';
      return {postcode: cells[0] ?? '', ...fromNationalGrid(easting, northing)};
    },
  };
}
