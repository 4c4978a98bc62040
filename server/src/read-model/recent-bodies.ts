import type {Bytes} from './bytes.js';

/** Bytes that were made lately, up to a number of bytes in all. What was not asked for longest leaves first. */
export class RecentBodies<K> {
  readonly #most: number;
  readonly #bodies = new Map<K, Bytes>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K, make: () => Bytes): Bytes {
    const known = this.#bodies.get(key);
    const body = known ?? make();
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    if (!known) this.#bytes += body.length;
    for (const [oldest, old] of this.#bodies) {
      if (this.#bytes <= this.#most) break;
      this.#bodies.delete(oldest);
      this.#bytes -= old.length;
    }
    return body;
  }
}
