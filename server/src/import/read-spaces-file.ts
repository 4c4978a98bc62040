/** A file of held-spaces JSON, read whole or refused whole: the first thing wrong ends it, and nothing is taken. */
import type {Space} from '@held-spaces/domain/space';
import {firstJsonError, lineAndColumn} from '../json-error.js';
import {checkRecord, checkSource} from './held-spaces-format.js';
import type {SourceFacts, SpaceRecord} from './held-spaces-format.js';
import {ImportError} from './import-error.js';
import {retiredReason} from './retired.js';
import type {RetiredList} from './retired.js';
import {toSpace} from './to-space.js';

/** What stands beside the file or was said on the command line. It wins over what the file says of itself. */
export interface ReadOptions {
  /** How messages name the file. */
  readonly path: string;
  readonly source?: Partial<SourceFacts> | undefined;
  /** What no record may hold. */
  readonly retired: RetiredList;
}

export interface SpacesFile {
  readonly source: SourceFacts;
  readonly spaces: readonly Space[];
}

const expected = 'held-spaces JSON (a list of spaces, or {"source": {…}, "spaces": […]})';

/** Reads the bytes of a file. Throws {@link ImportError} for anything but a whole, valid one. */
export function readSpacesFile(bytes: Uint8Array, options: ReadOptions): SpacesFile {
  const {path} = options;
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw fileFormat(path, 'UTF-8 text', 1, 1);
  }
  const offset = firstJsonError(text);
  if (offset !== undefined) {
    const {line, column} = lineAndColumn(text, offset);
    throw fileFormat(path, expected, line, column);
  }
  return toSpacesFile(JSON.parse(text), options);
}

/** The same for a file that has been parsed. */
export function toSpacesFile(value: unknown, options: ReadOptions): SpacesFile {
  const {path, retired} = options;
  const wrapper = unwrap(value);
  if (!wrapper) throw fileFormat(path, expected, 1, 1);
  const checked = checkSource({name: nameOf(path), ...wrapper.source, ...definedOf(options.source ?? {})});
  if ('field' in checked) {
    throw new ImportError(
      'cli.record',
      `${path}, source: "${checked.field}" ${checked.problem}. Nothing was imported.`,
    );
  }
  const records = wrapper.spaces.map((each, index) => checkedRecord(each, `${path}, record ${index + 1}`, retired));
  refuseDuplicates(records, path);
  return {source: checked.source, spaces: records.map(record => toSpace(record, checked.source))};
}

/** A record, checked. `where` names the file and the record; `nameOf` gives the name by which people know a field. */
export function checkedRecord(
  value: unknown,
  where: string,
  retired: RetiredList,
  nameOf: (field: string) => string = field => field,
): SpaceRecord {
  const result = checkRecord(value);
  const which = `${where} (${idIn(value)})`;
  if ('field' in result) {
    throw new ImportError('cli.record', `${which}: "${nameOf(result.field)}" ${result.problem}. Nothing was imported.`);
  }
  const reason = retiredReason(result.record, retired);
  if (reason !== undefined) {
    throw new ImportError(
      'cli.retired-number',
      `${which}: the number is on the retired list (${reason}). Nothing was imported.`,
    );
  }
  return result.record;
}

/** `numbers` are those by which the file counts its records, where that is not from 1. */
export function refuseDuplicates(
  records: readonly SpaceRecord[],
  path: string,
  what = 'records',
  numbers: readonly number[] = records.map((_, index) => index + 1),
): void {
  const seen = new Map<string, number[]>();
  for (const [index, {id}] of records.entries()) seen.set(id, [...(seen.get(id) ?? []), numbers[index] ?? index + 1]);
  for (const [id, found] of seen) {
    if (found.length > 1) {
      throw new ImportError(
        'cli.duplicate-id',
        `${path}: id "${id}" appears more than once (${what} ${found.join(', ')}). Nothing was imported.`,
      );
    }
  }
}

function unwrap(value: unknown): {readonly source: object; readonly spaces: readonly unknown[]} | undefined {
  if (Array.isArray(value)) return {source: {}, spaces: value};
  if (typeof value !== 'object' || value === null) return undefined;
  const {source = {}, spaces} = value as Readonly<Record<string, unknown>>;
  return typeof source === 'object' && source !== null && Array.isArray(spaces) ? {source, spaces} : undefined;
}

/** What a message may call a record whose id itself may be wrong. */
export function idIn(value: unknown): string {
  const id =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)['id'] : undefined;
  return typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : 'no id';
}

/** `spaces.uk` of `data/spaces.uk.json`. */
export function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.(?:json|csv)$/i, '');
}

export function definedOf(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

export function fileFormat(path: string, what: string, line: number, column: number): ImportError {
  return new ImportError('cli.file-format', `${path} is not ${what}. First problem at line ${line}, column ${column}.`);
}
