import {freshness} from '@held-spaces/domain/freshness';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {Space} from '@held-spaces/domain/space';
import {msg, str} from '@lit/localize';
import {dateWords} from '../../../internal/words.js';
import {kindWords} from '../card-words.js';
import type * as detailsView from '../details-view.js';
import {ageWords, costWords, forWords, toldWords, wayInWords} from '../fact-words.js';

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

function timesOf(space: SpaceCard, now: Date, weekLines: LeafletOptions['weekLines']): readonly string[] {
  return space.schedules.length
    ? weekLines(space, now)
    : [msg('Times not listed. Please ask before you go.', {id: 'finder.hours.unknown'})];
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

export interface LeafletOptions {
  readonly now: Date;
  readonly staleAfterDays: number;
  /** Of the view of one space, which knows already how times are listed and what is a link. */
  readonly weekLines: (typeof detailsView)['weekLines'];
  readonly webLink: (typeof detailsView)['webLink'];
}

/** What is known of a space, as far as it fits on a leaflet. A card does where the whole space could not be had. */
export function leafletEntry(
  space: SpaceCard | Space,
  {now, staleAfterDays, weekLines, webLink}: LeafletOptions,
): LeafletEntry {
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
    times: timesOf(space, now, weekLines),
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
