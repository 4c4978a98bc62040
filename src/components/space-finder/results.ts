import {msg, str} from '@lit/localize';
import {html, noChange, nothing} from 'lit';
import type {Result, SearchResults} from '@held-spaces/domain/search';
import {heading} from '../../internal/heading.js';
import {card, type CardOptions} from './card.js';

const kmInAMile = 1.609344;

/** The distances that a person may choose, in the unit they read, each with its kilometres. */
export const distances = {
  miles: [2, 5, 10, 25, 50].map(n => ({n, km: n * kmInAMile})),
  km: [3, 8, 15, 40, 80].map(n => ({n, km: n})),
} as const;

/** The whole list, in reading order, cut after as many cards as are shown. */
export interface ListOptions extends CardOptions {
  /** How many cards to show before "Show more". */
  readonly shown: number;
  /** How many of those to draw for now. The others keep the space they showed before. */
  readonly drawn: number;
  readonly more: () => void;
}

interface Group {
  readonly title?: string;
  readonly results: readonly Result[];
}

/** The three groups of results: nearby, usable from anywhere, and those whose place was not given. None is dropped. */
export function list({nearby, anywhere, placeNotGiven, total}: SearchResults, options: ListOptions) {
  const groups: readonly Group[] = [
    {results: nearby},
    {title: msg('Online and by phone', {id: 'finder.results.anywhere.title'}), results: anywhere},
    {title: msg('Place not given', {id: 'finder.results.no-place.title'}), results: placeNotGiven},
  ];
  let left = options.shown;
  let drawn = 0;
  const lists = groups.map(({title, results}) => {
    const cards = results.slice(0, Math.max(0, left));
    left -= cards.length;
    if (!cards.length) return nothing;
    return html`${title ? heading(options.level + 1, title, {className: 'group-title small-heading'}) : nothing}
      <ul>
        ${cards.map(result => (drawn++ < options.drawn ? card(result, options) : noChange))}
      </ul>`;
  });
  const shown = Math.min(options.shown, total);
  return html`${lists}
  ${
    shown < total
      ? html`<p class="row">
          <button type="button" class="button" @click=${options.more}>
            ${msg('Show more', {id: 'finder.results.more'})}
          </button>
          <span>${msg(str`Shown: ${shown} of ${total}`, {id: 'finder.results.shown'})}</span>
        </p>`
      : nothing
  }`;
}
