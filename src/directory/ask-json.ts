import {DirectoryError, type DirectoryErrorKind} from './errors.js';

/** What `fetch` is to us: handed in, so that tests can answer with the real server and no network. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface RequestOptions {
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal;
  /** Seconds until the request is given up. */
  readonly timeout?: number;
}

const kindOf = (status: number): DirectoryErrorKind =>
  status === 404 || status === 410 ? 'not-found' : status === 429 || status === 503 ? 'busy' : 'refused';

/**
 * Asks the directory for JSON. Nothing that names the person goes with it: no cookie, no referrer, no header of ours
 * on a read.
 *
 * @param read Makes of the JSON what was asked for. It throws a `SyntaxError` where that cannot be.
 * @param describe Reads more about a refusal from its answer.
 * @throws {DirectoryError} In every case but an abort by the caller, which throws the signal's reason.
 */
export async function askJson<T>(
  url: string,
  read: (value: unknown) => T,
  {fetch = globalThis.fetch.bind(globalThis), signal, timeout = 20}: RequestOptions = {},
  init: RequestInit = {},
  describe?: (response: Response) => Promise<object>,
): Promise<T> {
  const given = new AbortController();
  const abort = () => given.abort();
  signal?.addEventListener('abort', abort, {once: true});
  if (signal?.aborted) abort();
  const timer = setTimeout(abort, timeout * 1000);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...init,
      signal: given.signal,
    });
    const {ok, status} = response;
    if (!ok) throw new DirectoryError(kindOf(status), {status, ...(await describe?.(response))});
    return read(await response.json());
  } catch (cause) {
    if (cause instanceof DirectoryError) throw cause;
    if (signal?.aborted) throw signal.reason;
    const kind = given.signal.aborted
      ? 'timeout'
      : // A web page or half a file in place of JSON: something answered, and it was not the directory.
        cause instanceof SyntaxError
        ? 'unreadable'
        : globalThis.navigator?.onLine === false
          ? 'offline'
          : 'unreachable';
    throw new DirectoryError(kind, {cause});
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
