import type {ServerResponse} from 'node:http';

/**
 * How many requests are being answered. Past a number, more of them would only make all of them late and the memory
 * full: it is kinder to say at once that one should come back.
 */
export class InFlight {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts a request until its answer has left, or its asker has. False: there are too many already. */
  enter(outgoing: Pick<ServerResponse, 'once'>): boolean {
    if (this.#count >= this.#most) return false;
    this.#count++;
    outgoing.once('close', () => this.#count--);
    return true;
  }
}
