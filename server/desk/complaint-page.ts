/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {html, LitElement, nothing, type PropertyDeclarations} from 'lit';
import {msg, str} from '@lit/localize';
import type {ComplaintDecision, DeskComplaint} from '@held-spaces/domain/desk';
import type {WithholdReason} from '@held-spaces/domain/moderation';
import {downIcon} from '../../src/internal/first-icons.js';
import {contentNoteWords, quoteLabel} from '../../src/internal/quote-words.js';
import {reasonWords} from '../../src/internal/reason-words.js';
import {baseStyles} from '../../src/styles/base.js';
import {controlStyles} from '../../src/styles/controls.js';
import {act, title} from './acts.js';
import {desk} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {deskStyles} from './desk.styles.js';
import {momentWords, needsWords} from './desk-words.js';
import {reasonChoice} from './reason-choice.js';
import {shownParts, shownWords} from './redact-view.js';

/** What somebody complained about, the words closed until they are opened, and what two moderators make of it. */
export class HeldDeskComplaint extends LitElement {
  static override get styles() {
    return [...baseStyles, ...controlStyles, deskStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {host: {attribute: false}, complaint: {attribute: false}, said: {attribute: false}};
  }

  declare host: DeskHost;
  declare complaint: DeskComplaint;
  /** What was done last. */
  said = '';

  #reason: WithholdReason = 'complaint';

  /** Opens or closes the words. */
  toggle(): void {
    const words = this.renderRoot.querySelector<HTMLDetailsElement>('#words');
    if (words) words.open = !words.open;
  }

  protected override render() {
    const {complaint} = this;
    return html`<div class="held stack">
      ${title(complaint.serviceName)}
      <p>
        <strong>${msg(str`Complaint, answer due: ${momentWords(complaint.due)}`, {id: 'desk.queue.complaint'})}</strong>
        ${complaint.gone ? nothing : needsWords[complaint.needs]()}
      </p>
      <p class="hint">
        ${msg(str`It came on: ${momentWords(complaint.received)}`, {id: 'desk.complaint.received'})}.
        ${msg(
          'The answer is due 48 hours after it came. Weekends do not count, nor do the bank holidays that this directory was told of.',
          {id: 'desk.complaint.clock'},
        )}
      </p>
      ${
        complaint.address
          ? html`<p class="panel">${msg('A private address may be showing', {id: 'desk.queue.wrong-address'})}</p>`
          : nothing
      }
      <p role="status" class=${this.said ? '' : 'visually-hidden'}>${this.said}</p>
      ${complaint.gone ? this.#renderGone() : this.#renderActs()} ${this.#renderLetter()}
    </div>`;
  }

  #renderLetter() {
    const {from, says, quote} = this.complaint;
    return html`
      <section class="stack">
        <h2 class="small-heading">${msg('What they say is wrong', {id: 'desk.complaint.says'})}</h2>
        <div class="words">${shownWords(says, [])}</div>
        <p>${msg(str`From: ${from}`, {id: 'desk.complaint.from'})}</p>
      </section>
      ${
        quote
          ? html`<section class="stack">
              <h2 class="small-heading">${msg('The words', {id: 'desk.complaint.words'})}</h2>
              <p>
                ${quoteLabel(quote.role, quote.season)}.
                ${quote.contentNote ? contentNoteWords(quote.contentNote) : nothing}
              </p>
              <details id="words">
                <summary>${msg('Open the words', {id: 'desk.item.open'})}${downIcon()}</summary>
                <div class="words shown">${shownParts(quote.parts)}</div>
              </details>
            </section>`
          : nothing
      }
      ${quote ? this.#renderSealed() : nothing}
      <p>${msg('This may need a lawyer. This desk does not give legal advice.', {id: 'desk.complaint.law'})}</p>
    `;
  }

