/**
 * What a record may say of how it is there: approach, access, whom it cannot take, what comes before and after, dates, and
 * who might be told. Fields of held-spaces JSON, and what becomes of them in a `Space`.
 */
import type {Arrival, Space, SpaceContinuity, SpaceEvent, SpaceExclusion} from '@held-spaces/domain/space';
import {
  accessFeatures,
  approaches,
  continuities,
  disclosureTopics,
  exclusions,
  knownAnswers,
  waysIn,
} from '@held-spaces/domain/vocabularies';
import type {DisclosureTopic, KnownAnswer} from '@held-spaces/domain/vocabularies';
import * as v from 'valibot';
import {day, listOf, oneOf, optional, text, timeOfDay} from './fields.js';

const exclusion = v.pipe(
  v.strictObject({id: optional(oneOf(exclusions)), words: optional(text(500))}, 'must be an object of id and words'),
  v.check(({id, words}) => Boolean(id ?? words), 'must have an id, words, or both'),
);

const event = v.pipe(
  v.strictObject(
    {
      name: optional(text(200)),
      date: day,
      until: optional(day),
      opens: optional(timeOfDay),
      closes: optional(timeOfDay),
    },
    'must be an object of name, date, until, opens and closes',
  ),
  v.check(({date, until}) => !until || until >= date, 'must not end before it begins'),
);

const answer = optional(oneOf(knownAnswers));

/** Fields of a record, in the order of `server/IMPORT.md`. */
export const factFields = {
  waysIn: listOf(oneOf(waysIn)),
  approaches: listOf(oneOf(approaches)),
  accessFeatures: listOf(oneOf(accessFeatures)),
  exclusions: listOf(exclusion),
  waitingTime: optional(text(300)),
  continuity: v.pipe(
    listOf(oneOf(continuities)),
    v.check(terms => terms.filter(term => term.startsWith('back-')).length <= 1, 'must hold one of back-… at most'),
    v.check(
      terms => !(terms.includes('follow-up') && terms.includes('no-follow-up')),
      'must not hold both follow-up and no-follow-up',
    ),
  ),
  comingBackLimit: optional(text(300)),
  arrival: optional(
    v.strictObject(
      {door: optional(text(1000)), first: optional(text(1000)), who: optional(text(1000))},
      'must be an object of door, first and who',
    ),
  ),
  events: listOf(event),
  disclosure: optional(
    v.strictObject(
      Object.fromEntries(disclosureTopics.map(topic => [topic, answer])) as Record<DisclosureTopic, typeof answer>,
      `must be an object of ${disclosureTopics.join(', ')}`,
    ),
  ),
} as const;

export type SpaceFacts = v.InferOutput<v.ObjectSchema<typeof factFields, undefined>>;

type Facts = Pick<Space, 'approaches' | 'accessFeatures' | 'exclusions' | 'continuity' | 'arrival' | 'events'>;

/** What the record says, and nothing for what it does not. */
export function factsOf(record: SpaceFacts): Facts {
  const continuity = continuityOf(record);
  const arrival = arrivalOf(record.arrival);
  return {
    ...filled('approaches', [...new Set(record.approaches)]),
    ...filled('accessFeatures', [...new Set(record.accessFeatures)]),
    ...filled('exclusions', record.exclusions.map(exclusionOf)),
    ...(continuity && {continuity}),
    ...(arrival && {arrival}),
    ...filled('events', record.events.map(eventOf)),
  };
}

/** What the record answers about telling others. */
export function answersOf({disclosure}: SpaceFacts): Readonly<Partial<Record<DisclosureTopic, KnownAnswer>>> {
  return Object.fromEntries(Object.entries(disclosure ?? {}).filter(([, given]) => given));
}

const filled = <K extends string, T>(key: K, list: readonly T[]) =>
  (list.length > 0 ? {[key]: list} : {}) as Partial<Record<K, readonly T[]>>;

const exclusionOf = ({id, words}: SpaceFacts['exclusions'][number]): SpaceExclusion => ({
  ...(id && {id}),
  ...(words && {words}),
});

function continuityOf({continuity, comingBackLimit, waitingTime}: SpaceFacts): SpaceContinuity | undefined {
  if (continuity.length === 0 && !comingBackLimit && !waitingTime) return undefined;
  return {
    terms: [...new Set(continuity)],
    ...(comingBackLimit && {limit: comingBackLimit}),
    ...(waitingTime && {wait: waitingTime === 'none' ? {kind: 'none'} : {kind: 'stated', words: waitingTime}}),
  };
}

function arrivalOf(given: SpaceFacts['arrival']): Arrival | undefined {
  const entries = Object.entries(given ?? {}).filter(([, words]) => words);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const eventOf = ({name, date, until, opens, closes}: SpaceFacts['events'][number]): SpaceEvent => ({
  dtstart: date,
  ...(until && until !== date && {until}),
  ...(opens && {opensAt: opens}),
  ...(closes && {closesAt: closes}),
  ...(name && {name}),
});
