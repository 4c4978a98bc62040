/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {html, LitElement, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {msg, str} from '@lit/localize';
import type {DeskItem} from '@held-spaces/domain/desk';
import {contentTopics, type ContentTopic} from '@held-spaces/domain/evaluation-words';
import {leftOutProblem, needsTwo, type WithholdReason, type WordsDecision} from '@held-spaces/domain/moderation';
import {quoteLabel, topicNames} from '../../src/internal/quote-words.js';
import {reasonWords} from '../../src/internal/reason-words.js';
import {listWords} from '../../src/internal/list-words.js';
import {controlStyles} from '../../src/styles/controls.js';
import {baseStyles} from '../../src/styles/base.js';
import {desk} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {deskStyles} from './desk.styles.js';
import {earlierWords, monthWords, roleWords, stateWords} from './desk-words.js';
import {piecesOf} from './marked-words.js';
import {reasonChoice} from './reason-choice.js';
import {redacting, shownWords} from './redact-view.js';

/** What is done with the words, and where focus goes for it. */
const focusOf = {
  read: '#words',
  redact: '#side',
  withhold: '#reason',
  second: '#note',
  confirm: '#confirm',
  saved: '#saved',
};
type Mode = keyof typeof focusOf;

/** One evaluation's words, closed until the moderator opens them, and what may be decided. */
export class HeldDeskItem extends LitElement {
  static override get styles() {
    return [...baseStyles, ...controlStyles, deskStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {host: {attribute: false}, item: {attribute: false}, isOpen: {attribute: false}, mode: {attribute: false}};
  }

  declare host: DeskHost;
  declare item: DeskItem;
  isOpen = false;
  mode: Mode = 'read';

  #marked = new Set<number>();
  #at = 0;
  #reason: WithholdReason | undefined;
  #topics: readonly ContentTopic[] = [];
  #decision: WordsDecision | undefined;
  #lack = '';

  protected override render() {
    const {item} = this;
    return html`<div class="held stack">
      <div>
        <h1 id="heading" class="title" tabindex="-1">${item.serviceName}</h1>
        <p class="soft">
          ${monthWords(item.month)}. ${roleWords(item.role)}. ${quoteLabel(item.role, item.season)}. ${this.#note()}
        </p>
        <p>${stateWords[item.state]()}</p>
      </div>
      <div class="panel stack">
        <p>${msg('We do not know who wrote this, and we do not try to find out.', {id: 'desk.item.no-author'})}</p>
        <p>
          ${msg(
            'You do not act on what you read here. The writer was promised that. If this weighs on you, talk to your support contact.',
            {id: 'desk.item.no-contact'},
          )}
        </p>
        <p>${msg('Ticks are counted whatever you decide about the words.', {id: 'desk.item.ticks'})}</p>
      </div>
      <div class="row">
        <button type="button" class="button" id="open" aria-expanded=${this.isOpen} @click=${() => this.toggle()}>
          ${
            this.isOpen
              ? msg('Close the words', {id: 'desk.item.close'})
              : msg('Open the words', {id: 'desk.item.open'})
          }
        </button>
        ${
          this.isOpen
            ? nothing
            : html`<p>${msg('The words are closed. Open them when you are ready.', {id: 'desk.item.closed'})}</p>`
        }
      </div>
      ${item.notes.map(({by, note}) => html`<p class="panel">${by}: ${note}</p>`)}
      ${this.isOpen ? this.#renderOpen() : nothing}
      <p>
        ${msg('You know this space or the people there? Please leave this for someone else.', {
          id: 'desk.item.conflict',
        })}
      </p>
      <button type="button" class="link" id="return" @click=${() => this.#giveBack()}>
        ${msg('Leave this for someone else', {id: 'desk.item.skip'})}
      </button>
    </div>`;
  }

  /** Opens or closes the words. */
  toggle = (): void => void (this.isOpen = !this.isOpen);

  #note() {
    const {contentNote} = this.item;
    return contentNote
      ? msg(str`Content note: ${listWords(contentNote.map(topic => topicNames[topic]()))}`, {id: 'desk.queue.note'})
      : msg('No content note', {id: 'desk.queue.no-note'});
  }

  #renderOpen(): TemplateResult {
    switch (this.mode) {
      case 'redact':
        return this.#renderRedact();
      case 'withhold':
        return html`${this.#renderWords()} ${this.#renderReasons()} ${this.#renderOn()}`;
      case 'second':
        return this.#renderSecond();
      case 'confirm':
        return this.#renderConfirm();
      case 'saved':
        return this.#renderSaved();
      default:
        return html`${this.#renderWords()} ${this.#renderEarlier()} ${this.#renderActs()}`;
    }
  }

  #renderWords() {
    return html`<div class="words" id="words" tabindex="-1">${shownWords(this.item.words, [])}</div>`;
  }

  /** What another moderator made of it, where two have to agree. */
  #renderEarlier() {
    const {decision} = this.item;
    if (!decision) return nothing;
    return html`<p class="panel">
      ${earlierWords(decision)} ${decision.kind === 'accept' ? nothing : reasonWords[decision.reason]()}
    </p>`;
  }

  #renderActs() {
    return html`<div class="row" role="group" aria-label=${msg('What to do', {id: 'desk.item.acts'})}>
      <button type="button" class="button main" @click=${() => this.#confirm({kind: 'accept'})}>
        ${msg('Show as it is', {id: 'desk.item.accept'})}
      </button>
      <button type="button" class="button" @click=${() => this.#to('redact')}>
        ${msg('Leave out some words', {id: 'desk.item.redact'})}
      </button>
      <button type="button" class="button" @click=${() => this.#to('withhold')}>
        ${msg('Do not show', {id: 'desk.item.withhold'})}
      </button>
      <button type="button" class="button" @click=${() => this.#to('second')}>
        ${msg('Ask a second moderator', {id: 'desk.item.second'})}
      </button>
    </div>`;
  }

  #renderRedact() {
    return html`<div class="stack">
      <h2 class="small-heading" id="side" tabindex="-1">
        ${msg('What they wrote, and what will be shown', {id: 'desk.item.redact.side'})}
      </h2>
      ${redacting({
        words: this.item.words,
        marked: this.#marked,
        at: this.#at,
        goTo: at => this.#goTo(at),
        mark: at => {
          if (!this.#marked.delete(at)) this.#marked.add(at);
          this.#goTo(at);
        },
      })}
      ${this.#renderReasons()} ${this.#renderOn()}
    </div>`;
  }

  #goTo(at: number) {
    this.#at = at;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.word[tabindex="0"]')?.focus());
  }

  #renderReasons() {
    return html`${reasonChoice({
      label: msg('Why?', {id: 'desk.item.redact.reason'}),
      chosen: this.#reason,
      choose: reason => (this.#reason = reason),
    })}
    ${this.#lack ? html`<p class="error" role="alert">${this.#lack}</p>` : nothing}`;
  }

  #renderOn() {
    return html`<div class="row">
      <button type="button" class="button main" @click=${() => this.#onward()}>
        ${msg('Next', {id: 'evaluation.next'})}
      </button>
      ${this.#renderBack()}
    </div>`;
  }

  #renderBack() {
    return html`<button type="button" class="button" @click=${() => this.#to('read')}>
      ${msg('Back', {id: 'evaluation.back'})}
    </button>`;
  }

  #onward() {
    const reason = this.#reason;
    const leftOut = piecesOf(this.item.words, this.#marked);
    const isRedacting = this.mode === 'redact';
    this.#lack =
      isRedacting && !leftOut.length
        ? msg('You have not marked anything to leave out.', {id: 'desk.item.redact.none'})
        : isRedacting && leftOutProblem(this.item.words, leftOut)
          ? msg('That leaves nothing to show. Choose not to show it.', {id: 'desk.item.redact.all'})
          : reason
            ? ''
            : msg('Choose a reason. It is shown to everyone as a count.', {id: 'desk.item.withhold.reason'});
    if (this.#lack || !reason) return this.requestUpdate();
    this.#confirm(isRedacting ? {kind: 'redact', leftOut, reason} : {kind: 'withhold', reason});
  }

  #confirm(decision: WordsDecision) {
    this.#decision = decision;
    this.#to('confirm');
  }

  #renderConfirm() {
    const decision = this.#decision ?? {kind: 'accept'};
    const kept = this.item.contentNote ?? [];
    return html`<div class="stack">
      <h2 class="small-heading" id="confirm" tabindex="-1">
        ${msg('Check before you save', {id: 'desk.confirm.title'})}
      </h2>
      ${
        decision.kind === 'withhold'
          ? html`<p>${msg('Will not be shown', {id: 'desk.state.withheld'})}</p>`
          : html`<p>${msg('This is what everyone will see', {id: 'desk.confirm.shown'})}</p>
              <div class="words shown">
                ${shownWords(this.item.words, decision.kind === 'redact' ? decision.leftOut : [])}
              </div>`
      }
      ${decision.kind === 'accept' ? nothing : html`<p>${reasonWords[decision.reason]()}</p>`}
      ${
        needsTwo(decision)
          ? html`<p><strong>${msg('Two moderators must agree on this.', {id: 'desk.item.second.needed'})}</strong></p>`
          : nothing
      }
      ${
        decision.kind === 'withhold'
          ? nothing
          : html`<fieldset @change=${this.#changeTopics}>
              <legend class="label">${msg('Add a content note', {id: 'desk.item.content-note'})}</legend>
              ${
                this.item.contentNote
                  ? html`<p class="hint">
                      ${msg('The writer asked for a note. You can add to it but not take it off.', {
                        id: 'desk.item.content-note.keep',
                      })}
                    </p>`
                  : nothing
              }
              ${contentTopics
                .filter(topic => !kept.includes(topic))
                .map(
                  topic =>
                    html`<label class="choice">
                      <input type="checkbox" .value=${topic} .checked=${this.#topics.includes(topic)} />
                      <span>${topicNames[topic]()}</span>
                    </label>`,
                )}
            </fieldset>`
      }
      <div class="row">
        <button
          type="button"
          class="button main"
          aria-disabled=${this.host.isBusy ? 'true' : nothing}
          @click=${() => this.#save(decision)}
        >
          ${msg('Save', {id: 'desk.confirm.save'})}
        </button>
        ${this.#renderBack()}
      </div>
    </div>`;
  }

  readonly #changeTopics = ({target}: Event) => {
    const {value, checked} = target as HTMLInputElement;
    this.#topics = contentTopics.filter(topic => (topic === value ? checked : this.#topics.includes(topic)));
  };

  async #save(decision: WordsDecision) {
    if (this.host.isBusy) return;
    const {id, version} = this.item;
    const topics = decision.kind === 'withhold' ? [] : this.#topics;
    const saved = await this.host.act(() => desk.decide(id, version, decision, topics));
    if (!saved) return;
    this.item = saved;
    this.#to('saved');
  }

  #renderSaved() {
    const {state} = this.item;
    return html`<div class="panel stack">
      <h2 class="small-heading" id="saved" tabindex="-1">${msg('Saved', {id: 'desk.item.saved'})}</h2>
      <p>
        ${
          state === 'two-needed'
            ? msg('You have had your say. Waiting for a second moderator.', {id: 'desk.item.second.waiting'})
            : state === 'second-opinion' && this.item.needs === 'lead'
              ? msg('You do not agree. A lead will look at it. Until then it is not shown.', {
                  id: 'desk.item.second.differ',
                })
              : stateWords[state]()
        }
      </p>
      <div class="row">
        <button type="button" class="button main" @click=${() => this.host.toQueue()}>
          ${msg('Back to the list', {id: 'desk.to-queue'})}
        </button>
        <button type="button" class="button" @click=${() => this.#undo()}>
          ${msg('Undo', {id: 'desk.item.undo'})}
        </button>
      </div>
    </div>`;
  }

  async #undo() {
    const {id, version} = this.item;
    const item = await this.host.act(() => desk.undo(id, version));
    if (item) this.host.toQueue(msg('Undone', {id: 'desk.item.undone'}));
  }

  #renderSecond() {
    const ask = async (event: Event) => {
      event.preventDefault();
      const note = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim() ?? '';
      const {id, version} = this.item;
      const item = await this.host.act(() => desk.second(id, version, note));
      if (item) {
        this.host.toQueue(
          msg('You have had your say. Waiting for a second moderator.', {id: 'desk.item.second.waiting'}),
        );
      }
    };
    return html`${this.#renderWords()}
      <form class="stack" @submit=${ask}>
        <div>
          <label class="label" for="note">
            ${msg('A note for them, about the rule and not the writer', {id: 'desk.item.second.note'})}
          </label>
          <textarea class="field" id="note" maxlength="500"></textarea>
        </div>
        <div class="row">
          <button type="submit" class="button main">${msg('Ask a second moderator', {id: 'desk.item.second'})}</button>
          ${this.#renderBack()}
        </div>
      </form>`;
  }

  async #giveBack() {
    const given = await this.host.act(() => desk.giveBack(this.item.id));
    if (given) this.host.toQueue();
  }

  #to(mode: Mode) {
    this.mode = mode;
    this.#lack = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(focusOf[mode])?.focus());
  }
}

customElements.define('held-desk-item', HeldDeskItem);

declare global {
  interface HTMLElementTagNameMap {
    'held-desk-item': HeldDeskItem;
  }
}
