import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import {DirectoryError} from './errors.js';
import {requestJson, type Fetch, type RequestOptions} from './request.js';

/** What the directory answers once an evaluation is on its disk. */
export interface EvaluationReceipt {
  /** Plain words, with which the evaluation can be taken back. */
  readonly code: string;
  /** Whether the directory had it already, from an earlier send with the same key. */
  readonly repeated: boolean;
}

const post = (directory: string, path: string, body: object, headers: HeadersInit, options: RequestOptions) =>
  requestJson(
    `${directory.replace(/\/+$/, '')}/held/evaluations${path}`,
    {method: 'POST', headers: {'Content-Type': 'application/json', ...headers}, body: JSON.stringify(body)},
    options,
  );

/**
 * Sends an evaluation. When it returns, the evaluation is stored; when it throws, it may be stored all the same, if
 * the answer was lost on the way. The same key makes a repeat harmless.
 *
 * @param directory Base address of the directory.
 * @param options `key` is a UUID for this one evaluation, kept for every attempt to send it.
 * @throws {DirectoryError} In every case but an abort by the caller.
 */
export async function sendEvaluation(
  directory: string,
  submission: EvaluationSubmission,
  {key, ...options}: RequestOptions & {readonly key: string},
): Promise<EvaluationReceipt> {
  let status = 0;
  const ask: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const fetch: Fetch = async (input, init) => {
    const response = await ask(input, init);
    status = response.status;
    return response;
  };
  const answer = await post(directory, '', submission, {'Idempotency-Key': key}, {...options, fetch});
  const code = (answer as {code?: unknown} | null)?.code;
  if (typeof code !== 'string' || !code) throw new DirectoryError('unreadable', {status});
  return {code, repeated: status === 200};
}

/**
 * Deletes the evaluation that a code belongs to.
 *
 * @throws {DirectoryError} `not-found` where the code is unknown, mistyped or used already: the directory does not
 * tell them apart.
 */
export async function withdrawEvaluation(directory: string, code: string, options: RequestOptions = {}): Promise<void> {
  const answer = await post(directory, '/withdraw', {code}, {}, options);
  if ((answer as {withdrawn?: unknown} | null)?.withdrawn !== true) throw new DirectoryError('unreadable');
}
