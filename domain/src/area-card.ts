import type {EvaluationBrief, EvaluationSummary} from './evaluation-summary.js';
import type {Address, Disclosure, Location, Provenance, Space} from './space.js';

/** What only somebody who opens a space reads of it. */
const opened = ['access', 'exclusions', 'continuity', 'arrival'] as const;
type Opened = (typeof opened)[number];

/** What a list, its filters and its search need of a space. A whole `Space` is one too. */
export interface SpaceCard extends Omit<Space, Opened | 'location' | 'disclosure' | 'provenance'> {
  /** Of the address, the town and the postcode district at most. */
  readonly location?: Location;
  readonly disclosure: Pick<Disclosure, 'answers'>;
  /** Missing: not yet evaluated, or by too few to say so. */
  readonly evaluations?: EvaluationBrief;
  readonly provenance: Pick<Provenance, 'source' | 'checked' | 'sample'>;
}

/** The rest of a space, fetched with that of all its neighbours, so that opening one never says which. */
export interface SpaceDetails extends Pick<Space, Opened> {
  readonly address?: Address;
  readonly disclosureWords?: string;
  readonly provenance: Omit<Provenance, 'source' | 'checked' | 'sample'>;
  /** What people found. Missing as on the card. */
  readonly evaluations?: EvaluationSummary;
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
    ...without(space, ...opened),
    ...(location && {location: cardLocation(location)}),
    disclosure: {answers: disclosure.answers},
    provenance: {source, ...(checked !== undefined && {checked}), ...(sample !== undefined && {sample})},
  };
}

/** The part of a space that `toCard` leaves out. */
export function toDetails(space: Space): SpaceDetails {
  const provenance = without(space.provenance, 'source', 'checked', 'sample');
  const {access, exclusions, continuity, arrival, location: {address} = {}} = space;
  const {words} = space.disclosure;
  return {
    ...(address && {address}),
    access,
    ...(exclusions && {exclusions}),
    ...(continuity && {continuity}),
    ...(arrival && {arrival}),
    ...(words !== undefined && {disclosureWords: words}),
    provenance,
  };
}

/** A space with what people found there. */
export interface WholeSpace extends Space {
  readonly evaluations?: EvaluationSummary;
}

/** The whole space again, from its two parts. */
export function withDetails(card: SpaceCard, details: SpaceDetails): WholeSpace {
  const {address, disclosureWords, provenance, ...facts} = details;
  const {location} = card;
  return {
    ...without(card, 'evaluations'),
    ...facts,
    ...(location && {location: {...location, ...(address && {address})}}),
    disclosure: {...card.disclosure, ...(disclosureWords !== undefined && {words: disclosureWords})},
    provenance: {...card.provenance, ...provenance},
  };
}
