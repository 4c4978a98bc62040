import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import {DirectoryError} from '../../directory/errors.js';
import type {EvaluationReceipt} from '../../directory/evaluations.js';

/**
 * Why there is no receipt. In every one the answers are kept.
 * `offline`: it never left. `unsure`: it may have arrived. `busy`: not now. `failed`: not stored, a repeat can work.
 * `expired`: the form's token was not taken, and a repeat brings a new one. `words-off`: it takes no words any more, and
 * a repeat without them can work.
 * The rest cannot be mended by a repeat: the form is too old, the space is gone, answers are not taken about this
 * space (`closed`) or by this list at all (`not-offered`), the page's origin may not send, or our request was wrong.
 */
export type Setback =
  | 'offline'
  | 'unsure'
  | 'busy'
  | 'failed'
  | 'expired'
  | 'words-off'
  | 'form-old'
  | 'space-gone'
  | 'closed'
  | 'not-offered'
  | 'not-taken'
  | 'our-fault';

const bySlug: Readonly<Record<string, Setback>> = {
  'form-version': 'form-old',
  'unknown-service': 'space-gone',
  'evaluations-off': 'closed',
  'words-off': 'words-off',
  origin: 'not-taken',
  'store-unavailable': 'failed',
  'store-full': 'failed',
  timeout: 'failed',
  'idempotency-conflict': 'failed',
};

/** What a directory says of the token and the work that came along, where new ones may help. */
const aboutThePass = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'token-used',
  'proof-missing',
  'proof-invalid',
];

export const wantsNewPass = (error: unknown) =>
  error instanceof DirectoryError && aboutThePass.includes(error.details.problem?.slug ?? '');

/** The evaluation was not sent at all, for want of what has to go with it. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  /** @param setback Missing where the person stopped it. */
  constructor(readonly setback: Setback | undefined) {
    super('The evaluation was not sent');
  }
}

/** Seconds to wait after a 429 that does not say how long. */
const usualWait = 60;
/** No wait is longer, whatever the directory says: after it the person may try, and be told again. */
const longestWait = 300;

/** What an error means to the person who sent. Nothing, where they stopped it. */
export function setbackOf(error: unknown): Setback | undefined {
  if (error instanceof NotSent) return error.setback;
  if (wantsNewPass(error)) return 'expired';
  // Anything that we did not foresee may have happened after the send.
  if (!(error instanceof DirectoryError)) return 'unsure';
  const {kind, details} = error;
  const known = bySlug[details.problem?.slug ?? ''];
  if (known) return known;
  if (kind === 'offline') return 'offline';
  if (kind === 'busy') return waitAfter(error) ? 'busy' : 'failed';
  if (kind === 'not-found' || details.status === 405) return 'not-offered';
  // A server, or something before it, that fails with a 5xx may have stored the evaluation first.
  return kind === 'refused' && (details.status ?? 500) < 500 ? 'our-fault' : 'unsure';
}

/** Seconds until a repeat makes sense. */
export function waitAfter(error: unknown): number {
  if (!(error instanceof DirectoryError)) return 0;
  const {retryAfter, status} = error.details;
  return Math.min(retryAfter ?? (status === 429 ? usualWait : 0), longestWait);
}

/** Whether a repeat can work, with nothing changed but what the page names. */
export const mayRetry = (setback: Setback) =>
  ['offline', 'unsure', 'busy', 'failed', 'expired', 'words-off'].includes(setback);

/** A random UUID. `crypto.randomUUID` is missing where the host's page is not served over https. */
export function newKey(crypto: Pick<Crypto, 'getRandomValues'> & {randomUUID?: () => string} = globalThis.crypto) {
  if (crypto.randomUUID) return crypto.randomUUID();
  const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** An evaluation that the directory has. */
export interface Delivered extends EvaluationReceipt {
  /** It has the answers of an earlier attempt, and not what was changed since. */
  readonly earlier: boolean;
}

/**
 * One evaluation on its way, from the first attempt to the receipt, under one key.
 *
 * The key is *not* renewed when the person changes an answer after an attempt whose end nobody knows. With a new key,
 * both evaluations might be stored, one of them with a code that nobody ever saw. Under the old key the directory
 * holds one at most: it takes the changed answers if it had none, and otherwise says that it holds others (409). Then
 * the earlier answers are sent once more, which stores nothing and brings back their code, and the person decides. Where
 * the directory surely has nothing, the old key does as well as a new one.
 */
export class Delivery {
  #key = newKey();
  readonly #mayHaveArrived = new Map<string, EvaluationSubmission>();
  readonly #post: (submission: EvaluationSubmission, key: string) => Promise<EvaluationReceipt>;

  constructor(post: (submission: EvaluationSubmission, key: string) => Promise<EvaluationReceipt>) {
    this.#post = post;
  }

  /** @throws What the attempt threw; see `setbackOf`. */
  async send(submission: EvaluationSubmission): Promise<Delivered> {
    try {
      return {...(await this.#post(submission, this.#key)), earlier: false};
    } catch (error) {
      if (!isConflict(error)) {
        if (!(error instanceof NotSent) && ['unsure', 'offline'].includes(setbackOf(error) ?? '')) {
          this.#mayHaveArrived.set(JSON.stringify(submission), submission);
        }
        throw error;
      }
      return this.#claim(error);
    }
  }

  /** Finds out which of the earlier attempts arrived. */
  async #claim(conflict: unknown): Promise<Delivered> {
    for (const submission of this.#mayHaveArrived.values()) {
      try {
        return {...(await this.#post(submission, this.#key)), earlier: true};
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
    // Somebody else's evaluation has this key, so it was never ours.
    this.#key = newKey();
    throw conflict;
  }
}

const isConflict = (error: unknown) =>
  error instanceof DirectoryError && error.details.problem?.slug === 'idempotency-conflict';
