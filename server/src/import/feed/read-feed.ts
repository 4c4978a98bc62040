/** Reads an Open Referral feed whole: its pages, the details that its lists leave out, and what was wrong with both. */
import {
  adapt,
  childrenParameters,
  dialectOf,
  fitsVersion,
  holdsChildren,
  honoursSearch,
  idOfRow,
  impossibleSearch,
  isLastPage,
  readPage,
  searchParameters,
} from '@held-spaces/domain/open-referral/detect';
import type {Dialect, FeedCapabilities, FeedPage} from '@held-spaces/domain/open-referral/detect';
import {objectOf, textOf} from '@held-spaces/domain/open-referral/feed-json';
import type {RuleId} from '@held-spaces/domain/open-referral/feed-rules';
import type {AdaptOptions, Adapted} from '@held-spaces/domain/open-referral/normalise';
import {ImportError} from '../import-error.js';
import type {FeedAnswer, FeedClient} from './client.js';
import {limit} from './client.js';
import {notAFeed, parseAnswer} from './feed-json.js';
import type {KeptPages} from './kept-pages.js';

export interface FeedLimits {
  readonly pages: number;
  readonly services: number;
}

export const feedLimits: FeedLimits = {pages: 5000, services: 200_000};

/** What is being done, for a progress bar. Without a total, nobody knows how much there is. */
export type FeedProgress = (step: 'pages' | 'details', done: number, total?: number) => void;

export interface ReadFeedOptions {
  readonly client: FeedClient;
  readonly kept?: KeptPages | undefined;
  readonly limits?: Partial<FeedLimits>;
  /** How a record becomes a space; the rest of what an adapter needs. */
  readonly adapt: Omit<AdaptOptions, 'recordUrl'>;
  readonly onProgress?: FeedProgress;
}

export interface FeedReading {
  readonly capabilities: FeedCapabilities;
  readonly records: readonly Adapted[];
  /** What was found of the feed as a whole. A rule may stand in it several times. */
  readonly rules: readonly RuleId[];
  /** A page could not be read, so that a service which is not in `records` may still exist. */
  readonly isPartial: boolean;
}

/** How many rows a page is asked for. Feeds give fewer where that is their limit. */
const perPage = 100;
/** How many details are asked for at a time. */
const together = 2;

/** The base of a feed's URL, whichever of its addresses was given. */
export const baseOfFeed = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\/services$/i, '');

/** Reads a feed. Throws {@link ImportError} for one that cannot be read whole. */
export async function readFeed(url: string, options: ReadFeedOptions): Promise<FeedReading> {
  return new FeedReader(url, options).read();
}

class FeedReader {
  readonly #base: string;
  readonly #options: ReadFeedOptions;
  readonly #limits: FeedLimits;
  readonly #rules: RuleId[] = [];
  #isPartial = false;

  constructor(url: string, options: ReadFeedOptions) {
    this.#base = baseOfFeed(url);
    this.#options = options;
    this.#limits = {...feedLimits, ...options.limits};
  }

  async read(): Promise<FeedReading> {
    const version = await this.#version();
    const {dialect, first, parameters} = await this.#firstPage();
    if (!fitsVersion(dialect, version)) this.#rules.push('version-odd');
    const listed = await this.#rows(first, parameters);
    const rows = [...listed.values()];
    const areWhole = holdsChildren(dialect, rows);
    const honoured = rows.length === 0 ? undefined : await this.#probe(dialect, first);
    const services = areWhole ? rows : await this.#withDetails(listed);
    const adaptOptions = {
      ...this.#options.adapt,
      recordUrl: (id: string) => `${this.#base}/services/${encodeURIComponent(id)}`,
    };
    if (this.#options.client.waits > 0) this.#rules.push('asked-again');
    return {
      capabilities: {
        dialect,
        ...(version !== undefined && {version}),
        searchParameter: searchParameters[dialect],
        ...(honoured !== undefined && {honoursSearch: honoured}),
        listsHoldChildren: areWhole,
      },
      records: services.map(service => adapt(dialect, service, adaptOptions)),
      rules: this.#rules,
      isPartial: this.#isPartial,
    };
  }

  /** What the feed calls its version. Many feeds have no such page, and some have a web page there. */
  async #version(): Promise<string | undefined> {
    try {
      const address = `${this.#base}/`;
      const parsed = parseAnswer(address, await this.#get(address));
      return 'value' in parsed ? textOf(objectOf(parsed.value)?.['version']) : undefined;
    } catch (error) {
      if (error instanceof ImportError && (error.code === 'cli.feed-html' || error.code === 'cli.feed-limit'))
        return undefined;
      throw error;
    }
  }

  /** The first page, and what it was asked for beside its number. A feed that refuses what it does not know is asked for less. */
  async #firstPage(): Promise<{dialect: Dialect; first: FeedPage; parameters: Readonly<Record<string, string>>}> {
    const size = {per_page: String(perPage)};
    const plans = [{...size, ...childrenParameters.oruk3, ...childrenParameters.oruk1}, size, {}];
    for (const parameters of plans) {
      const address = this.#pageAddress(1, parameters);
      const answer = await this.#get(address);
      if (answer.status >= 400) continue;
      const parsed = parseAnswer(address, answer);
      if ('unreadable' in parsed) throw parsed.unreadable;
      if (parsed.isMended) this.#rules.push('control-characters');
      const first = readPage(parsed.value);
      if (!first) throw notAFeed(address);
      return {dialect: dialectOf(first), first, parameters};
    }
    throw notAFeed(`${this.#base}/services`);
  }

