import {
  openToAny,
  shuffled,
  understandings,
  withoutWords,
  type SharedView,
  type Understanding,
} from '@held-spaces/domain/roadmap';
import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {heading} from '../../internal/heading.js';
import type {SelectorView} from './selector-view.js';
import {understandingWords} from './understanding-words.js';

/** New for each visit to the page, and then it stays: a list that changed under a reader's eyes would lose them. */
const order = shuffled(Object.keys(understandings) as Understanding[]);

/** Notes on ways of understanding distress. All of them or none: a host may leave out the whole, never one. */
export const understanding = ({level, show}: SelectorView) =>
  html`<div class="stack">
    <p>
      ${msg(
        'People make sense of distress in different ways. No way is right for everyone. You can hold more than one, or none.',
        {id: 'understanding.intro'},
      )}
    </p>
    <p class="hint">${msg('These are in a new order each time. None comes first.', {id: 'understanding.order'})}</p>
    <ul class="notes">
      ${order.map(id => {
        const {name, text} = understandingWords[id];
        return html`<li class="stack">
          ${heading(level + 1, name(), {className: 'small-heading'})}
          <p>${text()}</p>
          ${see(name(), understandings[id], show)}
        </li>`;
      })}
      ${own(level, show)}
    </ul>
    ${
      show
        ? html`<p class="hint no-print">
            ${msg('Spaces told us how they see distress. We have not checked it.', {id: 'understanding.see.note'})}
          </p>`
        : nothing
    }
    <p>
      ${msg('Taking a medicine? Talk to the person who gives it to you before you stop or change it.', {
        id: 'understanding.medicine',
      })}
    </p>
    <p class="draft small">
      ${msg('These words are a first draft. Tell us if they are not fair to a view you hold.', {
        id: 'understanding.draft',
      })}
    </p>
  </div>`;

/** Always the last. */
function own(level: number, show: SelectorView['show']) {
  const name = msg('Your own way', {id: 'understanding.own.title'});
  const body = msg('Some spaces work with art, the body or nature, and leave the meaning to you.', {
    id: 'understanding.body.text',
  });
  return html`<li class="stack">
    ${heading(level + 1, name, {className: 'small-heading'})}
    <p>
      ${msg(
        'You may see it in a way that is not here, or have no words for it yet. That is fine. Many spaces are open to any meaning.',
        {id: 'understanding.own.text'},
      )}
    </p>
    ${see(name, openToAny, show)}
    <p>${body}</p>
    ${see(body, withoutWords, show)}
  </li>`;
}

/** The same words lead from every note; the name of the note is read with them. */
function see(name: string, view: SharedView, show: SelectorView['show']) {
  if (!show) return nothing;
  return html`<button
    type="button"
    class="link no-print"
    aria-label=${msg(str`Show spaces that share this view: ${name}`, {id: 'understanding.see.name'})}
    @click=${() => show(view)}
  >
    ${msg('Show spaces that share this view', {id: 'understanding.see'})}
  </button>`;
}
