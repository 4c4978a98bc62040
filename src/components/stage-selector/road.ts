import {msg} from '@lit/localize';
import {stageAnswers, type StageAnswer} from '@held-spaces/domain/vocabularies';
import {html, nothing} from 'lit';
import type {Journey} from '../../controllers/journey.js';
import {
  everydayLifeDrawing,
  extremeTimesDrawing,
  landDrawing,
  laneDrawing,
  notSureDrawing,
  returningEmergingDrawing,
  testingTimesDrawing,
  thresholdDrawing,
} from '../../internal/drawings.js';
import {heading} from '../../internal/heading.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {fieldOf, isHardPlace, questionsFor, roleOf, type Whose} from './stage-answers.js';
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

export interface RoadParts {
  readonly journey: Journey;
  /** Of the headings of two questions. */
  readonly headingLevel: number;
  readonly choose: (whose: Whose, place: StageAnswer, chosen: boolean) => void;
  /** Moves focus to the people to reach now. */
  readonly toCrisis: () => void;
}

/** One question, or two: the first is the road, the second a plain list of the same places. */
export function questions(parts: RoadParts) {
  const {journey} = parts;
  const role = roleOf(journey);
  return questionsFor(role).map((whose, index, {length}) => {
    const answer = journey[fieldOf(role, whose)];
    const isAlone = length === 1;
    const title = isAlone
      ? msg('Choose all that fit', {id: 'stages.choose'})
      : heading(parts.headingLevel, questionTitles[whose](), {className: 'question'});
    const hint = isAlone
      ? msg('You can go back, stay, skip a place or go round again.', {id: 'stages.picture.caption'})
      : questionHints[whose]();
    return html`<fieldset class="where" aria-describedby="hint-${whose}">
      <legend class="label">${title}</legend>
      <p class="hint" id="hint-${whose}">${hint}</p>
      ${index ? list(parts, whose, answer) : [paperNote(), road(parts, whose, answer)]}
    </fieldset>`;
  });
}

const paperNote = () =>
  html`<p class="paper">
    ${msg('You can tick these boxes with a pen. Nobody else needs to see it.', {id: 'stages.paper.note'})}
  </p>`;

/** The whole of a place, drawing and tag, is the label of its box. */
function road(parts: RoadParts, whose: Whose, answer: readonly StageAnswer[]) {
  const words = glosses[whose === 'mine' ? 'experiencer' : 'holder'];
  return html`<div class="road">
    ${landDrawing()}
    ${stageAnswers.map(place => {
      const chosen = answer.includes(place);
      const drawing = drawings[place];
      return html`<div class="place ${place} ${chosen ? 'chosen' : ''}">
        <label>
          <span class="side">${drawing ? [laneDrawing(), drawing(), laneDrawing()] : nothing}</span>
          <span class="tag">
            <span class="choice">
              ${box(parts, whose, place, chosen, true)}
              <span class="place-name small-heading" id="name-${place}">${stageNames[place]()}</span>
            </span>
            <span class="gloss soft" id="gloss-${place}">${words[place]()}</span>
          </span>
        </label>
        ${
          chosen && isHardPlace(place)
            ? html`<button type="button" class="link no-print" @click=${parts.toCrisis}>
                ${msg('Go to help for right now', {id: 'crisis.skip'})}
              </button>`
            : nothing
        }
      </div>`;
    })}
  </div>`;
}

const list = (parts: RoadParts, whose: Whose, answer: readonly StageAnswer[]) =>
  html`<div class="places">
    ${stageAnswers.map(place => {
      const chosen = answer.includes(place);
      return html`<label class="choice ${chosen ? 'chosen' : ''}">
        ${box(parts, whose, place, chosen, false)} ${stageNames[place]()}
      </label>`;
    })}
  </div>`;

/**
 * On the road the place's name is the name of its box, and the line under it describes it, so that the two are not read
 * as one sentence.
 */
const box = ({choose}: RoadParts, whose: Whose, place: StageAnswer, chosen: boolean, isOnRoad: boolean) =>
  html`<input
    type="checkbox"
    .value=${place}
    autocomplete="off"
    aria-labelledby=${isOnRoad ? `name-${place}` : nothing}
    aria-describedby=${isOnRoad ? `gloss-${place}` : nothing}
    .checked=${chosen}
    @change=${(event: Event) => choose(whose, place, (event.target as HTMLInputElement).checked)}
  />`;
