import type {LoadedPart} from '../../controllers/loaded-part.js';
import type * as whenNeeded from './when-needed.js';

/** What the finder shows on a press, or when something stands between a person and the list. */
export type WhenNeeded = LoadedPart<typeof whenNeeded>;