  /** Every row of the list by its id, each once. Rows without an id stand under a key of their own. */
  async #rows(first: FeedPage, parameters: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, unknown>> {
    const rows = new Map<string, unknown>();
    const {pages, services} = this.#limits;
    let page: FeedPage | undefined = first;
    let unreadable = 0;
    for (let number = 1; ;) {
      const isLast = page ? this.#take(page, rows, number, first) : false;
      if (rows.size > services) throw limit(`${this.#base}/services`, services, 'services');
      this.#options.onProgress?.('pages', rows.size, first.totalItems);
      if (isLast || (!page && first.totalPages !== undefined && number >= first.totalPages)) return rows;
      if (++number > pages) throw limit(`${this.#base}/services`, pages, 'pages');
      const address = this.#pageAddress(number, parameters);
      const answer = await this.#get(address);
      // Past their last page, some feeds answer 404.
      if (answer.status >= 400) return rows;
      const parsed = parseAnswer(address, answer);
      if ('unreadable' in parsed) {
        this.#rules.push('page-unreadable');
        this.#isPartial = true;
        if (++unreadable > 3) throw parsed.unreadable;
        page = undefined;
        continue;
      }
      if (parsed.isMended) this.#rules.push('control-characters');
      page = readPage(parsed.value);
      if (!page) throw notAFeed(address);
      if (page.totalItems !== first.totalItems && !this.#rules.includes('totals-moved'))
        this.#rules.push('totals-moved');
    }
  }

  /** Adds the rows of a page, and says whether it is the last. */
  #take(page: FeedPage, rows: Map<string, unknown>, number: number, first: FeedPage): boolean {
    let added = 0;
    const repeated: RuleId[] = [];
    for (const [index, row] of page.rows.entries()) {
      const key = idOfRow(row) ?? `\u0000${number}/${index}`;
      if (rows.has(key)) repeated.push('id-repeated');
      else {
        rows.set(key, row);
        added++;
      }
    }
    const isLast = isLastPage(page, {number, size: first.rows.length}, added);
    // A page that only repeats another is how some feeds end, and says nothing of their records.
    if (added > 0) this.#rules.push(...repeated);
    return isLast;
  }

  /** Rows with what `/services/{id}` says beside them, a few at a time. */
  async #withDetails(rows: ReadonlyMap<string, unknown>): Promise<readonly unknown[]> {
    const entries = [...rows.values()];
    const details: unknown[] = [];
    let done = 0;
    for (let at = 0; at < entries.length; at += together) {
      const batch = entries.slice(at, at + together);
      details.push(...(await Promise.all(batch.map(row => this.#details(row)))));
      done += batch.length;
      this.#options.onProgress?.('details', done, entries.length);
    }
    return details;
  }

  async #details(row: unknown): Promise<unknown> {
    const id = idOfRow(row);
    if (id === undefined) return row;
    const address = `${this.#base}/services/${encodeURIComponent(id)}`;
    const answer = await this.#get(address);
    const parsed = answer.status >= 400 ? undefined : parseAnswer(address, answer);
    const details = parsed && 'value' in parsed ? objectOf(parsed.value) : undefined;
    if (parsed && 'value' in parsed && parsed.isMended) this.#rules.push('control-characters');
    if (!details || idOfRow(details) !== id) {
      this.#rules.push('details-gone');
      return row;
    }
    this.#rules.push('shallow-rows');
    return {...objectOf(row), ...details};
  }

  /** Whether the feed searches when it is asked to. Nothing here depends on the answer. */
  async #probe(dialect: Dialect, first: FeedPage): Promise<boolean | undefined> {
    const address = this.#pageAddress(1, {[searchParameters[dialect]]: impossibleSearch});
    try {
      const answer = await this.#get(address);
      const parsed = answer.status >= 400 ? undefined : parseAnswer(address, answer);
      const found = parsed && 'value' in parsed ? readPage(parsed.value) : undefined;
      const honoured = found && honoursSearch(first, found);
      if (honoured === false) this.#rules.push('filters-ignored');
      return honoured;
    } catch (error) {
      if (error instanceof ImportError) return undefined;
      throw error;
    }
  }

  async #get(address: string): Promise<FeedAnswer> {
    const {client, kept} = this.#options;
    const before = await kept?.get(address);
    if (before) return before;
    const answer = await client.get(address);
    if (answer.status === 200) await kept?.keep(address, answer);
    return answer;
  }

  #pageAddress(page: number, parameters: Readonly<Record<string, string>>): string {
    const query = new URLSearchParams({page: String(page), ...parameters});
    return `${this.#base}/services?${query.toString()}`;
  }
}
