import type {SpaceCard} from './area-card.js';
import {hasDateWithin} from './coming-dates.js';
import {freshness} from './freshness.js';
import {dayNumberOf, instantOfDay, londonTime, minutesInDay, weekdayIndex, weekdays} from './london-time.js';
import {isOpenAt, opensLaterToday} from './opening-hours.js';
import {ruleOf} from './opening-rules.js';
import type {DayAndTime, MoreChoices, MoreFilterName} from './more-choices.js';
import {judge, meetsAny, type Filter, type SearchQuery} from './search.js';
import {hoursOf} from './space-hours.js';
import {
  accessFeatures,
  approaches,
  audiences,
  roles,
  tellingTopics,
  waysIn,
  waysInWithoutReferral,
  type Audience,
  type Kind,
  type Role,
} from './vocabularies.js';

/*
 * The filters that a person asks for after the first four, in a module of their own so that a page may fetch them when
 * somebody does. Three answers, as everywhere: yes, no, and not told.
 */

/** What the answers depend on beside the space. */
export type Moment = Pick<SearchQuery, 'now' | 'staleAfterDays'>;

/** The next instant, now included, at which it is that day and time in London. */
export function nextTime({weekday, minutes}: DayAndTime, now: Date): Date {
  const wall = londonTime(now);
  const today = dayNumberOf(wall);
  const days = (weekdays.indexOf(weekday) - weekdayIndex(today) + 7) % 7;
  const isPast = days === 0 && minutes < wall.minutes;
  return instantOfDay(today + days + (isPast ? 7 : 0), minutes);
}

/** Whether a person can go without anybody else asking for them. */
export function needsNoReferral({waysIn: given}: Pick<SpaceCard, 'waysIn'>): boolean | undefined {
  return given.length > 0 ? given.some(way => waysInWithoutReferral.includes(way)) : undefined;
}

/** Whether it costs nothing, or nothing that one does not want to give. Words that name no price say neither. */
export function isFree({cost}: Pick<SpaceCard, 'cost'>): boolean | undefined {
  switch (cost?.kind) {
    case 'free':
    case 'donation':
      return true;
    case 'call':
      return false;
    case 'stated':
      return /[£\d]/.test(cost.words) ? false : undefined;
    default:
      return undefined;
  }
}

/** Whether it says that it tells nobody without asking, of all four whom it might tell. */
export function tellsNobodyUnasked({disclosure: {answers}}: Pick<SpaceCard, 'disclosure'>): boolean | undefined {
  const given = tellingTopics.map(topic => answers[topic]);
  if (given.some(answer => answer === 'yes' || answer === 'sometimes')) return false;
  return given.every(answer => answer === 'no') ? true : undefined;
}

/** Whether it takes somebody of an age. An end that was not stated leaves nobody out. */
export function takesAge({ages}: Pick<SpaceCard, 'ages'>, age: number): boolean | undefined {
  return ages && (ages.minimum ?? 0) <= age && age <= (ages.maximum ?? Infinity);
}

/** Kinds that say by their name whom they are made for. */
const madeFor: Readonly<Partial<Record<Kind, Audience>>> = {
  'mens-group': 'men',
  'young-people': 'young-people',
  lgbt: 'lgbtq',
  'carers-support': 'carers',
};

/** Whom a space says it is made for, in its list or by its kind. */
export const audiencesOf = ({audiences: given, kinds}: Pick<SpaceCard, 'audiences' | 'kinds'>): readonly Audience[] => [
  ...new Set([...given, ...kinds.flatMap(kind => madeFor[kind] ?? [])]),
];

/**
 * Whether it is for somebody in a role. One that does not name supporters has not turned them away; and only one that
 * names nobody else is not for those who go through it.
 */
export function isForRole(space: Pick<SpaceCard, 'audiences' | 'kinds'>, role: Role): boolean | undefined {
  const people = audiencesOf(space);
  if (role === 'holder') return people.includes('carers') || undefined;
  if (people.some(one => one !== 'carers')) return true;
  // A kind that is not made for supporters is made for those who need it.
  if (!people.length) return space.kinds.length > 0 || undefined;
  return space.kinds.length > 1 ? undefined : false;
}

/** Whether any of several answers is yes; not told where none is and one might be. */
const anyOf = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) || (answers.includes(undefined) ? undefined : false);

// What a space does not list it has not told us: no feed says that a place has steps.
const hasAll = (given: readonly string[], wanted: readonly string[]) =>
  wanted.every(one => given.includes(one)) || undefined;

const eveningFrom = 19 * 60;
const nightUntil = 6 * 60;

interface ListedTimes {
  readonly today: number;
  readonly evening: boolean | undefined;
  readonly weekend: boolean | undefined;
}

