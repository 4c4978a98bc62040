import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Place} from '@held-spaces/domain/places';
import {aboutIcon, nearIcon, onlineIcon, privateIcon, searchIcon} from '../../internal/icons.js';
import type {FinderSearch} from './finder-search.js';

export interface WhereFormOptions {
  /** What stands in the field at first. */
  readonly place: string;
  readonly search: FinderSearch;
  readonly submit: (event: Event) => void;
  readonly locate: () => void;
  readonly anywhere: () => void;
  readonly choose: (place: Place) => void;
}

function problemWords(problem: NonNullable<FinderSearch['problem']>): string {
  switch (problem) {
    case 'empty':
      return msg("Type a place or a postcode, or choose 'Online and phone only'.", {id: 'finder.where.error.empty'});
    case 'postcode':
      return msg('That postcode does not look complete. The first part is enough, such as LS6.', {
        id: 'finder.where.error.postcode',
      });
    case 'outside':
      return msg('That place is outside the area this list covers.', {id: 'finder.where.error.outside'});
    case 'refused':
      return msg('We could not use where you are. You can type a place instead.', {id: 'finder.where.error.refused'});
    case 'unavailable':
      return msg('Your phone or computer could not tell where you are. You can type a place instead.', {
        id: 'finder.where.error.unavailable',
      });
    case 'not-found':
      return msg('We do not have that place in our list. Check the spelling, or try a town near it.', {
        id: 'finder.where.error.not-found',
      });
  }
}

/** One field for a place, with two ways round it: where the device is, and nowhere at all. */
export function whereForm({place, search, submit, locate, anywhere, choose}: WhereFormOptions) {
  const {problem, places} = search;
  return html`
    <form class="where" novalidate @submit=${submit}>
      <div class="asking">
        <label class="label" for="place">${msg('Place or postcode', {id: 'finder.where.label'})}</label>
        <span class="hint" id="place-hint">
          ${msg('For example LS6, M13 9PL or Leeds. The first part of a postcode is enough.', {id: 'finder.where.hint'})}
        </span>
      </div>
      ${
        problem
          ? html`<span class="error" id="place-error">${aboutIcon()} <span>${problemWords(problem)}</span></span>`
          : nothing
      }
      <input
        id="place"
        class="field"
        type="text"
        autocomplete="off"
        autocapitalize="words"
        spellcheck="false"
        enterkeyhint="search"
        .defaultValue=${place}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? 'place-error place-hint' : 'place-hint'}
      />
      <button class="button main">${searchIcon()} ${msg('Find spaces', {id: 'finder.search'})}</button>
      <div class="ways">
        <button type="button" class="link" @click=${locate}>
          ${nearIcon()} ${msg('Use where I am now', {id: 'finder.where.use-location'})}
        </button>
        <button type="button" class="link" aria-pressed=${search.asked?.kind === 'anywhere'} @click=${anywhere}>
          ${onlineIcon()} ${msg('Online and phone only', {id: 'finder.where.anywhere'})}
        </button>
      </div>
    </form>
    ${
      places.length
        ? html`<div class="places">
            <p class="label">${msg(str`Places that match: ${places.length}`, {id: 'finder.where.suggestions'})}</p>
            ${places.map(
              match => html`<button type="button" class="link" @click=${() => choose(match)}>${match.name}</button>`,
            )}
          </div>`
        : nothing
    }
    <div class="private with-icon">
      ${privateIcon()}
      <details>
        <summary>
          <span class="promise"
            >${msg('What you type and choose stays on this page. We do not see it.', {id: 'finder.private'})}</span
          >
          <span class="how">${msg('How this works', {id: 'finder.private.link'})}</span>
        </summary>
        <p>
          ${msg(
            'This page gets a list of spaces for a wide area. The search happens on your own phone or computer. It does not send your postcode, or what you need.',
            {id: 'finder.private.more'},
          )}
        </p>
        <p>
          ${msg('Your phone or computer will ask you first. We do not keep it or send it.', {
            id: 'finder.where.use-location.hint',
          })}
        </p>
        <p>
          ${msg('The owner of this website may use tools that see what happens on it. We cannot stop that.', {
            id: 'finder.private.host',
          })}
        </p>
      </details>
    </div>
  `;
}
