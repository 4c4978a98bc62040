import {calendarDayOf, dayNumberOf, londonTime, parseDay} from './london-time.js';
import {ruleOf} from './opening-rules.js';
import type {SpaceCard} from './area-card.js';
import type {Schedule, SpaceEvent} from './space.js';

/** A day, today or later, on which something of a space is on that has an end: a gathering, or a course. */
export interface ComingDate {
  /** `YYYY-MM-DD`: the next day on which it is on. */
  readonly day: string;
  /** Its last day, where that is a later one. */
  readonly until?: string;
  /** `HH:MM`, London's clock, as listed. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly name?: string;
  /** The provider's own words, always shown with it. */
  readonly notes?: string;
}

type Dated = Pick<SpaceCard, 'events' | 'schedules'>;

const mostDays = 400;

function isoDay(dayNumber: number): string {
  const {year, month, day} = calendarDayOf(dayNumber);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day numbers of the first and the last day of an event; `undefined` where its date is none. */
function daysOf({dtstart, until}: SpaceEvent): readonly [first: number, last: number] | undefined {
  const first = parseDay(dtstart);
  return first === undefined ? undefined : [first, Math.max(first, parseDay(until) ?? first)];
}

/** Whether what closes at a listed time on one day is over at a moment of that day. Past midnight it is still on. */
function isOver({opensAt = '', closesAt}: Pick<Schedule, 'opensAt' | 'closesAt'>, minutes: number): boolean {
  if (closesAt === undefined || closesAt <= opensAt) return false;
  const [hours, rest] = closesAt.split(':').map(Number);
  return minutes >= (hours ?? 0) * 60 + (rest ?? 0);
}

/** The last day number of anything that a space names by date; `undefined` where it names nothing so. */
export function lastEventDay({events = []}: Pick<Dated, 'events'>): number | undefined {
  const days = events.flatMap(event => daysOf(event)?.[1] ?? []);
  return days.length > 0 ? Math.max(...days) : undefined;
}

/** Events whose last day has not passed. */
export function withoutEnded(events: readonly SpaceEvent[], today: number): readonly SpaceEvent[] {
  return events.filter(event => (daysOf(event)?.[1] ?? -Infinity) >= today);
}

/**
 * What a space has on by date and not week in, week out: its events, and schedules that have a last day, each with the
 * next day on which it is on. Soonest first; what is over by London's clock is not among them.
 */
export function comingDates({events = [], schedules}: Dated, now: Date): readonly ComingDate[] {
  const ending = schedules.filter(schedule => Number.isFinite(ruleOf(schedule).lastDay));
  const coming: ComingDate[] = [];
  // Most spaces name no day, and each is asked at every choice.
  if (!events.length && !ending.length) return coming;
  const wall = londonTime(now);
  const today = dayNumberOf(wall);
  const add = (day: number, last: number, listed: SpaceEvent | Schedule, name?: string, notes?: string) => {
    const {opensAt, closesAt} = listed;
    coming.push({
      day: isoDay(day),
      ...(last > day && {until: isoDay(last)}),
      ...(opensAt !== undefined && {opensAt}),
      ...(closesAt !== undefined && {closesAt}),
      ...(name !== undefined && {name}),
      ...(notes !== undefined && {notes}),
    });
  };
  for (const event of events) {
    const [first, last] = daysOf(event) ?? [0, -Infinity];
    const from = Math.max(first, isOver(event, wall.minutes) ? today + 1 : today);
    if (from <= last) add(from, last, event, event.name);
  }
  for (const schedule of ending) {
    const {firstDay, lastDay, occursOn} = ruleOf(schedule);
    const start = Math.max(firstDay, isOver(schedule, wall.minutes) ? today + 1 : today);
    for (let day = start; day <= Math.min(lastDay, start + mostDays); day++) {
      if (!occursOn(day)) continue;
      add(day, lastDay, schedule, undefined, schedule.notes);
      break;
    }
  }
  return coming.sort((a, b) => order(a, b));
}

const keyOf = ({day, opensAt = '', name = ''}: ComingDate) => `${day} ${opensAt} ${name}`;
const order = (a: ComingDate, b: ComingDate) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)));

/** Whether anything begins or goes on within so many days from today. */
export function hasDateWithin(space: Dated, days: number, now: Date): boolean {
  return comingDates(space, now).some(({day}) => day <= isoDay(dayNumberOf(londonTime(now)) + days));
}
