import {
  calendarDayOf,
  minutesInDay,
  parseDay,
  settledPosition,
  weekdayIndex,
  weekdays,
  type Weekday,
} from './london-time.js';
import type {Schedule} from './space.js';

/** Why nobody can say from its schedules whether a space is open. */
export type HoursUnknown =
  /** No times were given at all. */
  | 'not-listed'
  /** Times were given, but on which days they hold cannot be told. */
  | 'days-not-listed'
  /** Days were given, but not when it opens. */
  | 'times-not-listed'
  /** When it begins was given, but not when it ends. */
  | 'end-not-listed'
  /** The last day of every rule has passed. */
  | 'lapsed'
  /** Words limit when the rule holds, such as "term time" or "by appointment". */
  | 'conditional'
  /** The record was checked too long ago to say anything of today. */
  | 'old'
  /** Nobody knows when the record was checked. */
  | 'undated'
  /** The space takes nobody for now. */
  | 'paused';

/** From when to when something is open, in minutes on the wall calendar (see `londonPosition`). The end is left out. */
export type Span = readonly [from: number, to: number];

/** One entry of `byday`, such as `MO`, `2MO` (`place` 2) or `-1FR` (`place` -1: the last of the month). */
interface ListedWeekday {
  readonly weekday: number;
  readonly place?: number;
}

/** A schedule made ready for sums. */
export interface Rule {
  /** Why the rule says nothing of any moment; missing where it does. */
  readonly unknown?: HoursUnknown;
  /** Minutes after midnight. `closes` is above 1440 where it closes the next day. */
  readonly opens?: number;
  readonly closes?: number;
  /** First and last day number on which it may begin. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Day number from which the rule may be relied on at all. */
  readonly validFrom: number;
  readonly occursOn: (dayNumber: number) => boolean;
}

/** Minutes after midnight of `HH:MM`, with or without seconds; `undefined` where it is no time of day. */
function parseTime(text: string | undefined): number | undefined {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?$/.exec(text ?? '');
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
  return minutes !== undefined && minutes <= minutesInDay ? minutes : undefined;
}

/** When it closes, in minutes after midnight of the day on which it opened. */
function closingMinutes(opens: number | undefined, closesAt: string | undefined): number | undefined {
  const closes = parseTime(closesAt);
  if (closes === undefined || opens === undefined) return undefined;
  // Feeds write 23:59 for the end of the day: it has no other way in HSDS's own guidance.
  const end = closes === minutesInDay - 1 ? minutesInDay : closes;
  return end <= opens ? end + minutesInDay : end;
}

/** `undefined` when a part of the list cannot be read: then no day may be relied on. */
function parseWeekdays({freq, byday}: Schedule): readonly ListedWeekday[] | undefined {
  const listed: ListedWeekday[] = [];
  for (const entry of byday) {
    const match = /^(?:\+?(-?[1-5]))?(MO|TU|WE|TH|FR|SA|SU)$/.exec(entry);
    if (!match || (match[1] && freq === 'WEEKLY')) return undefined;
    const weekday = weekdays.indexOf(match[2] as Weekday);
    listed.push({weekday, place: match[1] ? Number(match[1]) : undefined});
  }
  return listed.length > 0 ? listed : undefined;
}

/** Whether a day is, say, the second or the last of its weekday in its month. */
function isInPlace(dayNumber: number, place: number): boolean {
  if (place > 0) return Math.ceil(calendarDayOf(dayNumber).day / 7) === place;
  const {year, month, day} = calendarDayOf(dayNumber);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Math.ceil((daysInMonth - day + 1) / 7) === -place;
}

/** Number of the week or month that holds a day, counted from any fixed one. Weeks begin on Monday. */
function periodOf(freq: Schedule['freq'], dayNumber: number): number {
  if (freq === 'WEEKLY') return Math.floor((dayNumber + 3) / 7);
  const {year, month} = calendarDayOf(dayNumber);
  return year * 12 + month;
}

function whyUnknown(schedule: Schedule, days: readonly ListedWeekday[] | undefined, start: number | undefined) {
  const {byday, opensAt, closesAt, interval = 1} = schedule;
  if (schedule.conditional) return 'conditional';
  if (byday.length === 0 && !opensAt && !closesAt) return 'not-listed';
  // Every other week, counted from a week that nobody named: https://github.com/openreferral/specification (schedule.interval)
  if (!days || (interval > 1 && start === undefined)) return 'days-not-listed';
  if (parseTime(opensAt) === undefined || parseTime(opensAt) === minutesInDay) return 'times-not-listed';
  return parseTime(closesAt) === undefined ? 'end-not-listed' : undefined;
}

function makeRule(schedule: Schedule): Rule {
  const {freq, interval = 1} = schedule;
  const days = parseWeekdays(schedule);
  const start = parseDay(schedule.dtstart);
  const opens = parseTime(schedule.opensAt);
  const closes = closingMinutes(opens, schedule.closesAt);
  const unknown = whyUnknown(schedule, days, start);
  const validFrom = parseDay(schedule.validFrom) ?? -Infinity;
  const firstDay = Math.max(validFrom, start ?? -Infinity);
  const lastDay = Math.min(parseDay(schedule.validTo) ?? Infinity, parseDay(schedule.until) ?? Infinity);
  return {
    unknown,
    opens,
    closes,
    firstDay,
    lastDay,
    validFrom,
    occursOn: day =>
      firstDay <= day &&
      day <= lastDay &&
      (interval <= 1 || start === undefined || (periodOf(freq, day) - periodOf(freq, start)) % interval === 0) &&
      (days ?? []).some(
        ({weekday, place}) => weekday === weekdayIndex(day) && (place === undefined || isInPlace(day, place)),
      ),
  };
}

// Schedules are never changed in place, and each is asked about at every change of a filter.
const made = new WeakMap<Schedule, Rule>();

/** The rule of a schedule. */
export function ruleOf(schedule: Schedule): Rule {
  const rule = made.get(schedule) ?? makeRule(schedule);
  made.set(schedule, rule);
  return rule;
}

/** When the known rules open between two days, both included: in order, with spans that touch made one. */
export function spansBetween(rules: readonly Rule[], firstDay: number, lastDay: number): readonly Span[] {
  const spans: Span[] = [];
  for (const {unknown, opens, closes, occursOn} of rules) {
    if (unknown || opens === undefined || closes === undefined) continue;
    for (let day = firstDay; day <= lastDay; day++) {
      if (!occursOn(day)) continue;
      const from = settledPosition(day * minutesInDay + opens);
      const to = settledPosition(day * minutesInDay + closes);
      // The hour that is left out in spring may take an opening with it.
      if (from < to) spans.push([from, to]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (last && span[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}
