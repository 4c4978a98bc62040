/**
 * What a form asks for before it sends: a token that is signed, short-lived and good for one use, and work for the device
 * to do. The same for everybody; neither says who asked. It makes ten thousand evaluations dear, and one free.
 */
import {createChallenge, randomInt, verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/web/pbkdf2';
import type {Challenge} from 'altcha-lib/types';
import type {ProofOfWork} from '@held-spaces/domain/evaluation';
import {ProblemError} from '../problems.js';
import {toBytes} from '../read-model/bytes.js';
import type {Spending} from '../store/desk-store.js';

const algorithm = 'PBKDF2/SHA-256';
/** Rounds for each try, and tries: a second on a new phone, a quarter of a minute on an old one. */
const cost = 2000;
const fewestTries = 200;
const mostTries = 600;
const hour = 3_600_000;
const longestToken = 2000;

export interface FormToken {
  /** The challenge with its signature, in base64url. */
  readonly token: string;
  readonly challenge: Challenge;
  /** ISO 8601. */
  readonly expires: string;
}

export class FormTokens {
  readonly #secrets: Promise<readonly [signature: string, key: string]>;

  /** @param secret The store's own. */
  constructor(secret: Uint8Array<ArrayBuffer>) {
    this.#secrets = secretsFrom(secret);
  }

  /**
   * Makes a token. It ends with the hour after the next, so that its end does not tell when it was given out.
   *
   * @param tries How many tries the work takes.
   */
  async give(now: Date, tries = randomInt(mostTries, fewestTries)): Promise<FormToken> {
    const [hmacSignatureSecret, hmacKeySignatureSecret] = await this.#secrets;
    const expires = Math.floor(now.getTime() / hour) + 2;
    const challenge = await createChallenge({
      algorithm,
      cost,
      counter: tries,
      deriveKey,
      // Not in the library's own field, which it compares with a clock of its own.
      data: {expires},
      hmacSignatureSecret,
      hmacKeySignatureSecret,
    });
    const token = btoa(JSON.stringify(challenge)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    return {token, challenge, expires: new Date(expires * hour).toISOString()};
  }

  /** Checks a token and the work done for it. @throws {ProblemError} Saying which of them will not do, and why. */
  async check(token: unknown, proof: unknown, now: Date): Promise<Spending> {
    if (token === undefined) throw new ProblemError('token-missing');
    const challenge = challengeIn(token);
    const expires = challenge?.parameters.data?.['expires'];
    if (!challenge || typeof expires !== 'number') throw new ProblemError('token-invalid');
    if (expires * hour <= now.getTime()) throw new ProblemError('token-expired', {minutes: 60});
    if (proof === undefined) throw new ProblemError('proof-missing');
    if (!isProof(proof)) throw new ProblemError('proof-invalid');
    const [hmacSignatureSecret, hmacKeySignatureSecret] = await this.#secrets;
    const result = await verifySolution({
      challenge,
      solution: proof,
      deriveKey,
      hmacSignatureSecret,
      hmacKeySignatureSecret,
    }).catch(() => undefined);
    if (!result || result.invalidSignature) throw new ProblemError('token-invalid');
    if (result.invalidSolution !== false) throw new ProblemError('proof-invalid');
    return {token: challenge.parameters.nonce, expires};
  }
}

function challengeIn(token: unknown): Challenge | undefined {
  if (typeof token !== 'string' || token.length > longestToken || !/^[\w-]+$/.test(token)) return undefined;
  try {
    const value = JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/'))) as Challenge | null;
    const {nonce, expiresAt} = value?.parameters ?? {};
    return typeof nonce === 'string' && expiresAt === undefined && typeof value?.signature === 'string'
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

function isProof(value: unknown): value is ProofOfWork {
  if (typeof value !== 'object' || value === null) return false;
  const {counter, derivedKey, ...others} = value as Partial<Record<keyof ProofOfWork, unknown>>;
  const isCounter = Number.isSafeInteger(counter) && Number(counter) >= 0 && Number(counter) < 2 ** 32;
  return isCounter && typeof derivedKey === 'string' && /^[\da-f]{64}$/.test(derivedKey) && noMore(others);
}

/** The library's own solver says how long it took, which nobody needs. */
const noMore = (others: object) => Object.keys(others).every(name => name === 'time');

async function secretsFrom(secret: Uint8Array<ArrayBuffer>) {
  const key = await crypto.subtle.importKey('raw', secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  const derive = async (purpose: string) =>
    [...new Uint8Array(await crypto.subtle.sign('HMAC', key, toBytes(`form:${purpose}`)))]
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('');
  return [await derive('signature'), await derive('key')] as const;
}
