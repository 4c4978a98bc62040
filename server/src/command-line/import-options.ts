import {existsSync, readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {readCrosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import type {Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {PlaceFile} from '@held-spaces/domain/places';
import {firstJsonError, lineAndColumn} from '../json-error.js';
import {baseOfFeed} from '../import/feed/read-feed.js';
import type {SourceFacts} from '../import/held-spaces-format.js';
import {ImportError} from '../import/import-error.js';
import {CommandError} from './messages.js';

/** What `held-directory import` was asked to do. */
export interface ImportArguments {
  /** A file or a URL. */
  readonly from: string;
  readonly kind: 'json' | 'csv' | 'feed';
  readonly source: Partial<SourceFacts>;
  readonly crosswalk?: string | undefined;
  readonly report?: string | undefined;
  readonly cache?: string | undefined;
  readonly onlyMapped: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly allowPrivate: boolean;
  readonly fresh: boolean;
}

const feedOnly = ['crosswalk', 'only-mapped', 'allow-private', 'fresh', 'cache'] as const;

export function readImportArguments(args: readonly string[]): ImportArguments {
  try {
    const {positionals, values} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: {type: 'string'},
        attribution: {type: 'string'},
        licence: {type: 'string'},
        sample: {type: 'boolean'},
        crosswalk: {type: 'string'},
        'only-mapped': {type: 'boolean'},
        report: {type: 'string'},
        'dry-run': {type: 'boolean'},
        force: {type: 'boolean'},
        'allow-private': {type: 'boolean'},
        fresh: {type: 'boolean'},
        cache: {type: 'string'},
      },
    });
    const [from, ...others] = positionals;
    if (from === undefined || others.length > 0) throw new TypeError('one SOURCE is expected');
    const kind = kindOf(from);
    const misplaced = feedOnly.find(name => values[name] !== undefined);
    if (kind !== 'feed' && misplaced) throw new TypeError(`--${misplaced} is for feeds, by their URL`);
    if (values['only-mapped'] && values.crosswalk === undefined) throw new TypeError('--only-mapped needs --crosswalk');
    const {source: name, attribution, licence, sample} = values;
    return {
      from,
      kind,
      source: {
        ...(name !== undefined && {name}),
        ...(attribution !== undefined && {attribution}),
        ...(licence !== undefined && {licence}),
        ...(sample !== undefined && {sample}),
      },
      crosswalk: values.crosswalk,
      report: values.report,
      cache: values.cache,
      onlyMapped: values['only-mapped'] ?? false,
      dryRun: values['dry-run'] ?? false,
      force: values.force ?? false,
      allowPrivate: values['allow-private'] ?? false,
      fresh: values.fresh ?? false,
    };
  } catch (error) {
    throw new CommandError(
      `held-directory import: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}

function kindOf(from: string): ImportArguments['kind'] {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(from)) return /\.csv$/i.test(from) ? 'csv' : 'json';
  const url = URL.canParse(from) ? new URL(from) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new TypeError('a feed is an http or https URL');
  // It would stand in the shell's history, in messages and in every record.
  if (url.username !== '' || url.password !== '') throw new TypeError('a URL with a name or password is not taken');
  return 'feed';
}

/** Name of a feed's source where none was said: its host and path. */
export function nameOfFeed(url: string): string {
  const {host, pathname} = new URL(baseOfFeed(url));
  return `${host} ${pathname.split('/').filter(Boolean).join(' ')}`.trim().slice(0, 100);
}

/** Reads a crosswalk, or says where it is wrong. */
export function readCrosswalkFile(path: string): Crosswalk {
  if (!existsSync(path)) throw new CommandError(`No file at ${path}.`);
  const text = readFileSync(path, 'utf8');
  const fileFormat = (what: string, line: number, column: number) =>
    new ImportError('cli.file-format', `${path} is not ${what}. First problem at line ${line}, column ${column}.`);
  const offset = firstJsonError(text);
  if (offset !== undefined) {
    const {line, column} = lineAndColumn(text, offset);
    throw fileFormat('a crosswalk in JSON', line, column);
  }
  const read = readCrosswalk(JSON.parse(text));
  if ('meanings' in read) return read;
  if (read.problem === 'shape') throw fileFormat(`a crosswalk (${read.says})`, 1, 1);
  throw new ImportError(
    'cli.crosswalk',
    `${path}: term "${read.term}" is mapped to "${read.target}", which is not one of ours.`,
  );
}

/** Every postcode district and town, from the program's own data. */
export function readPlaces(root: URL): PlaceFile {
  const rows = parseOutcodeRows(readFileSync(new URL('server/data/outcodes.csv', root), 'utf8'));
  return buildPlaceFile(rows, 'Gibbs/uk-postcodes (CC0)');
}
