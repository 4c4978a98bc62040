/**
 * A crosswalk says what the terms of somebody else's taxonomy mean in ours. It is written by people who know the feed;
 * stage and kind never come from anything else but our own tags, and never from a description.
 *
 * `{"terms": {"<their uri, id or name>": {"kinds": ["drop-in"], "stages": ["threshold"]}}}`
 */
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  deliveries,
  exclusions,
  isOneOf,
  kinds,
  stages,
  waysIn,
} from '../vocabularies.js';
import type {
  AccessFeature,
  Approach,
  Audience,
  Continuity,
  Delivery,
  Exclusion,
  Kind,
  Stage,
  WayIn,
} from '../vocabularies.js';
import {fold} from '../text.js';
import {objectOf} from './feed-json.js';

/** What a term means in our words. */
export interface Meaning {
  readonly stages: readonly Stage[];
  readonly kinds: readonly Kind[];
  readonly audiences: readonly Audience[];
  readonly waysIn: readonly WayIn[];
  readonly deliveries: readonly Delivery[];
  readonly approaches: readonly Approach[];
  readonly accessFeatures: readonly AccessFeature[];
  readonly exclusions: readonly Exclusion[];
  readonly continuity: readonly Continuity[];
}

/** A term that a feed puts on a service, in as many ways as the feed names it. */
export interface FeedTerm {
  readonly uri?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly taxonomy?: string | undefined;
  readonly linkType?: string | undefined;
}

/** A crosswalk that has been read. */
export interface Crosswalk {
  /** By uri and id as they stand, and by name without case, accents and punctuation. */
  readonly meanings: ReadonlyMap<string, Meaning>;
}

/** Why a crosswalk cannot be used. */
export type CrosswalkProblem =
  | {readonly problem: 'target'; readonly term: string; readonly target: string}
  | {readonly problem: 'shape'; readonly says: string};

const lists = {
  ...{stages, kinds, audiences, waysIn, deliveries, approaches, accessFeatures, exclusions},
  continuity: continuities,
} as const;
type Field = keyof typeof lists;
const fields = Object.keys(lists) as readonly Field[];

const nameKey = (name: string) => `name:${fold(name)}`;

/** Reads a crosswalk that has been parsed from JSON. A target that is not one of ours is a problem, never left out. */
export function readCrosswalk(value: unknown): Crosswalk | CrosswalkProblem {
  const terms = objectOf(objectOf(value)?.['terms']);
  if (!terms) return {problem: 'shape', says: 'an object with "terms"'};
  const meanings = new Map<string, Meaning>();
  for (const [term, given] of Object.entries(terms)) {
    const targets = objectOf(given);
    if (!targets) return {problem: 'shape', says: `an object of ${fields.join(', ')} for each term`};
    const unknown = Object.keys(targets).find(name => !isOneOf(fields, name));
    if (unknown !== undefined) return {problem: 'target', term, target: unknown};
    const wrong = fields.flatMap(field => wrongTargets(field, targets[field]));
    if (wrong[0] !== undefined) return {problem: 'target', term, target: wrong[0]};
    const meaning = Object.fromEntries(fields.map(field => [field, targets[field] ?? []])) as unknown as Meaning;
    meanings.set(term, meaning);
    meanings.set(nameKey(term), meaning);
  }
  return {meanings};
}

function wrongTargets(field: Field, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [field];
  return value.filter(each => !isOneOf(lists[field] as readonly string[], each)).map(String);
}

const nothing = Object.fromEntries(fields.map(field => [field, []])) as unknown as Meaning;

/** What several terms mean together. A uri counts before an id, and an id before a name. */
export function meaningOf(terms: readonly FeedTerm[], crosswalk: Crosswalk | undefined): Meaning {
  if (!crosswalk) return nothing;
  const found = terms
    .map(({uri, id, name}) => {
      const keys = [uri, id, name, name === undefined ? undefined : nameKey(name)].filter(key => key !== undefined);
      return keys.map(key => crosswalk.meanings.get(key)).find(meaning => meaning !== undefined);
    })
    .filter(meaning => meaning !== undefined);
  const all = <F extends Field>(field: F) => [...new Set(found.flatMap(meaning => meaning[field] as string[]))];
  return Object.fromEntries(fields.map(field => [field, all(field)])) as unknown as Meaning;
}
