import {createHmac, randomBytes} from 'node:crypto';
import {networkOf} from './client-address.js';

/** Clients that are remembered at most. Past it, those that wrote longest ago are forgotten. */
const mostClients = 50_000;
/** Minutes' worth of writes that a client may make at once: a waiting room or a class that was asked to. */
const burstMinutes = 5;
const day = 86_400_000;

export interface WriteLimitOptions {
  readonly perMinute: number;
  /** Clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * How often one client may write. Kept in memory, under a hash whose key is made anew each day, so that what a client did
 * cannot be tied to its address by whoever sees the memory, and not at all after the day.
 */
export class WriteLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** In the order of the last write. `left`: writes that may still be made at the moment `at`. */
  readonly #clients = new Map<string, {left: number; at: number}>();
  #key = randomBytes(32);
  #keyDay = 0;

  constructor({perMinute, now = Date.now}: WriteLimitOptions) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts a write by this address. 0: it may go on. Otherwise: how many seconds to wait. */
  take(address: string): number {
    const now = this.#now();
    this.#changeKey(now);
    const client = createHmac('sha256', this.#key).update(networkOf(address)).digest('base64');
    const burst = this.#perMinute * burstMinutes;
    const {left: before, at} = this.#clients.get(client) ?? {left: burst, at: now};
    const left = Math.min(burst, before + (Math.max(0, now - at) / 60_000) * this.#perMinute);
    this.#clients.delete(client);
    this.#clients.set(client, {left: left >= 1 ? left - 1 : left, at: now});
    if (this.#clients.size > mostClients) this.#clients.delete(this.#clients.keys().next().value ?? '');
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / this.#perMinute);
  }

  #changeKey(now: number) {
    const today = Math.floor(now / day);
    if (today === this.#keyDay) return;
    this.#keyDay = today;
    this.#key = randomBytes(32);
    this.#clients.clear();
  }
}
