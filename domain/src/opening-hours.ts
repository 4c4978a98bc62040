import {instantOfDay, londonPosition, minutesInDay} from './london-time.js';
import {ruleOf, spansBetween, type HoursUnknown, type Rule, type Span} from './opening-rules.js';
import type {Schedule} from './space.js';

export {instantOf, londonTime, weekdays, type CalendarDay, type LondonTime, type Weekday} from './london-time.js';
export type {HoursUnknown} from './opening-rules.js';

/**
 * What can be said of a space at a moment. Bank holidays cannot be expressed in schedules, so that beside any `open`
 * or `always` a page says that they may differ.
 */
export type OpenState =
  /** Open without a break, for as far as we look ahead. */
  | {readonly state: 'always'}
  /** Open now, without a break until `closes`. */
  | {readonly state: 'open'; readonly closes: Date}
  /** Closed now. Without `opens`, no opening within the next year or so is known. */
  | {readonly state: 'closed'; readonly opens?: Date}
  /** Not known, which is never shown as closed. `starts` comes with `end-not-listed`: today's start, or the next one. */
  | {readonly state: 'unknown'; readonly reason: HoursUnknown; readonly starts?: Date};

// Most answers lie within a day, nearly all within a week; a monthly rule comes round within five.
const openWithin = [1, 8, 35];
const opensWithin = [...openWithin, 400];

/** Of several reasons the one that lets a page say most. */
const reasonsInOrder: readonly HoursUnknown[] = [
  'end-not-listed',
  'conditional',
  'days-not-listed',
  'times-not-listed',
  'not-listed',
];

const dayOf = (position: number) => Math.floor(position / minutesInDay);
const dateOf = (position: number) => instantOfDay(dayOf(position), position - dayOf(position) * minutesInDay);

/** When the unbroken run of open spans that holds `position` ends; `Infinity` when we see no end of it. */
function openUntil(rules: readonly Rule[], position: number): number | undefined {
  const today = dayOf(position);
  for (const days of openWithin) {
    // A span never lasts over a day, so that nothing before yesterday reaches now.
    const span = spansBetween(rules, today - 1, today + days).find(([from, to]) => from <= position && position < to);
    if (!span) return undefined;
    if (span[1] < (today + days + 1) * minutesInDay) return span[1];
  }
  return Infinity;
}

/** The next run of open spans that begins after `position`. */
function nextRun(rules: readonly Rule[], position: number): Span | undefined {
  const today = dayOf(position);
  for (const days of opensWithin) {
    const span = spansBetween(rules, today - 1, today + days).find(([from]) => from > position);
    if (span) return span;
  }
  return undefined;
}

/** Today's start, or the next one, of the rules that do not say when they end. */
function startOf(rules: readonly Rule[], today: number): Date | undefined {
  let first = Infinity;
  for (const {unknown, opens, occursOn} of rules) {
    if (unknown !== 'end-not-listed' || opens === undefined) continue;
    for (let day = today; day <= today + 400; day++) {
      if (!occursOn(day)) continue;
      first = Math.min(first, day * minutesInDay + opens);
      break;
    }
  }
  return first === Infinity ? undefined : dateOf(first);
}

/** What the rules that are in force leave unknown, when none of them is known to be open. */
function whyNotKnown(rules: readonly Rule[], today: number): HoursUnknown | undefined {
  const current = rules.filter(({validFrom, lastDay}) => validFrom <= today && today <= lastDay);
  if (current.length === 0) return rules.some(({lastDay}) => lastDay < today) ? 'lapsed' : 'not-listed';
  return reasonsInOrder.find(reason => current.some(({unknown}) => unknown === reason));
}

/**
 * Whether a space with these schedules is open at `now`, by London's clock.
 *
 * A rule that is known to be open settles it. Otherwise one rule in force whose times cannot be worked out leaves it
 * `unknown`, and so does having no rule in force. Rules outside their validity are left out.
 */
export function openState(schedules: readonly Schedule[], now: Date): OpenState {
  const rules = schedules.map(ruleOf);
  const position = londonPosition(now);
  const until = openUntil(rules, position);
  if (until !== undefined) return until === Infinity ? {state: 'always'} : {state: 'open', closes: dateOf(until)};

  const reason = whyNotKnown(rules, dayOf(position));
  if (reason) {
    const starts = reason === 'end-not-listed' ? startOf(rules, dayOf(position)) : undefined;
    return {state: 'unknown', reason, ...(starts && {starts})};
  }
  const opens = nextRun(rules, position);
  return {state: 'closed', ...(opens && {opens: dateOf(opens[0])})};
}

/** Whether it is open at an instant; `undefined` where that is not known. */
export function isOpenAt(schedules: readonly Schedule[], instant: Date): boolean | undefined {
  const {state} = openState(schedules, instant);
  return state === 'unknown' ? undefined : state !== 'closed';
}

/** The next known opening after `now`, whether or not it is open now. Looks a little over a year ahead. */
export function nextOpening(schedules: readonly Schedule[], now: Date): Date | undefined {
  const run = nextRun(schedules.map(ruleOf), londonPosition(now));
  return run && dateOf(run[0]);
}

/** The next known opening after `now` and before midnight in London. */
export function opensLaterToday(schedules: readonly Schedule[], now: Date): Date | undefined {
  const position = londonPosition(now);
  const run = nextRun(schedules.map(ruleOf), position);
  return run && dayOf(run[0]) === dayOf(position) ? dateOf(run[0]) : undefined;
}
