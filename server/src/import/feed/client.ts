/**
 * Fetches a feed politely and without trust: few requests at a time, waiting where it is asked to, and never more bytes,
 * more time, more redirects or another network than it was given.
 */
import {Agent as HttpAgent, request as httpRequest} from 'node:http';
import type {IncomingMessage} from 'node:http';
import {Agent as HttpsAgent, request as httpsRequest} from 'node:https';
import {setTimeout as sleep} from 'node:timers/promises';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';
import {ImportError} from '../import-error.js';
import {isPublicAddress, literalAddress, PrivateAddressError, publicLookup} from './addresses.js';

export interface FeedClientOptions {
  /** Whether private and loopback addresses may be asked. */
  readonly allowPrivate?: boolean;
  /** Until an answer begins, in milliseconds. */
  readonly answerWithin?: number;
  /** Until it has arrived whole, in milliseconds. */
  readonly arriveWithin?: number;
  /** Most bytes of one answer, after decompression. */
  readonly longestAnswer?: number;
  /** Most bytes of all answers together. */
  readonly longestFeed?: number;
  /** How often one address is asked, failures included. */
  readonly tries?: number;
  /** Longest time that the feed may ask to wait, in milliseconds. Outpost's limit counts in quarters of an hour. */
  readonly longestWait?: number;
  /** How long to wait before the second try, in milliseconds; twice that before each one after. */
  readonly firstWait?: number;
  /** Told before a wait. */
  readonly onWait?: (milliseconds: number) => void;
}

export interface FeedAnswer {
  readonly status: number;
  /** Media type without its parameters. */
  readonly type: string;
  readonly text: string;
}

const defaults = {
  allowPrivate: false,
  answerWithin: 30_000,
  arriveWithin: 120_000,
  longestAnswer: 32 * 1024 * 1024,
  longestFeed: 1024 * 1024 * 1024,
  tries: 5,
  longestWait: 16 * 60_000,
  firstWait: 1000,
  onWait: () => undefined,
} satisfies Required<FeedClientOptions>;

const mostRedirects = 3;

/** A failure that may pass. */
class PassingError extends Error {
  readonly waitFor: number | undefined;

