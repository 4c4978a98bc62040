import {msg, str} from '@lit/localize';
import {comingDates} from '@held-spaces/domain/coming-dates';
import type {Space} from '@held-spaces/domain/space';
import {dateWords} from '../../internal/words.js';

/** A day of the calendar in words: `5 December 2026`. */
export const dayOf = (day: string) => dateWords(new Date(`${day}T12:00:00Z`));

export const nextOn = (day: string) => msg(str`Next on ${dayOf(day)}`, {id: 'finder.event.next.day'});

/** What is on next by date, for a card. A course has its times among the opening hours already. */
export function nextDateWords({events}: Pick<Space, 'events'>, now: Date): string | undefined {
  const [next] = comingDates({events: events ?? [], schedules: []}, now);
  return next && [next.name, nextOn(next.day)].filter(Boolean).join('. ');
}
