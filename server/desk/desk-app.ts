/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {html, LitElement, nothing, type PropertyDeclarations} from 'lit';
import {msg, str} from '@lit/localize';
import type {
  AuditPage,
  BatchPage,
  DeskComplaint,
  DeskItem,
  DeskSession,
  GroupInQueue,
  ModeratorRow,
  QueueItem,
  ReplyInQueue,
} from '@held-spaces/domain/desk';
import {controlStyles} from '../../src/styles/controls.js';
import {baseStyles} from '../../src/styles/base.js';
import {BreakTime, breakQuestion} from './break-time.js';
import type {HeldDeskComplaint} from './complaint-page.js';
import './complaint-page.js';
import {desk, DeskError} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {languageButton, prefersWelsh, reviewLine, speakWelsh} from './desk-language.js';
import {deskStyles} from './desk.styles.js';
import {errorWords} from './desk-words.js';
import type {HeldDeskEnter} from './enter-page.js';
import './enter-page.js';
import type {HeldDeskItem} from './item-page.js';
import './item-page.js';
import {keys, keyOf} from './keys.js';
import {auditPage, batchPage, groupPage, moderatorsPage, replyPage} from './other-pages.js';
import {queuePage, type Order} from './queue-page.js';
import {enrolPage, signInPage, type Invitation} from './sign-in-page.js';

type Page =
  | {readonly name: 'queue' | 'enter' | 'stopped'}
  | {readonly name: 'item'; readonly item: DeskItem}
  | {readonly name: 'complaint'; readonly complaint: DeskComplaint}
  | {readonly name: 'other'; readonly item: GroupInQueue | ReplyInQueue}
  | {readonly name: 'batch'; readonly batch: BatchPage}
  | {readonly name: 'moderators'; readonly moderators: readonly ModeratorRow[]}
  | {readonly name: 'audit'; readonly audit: AuditPage};

/** Milliseconds before the end of a session in which its end is said. */
const warning = 3 * 60_000;

/**
 * The moderation desk: what waits, one item at a time, and the record of what was done. Nothing of it stands in the
 * page's address, and nothing is stored on the device; who is signed in is known by a cookie that no script can read.
 */
export class HeldDesk extends LitElement implements DeskHost {
  static override get styles() {
    return [...baseStyles, ...controlStyles, deskStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {
      page: {attribute: false},
      items: {attribute: false},
      isBusy: {attribute: false},
      isEnding: {attribute: false},
      isSignedIn: {attribute: false},
    };
  }

  page: Page = {name: 'queue'};
  items: readonly QueueItem[] | undefined;
  isBusy = false;
  isEnding = false;
  /** `undefined`: not known yet. */
  isSignedIn: boolean | undefined;

  hasFailed = false;

  declare session: DeskSession;
  #error = '';
  #said = '';
  #order: Order = 'oldest';
  #wasSignedIn = false;
  #invitation: Invitation | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #break = new BreakTime(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
    if (prefersWelsh()) void this.#speak(true);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    clearTimeout(this.#timer);
    this.#break.over();
  }

