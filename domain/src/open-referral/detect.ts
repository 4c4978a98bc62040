/** Which dialect a feed speaks, what a page of it holds, and where its pages end. Shape counts before version. */
import {numberOf, objectOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import {fromOruk1} from './from-oruk1.js';
import {fromOruk3} from './from-oruk3.js';
import {fromOutpost} from './from-outpost.js';
import type {AdaptOptions, Adapted} from './normalise.js';

export const dialects = ['oruk3', 'oruk1', 'outpost'] as const;
export type Dialect = (typeof dialects)[number];

/** One page of a list, whatever its envelope left out. */
export interface FeedPage {
  readonly shape: 'contents' | 'content' | 'list';
  readonly rows: readonly unknown[];
  readonly totalItems?: number;
  readonly totalPages?: number;
  readonly pageNumber?: number;
  /** What the feed itself says of being the last. Not to be relied on alone. */
  readonly isLast?: boolean;
}

/** The page in a body. `undefined`: it is no list of services in any dialect. */
export function readPage(body: unknown): FeedPage | undefined {
  if (Array.isArray(body)) return {shape: 'list', rows: body};
  const envelope = objectOf(body);
  if (!envelope) return undefined;
  const shape = 'contents' in envelope ? 'contents' : 'content' in envelope ? 'content' : undefined;
  if (!shape) return undefined;
  const given: unknown = envelope[shape];
  const rows = Array.isArray(given) ? given : objectOf(given) ? [given] : [];
  const totalItems = numberOf(envelope['total_items'] ?? envelope['totalElements']);
  const totalPages = numberOf(envelope['total_pages'] ?? envelope['totalPages']);
  const pageNumber = numberOf(envelope['page_number'] ?? envelope['number']);
  const isLast = envelope['last_page'] ?? envelope['last'];
  return {
    shape,
    rows,
    ...(totalItems !== undefined && {totalItems}),
    ...(totalPages !== undefined && {totalPages}),
    ...(pageNumber !== undefined && {pageNumber}),
    ...(typeof isLast === 'boolean' && {isLast}),
  };
}

const outpostTraits = [
  'organisation',
  'locations',
  'taxonomies',
  'suitabilities',
  'needs_referral',
  'free',
  'min_age',
  'local_offer',
];
const oruk1Traits = [
  'service_at_locations',
  'service_taxonomys',
  'eligibilitys',
  'attending_type',
  'attending_access',
  'deliverable_type',
];
const count = (row: FeedObject, traits: readonly string[]) => traits.filter(trait => trait in row).length;

/** The dialect of a page. An empty page of the older envelope is v1: there is nothing in it to read otherwise. */
export function dialectOf(page: FeedPage): Dialect {
  if (page.shape === 'contents') return 'oruk3';
  const rows = page.rows.slice(0, 20).map(row => objectOf(row) ?? {});
  const outpost = rows.reduce((sum, row) => sum + count(row, outpostTraits), 0);
  const oruk1 = rows.reduce((sum, row) => sum + count(row, oruk1Traits), 0);
  if (outpost > oruk1) return 'outpost';
  return page.shape === 'content' || oruk1 > 0 ? 'oruk1' : 'oruk3';
}

/** Whether what a feed says of its version fits what it sends. `V3`, for one, is no version of the standard. */
export function fitsVersion(dialect: Dialect, version: unknown): boolean {
  const text = textOf(version);
  if (dialect === 'oruk3') return text === 'HSDS-UK-3.0';
  return text === undefined || /^(?:v?1|HSDS-UK-1)/i.test(text);
}

/** Reads one service in its dialect. */
export function adapt(dialect: Dialect, value: unknown, options: AdaptOptions): Adapted {
  const read = {oruk3: fromOruk3, oruk1: fromOruk1, outpost: fromOutpost}[dialect];
  return read(value, options);
}

/**
 * What a feed of a dialect can be asked, and what it was seen to do. Parameters differ between v1, the 2024 profile and
 * 3.0, so each feed has a record of its own, and none of them is relied on: every filter is applied again here.
 */
export interface FeedCapabilities {
  readonly dialect: Dialect;
  readonly version?: string;
  /** Parameter of a search in words. */
  readonly searchParameter: string;
  /** Whether a search changes what comes. Missing: it was not asked. */
  readonly honoursSearch?: boolean;
  /** Whether the rows of a list hold their children. */
  readonly listsHoldChildren: boolean;
}

export const searchParameters: Readonly<Record<Dialect, string>> = {
  oruk3: 'search',
  oruk1: 'text',
  outpost: 'keywords',
};

/** What a list is asked for, beside its page, so that it holds the children where the feed can do that. */
export const childrenParameters: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  oruk3: {full: 'true'},
  oruk1: {include: 'service_at_locations,contacts'},
  outpost: {},
};

/** Words that nobody writes of a service, to see whether a search is honoured. */
export const impossibleSearch = 'zqxjkvbn8141';

/** Whether a feed that found this many for {@link impossibleSearch} searches at all. `undefined`: it cannot be told. */
export function honoursSearch(all: FeedPage, found: FeedPage): boolean | undefined {
  const total = all.totalItems ?? all.rows.length;
  const after = found.totalItems ?? found.rows.length;
  return total === 0 ? undefined : after < total;
}

const childFields: Readonly<Record<Dialect, readonly string[]>> = {
  oruk3: ['service_at_locations', 'schedules', 'contacts', 'attributes', 'cost_options', 'phones'],
  oruk1: ['service_at_locations', 'regular_schedules', 'contacts', 'service_taxonomys', 'eligibilitys'],
  outpost: ['locations', 'service_at_locations', 'regular_schedules', 'contacts', 'taxonomies'],
};

/** Whether any of a list's rows hold children. Rows without any are shallow, and each is asked for by its id. */
export const holdsChildren = (dialect: Dialect, rows: readonly unknown[]): boolean =>
  rows.some(row => childFields[dialect].some(field => field in (objectOf(row) ?? {})));

/** Id of a row as an opaque string; feeds give numbers too. */
export const idOfRow = (row: unknown): string | undefined => textOf(objectOf(row)?.['id']);

/**
 * Whether there is nothing after a page. The envelope is believed where it says so; beyond that an empty page, a page
 * without a new id, and a short one end a list that does not say where it ends.
 */
export function isLastPage(
  page: FeedPage,
  asked: {readonly number: number; readonly size: number},
  newIds: number,
): boolean {
  if (page.rows.length === 0 || newIds === 0) return true;
  if (page.isLast !== undefined) return page.isLast;
  if (page.totalPages !== undefined) return asked.number >= page.totalPages;
  return page.shape === 'list' || page.rows.length < asked.size;
}
