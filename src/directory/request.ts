import {askJson, type RequestOptions} from './ask-json.js';
import type {Problem} from './errors.js';

export type {Fetch, RequestOptions} from './ask-json.js';

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
 * Asks the directory for JSON, and reads what it says of a refusal.
 *
 * @throws {DirectoryError} In every case but an abort by the caller, which throws the signal's reason.
 */
export const requestJson = (url: string, init: RequestInit = {}, options: RequestOptions = {}): Promise<unknown> =>
  askJson(
    url,
    value => value,
    options,
    init,
    async response => ({problem: await problemOf(response), retryAfter: retryAfter(response)}),
  );
