import {html} from 'lit';
import {msg} from '@lit/localize';
import type {QuotePart} from '@held-spaces/domain/evaluation-summary';
import {shownParts as partsOf, type LeftOut} from '@held-spaces/domain/moderation';
import {piecesOf, wordsIn, type Word} from './marked-words.js';

interface Redacting {
  readonly words: string;
  readonly marked: ReadonlySet<number>;
  /** The word that Tab comes to. */
  readonly at: number;
  goTo(at: number): void;
  mark(at: number): void;
}

/** Words as everybody will see them, each gap said to be one. */
export const shownWords = (words: string, leftOut: readonly LeftOut[]) =>
  shownParts(leftOut.length ? partsOf(words, leftOut) : [words]);

/** The same from its parts. */
export const shownParts = (parts: readonly QuotePart[]) =>
  html`<span class="exact">${parts.map(part => part ?? gap())}</span>`;

const gap = () => html`<span class="gap">${msg('(left out)', {id: 'evaluation.shown.words.gap'})}</span>`;

/** Each word can be taken out, and nothing put in. One stop for Tab; the arrows go from word to word. */
export function redacting(view: Redacting) {
  const words = wordsIn(view.words);
  return html`
    <p>${msg('Only take out. Never add or change a word.', {id: 'desk.item.redact.rule'})}</p>
    <p class="hint" id="how">
      ${msg('Press a word to take it out or put it back. With the keyboard: arrows to move, space to take out.', {
        id: 'desk.item.redact.how',
      })}
    </p>
    <div class="side">
      <div
        class="words"
        role="toolbar"
        aria-label=${msg('What they wrote', {id: 'desk.item.redact.wrote'})}
        aria-describedby="how"
        @keydown=${(event: KeyboardEvent) => move(event, view, words.length - 1)}
      >
        <span class="exact"
          >${words.map((word, index) => [marking(word.text, index, view), after(view.words, words, index)])}</span
        >
      </div>
      <div
        class="words shown"
        role="region"
        aria-label=${msg('This is what everyone will see', {id: 'desk.confirm.shown'})}
      >
        ${shownWords(view.words, piecesOf(view.words, view.marked))}
      </div>
    </div>
  `;
}

const marking = (text: string, index: number, {at, marked, mark}: Redacting) =>
  html`<button
    type="button"
    class="word"
    tabindex=${index === at ? 0 : -1}
    aria-pressed=${marked.has(index)}
    @click=${() => mark(index)}
  >
    ${text}
  </button>`;

/** What stands between a word and the next, as it was written. */
const after = (text: string, words: readonly Word[], index: number) =>
  text.slice(words[index]?.to, words[index + 1]?.from);

function move(event: KeyboardEvent, {at, goTo}: Redacting, last: number) {
  const to = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  goTo(Math.min(Math.max(to, 0), last));
}
