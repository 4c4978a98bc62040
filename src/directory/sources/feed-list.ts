import {
  childrenParameters,
  dialectOf,
  holdsChildren,
  idOfRow,
  isLastPage,
  readPage,
  type Dialect,
  type FeedPage,
} from '@held-spaces/domain/open-referral/detect';
import {objectOf} from '@held-spaces/domain/open-referral/feed-json';
import {DirectoryError} from '../errors.js';
import type {FeedClient, FeedLimits} from './feed-client.js';
import {inParallel} from './in-parallel.js';

/** A service as a feed lists it. */
export interface FeedRow {
  readonly value: unknown;
  /** Its places, times and contacts are in it, or were asked for. */
  readonly isWhole: boolean;
}

export interface FeedList {
  readonly dialect: Dialect;
  readonly rows: readonly FeedRow[];
  /** There is more than was loaded. */
  readonly isCut: boolean;
  /** A page was no list in any dialect. */
  readonly isPartlyUnreadable: boolean;
}

/** How many rows a page is asked for. Feeds give fewer where that is their limit. */
const perPage = 100;

/** After so many pages that cannot be read a feed is given up. */
const mostUnreadable = 3;

/** Address of one service. */
export const serviceAddress = (base: string, id: string): string => `${base}/services/${encodeURIComponent(id)}`;

/**
 * Reads a feed's list of services, as far as a page may. It is asked for pages by their numbers and for nothing else:
 * real feeds take filters and ignore them, and a filter would tell them what a person looks for.
 *
 * @throws {DirectoryError} Where not even a first page could be had. An aborted `signal` throws its reason.
 */
export async function readFeedList(
  base: string,
  client: FeedClient,
  limits: FeedLimits,
  signal: AbortSignal,
): Promise<FeedList> {
  const budget = new AbortController();
  const end = () => budget.abort();
  const timer = setTimeout(end, limits.time);
  signal.addEventListener('abort', end, {once: true});
  try {
    const list = await new FeedReader(base, client, limits, budget.signal).read();
    // Half a list that nobody waits for is none: what has come of it is with the client.
    if (signal.aborted) throw signal.reason;
    return list;
  } catch (error) {
    if (signal.aborted || error instanceof DirectoryError) throw signal.reason ?? error;
    throw new DirectoryError(budget.signal.aborted ? 'timeout' : 'unreadable', {cause: error});
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

class FeedReader {
  readonly #rows = new Map<string, unknown>();
  readonly #whole = new Set<string>();
  #unreadable = 0;
  #isCut = false;

  constructor(
    readonly base: string,
    readonly client: FeedClient,
    readonly limits: FeedLimits,
    readonly signal: AbortSignal,
  ) {}

  async read(): Promise<FeedList> {
    const {first, parameters} = await this.#firstPage();
    const dialect = dialectOf(first);
    if (!this.#take(first, 1, first.rows.length)) await this.#orCut(() => this.#otherPages(first, parameters));
    const areWhole = holdsChildren(dialect, [...this.#rows.values()]);
    if (!areWhole) await this.#orCut(() => this.#details());
    return {
      dialect,
      rows: [...this.#rows].map(([key, value]) => ({value, isWhole: areWhole || this.#whole.has(key)})),
      isCut: this.#isCut,
      isPartlyUnreadable: this.#unreadable > 0,
    };
  }

  get #goesOn(): boolean {
    const {signal, client, limits} = this;
    return !signal.aborted && !client.isFull && this.#rows.size < limits.services;
  }

  /** What there is by then is better than nothing, once there is anything. */
  async #orCut(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.#isCut = true;
    }
    if (!this.#goesOn) this.#isCut = true;
  }

  /** The first page, and what it was asked for. A feed that refuses what it does not know is asked for less. */
  async #firstPage(): Promise<{first: FeedPage; parameters: Readonly<Record<string, string>>}> {
    const size = {per_page: String(perPage)};
    for (const parameters of [{...size, ...childrenParameters.oruk3, ...childrenParameters.oruk1}, size, {}]) {
      const reply = await this.client.get(this.#pageAddress(1, parameters), this.signal);
      if (reply.status >= 400) continue;
      const first = 'value' in reply ? readPage(reply.value) : undefined;
      if (!first) throw new DirectoryError('unreadable', {status: reply.status});
      return {first, parameters};
    }
    throw new DirectoryError('not-found');
  }

  async #otherPages(first: FeedPage, parameters: Readonly<Record<string, string>>): Promise<void> {
    const {pages, together} = this.limits;
    const size = first.rows.length;
    const get = async (number: number) => this.#take(await this.#page(number, parameters), number, size);
    // One by one where nobody knows how many there are; and the second alone, since some feeds give the first again.
    const last = first.totalPages ?? (first.totalItems === undefined ? undefined : Math.ceil(first.totalItems / size));
    for (let number = 2; last === undefined || number === 2; number++) {
      if (number > pages) this.#isCut = true;
      if (number > pages || !this.#goesOn || (await get(number))) return;
    }
    const numbers = Array.from({length: Math.max(0, Math.min(last, pages) - 2)}, (_, index) => index + 3);
    if (last > pages) this.#isCut = true;
    await inParallel(
      numbers,
      together,
      async number => void (await get(number)),
      () => this.#goesOn,
    );
  }

  /** A page, or `undefined` past the last one, where some feeds answer 404, and for one that cannot be read. */
  async #page(number: number, parameters: Readonly<Record<string, string>>): Promise<FeedPage | 'unreadable' | 'none'> {
    const reply = await this.client.get(this.#pageAddress(number, parameters), this.signal);
    if (reply.status >= 400) return 'none';
    const page = 'value' in reply ? readPage(reply.value) : undefined;
    if (page) return page;
    if (++this.#unreadable > mostUnreadable) throw new DirectoryError('unreadable');
    return 'unreadable';
  }

  /** Adds the rows of a page, each id once, and says whether it is the last. */
  #take(page: FeedPage | 'unreadable' | 'none', number: number, size: number): boolean {
    if (typeof page === 'string') return page === 'none';
    let added = 0;
    for (const [index, row] of page.rows.entries()) {
      const key = idOfRow(row) ?? `\u0000${number}/${index}`;
      if (this.#rows.has(key)) continue;
      this.#rows.set(key, row);
      added++;
    }
    return isLastPage(page, {number, size}, added);
  }

  /** What lists leave out, service by service, for as many as a page may ask. */
  async #details(): Promise<void> {
    const ids = [...this.#rows].flatMap(([key, row]) => (idOfRow(row) === undefined ? [] : [key]));
    const {details, together} = this.limits;
    if (ids.length > details) this.#isCut = true;
    await inParallel(
      ids.slice(0, details),
      together,
      async id => {
        const reply = await this.client.get(serviceAddress(this.base, id), this.signal);
        const found = 'value' in reply && reply.status < 400 ? objectOf(reply.value) : undefined;
        this.#whole.add(id);
        // Its own address may be gone, or lead to another: then the list is all there is.
        if (found && idOfRow(found) === id) this.#rows.set(id, {...objectOf(this.#rows.get(id)), ...found});
      },
      () => this.#goesOn,
    );
  }

  #pageAddress(page: number, parameters: Readonly<Record<string, string>>): string {
    return `${this.base}/services?${new URLSearchParams({page: String(page), ...parameters}).toString()}`;
  }
}
