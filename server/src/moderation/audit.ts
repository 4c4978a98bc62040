/**
 * The log of what moderators did. Each line holds a keyed hash of itself and of the hash before; a seal over the newest
 * says how many there are. So a line that was changed, left out, added or moved is noticed, the last one too. Whoever has
 * the secret could write it all anew: keep a copy of the newest hash somewhere else to notice even that.
 */
import type {AuditLine} from '@held-spaces/domain/desk';
import {toBytes} from '../read-model/bytes.js';
import type {AuditEntry, DeskWork} from '../store/desk-store.js';

export interface AuditState {
  /** How many lines were checked. */
  readonly lines: number;
  /** The first line that does not fit, if there is one. */
  readonly brokenAt?: number;
}

const importKey = (secret: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);

/** Lines that are read at once. */
const pageSize = 500;

export class AuditLog {
  readonly #key: ReturnType<typeof importKey>;

  /** @param secret The store's own. */
  constructor(secret: Uint8Array<ArrayBuffer>) {
    this.#key = importKey(secret);
  }

  /** Adds a line, in the same piece of work as what it tells of. */
  async add(desk: DeskWork, what: Omit<AuditLine, 'line' | 'at'>, now: Date): Promise<void> {
    const last = await desk.lastAuditLine();
    const [before] = await desk.auditEntries(last, last);
    const line: AuditLine = {line: last + 1, at: now.toISOString(), ...what};
    const hash = await this.#hash(line, before?.hash ?? '');
    await desk.addAuditEntry({...line, hash});
    await desk.keepAuditSeal(await this.#sealOf(line.line, hash));
  }

  /** Checks every line. */
  async verify(desk: DeskWork): Promise<AuditState> {
    const last = await desk.lastAuditLine();
    let expected = 1;
    let before = '';
    for (let from = 1; from <= last; from += pageSize) {
      for (const entry of await desk.auditEntries(from, from + pageSize - 1)) {
        const {hash, ...line} = entry;
        if (entry.line !== expected || hash !== (await this.#hash(line, before))) {
          return {lines: expected - 1, brokenAt: expected};
        }
        before = hash;
        expected++;
      }
    }
    const seal = await desk.auditSeal();
    const whole = expected === 1 ? seal === undefined : seal === (await this.#sealOf(expected - 1, before));
    return whole ? {lines: expected - 1} : {lines: expected - 1, brokenAt: expected};
  }

  #hash(line: Omit<AuditEntry, 'hash'>, before: string): Promise<string> {
    const {line: number, at, by, action, subject = null, reason = null} = line;
    return this.#sign(`audit:${JSON.stringify([before, number, at, by, action, subject, reason])}`);
  }

  #sealOf = (line: number, hash: string): Promise<string> => this.#sign(`audit-seal:${line}:${hash}`);

  async #sign(text: string): Promise<string> {
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, toBytes(text)));
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  }
}
