/** What was done, and what of it went wrong. */
export interface DurabilityFigures {
  readonly rounds: number;
  /** Evaluations that were answered 201. */
  readonly acknowledged: number;
  /** Evaluations and withdrawals whose answer the kill cut off. */
  readonly unanswered: number;
  /** Withdrawals that were answered 200. */
  readonly withdrawn: number;
  /** Imports that ended with 0. */
  readonly imports: number;
  readonly importsKilled: number;
  /** Acknowledged evaluations that were gone, or under another code. */
  readonly lost: number;
  /** Evaluations that were there again after it had been acknowledged that they were taken back. */
  readonly returned: number;
  /** Difference between the evaluations that are kept and those that should be. */
  readonly doubled: number;
  /** Times that the store held half of something: of a list, or a token that was spent with no evaluation. */
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
