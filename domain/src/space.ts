import type {
  AccessFeature,
  Approach,
  Audience,
  Continuity,
  Delivery,
  DisclosureTopic,
  Exclusion,
  Kind,
  KnownAnswer,
  Nation,
  Stage,
  WayIn,
} from './vocabularies.js';

/** A point on the earth, in degrees (WGS 84). */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Whether a space takes people now, in Open Referral's words.
 * `inactive` and `defunct` spaces are kept for links that people saved, and never listed.
 */
export const spaceStatuses = ['active', 'temporarily closed', 'inactive', 'defunct'] as const;
export type SpaceStatus = (typeof spaceStatuses)[number];

/** Who runs a space. */
export interface Organization {
  /** A UUID in our own directory; whatever the feed gave elsewhere. */
  readonly id: string;
  readonly name: string;
}

/** A postal address, as far as it was given. */
export interface Address {
  readonly line1?: string;
  readonly locality?: string;
  readonly postcode?: string;
}

/**
 * How exact a point is. `district` and `town` are the middle of a postcode district or a town, good for sorting by
 * distance and never for a pin; `area` is all that a space with a private address gives.
 */
export const precisions = ['exact', 'district', 'town', 'area'] as const;
export type Precision = (typeof precisions)[number];

/** Where a space is. A private address is never in here: the server drops it and leaves `area`. */
export interface Location {
  readonly address?: Address;
  readonly point?: GeoPoint;
  /** Given whenever there is a point. */
  readonly precision?: Precision;
  /** Name of the place for people: a town, a district, or the area that an area-only space serves. */
  readonly area?: string;
}

/** Where the people live whom a space is for. */
export interface AreaServed {
  /** Empty where nobody has said. */
  readonly nations: readonly Nation[];
  /** One of the nine ONS regions in England, or a council or health board area elsewhere. */
  readonly region?: string;
}

/** How to write to a text line: a number and, for most, a word to send. Never a number to call. */
export interface TextContact {
  readonly number: string;
  readonly keyword?: string;
}

/** Ways to reach the organisation. Numbers stand exactly as their source groups them and are never altered. */
export interface Contact {
  readonly phone?: string;
  readonly text?: TextContact;
  readonly email?: string;
  readonly website?: string;
}

/**
 * One rule about when a space is open, in the words of Open Referral's `schedule`. Times are wall time in
 * Europe/London, `HH:MM`, with `24:00` for the end of a day. `closesAt` at or before `opensAt` closes the next day.
 */
export interface Schedule {
  readonly freq: 'WEEKLY' | 'MONTHLY';
  /** `MO`…`SU`; under `MONTHLY` with a place in the month, such as `2MO` or `-1FR`. Empty: the days were not given. */
  readonly byday: readonly string[];
  /** Every so many weeks or months. Above 1 it can only be worked out from `dtstart`. */
  readonly interval?: number;
  /** First day of the rule, `YYYY-MM-DD`. */
  readonly dtstart?: string;
  /** Last day of the rule, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** The provider's own words, always shown beside anything worked out. */
  readonly notes?: string;
  /**
   * The notes limit when the rule holds (term time, by appointment, a slot to book), in words that cannot be worked
   * out. Such a rule is shown and never turned into "open now".
   */
  readonly conditional?: boolean;
}

/**
 * Something that is on given days: a gathering, a workshop, a course in one go. Apart from the schedules, because a space
 * that names one date has said nothing of its hours. Times are as in a `Schedule`.
 */
export interface SpaceEvent extends Pick<Schedule, 'until' | 'opensAt' | 'closesAt'> {
  /** Its first day, `YYYY-MM-DD`. Without `until`, its only one. */
  readonly dtstart: string;
  readonly name?: string;
}

/** What it costs. Without one the cost is not known, which is never shown as free. */
export type Cost =
  | {readonly kind: 'free'}
  | {readonly kind: 'donation'}
  /** Free for some people or some parts; `detail` is the provider's own words. */
  | {readonly kind: 'some-free'; readonly detail: string}
  /** What a call costs, such as "local call rates". */
  | {readonly kind: 'call'; readonly rate: string}
  /** Anything else that was said of the cost. */
  | {readonly kind: 'stated'; readonly words: string};

