import type {Store} from '../store/store.js';
import type {Bytes} from './bytes.js';
import {buildReadModel} from './read-model.js';
import type {ReadModel} from './read-model.js';

export interface ReadModelsOptions {
  readonly staleAfterDays: number;
  /** How long a revision is trusted, in milliseconds. 0: every read asks the store first, and waits. */
  readonly checkEvery?: number;
}

/** The newest read model, renewed behind the requests when the store's revision changes. */
export class ReadModels {
  readonly #store: Store;
  readonly #options: ReadModelsOptions;
  readonly #checkEvery: number;
  #current: ReadModel | undefined;
  #previousFiles: ReadonlyMap<string, Bytes> = new Map();
  #checked = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;

  constructor(store: Store, options: ReadModelsOptions) {
    this.#store = store;
    this.#options = options;
    this.#checkEvery = options.checkEvery ?? 2000;
  }

  /** Whether reads can be answered at once. */
  get ready(): boolean {
    return this.#current !== undefined;
  }

  /** The newest model at hand. Waits only where there is none yet. Throws only if there has never been one. */
  async current(): Promise<ReadModel> {
    if (!this.#current) await this.refresh();
    else if (performance.now() - this.#checked >= this.#checkEvery) {
      // A store that cannot be read for a while does not take away what was read from it before.
      const refreshed = this.refresh().catch(() => undefined);
      if (this.#checkEvery === 0) await refreshed;
    }
    if (!this.#current) throw new Error('There is no read model.');
    return this.#current;
  }

  /** An area file by its hash. The last model's files are kept for whoever still holds its index. */
  async file(hash: string): Promise<Bytes | undefined> {
    return (await this.current()).files.get(hash) ?? this.#previousFiles.get(hash);
  }

  /** Asks the store for its revision and, where it changed, makes a new model and swaps it in. */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<void> {
    this.#checked = performance.now();
    if (this.#current && (await this.#store.revision()) === this.#current.revision) return;
    const next = await buildReadModel(await this.#store.snapshot(), this.#options);
    this.#previousFiles = this.#current?.files ?? new Map();
    this.#current = next;
  }
}
