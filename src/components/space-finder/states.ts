import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Place} from '@held-spaces/domain/places';
import type {DirectoryError} from '../../directory/errors.js';
import {heading} from '../../internal/heading.js';
import type {FinderSearch} from './finder-search.js';
import type {WhenNeeded} from './when-needed-part.js';

/** The states in which there is no list. Each says what to do next. */

/** What a person can do, where nothing has been searched. */
export const whatToDo = () =>
  msg('Type a place, or look at spaces you can use from anywhere.', {id: 'finder.state.before.text'});

const failedTitle = ({kind}: DirectoryError) =>
  kind === 'offline'
    ? msg('You are offline', {id: 'finder.state.offline.title'})
    : msg('We could not reach the list of spaces', {id: 'finder.state.failed.title'});

const slowTitle = () => msg('This is taking longer than usual', {id: 'finder.state.slow.title'});

/** What is said aloud while there is no list. */
export function noListWords({error, places, isLocating, isSlow}: FinderSearch, {part}: WhenNeeded): string | undefined {
  if (places.length) return part?.severalWords(places.length);
  if (error) return failedTitle(error);
  if (isLocating) return msg('Looking for where you are', {id: 'finder.where.locating'});
  return isSlow ? slowTitle() : '';
}

export interface NoListOptions {
  readonly level: number;
  readonly search: FinderSearch;
  readonly whenNeeded: WhenNeeded;
  readonly retry: () => void;
  readonly choose: (place: Place) => void;
}

/**
 * In place of the list: what to do before a search; that it is looked for; or that it could not be had, or takes long,
 * why, and a way to try again. The words that need the rest of the finder come with it, the others stand by themselves.
 */
export function noList({level, search, whenNeeded: {part}, retry, choose}: NoListOptions) {
  const {error, places, asked, isLocating, isWaiting, isSlow} = search;
  const title = (words: string) => heading(level + 1, words, {className: 'small-heading'});
  if (error || isSlow) {
    return html`<div class="panel state">
      ${error ? html`<div class="with-icon">${part?.offlineIcon()} ${title(failedTitle(error))}</div>` : title(slowTitle())}
      <p>${error ? part?.failedText(error) : part?.slowText()}</p>
      <button type="button" class="button main" @click=${retry}>
        ${part?.undoIcon()} ${msg('Try again', {id: 'finder.state.failed.retry'})}
      </button>
      ${
        error
          ? html`<p>
              ${msg('You could also ask a GP, a library or a charity near you.', {id: 'finder.state.none.ask'})}
            </p>`
          : nothing
      }
    </div>`;
  }
  if (places.length) return part?.severalPlaces(places, choose);
  // Words that say "wait" come only after a moment, in room that is kept.
  if (isWaiting) return html`<p class="waiting">${msg('Looking for spaces', {id: 'finder.state.waiting'})}</p>`;
  if (asked || isLocating) return nothing;
  return html`${title(msg('Where would you like to look?', {id: 'finder.state.before.title'}))}
    <p>${whatToDo()}</p>`;
}

/** Said wherever sample data is shown. */
export const sample = () =>
  html`<p class="notice small">
    ${msg('These are sample spaces. Check every detail before you go.', {id: 'finder.sample'})}
  </p>`;
