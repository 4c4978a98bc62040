/* eslint lit-a11y/accessible-name: off -- Its name is the label with `for`. */
import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {nearIcon, onlineIcon, privateIcon, searchIcon} from '../../internal/first-icons.js';
import type {FinderSearch} from './finder-search.js';
import type {WhenNeeded} from './when-needed-part.js';
import {whatToDo} from './states.js';
import type {Suggestions} from './suggestions.js';

export interface WhereFormOptions {
  /** What stands in the field at first. */
  readonly place: string;
  readonly search: FinderSearch;
  readonly whenNeeded: WhenNeeded;
  /** Missing until somebody has typed and they have come. */
  readonly suggestions: Suggestions | undefined;
  readonly typed: () => void;
  readonly submit: () => void;
  readonly locate: () => void;
  readonly anywhere: () => void;
}

/** One field for a place, with two ways round it: where the device is, and nowhere at all. */
export function whereForm({place, search, whenNeeded, suggestions, typed, submit, locate, anywhere}: WhereFormOptions) {
  const {problem, asked} = search;
  const {part} = whenNeeded;
  return html`
    <form
      class="where"
      part="search"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="asking">
        <label class="label" for="place">${msg('Place or postcode', {id: 'finder.where.label'})}</label>
        <span class="hint" id="place-hint">
          ${msg('For example LS6, M13 9PL or Leeds. The first part of a postcode is enough.', {id: 'finder.where.hint'})}
        </span>
      </div>
      ${
        problem
          ? html`<span class="error" id="place-error">${part ? part.placeProblem(problem) : whatToDo()}</span>`
          : nothing
      }
      <div class="typed">
        <input
          id="place"
          class="field"
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-controls="places"
          aria-expanded=${suggestions?.isOpen ?? false}
          aria-activedescendant=${suggestions?.activeId ?? nothing}
          @input=${typed}
          @keydown=${(event: KeyboardEvent) => suggestions?.key(event)}
          @blur=${() => suggestions?.close()}
          autocomplete="off"
          autocapitalize="words"
          spellcheck="false"
          enterkeyhint="search"
          .defaultValue=${place}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'place-error place-hint' : 'place-hint'}
        />
        ${suggestions?.render()}
        <span class="visually-hidden" aria-live="polite">${suggestions?.said}</span>
      </div>
      <button class="button main">${searchIcon()} ${msg('Find spaces', {id: 'finder.search'})}</button>
      <div class="ways">
        <button type="button" class="link" @click=${locate}>
          ${nearIcon()} ${msg('Use where I am now', {id: 'finder.where.use-location'})}
        </button>
        <button type="button" class="link" aria-pressed=${asked?.kind === 'anywhere'} @click=${anywhere}>
          ${onlineIcon()} ${msg('Online and phone only', {id: 'finder.where.anywhere'})}
        </button>
      </div>
    </form>
    <div class="private with-icon">
      ${privateIcon()}
      <details @toggle=${() => void whenNeeded.load()}>
        <summary>
          ${msg('What you type and choose stays on this page. We do not see it.', {id: 'finder.private'})}
          <span class="how">${msg('How this works', {id: 'finder.private.link'})}</span>
        </summary>
        ${part?.howThisWorks()}
      </details>
    </div>
  `;
}
