/** How long a model may be worked on before requests get a turn, in milliseconds. */
const turn = 8;

/** Lets requests through while a large directory is made ready. */
export class Breather {
  #since = performance.now();

  /** Whether it is time. Asking is cheaper than waiting for nothing, a hundred thousand times. */
  get isDue(): boolean {
    return performance.now() - this.#since >= turn;
  }

  /** Lets everything else have its turn. */
  async breathe(): Promise<void> {
    await new Promise<void>(resolve => letOthers(resolve));
    this.#since = performance.now();
  }
}

/** Timers wait a millisecond or four each time; where there is a way to be next in turn, it is taken. */
const letOthers: (then: () => void) => void = typeof setImmediate === 'function' ? setImmediate : setTimeout;
