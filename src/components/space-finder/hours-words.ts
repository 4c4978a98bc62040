import {msg, str} from '@lit/localize';
import {listedOn, londonTime, weekOf, type ListedSpan, type OpenState} from '@held-spaces/domain/opening-hours';
import type {Schedule} from '@held-spaces/domain/space';
import {dateWords, dayWords, minutesOf, timeWords} from '../../internal/words.js';

/** When a space is open, in words. Nothing is said to be open, or closed, that nobody has told us. */

const day = 86_400_000;

/** How many days after `now` an instant falls, by London's calendar: 0 is today. */
function daysAhead(now: Date, then: Date): number {
  const midnight = ({year, month, day: date}: ReturnType<typeof londonTime>) => Date.UTC(year, month - 1, date);
  return Math.round((midnight(londonTime(then)) - midnight(londonTime(now))) / day);
}

const timeAt = (instant: Date) => timeWords(londonTime(instant).minutes);

function openWords(closes: Date, now: Date): string {
  const time = timeAt(closes);
  const ahead = daysAhead(now, closes);
  if (closes.getTime() - now.getTime() <= 3_600_000) {
    return msg(str`Open now. Closes soon, at ${time}`, {id: 'finder.hours.closes-soon'});
  }
  // Midnight belongs to the evening that it ends, so nobody reads "until midnight tomorrow" and comes a day late.
  if (ahead === 0 || (ahead === 1 && londonTime(closes).minutes === 0)) {
    return msg(str`Open now until ${time}`, {id: 'finder.hours.open-until'});
  }
  if (ahead === 1) return msg(str`Open now until ${time} tomorrow`, {id: 'finder.hours.open-until-next-day'});
  return msg('Open now, all day today', {id: 'finder.hours.open-all-day'});
}

function closedWords(opens: Date | undefined, now: Date): string {
  if (!opens) return msg('Closed today', {id: 'finder.hours.closed-today'});
  const time = timeAt(opens);
  const ahead = daysAhead(now, opens);
  if (ahead === 0) return msg(str`Closed now. Opens today at ${time}`, {id: 'finder.hours.opens-today'});
  if (ahead === 1) return msg(str`Closed now. Opens tomorrow at ${time}`, {id: 'finder.hours.opens-tomorrow'});
  if (ahead < 7) {
    return msg(str`Closed now. Opens next on ${dayWords(opens)} at ${time}`, {id: 'finder.hours.opens-day'});
  }
  return msg(str`Closed now. Opens next on ${dateWords(opens)} at ${time}`, {id: 'finder.hours.opens-date'});
}

/** One listed opening: `6pm to 2am`, `Starts at 7pm. End time not listed.` */
export function spanWords({opensAt, closesAt, isAllDay}: ListedSpan): string | undefined {
  if (isAllDay) return msg('all day', {id: 'finder.hours.all-day'});
  if (!opensAt) return undefined;
  const opens = timeWords(minutesOf(opensAt));
  if (!closesAt) return msg(str`Starts at ${opens}. End time not listed.`, {id: 'finder.hours.start-only'});
  return msg(str`${opens} to ${timeWords(minutesOf(closesAt))}`, {id: 'finder.hours.range'});
}

/** The openings listed for today, without a claim that they hold. */
function listedToday(schedules: readonly Schedule[], now: Date): string | undefined {
  const spans = listedOn(schedules, now).map(spanWords).filter(Boolean);
  return spans.length
    ? msg(str`Times we have for today: ${spans.join(', ')}.`, {id: 'finder.hours.listed-today'})
    : undefined;
}

/** What a card says of a space's hours. `isOpen` is for the icon beside it. */
export interface HoursWords {
  readonly icon: 'open' | 'closed' | 'clock';
  /** The main line. */
  readonly words: string;
  /** What the source itself says of its times, shown beside anything worked out. */
  readonly said?: string;
}

const unlisted = () => msg('Times not listed. Please ask before you go.', {id: 'finder.hours.unknown'});

/** Why nothing is claimed, each with the times that are listed, so that the person still has something to go by. */
function unknownWords(schedules: readonly Schedule[], hours: OpenState & {state: 'unknown'}, now: Date): string {
  const today = listedToday(schedules, now);
  switch (hours.reason) {
    case 'paused':
      return msg('Paused for now. Please ask before you go.', {id: 'finder.hours.paused'});
    case 'undated':
      return today ?? unlisted();
    case 'old': {
      const old = msg('We do not say if it is open now, as our details are old.', {id: 'finder.fresh.old.hours'});
      return today ? `${today} ${old}` : old;
    }
    case 'days-not-listed': {
      const [first] = weekOf(schedules).anyDay.map(spanWords).filter(Boolean);
      const given = msg('Times given, but not the days. Please ask.', {id: 'finder.hours.days-unknown'});
      return first ? `${first}. ${given}` : given;
    }
    case 'end-not-listed':
      return hours.starts
        ? msg(str`Starts at ${timeAt(hours.starts)}. End time not listed.`, {id: 'finder.hours.start-only'})
        : unlisted();
    case 'lapsed':
      return msg('The times we have are out of date. Please ask.', {id: 'finder.hours.lapsed'});
    case 'conditional':
      return today ?? unlisted();
    default:
      return unlisted();
  }
}

/** What to say of a space's hours at `now`. */
export function hoursWords(schedules: readonly Schedule[], hours: OpenState, now: Date): HoursWords {
  const said =
    schedules
      .map(({notes}) => notes)
      .filter(Boolean)
      .join('. ') || undefined;
  switch (hours.state) {
    case 'always':
      return {icon: 'open', words: msg('Open all day, every day', {id: 'finder.hours.always'}), said};
    case 'open':
      return {icon: 'open', words: openWords(hours.closes, now), said};
    case 'closed':
      return {icon: 'closed', words: closedWords(hours.opens, now), said};
    case 'unknown':
      return {icon: 'clock', words: unknownWords(schedules, hours, now), said};
  }
}
