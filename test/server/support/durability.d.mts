/** What was done, and what of it went wrong. */
export interface DurabilityFigures {
  readonly rounds: number;
  /** Evaluations that were answered 201. */
  readonly acknowledged: number;
  /** Evaluations whose answer the kill cut off. */
  readonly unanswered: number;
  /** Imports that ended with 0. */
  readonly imports: number;
  readonly importsKilled: number;
  /** Acknowledged evaluations that were gone, or under another code. */
  readonly lost: number;
  /** Difference between the evaluations that are kept and the keys that were sent. */
  readonly doubled: number;
  /** Times that the store held half of a list, or one that was replaced. */
  readonly torn: number;
  readonly keys: number;
  readonly kept: number;
}

/** Throws where the store does not open again. */
export function checkDurability(options: {
  databaseUrl: string;
  rounds: number;
  seed: number;
  afterRound?: (round: number) => Promise<void>;
}): Promise<DurabilityFigures>;
