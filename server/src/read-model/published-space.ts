import {lastEventDay, withoutEnded} from '@held-spaces/domain/coming-dates';
import type {Space} from '@held-spaces/domain/space';

/** As much of a stored space as may be seen on a day: no private address, and nothing that is over. */
export function publishedSpace(space: Space, today: number): Space {
  return withoutPrivateAddress(withoutPastEvents(space, today));
}

/** Whether lists may show it, as far as its status says. */
export const isListed = ({status}: Pick<Space, 'status'>) => status === 'active' || status === 'temporarily closed';

/** The day number on which the first of a space's events ends. */
export function firstEndOf({events = []}: Pick<Space, 'events'>): number | undefined {
  const ends = events.flatMap(event => lastEventDay({events: [event]}) ?? []);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

function withoutPastEvents(space: Space, today: number): Space {
  if (!space.events) return space;
  const events = withoutEnded(space.events, today);
  return {...space, events: events.length > 0 ? events : undefined};
}

/** Of a space whose address is private, only the area it serves is published, whatever its record holds. */
function withoutPrivateAddress(space: Space): Space {
  if (space.location?.precision !== 'area') return space;
  const {point, area} = space.location;
  return {...space, location: {precision: 'area', ...(point && {point}), ...(area !== undefined && {area})}};
}
