import {msg, str} from '@lit/localize';
import {londonTime} from '@held-spaces/domain/london-time';
import type {OpenState} from '@held-spaces/domain/opening-hours';
import {listedOn, weekOf, type ListedSpan} from '@held-spaces/domain/opening-week';
import type {Schedule} from '@held-spaces/domain/space';
import {minutesOf, timeWords} from '../../internal/words.js';

/** What is listed of a space's hours, where nothing can be worked out from it. */

/** The time on London's clocks at an instant. */
export const timeAt = (instant: Date) => timeWords(londonTime(instant).minutes);

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

const unlisted = () => msg('Times not listed. Please ask before you go.', {id: 'finder.hours.unknown'});

/** Why nothing is claimed, each with the times that are listed, so that the person still has something to go by. */
export function unknownHours(
  schedules: readonly Schedule[],
  hours: OpenState & {readonly state: 'unknown'},
  now: Date,
): string {
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
