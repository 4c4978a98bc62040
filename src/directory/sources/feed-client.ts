import type {Fetch} from '../ask-json.js';
import {DirectoryError} from '../errors.js';
import {readAnswer, type FeedAnswer} from './feed-answer.js';

/** How much of a feed a page may load. A person's phone and allowance are not the feed's to spend. */
export interface FeedLimits {
  readonly pages: number;
  readonly services: number;
  /** Services that are asked for one by one, where a feed's lists leave out their children. */
  readonly details: number;
  /** Of all answers together, in bytes after decompression. */
  readonly bytes: number;
  /** Until what there is by then is shown, in milliseconds. */
  readonly time: number;
  /** Until one answer is given up, in milliseconds. */
  readonly answerWithin: number;
  /** Requests under way at one moment. */
  readonly together: number;
  /** Longest wait that a busy feed may ask for, in milliseconds. Longer is for the person to try again. */
  readonly longestWait: number;
}

export const feedLimits: FeedLimits = {
  pages: 40,
  services: 4000,
  details: 200,
  bytes: 16_000_000,
  time: 30_000,
  answerWithin: 20_000,
  together: 4,
  longestWait: 5000,
};

/** What an address of a feed answers: JSON or not, with its status where that says something of the address itself. */
export type FeedReply = FeedAnswer & {readonly status: number};

/**
 * Asks a feed, without a cookie, a referrer or a header of ours, and never for more than the limits of one page.
 * What it answered is kept until it is told to forget, so that a list that was left half read goes on where it stood.
 */
export class FeedClient {
  readonly #fetch: Fetch;
  readonly #limits: FeedLimits;
  readonly #kept = new Map<string, FeedReply>();
  #received = 0;

  constructor(limits: FeedLimits, fetch: Fetch = (url, init) => globalThis.fetch(url, init)) {
    this.#limits = limits;
    this.#fetch = fetch;
  }

  /** More has come than a page may load. */
  get isFull(): boolean {
    return this.#received > this.#limits.bytes;
  }

  /** Forgets every answer. */
  forget(): void {
    this.#kept.clear();
    this.#received = 0;
  }

  /**
   * What an address answers.
   * @throws {DirectoryError} Where nothing can be known of the address. An aborted `signal` throws its reason.
   */
  async get(address: string, signal: AbortSignal): Promise<FeedReply> {
    const kept = this.#kept.get(address);
    if (kept) return kept;
    const first = await this.#ask(address, signal);
    const reply = 'waitFor' in first ? await this.#askAgain(address, first.waitFor, signal) : first;
    this.#kept.set(address, reply);
    return reply;
  }

  async #askAgain(address: string, waitFor: number, signal: AbortSignal): Promise<FeedReply> {
    if (waitFor > this.#limits.longestWait) throw new DirectoryError('busy');
    await waited(waitFor, signal);
    const second = await this.#ask(address, signal);
    if ('waitFor' in second) throw new DirectoryError('busy');
    return second;
  }

  async #ask(address: string, signal: AbortSignal): Promise<FeedReply | {readonly waitFor: number}> {
    if (signal.aborted) throw signal.reason;
    const given = new AbortController();
    const abort = () => given.abort();
    signal.addEventListener('abort', abort, {once: true});
    const timer = setTimeout(abort, this.#limits.answerWithin);
    try {
      const response = await this.#fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: given.signal,
      });
      const {status} = response;
      if (status === 429 || status === 503) return {waitFor: waitOf(response)};
      if (status >= 500) throw new DirectoryError('refused', {status});
      return {status, ...readAnswer(await this.#textOf(response))};
    } catch (cause) {
      if (cause instanceof DirectoryError) throw cause;
      if (signal.aborted) throw signal.reason;
      if (given.signal.aborted) throw new DirectoryError('timeout', {cause});
      throw new DirectoryError(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', {cause});
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  /** The body, stopped where it would pass the limit: it is then no JSON, as half a file is not. */
  async #textOf(response: Response): Promise<string> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    while (reader) {
      const {done, value} = await reader.read();
      if (done) break;
      this.#received += value.length;
      text += decoder.decode(value, {stream: true});
      if (this.isFull) {
        await reader.cancel();
        break;
      }
    }
    return text + decoder.decode();
  }
}

/** Milliseconds from a `Retry-After` in seconds or as a date, which a page may only read where the feed allows it. */
function waitOf(response: Response): number {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) return 1000;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header) - Date.now();
  return Number.isNaN(until) ? 1000 : Math.max(0, until);
}

const waited = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      {once: true},
    );
  });
