import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import type {AnsweredQuestionId} from '@held-spaces/domain/evaluation';
import {aboutIcon, backIcon, offlineIcon} from '../../internal/icons.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {contentNoteWords, quoteLabel, seasonWords} from '../../internal/quote-words.js';
import {listWords} from '../../internal/list-words.js';
import {
  hasSkipped,
  isStageQuestion,
  isUnanswered,
  questionsOf,
  roomLeft,
  stageLists,
  wordsOf,
  type Part,
} from './draft.js';
import type {FormView} from './form-view.js';
import type {Sender} from './sender.js';
import {mayRetry} from './sending.js';
import {keptFor, notKept, readWithin} from './start.js';
import {contactTooLong, hints, roomWords} from './words-step.js';
import {agreeWords, answerWords, consentWords, partWords, questionWords, setbackWords} from './words.js';

/** What has to be mended before it can be sent. */
export type Lack = 'empty' | 'too-long' | 'contact' | 'consent';

export interface PreviewView extends FormView {
  readonly agreed: boolean;
  readonly lacks: readonly Lack[];
  /** How sending goes. */
  readonly sender: Pick<Sender, 'setback' | 'isSending' | 'isWaiting' | 'isOnline' | 'pass'>;
  /** Stops the work before a send. */
  stop(): void;
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
    <button type="button" class="link" @click=${() => view.goToPart(view.parts[view.parts.length - 1] ?? 'when')}>
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
      <p>${msg('Your ticks, as part of a count of 5 people or more.', {id: 'evaluation.preview.public.ticks'})}</p>
      ${quote(view)}
    </div>
    ${hints(view)}
    <div class="pair">
      ${view.heading(1, msg('What we keep but do not show', {id: 'evaluation.preview.kept'}), {
        className: 'small-heading',
      })}
      <p>
        ${msg('Your answers, the season, the month you send this, and your code in a form that we cannot read.', {
          id: 'evaluation.preview.kept.all',
        })}
        ${
          isSealed(view)
            ? msg('Your way to be reached, locked so that only two moderators together can open it.', {
                id: 'evaluation.preview.kept.sealed',
              })
            : nothing
        }
      </p>
      <p>${keptFor(view.says)}</p>
    </div>
    <div class="pair">
      ${view.heading(1, msg('What we do not keep', {id: 'evaluation.preview.not-kept'}), {className: 'small-heading'})}
      <p>${notKept()}</p>
    </div>
    ${view.heading(1, msg('Your answers', {id: 'evaluation.preview.answers'}), {className: 'name'})}
    ${empty ? problem(view, 'empty') : nothing}
    ${empty ? html`<p>${msg('You have not answered anything yet.', {id: 'evaluation.preview.empty'})}</p>` : nothing}
    ${view.parts.map(part => answersOf(part, view))}
    ${
      !empty && hasSkipped(view.draft, view.role)
        ? html`<p>${msg('You skipped some questions. That is fine.', {id: 'evaluation.preview.unanswered'})}</p>`
        : nothing
    }
    ${consent(view)} ${setbackPanel(view)} ${sendButtons(view)} ${view.crisisBelow()}
  `;
}

/** What is sent is sealed, where the person gave a way to be reached and has words that it goes with. */
const isSealed = ({draft, isSealedOffered}: PreviewView) =>
  isSealedOffered && Boolean(draft.contact?.trim() && wordsOf(draft));

/** The words as everybody will see them, once they are let through. */
function quote(view: PreviewView) {
  const {draft, role} = view;
  const words = wordsOf(draft);
  if (!words) return nothing;
  return html`
    <p>
      ${msg('Your words, after a trained person has read them.', {id: 'evaluation.preview.public.words'})}
      ${readWithin(view.says)}
    </p>
    <p>${msg('Your words will look like this:', {id: 'evaluation.preview.public.words-as'})}</p>
    ${draft.isNoted ? html`<p class="small">${contentNoteWords(draft.topics ?? [])}</p>` : nothing}
    <blockquote class="quote">${words}</blockquote>
    <p class="small">${quoteLabel(role, draft.season)}</p>
    ${problem(view, 'too-long')} ${problem(view, 'contact')}
    <button type="button" class="link" @click=${() => view.goToPart('words')}>
      ${msg('Change this', {id: 'evaluation.change'})}<span class="visually-hidden">: ${partWords.words()}</span>
    </button>
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

const lackWords: Readonly<Record<Lack, (view: PreviewView) => string>> = {
  'too-long': ({draft}) => roomWords(roomLeft(draft)),
  contact: contactTooLong,
  empty: () => msg('Answer one question or more to send this.', {id: 'evaluation.error.empty'}),
  consent: () => msg("To send this, tick 'I agree'.", {id: 'evaluation.error.consent'}),
};

/** Focus comes here when something is missing; each line leads to where it is mended. */
function lackSummary(view: PreviewView) {
  if (!view.lacks.length) return nothing;
  // A link within a shadow root would change the page's address and lead nowhere, so the press is ours.
  const follow = (event: Event, lack: Lack) => {
    event.preventDefault();
    if (lack === 'consent') view.focusOn('[name=agree]');
    else view.goToPart(lack === 'empty' ? 'time' : 'words');
  };
  return html`<div class="panel stack mend" id="lacks" tabindex="-1" role="group" aria-labelledby="lacks-title">
    ${view.heading(1, msg('Something needs another look', {id: 'evaluation.error.summary'}), {
      className: 'small-heading',
      id: 'lacks-title',
    })}
    <ul>
      ${view.lacks.map(
        lack =>
          html`<li>
            <a href=${`#${lack}`} @click=${(event: Event) => follow(event, lack)}>${lackWords[lack](view)}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The same words beside the field. */
const problem = (view: PreviewView, lack: Lack) =>
  view.lacks.includes(lack)
    ? html`<p class="error" id=${`error-${lack}`}>${aboutIcon()}<span>${lackWords[lack](view)}</span></p>`
    : nothing;

function consent(view: PreviewView) {
  const wrong = view.lacks.includes('consent');
  return html`<div class="consent">
    <p id="consent">${consentWords()}</p>
    ${problem(view, 'consent')}
    <label class="choice">
      <input
        type="checkbox"
        name="agree"
        .checked=${view.agreed}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'error-consent consent' : 'consent'}
      />
      <span>${agreeWords()}</span>
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

export const checkingWords = () =>
  msg('Checking that this is not a machine. There is no puzzle. An old phone may need a minute.', {
    id: 'evaluation.checking',
  });

function sendButtons(view: PreviewView) {
  const {setback, isSending, isWaiting, pass} = view.sender;
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
    </div>
    ${
      isSending && pass.isWorking
        ? html`<div class="panel stack">
            <p>${checkingWords()}</p>
            <button type="button" class="button" @click=${() => view.stop()}>
              ${msg('Stop, and keep my answers here', {id: 'evaluation.checking.stop'})}
            </button>
          </div>`
        : nothing
    }`;
}
