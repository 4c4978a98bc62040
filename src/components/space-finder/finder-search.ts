import type {ReactiveController} from 'lit';
import type {Place, PlaceFile} from '@held-spaces/domain/places';
import {DirectoryTask} from '../../controllers/directory-task.js';
import {directoryClient, isDirectoryUrl} from '../../directory/directory-client.js';
import {DirectoryError} from '../../directory/errors.js';
import type {SpaceSource} from '../../directory/sources/space-source.js';
import type {Widget} from '../../internal/drawn-element.js';
import {find, type Asked, type Finding, type Found, type PlaceProblem} from './finding.js';
import type {WhenNeeded} from './when-needed-part.js';
import type * as otherLists from './other-lists.js';

/** After this many milliseconds, a search that has not come back says so. */
const slowAfter = 8_000;

/** So long the list waits for the words and filters that come with it, in milliseconds. */
const restWithin = 4_000;

/** A finder as its search sees it. */
export interface SearchHost extends Widget {
  readonly directory: string;
}

/** The search in hand: what was asked, how far it has come, and what came of it. */
export class FinderSearch implements ReactiveController {
  readonly #host: SearchHost;
  readonly #rest: WhenNeeded;
  readonly #task: DirectoryTask;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #reachKm = 0;
  #left: AbortController | undefined;

  /** Where the spaces come from, once that is known. To be unset when the directory changes. */
  source: SpaceSource | undefined;
  /** What reads lists that are not, or not only, a directory of ours. Missing where there is none. */
  other: typeof otherLists | undefined;
  /** What was asked last. */
  asked: Asked | undefined;
  /** Why nothing was looked for. */
  problem: PlaceProblem | 'refused' | 'unavailable' | undefined;
  /** Places of the name that was typed, where there are several. */
  places: readonly Place[] = [];
  /** What was found, kept in sight while more of the same search is loaded. */
  found: Found | undefined;
  error: DirectoryError | undefined;
  isSlow = false;
  /** The device is working out where it is. */
  isLocating = false;

  constructor(host: SearchHost, rest: WhenNeeded) {
    this.#host = host;
    this.#rest = rest;
    host.addController(this);
    this.#task = new DirectoryTask(host);
  }

  get isWaiting(): boolean {
    return this.#task.isWaiting;
  }

  /** Every place by name, for those who type one. A list that is not ours has its places only once it was searched. */
  async placeFile(): Promise<PlaceFile> {
    return (this.source ?? directoryClient(this.#host.directory)).places();
  }

  /** Looks somewhere, `reachKm` kilometres around. */
  ask(asked: Asked, reachKm: number): void {
    this.forget();
    this.asked = asked;
    this.#reachKm = reachKm;
    this.retry();
  }

  /** Loads spaces further away, for the same question. */
  reach(km: number): void {
    if (km <= this.#reachKm || this.error) return;
    this.#reachKm = km;
    this.retry();
  }

  /** Asks the same again. */
  retry(): void {
    const {asked} = this;
    if (!asked) return;
    this.error = undefined;
    this.#task.run(
      () => {
        this.#settle();
        this.#slowTimer = setTimeout(() => {
          this.isSlow = true;
          this.#host.requestUpdate();
        }, slowAfter);
        return this.#find(asked);
      },
      finding => {
        this.#settle();
        if ('found' in finding) this.found = finding;
        else if ('places' in finding) this.places = finding.places;
        else this.problem = finding.problem;
      },
      error => {
        this.#settle();
        const met = (this.error =
          error instanceof DirectoryError ? error : new DirectoryError('unreadable', {cause: error}));
        // Back on the network it asks again by itself, unless the person has gone on meanwhile, or the page has.
        const again = () => this.error === met && this.#host.isConnected && this.retry();
        if (met.kind === 'offline') addEventListener('online', again, {once: true});
      },
    );
  }

  /** Drops the search and whatever came of it. */
  forget(): void {
    this.#task.drop();
    this.#settle();
    this.asked = this.problem = this.found = this.error = undefined;
    this.places = [];
    this.isLocating = false;
  }

  hostDisconnected(): void {
    this.#settle();
  }

  #settle(): void {
    this.#left?.abort();
    clearTimeout(this.#slowTimer);
    this.isSlow = false;
  }

  async #find(asked: Asked): Promise<Finding> {
    const {directory} = this.#host;
    const {signal} = (this.#left = new AbortController());
    // With the rest of what a list needs, so that it stands still once it is there, but not for ever.
    const rest = Promise.race([this.#rest.load(), new Promise(resolve => setTimeout(resolve, restWithin))]);
    const ask = async (source: SpaceSource) => {
      const exactly = (text: string) => rest.then(() => this.#rest.part?.placeOfPostcode(source, text));
      const finding = await find((this.source = source), asked, this.#reachKm, exactly, signal);
      await rest;
      return finding;
    };
    if (this.source) return ask(this.source);
    let failure: unknown;
    try {
      if (isDirectoryUrl(directory)) return await ask(directoryClient(directory));
    } catch (error) {
      failure = error;
    }
    // Not a directory of ours, or not one that can be had; or several of them.
    this.other = await import('./other-lists.js').catch(() => {
      throw failure;
    });
    return ask(await this.other.sourceFor(this.#host, failure));
  }
}
