import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import type {AnsweredQuestionId} from '@held-spaces/domain/evaluation';
import {aboutIcon, backIcon, offlineIcon} from '../../internal/icons.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/words.js';
import {hasSkipped, isStageQuestion, isUnanswered, parts, questionsOf, stageLists, type Part} from './draft.js';
import type {FormView} from './form-view.js';
import type {Sender} from './sender.js';
import {mayRetry} from './sending.js';
import {noCountsYet, notKept} from './start.js';
import {answerWords, partWords, questionWords, seasonWords, setbackWords} from './words.js';

/** What has to be mended before it can be sent. */
export type Lack = 'empty' | 'consent';

export interface PreviewView extends FormView {
  readonly agreed: boolean;
  readonly lacks: readonly Lack[];
  /** How sending goes. */
  readonly sender: Pick<Sender, 'setback' | 'isSending' | 'isWaiting' | 'isOnline'>;
  /** The person has asked to clear everything, and is asked once more. */
  readonly clearing: boolean;
  askToClear(ask: boolean): void;
  clearAll(): void;
  focusOn(selector: string): void;
}

/** Exactly what will be shown, kept and not kept; what was answered; consent; and the button that sends. */
export function preview(view: PreviewView) {
  const empty = isUnanswered(view.draft, view.role);
  return html`
    ${view.crisisAbove()}
    <button type="button" class="link" @click=${() => view.goToPart('when')}>
      ${backIcon()}${msg('Back', {id: 'evaluation.back'})}
    </button>
    ${view.heading(0, msg('Before you send', {id: 'evaluation.preview.title'}), {
      id: 'heading',
      className: 'title',
      focusable: true,
    })}
    ${lackSummary(view)}
    <div class="panel stack">
      ${view.heading(1, msg('What everyone will see', {id: 'evaluation.preview.public'}), {className: 'small-heading'})}
      <p>${noCountsYet()}</p>
    </div>
    <div class="pair">
      ${view.heading(1, msg('What we keep but do not show', {id: 'evaluation.preview.kept'}), {
        className: 'small-heading',
      })}
      <p>
        ${msg('Your answers, the season, the month you send this, and your code in a form that we cannot read.', {
          id: 'evaluation.preview.kept.all',
        })}
      </p>
    </div>
    <div class="pair">
      ${view.heading(1, msg('What we do not keep', {id: 'evaluation.preview.not-kept'}), {className: 'small-heading'})}
      <p>${notKept()}</p>
    </div>
    ${view.heading(1, msg('Your answers', {id: 'evaluation.preview.answers'}), {className: 'name'})}
    ${empty ? problem(view, 'empty') : nothing}
    ${empty ? html`<p>${msg('You have not answered anything yet.', {id: 'evaluation.preview.empty'})}</p>` : nothing}
    ${parts.map(part => answersOf(part, view))}
    ${
      !empty && hasSkipped(view.draft, view.role)
        ? html`<p>${msg('You skipped some questions. That is fine.', {id: 'evaluation.preview.unanswered'})}</p>`
        : nothing
    }
    ${consent(view)} ${setbackPanel(view)} ${sendButtons(view)} ${view.crisisBelow()}
  `;
}

