import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {smsLink, telephoneLink} from '@held-spaces/domain/phone-numbers';
import type {Result} from '@held-spaces/domain/search';
import {phoneIcon, placeIcon, textIcon} from '../../internal/first-icons.js';
import {heading} from '../../internal/heading.js';
import type * as cardFacts from './card-facts.js';
import {distanceWords, kindWords} from './card-words.js';
import type * as hoursFact from './hours-fact.js';
import type {FinderTools} from './take-away/tools.js';

/** What a card shows beside the first lines. It comes a moment later, with all that a list needs. */
export interface CardPart {
  readonly cardFacts: typeof cardFacts.cardFacts;
  readonly hoursFact: typeof hoursFact.hoursFact;
}

export interface CardOptions {
  readonly now: Date;
  readonly staleAfterDays: number;
  readonly unit: 'miles' | 'km';
  /** Heading level of the widget's title; a card's is two below. */
  readonly level: number;
  /** Missing where there is nothing to open it with. */
  readonly open: ((result: Result) => void) | undefined;
  readonly part: CardPart | undefined;
  /** What else can be done with a space. */
  readonly tools: FinderTools | undefined;
}

/** A fact with its icon. `label` is for those who cannot see the icon. */
export const fact = (icon: TemplateResult, words: unknown, {label = '', className = ''} = {}) =>
  html`<li class="with-icon ${className}">
    ${icon}<span>${label ? html`<span class="visually-hidden">${label}: </span>` : nothing}${words}</span>
  </li>`;

/** The number to call or text, as links that do what they say: a text line is never a call. */
export function reachButtons({contact}: Result['space'], name: string, main = false) {
  const style = main ? 'button main' : 'button';
  return html`
    ${
      contact.phone
        ? html`<a class=${style} href=${telephoneLink(contact.phone)}
            >${phoneIcon()} <span>${msg(str`Call ${contact.phone}`, {id: 'finder.details.call'})}</span
            ><span class="visually-hidden">: ${name}</span></a
          >`
        : nothing
    }
    ${
      contact.text
        ? html`<a class="button" href=${smsLink(contact.text.number, contact.text.keyword)}
            >${textIcon()}
            <span
              >${
                contact.text.keyword
                  ? msg(str`Text ${contact.text.keyword} to ${contact.text.number}`, {
                      id: 'finder.details.text.keyword',
                    })
                  : msg(str`Text ${contact.text.number}`, {id: 'finder.details.text'})
              }</span
            ><span class="visually-hidden">: ${name}</span></a
          >`
        : nothing
    }
  `;
}

/**
 * One space in the list, in the order that a tired person needs: what, open, near; then the rest; then how to reach it.
 */
export function card(result: Result, options: CardOptions) {
  const {space, distanceKm} = result;
  const {unit, level, open, part, tools} = options;
  return html`
    <li class="card" part="card" data-space=${space.id}>
      <div class="words">
        ${heading(
          level + 1,
          open
            ? html`<button type="button" class="link" @click=${() => open(result)}>${space.name}</button>`
            : space.name,
          {className: 'name'},
        )}
        <p class="kind">${kindWords(space)}</p>
        ${
          space.status === 'temporarily closed'
            ? html`<p>${msg('Paused for now', {id: 'finder.card.summary.paused'})}</p>`
            : nothing
        }
      </div>
      <ul class="now">
        ${part?.hoursFact(result, options)}
        ${fact(distanceKm === undefined && space.contact.phone ? phoneIcon() : placeIcon(), distanceWords(space, distanceKm, unit))}
      </ul>
      ${space.summary ? html`<p class="summary">${space.summary}</p>` : nothing} ${part?.cardFacts(result, options)}
      <div class="actions">
        ${reachButtons(space, space.name)}
        ${
          open
            ? html`<button type="button" class="button more" @click=${() => open(result)}>
                ${msg('More about this space', {id: 'finder.card.open'})}<span class="visually-hidden"
                  >: ${space.name}</span
                >
              </button>`
            : nothing
        }
        ${tools?.onCard(result)}
      </div>
    </li>
  `;
}
