/**
 * Work that several ask for at once, and that is done once: two finders on a page wait for the same list. It goes on as
 * long as anybody waits for it and is aborted with the last of them.
 */
export class SharedWork<T> {
  readonly #work: (signal: AbortSignal) => Promise<T>;
  #running: {readonly result: Promise<T>; readonly controller: AbortController; waiting: number} | undefined;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#work = work;
  }

  /** Starts the work, or joins it where it is under way. An aborted `signal` rejects with its reason, and only here. */
  async join(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw signal.reason;
    const running = (this.#running ??= this.#start());
    running.waiting++;
    let abandon: () => void = () => undefined;
    const abandoned = new Promise<never>((_, reject) => {
      abandon = () => {
        if (--running.waiting === 0) {
          running.controller.abort();
          if (this.#running === running) this.#running = undefined;
        }
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abandon, {once: true});
    });
    try {
      return await Promise.race([running.result, abandoned]);
    } finally {
      signal?.removeEventListener('abort', abandon);
    }
  }

  #start() {
    const controller = new AbortController();
    const running = {controller, waiting: 0, result: this.#work(controller.signal)};
    const forget = () => {
      if (this.#running === running) this.#running = undefined;
    };
    running.result.then(forget, forget);
    return running;
  }
}
