/**
 * Europe/London wall time, on `Intl` alone. Days are counted in whole numbers from 1 January 1970, so that rules about
 * days are sums on integers and only the last step meets a clock change.
 */

/** Days of the week as Open Referral and iCalendar write them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** A day of the calendar. `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock and a calendar on a wall in London show. `minutes` are minutes after midnight. */
export interface LondonTime extends CalendarDay {
  readonly weekday: Weekday;
  readonly minutes: number;
}

const minuteInMilliseconds = 60_000;
export const minutesInDay = 1440;
const hour = 60 * minuteInMilliseconds;
const day = 24 * hour;

const hourInLondon = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23'});

// Formatting is slow and London changes its clocks only on the hour, so one answer serves an hour of instants.
const offsets = new Map<number, number>();
const offsetsKept = 2000;

/** How far London's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  const start = Math.floor(instant / hour) * hour;
  const known = offsets.get(start);
  if (known !== undefined) return known;
  // By whole hours, and never behind.
  const ahead = (Number(hourInLondon.format(start)) - new Date(start).getUTCHours() + 24) % 24;
  if (offsets.size >= offsetsKept) offsets.clear();
  offsets.set(start, ahead * hour);
  return ahead * hour;
}

/** Day of the week of a day number: 0 is Monday. 1 January 1970 was a Thursday. */
export const weekdayIndex = (dayNumber: number) => (((dayNumber + 3) % 7) + 7) % 7;

/** The day number of a day of the calendar. */
export const dayNumberOf = ({year, month, day: date}: CalendarDay) => Date.UTC(year, month - 1, date) / day;

/** The day of the calendar of a day number. */
export function calendarDayOf(dayNumber: number): CalendarDay {
  const date = new Date(dayNumber * day);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
}

/** The day number of `YYYY-MM-DD`, whatever may follow it; `undefined` where it is no day of the calendar. */
export function parseDay(text: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text ?? '');
  if (!match) return undefined;
  const dayNumber = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / day;
  // `Date.UTC` takes 31 February for 3 March.
  const real = calendarDayOf(dayNumber);
  return real.month === Number(match[2]) && real.day === Number(match[3]) ? dayNumber : undefined;
}

/** What the wall shows in London at an instant. */
export function londonTime(instant: Date): LondonTime {
  const wall = instant.getTime() + offsetAt(instant.getTime());
  const dayNumber = Math.floor(wall / day);
  return {
    ...calendarDayOf(dayNumber),
    weekday: weekdays[weekdayIndex(dayNumber)] ?? 'MO',
    minutes: Math.floor((wall - dayNumber * day) / minuteInMilliseconds),
  };
}

/**
 * Where an instant stands on the wall calendar: minutes since midnight of 1 January 1970, by London's clock, except
 * that it never runs backwards. While the hour that comes twice in autumn comes again, it waits at the last minute of
 * the first time round. `instantOfDay` is its inverse: an instant has reached a listed time exactly when its place here has.
 */
export function londonPosition(instant: Date): number {
  const time = instant.getTime();
  const offset = offsetAt(time);
  const wasAhead = offsetAt(time - hour);
  if (wasAhead <= offset) return Math.floor((time + offset) / minuteInMilliseconds);
  const change = Math.floor(time / hour) * hour;
  return (change + wasAhead) / minuteInMilliseconds - 1;
}

/**
 * The first instant at which London's clock shows `minutes` after midnight of a day, or has passed it. In the hour that
 * is left out in spring that is the moment of the change; in the hour that comes twice in autumn it is the first of the
 * two, as in iCalendar (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5). `minutes` may pass 1440 into later days.
 */
export function instantOfDay(dayNumber: number, minutes: number): Date {
  const wall = dayNumber * day + minutes * minuteInMilliseconds;
  const before = offsetAt(wall - day);
  const after = offsetAt(wall + day);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (early + offsetAt(early) === wall) return new Date(early);
  if (late + offsetAt(late) === wall) return new Date(late);
  return new Date(Math.floor(late / hour) * hour);
}

/** As `instantOfDay`, for a day of the calendar. */
export function instantOf(date: CalendarDay, minutes: number): Date {
  return instantOfDay(dayNumberOf(date), minutes);
}

/**
 * A listed time on the wall calendar as the clock really passes it: one in the hour that is left out in spring is passed
 * at the end of that hour, so that "until 1am" and "from 2am" meet on that night.
 */
export function settledPosition(position: number): number {
  const dayNumber = Math.floor(position / minutesInDay);
  // The United Kingdom changes its clocks on Sundays: https://www.legislation.gov.uk/ukpga/1972/6
  const mayChange = weekdayIndex(dayNumber) === 6;
  if (!mayChange || offsetAt(dayNumber * day) === offsetAt((dayNumber + 1) * day)) return position;
  return londonPosition(instantOfDay(dayNumber, position - dayNumber * minutesInDay));
}
