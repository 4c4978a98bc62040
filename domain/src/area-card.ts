import type {Address, Disclosure, Location, Provenance, Space} from './space.js';

/** What a list, its filters and its search need of a space. A whole `Space` is one too. */
export interface SpaceCard extends Omit<Space, 'access' | 'languages' | 'location' | 'disclosure' | 'provenance'> {
  /** Of the address, the town and the postcode district at most. */
  readonly location?: Location;
  readonly disclosure: Pick<Disclosure, 'answers'>;
  readonly provenance: Pick<Provenance, 'source' | 'checked' | 'sample'>;
}

/** The rest of a space, fetched with that of all its neighbours, so that opening one never says which. */
export interface SpaceDetails {
  readonly address?: Address;
  readonly languages: Space['languages'];
  readonly access: Space['access'];
  readonly disclosureWords?: string;
  readonly provenance: Omit<Provenance, 'source' | 'checked' | 'sample'>;
}

function without<T extends object, K extends keyof T & string>(value: T, ...keys: readonly K[]): Omit<T, K> {
  // A server does this for every space that it holds.
  const kept: Record<string, unknown> = {};
  for (const key in value) if (!(keys as readonly string[]).includes(key)) kept[key] = value[key];
  return kept as Omit<T, K>;
}

function cardAddress({locality, postcode}: Address): Address {
  const outcode = postcode?.split(' ')[0];
  return {...(locality !== undefined && {locality}), ...(outcode !== undefined && {postcode: outcode})};
}

function cardLocation({address, ...location}: Location): Location {
  return {...location, ...(address && {address: cardAddress(address)})};
}

/** The part of a space that a list needs. */
export function toCard(space: Space): SpaceCard {
  const {location, disclosure, provenance} = space;
  const {source, checked, sample} = provenance;
  return {
    ...without(space, 'access', 'languages'),
    ...(location && {location: cardLocation(location)}),
    disclosure: {answers: disclosure.answers},
    provenance: {source, ...(checked !== undefined && {checked}), ...(sample !== undefined && {sample})},
  };
}

/** The part of a space that `toCard` leaves out. */
export function toDetails(space: Space): SpaceDetails {
  const provenance = without(space.provenance, 'source', 'checked', 'sample');
  const {address} = space.location ?? {};
  const {words} = space.disclosure;
  return {
    ...(address && {address}),
    languages: space.languages,
    access: space.access,
    ...(words !== undefined && {disclosureWords: words}),
    provenance,
  };
}

/** The whole space again, from its two parts. */
export function withDetails(card: SpaceCard, details: SpaceDetails): Space {
  const {address, disclosureWords, provenance, languages, access} = details;
  const {location} = card;
  return {
    ...card,
    languages,
    access,
    ...(location && {location: {...location, ...(address && {address})}}),
    disclosure: {...card.disclosure, ...(disclosureWords !== undefined && {words: disclosureWords})},
    provenance: {...card.provenance, ...provenance},
  };
}
