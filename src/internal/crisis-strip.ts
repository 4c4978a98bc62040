import {coreContacts, type CrisisLine} from '@held-spaces/domain/crisis';
import {smsLink, spokenNumber, telephoneLink} from '@held-spaces/domain/phone-numbers';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {html, nothing, type TemplateResult} from 'lit';
import {callWords, compactTitle, moreWords, textName, textWords} from './crisis-strip-words.js';
import {css} from './css.js';
import {lampIcon, phoneIcon, textIcon} from './first-icons.js';

/** One row with a number to call and one to text, for the top of every widget in every state. It needs no network. */

/** A number, which reads from left to right in every language: groups must never change places. */
export const strong = (number: string) => html`<strong dir="ltr">${number}</strong>`;

/** Words with the number in them made strong, wherever a language puts it. */
export function strongNumber(words: string, number: string): TemplateResult {
  const at = words.indexOf(number);
  return html`<span>${words.slice(0, at)}</span>${strong(number)}${words.slice(at + number.length)}`;
}

/**
 * A link that calls. Its name is spoken digit by digit: a screen reader would make a sum of 116123.
 */
export const callLink = ({name, phone = ''}: CrisisLine, words: unknown) =>
  html`<a href=${telephoneLink(phone)} aria-label=${callWords(name, spokenNumber(phone))}>${words}</a>`;

/** A link that opens a text. Never one that calls. */
export function textLink({name, text}: CrisisLine): TemplateResult | typeof nothing {
  if (!text) return nothing;
  const {number, keyword} = text;
  return html`<a href=${smsLink(number, keyword)} aria-label=${textName(name, spokenNumber(number), keyword)}
    >${strongNumber(textWords(number, keyword), number)}</a
  >`;
}

export interface CrisisStripOptions {
  /** Lines for this nation. Without one, lines for the whole UK. */
  readonly nation?: Nation | undefined;
  /** What "More people to turn to" does. Without it, the strip has no such button. */
  readonly onMore?: (() => void) | undefined;
  /** Whether what that button shows is shown. Leave it out where the button leads elsewhere. */
  readonly expanded?: boolean;
}

/** One quiet row with a person to call, one to text, and the way to more. For the top of every widget and state. */
export function crisisStrip({nation, onMore, expanded}: CrisisStripOptions = {}): TemplateResult {
  const lines = coreContacts(nation);
  const voice = lines.find(({phone}) => phone);
  const text = lines.find(line => line.text);
  return html`<div class="crisis-strip lamp">
    <p class="with-icon"><span>${lampIcon()}</span><strong>${compactTitle()}</strong></p>
    ${
      voice
        ? html`<p class="with-icon">
            ${phoneIcon()}${callLink(voice, strongNumber(callWords(voice.name, voice.phone ?? ''), voice.phone ?? ''))}
          </p>`
        : nothing
    }
    ${text ? html`<p class="with-icon">${textIcon()}${textLink(text)}</p>` : nothing}
    ${
      onMore
        ? html`<button type="button" class="crisis-more" aria-expanded=${expanded ?? nothing} @click=${onMore}>
            ${moreWords()}
          </button>`
        : nothing
    }
  </div>`;
}

/** After `baseStyles`. Lamp is the colour of the crisis lines and of nothing else. */
export const crisisStripStyles = css`
  .lamp {
    padding: var(--_space-4);
    border: 1px solid var(--_lamp-line);
    border-radius: var(--_radius-panel);
    background: var(--_lamp);
    color: var(--_ink);
  }

  .lamp a {
    color: inherit;
  }

  .lamp.crisis-strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-5);
    padding: var(--_space-2) var(--_space-4);
  }

  .crisis-strip p {
    align-items: center;
  }

  .crisis-strip .icon {
    display: block;
    inline-size: 1.25em;
  }

  .crisis-strip a,
  .crisis-more {
    display: inline-block;
    min-block-size: var(--_target);
    padding: 0;
    padding-block: calc((var(--_target) - 1.5em) / 2);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  @media print {
    .crisis-more {
      display: none;
    }
  }
`;
