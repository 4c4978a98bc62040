import {msg, str} from '@lit/localize';
import {weekdays} from '@held-spaces/domain/london-time';
import {accessNames, approachNames, audienceNames, deliveryNames, wayInNames} from '../../internal/fact-vocabulary.js';
import {languageNow} from '../../internal/localize.js';
import {kindNames, stageNames} from '../../internal/vocabulary-words.js';
import {dayWords, timeWords} from '../../internal/words.js';
import type {Choices} from './choices.js';
import type {Choice, FilterKey} from './choosing.js';

/** A language as people call it; its code where the browser knows no name. */
export function languageWords(code: string): string {
  // The code of the sign language, which few browsers name.
  if (code === 'bfi') return accessNames.bsl();
  try {
    return new Intl.DisplayNames([languageNow()?.tag ?? 'en-GB', 'en-GB'], {type: 'language'}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** `Monday`, of a weekday of Open Referral's. 1 January 2024 was one. */
export const weekdayWords = (weekday: (typeof weekdays)[number]) =>
  dayWords(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday), 12)));

/** What a filter is called. */
export const filterWords: Readonly<Record<FilterKey, () => string>> = {
  words: () => msg('Words to look for', {id: 'finder.filter.words'}),
  openNow: () => msg('Open now', {id: 'finder.filter.when.now'}),
  laterToday: () => msg('Open later today', {id: 'finder.filter.when.today'}),
  openAt: () => msg('Open at a time I choose', {id: 'finder.filter.when.at'}),
  evenings: () => msg('Open in the evening or at night', {id: 'finder.filter.when.evenings'}),
  weekend: () => msg('Open at the weekend', {id: 'finder.filter.when.weekend'}),
  eventsWithin: () => msg('Dates and events', {id: 'finder.filter.events'}),
  tellsNobody: () => msg('Will not tell anyone without asking me', {id: 'finder.filter.disclosure'}),
  noReferral: () => msg('I can go without a referral', {id: 'finder.filter.no-referral'}),
  free: () => msg('Free', {id: 'finder.filter.free'}),
  deliveries: () => msg('How to use it', {id: 'finder.filter.delivery'}),
  stages: () => msg('Where I am now', {id: 'finder.filter.stage'}),
  kinds: () => msg('Kind of space', {id: 'finder.filter.kind'}),
  waysIn: () => msg('Getting in', {id: 'finder.filter.way-in'}),
  accessFeatures: () => msg('Access', {id: 'finder.filter.access'}),
  languages: () => msg('Language', {id: 'finder.filter.language'}),
  age: () => msg('My age', {id: 'finder.filter.age'}),
  roles: () => msg('Who it is for', {id: 'finder.filter.role'}),
  audiences: () => msg('Made for', {id: 'finder.filter.audience'}),
  approaches: () => msg('How it sees distress', {id: 'finder.filter.approach'}),
  evaluated: () => msg('Has been evaluated', {id: 'finder.filter.evaluated'}),
};

type Named = Readonly<Record<string, (() => string) | undefined>>;

const roleNames: Named = {
  experiencer: () => msg('I need support', {id: 'stages.role.experiencer'}),
  holder: () => msg('I support someone', {id: 'stages.role.holder'}),
};

const optionNames: Readonly<Partial<Record<FilterKey, Named>>> = {
  deliveries: deliveryNames,
  stages: stageNames,
  kinds: kindNames,
  waysIn: wayInNames,
  accessFeatures: accessNames,
  roles: roleNames,
  audiences: audienceNames,
  approaches: approachNames,
};

const optionWords = (filter: FilterKey, option: string): string =>
  filter === 'languages' ? languageWords(option) : (optionNames[filter]?.[option]?.() ?? option);

/** What a choice is called. Of a value, what it asks and what the person said. */
export function choiceWords({filter, option}: Choice, {words, age, openAt, eventsWithin}: Choices): string {
  if (option !== undefined) return optionWords(filter, option);
  const name = filterWords[filter]();
  const value =
    filter === 'words'
      ? words
      : filter === 'age'
        ? age
        : filter === 'openAt' && openAt
          ? `${weekdayWords(openAt.weekday)}, ${timeWords(openAt.minutes)}`
          : undefined;
  if (filter === 'eventsWithin') return eventsWords(eventsWithin);
  return value === undefined ? name : msg(str`${name}: ${value}`, {id: 'finder.filter.count'});
}

/** How soon something is on. */
export const eventsWords = (days: number | undefined): string =>
  days === 14
    ? msg('In the next two weeks', {id: 'finder.filter.events.two-weeks'})
    : msg('In the next month', {id: 'finder.filter.events.month'});
