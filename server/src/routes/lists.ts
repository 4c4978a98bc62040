/** Pages of lists, with the standard's envelope. */
import {cacheFor, matches} from '../http.js';
import {joinJson, shortHash, toBytes} from '../read-model/bytes.js';
import type {Bytes} from '../read-model/bytes.js';
import type {Selection} from '../read-model/selection.js';
import type {Parameters} from './parameters.js';

/** Entries on a page where the asker does not say. */
export const defaultPageSize = 50;
export const largestPageSize = 500;
/** Whole services are ten times as long as rows. */
export const largestFullPageSize = 100;

export const listCache = cacheFor(60);

/** Which part of a list, and written how. */
export interface ListQuery {
  readonly page: number;
  /** Missing: the default, or everything where only ids are asked for. */
  readonly perPage?: number;
  readonly format: 'json' | 'ndjson';
}

export function readListQuery(parameters: Parameters, limit = largestPageSize): ListQuery {
  const perPage = parameters.wholeNumber('per_page', 1, limit);
  return {
    page: parameters.one('page', 'a whole number from 1', wholePage) ?? 1,
    ...(perPage !== undefined && {perPage}),
    format: parameters.one('format', 'json or ndjson', asFormat) ?? 'json',
  };
}

/** A list that is at hand whole. */
export function selectAll<T>(entries: readonly T[]): Selection<T> {
  return {total: entries.length, page: (start, count) => entries.slice(start, start + count)};
}

/** One entry as JSON. */
export type Writer<T> = (entry: T) => Bytes;

/**
 * Answers with a page of a selection, or with all of it, a line each. `select` and `write` are not called where the
 * asker has the same answer already.
 *
 * @param tag Changes whenever the answer to any list may.
 */
export async function listResponse<T>(
  request: Request,
  query: ListQuery & {readonly tag: string; readonly wholePage?: boolean},
  select: () => Selection<T> | Promise<Selection<T>>,
  write: Writer<T>,
): Promise<Response> {
  const etag = `W/"${query.tag}-${shortHash(toBytes(new URL(request.url).search))}"`;
  const headers = {'Cache-Control': listCache, ETag: etag};
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, {status: 304, headers});
  const selection = await select();
  if (query.format === 'ndjson') {
    const type = {'Content-Type': 'application/x-ndjson'};
    return new Response(linesOf(selection, write), {headers: {...headers, ...type}});
  }
  return new Response(pageOf(selection, query, write), {headers: {...headers, 'Content-Type': 'application/json'}});
}

/** A page past the end is empty and the last. */
function pageOf<T>(
  selection: Selection<T>,
  {page, perPage, wholePage}: ListQuery & {readonly wholePage?: boolean},
  write: Writer<T>,
): Bytes {
  const {total} = selection;
  const size = perPage ?? (wholePage ? Math.max(total, 1) : defaultPageSize);
  const pages = Math.ceil(total / size);
  const rows = page <= pages ? selection.page((page - 1) * size, size).map(write) : [];
  const envelope = {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: rows.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: rows.length === 0,
  };
  return joinJson(`${JSON.stringify(envelope).slice(0, -1)},"contents":[`, rows, ']}');
}

/** Entries in one piece of a stream. */
const linesAtOnce = 200;
const newline = toBytes('\n');

/** Every entry on a line of its own, made as fast as they are read: `format=ndjson`. */
function linesOf<T>(selection: Selection<T>, write: Writer<T>): ReadableStream<Bytes> {
  let entries: readonly T[] | undefined;
  let at = 0;
  return new ReadableStream<Bytes>({
    pull(controller) {
      entries ??= selection.page(0, selection.total);
      const some = entries.slice(at, at + linesAtOnce);
      at += some.length;
      if (some.length === 0) controller.close();
      else controller.enqueue(concat(some.flatMap(entry => [write(entry), newline])));
    },
  });
}

function concat(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function wholePage(text: string): number | undefined {
  const page = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return page >= 1 && page <= 1_000_000 ? page : undefined;
}

const asFormat = (text: string) => (text === 'json' || text === 'ndjson' ? text : undefined);
