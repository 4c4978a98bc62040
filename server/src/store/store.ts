/** What the directory keeps. Two ways of keeping it pass the same tests: a database, and memory for tests and demos. */
import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import type {EvaluationSummary} from '@held-spaces/domain/evaluation-summary';
import type {Space} from '@held-spaces/domain/space';
import type {DeskWork, Spending} from './desk-store.js';
import type {Merge, MergeRefusal} from './merges.js';

/** Whose list some of the spaces are. */
export interface Source {
  /** Unique. Part of the ids of its spaces. */
  readonly name: string;
  /** What must be said wherever the list is shown. */
  readonly attribution?: string;
  readonly licence?: string;
  /** The facts have not been checked, and whoever shows them has to say so. */
  readonly sample?: boolean;
}

export interface StoredSpace {
  readonly space: Space;
  /** The space as JSON. It may be the lesser work to keep this, and to read the space anew. */
  readonly document: string;
  /** When an import last changed the record, ISO 8601 in UTC. */
  readonly lastModified: string;
}

/** Everything that is public, as it stood at one moment. */
export interface Snapshot {
  /** Changes whenever anything in the snapshot does, and never goes back. */
  readonly revision: number;
  /** When that was, ISO 8601 in UTC. */
  readonly changed: string;
  readonly sources: readonly Source[];
  /** In the order of their names. Those that are merged away too: whoever lists spaces leaves them out. */
  readonly spaces: readonly StoredSpace[];
  /** The merges whose kept space is among the spaces, in the order of the other's id. All others are without effect. */
  readonly merges: readonly Merge[];
  /** What is published of evaluations, by the id of their space. */
  readonly summaries: ReadonlyMap<string, EvaluationSummary>;
  /** Whether unit postcodes are kept. */
  readonly hasPostcodes: boolean;
}

/** How many records an import touched. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * One evaluation as it is kept. There is no moment in it finer than a month, no address, and nothing that a code or an
 * idempotency key can be read out of.
 */
export interface StoredEvaluation extends Omit<EvaluationSubmission, 'consent'> {
  /** Keyed hash of the idempotency key. Unique. */
  readonly keyHash: string;
  /** Keyed hash of what was sent, to tell a repeat from another evaluation under the same key. */
  readonly bodyHash: string;
  /** Slow hash of the take-back code. */
  readonly codeHash: string;
  /** `YYYY-MM`, UTC. */
  readonly month: string;
  /** For how many years at most it is kept, as its sender was promised. Missing: as the operator promises now. */
  readonly keepYears?: number;
}

/** Why a write could not be made. The write has then not happened. */
export type StoreFailure = 'unavailable' | 'full';

const failureWords: Readonly<Record<StoreFailure, string>> = {
  unavailable: 'The store is not available. Nothing was changed.',
  full: 'The store is full. Nothing was changed.',
};

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;

  /** @param lockedStore The store, by the name that messages give it, where another process kept it locked. */
  constructor(failure: StoreFailure, {lockedStore, ...options}: ErrorOptions & {readonly lockedStore?: string} = {}) {
    super(
      lockedStore === undefined
        ? failureWords[failure]
        : `The store is open in another process (${lockedStore}). Nothing was changed.`,
      options,
    );
    this.failure = failure;
  }
}

/** What became of an evaluation that was to be kept. */
export interface Keeping {
  /** Whether this call wrote it. */
  readonly added: boolean;
  /** What is kept under its key. Nothing, where that was taken back: a key is used once, whatever became of it. */
  readonly kept?: StoredEvaluation;
  /** Nothing was written, because the token that came with it had been used. */
  readonly tokenUsed?: boolean;
}

export interface Store {
  /** The current revision. Cheap: it is asked every few seconds. */
  revision(): Promise<number>;

  snapshot(): Promise<Snapshot>;

  /**
   * Makes the spaces of a source be exactly these: all of it or nothing. Spaces that are no longer named leave; the
   * evaluations of them stay. The revision changes only if something did.
   */
  replaceSource(source: Source, spaces: readonly Space[], now: Date): Promise<ImportCounts>;

  /**
   * Keeps that one space is another, until that is taken back: imports leave it alone. The revision changes. Where it is
   * refused, or with `dryRun`, nothing does.
   *
   * @returns Why it was refused, if it was.
   */
  merge(merge: Merge, now: Date, options?: {readonly dryRun?: boolean}): Promise<MergeRefusal | undefined>;

  /** Takes a merge back by the id of the space that was left out, and says what it was. Nothing: there is none. */
  unmerge(id: string, now: Date): Promise<Merge | undefined>;

  /**
   * Keeps an evaluation, and answers only when it is on disk. If its key was used before, what is kept under that is
   * returned, and nothing is written. With it, or not at all, goes the note that its token was used.
   */
  addEvaluation(evaluation: StoredEvaluation, spending?: Spending): Promise<Keeping>;

  evaluationByKey(keyHash: string): Promise<StoredEvaluation | undefined>;

  /** Deletes the evaluation of a code, but not the fact that its key was used. False: there is none. */
  withdrawEvaluation(codeHash: string): Promise<boolean>;

  /** Deletes the words of a code's evaluation, and the contact that went with them. Its ticks stay. False: there is none. */
  withdrawWords(codeHash: string): Promise<boolean>;

  /** Does a piece of work for publishing or the desk: all of it or nothing, one at a time. */
  desk<T>(work: (desk: DeskWork) => Promise<T>): Promise<T>;

  /** How many evaluations are kept. */
  countEvaluations(): Promise<number>;

  /** The unit postcodes of a district, as the JSON of a `PostcodeFile`, where an operator has loaded any. */
  postcodeFile(outcode: string): Promise<string | undefined>;

  /** Makes the unit postcodes be exactly these files, by their outcode: all of it or nothing. The revision changes. */
  replacePostcodes(files: ReadonlyMap<string, string>): Promise<void>;

  /** 32 random bytes, made the first time they are asked for and the same ever after. */
  secret(): Promise<Uint8Array<ArrayBuffer>>;

  close(): Promise<void>;
}
