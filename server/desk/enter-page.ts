/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {html, LitElement, nothing, type PropertyDeclarations} from 'lit';
import {msg} from '@lit/localize';
import type {DeskComplaint, ShownOfSpace} from '@held-spaces/domain/desk';
import {quoteLabel} from '../../src/internal/quote-words.js';
import {baseStyles} from '../../src/styles/base.js';
import {controlStyles} from '../../src/styles/controls.js';
import {title} from './acts.js';
import {desk, type FoundSpace} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {deskStyles} from './desk.styles.js';
import {monthWords} from './desk-words.js';
import {shownParts, shownWords} from './redact-view.js';

const field = (form: HTMLFormElement, name: string) =>
  (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? '';

/** Puts what came by letter or email before moderators: a complaint about words, or what a space wrote. */
export class HeldDeskEnter extends LitElement {
  static override get styles() {
    return [...baseStyles, ...controlStyles, deskStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {host: {attribute: false}, found: {attribute: false}, space: {attribute: false}, shown: {attribute: false}};
  }

  declare host: DeskHost;
  /** Called with a complaint that was entered, so that its words can be hidden without a way through the list. */
  declare entered: (complaint: DeskComplaint) => void;
  found: readonly FoundSpace[] | undefined;
  space: FoundSpace | undefined;
  shown: ShownOfSpace | undefined;

  protected override render() {
    return html`<div class="held stack">
      ${title(msg('Enter what came by letter or email', {id: 'desk.enter.title'}))}
      <form class="stack" @submit=${this.#find}>
        <div>
          <label class="label" for="name">${msg('Name of the space', {id: 'desk.enter.space'})}</label>
          <input class="field" id="name" name="name" required minlength="2" autocomplete="off" />
        </div>
        <div><button type="submit" class="button">${msg('Find it', {id: 'desk.enter.find'})}</button></div>
      </form>
      ${this.#renderFound()} ${this.shown && this.space ? this.#renderSpace(this.shown, this.space) : nothing}
    </div>`;
  }

  #renderFound() {
    const {found} = this;
    if (!found || this.space) return nothing;
    if (!found.length) return html`<p role="status">${msg('No space has this name.', {id: 'desk.enter.no-space'})}</p>`;
    return html`<ul id="found" tabindex="-1" aria-label=${msg('Spaces with this name', {id: 'desk.enter.found'})}>
      ${found.map(
        space =>
          html`<li>
            <button type="button" class="link" @click=${() => this.#choose(space)}>${space.name}</button>
            ${space.organization ? html`<span class="soft">${space.organization.name}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #renderSpace({words, replies}: ShownOfSpace, {name}: FoundSpace) {
    return html`
      <h2 class="small-heading" id="space" tabindex="-1">${name}</h2>
      <section class="panel stack">
        <h3 class="small-heading">${msg('Complaint', {id: 'desk.complaint.title'})}</h3>
        ${
          words.length === 0
            ? html`<p>${msg('No words about this space are shown.', {id: 'desk.enter.none'})}</p>`
            : this.#renderComplaint(words)
        }
      </section>
      <section class="panel stack">
        <h3 class="small-heading">${msg('Reply from a space', {id: 'desk.reply.title'})}</h3>
        ${this.#renderReply()}
      </section>
      ${
        replies.length === 0
          ? nothing
          : html`<section class="panel stack">
              <h3 class="small-heading">${msg('What this space wrote', {id: 'desk.enter.replies'})}</h3>
              ${replies.map(
                ({id, text, month, says}) =>
                  html`<div>
                    <p>${kindWords(says)}. ${monthWords(month)}</p>
                    <div class="words">${shownWords(text, [])}</div>
                    <button type="button" class="button" @click=${() => this.#removeReply(id)}>
                      ${msg('Take it down now', {id: 'desk.reply.remove'})}
                    </button>
                  </div>`,
              )}
            </section>`
      }
    `;
  }

  #renderComplaint(words: ShownOfSpace['words']) {
    return html`<form class="stack" @submit=${this.#complain}>
      <fieldset>
        <legend class="label">${msg('Which words?', {id: 'desk.enter.which'})}</legend>
        ${words.map(
          ({id, parts, role, season}) =>
            html`<label class="choice">
              <input type="radio" name="item" .value=${id} required />
              <span>${shownParts(parts)} <span class="soft">${quoteLabel(role, season)}</span></span>
            </label>`,
        )}
      </fieldset>
      <div>
        <label class="label" for="from">
          ${msg('Who complains, and how to reach them', {id: 'desk.enter.from'})}
        </label>
        <input class="field" id="from" name="from" required maxlength="500" autocomplete="off" />
      </div>
      <div>
        <label class="label" for="says">${msg('What they say is wrong', {id: 'desk.complaint.says'})}</label>
        <textarea class="field" id="says" name="says" maxlength="5000" required></textarea>
      </div>
      <div>
        <label class="label" for="received">${msg('When it came', {id: 'desk.enter.received'})}</label>
        <input class="field" id="received" name="received" type="datetime-local" required />
      </div>
      <label class="choice">
        <input type="checkbox" name="address" />
        <span>
          ${msg('A private address may be showing', {id: 'desk.queue.wrong-address'})}.
          ${msg('The words are then hidden at once.', {id: 'desk.enter.address.hint'})}
        </span>
      </label>
      ${this.#renderSave()}
    </form>`;
  }

  #renderReply() {
    return html`<form class="stack" @submit=${this.#reply}>
      <div>
        <label class="label" for="kind">${msg('What it is', {id: 'desk.enter.kind'})}</label>
        <select class="select" id="kind" name="kind">
          <option value="reply">${kindWords('reply')}</option>
          <option value="changed">${kindWords('changed')}</option>
        </select>
      </div>
      <div>
        <label class="label" for="text">${msg('As they wrote it', {id: 'desk.enter.text'})}</label>
        <p class="hint" id="text-hint">
          ${msg('Another moderator reads it before it is shown. A newer one takes the place of an older.', {
            id: 'desk.enter.text.hint',
          })}
        </p>
        <textarea class="field" id="text" name="text" maxlength="2000" required aria-describedby="text-hint"></textarea>
      </div>
      ${this.#renderSave()}
    </form>`;
  }

  #renderSave() {
    return html`<div>
      <button type="submit" class="button main" aria-disabled=${this.host.isBusy ? 'true' : nothing}>
        ${msg('Save', {id: 'desk.confirm.save'})}
      </button>
    </div>`;
  }

  readonly #find = async (event: Event) => {
    event.preventDefault();
    const name = field(event.target as HTMLFormElement, 'name');
    this.space = this.shown = undefined;
    this.found = await this.host.act(() => desk.find(name));
    await this.#focus('#found');
  };

  async #choose(space: FoundSpace) {
    const shown = await this.host.act(() => desk.shown(space.id));
    if (!shown) return;
    this.space = space;
    this.shown = shown;
    await this.#focus('#space');
  }

  readonly #complain = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const letter = {
      itemId: field(form, 'item'),
      from: field(form, 'from'),
      says: field(form, 'says'),
      received: new Date(field(form, 'received')).toISOString(),
      address: (form.elements.namedItem('address') as HTMLInputElement).checked,
    };
    const complaint = this.host.isBusy ? undefined : await this.host.act(() => desk.complain(letter));
    if (complaint) this.entered(complaint);
  };

  readonly #reply = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const serviceId = this.space?.id ?? '';
    const says = field(form, 'kind') === 'changed' ? 'changed' : 'reply';
    const saved = this.host.isBusy
      ? undefined
      : await this.host.act(() => desk.addReply(serviceId, says, field(form, 'text')));
    if (saved) this.host.toQueue(msg('Saved', {id: 'desk.item.saved'}));
  };

  async #removeReply(id: string) {
    const removed = await this.host.act(() => desk.removeReply(id));
    if (removed && this.space) await this.#choose(this.space);
  }

  async #focus(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const kindWords = (says: 'reply' | 'changed') =>
  says === 'changed'
    ? msg('What changed', {id: 'evaluation.shown.changed.title'})
    : msg('From the people who run this space', {id: 'evaluation.shown.reply.title'});

customElements.define('held-desk-enter', HeldDeskEnter);

declare global {
  interface HTMLElementTagNameMap {
    'held-desk-enter': HeldDeskEnter;
  }
}
