import {fold} from '@held-spaces/domain/text';
import {isUuid} from '../ids.js';
import {ProblemError} from '../problems.js';
import {taxonomyIdOf} from '../read-model/read-model.js';
import type {ServiceRow} from '../read-model/read-model.js';

/** Services on a page where the asker does not say. */
export const defaultPageSize = 50;
export const largestPageSize = 500;
/** Whole services are twenty times as long as rows. */
export const largestFullPageSize = 100;
const longestSearch = 200;

/** What `/services` was asked for, as the standard names it. */
export interface ServiceQuery {
  readonly page: number;
  /** Missing: the default, or everything where only ids are asked for. */
  readonly perPage?: number;
  /** Folded words, all of which must be there. */
  readonly words: readonly string[];
  /** One group for each taxonomy: any of a group, all of the groups. */
  readonly termGroups: readonly (readonly string[])[];
  readonly taxonomyId?: string;
  readonly organizationId?: string;
  /** Milliseconds since 1970. */
  readonly modifiedAfter?: number;
  readonly form: 'row' | 'minimal' | 'full';
  readonly format: 'json' | 'ndjson';
}

/** Reads the query. A parameter that we do not know is ignored, as the standard's readers expect; a malformed one ends it. */
export function readServiceQuery(parameters: URLSearchParams): ServiceQuery {
  const one = <T>(name: string, expected: string, read: (text: string) => T | undefined): T | undefined => {
    const values = parameters.getAll(name);
    if (values.length === 0) return undefined;
    if (values.length > 1) throw new ProblemError('bad-parameter', {parameter: name, expected: 'given once'});
    const value = read(values[0] ?? '');
    if (value === undefined) throw new ProblemError('bad-parameter', {parameter: name, expected});
    return value;
  };
  const flag = (name: string) =>
    one(name, 'true or false', text => (text === 'true' ? true : text === 'false' ? false : undefined));
  const uuid = (name: string) => one(name, 'a UUID', text => (isUuid(text) ? text.toLowerCase() : undefined));

  const full = flag('full') ?? false;
  const minimal = flag('minimal') ?? false;
  if (full && minimal)
    throw new ProblemError('bad-parameter', {parameter: 'minimal', expected: 'false where full is true'});
  const limit = full ? largestFullPageSize : largestPageSize;
  const perPage = one('per_page', `a whole number from 1 to ${limit}`, text => wholeNumber(text, limit));
  const search = one('search', `at most ${longestSearch} characters`, text =>
    text.length <= longestSearch ? text : undefined,
  );
  const taxonomyId = uuid('taxonomy_id');
  const organizationId = uuid('organization_id');
  const modifiedAfter = one('modified_after', 'a date, or a date and time with its zone (ISO 8601)', instant);
  return {
    page: one('page', 'a whole number from 1', text => wholeNumber(text, 1_000_000)) ?? 1,
    ...(perPage !== undefined && {perPage}),
    words: fold(search ?? '')
      .split(' ')
      .filter(Boolean),
    termGroups: termGroups(parameters.getAll('taxonomy_term_id')),
    ...(taxonomyId !== undefined && {taxonomyId}),
    ...(organizationId !== undefined && {organizationId}),
    ...(modifiedAfter !== undefined && {modifiedAfter}),
    form: full ? 'full' : minimal ? 'minimal' : 'row',
    format:
      one('format', 'json or ndjson', text => (text === 'json' || text === 'ndjson' ? text : undefined)) ?? 'json',
  };
}

/** Whether a service is among those that were asked for. */
export function isAskedFor(row: ServiceRow, query: ServiceQuery): boolean {
  return (
    query.words.every(word => row.text.includes(word)) &&
    query.termGroups.every(group => group.some(term => row.termIds.has(term))) &&
    (query.taxonomyId === undefined || [...row.termIds].some(term => taxonomyIdOf(term) === query.taxonomyId)) &&
    (query.organizationId === undefined || row.organizationId === query.organizationId) &&
    (query.modifiedAfter === undefined || row.lastModified >= query.modifiedAfter)
  );
}

function termGroups(values: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const term of values.flatMap(value => value.split(',')).map(value => value.trim().toLowerCase())) {
    if (!isUuid(term)) {
      throw new ProblemError('bad-parameter', {
        parameter: 'taxonomy_term_id',
        expected: 'a UUID, or several with commas',
      });
    }
    const group = taxonomyIdOf(term) ?? term;
    groups.set(group, [...(groups.get(group) ?? []), term]);
  }
  return [...groups.values()];
}

function wholeNumber(text: string, largest: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= largest ? value : undefined;
}

function instant(text: string): number | undefined {
  // A plus that was not percent-encoded arrives as a space.
  const written = text.replace(/ (?=\d\d:\d\d$)/, '+');
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(written)) return undefined;
  const milliseconds = Date.parse(written);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
