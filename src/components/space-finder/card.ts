import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {smsLink, telephoneLink} from '@held-spaces/domain/phone-numbers';
import {freshness} from '@held-spaces/domain/freshness';
import type {Result} from '@held-spaces/domain/search';
import {
  clockIcon,
  closedIcon,
  costIcon,
  olderIcon,
  openIcon,
  personIcon,
  phoneIcon,
  placeIcon,
  roadIcon,
  textIcon,
  toldIcon,
  wayInIcon,
  wordsIcon,
} from '../../internal/first-icons.js';
import {
  ageWords,
  costWords,
  distanceWords,
  forWords,
  kindWords,
  stageFitWords,
  toldWords,
  wayInWords,
} from './card-words.js';
import {heading} from '../../internal/heading.js';
import {hoursWords} from './hours-words.js';

export interface CardOptions {
  readonly now: Date;
  readonly staleAfterDays: number;
  readonly unit: 'miles' | 'km';
  /** Heading level of the widget's title; a card's is two below. */
  readonly level: number;
  readonly open: (result: Result) => void;
}

const hoursIcons = {open: openIcon, closed: closedIcon, clock: clockIcon};

/** A fact with its icon. `label` is for those who cannot see the icon. */
export const fact = (icon: TemplateResult, words: unknown, {label = '', className = ''} = {}) =>
  html`<li class="with-icon ${className}">
    ${icon}<span>${label ? html`<span class="visually-hidden">${label}: </span>` : nothing}${words}</span>
  </li>`;

/** When it is open, in bold, with what the source itself says of its times. */
export function hoursFact({space, hours}: Result, now: Date) {
  const {icon, words, said} = hoursWords(space.schedules, hours, now);
  return fact(
    hoursIcons[icon](),
    html`${words}${
      said ? html`<span class="said">${msg(str`In their words: ${said}`, {id: 'finder.hours.said'})}</span>` : nothing
    }`,
    {className: 'hours'},
  );
}

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
  const {now, unit, level, open} = options;
  const age = ageWords(space, freshness(space.provenance, now, options.staleAfterDays) === 'old');
  return html`
    <li class="card" data-space=${space.id}>
      <div class="words">
        ${heading(
          level + 1,
          html`<button type="button" class="link" @click=${() => open(result)}>${space.name}</button>`,
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
        ${hoursFact(result, now)}
        ${fact(distanceKm === undefined && space.contact.phone ? phoneIcon() : placeIcon(), distanceWords(space, distanceKm, unit))}
      </ul>
      ${space.summary ? html`<p class="summary">${space.summary}</p>` : nothing}
      <ul class="facts">
        ${fact(wayInIcon(), wayInWords(space), {label: msg('Getting in', {id: 'finder.filter.way-in'})})}
        ${fact(personIcon(), forWords(space), {label: msg('Who it is for', {id: 'finder.details.for'})})}
        ${fact(costIcon(), costWords(space))} ${fact(roadIcon(), stageFitWords(space))}
        ${fact(toldIcon(), toldWords(space), {className: 'wide'})}
        ${fact(wordsIcon(), msg('Not yet evaluated', {id: 'finder.card.not-evaluated'}), {className: 'wide soft'})}
        ${age ? fact(olderIcon(), age, {className: 'wide'}) : nothing}
      </ul>
      <div class="actions">
        ${reachButtons(space, space.name)}
        <button type="button" class="button more" @click=${() => open(result)}>
          ${msg('More about this space', {id: 'finder.card.open'})}<span class="visually-hidden">: ${space.name}</span>
        </button>
      </div>
    </li>
  `;
}
