import type {SpaceCard} from './area-card.js';
import {freshness} from './freshness.js';
import {openState, type OpenState} from './opening-hours.js';
import type {HoursOf} from './search.js';

/*
 * The hours of a space, for `SearchQuery.hoursOf`. Apart from the search, so that a page may show its form before it has
 * what opening hours take.
 */

interface Kept {
  readonly hours: OpenState;
  readonly staleAfterDays: number;
  /** Milliseconds from and until which it holds. */
  readonly from: number;
  readonly until: number;
}

const hoursKept = new WeakMap<SpaceCard, Kept>();

const hour = 3_600_000;

/** What may be said of a space's hours at `now`: nothing while it is paused, and nothing from a record that is old or undated. */
export const hoursOf: HoursOf = (space, now, staleAfterDays) => {
  const time = now.getTime();
  const kept = hoursKept.get(space);
  if (kept?.staleAfterDays === staleAfterDays && kept.from <= time && time < kept.until) return kept.hours;
  const hours = workOutHours(space, now, staleAfterDays);
  // It holds until it opens or closes. All else that it goes by changes with the day, in London or in UTC: on the hour.
  const change = hours.state === 'open' ? hours.closes : hours.state === 'closed' ? hours.opens : undefined;
  const until = Math.min(change?.getTime() ?? Infinity, (Math.floor(time / hour) + 1) * hour);
  hoursKept.set(space, {hours, staleAfterDays, from: time, until});
  return hours;
};

function workOutHours(space: SpaceCard, now: Date, staleAfterDays: number): OpenState {
  if (space.status !== 'active') return {state: 'unknown', reason: 'paused'};
  const hours = openState(space.schedules, now);
  if (hours.state === 'unknown') return hours;
  const age = freshness(space.provenance, now, staleAfterDays);
  return age === 'fresh' ? hours : {state: 'unknown', reason: age === 'old' ? 'old' : 'undated'};
}
