import type {ProofOfWork} from '@held-spaces/domain/evaluation';
import {DirectoryError} from '../../directory/errors.js';
import {askChallenge, type EvaluationChallenge} from '../../directory/evaluations.js';
import {solve} from './proof-work.js';
import {NotSent} from './sending.js';

/** What goes with an evaluation to show that it does not come from a flood. Nothing in it tells one person from another. */
export interface Shown {
  readonly token?: string;
  readonly proof?: ProofOfWork;
}

/** What a directory promises to whoever sends. */
export interface Says {
  /** Whether somebody reads words for it. */
  readonly takesWords?: boolean;
  /** For how many years an evaluation is kept at most. */
  readonly keepYears?: number | undefined;
  /** Within how many days somebody aims to read words. */
  readonly readWithinDays?: number | undefined;
}

/**
 * The directory's form token and the work that it asks of a device in place of a puzzle. The token is asked for when a
 * person starts to fill the form in, the work is begun when they look at what they will send: then sending seldom waits.
 */
export class Pass {
  /** The work is asked for and not done. */
  isWorking = false;

  readonly #directory: () => string;
  readonly #changed: () => void;
  #challenge: Promise<EvaluationChallenge | undefined> | undefined;
  #proof: Promise<Shown> | undefined;
  #stop = new AbortController();
  /** The key to seal a contact to, where the operator offers that. */
  sealTo: JsonWebKey | undefined;
  /** What the directory says of itself. Not known before it has said so. */
  says: Says = {};
  #isWanted = false;

  /** @param changed Called when `isWorking`, `sealTo` or `says` has changed. */
  constructor(directory: () => string, changed: () => void) {
    this.#directory = directory;
    this.#changed = changed;
  }

  /** Asks for the token, where that is not done. What goes wrong is tried again later. */
  prepare(): void {
    void this.prepared();
  }

  /** The same, and waits until that is done or has failed. */
  async prepared(): Promise<void> {
    this.#isWanted = true;
    await this.#ask().catch(() => undefined);
  }

  /** Asks once more, where somebody wanted it and it could not be had. */
  resume(): void {
    if (this.#isWanted) this.prepare();
  }

  /** Begins with the work, where that is not done. */
  work(): void {
    void this.#work().catch(() => undefined);
  }

  /**
   * What to send along, when it is there.
   *
   * @throws {NotSent} Where there is none, or somebody stopped it.
   */
  show(): Promise<Shown> {
    return this.#work();
  }

  /** Forgets token and work, and stops the work. */
  drop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#challenge = this.#proof = undefined;
    this.#set(false);
  }

  #ask() {
    const {signal} = this.#stop;
    this.#challenge ??= askChallenge(this.#directory(), {signal}).then(
      challenge => {
        this.sealTo = challenge?.sealTo;
        const {keepYears, readWithinDays} = challenge ?? {};
        // A directory that says nothing of words may have nobody to read them.
        this.says = {takesWords: challenge?.words === true, keepYears, readWithinDays};
        this.#changed();
        return challenge;
      },
      (error: unknown) => {
        if (!signal.aborted) this.#challenge = undefined;
        throw error;
      },
    );
    return this.#challenge;
  }

  #work(): Promise<Shown> {
    const {signal} = this.#stop;
    this.#proof ??= this.#prove(signal).catch((error: unknown) => {
      if (!signal.aborted) {
        this.#proof = undefined;
        this.#set(false);
      }
      throw signal.aborted ? new NotSent(undefined) : notSent(error);
    });
    return this.#proof;
  }

  async #prove(signal: AbortSignal): Promise<Shown> {
    const challenge = await this.#ask();
    // A directory of an earlier version asks for neither.
    if (!challenge) return {};
    // Where the page is not served over https, browsers give no means to do the work.
    if (!globalThis.crypto.subtle) throw new NotSent('not-taken');
    this.#set(true);
    const proof = await solve(challenge.challenge, signal);
    if (!proof) throw new NotSent(undefined);
    this.#set(false);
    return {token: challenge.token, proof};
  }

  #set(isWorking: boolean) {
    this.isWorking = isWorking;
    this.#changed();
  }
}

/** Nothing of the evaluation had left, whatever went wrong. */
function notSent(error: unknown): NotSent {
  if (error instanceof NotSent) return error;
  const isOffline = error instanceof DirectoryError && error.kind === 'offline';
  return new NotSent(isOffline ? 'offline' : 'failed');
}
