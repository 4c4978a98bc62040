/** A spreadsheet of spaces, read whole or refused whole: the first wrong cell ends it, named by its row and column. */
import {middleOf} from '@held-spaces/domain/open-referral/feed-places';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {Space} from '@held-spaces/domain/space';
import {columnOf, columns, recordOfRow, requiredColumns} from './csv-format.js';
import {isCsvError, parseCsv} from './csv.js';
import {checkSource} from './held-spaces-format.js';
import {ImportError} from './import-error.js';
import {checkedRecord, definedOf, fileFormat, idIn, nameOf, refuseDuplicates} from './read-spaces-file.js';
import type {ReadOptions, SpacesFile} from './read-spaces-file.js';
import {toSpace} from './to-space.js';

export interface ReadCsvOptions extends ReadOptions {
  /** Where the middle of a postcode district is, for rows without coordinates. */
  readonly places?: PlaceFile | undefined;
}

/** Reads the bytes of a file. Throws {@link ImportError} for anything but a whole, valid one. */
export function readCsvFile(bytes: Uint8Array, options: ReadCsvOptions): SpacesFile {
  const {path, retired, places} = options;
  const checked = checkSource({name: nameOf(path), ...definedOf(options.source ?? {})});
  if ('field' in checked) {
    throw new ImportError(
      'cli.record',
      `${path}, source: "${checked.field}" ${checked.problem}. Nothing was imported.`,
    );
  }
  const {source} = checked;
  const rows = rowsOf(textOf(bytes, path), path);
  const records = rows.map(({number, cells}) => {
    const where = `${path}, row ${number}`;
    const read = recordOfRow(cells);
    if ('problem' in read) {
      throw new ImportError(
        'cli.record',
        `${where} (${idIn(cells)}): "${read.column}" ${read.problem}. Nothing was imported.`,
      );
    }
    return checkedRecord(read.record, where, retired, columnOf);
  });
  refuseDuplicates(
    records,
    path,
    'rows',
    rows.map(({number}) => number),
  );
  return {source, spaces: records.map(record => withMiddle(toSpace(record, source), places))};
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw fileFormat(path, 'UTF-8 text (in a spreadsheet, save as "CSV UTF-8")', 1, 1);
  }
}

interface NumberedRow {
  /** As a spreadsheet counts it: the names of the columns are row 1. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

function rowsOf(text: string, path: string): readonly NumberedRow[] {
  const parsed = parseCsv(text);
  if (isCsvError(parsed)) throw fileFormat(path, 'CSV', parsed.line, parsed.column);
  const [header, ...rows] = parsed;
  const names = (header?.cells ?? []).map(cell => cell.trim().toLowerCase());
  const inHeader = (column: string, problem: string) =>
    new ImportError('cli.record', `${path}, row 1: "${column}" ${problem}. Nothing was imported.`);
  const unknown = names.find(name => name !== '' && !columns.includes(name));
  if (unknown !== undefined) throw inHeader(unknown.slice(0, 40), 'is not a column of this format');
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw inHeader(twice, 'is there twice');
  const missing = requiredColumns.find(column => !names.includes(column));
  if (missing !== undefined) throw inHeader(missing, 'is missing');
  const numbered: NumberedRow[] = [];
  for (const [index, {cells}] of rows.entries()) {
    if (cells.every(cell => cell.trim() === '')) continue;
    const number = index + 2;
    const beyond = cells.findIndex((cell, at) => cell.trim() !== '' && !names[at]);
    if (beyond >= 0) {
      throw new ImportError(
        'cli.record',
        `${path}, row ${number}: cell ${beyond + 1} stands under no column. Is there a comma in a text without quotes? Nothing was imported.`,
      );
    }
    numbered.push({number, cells: Object.fromEntries(names.map((name, at) => [name, cells[at]]))});
  }
  return numbered;
}

/** Without coordinates, the middle of the postcode district is where people near it will find the space. */
function withMiddle(space: Space, places: PlaceFile | undefined): Space {
  const {location} = space;
  if (!location?.address || location.point) return space;
  return {...space, location: {...location, ...middleOf(location.address, places)}};
}
