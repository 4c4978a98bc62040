/** One checked record of held-spaces JSON as a `Space`. Nothing is guessed: what the record does not say stays unknown. */
import type {Contact, Cost, Location, Schedule, Space, SpaceStatus} from '@held-spaces/domain/space';
import type {Nation, WayIn} from '@held-spaces/domain/vocabularies';
import {nations} from '@held-spaces/domain/vocabularies';
import {idOf, spaceIdOf} from '../ids.js';
import type {SourceFacts, SpaceRecord} from './held-spaces-format.js';
import {answersOf, factsOf} from './space-facts.js';

type OpeningRule = NonNullable<SpaceRecord['openingHours']>[number];

const nationsOf: Readonly<Record<SpaceRecord['nation'], readonly Nation[]>> = {
  England: ['england'],
  Scotland: ['scotland'],
  Wales: ['wales'],
  'Northern Ireland': ['northern-ireland'],
  UK: nations,
  'England and Wales': ['england', 'wales'],
};

const waysInOf: Readonly<Record<NonNullable<SpaceRecord['referral']>, readonly WayIn[]>> = {
  self: ['self-referral'],
  professional: ['professional'],
  either: ['self-referral', 'professional'],
};

const statusOf: Readonly<Record<SpaceRecord['status'], SpaceStatus>> = {
  'open-at-source-date': 'active',
  'paused-at-source-date': 'temporarily closed',
  active: 'active',
  'temporarily closed': 'temporarily closed',
  inactive: 'inactive',
  defunct: 'defunct',
};

/**
 * Notes that do not limit when their rule holds, so that it can still be worked out. Anything else may hide "fortnightly",
 * "term time" or "by appointment", and such a rule is shown in its own words and never computed.
 */
const harmlessNotes: readonly RegExp[] = [
  /^24 hours$/i,
  /^365 days a year$/i,
  /^also bank holidays$/i,
  /^every day of the year\b/i,
  /^doors \d\d:\d\d\b/i,
  /^runs through the weekend$/i,
  /^weekend opening ends$/i,
  /^breakfast club\b/i,
  /^some early-evening\b/i,
  /^moderated hours\b/i,
  /^(?:men only|mixed|ladies only)$/i,
  /^closed wednesday and thursday until further notice$/i,
  // Where, not when: the two sites of a service that moves between them.
  /^northpoint wellbeing$/i,
  /^dial house, 12 chapel street$/i,
];

export function toSpace(record: SpaceRecord, source: SourceFacts): Space {
  const {organisation, ageMin, ageMax} = record;
  const named = organisation && !/^not named/i.test(organisation) ? organisation : undefined;
  return {
    id: spaceIdOf(source.name, record.id),
    name: record.name,
    ...(named && {organization: {id: idOf('organization', `${source.name}/${named}`), name: named}}),
    ...(record.summary && {summary: record.summary}),
    status: statusOf[record.status],
    kinds: unique(record.kinds),
    deliveries: unique(record.delivery),
    ...locationOf(record),
    areaServed: {nations: nationsOf[record.nation], ...(record.region && {region: record.region})},
    contact: contactOf(record),
    schedules: (record.openingHours ?? []).map(toSchedule),
    ...(record.cost && {cost: toCost(record.cost)}),
    waysIn: unique([...record.waysIn, ...(record.referral ? waysInOf[record.referral] : [])]),
    ...((isNumber(ageMin) || isNumber(ageMax)) && {
      ages: {...(isNumber(ageMin) && {minimum: ageMin}), ...(isNumber(ageMax) && {maximum: ageMax})},
    }),
    audiences: unique(record.audiences),
    languages: unique(record.languages),
    access: unique(record.accessibility),
    stages: {declared: unique(record.declaredStages), suggested: unique(record.suggestedStages)},
    ...factsOf(record),
    disclosure: {answers: answersOf(record), ...(record.emergencyPolicy && {words: record.emergencyPolicy})},
    provenance: {
      source: source.name,
      ...(record.sourceUrl && {url: record.sourceUrl}),
      ...(record.sourceDate && {checked: record.sourceDate}),
      ...(record.sourceNote && {note: record.sourceNote}),
      ...(record.confidence && {confidence: record.confidence}),
      ...(source.licence && {licence: source.licence}),
      ...(source.sample && {sample: true}),
    },
  };
}

/** A cost phrase. Only plain ones are understood; every other stands as it was said. */
export function toCost(phrase: string): Cost {
  if (/^free$/i.test(phrase)) return {kind: 'free'};
  if (/^(?:by )?donations?$/i.test(phrase)) return {kind: 'donation'};
  if (/^(?:local call rates?|call charges apply)$/i.test(phrase)) return {kind: 'call', rate: phrase};
  if (/^free\b/i.test(phrase)) return {kind: 'some-free', detail: phrase};
  return {kind: 'stated', words: phrase};
}

export function toSchedule(rule: OpeningRule): Schedule {
  const {days, opens, closes, note} = rule;
  const roundTheClock = opens === '00:00' && closes === '23:59' && note === '24 hours';
  return {
    freq: 'WEEKLY',
    byday: unique(days),
    ...(opens && {opensAt: opens}),
    ...(closes && {closesAt: roundTheClock ? '24:00' : closes}),
    ...(note && {notes: note}),
    ...(note && !harmlessNotes.some(harmless => harmless.test(note)) && {conditional: true}),
  };
}

function locationOf(record: SpaceRecord): {readonly location?: Location} {
  const {address, lat, lon, coordsBasis, approxLocation} = record;
  const lines = {
    ...(address?.line1 && {line1: address.line1}),
    ...(address?.locality && {locality: address.locality}),
    ...(address?.postcode && {postcode: address.postcode}),
  };
  const location: Location = {
    ...(Object.keys(lines).length > 0 && {address: lines}),
    ...(isNumber(lat) && isNumber(lon)
      ? {point: {latitude: lat, longitude: lon}, precision: coordsBasis === 'exact' ? 'exact' : 'district'}
      : approxLocation && {
          point: {latitude: approxLocation.lat, longitude: approxLocation.lon},
          precision: 'town',
          area: approxLocation.matched,
        }),
  };
  return Object.keys(location).length > 0 ? {location} : {};
}

function contactOf({phone, textContact, email, website}: SpaceRecord): Contact {
  const text = textContact && /^text (?:([a-z0-9]+) to )?([\d ]+)$/i.exec(textContact);
  const number = text ? text[2]?.trim() : undefined;
  const keyword = text ? text[1] : undefined;
  return {
    ...(phone && {phone}),
    ...(number && {text: {number, ...(keyword && {keyword})}}),
    ...(email && {email}),
    ...(website && {website}),
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
