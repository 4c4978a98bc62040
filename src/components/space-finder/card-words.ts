import {msg, str} from '@lit/localize';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {placeName} from '@held-spaces/domain/space';
import {labelWords} from '../../internal/list-words.js';
import {kindNames} from '../../internal/vocabulary-words.js';

/** What a card says of a space, fact by fact. Each is a whole sentence or label; none says "no" where nobody knows. */

const kmInAMile = 1.609344;

/** Below this many kilometres, a distance between the middles of two areas says nothing. */
const tooRough = 2.5;

/** The names of terms. A directory that is newer than the page may have terms that have none here: they are left out. */
export const named = <T extends string>(names: Readonly<Partial<Record<T, () => string>>>, ids: readonly T[]) =>
  ids.flatMap(id => names[id]?.() ?? []);

/** How far a space is, or why that cannot be said. */
export function distanceWords(card: SpaceCard, distanceKm: number | undefined, unit: 'miles' | 'km'): string {
  const {location, areaServed, deliveries} = card;
  const place = placeName(card);
  if (distanceKm === undefined) {
    if (deliveries.some(delivery => delivery !== 'physical')) {
      return msg('Use from anywhere', {id: 'finder.card.anywhere'});
    }
    const area = areaServed.region ?? place;
    return area
      ? msg(str`Serves: ${area}`, {id: 'finder.card.distance.area'})
      : msg('Place not given', {id: 'finder.card.no-place'});
  }
  if (location?.precision !== 'exact' && distanceKm < tooRough) {
    return place
      ? msg(str`In the same area: ${place}`, {id: 'finder.card.distance.same-area'})
      : msg('In the same area', {id: 'finder.card.distance.same-area.unnamed'});
  }
  const distance = unit === 'km' ? kilometres(distanceKm) : miles(distanceKm / kmInAMile);
  return place ? `${distance}, ${place}` : distance;
}

function miles(far: number): string {
  if (far < 0.5) return msg('Less than half a mile away', {id: 'finder.card.distance.near'});
  const n = far < 5 ? Math.round(far * 2) / 2 : Math.round(far);
  if (n === 1) return msg('About 1 mile away', {id: 'finder.card.distance.mile'});
  return msg(str`About ${n} miles away`, {id: 'finder.card.distance.miles'});
}

function kilometres(far: number): string {
  if (far < 1) return msg('Less than 1 km away', {id: 'finder.card.distance.near-km'});
  return msg(str`About ${Math.round(far)} km away`, {id: 'finder.card.distance.km'});
}

/** What kind of space it is. */
export const kindWords = (card: SpaceCard) => labelWords(named(kindNames, card.kinds));