const listedKept = new WeakMap<SpaceCard, ListedTimes>();

/** Whether the week listed from `today` on, a day number, holds such times, whatever the age of the record: nothing is said of now. */
function listedTimes(space: SpaceCard, today: number): ListedTimes {
  const kept = listedKept.get(space);
  if (kept?.today === today) return kept;
  const rules = space.schedules
    .map(schedule => ({rule: ruleOf(schedule), byday: schedule.byday}))
    .filter(({rule}) => rule.lastDay >= today);
  const listed = rules.filter(({rule}) => !rule.unknown);
  const otherwise = listed.length < rules.length || rules.length === 0 ? undefined : false;
  const isEvening = listed.some(({rule: {opens = 0, closes = 0}, byday}) => byday.length > 0 && isLate(opens, closes));
  const isWeekend = listed.some(({byday}) => byday.some(entry => /S[AU]$/.test(entry)));
  const times = {today, evening: isEvening || otherwise, weekend: isWeekend || otherwise};
  listedKept.set(space, times);
  return times;
}

const isLate = (opens: number, closes: number) => closes > eveningFrom || opens < nightUntil || closes > minutesInDay;

/** What may be said of a space's hours around now: nothing from a record that is old or undated. */
function ifFresh(space: SpaceCard, {now, staleAfterDays}: Moment, answer: () => boolean | undefined) {
  if (space.status !== 'active') return false;
  return freshness(space.provenance, now, staleAfterDays) === 'fresh' ? answer() : undefined;
}

/** Whether it opens between now and `midnight`, an instant. */
function opensLater(space: SpaceCard, {now, staleAfterDays}: Moment, midnight: Date): boolean | undefined {
  const hours = hoursOf(space, now, staleAfterDays);
  if (hours.state === 'closed') return hours.opens !== undefined && hours.opens < midnight;
  if (opensLaterToday(space.schedules, now)) return true;
  return hours.state === 'unknown' ? undefined : false;
}

type Verdict = (space: SpaceCard) => boolean | undefined;

/** The answer to one choice. */
const verdicts: {
  readonly [Name in MoreFilterName]-?: (choice: NonNullable<MoreChoices[Name]>, moment: Moment) => Verdict;
} = {
  noReferral: () => needsNoReferral,
  free: () => isFree,
  tellsNobody: () => tellsNobodyUnasked,
  waysIn: wanted => space => meetsAny(space.waysIn, wanted),
  accessFeatures: wanted => space => hasAll(space.accessFeatures ?? [], wanted),
  languages: wanted => space => meetsAny(space.languages, wanted),
  age: age => space => takesAge(space, age),
  roles: wanted => space => anyOf(wanted.map(role => isForRole(space, role))),
  audiences: wanted => space => meetsAny(audiencesOf(space), wanted),
  approaches: wanted => space => meetsAny(space.approaches ?? [], wanted),
  laterToday: (_, moment) => {
    const midnight = instantOfDay(dayNumberOf(londonTime(moment.now)) + 1, 0);
    return space => ifFresh(space, moment, () => opensLater(space, moment, midnight));
  },
  openAt: (time, moment) => {
    const instant = nextTime(time, moment.now);
    return space => ifFresh(space, moment, () => isOpenAt(space.schedules, instant));
  },
  evenings: (_, {now}) => {
    const today = dayNumberOf(londonTime(now));
    return space => listedTimes(space, today).evening;
  },
  weekend: (_, {now}) => {
    const today = dayNumberOf(londonTime(now));
    return space => listedTimes(space, today).weekend;
  },
  // Most spaces have no dates and never will. Who looks for dates is not helped by those that name none.
  eventsWithin:
    (days, {now}) =>
    space =>
      hasDateWithin(space, days, now),
  // The list itself knows what is published. Where nothing is, nobody has said anything of the space, good or bad.
  evaluated: () => space => space.evaluations !== undefined,
};

/** Every filter of this module, in the order of the page. */
export const moreFilterNames = Object.keys(verdicts) as readonly MoreFilterName[];

/** Whether a choice is in use. */
export const isInUse = (choice: MoreChoices[MoreFilterName]): boolean =>
  Array.isArray(choice) ? choice.length > 0 : choice !== undefined && choice !== false;

function filterFor(name: MoreFilterName, choices: MoreChoices, moment: Moment): Filter {
  const make = verdicts[name] as (choice: unknown, moment: Moment) => Verdict;
  return {name, verdictOn: make(choices[name], moment)};
}

/** The filters in use, for `SearchQuery.more`. */
export function moreFilters(choices: MoreChoices, moment: Moment): readonly Filter[] {
  return moreFilterNames.filter(name => isInUse(choices[name])).map(name => filterFor(name, choices, moment));
}