/** What was answered in a part, or nothing where it was all skipped. */
function answersOf(part: Part, view: PreviewView) {
  const {draft, role} = view;
  const said = questionsOf(part, role).flatMap(({id}) => {
    const answer = isStageQuestion(id)
      ? listWords((draft[stageLists[id]] ?? []).map(stage => stageNames[stage]()))
      : draft.answers[id as AnsweredQuestionId] && answerWords[draft.answers[id as AnsweredQuestionId] ?? 'no']();
    return answer ? [[questionWords[id](role === 'holder'), answer]] : [];
  });
  if (part === 'when' && draft.season) said.push([partWords.when(), seasonWords(draft.season)]);
  if (!said.length) return nothing;
  const name = partWords[part]();
  return html`<section class="said">
    <div class="row">
      ${view.heading(2, name, {className: 'small-heading'})}
      <button type="button" class="link" @click=${() => view.goToPart(part)}>
        ${msg('Change this', {id: 'evaluation.change'})}<span class="visually-hidden">: ${name}</span>
      </button>
    </div>
    <dl>
      ${said.map(
        ([question, answer]) =>
          html`<div>
            <dt class=${question === name ? 'visually-hidden' : nothing}>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const lackWords: Readonly<Record<Lack, () => string>> = {
  empty: () => msg('Answer one question or more to send this.', {id: 'evaluation.error.empty'}),
  consent: () => msg("To send this, tick 'I agree'.", {id: 'evaluation.error.consent'}),
};

/** Focus comes here when something is missing; each line leads to where it is mended. */
function lackSummary(view: PreviewView) {
  if (!view.lacks.length) return nothing;
  // A link within a shadow root would change the page's address and lead nowhere, so the press is ours.
  const follow = (event: Event, lack: Lack) => {
    event.preventDefault();
    if (lack === 'empty') view.goToPart('time');
    else view.focusOn('[name=agree]');
  };
  return html`<div class="panel stack mend" id="lacks" tabindex="-1" role="group" aria-labelledby="lacks-title">
    ${view.heading(1, msg('Something needs another look', {id: 'evaluation.error.summary'}), {
      className: 'small-heading',
      id: 'lacks-title',
    })}
    <ul>
      ${view.lacks.map(
        lack =>
          html`<li><a href=${`#${lack}`} @click=${(event: Event) => follow(event, lack)}>${lackWords[lack]()}</a></li>`,
      )}
    </ul>
  </div>`;
}

/** The same words beside the field. */
const problem = ({lacks}: PreviewView, lack: Lack) =>
  lacks.includes(lack)
    ? html`<p class="error" id=${`error-${lack}`}>${aboutIcon()}<span>${lackWords[lack]()}</span></p>`
    : nothing;

function consent(view: PreviewView) {
  const wrong = view.lacks.includes('consent');
  return html`<div class="consent">
    <p id="consent">
      ${msg(
        'Your answers may say something about your health. By sending this, you agree that we may keep and show them as we say here.',
        {id: 'evaluation.promise.consent'},
      )}
    </p>
    ${problem(view, 'consent')}
    <label class="choice">
      <input
        type="checkbox"
        name="agree"
        .checked=${view.agreed}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'error-consent consent' : 'consent'}
      />
      <span>${msg('I agree', {id: 'evaluation.promise.consent.tick'})}</span>
    </label>
  </div>`;
}

/** Why it has not been sent. Focus comes here, so that nobody waits for something that will not happen. */
function setbackPanel({sender: {setback, isOnline, isWaiting}, heading}: PreviewView) {
  if (!setback) return nothing;
  const title =
    setback === 'offline'
      ? msg('You are offline. It has not been sent.', {id: 'evaluation.offline.title'})
      : setback === 'unsure'
        ? msg('It may not have been sent', {id: 'evaluation.unsure.title'})
        : msg('It has not been sent', {id: 'evaluation.failed.title'});
  return html`<div
    class="panel stack mend"
    id="setback"
    tabindex="-1"
    role="group"
    aria-labelledby="setback-title"
    aria-describedby="setback-words"
  >
    ${heading(1, html`${setback === 'offline' ? offlineIcon() : aboutIcon()}<span>${title}</span>`, {
      className: 'small-heading with-icon',
      id: 'setback-title',
    })}
    <div id="setback-words">
      <p>
        ${
          setback === 'offline' && isOnline
            ? backOnline()
            : setbackWords[setback === 'busy' && !isWaiting ? 'failed' : setback]()
        }
      </p>
    </div>
  </div>`;
}

export const backOnline = () =>
  msg('You are back online. Do you want to send it now?', {id: 'evaluation.offline.back'});

function sendButtons(view: PreviewView) {
  const {setback, isSending, isWaiting} = view.sender;
  if (view.clearing) {
    return html`<div class="buttons" id="clearing" tabindex="-1">
      <button type="button" class="button" @click=${() => view.clearAll()}>
        ${msg('Clear everything', {id: 'evaluation.clear-all'})}
      </button>
      <button type="button" class="button" @click=${() => view.askToClear(false)}>
        ${msg('Keep it', {id: 'evaluation.withdraw.no'})}
      </button>
    </div>`;
  }
  const words = isSending
    ? msg('Sending', {id: 'evaluation.sending'})
    : setback
      ? msg('Try again', {id: 'evaluation.failed.retry'})
      : msg('Send', {id: 'evaluation.send'});
  return html`<div class="buttons">
    ${
      !setback || mayRetry(setback)
        ? html`<button type="submit" class="button main" aria-disabled=${isSending || isWaiting ? 'true' : nothing}>
            ${words}
          </button>`
        : nothing
    }
    <button type="button" class="link" id="ask" @click=${() => view.askToClear(true)}>
      ${msg('Do not send, and clear it', {id: 'evaluation.do-not-send'})}
    </button>
  </div>`;
}
