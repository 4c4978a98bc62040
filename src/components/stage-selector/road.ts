import {msg} from '@lit/localize';
import {stageAnswers, type StageAnswer} from '@held-spaces/domain/first-terms';
import {html, nothing} from 'lit';
import {
  everydayLifeDrawing,
  extremeTimesDrawing,
  laneDrawing,
  notSureDrawing,
  returningEmergingDrawing,
  testingTimesDrawing,
  thresholdDrawing,
} from '../../internal/drawings.js';
import {heading} from '../../internal/heading.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import type {SelectorView} from './selector-view.js';
import {fieldOf, isHardPlace, questionsFor, type Whose} from '../../controllers/stage-answers.js';
import {glosses} from './stage-words.js';

const drawings = {
  'everyday-life': everydayLifeDrawing,
  'testing-times': testingTimesDrawing,
  threshold: thresholdDrawing,
  'extreme-times': extremeTimesDrawing,
  'returning-emerging': returningEmergingDrawing,
  'not-sure': notSureDrawing,
  'keeps-changing': undefined,
} as const;

export const questionTitles: Readonly<Record<Whose, () => string>> = {
  mine: () => msg('Where I am', {id: 'stages.holder.me'}),
  theirs: () => msg('Where they are', {id: 'stages.holder.them'}),
};

const questionHints: Readonly<Record<Whose, () => string>> = {
  mine: () => msg('You matter here too. Choose what fits for you.', {id: 'stages.holder.me.hint'}),
  theirs: () =>
    msg('Choose what you think fits. Only they can know. You could ask them.', {id: 'stages.holder.them.hint'}),
};

/** One question, or two: the first is the road, the second the same places without the drawings. */
export function questions(view: SelectorView) {
  const {journey, role} = view;
  return questionsFor(role).map((whose, index, {length}) => {
    const answer = journey[fieldOf(role, whose)];
    const isAlone = length === 1;
    const title = isAlone
      ? msg('Choose all that fit', {id: 'stages.choose'})
      : heading(view.level, questionTitles[whose](), {className: 'question'});
    const hint = isAlone
      ? msg('You can go back, stay, skip a place or go round again.', {id: 'stages.picture.caption'})
      : questionHints[whose]();
    return html`<fieldset class="where" ?disabled=${view.disabled} aria-describedby="hint-${whose}">
      <legend class="label">${title}</legend>
      <p class="hint" id="hint-${whose}">${hint}</p>
      ${index ? nothing : paperNote()} ${places(view, whose, answer, !index)}
    </fieldset>`;
  });
}

const paperNote = () =>
  html`<p class="paper">
    ${msg('You can tick these boxes with a pen. Nobody else needs to see it.', {id: 'stages.paper.note'})}
  </p>`;

/**
 * The places of a question. On the road the whole of a place, drawing and tag, is the label of its box: the place's name
 * is its name, and the line under it describes it, so that the two are not read as one sentence.
 */
function places(view: SelectorView, whose: Whose, answer: readonly StageAnswer[], isRoad: boolean) {
  const words = glosses(whose === 'theirs');
  return html`<div class=${isRoad ? 'road' : 'places'}>
    ${isRoad ? html`<div class="land" aria-hidden="true">${view.land}</div>` : nothing}
    ${stageAnswers.map(place => {
      const chosen = answer.includes(place);
      const drawing = isRoad && drawings[place];
      return html`<div class="place ${place} ${chosen ? 'chosen' : ''}">
        <label>
          ${
            drawing
              ? html`<span class="side" aria-hidden="true">${laneDrawing()}${drawing()}${laneDrawing()}</span>`
              : nothing
          }
          <span class="tag">
            <span class="choice">
              <input
                type="checkbox"
                .value=${place}
                autocomplete="off"
                aria-labelledby="name-${whose}-${place}"
                aria-describedby="gloss-${whose}-${place}"
                .checked=${chosen}
                @change=${(event: Event) => view.choose(whose, place, (event.target as HTMLInputElement).checked)}
              />
              <span class="place-name small-heading" id="name-${whose}-${place}">${stageNames[place]()}</span>
            </span>
            <span class="gloss soft small" id="gloss-${whose}-${place}">${words[place]}</span>
          </span>
        </label>
        ${
          chosen && isHardPlace(place)
            ? html`<button type="button" class="link no-print" @click=${view.focus('.forward')}>
                ${msg('Go to help for right now', {id: 'crisis.skip'})}
              </button>`
            : nothing
        }
      </div>`;
    })}
  </div>`;
}
