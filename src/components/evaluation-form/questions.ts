import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '@lit/localize';
import {answersFor, type AnsweredQuestionId} from '@held-spaces/domain/evaluation';
import {stageAnswers} from '@held-spaces/domain/first-terms';
import {
  aboutIcon,
  clockIcon,
  dateIcon,
  notesIcon,
  filterIcon,
  holderIcon,
  openIcon,
  personIcon,
  placeIcon,
  privateIcon,
  roadIcon,
  toldIcon,
  togetherIcon,
  understandIcon,
} from '../../internal/icons.js';
import {seasonWords} from '../../internal/quote-words.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {choices} from './choices.js';
import {isStageQuestion, questionsOf, type Part, type Question, type StageQuestionId} from './draft.js';
import type {FormView} from './form-view.js';
import {seasonChoices, seasonKey} from './seasons.js';
import {answerWords, forceWords, helpWords, questionWords} from './words.js';
import {wordsQuestions} from './words-step.js';

const partIcons: Readonly<Record<Part, () => TemplateResult>> = {
  time: clockIcon,
  space: placeIcon,
  compassion: holderIcon,
  safety: privateIcon,
  trust: toldIcon,
  choice: filterIcon,
  together: togetherIcon,
  power: openIcon,
  identity: personIcon,
  meaning: understandIcon,
  stage: roadIcon,
  when: dateIcon,
  words: notesIcon,
};

export const partIcon = (part: Part) => partIcons[part]();

/** Everything that a part asks, without its heading. */
export function partQuestions(part: Part, view: FormView) {
  if (part === 'when') return whenChoices(view);
  if (part === 'words') return wordsQuestions(view);
  const questions = questionsOf(part, view.role);
  const [stages, usual, force] = (['stages', 'usual', 'force'] as const).map(scale =>
    questions.filter(question => question.scale === scale),
  );
  const help = helpWords[part]?.();
  return html`
    ${help ? html`<p class="soft">${help}</p>` : nothing} ${stages?.map(question => questionChoices(question, view))}
    ${columnHeads(usual, view)} ${usual?.map(question => questionChoices(question, view))}
    ${force?.length ? forceQuestions(force, view) : nothing}
  `;
}

function questionChoices({id}: Question, view: FormView) {
  const legend = questionWords[id](view.role === 'holder');
  if (isStageQuestion(id)) return stageChoices(id, legend, view);
  return choices({
    name: id,
    legend,
    hint: helpWords[id]?.(),
    options: answersFor(id).map(answer => [answer, answerWords[answer]()]),
    chosen: [view.draft.answers[id as AnsweredQuestionId]],
    columns: view.onePage,
    clear: view.clear,
  });
}

function stageChoices(id: StageQuestionId, legend: string, view: FormView) {
  const {chosen, filledIn} = view.stages(id);
  return choices({
    type: 'checkbox',
    name: id,
    legend,
    hint: filledIn
      ? msg('We filled this in from what you chose on this page. You can change it.', {
          id: 'evaluation.help.stage.from-selector',
        })
      : undefined,
    options: stageAnswers.map(stage => [stage, stageNames[stage]()]),
    chosen,
    clear: view.clear,
  });
}

function whenChoices({draft, clear}: FormView) {
  return choices({
    name: 'when',
    legend: msg('When did you go?', {id: 'evaluation.when.legend'}),
    quietLegend: true,
    hint: helpWords.when?.(),
    options: seasonChoices(new Date()).map(choice => [seasonKey(choice) ?? '', seasonWords(choice)]),
    chosen: [seasonKey(draft.season)],
    clear,
  });
}

/** Closed until the person opens them: nobody meets these questions unasked. */
function forceQuestions(questions: readonly Question[], view: FormView) {
  const [note, why] = forceWords();
  return html`
    <div class="panel stack force">
      <p class="with-icon">
        ${aboutIcon()}
        <strong>${note}</strong>
      </p>
      <p>${why}</p>
      <div class="row">
        ${
          view.forceShown
            ? nothing
            : html`<button type="button" class="button" @click=${() => view.showForce()}>
                ${msg('Show these questions', {id: 'evaluation.help.force.open'})}
              </button>`
        }
        <button type="button" class="button" @click=${() => view.skipForce()}>
          ${msg('Skip these', {id: 'evaluation.help.force.skip'})}
        </button>
      </div>
    </div>
    ${
      view.forceShown
        ? html`${columnHeads(questions, view)} ${questions.map(question => questionChoices(question, view))}`
        : nothing
    }
  `;
}

/** The answers named once above their columns. Each answer still has its own words, for readers. */
function columnHeads(questions: readonly Question[] = [], {onePage}: FormView) {
  if (!onePage || !questions.length) return nothing;
  const answers = answersFor(questions[0]?.id ?? '');
  return html`<div class="heads" aria-hidden="true">
    <span></span>${answers.map(answer => html`<span>${answerWords[answer]()}</span>`)}
  </div>`;
}
