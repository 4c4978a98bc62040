import type {SpaceCard} from './area-card.js';
import {reachKm, search, type Radius, type SearchQuery} from './search.js';

/** The first of `steps`, nearest first, within which the query finds something nearby; `undefined` when none does. */
export function widen(spaces: readonly SpaceCard[], query: SearchQuery, steps: readonly Radius[]): Radius | undefined {
  const nearest = search(spaces, {...query, radiusKm: 'any', order: 'nearest'}).nearby[0];
  if (!nearest) return undefined;
  return steps.find(radiusKm => (nearest.distanceKm ?? 0) <= reachKm({...query, radiusKm}));
}