  protected override render() {
    return html`<div class="held">
      ${this.isSignedIn ? this.#renderBar() : nothing}
      <main class="stack">
        ${this.#error ? html`<p class="error" id="error" role="alert">${this.#error}</p>` : nothing}
        <p role="status" class=${this.#said ? '' : 'visually-hidden'}>${this.#said}</p>
        ${this.isSignedIn === false ? this.#renderDoor() : nothing}
        <div class="stack" ?hidden=${!this.isSignedIn}>${this.session ? this.#renderPage() : nothing}</div>
        ${this.isSignedIn ? this.#renderFoot() : nothing} ${reviewLine()}
      </main>
    </div>`;
  }

  #renderDoor() {
    return html`${
        this.#invitation
          ? enrolPage(this.#invitation, this, session => this.#entered(session))
          : signInPage(this, this.#wasSignedIn, session => this.#entered(session))
      }
      <p>${languageButton(isWelsh => this.#speak(isWelsh))}</p>`;
  }

  async #speak(isWelsh: boolean) {
    await speakWelsh(isWelsh);
    document.title = msg('Moderation desk', {id: 'desk.title'});
    this.requestUpdate();
    this.#inner()?.requestUpdate();
  }

  /** On every page: whom to turn to, which the list says first of all, and by which rules words are chosen. */
  #renderFoot() {
    const contact = this.session.support;
    return html`<footer class="soft row">
      ${
        this.page.name === 'queue'
          ? nothing
          : html`<span>${msg(str`Someone to talk to: ${contact}`, {id: 'desk.care.talk'})}</span>`
      }
      <a href="../policies/moderation.html" target="_blank" rel="noopener"
        >${msg('Read the policy', {id: 'desk.item.policy'})}</a
      >
    </footer>`;
  }

  #renderBar() {
    const go = (name: Page['name'], words: string, load: () => unknown) =>
      html`<button type="button" class="link" aria-current=${this.page.name === name ? 'page' : nothing} @click=${load}>
        ${words}
      </button>`;
    return html`<header class="bar">
      <p>${msg('Moderation desk', {id: 'desk.title'})}</p>
      <button type="button" class="button" id="stop" @click=${() => this.#stop()}>
        ${msg('Stop now and close everything', {id: 'desk.care.stop'})}
      </button>
      <nav class="row" aria-label=${msg('Moderation desk', {id: 'desk.title'})}>
        ${go('queue', msg('Words to read', {id: 'desk.queue.title'}), () => this.toQueue())}
        ${go('enter', msg('Letters and emails', {id: 'desk.nav.enter'}), () => this.#show({name: 'enter'}))}
        ${go('batch', msg('Next weekly update', {id: 'desk.batch.title'}), () => this.#toBatch())}
        ${
          this.session.moderator.role === 'lead'
            ? go('moderators', msg('Moderators', {id: 'desk.people.title'}), () => this.#toModerators())
            : nothing
        }
        ${go('audit', msg('Log', {id: 'desk.nav.audit'}), () => this.#toAudit())}
      </nav>
      <div class="row self">
        <span>${this.session.moderator.name}</span>
        ${languageButton(isWelsh => this.#speak(isWelsh))}
        <button type="button" class="link" @click=${() => this.#signOut()}>
          ${msg('Sign out', {id: 'desk.sign-out'})}
        </button>
      </div>
      ${
        this.isEnding
          ? html`<div class="row" role="alert">
              <span>${msg('You will be signed out soon. Nothing is lost.', {id: 'desk.sign-in.ending'})}</span>
              <button type="button" class="button" @click=${() => this.#stay()}>
                ${msg('Stay signed in', {id: 'desk.sign-in.stay'})}
              </button>
            </div>`
          : nothing
      }
      ${breakQuestion(this.#break.isDue, () => this.#onReading())}
    </header>`;
  }

  #renderPage() {
    const {page} = this;
    switch (page.name) {
      case 'item':
        return html`<held-desk-item .host=${this} .item=${page.item}></held-desk-item>`;
      case 'other':
        return page.item.kind === 'group' ? groupPage(page.item, this) : replyPage(page.item, this);
      case 'complaint':
        return html`<held-desk-complaint .host=${this} .complaint=${page.complaint}></held-desk-complaint>`;
      case 'enter':
        return html`<held-desk-enter
          .host=${this}
          .entered=${(complaint: DeskComplaint) => this.#show({name: 'complaint', complaint})}
        ></held-desk-enter>`;
      case 'batch':
        return batchPage(page.batch);
      case 'moderators':
        return moderatorsPage(page.moderators, this, () => void this.#toModerators());
      case 'audit':
        return auditPage(page.audit, before => void this.#toAudit(before));
      case 'stopped':
        return html`<h1 id="heading" class="title" tabindex="-1">
          ${msg('It is closed. The item is back in the list, and someone else can take it.', {
            id: 'desk.care.stopped',
          })}
        </h1>`;
      default:
        return this.items
          ? html`${queuePage({
              items: this.items,
              session: this.session,
              order: this.#order,
              setOrder: order => {
                this.#order = order;
                this.requestUpdate();
              },
              open: item => void this.#open(item),
              avoid: topics => void this.#setUp(() => desk.avoid(topics)),
              breakAfter: minutes => void this.#setUp(() => desk.breakAfter(minutes)),
            })}
            ${keys()}`
          : nothing;
    }
  }

  async act<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.isBusy = true;
    this.#error = this.#said = '';
    try {
      return await work();
    } catch (error) {
      // Whoever was signed out comes back to where they were, with what they had chosen.
      if (error instanceof DeskError && error.status === 401) this.isSignedIn = false;
      else this.#error = errorWords(error);
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }

  toQueue(said = ''): void {
    void this.#load(said);
  }

  async #begin() {
    const invitation = new URLSearchParams(location.hash.slice(1)).get('invite');
    if (invitation) {
      // Not left in the address, where the next person at this computer would find it.
      history.replaceState(null, '', location.pathname);
      this.#invitation = {secret: invitation};
      this.isSignedIn = false;
      return;
    }
    const session = await this.act(() => desk.session());
    if (session) this.#entered(session);
    else this.isSignedIn = false;
  }

  #entered(session: DeskSession) {
    const isBack = this.#wasSignedIn && this.page.name !== 'queue';
    this.#invitation = undefined;
    this.#wasSignedIn = this.isSignedIn = true;
    this.#renewed(session);
    if (!isBack) this.toQueue();
  }

  #renewed(session: DeskSession) {
    this.session = session;
    this.isEnding = false;
    clearTimeout(this.#timer);
    const left = Date.parse(session.ends) - Date.now() - warning;
    this.#timer = setTimeout(() => (this.isEnding = true), Math.max(0, left));
    this.requestUpdate();
  }

  async #load(said: string) {
    const queue = await this.act(() => desk.queue());
    if (!queue) return;
    this.items = queue.items;
    this.#said = said;
    await this.#show({name: 'queue'}, said);
  }

  async #show(page: Page, said = '') {
    this.#error = '';
    this.#said = said;
    this.page = page;
    document.title = msg('Moderation desk', {id: 'desk.title'});
    await this.updateComplete;
    const inner = this.#inner();
    await inner?.updateComplete;
    (inner ?? this).renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  /** A page that is an element of its own. */
  #inner(): HeldDeskComplaint | HeldDeskEnter | HeldDeskItem | null {
    return this.renderRoot.querySelector('held-desk-complaint, held-desk-enter, held-desk-item');
  }

  /** A page whose words are opened and closed. */
  #readable(): HeldDeskComplaint | HeldDeskItem | null {
    return this.renderRoot.querySelector('held-desk-complaint, held-desk-item');
  }

  async #open(item: QueueItem) {
    this.#break.reading(this.session);
    if (item.kind === 'complaint') {
      const complaint = await this.act(() => desk.complaint(item.id));
      return complaint && this.#show({name: 'complaint', complaint});
    }
    if (item.kind !== 'words') return this.#show({name: 'other', item});
    const claimed = await this.act(() => desk.claim(item.id));
    if (claimed) await this.#show({name: 'item', item: claimed});
  }

  async #toBatch() {
    const batch = await this.act(() => desk.batch());
    if (batch) await this.#show({name: 'batch', batch});
  }

  async #toModerators() {
    const moderators = await this.act(() => desk.moderators());
    if (moderators) await this.#show({name: 'moderators', moderators});
  }