  #renderActs() {
    const {id, version, hidden, proposed} = this.complaint;
    const decide = (decision: ComplaintDecision) => () => desk.decideComplaint(id, version, decision);
    const saved = msg('Saved', {id: 'desk.item.saved'});
    return html`<section class="panel stack">
      ${
        hidden
          ? html`<p>${msg('The words are hidden.', {id: 'desk.complaint.hidden'})}</p>`
          : html`<div>
              <button
                type="button"
                class="button main"
                id="hide"
                aria-disabled=${this.host.isBusy ? 'true' : nothing}
                @click=${() => this.#change(() => desk.hide(id, version), msg('The words are hidden.', {id: 'desk.complaint.hidden'}))}
              >
                ${msg('Hide the words while we look', {id: 'desk.complaint.hide-now'})}
              </button>
            </div>`
      }
      <p>
        ${msg('Two moderators must agree on this.', {id: 'desk.item.second.needed'})}
        ${msg('One of them must be new to these words.', {id: 'desk.complaint.new-eyes'})}
      </p>
      ${proposed ? html`<p>${proposedWords(proposed)}</p>` : nothing}
      ${reasonChoice({
        label: msg('If you take them down: why?', {id: 'desk.complaint.reason'}),
        chosen: this.#reason,
        choose: reason => (this.#reason = reason ?? this.#reason),
      })}
      <div class="row">
        ${act(this.host, msg('Keep the words', {id: 'desk.complaint.keep'}), decide({kind: 'keep'}), saved)}
        ${act(
          this.host,
          msg('Take the words down', {id: 'desk.complaint.remove'}),
          () => decide({kind: 'remove', reason: this.#reason})(),
          saved,
        )}
      </div>
      <p>
        ${msg(
          'When it is decided, tell whoever complained what was done, and why. What they wrote is then deleted here.',
          {
            id: 'desk.complaint.tell',
          },
        )}
      </p>
    </section>`;
  }

  #renderGone() {
    const {id, version} = this.complaint;
    return html`<section class="panel stack">
      <p>
        ${msg('The words are not shown any more. Nothing is left to decide. Tell whoever complained.', {
          id: 'desk.complaint.gone',
        })}
      </p>
      ${act(
        this.host,
        msg('Close this complaint', {id: 'desk.complaint.close'}),
        () => desk.closeComplaint(id, version),
        msg('Saved', {id: 'desk.item.saved'}),
        true,
      )}
    </section>`;
  }

  #renderSealed() {
    const {id, version, sealed} = this.complaint;
    if (!sealed) {
      return html`<p>${msg('The writer left no way to reach them.', {id: 'desk.complaint.sealed.none'})}</p>`;
    }
    const names = sealed.by.join(', ');
    return html`<section class="stack">
      <p>
        ${msg('The writer left a sealed way to reach them. Opening it takes two moderators, and is logged.', {
          id: 'desk.complaint.sealed',
        })}
      </p>
      ${names ? html`<p>${msg(str`Agreed so far: ${names}`, {id: 'desk.complaint.sealed.by'})}</p>` : nothing}
      ${
        sealed.contact
          ? html`<div>
              <label class="label" for="sealed">${msg('The sealed text', {id: 'desk.complaint.sealed.text'})}</label>
              <p class="hint" id="sealed-hint">
                ${msg('Whoever holds the key opens it on their own computer. This desk cannot.', {
                  id: 'desk.complaint.sealed.how',
                })}
              </p>
              <textarea
                class="field"
                id="sealed"
                readonly
                aria-describedby="sealed-hint"
                .value=${sealed.contact}
              ></textarea>
            </div>`
          : sealed.by.length < 2
            ? html`<div>
                <button
                  type="button"
                  class="button"
                  id="agree"
                  aria-disabled=${this.host.isBusy ? 'true' : nothing}
                  @click=${() => this.#change(() => desk.openSealed(id, version), msg('Saved', {id: 'desk.item.saved'}))}
                >
                  ${msg('Agree to open it', {id: 'desk.complaint.sealed.agree'})}
                </button>
              </div>`
            : nothing
      }
    </section>`;
  }

  /** Does something after which the page stays. */
  async #change(work: () => Promise<DeskComplaint>, said: string) {
    if (this.host.isBusy) return;
    const complaint = await this.host.act(work);
    if (!complaint) return;
    this.complaint = complaint;
    this.said = said;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }
}

function proposedWords(proposed: NonNullable<DeskComplaint['proposed']>): string {
  const {by} = proposed;
  if (proposed.kind === 'keep') return msg(str`${by} would keep the words.`, {id: 'desk.complaint.proposed.keep'});
  const taken = msg(str`${by} would take the words down.`, {id: 'desk.complaint.proposed.remove'});
  return `${taken} ${reasonWords[proposed.reason]()}`;
}

customElements.define('held-desk-complaint', HeldDeskComplaint);

declare global {
  interface HTMLElementTagNameMap {
    'held-desk-complaint': HeldDeskComplaint;
  }
}
