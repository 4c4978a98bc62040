import type {Answer} from '../http.js';
import type {Body} from '../moderation/fields.js';
import type {Session} from '../moderation/session.js';
import type {Moderator} from '../store/desk-store.js';

/** Who asks, and by which session. */
export interface SignedIn {
  readonly moderator: Moderator;
  readonly session: Session;
}
type Parameters = Readonly<Record<string, string>>;
/** An answer to whoever is signed in. */
export type Reading = (
  work: (signedIn: SignedIn, request: Request, parameters: Parameters) => Promise<object>,
) => Answer;
/** The same of a request of the desk's own pages that changes something. */
export type Changing = (work: (signedIn: SignedIn, body: Body, parameters: Parameters) => Promise<object>) => Answer;
