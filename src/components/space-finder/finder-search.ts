import {TaskStatus} from '@lit/task';
import type {LitElement, ReactiveController} from 'lit';
import type {Place} from '@held-spaces/domain/places';
import {DirectoryTask} from '../../controllers/directory-task.js';
import {directoryClient, isDirectoryUrl} from '../../directory/directory-client.js';
import {DirectoryError} from '../../directory/errors.js';
import {find, type Asked, type Finding, type PlaceProblem} from './finding.js';

export type Found = Extract<Finding, {kind: 'found'}>;

/** After this many milliseconds, a search that has not come back says so. */
const slowAfter = 8_000;

/** A finder as its search sees it. */
export interface SearchHost extends LitElement {
  readonly directory: string;
}

/**
 * The search in hand: what was asked, how far it has come, and what came of it. The answer to an older question never
 * overwrites that to a newer one.
 */
export class FinderSearch implements ReactiveController {
  readonly #host: SearchHost;
  readonly #task: DirectoryTask<readonly [string, Asked | undefined, number], Finding | undefined>;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #reachKm = 0;

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

  constructor(host: SearchHost) {
    this.#host = host;
    host.addController(this);
    this.#task = new DirectoryTask(host, {
      autoRun: false,
      args: () => [host.directory, this.asked, this.#reachKm] as const,
      task: ([directory, asked, reachKm]) => (asked ? this.#find(directory, asked, reachKm) : undefined),
      onComplete: finding => this.#take(finding),
      onError: error => this.#fail(error),
    });
  }

  get isWaiting(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Looks somewhere, `reachKm` kilometres around. */
  ask(asked: Asked, reachKm: number): void {
    this.forget();
    this.asked = asked;
    this.#reachKm = reachKm;
    this.#run();
  }

  /** Loads spaces further away, for the same question. */
  reach(km: number): void {
    if (km <= this.#reachKm || this.error) return;
    this.#reachKm = km;
    this.#run();
  }

  retry(): void {
    this.error = undefined;
    this.#run();
  }

  /** Drops the search and whatever came of it. */
  forget(): void {
    this.#task.abort();
    this.asked = this.problem = this.found = this.error = undefined;
    this.places = [];
    this.#settle();
  }

  /** Asks the device where it is, which asks the person. What it answers stays in the page. */
  locate(reachKm: number): void {
    const fail = (problem: 'refused' | 'unavailable') => {
      this.isLocating = false;
      this.problem = problem;
      this.#host.requestUpdate();
    };
    if (!('geolocation' in navigator)) {
      fail('unavailable');
      return;
    }
    this.isLocating = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    navigator.geolocation.getCurrentPosition(
      ({coords: {latitude, longitude}}) => {
        this.isLocating = false;
        this.ask({kind: 'here', point: {latitude, longitude}}, reachKm);
      },
      ({code, PERMISSION_DENIED}) => fail(code === PERMISSION_DENIED ? 'refused' : 'unavailable'),
      {timeout: 20_000},
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#slowTimer);
  }

  #run(): void {
    this.#settle();
    this.#slowTimer = setTimeout(() => {
      this.isSlow = true;
      this.#host.requestUpdate();
    }, slowAfter);
    void this.#task.run();
    this.#host.requestUpdate();
  }

  #find(directory: string, asked: Asked, reachKm: number): Promise<Finding> {
    if (!isDirectoryUrl(directory)) {
      // Said once to the person who embeds the widget; a visitor reads that the list could not be reached.
      console.warn(
        directory
          ? `held-spaces: "directory" on <${this.#host.localName}> is not an https URL (http is allowed for localhost).`
          : `held-spaces: <${this.#host.localName}> has no "directory" attribute, so it has nothing to search. Set directory="https://…".`,
      );
      throw new DirectoryError('unreachable');
    }
    return find(directoryClient(directory), asked, reachKm);
  }

  #take(finding: Finding | undefined): void {
    this.#settle();
    if (finding?.kind === 'found') this.found = finding;
    if (finding?.kind === 'several') this.places = finding.places;
    if (finding?.kind === 'problem') this.problem = finding.problem;
  }

  #fail(error: unknown): void {
    this.#settle();
    this.error = error instanceof DirectoryError ? error : new DirectoryError('unreadable', {cause: error});
  }

  #settle(): void {
    clearTimeout(this.#slowTimer);
    this.isSlow = false;
  }
}