  async #toAudit(before?: number) {
    const audit = await this.act(() => desk.audit(before));
    if (audit) await this.#show({name: 'audit', audit});
  }

  /** Changes a setting that is the moderator's own. */
  async #setUp(change: () => Promise<DeskSession>) {
    const session = await this.act(change);
    this.#break.over();
    if (session) this.#renewed(session);
  }

  /** Asked about a break, they want none now: asked again after as long. */
  #onReading() {
    this.#break.over();
    this.#break.reading(this.session);
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('#stop')?.focus();
  }

  async #stay() {
    const session = await this.act(() => desk.stay());
    if (session) this.#renewed(session);
  }

  /** What is on the screen goes first; giving the item back may take a while, or fail. */
  async #stop() {
    const {page} = this;
    this.#break.over();
    await this.#show({name: 'stopped'});
    if (page.name === 'item') await this.act(() => desk.giveBack(page.item.id));
  }

  async #signOut() {
    await this.#stop();
    await this.act(() => desk.end());
    this.isSignedIn = this.#wasSignedIn = false;
    this.page = {name: 'queue'};
    this.items = undefined;
  }

  readonly #key = (event: KeyboardEvent) => {
    if (!this.isSignedIn) return;
    const key = keyOf(event);
    if (!key) return;
    event.preventDefault();
    if (key === 'stop') void this.#stop();
    else if (key === 'open') this.#readable()?.toggle();
    else this.#next();
  };

  /** In the list, to the next item's button; elsewhere, back to the list. */
  #next() {
    if (this.page.name !== 'queue') return this.toQueue();
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.queue .next')];
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    buttons[(at + 1) % buttons.length]?.focus();
  }
}

customElements.define('held-desk', HeldDesk);

declare global {
  interface HTMLElementTagNameMap {
    'held-desk': HeldDesk;
  }
}
