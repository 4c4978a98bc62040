import {
  contactsFor,
  crisisStaleAfterDays,
  openLine,
  type CrisisEntry,
  type CrisisListing,
  type ListedLine,
} from '@held-spaces/domain/crisis';
import {crisisChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {isOneOf, nations, type Nation} from '@held-spaces/domain/vocabularies';
import {msg, str, updateWhenLocaleChanges} from '@lit/localize';
import {html, nothing} from 'lit';
import {JourneyMember} from '../../controllers/journey.js';
import {crisisLine, crisisLineStyles, crisisStrip, moreWords} from '../../internal/crisis-lines.js';
import {heading} from '../../internal/heading.js';
import {downIcon, lampIcon} from '../../internal/icons.js';
import {nationNames} from '../../internal/vocabulary-words.js';
import {dateWords} from '../../internal/words.js';
import {baseStyles} from '../../styles/base.js';
import type {contactDetails} from './contact-details.js';
import {styles} from './crisis-signpost.styles.js';
import {DrawnElement} from '../../internal/drawn-element.js';
import {lineDetails} from './line-details.js';
import {dangerWords, instead, lineFor, openingFacts} from './line-facts.js';

const minute = 60_000;

/**
 * People to turn to now, by nation. The list comes with the widget: it asks the network for nothing that a person does,
 * keeps nothing, and tells nobody that it was looked at. What stands inside the tag shows until it runs, and where it
 * cannot.
 *
 * @tagname held-crisis-signpost
 * @cssprop [--held-lamp=#fcf2df] - Ground of the signpost.
 * @cssprop [--held-lamp-line=#e6d0a2] - Its hairlines.
 */
export class CrisisSignpost extends DrawnElement {
  static override get observedAttributes(): string[] {
    return ['nation', 'heading-level', 'form', 'stale-after-days'];
  }

  /**
   * Lines for which nation: `england`, `scotland`, `wales` or `northern-ireland`. Without it the place in a finder on
   * the page tells, or else the person is asked. A person may always change it.
   *
   * @attr nation
   * @default ''
   */
  get nation(): string {
    return this.getAttribute('nation') ?? '';
  }

  set nation(nation: string) {
    this.setAttribute('nation', nation);
  }

  /**
   * Level of the heading, 1 to 6.
   *
   * @attr heading-level
   * @default 2
   */
  get headingLevel(): number {
    return Number(this.getAttribute('heading-level')) || 2;
  }

  set headingLevel(level: number) {
    this.setAttribute('heading-level', `${level}`);
  }

  /**
   * `full`, or `compact`: one row that opens into the rest.
   *
   * @attr form
   * @default 'full'
   */
  get form(): string {
    return this.getAttribute('form') ?? 'full';
  }

  set form(form: string) {
    this.setAttribute('form', form);
  }

  /**
   * Days after which a list that nobody has checked again shows only lines that last.
   *
   * @attr stale-after-days
   * @default 90
   */
  get staleAfterDays(): number {
    return Number(this.getAttribute('stale-after-days') ?? crisisStaleAfterDays);
  }

  set staleAfterDays(days: number) {
    this.setAttribute('stale-after-days', `${days}`);
  }

  #isOpened = false;

  #isChangingNation = false;

  /** What the person chose here, over all else. `uk`: lines for the whole UK. */
  #chosen: Nation | 'uk' | undefined;

  /** Once somebody was asked above the lines, the question stays there, so that nothing moves under their hand. */
  #isAskedFirst = false;

  /** Writes what is known of a line, once that has come. */
  #details: typeof contactDetails | undefined;

  #clock: ReturnType<typeof setInterval> | undefined;

  readonly #journey = new JourneyMember(this, 'signpost', () => {
    this.#isOpened = true;
    void this.#drawAndFocus('#title');
  });

  constructor() {
    super([...baseStyles, ...crisisLineStyles, styles]);
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page left open over an evening must not go on saying that a line is open.
    this.#clock = setInterval(() => {
      this.requestUpdate();
    }, minute);
    void this.#loadDetails();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render() {
    try {
      return html`<div class="held">${this.form === 'compact' ? this.#renderCompact() : this.#renderFull()}</div>`;
    } catch {
      // Whatever broke, the numbers that the host pasted into the tag are better than nothing.
      return html`<slot></slot>`;
    }
  }

  /**
   * What is known of each line comes right after the numbers stand, and not when a person opens one: then it is there
   * with no internet, and nobody can tell from the request that somebody looked.
   */
  async #loadDetails() {
    await this.updateComplete;
    try {
      this.#details = (await import('./contact-details.js')).contactDetails;
      this.requestUpdate();
    } catch {
      // The numbers are there, each line says that this part is not, and leads to its website.
    }
  }

  get #nation(): Nation | undefined {
    if (this.#chosen) return this.#chosen === 'uk' ? undefined : this.#chosen;
    return isOneOf(nations, this.nation) ? this.nation : this.#journey.now.nation;
  }

  #renderCompact() {
    return html`${crisisStrip({
      nation: this.#nation,
      onMore: () => {
        this.#isOpened = !this.#isOpened;
        void this.#drawAndFocus('#title');
      },
      expanded: this.#isOpened,
    })}
    ${this.#isOpened ? this.#renderFull() : nothing}`;
  }

  #renderFull() {
    const nation = this.#nation;
    const listing = contactsFor(crisisEntries, {
      nation,
      now: new Date(Date.now()),
      checked: crisisChecked,
      staleAfterDays: this.staleAfterDays,
    });
    this.#isAskedFirst ||= !nation;
    const first = listing.lines.filter(({contact}) => contact.first);
    const others = listing.lines.filter(({contact}) => !contact.first);
    const title = html`${lampIcon()}<span>${msg('Someone to turn to now', {id: 'crisis.title'})}</span>`;
    return html`<section class="lamp" aria-labelledby="title">
      ${heading(this.headingLevel, title, {className: 'crisis-title title', id: 'title', focusable: true})}
      ${this.#renderIntro()} ${this.#isAskedFirst ? this.#renderNation() : nothing} ${this.#renderFreshness(listing)}
      <ul class="crisis-lines">
        ${first.map(line => this.#renderLine(line, listing))}
      </ul>
      <details class="others">
        <summary><span>${moreWords()}</span>${downIcon()}</summary>
        <ul class="crisis-lines">
          ${others.map(line => this.#renderLine(line, listing))}
        </ul>
      </details>
      ${this.#renderFoot()}
    </section>`;
  }

  #renderIntro() {
    const {role} = this.#journey.now;
    return html`<p>
      ${msg('You do not have to be sure that it is bad enough. You can use any of these.', {id: 'crisis.intro'})}
      ${
        role === 'holder' || role === 'both'
          ? msg('You can use these for someone else, and for yourself.', {id: 'crisis.intro.holder'})
          : nothing
      }
    </p>`;
  }

  #renderFreshness({freshness}: CrisisListing) {
    if (freshness === 'current') return nothing;
    return html`<div class="notice">
      ${heading(this.headingLevel + 1, msg('Some lines are not shown', {id: 'crisis.fresh.old.title'}), {
        className: 'small-heading',
      })}
      <p>${this.#whyNotShown(freshness)}</p>
    </div>`;
  }

  #whyNotShown(freshness: 'stale' | 'clock') {
    if (freshness === 'clock') {
      return msg('The clock on this phone or computer may be wrong. Day and night lines are open.', {
        id: 'crisis.hours.clock',
      });
    }
    // The list has no NHS line for Northern Ireland, nor for the UK as a whole.
    return this.#nation && this.#nation !== 'northern-ireland'
      ? msg(
          'We have not checked this list for a while. So we show only 999, NHS lines and lines that are open day and night.',
          {id: 'crisis.fresh.old.text'},
        )
      : msg('We have not checked this list for a while. So we show only 999 and lines that are open day and night.', {
          id: 'crisis.fresh.old.text.ni',
        });
  }

  #renderLine({contact, opening}: ListedLine<CrisisEntry>, {lines}: CrisisListing) {
    const isClosed = opening !== 'always' && opening !== 'unsure' && !opening.isOpen;
    const open = isClosed ? openLine(lines) : undefined;
    return crisisLine(contact, {
      headingLevel: this.headingLevel + 1,
      ...(contact.kind === 'emergency'
        ? dangerWords()
        : {
            who: lineFor[contact.id]?.(),
            facts: html`${openingFacts(contact, opening)} ${open ? instead(open) : nothing}`,
          }),
      details: lineDetails(contact, this.#details?.(contact)),
    });
  }

  #renderNation() {
    return html`<div class="nation">
      <label for="nation">${msg('Where are you?', {id: 'crisis.nation.legend'})}</label>
      <select id="nation" aria-describedby="nation-hint" @change=${this.#chooseNation}>
        <option value="uk" ?selected=${!this.#nation}>
          ${msg('Show lines for the whole UK', {id: 'crisis.nation.any'})}
        </option>
        ${nations.map(
          nation =>
            html`<option value=${nation} ?selected=${nation === this.#nation}>${nationNames[nation]()}</option>`,
        )}
      </select>
      <p id="nation-hint" class="small soft">
        ${msg('Some lines are only for one nation. We do not guess where you are.', {id: 'crisis.nation.hint'})}
      </p>
    </div>`;
  }

  #renderFoot() {
    const nation = this.#nation;
    const name = nation && nationNames[nation]();
    const date = dateWords(new Date(crisisChecked));
    const isFromSearch = !this.#chosen && !isOneOf(nations, this.nation) && nation;
    return html`<div class="foot small">
      <div class="facts">
        <p>${msg(str`Numbers last checked: ${date}`, {id: 'crisis.fresh.checked'})}</p>
        <p role="status">${name ? msg(str`Lines for: ${name}`, {id: 'crisis.nation.shown'}) : nothing}</p>
        ${
          isFromSearch
            ? html`<p>${msg('This comes from the place you typed.', {id: 'crisis.nation.from-search'})}</p>`
            : nothing
        }
        ${
          this.#isAskedFirst
            ? nothing
            : html`<button
                type="button"
                class="crisis-more"
                aria-expanded=${this.#isChangingNation}
                @click=${this.#change}
              >
                ${msg('Change nation', {id: 'crisis.nation.change'})}
              </button>`
        }
      </div>
      ${this.#isChangingNation && !this.#isAskedFirst ? this.#renderNation() : nothing}
      ${heading(this.headingLevel + 1, msg('What this page cannot do', {id: 'crisis.limits.title'}), {
        className: 'limits',
      })}
      <p>
        ${msg('We cannot see this page or reply. Nobody is watching it. We cannot send help to you.', {
          id: 'crisis.limits.text',
        })}
        ${msg('Nothing here calls anyone until you press a number to call or text.', {id: 'crisis.limits.no-call'})}
      </p>
      <p>
        ${msg('This list was on the page when it opened. It works with no internet. We are not told that you looked.', {
          id: 'crisis.private',
        })}
      </p>
    </div>`;
  }

  #change() {
    this.#isChangingNation = !this.#isChangingNation;
    void this.#drawAndFocus('#nation');
  }

  #chooseNation(event: Event) {
    const {value} = event.target as HTMLSelectElement;
    this.#chosen = isOneOf(nations, value) ? value : 'uk';
    this.requestUpdate();
  }

  /** Focus goes where something new stands, if it does. */
  async #drawAndFocus(selector: string) {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'held-crisis-signpost': CrisisSignpost;
  }
}