/** Ages in whole years, both ends included. A missing end was not stated. */
export interface Ages {
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Where a space helps on the roadmap. What the space says of itself and what the people who keep the list think are
 * kept apart, as what experiencers found is (it comes with the evaluations).
 */
export interface StageFit {
  /** The space says so itself. */
  readonly declared: readonly Stage[];
  /** The people who keep the list think so. */
  readonly suggested: readonly Stage[];
}

/** Who might be told, and when, as far as anybody has said. */
export interface Disclosure {
  readonly answers: Readonly<Partial<Record<DisclosureTopic, KnownAnswer>>>;
  /** What the page that was read says of it, in full sentences. */
  readonly words?: string;
}

/** Whom a space says it cannot take: one of our terms, its own words for whom or why, or both. Never neither. */
export interface SpaceExclusion {
  readonly id?: Exclusion;
  readonly words?: string;
}

/** How long a person waits. `none` only where the space says so. */
export type Wait = {readonly kind: 'none'} | {readonly kind: 'stated'; readonly words: string};

/** The wait before, and what comes after. What is missing is not known. */
export interface SpaceContinuity {
  /** Whether a person can come back, and whether the space gets in touch after. */
  readonly terms: readonly Continuity[];
  /** Its own words for a limit to coming back. */
  readonly limit?: string;
  readonly wait?: Wait;
}

/** What happens when somebody gets there, in the space's own words. */
export interface Arrival {
  readonly door?: string;
  /** The first five minutes. */
  readonly first?: string;
  /** Who is there. */
  readonly who?: string;
}

/** Where a record comes from, and how old it is. */
export interface Provenance {
  /** Name of the directory or file it was taken from. */
  readonly source: string;
  /** The page that was read. */
  readonly url?: string;
  /** When that was: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Missing: nobody knows. */
  readonly checked?: string;
  readonly note?: string;
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly licence?: string;
  /** Sample data, whose facts must be checked before anybody relies on them. */
  readonly sample?: boolean;
}

/**
 * One service that can hold a person in distress, and the ways into it: a place, a group, a line, an online
 * community. Lists are empty and optional fields missing where nobody has told us; that is never "no".
 */
export interface Space {
  /** Stable. A UUID in our own directory; an opaque string from any other feed. */
  readonly id: string;
  readonly name: string;
  readonly organization?: Organization;
  /** Plain text, one or two sentences. */
  readonly summary?: string;
  readonly status: SpaceStatus;
  readonly kinds: readonly Kind[];
  readonly deliveries: readonly Delivery[];
  readonly location?: Location;
  readonly areaServed: AreaServed;
  readonly contact: Contact;
  readonly schedules: readonly Schedule[];
  readonly cost?: Cost;
  readonly waysIn: readonly WayIn[];
  readonly ages?: Ages;
  readonly audiences: readonly Audience[];
  /** BCP 47 codes of the languages that people there speak or sign. */
  readonly languages: readonly string[];
  /** What the source says of getting in and around, in its own words. */
  readonly access: readonly string[];
  /** The same as far as our terms can tell it. */
  readonly accessFeatures?: readonly AccessFeature[];
  /** How it says that it understands distress. */
  readonly approaches?: readonly Approach[];
  readonly exclusions?: readonly SpaceExclusion[];
  readonly continuity?: SpaceContinuity;
  readonly arrival?: Arrival;
  /** Those that are over may still be among them. */
  readonly events?: readonly SpaceEvent[];
  readonly stages: StageFit;
  readonly disclosure: Disclosure;
  readonly provenance: Provenance;
}

/** The name of a space's place for people, where one is known: its area, its town, or its postcode district. */
export function placeName(space: Pick<Space, 'location'>): string | undefined {
  const {area, address} = space.location ?? {};
  return area ?? address?.locality ?? address?.postcode?.split(' ')[0];
}

/** Every stage that anybody says the space suits. */
export function stagesOf(space: Pick<Space, 'stages'>): readonly Stage[] {
  return [...new Set([...space.stages.declared, ...space.stages.suggested])];
}
