import {dayNumberOf, londonTime, minutesInDay, weekdays, type Weekday} from './london-time.js';
import {ruleOf} from './opening-rules.js';
import type {Schedule} from './space.js';

/** One listed opening, as the source gives it, for showing beside what is worked out and where nothing may be. */
export interface ListedSpan {
  /** `HH:MM`, as listed. Missing: not listed. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** It closes on the day after. Midnight itself is still the same day. */
  readonly closesNextDay: boolean;
  /** From midnight to midnight. */
  readonly isAllDay: boolean;
  /** The provider's own words, always shown with it. */
  readonly notes?: string;
  /** The notes limit when it holds. */
  readonly conditional: boolean;
  /** Not every week: which of its weekday in the month (`2MO`), or every so many weeks or months. */
  readonly byday?: string;
  readonly interval?: number;
}

export interface ListedDay {
  readonly weekday: Weekday;
  /** In order of opening. */
  readonly spans: readonly ListedSpan[];
  /** Whether having no spans means closed. Not so where any rule fails to say its days. */
  readonly isKnown: boolean;
}

export interface ListedWeek {
  /** Monday first. */
  readonly days: readonly ListedDay[];
  /** Listed without saying on which days. */
  readonly anyDay: readonly ListedSpan[];
}

function spanOf(schedule: Schedule, entry?: string): ListedSpan {
  const {opensAt, closesAt, notes, conditional = false, interval = 1} = schedule;
  const {opens, closes} = ruleOf(schedule);
  return {
    opensAt,
    closesAt,
    closesNextDay: (closes ?? 0) > minutesInDay,
    isAllDay: opens === 0 && closes === minutesInDay,
    notes,
    conditional,
    byday: entry && entry.length > 2 ? entry : undefined,
    interval: interval > 1 ? interval : undefined,
  };
}

const byOpening = (a: ListedSpan, b: ListedSpan) => (a.opensAt ?? '').localeCompare(b.opensAt ?? '');

/**
 * What is listed for each day of the week. With `now`, rules whose time has passed, or has not come, are left out; where
 * that leaves none, no day is known to be closed.
 */
export function weekOf(schedules: readonly Schedule[], now?: Date): ListedWeek {
  const today = now && dayNumberOf(londonTime(now));
  const current = schedules.filter(schedule => {
    const {validFrom, lastDay} = ruleOf(schedule);
    return today === undefined || (validFrom <= today && today <= lastDay);
  });
  const dayless = current.filter(({byday}) => byday.length === 0);
  const isKnown = current.length > 0 && dayless.length === 0;
  return {
    days: weekdays.map(weekday => ({
      weekday,
      isKnown,
      spans: current
        .flatMap(schedule =>
          schedule.byday.filter(entry => entry.endsWith(weekday)).map(entry => spanOf(schedule, entry)),
        )
        .sort(byOpening),
    })),
    anyDay: dayless.map(schedule => spanOf(schedule)).sort(byOpening),
  };
}

/**
 * What is listed for the day that it is in London at `now`, for records that are too old for any claim about now.
 * Includes what is conditional or has no end; leaves out rules whose time has passed or has not come.
 */
export function listedOn(schedules: readonly Schedule[], now: Date): readonly ListedSpan[] {
  const today = dayNumberOf(londonTime(now));
  return schedules
    .filter(schedule => ruleOf(schedule).occursOn(today))
    .map(schedule => spanOf(schedule))
    .sort(byOpening);
}