  constructor(reason: string, waitFor?: number) {
    super(reason);
    this.waitFor = waitFor;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'there is no way to its network',
  ENETUNREACH: 'there is no way to its network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

export class FeedClient {
  readonly #options: Required<FeedClientOptions>;
  readonly #agents = {
    'http:': new HttpAgent({keepAlive: true, maxSockets: 2}),
    'https:': new HttpsAgent({keepAlive: true, maxSockets: 2}),
  };
  #received = 0;
  #waits = 0;
  readonly #closing = new AbortController();

  constructor(options: FeedClientOptions = {}) {
    this.#options = {...defaults, ...options};
  }

  /** How often it was asked to wait, or failed and was asked again. */
  get waits(): number {
    return this.#waits;
  }

  /**
   * What an address answers: 200, or a status that says something of the address itself. Throws {@link ImportError} for
   * every other outcome, in one line for an operator.
   */
  async get(address: string): Promise<FeedAnswer> {
    const {tries, longestWait, firstWait, onWait} = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#follow(new URL(address));
      } catch (error) {
        if (!(error instanceof PassingError)) throw error;
        const wait = error.waitFor ?? firstWait * 2 ** (attempt - 1);
        // One of two requests may have ended the import while the other was under way.
        if (this.#closing.signal.aborted || attempt >= tries || wait > longestWait)
          throw unreachable(address, error.message);
        this.#waits++;
        onWait(wait);
        await sleep(wait, undefined, {signal: this.#closing.signal});
      }
    }
  }

  /** Cuts what is under way. Nothing is asked again after it. */
  close(): void {
    this.#closing.abort();
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #follow(start: URL): Promise<FeedAnswer> {
    let url = start;
    for (let redirects = 0; ; redirects++) {
      const response = await this.#ask(url);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy();
        if (redirects === mostRedirects) throw unreachable(start.href, `it redirects more than ${mostRedirects} times`);
        url = redirected(url, location, start);
        continue;
      }
      refuseForNow(status, response);
      const text = await this.#read(response, url);
      return {status, type: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '', text};
    }
  }

  /** The beginning of an answer. */
  #ask(url: URL): Promise<IncomingMessage> {
    const {allowPrivate, answerWithin} = this.#options;
    const literal = literalAddress(url);
    if (!allowPrivate && literal !== undefined && !isPublicAddress(literal)) throw privateAddress(url);
    const isSecure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const outgoing = (isSecure ? httpsRequest : httpRequest)(
        url,
        {
          agent: this.#agents[isSecure ? 'https:' : 'http:'],
          ...(!allowPrivate && {lookup: publicLookup}),
          headers: {
            Accept: 'application/json',
            'Accept-Encoding': 'gzip, deflate, br',
            'User-Agent': 'held-spaces-directory (Open Referral import)',
          },
          maxHeaderSize: 32 * 1024,
        },
        response => {
          clearTimeout(timer);
          resolve(response);
        },
      );
      const timer = setTimeout(() => {
        outgoing.destroy(new PassingError(`it did not answer within ${answerWithin / 1000} seconds`));
      }, answerWithin);
      outgoing.on('error', error => {
        clearTimeout(timer);
        reject(this.#explained(error, url));
      });
      outgoing.end();
    });
  }

  #explained(error: Error, url: URL): Error {
    if (error instanceof PrivateAddressError) return privateAddress(url);
    if (error instanceof ImportError || error instanceof PassingError) return error;
    const code = 'code' in error ? String(error.code) : '';
    const reason = reasons[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`);
    // A name or a certificate does not mend itself in the next seconds.
    return /^(?:ENOTFOUND|CERT|DEPTH|SELF|UNABLE|ERR_TLS)/.test(code)
      ? unreachable(url.href, reason)
      : new PassingError(reason);
  }

  async #read(response: IncomingMessage, url: URL): Promise<string> {
    const {arriveWithin, longestAnswer, longestFeed} = this.#options;
    const decompress = {gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate}[
      response.headers['content-encoding']?.trim().toLowerCase() ?? ''
    ];
    const body = decompress ? response.pipe(decompress()) : response;
    const timer = setTimeout(() => {
      response.destroy(new PassingError(`it did not arrive whole within ${arriveWithin / 1000} seconds`));
    }, arriveWithin);
    // An error of the connection does not pass through a pipe by itself.
    response.on('error', error => body.destroy(error));
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length;
        this.#received += chunk.length;
        if (length > longestAnswer) throw limit(url, longestAnswer, 'bytes in one answer');
        if (this.#received > longestFeed) throw limit(url, longestFeed, 'bytes in all');
        chunks.push(chunk);
      }
    } catch (error) {
      throw this.#explained(error instanceof Error ? error : new Error('unknown'), url);
    } finally {
      clearTimeout(timer);
      response.destroy();
    }
    if (!response.complete) throw new PassingError('the answer broke off');
    return new TextDecoder('utf-8').decode(Buffer.concat(chunks));
  }
}

function redirected(from: URL, location: string, start: URL): URL {
  if (!URL.canParse(location, from.href)) throw unreachable(start.href, 'it redirects to no address');
  const to = new URL(location, from);
  if (!['http:', 'https:'].includes(to.protocol) || to.username !== '') {
    throw unreachable(start.href, 'it redirects to something other than the web');
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw unreachable(start.href, 'it redirects from https to http');
  }
  return to;
}

/** Statuses that mean "not now". */
function refuseForNow(status: number, response: IncomingMessage): void {
  if (status !== 429 && status < 500) return;
  const wait = status === 429 || status === 503 ? retryAfter(response.headers['retry-after']) : undefined;
  response.destroy();
  throw new PassingError(`it answered ${status}`, wait);
}

/** Seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** A URL as messages name it: a query may hold a key. */
export const nameOfUrl = (url: string | URL): string => String(url).replace(/\?.*$/, '');

export const unreachable = (url: string, reason: string) =>
  new ImportError('cli.feed-unreachable', `${nameOfUrl(url)} could not be reached: ${reason}.`);

const privateAddress = (url: URL) =>
  new ImportError(
    'cli.feed-private',
    `${nameOfUrl(url)} resolves to a private address. Use --allow-private if that is meant.`,
  );

export const limit = (url: string | URL, most: number, unit: string) =>
  new ImportError('cli.feed-limit', `${nameOfUrl(url)} passed the limit of ${most} ${unit}. Stopped.`);
