import {kindsAt} from '@held-spaces/domain/roadmap';
import {stageFit, type EvaluatedSpace, type KindFit} from '@held-spaces/domain/stage-fit';
import {isOneOf, stages, type Kind, type StageAnswer} from '@held-spaces/domain/vocabularies';
import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Wanted} from '../../controllers/journey.js';
import {heading} from '../../internal/heading.js';
import {kindNames, stageNames} from '../../internal/vocabulary-words.js';
import {canDo, help} from './help-words.js';
import type {SelectorView} from './selector-view.js';
import {chosenPlaces, fieldOf} from '../../controllers/stage-answers.js';

/** What may help at each place that is chosen, and, where somebody supports another, what they can do there. */
export function mayHelp({journey, role, level, show}: SelectorView) {
  const theirs = role === 'experiencer' ? [] : journey[fieldOf(role, 'theirs')];
  const {loaded = []} = journey;
  return html`<div class="help">
    ${chosenPlaces(journey).map(
      place =>
        html`<div class="panel stack">
          ${heading(level + 1, stageNames[place](), {className: 'small-heading'})}
          <p>${help[place]()}</p>
          ${show ? kindLinks(place, show) : nothing} ${said(place, loaded, level + 2)}
          ${theirs.includes(place) ? whatYouCanDo(place, level + 2) : nothing}
        </div>`,
    )}
    ${
      role === 'experiencer'
        ? nothing
        : html`<p>
              ${msg('You need care too. These spaces welcome people who support someone.', {id: 'stages.holder.self'})}
            </p>
            ${show ? html`<p class="no-print">${kindLink('carers-support', show)}</p>` : nothing}`
    }
    ${printButton()}
  </div>`;
}

const kindLinks = (place: StageAnswer, show: (wanted: Wanted) => void) =>
  kindsAt[place].length
    ? html`<ul class="row no-print">
        ${kindsAt[place].map(kind => html`<li>${kindLink(kind, show)}</li>`)}
      </ul>`
    : nothing;

function kindLink(kind: Kind, show: (wanted: Wanted) => void) {
  const name = kindNames[kind]();
  return html`<button
    type="button"
    class="button"
    aria-label=${msg(str`Show this kind of space: ${name}`, {id: 'stages.see-kind'})}
    @click=${() => show({kinds: [kind], approaches: []})}
  >
    ${name}
  </button>`;
}

/**
 * What experiencers said who were there, of the kinds above. It is added up on the device from what the finder has loaded
 * for its list; where nothing is published of it, nothing is said, since a few may have answered.
 */
function said(place: StageAnswer, loaded: readonly EvaluatedSpace[], level: number) {
  const found = isOneOf(stages, place) ? stageFit(loaded, place, kindsAt[place]) : [];
  return found.length
    ? html`${heading(level, msg('What people at this stage said', {id: 'stages.found-helpful'}), {
          className: 'small-heading',
        })}
        <ul class="said">
          ${found.map(fit => html`<li>${fitWords(fit)}</li>`)}
        </ul>
        <p class="small soft">
          ${msg('We added up what people said of the spaces in your search.', {id: 'stages.found-helpful.note'})}
        </p>
        <p class="small soft">
          ${msg('We show a number only when 5 people or more answered.', {id: 'evaluation.shown.five'})}
        </p>`
    : nothing;
}

/** The kind, then one sentence with counts, then how the answers fell. No share and no rank. */
function fitWords({kind, spaces, yes, partly, no, total}: KindFit) {
  return html`<strong>${kindNames[kind]()}</strong><br />${msg(
      str`${yes} of ${total} people said it was a good space for that stage`,
      {id: 'evaluation.q.stage.fit.result'},
    )}<br /><span class="small soft"
      >${msg(str`Yes, mostly: ${yes}. Partly: ${partly}. No, not really: ${no}.`, {id: 'evaluation.shown.spread'})}
      ${msg(str`Spaces: ${spaces}.`, {id: 'stages.found-helpful.spaces'})}</span
    >`;
}

const whatYouCanDo = (place: StageAnswer, level: number) => html`
  ${heading(level, msg('What you can do', {id: 'stages.holder-help.title'}), {className: 'small-heading'})}
  <p>${canDo[place]()}</p>
`;

const printButton = () =>
  html`<button type="button" class="button no-print" @click=${() => print()}>
    ${msg('Print this page', {id: 'stages.print'})}
  </button>`;
