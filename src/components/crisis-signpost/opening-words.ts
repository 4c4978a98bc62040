import {dailySpan, type CrisisEntry, type LineOpening} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {alwaysOpenWords} from '../../internal/crisis-words.js';
import {dayWords, timeWords} from '../../internal/words.js';

const day = 1440;

/** Whether a line answers now, in words. No claim is made where the times are not sure. */
export function openingWords(opening: LineOpening): string {
  if (opening === 'always') return alwaysOpenWords();
  if (opening === 'unsure') {
    return msg('We are not sure of the times. You can try.', {id: 'crisis.hours.unsure'});
  }
  const {isOpen, minuteOfWeek, changesIn} = opening;
  const at = minuteOfWeek + changesIn;
  const time = timeWords(at);
  const ahead = Math.floor(at / day) - Math.floor(minuteOfWeek / day);
  if (isOpen) {
    // Midnight belongs to the evening that it ends: nobody should read "until midnight tomorrow" and come a day late.
    if (ahead === 0 || (ahead === 1 && at % day === 0)) {
      return msg(str`Open now until ${time}`, {id: 'crisis.open.until'});
    }
    return ahead === 1
      ? msg(str`Open now until ${time} tomorrow`, {id: 'crisis.open.until-next-day'})
      : msg('Open now', {id: 'crisis.group.open'});
  }
  if (ahead === 0) return msg(str`Closed now. Opens today at ${time}`, {id: 'crisis.closed.opens-today'});
  if (ahead === 1) return msg(str`Closed now. Opens tomorrow at ${time}`, {id: 'crisis.closed.opens-tomorrow'});
  // The first of January 2024 was a Monday.
  const weekday = dayWords(new Date(Date.UTC(2024, 0, 1 + Math.floor(at / day))));
  return msg(str`Closed now. Opens next on ${weekday} at ${time}`, {id: 'crisis.closed.opens-day'});
}

/** The line's hours, where they can be said shortly. */
export function hoursWords({id, hours}: CrisisEntry): readonly string[] {
  if (id === 'breathing-space') {
    return [msg('Evenings, nights and all weekend', {id: 'crisis.fallback.breathing-space.hours'})];
  }
  const span = dailySpan(hours);
  if (!span) return [];
  const [opens, closes] = span.map(timeWords);
  return [msg(str`Every day, ${opens} to ${closes}`, {id: 'crisis.hours.range'})];
}
