import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '@lit/localize';
import {DirectoryError} from '../../directory/errors.js';
import {withdrawEvaluation} from '../../directory/evaluations.js';
import type {Widget} from '../../internal/drawn-element.js';
import {focusOn} from '../../internal/focus.js';
import {aboutIcon} from '../../internal/icons.js';
import {policyLink} from './start.js';

type State = 'ask' | 'confirm' | 'deleting' | 'done' | 'empty' | 'not-found' | 'failed' | 'unsure';

/** Words of a code as they are compared: however they were spaced, in small letters. */
export const plainCode = (code: string) => code.trim().toLowerCase().split(/\s+/).join(' ');

/** Taking back what was sent: a code, a second look, and then it is gone. */
export class TakeBack {
  readonly #host: Widget & {readonly directory: string};
  readonly #deleted: (code: string, only: 'words' | undefined) => void;
  #state: State = 'ask';
  #code = '';
  #only: 'words' | undefined;

  /** @param deleted Called with the code of an evaluation that is gone, or whose words are. */
  constructor(host: Widget & {readonly directory: string}, deleted: (code: string, only: 'words' | undefined) => void) {
    this.#host = host;
    this.#deleted = deleted;
  }

  /** Forgets the code. */
  reset(): void {
    this.#state = 'ask';
    this.#code = '';
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('#code');
    if (field) field.value = '';
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<form class="stack" novalidate autocomplete="off" @submit=${this.#submit}>
      ${
        this.#state === 'done'
          ? this.#renderDone()
          : this.#state === 'confirm' || this.#state === 'deleting'
            ? this.#renderConfirm()
            : this.#renderAsk()
      }
    </form>`;
  }

  #renderDone() {
    return html`<div id="taken" tabindex="-1" class="stack">
      <p>
        <strong>
          ${
            this.#only
              ? msg('Your words are deleted. Your ticks stay.', {id: 'evaluation.withdraw.done.words'})
              : msg('It is deleted.', {id: 'evaluation.withdraw.done'})
          }
        </strong>
      </p>
      ${
        this.#only
          ? nothing
          : html`<p>
              ${msg('It leaves the counts with a later weekly update, so that nobody can tell which one was yours.', {
                id: 'evaluation.withdraw.done.counts',
              })}
            </p>`
      }
      <p>
        ${msg('If someone copied your words before now, we cannot take that back.', {
          id: 'evaluation.withdraw.done.copies',
        })}
      </p>
    </div>`;
  }

  #renderAsk() {
    const error = this.#errorWords();
    return html`
      <p>${msg('Type your code. You do not have to say why.', {id: 'evaluation.withdraw.text'})}</p>
      <div>
        <label class="label" for="code">${msg('Your take-back code', {id: 'evaluation.withdraw.label'})}</label>
        <span class="hint" id="code-hint"
          >${msg('The words can be in small or big letters.', {id: 'evaluation.withdraw.hint'})}</span
        >
        ${error ? html`<p class="error" id="code-error">${aboutIcon()}<span>${error}</span></p>` : nothing}
        <input
          class="field"
          id="code"
          autocapitalize="none"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#code}
          aria-describedby=${error ? 'code-error code-hint' : 'code-hint'}
          aria-invalid=${this.#state === 'empty' || this.#state === 'not-found' ? 'true' : nothing}
        />
      </div>
      <button type="submit" class="button">${msg('Next', {id: 'evaluation.next'})}</button>
      <p class="small">
        ${msg('If you lost the code, you can still ask for words to be taken down.', {id: 'evaluation.withdraw.lost'})}
        ${policyLink(
          this.#host.directory,
          'complaints',
          msg('Complain, or ask us to take words down', {id: 'policies.complaints.title'}),
        )}
      </p>
    `;
  }

  #renderConfirm() {
    const deleting = this.#state === 'deleting';
    return html`
      <p id="confirm" tabindex="-1">
        ${msg('This will delete all your answers and your words. It cannot be undone.', {
          id: 'evaluation.withdraw.confirm',
        })}
      </p>
      <p class="code small-code">${this.#code}</p>
      <div class="row">
        <button type="submit" class="button main" aria-disabled=${deleting ? 'true' : nothing}>
          ${
            deleting
              ? msg('Deleting', {id: 'evaluation.withdraw.deleting'})
              : msg('Delete it all', {id: 'evaluation.withdraw.yes'})
          }
        </button>
        <button
          type="button"
          class="button"
          aria-disabled=${deleting ? 'true' : nothing}
          @click=${() => void this.#delete('words')}
        >
          ${msg('Delete my words, keep my ticks', {id: 'evaluation.withdraw.words-only'})}
        </button>
        <button type="button" class="button" aria-disabled=${deleting ? 'true' : nothing} @click=${this.#keep}>
          ${msg('Keep it', {id: 'evaluation.withdraw.no'})}
        </button>
      </div>
    `;
  }

  #errorWords() {
    switch (this.#state) {
      case 'empty':
        return msg('Type the words of your code.', {id: 'evaluation.withdraw.empty'});
      case 'not-found':
        return msg('We found nothing with that code. Check the words, or it may be deleted already.', {
          id: 'evaluation.withdraw.not-found',
        });
      case 'failed':
        return msg('We could not do that now. Nothing has changed. Please try again.', {
          id: 'evaluation.withdraw.failed',
        });
      case 'unsure':
        return msg('We do not know if it was deleted. You can try again.', {id: 'evaluation.withdraw.unsure'});
      default:
        return undefined;
    }
  }

  #to(state: State, focus: string) {
    this.#state = state;
    this.#host.requestUpdate();
    void focusOn(this.#host, focus);
  }

  readonly #keep = () => {
    if (this.#state !== 'deleting') this.#to('ask', '#code');
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.#state === 'confirm') {
      void this.#delete();
    } else if (this.#state !== 'deleting') {
      this.#code = plainCode((event.target as HTMLFormElement).querySelector('input')?.value ?? '');
      this.#to(this.#code ? 'confirm' : 'empty', this.#code ? '#confirm' : '#code');
    }
  };

  async #delete(only?: 'words') {
    if (this.#state === 'deleting') return;
    this.#only = only;
    this.#state = 'deleting';
    this.#host.requestUpdate();
    try {
      await withdrawEvaluation(this.#host.directory, this.#code, {only});
      this.#deleted(this.#code, only);
      this.#code = '';
      this.#to('done', '#taken');
    } catch (error) {
      this.#to(stateAfter(error), '#code');
    }
  }
}

/** Only an answer from the directory says for certain that nothing was deleted. */
function stateAfter(error: unknown): State {
  if (!(error instanceof DirectoryError)) return 'unsure';
  const {kind, details} = error;
  if (kind === 'not-found') return details.problem?.slug === 'withdraw-not-found' ? 'not-found' : 'failed';
  return kind === 'busy' || kind === 'offline' || (details.status ?? 500) < 500 ? 'failed' : 'unsure';
}
