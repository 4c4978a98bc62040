/** What another directory like this one says beyond the standard, in its `held_` fields. */
import type {Arrival, Cost, Disclosure, SpaceContinuity, SpaceEvent, SpaceExclusion, Wait} from '../space.js';
import {continuities, disclosureTopics, exclusions, isOneOf, knownAnswers} from '../vocabularies.js';
import {scheduleOf} from './feed-hours.js';
import {objectOf, objectsOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import type {Findings} from './feed-rules.js';
import {plainLine, plainText} from './feed-text.js';

export interface OwnFacts {
  readonly exclusions: readonly SpaceExclusion[];
  readonly continuity: SpaceContinuity;
  readonly arrival?: Arrival;
  readonly events: readonly SpaceEvent[];
}

/** Whether a schedule is of something dated, and not of the hours of the place. */
export const isEvent = (schedule: FeedObject) => schedule['held_event'] === true;

export function ownFacts(service: FeedObject, findings: Findings): OwnFacts {
  const arrival = arrivalOf(objectOf(service['held_arrival']));
  return {
    exclusions: objectsOf(service['held_exclusions'])
      .slice(0, 30)
      .map(exclusionOf)
      .filter(({id, words}) => id !== undefined || words !== undefined),
    continuity: continuityOf(objectOf(service['held_continuity']) ?? {}),
    ...(arrival && {arrival}),
    events: objectsOf(service['schedules'])
      .filter(isEvent)
      .slice(0, 100)
      .map(each => eventOf(each, findings))
      .filter(each => each !== undefined),
  };
}

const line = (value: unknown, longest: number) => plainLine(value)?.slice(0, longest);

function exclusionOf(given: FeedObject): SpaceExclusion {
  const words = line(given['words'], 500);
  return {...(isOneOf(exclusions, given['id']) && {id: given['id']}), ...(words !== undefined && {words})};
}

function continuityOf(given: FeedObject): SpaceContinuity {
  const terms: unknown = given['terms'];
  const limit = line(given['limit'], 300);
  const wait = waitOf(objectOf(given['wait']));
  return {
    terms: Array.isArray(terms) ? [...new Set(terms.filter(term => isOneOf(continuities, term)))] : [],
    ...(limit !== undefined && {limit}),
    ...(wait && {wait}),
  };
}

function waitOf(given: FeedObject | undefined): Wait | undefined {
  if (given?.['kind'] === 'none') return {kind: 'none'};
  const words = line(given?.['words'], 300);
  return words === undefined ? undefined : {kind: 'stated', words};
}

function arrivalOf(given: FeedObject | undefined): Arrival | undefined {
  const entries = (['door', 'first', 'who'] as const)
    .map(name => [name, line(given?.[name], 1000)] as const)
    .filter(([, words]) => words !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function eventOf(given: FeedObject, findings: Findings): SpaceEvent | undefined {
  const {dtstart, until, opensAt, closesAt} = scheduleOf(given, findings) ?? {};
  if (dtstart === undefined) return undefined;
  const name = line(given['description'], 200);
  return {
    dtstart,
    ...(until !== undefined && until > dtstart && {until}),
    ...(opensAt !== undefined && {opensAt}),
    ...(closesAt !== undefined && {closesAt}),
    ...(name !== undefined && {name}),
  };
}

/** A cost as another directory like this one gives it, in its own words and not those made of it for others. */
export function ownCost(value: unknown): Cost | undefined {
  const cost = objectOf(value);
  const words = (name: string) => line(cost?.[name], 300);
  switch (cost?.['kind']) {
    case 'free':
    case 'donation':
      return {kind: cost['kind']};
    case 'some-free': {
      const detail = words('detail');
      return detail === undefined ? undefined : {kind: 'some-free', detail};
    }
    case 'call': {
      const rate = words('rate');
      return rate === undefined ? undefined : {kind: 'call', rate};
    }
    default:
      return undefined;
  }
}

/** What another directory like this one says of telling others. */
export function ownDisclosure(service: FeedObject): {readonly disclosure?: Disclosure} {
  const held = objectOf(service['held_disclosure']);
  if (!held) return {};
  const given = objectOf(held['answers']) ?? {};
  const answers = Object.fromEntries(
    disclosureTopics.filter(topic => isOneOf(knownAnswers, given[topic])).map(topic => [topic, given[topic]]),
  );
  const words = plainText(held['words'])?.slice(0, 2000);
  return {disclosure: {answers, ...(words !== undefined && {words})}};
}
