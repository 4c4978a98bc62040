import {msg, str} from '@lit/localize';
import {languageNow} from './localize.js';

/**
 * How times and dates are written for people: 9am, 5:30pm, midday, midnight; 3 May 2026; June 2021.
 * All times are wall time in Europe/London.
 */

/** A wall time, in minutes after midnight, as people say it: `9am`, `5:30pm`, `midday`, `midnight`. */
export function timeWords(minutes: number): string {
  const ofDay = minutes % 1440;
  if (ofDay === 0) return msg('midnight', {id: 'common.time.midnight'});
  if (ofDay === 720) return msg('midday', {id: 'common.time.midday'});
  const hour = Math.floor(ofDay / 60) % 12 || 12;
  const past = ofDay % 60;
  const time = past ? `${hour}:${String(past).padStart(2, '0')}` : `${hour}`;
  return ofDay < 720 ? msg(str`${time}am`, {id: 'common.time.am'}) : msg(str`${time}pm`, {id: 'common.time.pm'});
}

/** The minutes after midnight of an `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A way to write dates. What the browser takes to make ready is made once, when it is first asked for. */
function written(options: Intl.DateTimeFormatOptions) {
  let format: Intl.DateTimeFormat | undefined;
  return (date: Date) => {
    format ??= new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', ...options});
    return languageNow()?.date?.(date, format) ?? format.format(date);
  };
}

/** `Monday`. */
export const dayWords = written({weekday: 'long'});

const month = 'long';
const year = 'numeric';

/** `21 November 2026`. */
export const dateWords = written({day: 'numeric', month, year});

const monthWords = written({month, year});
const yearWords = written({year});

/** A date of which only the year, or the year and month, may be known: `2021`, `June 2021`, `3 May 2026`. */
export function partialDateWords(date: string): string {
  const [, month, day] = date.split('-');
  const at = new Date(`${date}${month ? '' : '-01'}${day ? '' : '-01'}T12:00:00Z`);
  if (!month) return yearWords(at);
  return day ? dateWords(at) : monthWords(at);
}
