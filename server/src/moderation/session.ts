/**
 * Signing in to the desk: signed sessions in the one cookie there is, and signed one-use challenges for passkeys. Nothing
 * about either is stored but which challenges were used.
 */
import {toBytes} from '../read-model/bytes.js';

/** How long a session lasts unless it is renewed, and at most, in milliseconds. */
export const sessionLasts = 30 * 60_000;
export const sessionLastsAtMost = 12 * 3_600_000;
/** How long a passkey may take. */
const challengeLasts = 5 * 60_000;

export const cookieName = 'held_desk';

export interface Session {
  readonly moderatorId: string;
  /** Milliseconds since 1970. */
  readonly signedIn: number;
  readonly ends: number;
}

export type Purpose = 'enrol' | 'sign-in';

const importKey = (secret: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign', 'verify']);

export class DeskSeal {
  readonly #key: ReturnType<typeof importKey>;

  /** @param secret The store's own. */
  constructor(secret: Uint8Array<ArrayBuffer>) {
    this.#key = importKey(secret);
  }

  /** A session as a cookie's value. */
  async seal({moderatorId, signedIn, ends}: Session): Promise<string> {
    return this.#signed('session', `${moderatorId}.${signedIn}.${ends}`);
  }

  /** The session in a cookie's value, if it is one of ours and has not ended. */
  async open(value: string, now: number): Promise<Session | undefined> {
    const [moderatorId = '', signedIn = '', ends = ''] = (await this.#checked('session', value))?.split('.') ?? [];
    const session = {moderatorId, signedIn: Number(signedIn), ends: Number(ends)};
    return moderatorId !== '' && now < session.ends && now < session.signedIn + sessionLastsAtMost
      ? session
      : undefined;
  }

  /** A challenge for a passkey, in base64url. Good for one use, within five minutes. */
  async challenge(purpose: Purpose, now: number): Promise<string> {
    const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
    return toBase64Url(toBytes(await this.#signed(purpose, `${nonce}.${now + challengeLasts}`)));
  }

  /** What to note as used; nothing where the challenge is not ours or too old. `expires` in whole hours since 1970. */
  async checkChallenge(purpose: Purpose, challenge: string, now: number) {
    const text = new TextDecoder().decode(fromBase64Url(challenge));
    const [nonce = '', ends = ''] = (await this.#checked(purpose, text))?.split('.') ?? [];
    return nonce !== '' && now < Number(ends)
      ? {token: `${purpose}.${nonce}`, expires: Math.ceil(Number(ends) / 3_600_000) + 1}
      : undefined;
  }

  /** What an invitation's secret is kept as. */
  async hash(secret: string): Promise<string> {
    return this.#sign(`invitation:${secret}`);
  }

  async #signed(purpose: string, text: string): Promise<string> {
    return `${text}.${await this.#sign(`${purpose}:${text}`)}`;
  }

  async #checked(purpose: string, value: string): Promise<string | undefined> {
    const at = value.lastIndexOf('.');
    const text = value.slice(0, Math.max(0, at));
    const valid = await crypto.subtle.verify(
      'HMAC',
      await this.#key,
      fromBase64Url(value.slice(at + 1)),
      toBytes(`desk:${purpose}:${text}`),
    );
    return valid ? text : undefined;
  }

  async #sign(text: string): Promise<string> {
    return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, toBytes(`desk:${text}`))));
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The bytes; none where the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) return new Uint8Array();
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** The value of our cookie in a request. */
export function cookieOf(request: Request): string | undefined {
  const found = (request.headers.get('Cookie') ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1);
}

/** A `Set-Cookie` line. Without a value it takes the cookie away. */
export function setCookie(value: string | undefined, base: string): string {
  const lasts = value === undefined ? 0 : sessionLasts / 1000;
  const secure = base.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value ?? ''}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${lasts}${secure}`;
}
