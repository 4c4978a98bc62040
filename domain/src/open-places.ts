import type {SpaceCard} from './area-card.js';
import {search, type Result, type SearchPlace} from './search.js';
import {hoursOf} from './space-hours.js';
import type {WayIn} from './vocabularies.js';

/** Ways in by which a person may be with somebody today. An appointment, or another who asks for them, is for later. */
const waysInToday: readonly WayIn[] = ['drop-in', 'self-referral'];

/** How far somebody who wants to be with someone might go, in kilometres: 25 miles, as far as a finder looks at first. */
const withinKm = 40;

export interface OpenPlacesQuery {
  readonly place: SearchPlace;
  readonly now: Date;
  /** Nothing is said of "now" from records checked longer ago. */
  readonly staleAfterDays: number;
  /** Whether a space is among those that the person asked for. These come first, and the others stay: a filter must not hide an open door. */
  readonly isWanted: (space: SpaceCard) => boolean;
}

/**
 * Places near, in person, that say they are open now, for somebody who wants to be with someone: those that the person's
 * filters let through first, then nearest first. Never one whose hours are not known, paused or old, nor one that can only be
 * come to another day. One that has not told its way in stays.
 */
export function openPlaces<S extends SpaceCard>(spaces: readonly S[], query: OpenPlacesQuery): readonly Result<S>[] {
  const {isWanted, ...where} = query;
  return search(spaces, {
    ...where,
    hoursOf,
    radiusKm: withinKm,
    stages: [],
    kinds: [],
    deliveries: ['physical'],
    openNow: true,
    leaveOutUnknown: true,
    order: 'nearest',
    matches: ({waysIn}) => !waysIn.length || waysIn.some(way => waysInToday.includes(way)),
    rank: ({space}) => (isWanted(space) ? 0 : 1),
  }).nearby;
}