/** How many more each choice would show, as `OptionCounts` has it for the first four filters. */
export interface MoreCounts {
  readonly noReferral: number;
  readonly free: number;
  readonly tellsNobody: number;
  readonly evaluated: number;
  readonly laterToday: number;
  readonly evenings: number;
  readonly weekend: number;
  readonly waysIn: Readonly<Record<string, number>>;
  readonly accessFeatures: Readonly<Record<string, number>>;
  readonly roles: Readonly<Record<string, number>>;
  readonly audiences: Readonly<Record<string, number>>;
  readonly approaches: Readonly<Record<string, number>>;
  /** By code: those that any space lists. */
  readonly languages: Readonly<Record<string, number>>;
  /** By the days within which something has a date: those of `eventLimits`. */
  readonly eventsWithin: Readonly<Record<number, number>>;
}

/** Days that a person may ask for dates within. */
export const eventLimits = [14, 30] as const;

const timeless = ['noReferral', 'free', 'tellsNobody', 'evaluated'] as const;
const ofTheDay = ['laterToday', 'evenings', 'weekend'] as const;
type SwitchName = (typeof timeless)[number] | (typeof ofTheDay)[number];

const lists = {waysIn, accessFeatures, roles, audiences, approaches, languages: []} as const;
type ListName = keyof typeof lists;

/** What a space is known to be, of each list. */
const known: Readonly<Record<ListName, (space: SpaceCard) => readonly string[]>> = {
  waysIn: space => space.waysIn,
  accessFeatures: space => space.accessFeatures ?? [],
  roles: space => roles.filter(role => isForRole(space, role)),
  audiences: audiencesOf,
  approaches: space => space.approaches ?? [],
  languages: space => space.languages,
};

/** One choice that a space is known to fit. */
type Fit =
  {readonly filter: SwitchName; readonly option?: undefined} | {readonly filter: ListName; readonly option: string};

// Spaces are never changed in place, and each is asked about at every choice.
const fitsKept = new WeakMap<SpaceCard, readonly Fit[]>();

/** The choices that a space is known to fit whatever the time. */
function fitsOf(space: SpaceCard, verdictsOn: readonly Filter[]): readonly Fit[] {
  const kept = fitsKept.get(space);
  if (kept) return kept;
  const fits = [
    ...verdictsOn.filter(({verdictOn}) => verdictOn(space)).map(({name}): Fit => ({filter: name as SwitchName})),
    ...(Object.keys(lists) as ListName[]).flatMap(filter =>
      known[filter](space).map((option): Fit => ({filter, option})),
    ),
  ];
  fitsKept.set(space, fits);
  return fits;
}

const filtersNamed = (names: readonly SwitchName[], query: SearchQuery) =>
  moreFilters(Object.fromEntries(names.map(name => [name, true])), query);

/**
 * For every option, how many spaces are known to fit it among those that pass all the other filters; of access features,
 * among those that have the chosen ones too, because all of them are needed.
 */
export function countMore(spaces: readonly SpaceCard[], query: SearchQuery): MoreCounts {
  const always = filtersNamed(timeless, query);
  const today = filtersNamed(ofTheDay, query);
  const counts = Object.fromEntries([...timeless, ...ofTheDay].map(name => [name, 0])) as Record<SwitchName, number>;
  const listed = Object.fromEntries(
    Object.entries(lists).map(([name, options]) => [name, Object.fromEntries(options.map(option => [option, 0]))]),
  ) as Record<ListName, Record<string, number>>;
  const eventsWithin: Record<number, number> = Object.fromEntries(eventLimits.map(days => [days, 0]));
  for (const {result, failed} of judge(spaces, query)) {
    if (failed.length > 1) continue;
    const isCounted = (name: MoreFilterName) => failed.length === 0 || failed[0] === name;
    const {space, unknown} = result;
    for (const {filter, option} of fitsOf(space, always)) {
      if (!isCounted(filter)) continue;
      if (option === undefined) counts[filter]++;
      else if (filter !== 'accessFeatures' || (failed.length === 0 && !unknown.includes(filter)))
        listed[filter][option] = (listed[filter][option] ?? 0) + 1;
    }
    for (const {name, verdictOn} of today) if (isCounted(name) && verdictOn(space)) counts[name as SwitchName]++;
    if (!isCounted('eventsWithin')) continue;
    for (const days of eventLimits)
      if (hasDateWithin(space, days, query.now)) eventsWithin[days] = (eventsWithin[days] ?? 0) + 1;
  }
  return {...counts, ...listed, eventsWithin};
}
