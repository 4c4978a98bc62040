/**
 * Opening times of feeds as our `Schedule`s. Times without a zone are wall time in London, whatever the international
 * text says of UTC. What words may limit, and what carries a zone that one weekly rule cannot keep over the change of the
 * clocks, is shown and never worked out.
 */
import {parseDay} from '../london-time.js';
import type {Schedule} from '../space.js';
import {firstText, numberOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import type {Findings} from './feed-rules.js';
import {dayOf, plainLine} from './feed-text.js';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Words beside a rule that take nothing away from it. */
const harmless = /^(?:24 hours|open 24 hours|every week|weekly|all year round)\.?$/i;

interface TimeOfDay {
  readonly time?: string;
  readonly zoned: boolean;
}

/** `HH:MM` from `H:MM`, `HH:MM:SS` and `HH:MMZ`, and from a whole date-time. */
function timeOf(value: unknown, findings: Findings): TimeOfDay {
  const text = textOf(value);
  if (text === undefined) return {zoned: false};
  const match = /^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  const hour = Number(match?.[1] ?? 99);
  const minute = Number(match?.[2] ?? 99);
  const isTime = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  if (!isTime) {
    findings.add('hours-mended');
    return {zoned: false};
  }
  if (match?.[1]?.length === 1) findings.add('hours-mended');
  return {time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zoned: match?.[3] !== undefined};
}

/** `MO`, `2MO` and `-1FR` from the standard's list, from names of days, or from a list of either. */
function bydayOf(value: unknown, findings: Findings): readonly string[] {
  const entries = (Array.isArray(value) ? value : (textOf(value)?.split(/[,;\s]+/) ?? [])).map(
    each => textOf(each) ?? '',
  );
  const read: string[] = [];
  for (const entry of entries.filter(Boolean)) {
    const standard = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/i.exec(entry);
    const index = entry.length < 3 ? -1 : dayNames.findIndex(name => name.startsWith(entry.toLowerCase()));
    const day = standard ? entry.replace(/^\+/, '').toUpperCase() : days[index];
    if (day === undefined || !standard) findings.add('hours-mended');
    if (day !== undefined) read.push(day);
  }
  return [...new Set(read)];
}

function weekdayOf(day: string): string | undefined {
  const number = parseDay(day);
  // 1 January 1970 was a Thursday.
  return number === undefined ? undefined : days[(((number + 3) % 7) + 7) % 7];
}

/** One schedule of v3, or `regular_schedule` of v1 and Outpost. Undefined: it says nothing at all. */
export function scheduleOf(given: FeedObject, findings: Findings): Schedule | undefined {
  const opens = timeOf(given['opens_at'], findings);
  const closes = timeOf(given['closes_at'], findings);
  const dtstart = dayOf(given['dtstart'], findings);
  const until = dayOf(given['until'], findings);
  const validFrom = dayOf(given['valid_from'], findings);
  const validTo = dayOf(given['valid_to'], findings);
  const freqGiven = textOf(given['freq'])?.toUpperCase();
  const listed = bydayOf(given['byday'] ?? given['weekday'], findings);
  const interval = numberOf(given['interval']);
  const monthDays = firstText(given['bymonthday']);
  const words = [given['description'], given['notes'], given['attending_type']].map(plainLine);
  const isMonthly = freqGiven === 'MONTHLY';
  const isDaily = freqGiven === 'DAILY' && (interval === undefined || interval === 1);
  // One day alone is an event, and not a weekly habit.
  const onlyDay = freqGiven === undefined && listed.length === 0 ? (dtstart ?? sameDay(validFrom, validTo)) : undefined;
  const byday = onlyDay ? [weekdayOf(onlyDay)].filter(day => day !== undefined) : isDaily ? days : listed;
  const known = freqGiven === undefined || isMonthly || isDaily || freqGiven === 'WEEKLY';
  if (!known || isDaily || onlyDay) findings.add('hours-mended');
  const notes = [
    ...new Set([
      ...words.filter(text => text !== undefined),
      ...(monthDays !== undefined && listed.length === 0 ? [`Day ${monthDays} of the month`] : []),
      ...(known ? [] : [`Repeats: ${plainLine(freqGiven) ?? ''}`]),
    ]),
  ]
    .map(text => text.replace(/\.+$/, ''))
    .join('. ');
  const {opensAt, closesAt} = span(opens.time, closes.time);
  if (byday.length === 0 && opensAt === undefined && closesAt === undefined && notes === '') return undefined;
  const conditional =
    (notes !== '' && !harmless.test(notes)) ||
    opens.zoned ||
    closes.zoned ||
    !known ||
    given['held_conditional'] === true;
  return {
    freq: isMonthly ? 'MONTHLY' : 'WEEKLY',
    byday,
    ...(interval !== undefined &&
      Number.isInteger(interval) &&
      interval > 1 &&
      interval < 100 &&
      !isDaily && {interval}),
    ...(onlyDay ? {dtstart: onlyDay, until: onlyDay} : {...(dtstart && {dtstart}), ...(until && {until})}),
    ...(validFrom && {validFrom}),
    ...(validTo && {validTo}),
    ...(opensAt !== undefined && {opensAt}),
    ...(closesAt !== undefined && {closesAt}),
    ...(notes !== '' && {notes: notes.slice(0, 500)}),
    ...(conditional && {conditional: true}),
  };
}

const sameDay = (from: string | undefined, to: string | undefined) => (from === to ? from : undefined);

/** Both `00:00` to `23:59` and `00:00` to `00:00` are how feeds write the whole day. */
function span(opensAt: string | undefined, closesAt: string | undefined) {
  const isWholeDay = opensAt === '00:00' && (closesAt === '23:59' || closesAt === '00:00');
  return {opensAt, closesAt: isWholeDay ? '24:00' : closesAt};
}

/** The schedules of the most specific list that has any: times of one place are never mixed with those of another. */
export function schedulesOf(
  lists: readonly (readonly FeedObject[])[],
  today: string,
  findings: Findings,
): readonly Schedule[] {
  for (const list of lists) {
    const schedules = list
      .slice(0, 100)
      .map(each => scheduleOf(each, findings))
      .filter(each => each !== undefined);
    if (schedules.length === 0) continue;
    const lastDay = ({validTo, until}: Schedule) => [validTo, until].filter(day => day !== undefined).sort()[0];
    if (schedules.every(each => (lastDay(each) ?? today) < today)) findings.add('hours-lapsed');
    if (schedules.some(({conditional}) => conditional)) findings.add('hours-in-words');
    return schedules;
  }
  findings.add('hours-missing');
  return [];
}
