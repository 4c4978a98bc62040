import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {DirectoryError} from '../../directory/errors.js';
import {notSureDrawing} from '../../internal/drawings.js';
import {heading} from '../../internal/heading.js';
import {closeIcon, offlineIcon, undoIcon} from '../../internal/icons.js';
import {dateWords} from '../../internal/words.js';
import type {Choice} from './choices.js';
import {choiceWords} from './filters.js';

/** The states in which there is no list, or not the list that was asked for. Each says what to do next. */

/** Before anybody has searched. */
export const before = (level: number) => html`
  ${heading(level + 1, msg('Where would you like to look?', {id: 'finder.state.before.title'}), {
    className: 'small-heading',
  })}
  <p>${msg('Type a place, or look at spaces you can use from anywhere.', {id: 'finder.state.before.text'})}</p>
`;

/** While it is looked for: words that come only after a moment, and the room kept. */
export const waiting = () => html`<p class="waiting">${msg('Looking for spaces', {id: 'finder.state.waiting'})}</p>`;

/** When that takes long. The search goes on meanwhile. */
export const slow = (level: number, retry: () => void) => html`
  <div class="panel state">
    ${heading(level + 1, msg('This is taking longer than usual', {id: 'finder.state.slow.title'}), {
      className: 'small-heading',
    })}
    <p>${msg('You can wait, or try again. The numbers below work now.', {id: 'finder.state.slow.text'})}</p>
    ${retryButton(retry, msg('Try again', {id: 'finder.state.failed.retry'}))}
  </div>
`;

const retryButton = (retry: () => void, words: string) =>
  html`<button type="button" class="button main" @click=${retry}>${undoIcon()} ${words}</button>`;

/** Why the list of spaces could not be had. Never "nothing near you". */
export function failedWords({kind}: DirectoryError): {readonly title: string; readonly text: string} {
  if (kind === 'offline') {
    return {
      title: msg('You are offline', {id: 'finder.state.offline.title'}),
      text: msg(
        'The list of spaces needs the internet. You may still be able to call or text. The numbers below are on this page.',
        {id: 'finder.state.offline.text'},
      ),
    };
  }
  return {
    title: msg('We could not reach the list of spaces', {id: 'finder.state.failed.title'}),
    text:
      kind === 'busy'
        ? msg('The list is busy. Please wait a minute and try again.', {id: 'finder.state.refused'})
        : msg('This is our fault, not yours. What you chose is still here.', {id: 'finder.state.failed.text'}),
  };
}

/** The list could not be had: what happened, what was kept, what to do next. */
export function failed(level: number, error: DirectoryError, retry: () => void) {
  const {title, text} = failedWords(error);
  return html`
    <div class="panel state">
      <div class="with-icon">${offlineIcon()} ${heading(level + 1, title, {className: 'small-heading'})}</div>
      <p>${text}</p>
      ${retryButton(retry, msg('Try again', {id: 'finder.state.failed.retry'}))}
      <p>${msg('You could also ask a GP, a library or a charity near you.', {id: 'finder.state.none.ask'})}</p>
    </div>
  `;
}

/** The newest list could not be had, and an earlier one is shown. */
export const older = (level: number, generated: string) => html`
  <div class="panel state">
    ${heading(level + 1, msg('This list may be out of date', {id: 'finder.state.older.title'}), {
      className: 'small-heading',
    })}
    <p>
      ${msg(str`We could not get the newest list. This one is from: ${dateWords(new Date(generated))}`, {
        id: 'finder.state.older.text',
      })}
    </p>
  </div>
`;

/** Said wherever sample data is shown. */
export const sample = () =>
  html`<p class="notice small">
    ${msg('These are sample spaces. Check every detail before you go.', {id: 'finder.sample'})}
  </p>`;

/** The postcode was typed whole, and only its district is known. */
export const roughly = (outcode: string) =>
  html`<p class="small soft">
    ${msg(str`We know the area but not the exact postcode. We used the middle of: ${outcode}`, {
      id: 'finder.where.error.unit-unknown',
    })}
  </p>`;

export interface NoneOptions {
  readonly level: number;
  /** Whether the person has made choices that may be what leaves everything out. */
  readonly hasChoices: boolean;
  /** The choices that left the most out, with how many spaces each would bring back. */
  readonly loosen: readonly {readonly choice: Choice; readonly count: number}[];
  readonly remove: (choice: Choice) => void;
  /** How much further the list that follows reaches. Missing where nothing is found there either. */
  readonly furtherWords: string | undefined;
}

/** Nothing near: said plainly, with the choices that left the most out. What lies further follows. */
export function none({level, hasChoices, loosen, remove, furtherWords}: NoneOptions) {
  return html`
    <div class="state none">
      ${notSureDrawing()}
      ${
        hasChoices
          ? heading(
              level + 1,
              msg('We found no space that fits everything you chose', {id: 'finder.state.none.title'}),
              {
                className: 'small-heading',
              },
            )
          : nothing
      }
      <p>
        ${msg('Our list has no space near there yet. It does not mean there is none.', {id: 'finder.state.none.area'})}
        ${msg('You could also ask a GP, a library or a charity near you.', {id: 'finder.state.none.ask'})}
      </p>
      ${
        loosen.length
          ? html`<p class="label">
                ${msg('These choices left the most out. You can remove one.', {id: 'finder.state.none.loosen'})}
              </p>
              ${loosen.map(({choice, count}) => {
                const words = msg(str`Remove: ${choiceWords(choice)}`, {id: 'finder.filter.remove'});
                return html`<button type="button" class="button" @click=${() => remove(choice)}>
                  ${closeIcon()} ${msg(str`${words}: ${count}`, {id: 'finder.filter.count'})}
                </button>`;
              })}`
          : nothing
      }
      ${furtherWords ? html`<p class="label">${furtherWords}</p>` : nothing}
    </div>
  `;
}

/** How much further the list below reaches, rounded to what a person would say. */
export function widened(km: number, unit: 'miles' | 'km'): string {
  if (unit === 'km') {
    return msg(str`We looked further: up to ${km} km. Here is what we found.`, {id: 'finder.state.none.widened-km'});
  }
  const n = Math.round(km / 1.6 / 5) * 5;
  return msg(str`We looked further: up to ${n} miles. Here is what we found.`, {id: 'finder.state.none.widened'});
}

/** It goes on as far as the list does. */
export const widenedToAll = () =>
  msg('We looked as far as our list goes. Here is what we found.', {id: 'finder.state.none.widened-all'});
