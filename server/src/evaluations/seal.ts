/**
 * Codes and hashes of evaluations. A code follows from the idempotency key and a secret of this directory, so that a
 * repeat gets the same code although only a slow hash of it is kept.
 */
import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import {toBytes} from '../read-model/bytes.js';
import type {Bytes} from '../read-model/bytes.js';
import {codeWords} from './code-words.js';

/** Words in a take-back code: with the list there is, 48 bits of chance. */
export const codeLength = 5;

// A guess costs some 50 ms. With 48 bits behind it, a stolen table would take thousands of years to give a code away.
const iterations = 150_000;

export class EvaluationSeal {
  readonly #key: ReturnType<typeof importSecret>;

  /** @param secret 32 bytes of the store's own. */
  constructor(secret: Bytes) {
    this.#key = importSecret(secret);
  }

  /** Five plain words. The same for the same key, and not to be worked out without the secret. */
  async code(idempotencyKey: string): Promise<string> {
    const bytes = await this.#sign('code', idempotencyKey);
    let bits = bytes.subarray(0, 8).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
    const count = BigInt(codeWords.length);
    const words: string[] = [];
    while (words.length < codeLength) {
      words.push(codeWords[Number(bits % count)] ?? '');
      bits /= count;
    }
    return words.join(' ');
  }

  async keyHash(idempotencyKey: string): Promise<string> {
    return toHex(await this.#sign('key', idempotencyKey));
  }

  async bodyHash(submission: EvaluationSubmission): Promise<string> {
    return toHex(await this.#sign('body', canonical(submission)));
  }

  /** Slow on purpose, whether there is such a code or not. */
  async codeHash(code: string): Promise<string> {
    const salt = await this.#sign('salt', '');
    const password = await crypto.subtle.importKey('raw', toBytes(code), 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({name: 'PBKDF2', hash: 'SHA-256', salt, iterations}, password, 256);
    return toHex(new Uint8Array(bits));
  }

  async #sign(purpose: string, text: string): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, toBytes(`${purpose}:${text}`)));
  }
}

const importSecret = (secret: Bytes) =>
  crypto.subtle.importKey('raw', secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);

/** A code as it was made, from a code as somebody typed it: any case, any spaces, dashes or commas between. */
export function normalizeCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(' ');
}

/** The same text for the same evaluation, however its fields were ordered. */
function canonical(submission: EvaluationSubmission): string {
  return JSON.stringify(submission, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const toHex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
