import {msg, str} from '@lit/localize';
import {comingDates, type ComingDate} from '@held-spaces/domain/coming-dates';
import type {Space} from '@held-spaces/domain/space';
import {dateWords, minutesOf, timeWords} from '../../internal/words.js';

/** A day of the calendar in words: `5 December 2026`. */
const dayOf = (day: string) => dateWords(new Date(`${day}T12:00:00Z`));

function whenWords({day, until, name, opensAt, closesAt}: ComingDate): string {
  const date = dayOf(day);
  const opens = opensAt && timeWords(minutesOf(opensAt));
  const closes = closesAt && timeWords(minutesOf(closesAt));
  // What has a name and goes on for days is one gathering, and not the next of several.
  if (name && until) return msg(str`Runs from ${date} to ${dayOf(until)}`, {id: 'finder.event.runs'});
  const next =
    opens && closes
      ? msg(str`Next on ${date}, ${opens} to ${closes}`, {id: 'finder.event.next'})
      : opens
        ? msg(str`Next on ${date} at ${opens}`, {id: 'finder.event.next.no-end'})
        : msg(str`Next on ${date}`, {id: 'finder.event.next.day'});
  return until ? `${next}. ${msg(str`Last one: ${dayOf(until)}`, {id: 'finder.event.last'})}` : next;
}

/** What is on by date, soonest first, a line each: `Winter gathering. Next on 5 December 2026, 2pm to 4pm`. */
export const eventLines = (space: Pick<Space, 'events' | 'schedules'>, now: Date): readonly string[] =>
  comingDates(space, now).map(coming => [coming.name, whenWords(coming), coming.notes].filter(Boolean).join('. '));
