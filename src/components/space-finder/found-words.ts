import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {answersFor, type AnsweredQuestionId, type SeasonOfYear} from '@held-spaces/domain/evaluation';
import type {
  AnswerCounts,
  EvaluationSummary,
  QuestionCounts,
  Quote,
  SpaceReply,
} from '@held-spaces/domain/evaluation-summary';
import {roles, stages, type Role} from '@held-spaces/domain/vocabularies';
import {css} from '../../internal/css.js';
import {downIcon} from '../../internal/first-icons.js';
import {heading} from '../../internal/heading.js';
import {contentNoteWords, quoteLabel, seasonWords} from '../../internal/quote-words.js';
import {reasonWords} from '../../internal/reason-words.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {partialDateWords} from '../../internal/words.js';
import {resultWords} from './result-words.js';

/** What people found in a space: counts in words from five people up, and what they wrote. Loaded where there is any. */

export const styles = css`
  .found > * + *,
  .found section > * + * {
    margin-block-start: var(--_space-3);
  }

  .found li {
    padding-block: var(--_space-2);
    border-block-end: 1px solid var(--_line);
  }

  .found blockquote {
    margin: 0;
    padding-inline-start: var(--_space-4);
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
  }

  .found summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }
`;

/** @param level Heading level of what is inside. */
export const foundWords = (summary: EvaluationSummary, level: number): TemplateResult => html`
  <div class="found">
    ${roles.map(role => roleCounts(summary, role, level))} ${quotes(summary, level)} ${withheld(summary)}
    ${reply(
      summary.reply,
      level,
      msg('From the people who run this space', {id: 'evaluation.shown.reply.title'}),
      msg('They wrote this about what people said. They do not know who wrote.', {id: 'evaluation.shown.reply.text'}),
    )}
    ${reply(
      summary.changed,
      level,
      msg('What changed', {id: 'evaluation.shown.changed.title'}),
      msg('The space says it has changed this, after what people said.', {id: 'evaluation.shown.changed.text'}),
    )}
    <p class="small soft">
      ${msg('We show a number only when 5 people or more answered.', {id: 'evaluation.shown.five'})}
      ${msg('Numbers change once a week at most.', {id: 'evaluation.shown.weekly'})} ${counted(summary)}
    </p>
  </div>
`;

function counted({counted: on}: EvaluationSummary) {
  const date = partialDateWords(on);
  return msg(str`As counted on: ${date}`, {id: 'evaluation.shown.print'});
}

/** Those who went and those who supported somebody are never put together. */
function roleCounts({roles: byRole}: EvaluationSummary, role: Role, level: number) {
  const said = byRole[role];
  if (!said) return nothing;
  const {people} = said;
  const title =
    role === 'holder'
      ? msg(str`People who supported someone: ${people}`, {id: 'evaluation.shown.holders.count'})
      : msg(str`People who went: ${people}`, {id: 'evaluation.shown.experiencers.count'});
  const byStage = stages.flatMap(stage => {
    const questions = said.stages[stage];
    return questions && Object.keys(questions).length ? [{name: stageNames[stage](), questions}] : [];
  });
  return html`<section>
    ${heading(level, title, {className: 'small-heading'})}
    <p>
      ${said.seasons ? span(said.seasons) : nothing}
      ${msg('Not everyone answered every question.', {id: 'evaluation.shown.rest'})}
    </p>
    ${counts(said.questions, role)}
    ${byStage.map(
      ({name, questions}) =>
        html`<details>
          <summary>${msg(str`People who chose: ${name}`, {id: 'evaluation.shown.stage'})}${downIcon()}</summary>
          ${counts(questions, role)}
        </details>`,
    )}
  </section>`;
}

function span({first, last}: {readonly first: SeasonOfYear; readonly last: SeasonOfYear}) {
  const [from, to] = [seasonWords(first), seasonWords(last)];
  return from === to ? `${from}.` : msg(str`From ${from} to ${to}.`, {id: 'evaluation.shown.dates'});
}

const counts = (questions: QuestionCounts, role: Role) =>
  html`<ul>
    ${(Object.keys(resultWords) as AnsweredQuestionId[]).map(id => {
      const said = questions[id];
      return said
        ? html`<li>
            ${resultWords[id](said, role === 'holder')}
            <span class="small soft">${spread(said, answersFor(id).includes('not-sure'))}</span>
          </li>`
        : nothing;
    })}
  </ul>`;

const spread = ({yes, partly, no}: AnswerCounts, isForce: boolean) =>
  isForce
    ? msg(str`Yes: ${yes}. Not sure: ${partly}. No: ${no}.`, {id: 'evaluation.shown.spread.force'})
    : msg(str`Yes, mostly: ${yes}. Partly: ${partly}. No, not really: ${no}.`, {id: 'evaluation.shown.spread'});

function quotes({quotes: all}: EvaluationSummary, level: number) {
  if (!all.length) return nothing;
  return html`<section>
    ${heading(level, msg('In their words', {id: 'evaluation.shown.words'}), {className: 'small-heading'})}
    ${all.map(quote =>
      quote.contentNote
        ? html`<details>
            <summary>${contentNoteWords(quote.contentNote)}${downIcon()}</summary>
            ${quoted(quote)}
          </details>`
        : quoted(quote),
    )}
  </section>`;
}

function quoted({parts, role, season, leftOut}: Quote) {
  const gap = msg('(left out)', {id: 'evaluation.shown.words.gap'});
  const reason = leftOut && reasonWords[leftOut]();
  return html`<div>
    <blockquote>${parts.map(part => part ?? gap).join('')}</blockquote>
    <p class="small soft">
      ${quoteLabel(role, season)}.
      ${reason ? msg(str`Part of this is left out. Why: ${reason}`, {id: 'evaluation.shown.words.part'}) : nothing}
    </p>
  </div>`;
}

function withheld({withheld: all}: EvaluationSummary) {
  if (!all.length) return nothing;
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const reasons = all.map(({reason}) => reasonWords[reason]()).join(' ');
  return html`<p>
    ${msg(str`Words not shown: ${count}`, {id: 'evaluation.shown.withheld'})}.
    ${msg(str`Why: ${reasons}`, {id: 'evaluation.shown.withheld.reasons'})}
    ${msg('We never leave words out because they are angry, sad, or hard on a space.', {
      id: 'evaluation.reason.not-a-reason',
    })}
  </p>`;
}

function reply(said: SpaceReply | undefined, level: number, title: string, about: string) {
  return said
    ? html`<section>
        ${heading(level, title, {className: 'small-heading'})}
        <p>${about}</p>
        <blockquote>${said.text}</blockquote>
        <p class="small soft">${partialDateWords(said.month)}</p>
      </section>`
    : nothing;
}
