/**
 * What a feed has answered so far, so that an import which was cut off goes on where it was. One folder for each feed,
 * one file for each address, used again for some hours and removed when an import is done.
 */
import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import type {FeedAnswer} from './client.js';

/** After this a feed has moved on, and it is better to begin again. In milliseconds. */
const keptFor = 6 * 3_600_000;

interface KeptAnswer extends FeedAnswer {
  readonly address: string;
  readonly at: number;
}

/** Where pages are kept unless the operator says otherwise. */
export const defaultCacheFolder = (variables: Readonly<Record<string, string | undefined>>): string =>
  join(variables['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'held-directory');

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

export class KeptPages {
  readonly #folder: string;
  readonly #now: () => number;
  #used = 0;

  constructor(cacheFolder: string, feed: string, now: () => number = Date.now) {
    this.#folder = join(cacheFolder, `feed-${hash(feed)}`);
    this.#now = now;
  }

  /** How many answers were not asked for again. */
  get used(): number {
    return this.#used;
  }

  async get(address: string): Promise<FeedAnswer | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.#pathOf(address), 'utf8')) as KeptAnswer;
      const age = this.#now() - kept.at;
      if (kept.address !== address || age < 0 || age > keptFor) return undefined;
      this.#used++;
      return {status: kept.status, type: kept.type, text: kept.text};
    } catch {
      return undefined;
    }
  }

  /** Keeps an answer. A folder that cannot be written to only means that the next import begins again. */
  async keep(address: string, answer: FeedAnswer): Promise<void> {
    const path = this.#pathOf(address);
    const kept: KeptAnswer = {address, at: this.#now(), ...answer};
    try {
      await mkdir(this.#folder, {recursive: true, mode: 0o700});
      await writeFile(`${path}.new`, JSON.stringify(kept), {mode: 0o600});
      await rename(`${path}.new`, path);
    } catch {
      return;
    }
  }

  /** Forgets everything of this feed. */
  async clear(): Promise<void> {
    await rm(this.#folder, {recursive: true, force: true});
  }

  #pathOf(address: string): string {
    return join(this.#folder, `${hash(address)}.json`);
  }
}
