import type {Provenance} from './space.js';

/** How old a record is, against the number of days that its directory allows. */
export type Freshness = 'fresh' | 'old' | 'unknown';

const dayInMilliseconds = 86_400_000;

/** First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as milliseconds; `undefined` for anything else. */
function daysOf(date: string): readonly [first: number, last: number] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(part => (part ? Number(part) : undefined));
  if (year === undefined || month === 0 || (month ?? 1) > 12) return undefined;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = day ? first : Date.UTC(month ? year : year + 1, month ?? 0, 0);
  // `Date.UTC` turns 31 February into 3 March, which is not a day that anybody meant.
  return day === undefined || new Date(first).getUTCDate() === day ? [first, last] : undefined;
}

/**
 * Whether a record was checked within `staleAfterDays` days before `now`. A year or a month alone counts from its last
 * day, the latest that it can mean. `unknown` without a date, with one that is none, or with one that is still to come.
 */
export function freshness(provenance: Pick<Provenance, 'checked'>, now: Date, staleAfterDays: number): Freshness {
  const days = provenance.checked === undefined ? undefined : daysOf(provenance.checked);
  // The day has begun in London up to an hour before it does in UTC.
  if (!days || days[0] > now.getTime() + dayInMilliseconds) return 'unknown';
  return now.getTime() < days[1] + (staleAfterDays + 1) * dayInMilliseconds ? 'fresh' : 'old';
}
