import {html, nothing} from 'lit';
import {msg, str} from '@lit/localize';
import {backIcon} from '../../internal/icons.js';
import {stepFrom, type Part} from './draft.js';
import {roleChoices} from './choices.js';
import type {FormView} from './form-view.js';
import {partIcon, partQuestions} from './questions.js';
import {about, opening, paperButton} from './start.js';
import {partWords} from './words.js';

/** Every part under the other, as rows where there is room. */
export const allParts = (view: FormView) => html`
  ${opening(view)}
  <button type="button" class="link" @click=${() => view.setLayout('one')}>
    ${msg('One part at a time', {id: 'evaluation.layout.one'})}
  </button>
  ${roleChoices(view.role)}
  ${view.parts.map(
    part =>
      html`<section class="part stack" aria-labelledby=${`part-${part}`}>
        ${view.heading(1, html`${partIcon(part)}<span>${partWords[part]()}</span>`, {
          id: `part-${part}`,
          className: 'name with-icon',
          focusable: true,
        })}
        ${partQuestions(part, view)}
      </section>`,
  )}
  <div class="buttons">
    <button type="submit" class="button main">${previewWords()}</button>
    ${paperButton(view)}
  </div>
`;

/** One part, with the ways on and back. Next and skip both go on: skipping is a good answer, so it has a door of its own. */
export const onePart = (part: Part, view: FormView) => html`
  ${view.crisisAbove()}
  <div class="soft">
    ${about(view)}
    <p id="part-number">
      ${msg(str`Part ${view.parts.indexOf(part) + 1} of ${view.parts.length}`, {id: 'evaluation.part'})}
    </p>
  </div>
  ${view.heading(0, html`${partIcon(part)}<span>${partWords[part]()}</span>`, {
    id: 'heading',
    className: 'title with-icon',
    focusable: true,
  })}
  ${partQuestions(part, view)}
  <div class="buttons steps">
    <button type="submit" class="button main">${msg('Next', {id: 'evaluation.next'})}</button>
    <button type="button" class="button" @click=${() => view.go(stepFrom(part, 1, view.parts))}>
      ${msg('Skip this part', {id: 'evaluation.skip'})}
    </button>
    <button type="button" class="button" @click=${() => view.go(stepFrom(part, -1, view.parts))}>
      ${backIcon()}${msg('Back', {id: 'evaluation.back'})}
    </button>
  </div>
  <div class="row">
    <button type="button" class="link" @click=${() => view.preview()}>${previewWords()}</button>
    <button type="button" class="link" @click=${() => view.setLayout('all')}>
      ${msg('All on one page', {id: 'evaluation.layout.all'})}
    </button>
  </div>
  ${view.crisisBelow()}
`;

const previewWords = () => msg('See what I will send', {id: 'evaluation.to-preview'});

/** The finder has opened another space. Answers are never moved to it. */
export const otherSpace = (name: string, startAgain: () => void) =>
  html`<div class="panel stack">
    ${name ? html`<p>${msg(str`You have opened another space: ${name}`, {id: 'evaluation.other-space'})}</p>` : nothing}
    <button type="button" class="button" @click=${startAgain}>
      ${msg('Clear this, and answer about that one', {id: 'evaluation.other-space.start'})}
    </button>
  </div>`;
