import type {Store} from '../store/store.js';
import {Breather} from './breather.js';
import type {Bytes} from './bytes.js';
import {buildReadModel} from './build-read-model.js';
import type {ReadModel} from './read-model.js';
import {RecentBodies} from './recent-bodies.js';
import {londonDay} from './timetables.js';

export interface ReadModelsOptions {
  readonly staleAfterDays: number;
  /** Where corrections are taken, as the area index says it. */
  readonly corrections?: string | undefined;
  /** How long a revision is trusted, in milliseconds. 0: every read asks the store first, and waits. */
  readonly checkEvery?: number;
  /** Clock by which courses and gatherings end. */
  readonly now?: () => Date;
  /** Called when a new model is whole, and what it was made from is needed no more. */
  readonly onSettled?: () => void;
}

/** How long files of the last model are kept for whoever still holds its index, in milliseconds. The index is for a minute. */
const keepFilesFor = 10 * 60_000;

/** How many bytes of area files that were asked for lately are kept. */
const recentBytes = 24 * 1024 * 1024;

/** The newest read model, renewed behind the requests when the store's revision changes, or something listed has ended. */
export class ReadModels {
  readonly #store: Store;
  readonly #index: Pick<ReadModelsOptions, 'staleAfterDays' | 'corrections'>;
  readonly #checkEvery: number;
  readonly #now: () => Date;
  readonly #onSettled: () => void;
  #current: ReadModel | undefined;
  #previousFiles: ReadonlyMap<string, Bytes> = new Map();
  readonly #recentFiles = new RecentBodies<string>(recentBytes);
  #swapped = 0;
  #checked = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;

  constructor(store: Store, options: ReadModelsOptions) {
    const {
      staleAfterDays,
      corrections,
      checkEvery = 2000,
      now = () => new Date(),
      onSettled = () => undefined,
    } = options;
    this.#store = store;
    this.#index = {staleAfterDays, corrections};
    this.#checkEvery = checkEvery;
    this.#now = now;
    this.#onSettled = onSettled;
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
    const compose = (await (await this.current()).areas()).files.get(hash);
    // The name is the hash of what is in it, so that a file that was put together once stays right.
    return compose ? this.#recentFiles.get(hash, compose) : this.#previousFiles.get(hash);
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
    if (this.#previousFiles.size > 0 && this.#checked - this.#swapped > keepFilesFor) this.#previousFiles = new Map();
    const now = this.#now();
    const before = this.#current;
    if (before && !hasEnded(before, now) && (await this.#store.revision()) === before.revision) return;
    const next = await buildReadModel(await this.#store.snapshot(), {...this.#index, now});
    if (before) {
      this.#previousFiles = await filesOnlyIn(before, next);
      await next.settle();
    }
    this.#swapped = performance.now();
    this.#current = next;
    // With the first model there is nobody to wait for it yet.
    void next.settle().then(this.#onSettled, () => undefined);
  }
}

const hasEnded = ({endsOn}: ReadModel, now: Date) => endsOn !== undefined && endsOn < londonDay(now);

/** Copies of what changed, so that the model that it was in can go. */
async function filesOnlyIn(before: ReadModel, next: ReadModel): Promise<ReadonlyMap<string, Bytes>> {
  const breather = new Breather();
  const files = new Map<string, Bytes>();
  const stays = (await next.areas()).files;
  for (const [hash, compose] of (await before.areas()).files) {
    if (!stays.has(hash)) files.set(hash, compose());
    if (breather.isDue) await breather.breathe();
  }
  return files;
}
