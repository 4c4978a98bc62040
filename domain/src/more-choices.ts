import type {Weekday} from './london-time.js';
import type {AccessFeature, Approach, Audience, Role, WayIn} from './vocabularies.js';

/** What else a person may choose. What is missing, empty or `false` is not in use. */
export interface MoreChoices {
  readonly noReferral?: boolean;
  readonly free?: boolean;
  /** Says that it asks first before it tells the police, an ambulance, the NHS or anybody else. */
  readonly tellsNobody?: boolean;
  readonly waysIn?: readonly WayIn[];
  /** All of them are needed: somebody who needs no steps and a hearing loop needs both. */
  readonly accessFeatures?: readonly AccessFeature[];
  /** BCP 47 codes. Any of them will do. */
  readonly languages?: readonly string[];
  /** In years. */
  readonly age?: number;
  /** Who it is for: those who go through it, those who support them, or both. */
  readonly roles?: readonly Role[];
  readonly audiences?: readonly Audience[];
  readonly approaches?: readonly Approach[];
  readonly laterToday?: boolean;
  /** Known to be open at the next such time. */
  readonly openAt?: DayAndTime;
  readonly evenings?: boolean;
  readonly weekend?: boolean;
  /** Something with a date within so many days. */
  readonly eventsWithin?: number;
  /** What people found there is published. */
  readonly evaluated?: boolean;
}

/** A time of the week by London's clock, in minutes after midnight. */
export interface DayAndTime {
  readonly weekday: Weekday;
  readonly minutes: number;
}

export type MoreFilterName = keyof MoreChoices;
