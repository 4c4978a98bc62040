import {
  accessFeatures,
  approaches,
  audiences,
  deliveries,
  isOneOf,
  kinds,
  roles,
  stages,
  waysIn,
} from '@held-spaces/domain/vocabularies';
import {noChoices, type Choices} from '../choices.js';

/** A person's choices as the fields of a link, each choice a field of its name. */

const lists = {stages, kinds, deliveries, waysIn, roles, audiences, approaches, accessFeatures} as const;
const switches = [
  'openNow',
  'leaveOutUnknown',
  'noReferral',
  'free',
  'tellsNobody',
  'laterToday',
  'evenings',
  'weekend',
  'evaluated',
] as const;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const listNames = Object.keys(lists) as readonly (keyof typeof lists)[];

/** Writes every choice in use into `fields`. */
export function writeChoices(choices: Choices, fields: URLSearchParams): void {
  const given = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') fields.set(name, String(value));
  };
  for (const name of listNames) given(name, choices[name]?.join(' '));
  for (const name of switches) given(name, choices[name] ? 1 : undefined);
  const {languages, age, words, openAt, eventsWithin} = choices;
  given('languages', languages?.join(' '));
  given('age', age);
  given('words', words);
  given('openAt', openAt && `${openAt.weekday} ${openAt.minutes}`);
  given('eventsWithin', eventsWithin);
}

/** The choices that stand in `fields`; `undefined` where there are none. What nobody here could have chosen is left out. */
export function readChoices(fields: URLSearchParams): Choices | undefined {
  const read: Record<string, unknown> = {};
  for (const name of listNames) {
    const found = (fields.get(name) ?? '').split(' ').filter(id => isOneOf(lists[name] as readonly string[], id));
    if (found.length) read[name] = [...new Set(found)];
  }
  for (const name of switches) if (fields.get(name) === '1') read[name] = true;
  const languages = (fields.get('languages') ?? '')
    .split(' ')
    .filter(code => /^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(code));
  if (languages.length) read['languages'] = languages;
  for (const [name, most] of [
    ['age', 120],
    ['eventsWithin', 366],
  ] as const) {
    const number = Number(fields.get(name) || NaN);
    if (Number.isInteger(number) && number >= 0 && number <= most) read[name] = number;
  }
  const words = fields.get('words')?.slice(0, 100);
  if (words) read['words'] = words;
  const [weekday, at] = (fields.get('openAt') ?? '').split(' ');
  const minutes = Number(at || NaN);
  if (isOneOf(weekdays, weekday) && Number.isInteger(minutes) && minutes >= 0 && minutes < 1440) {
    read['openAt'] = {weekday, minutes};
  }
  return Object.keys(read).length ? {...noChoices, ...read} : undefined;
}
