import type {SpaceCard} from './area-card.js';
import {freshness} from './freshness.js';
import {openState, type OpenState} from './opening-hours.js';
import type {HoursOf} from './search.js';

/*
 * The hours of a space, for `SearchQuery.hoursOf`. Apart from the search, so that a page may show its form before it has
 * what opening hours take.
 */

const hoursKept = new WeakMap<SpaceCard, {readonly key: string; readonly hours: OpenState}>();

/** What may be said of a space's hours at `now`: nothing while it is paused, and nothing from a record that is old or undated. */
export const hoursOf: HoursOf = (space, now, staleAfterDays) => {
  // Nothing listed is finer than a minute, so that one answer serves all that is asked within it.
  const key = `${Math.floor(now.getTime() / 60_000)} ${staleAfterDays}`;
  const kept = hoursKept.get(space);
  if (kept?.key === key) return kept.hours;
  const hours = workOutHours(space, now, staleAfterDays);
  hoursKept.set(space, {key, hours});
  return hours;
};

function workOutHours(space: SpaceCard, now: Date, staleAfterDays: number): OpenState {
  if (space.status !== 'active') return {state: 'unknown', reason: 'paused'};
  const hours = openState(space.schedules, now);
  if (hours.state === 'unknown') return hours;
  const age = freshness(space.provenance, now, staleAfterDays);
  return age === 'fresh' ? hours : {state: 'unknown', reason: age === 'old' ? 'old' : 'undated'};
}
