import {DirectoryError, type DirectoryErrorKind, type Problem} from './errors.js';

/** What `fetch` is to us: handed in, so that tests can answer with the real server and no network. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface RequestOptions {
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  /** Seconds until the request is given up. */
  readonly timeout?: number;
}

const kindOf = (status: number): DirectoryErrorKind =>
  status === 404 || status === 410 ? 'not-found' : status === 429 || status === 503 ? 'busy' : 'refused';

/** Seconds to wait, from a `Retry-After` in seconds. The form with a date is not read: our servers do not send it. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return undefined;
  const {type, title} = body as {type?: unknown; title?: unknown};
  return {
    slug: typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : undefined,
    title: typeof title === 'string' ? title : undefined,
  };
}

/**
 * Asks the directory for JSON. Nothing that names the person goes with it: no cookie, no referrer, no header of ours
 * on a read.
 *
 * @throws {DirectoryError} In every case but an abort by the caller, which throws the signal's reason.
 */
export async function requestJson(url: string, init: RequestInit = {}, options: RequestOptions = {}): Promise<unknown> {
  const {fetch = globalThis.fetch.bind(globalThis), signal, timeout = 20} = options;
  const given = new AbortController();
  const abort = () => given.abort();
  signal?.addEventListener('abort', abort, {once: true});
  const timer = setTimeout(abort, timeout * 1000);
  try {
    signal?.throwIfAborted?.();
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...init,
      signal: given.signal,
    });
    if (!response.ok) {
      const {status} = response;
      throw new DirectoryError(kindOf(status), {
        status,
        problem: await problemOf(response),
        retryAfter: retryAfter(response),
      });
    }
    return await response.json();
  } catch (error) {
    if (error instanceof DirectoryError) throw error;
    if (signal?.aborted) throw signal.reason;
    if (given.signal.aborted) throw new DirectoryError('timeout', {cause: error});
    // A web page or half a file in place of JSON: something answered, and it was not the directory.
    if (error instanceof SyntaxError) throw new DirectoryError('unreadable', {cause: error});
    throw new DirectoryError(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', {cause: error});
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
