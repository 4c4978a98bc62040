import type {Choices} from '../choices.js';

/** Begins the fragment of a shared link. */
export const sharedMark = '#held:';

/** What a person ticked to share, or what came with a link. */
export interface Shared {
  readonly place?: string | undefined;
  readonly choices?: Choices | undefined;
  readonly space?: string | undefined;
}
