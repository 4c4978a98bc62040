/**
 * Opening hours of all rows. Many services keep the same hours, so each different timetable is kept, and worked out for a
 * question, once.
 */
import {lastEventDay} from '@held-spaces/domain/coming-dates';
import {freshness} from '@held-spaces/domain/freshness';
import {dayNumberOf, londonTime} from '@held-spaces/domain/london-time';
import type {Weekday} from '@held-spaces/domain/london-time';
import {isOpenAt} from '@held-spaces/domain/opening-hours';
import {scheduleOfEvent} from '@held-spaces/domain/open-referral/oruk3-times';
import {ruleOf} from '@held-spaces/domain/opening-rules';
import type {Schedule, Space} from '@held-spaces/domain/space';
import type {Kind} from '@held-spaces/domain/vocabularies';
import type {Positions} from './positions.js';

/** A session that somebody looks for: on one of these days, beginning and ending within these minutes after midnight. */
export interface SessionQuery {
  readonly days: readonly Weekday[];
  readonly from?: number;
  readonly until?: number;
}

/** Different values, and which of them each row has. */
class Shared<T> {
  readonly values: T[] = [];
  readonly #of: Uint32Array;
  readonly #known = new Map<string, number>();

  constructor(size: number) {
    this.#of = new Uint32Array(size);
  }

  set(position: number, key: string, value: T): void {
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.values.push(value) - 1;
      this.#known.set(key, index);
    }
    this.#of[position] = index;
  }

  of(position: number): number {
    return this.#of[position] ?? 0;
  }
}

/** Whether anything may be said of "now": its record is of a day, and it takes people. */
type Standing = Pick<Space, 'status' | 'provenance'>;

export class Timetables {
  readonly #schedules: Shared<readonly Schedule[]>;
  readonly #standings: Shared<Standing>;
  /** Of the few rows that have some. Something dated is a session, and no opening time. */
  readonly #events = new Map<number, readonly Schedule[]>();

  /** @param size How many rows there may be. */
  constructor(size: number) {
    this.#schedules = new Shared(size);
    this.#standings = new Shared(size);
  }

  set(position: number, {schedules, events = [], status, provenance: {source, checked}}: Space): void {
    if (events.length > 0) this.#events.set(position, events.map(scheduleOfEvent));
    // Notes bear on nothing that is worked out, and differ between services whose hours do not.
    const timed = schedules.map((schedule): Schedule => ({...schedule, notes: undefined}));
    this.#schedules.set(position, timed.length === 0 ? '' : JSON.stringify(timed), timed);
    this.#standings.set(position, `${status} ${checked}`, {
      status,
      provenance: {source, ...(checked !== undefined && {checked})},
    });
  }

  /** Those of some rows that are known to be open at an instant, by the rules of the finder. */
  openAt(rows: Positions, instant: Date, staleAfterDays: number): Positions {
    const open = once((index: number) => isOpenAt(this.#schedules.values[index] ?? [], instant) === true);
    const stands = once((index: number) => {
      const standing = this.#standings.values[index];
      return standing?.status === 'active' && freshness(standing.provenance, instant, staleAfterDays) === 'fresh';
    });
    return rows.filter(position => stands(this.#standings.of(position)) && open(this.#schedules.of(position)));
  }

  /** Those of some rows that list a session as it is looked for, in force at `now` or later. */
  withSession(rows: Positions, query: SessionQuery, now: Date): Positions {
    const today = londonDay(now);
    const fits = once((index: number) =>
      (this.#schedules.values[index] ?? []).some(schedule => isSession(schedule, query, today)),
    );
    const fitsByDate = (position: number) =>
      this.#events.get(position)?.some(schedule => isSession(schedule, query, today)) ?? false;
    return rows.filter(position => fits(this.#schedules.of(position)) || fitsByDate(position));
  }
}

/** Works an answer out the first time that it is asked for. */
function once(answer: (index: number) => boolean): (index: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return index => (known[index] ??= answer(index));
}

function isSession(schedule: Schedule, {days, from, until}: SessionQuery, today: number): boolean {
  const {lastDay, opens, closes} = ruleOf(schedule);
  if (lastDay < today) return false;
  if (days.length > 0 && !schedule.byday.some(entry => days.some(day => entry.endsWith(day)))) return false;
  if (from !== undefined && (opens === undefined || opens < from)) return false;
  return until === undefined || (closes !== undefined && closes <= until);
}

/** Kinds of space that are only there while something is on. */
const onlyOnDates: readonly Kind[] = ['workshop', 'retreat'];

/**
 * The day number after which nothing more of a space is to come: it has dates, and all of them end. Undefined where at
 * least one schedule has no last day. Where there are dated things and no hours, only what is nothing but them ends with
 * them: a place that names one gathering has said nothing of its other days.
 */
export function lastDayOf(space: Pick<Space, 'schedules' | 'events' | 'kinds'>): number | undefined {
  const {schedules, kinds} = space;
  // Most have none, and need no rule made of them.
  const isDated = ({until, validTo}: Schedule) => until !== undefined || validTo !== undefined;
  if (!schedules.every(isDated)) return undefined;
  const lastEvent = lastEventDay(space);
  if (schedules.length === 0 && !(kinds.length > 0 && kinds.every(kind => onlyOnDates.includes(kind))))
    return undefined;
  const last = schedules.reduce(
    (latest, schedule) => Math.max(latest, ruleOf(schedule).lastDay),
    lastEvent ?? -Infinity,
  );
  return Number.isFinite(last) ? last : undefined;
}

/** The day number that it is in London. */
export const londonDay = (now: Date): number => dayNumberOf(londonTime(now));
