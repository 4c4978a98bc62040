import type {EvaluationRequest} from '@held-spaces/domain/evaluation';
import {DirectoryError} from './errors.js';
import {requestJson, type Fetch, type RequestOptions} from './request.js';

/** What the directory answers once an evaluation is on its disk. */
export interface EvaluationReceipt {
  /** Plain words, with which the evaluation can be taken back. */
  readonly code: string;
  /** Whether the directory had it already, from an earlier send with the same key. */
  readonly repeated: boolean;
}

/** What the directory gives out to everybody alike, for a form that is being filled in. */
export interface EvaluationChallenge {
  readonly token: string;
  /** ALTCHA, version 2. */
  readonly challenge: Challenge;
  /** Whether words are taken, as there is somebody to read them. */
  readonly words?: boolean;
  /** For how many years an evaluation is kept at most. */
  readonly keepYears?: number;
  /** Within how many days moderators aim to read words, where the operator says so. */
  readonly readWithinDays?: number;
  /** The moderators' public key, for RSA-OAEP-256, where the operator offers sealed contacts. */
  readonly sealTo?: JsonWebKey;
}

/** What the work is, in the names of ALTCHA 2. https://altcha.org/docs/v2 */
export interface Challenge {
  readonly parameters: {
    readonly algorithm: string;
    /** In hexadecimal digits, as the two that follow. */
    readonly nonce: string;
    readonly salt: string;
    readonly keyPrefix: string;
    /** Rounds for each try. */
    readonly cost: number;
    /** In bytes. */
    readonly keyLength: number;
  };
}

const address = (directory: string, path: string) => `${directory.replace(/\/+$/, '')}/held/evaluations${path}`;

/**
 * Asks for what an evaluation is sent with. `undefined`: this directory wants nothing of the kind.
 *
 * @throws {DirectoryError} In every other case but an abort by the caller.
 */
export async function askChallenge(
  directory: string,
  options: RequestOptions = {},
): Promise<EvaluationChallenge | undefined> {
  try {
    const answer = await requestJson(address(directory, '/challenge'), {cache: 'no-store'}, options);
    const {token, challenge} = answer as Partial<EvaluationChallenge>;
    if (typeof token !== 'string' || !challenge?.parameters) throw new DirectoryError('unreadable');
    return answer as EvaluationChallenge;
  } catch (error) {
    if (error instanceof DirectoryError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

const post = (directory: string, path: string, body: object, headers: HeadersInit, options: RequestOptions) =>
  requestJson(
    address(directory, path),
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
  submission: EvaluationRequest,
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
 * Deletes the evaluation that a code belongs to, or, with `only`, its words, and leaves the ticks.
 *
 * @throws {DirectoryError} `not-found` where the code is unknown, mistyped or used already: the directory does not
 * tell them apart.
 */
export async function withdrawEvaluation(
  directory: string,
  code: string,
  {only, ...options}: RequestOptions & {readonly only?: 'words' | undefined} = {},
): Promise<void> {
  const answer = await post(directory, '/withdraw', {code, ...(only && {only})}, {}, options);
  if ((answer as {withdrawn?: unknown} | null)?.withdrawn !== true) throw new DirectoryError('unreadable');
}
