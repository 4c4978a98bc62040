import {
  feelings,
  isHardClue,
  placesOf,
  suggest,
  wants,
  type Clue,
  type Feeling,
  type Want,
} from '@held-spaces/domain/roadmap';
import {stageAnswers} from '@held-spaces/domain/vocabularies';
import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {downIcon} from '../../internal/first-icons.js';
import {heading} from '../../internal/heading.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/list-words.js';
import {feelingWords, wantWords, type ClueWords} from './clue-words.js';
import {feels} from './feels-words.js';
import type {SelectorView} from './selector-view.js';
import {fieldOf} from '../../controllers/stage-answers.js';

const words: Readonly<Record<Clue, ClueWords>> = {...feelingWords, ...wantWords};

const feelingList = Object.keys(feelings) as Feeling[];
const wantList = Object.keys(wants) as Want[];

/**
 * For somebody who cannot name a place: what it feels like, or what they want, and the one or two places that this may
 * be, with the reason. It is always about the person who reads, in every role; nothing is chosen until they choose it.
 */
export function wayIn(view: SelectorView) {
  const {role} = view;
  return html`<div class="way-in stack">
    <p class="hint" id="way-in-hint">
      ${msg('Choose what fits. We will show one or two stages that may match, and say why.', {id: 'stages.wayin.hint'})}
    </p>
    ${clueList(view, msg('What does it feel like?', {id: 'stages.wayin.feelings.legend'}), feelingList)}
    ${clueList(
      view,
      msg('What do you want?', {id: 'stages.wayin.wants.legend'}),
      wantList.filter(want => want !== 'for-me' || role !== 'experiencer'),
    )}
    <div class="panel stack suggestion" role="status">${suggestion(view)}</div>
    ${feltBy(view)}
  </div>`;
}

const clueList = ({clues, disabled, pick}: SelectorView, legend: string, list: readonly Clue[]) =>
  html`<fieldset class="clues" ?disabled=${disabled} aria-describedby="way-in-hint">
    <legend class="label">${legend}</legend>
    <div>
      ${list.map(
        clue =>
          html`<label class="choice">
            <input
              type="checkbox"
              .value=${clue}
              autocomplete="off"
              .checked=${clues.includes(clue)}
              @change=${(event: Event) => pick(clue, (event.target as HTMLInputElement).checked)}
            />
            ${words[clue].name()}
          </label>`,
      )}
    </div>
  </fieldset>`;

function suggestion({clues, journey, role, level, disabled, choose, focus}: SelectorView) {
  const chosen = journey[fieldOf(role, 'mine')];
  const {places, because} = suggest(clues);
  if (!places.length) return html`<p>${msg('Nothing chosen yet.', {id: 'stages.wayin.result.none'})}</p>`;
  return html`
    ${heading(level + 1, msg('This may fit', {id: 'stages.wayin.result.title'}), {className: 'small-heading'})}
    ${
      clues.some(isHardClue)
        ? html`<button type="button" class="link no-print" @click=${focus('.forward')}>
            ${msg('Go to help for right now', {id: 'crisis.skip'})}
          </button>`
        : nothing
    }
    <ul class="reasons">
      ${reasons(because).map(
        ([why, named]) =>
          html`<li><strong>${listWords(named.map(place => stageNames[place]()))}</strong><br />${why}</li>`,
      )}
    </ul>
    <p>${msg('You know best. Choose what feels right to you.', {id: 'stages.wayin.result.note'})}</p>
    <ul class="row no-print">
      ${places.map(place => {
        const name = stageNames[place]();
        return html`<li>
          ${
            chosen.includes(place)
              ? msg(str`Chosen: ${name}`, {id: 'stages.chosen'})
              : html`<button
                  type="button"
                  class="button"
                  ?disabled=${disabled}
                  @click=${() => choose('mine', place, true)}
                >
                  ${msg(str`Choose this stage: ${name}`, {id: 'stages.wayin.use.name'})}
                </button>`
          }
        </li>`;
      })}
      <li>
        <button type="button" class="link" @click=${focus('.where input')}>
          ${msg('Choose a different one', {id: 'stages.wayin.ignore'})}
        </button>
      </li>
    </ul>
  `;
}

/** Each reason once, with the places that its sentence speaks of. */
const reasons = (because: readonly Clue[]) => [...new Map(because.map(clue => [words[clue].why(), placesOf(clue)]))];

/** Every place, with what it may feel like, to read and not to choose. */
const feltBy = ({role, level}: SelectorView) =>
  html`<div class="felt">
    ${heading(level + 1, msg('What it may feel like', {id: 'stages.more'}), {className: 'small-heading'})}
    ${stageAnswers.map(
      place =>
        html`<details>
          <summary>${stageNames[place]()} ${downIcon()}</summary>
          <ul class="feels">
            ${feels[role === 'holder' ? 'holder' : 'experiencer'][place]().map(each => html`<li>${each}</li>`)}
          </ul>
        </details>`,
    )}
  </div>`;
