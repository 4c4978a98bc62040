import {freshness} from '@held-spaces/domain/freshness';
import {weekOf, type ListedSpan} from '@held-spaces/domain/opening-hours';
import type {SpaceCard} from '@held-spaces/domain/area-file';
import type {Space} from '@held-spaces/domain/space';
import {msg, str} from '@lit/localize';
import {dateWords, dayWords} from '../../../internal/words.js';
import {ageWords, costWords, forWords, kindWords, toldWords, wayInWords} from '../card-words.js';
import {spanWords} from '../hours-words.js';
import {webLink} from '../links.js';

/** A space as it stands on paper, or in a message: nothing in it is about "now". */
export interface LeafletEntry {
  readonly name: string;
  readonly kind: string;
  /** How to reach it and where it is: what a person needs first. */
  readonly reach: readonly string[];
  /** Opening times as they are listed, a day a line. */
  readonly times: readonly string[];
  readonly facts: readonly string[];
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 1 January 2024 was a Monday. */
const nameOfDay = (weekday: string) => dayWords(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday), 12)));

function spanLine(span: ListedSpan): string {
  const {notes, closesNextDay, isAllDay} = span;
  const words = spanWords(span);
  const time =
    words && closesNextDay && !isAllDay ? msg(str`${words} the next day`, {id: 'finder.hours.range.next-day'}) : words;
  return [time, notes && msg(str`In their words: ${notes}`, {id: 'finder.hours.said'})].filter(Boolean).join('. ');
}

function timesOf({schedules}: SpaceCard, now: Date): readonly string[] {
  if (!schedules.length) {
    return [msg('Times not listed. Please ask before you go.', {id: 'finder.hours.unknown'})];
  }
  const {days, anyDay} = weekOf(schedules, now);
  return [
    ...days
      .filter(({spans}) => spans.length)
      .map(({weekday, spans}) => `${nameOfDay(weekday)}: ${spans.map(spanLine).join('; ')}`),
    ...anyDay.map(spanLine),
  ];
}

function placeLine({location, areaServed}: SpaceCard): string | undefined {
  if (location?.precision === 'area') {
    return msg('The address is private, to keep people safe. Get in touch and they will tell you.', {
      id: 'finder.details.address.private',
    });
  }
  const {line1, locality, postcode} = location?.address ?? {};
  return [line1, locality, postcode].filter(Boolean).join(', ') || location?.area || areaServed.region;
}

/** What is known of a space, as far as it fits on a leaflet. A card does where the whole space could not be had. */
export function leafletEntry(space: SpaceCard | Space, now: Date, staleAfterDays: number): LeafletEntry {
  const {phone, text, email, website} = space.contact;
  const given = (line: string | undefined | false) => (line ? [line] : []);
  return {
    name: space.name,
    kind: kindWords(space),
    reach: [
      ...given(space.status === 'temporarily closed' && msg('Paused for now', {id: 'finder.card.summary.paused'})),
      ...given(phone && msg(str`Call ${phone}`, {id: 'finder.details.call'})),
      ...given(
        text &&
          (text.keyword
            ? msg(str`Text ${text.keyword} to ${text.number}`, {id: 'finder.details.text.keyword'})
            : msg(str`Text ${text.number}`, {id: 'finder.details.text'})),
      ),
      ...given(placeLine(space)),
      ...given(email && msg(str`Email ${email}`, {id: 'finder.details.email'})),
      ...given(website && webLink(website)),
    ],
    times: timesOf(space, now),
    facts: [
      ...given(space.summary),
      `${msg('Getting in', {id: 'finder.filter.way-in'})}: ${wayInWords(space)}`,
      ...given(forWords(space)),
      ...given(costWords(space)),
      ...given(toldWords(space)),
      ...given(ageWords(space, freshness(space.provenance, now, staleAfterDays) === 'old')),
    ],
  };
}

/** When the leaflet was made, and that times change. */
export const madeOn = (now: Date) =>
  msg(str`Made on: ${dateWords(now)}. Check times before you go.`, {id: 'finder.print.made'});

/** Said once of all the times on a leaflet. */
export const timesNote = () =>
  `${msg('All times are UK time.', {id: 'finder.hours.uk-time'})} ${msg('Bank holiday times may be different.', {id: 'finder.hours.holidays'})}`;

/** Spaces as plain text, to be pasted into a message or a note. */
export function asText(entries: readonly LeafletEntry[], now: Date): string {
  const blocks = entries.map(({name, kind, reach, times, facts}) =>
    [name, kind, ...reach, ...times, ...facts].filter(Boolean).join('\n'),
  );
  return [...blocks, `${madeOn(now)} ${timesNote()}`].join('\n\n');
}
