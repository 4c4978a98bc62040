import {kindsAt} from '@held-spaces/domain/roadmap';
import type {Kind, StageAnswer} from '@held-spaces/domain/vocabularies';
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
  return html`<div class="help">
    ${chosenPlaces(journey).map(
      place =>
        html`<div class="panel stack">
          ${heading(level + 1, stageNames[place](), {className: 'small-heading'})}
          <p>${help[place]()}</p>
          ${show ? kindLinks(place, show) : nothing}
          ${theirs.includes(place) ? whatYouCanDo(place, level + 2) : nothing}
        </div>`,
    )}
    ${
      role === 'experiencer'
        ? nothing
        : html`<p>
            ${msg('You need care too. These spaces welcome people who support someone.', {id: 'stages.holder.self'})}
          </p>`
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

const whatYouCanDo = (place: StageAnswer, level: number) => html`
  ${heading(level, msg('What you can do', {id: 'stages.holder-help.title'}), {className: 'small-heading'})}
  <p>${canDo[place]()}</p>
`;

const printButton = () =>
  html`<button type="button" class="button no-print" @click=${() => print()}>
    ${msg('Print this page', {id: 'stages.print'})}
  </button>`;
