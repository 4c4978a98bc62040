import type {DeskSession} from '@held-spaces/domain/desk';

/** The desk, as its pages see it. */
export interface DeskHost {
  readonly session: DeskSession;
  /** Something is on its way to the directory. */
  readonly isBusy: boolean;
  /** Does something that can go wrong. What went wrong is shown; then it answers nothing. */
  act<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** Back to the list, with what happened said. */
  toQueue(said?: string): void;
}
