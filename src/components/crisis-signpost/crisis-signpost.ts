import {
  contactsFor,
  crisisStaleAfterDays,
  openLine,
  isDiallable,
  type CrisisEntry,
  type CrisisKind,
  type CrisisListing,
  type ListedLine,
} from '@held-spaces/domain/crisis';
import {arrangeLines, crisisChoices, type CrisisChoice} from '@held-spaces/domain/crisis-choices';
import {crisisChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {isOneOf, nations, type Nation} from '@held-spaces/domain/vocabularies';
import {msg, str, updateWhenLocaleChanges} from '@lit/localize';
import {JourneyController} from '../../controllers/journey.js';
import {downPath, lampPath, phonePath, textPath} from '../../internal/crisis-icon-paths.js';
import {crisisLineStyles} from '../../internal/crisis-lines.js';
import {callWords, compactTitle, moreWords, sentences, titleWords} from '../../internal/crisis-words.js';
import {drawnIcon, h, type Drawing, type Drawn} from '../../internal/plain-drawing.js';
import {PlainElement} from '../../internal/plain-element.js';
import {nationNames} from '../../internal/vocabulary-words.js';
import {dateWords} from '../../internal/words.js';
import {baseStyles} from '../../styles/base.js';
import {choiceNotes, choiceWords} from './choices.js';
import {styles} from './crisis-signpost.styles.js';
import {drawLine} from './line.js';
import {callLink, textLink} from './links.js';
import {newerList, type CrisisList} from './newer-list.js';
import {printCard, type CardSize} from './print-card.js';

/** What would hide the numbers, and is taken off again. */
const hiding = ['hidden', 'inert', 'aria-hidden'];

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
export class CrisisSignpost extends PlainElement {
  static get observedAttributes(): string[] {
    return [...hiding, 'nation', 'heading-level', 'form', 'stale-after-days', 'local-name', 'local-phone', 'local-by', 'crisis-key'];
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
   * `full`; `compact`, one row that opens into the rest; or `banner`, the same across the top of a page, with bigger
   * numbers.
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

  #isChoosing = false;

  /** What the person chose here, over all else. `uk`: lines for the whole UK. */
  #chosen: Nation | 'uk' | undefined;

  /** What the person can do now. */
  readonly #choices = new Set<CrisisChoice>();

  /** Once somebody was asked above the lines, the question stays there, so that nothing moves under their hand. */
  #isAskedFirst = false;

  /** The list in use, with the file it came from where it is not the bundled one. */
  #list: CrisisList = {checked: crisisChecked, entries: crisisEntries};

  #signedFile = '';

  #clock: ReturnType<typeof setInterval> | undefined;

  readonly #journey = new JourneyController(this, 'signpost', () => {
    this.#isOpened = true;
    void this.#drawAndFocus('#title');
  });

  constructor() {
    super([...baseStyles, ...crisisLineStyles, styles].map(({cssText}) => cssText).join(''));
    updateWhenLocaleChanges(this);
  }

  /**
   * A newer list than the widget's own, as `held-directory sign-crisis` writes it: the text of the file. It may also stand
   * inside the tag, in a `<script type="application/json">`. Used only with `crisis-key`, and only if it is newer, whole
   * and signed by that key.
   */
  get signedList(): string {
    return this.#signedFile || (this.querySelector('script[type="application/json"]')?.textContent ?? '');
  }

  set signedList(file: string) {
    this.#signedFile = file;
    void this.#takeNewerList();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page left open over an evening must not go on saying that a line is open.
    this.#clock = setInterval(() => {
      this.requestUpdate();
    }, minute);
    void this.#takeNewerList();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override attributeChangedCallback(name: string): void {
    if (hiding.includes(name)) this.removeAttribute(name);
    if (name === 'crisis-key') void this.#takeNewerList();
    super.attributeChangedCallback(name);
  }

  /** Forgets what the person chose. @internal */
  reset(): void {
    this.#chosen = undefined;
    this.#choices.clear();
    this.#isOpened = this.#isChoosing = this.#isChangingNation = false;
    this.requestUpdate();
  }

  protected override render(): Drawing {
    try {
      return this.form === 'compact' || this.form === 'banner' ? this.#renderRow() : this.#renderFull();
    } catch {
      // Whatever broke, the numbers that the host pasted into the tag are better than nothing.
      return h('slot', null);
    }
  }

  async #takeNewerList() {
    const list = await newerList(this.signedList, this.getAttribute('crisis-key') ?? '');
    if (!list) return;
    this.#list = list;
    this.requestUpdate();
  }

  get #nation(): Nation | undefined {
    if (this.#chosen) return this.#chosen === 'uk' ? undefined : this.#chosen;
    return isOneOf(nations, this.nation) ? this.nation : this.#journey.now.nation;
  }

  /** Compact and banner: someone to call, someone to text, 999, and the way to the rest. */
  #renderRow() {
    const {lines} = this.#listing();
    const voice = openLine(lines);
    const first = (kind: CrisisKind) => lines.find(({contact}) => contact.kind === kind)?.contact;
    const text = first('crisis-text');
    const emergency = first('emergency');
    const row = (path: string, content: Drawing) => h('p', {class: 'with-icon'}, drawnIcon(path), content);
    return [
      h(
        'section',
        {class: `crisis-strip lamp ${this.form}`, 'aria-label': msg('Help for right now', {id: 'crisis.region'})},
        row(lampPath, h('strong', null, compactTitle())),
        voice?.phone && row(phonePath, callLink(voice, callWords(voice.name, voice.phone))),
        text && row(textPath, textLink(text)),
        emergency && row(phonePath, callLink(emergency, msg('Emergency: 999', {id: 'crisis.emergency-number'}))),
        h(
          'button',
          {
            type: 'button',
            class: 'crisis-more',
            'aria-expanded': `${this.#isOpened}`,
            onclick: () => {
              this.#isOpened = !this.#isOpened;
              void this.#drawAndFocus('#title');
            },
          },
          moreWords(),
        ),
      ),
      this.#isOpened && this.#renderFull(),
    ];
  }

  #renderFull(): Drawn {
    const nation = this.#nation;
    const {freshness, lines} = this.#listing();
    const all = [...lines, ...this.#localLine()];
    this.#isAskedFirst ||= !nation;
    const {first, others} = arrangeLines(all, this.#choices);
    const drawn = (line: ListedLine<CrisisEntry>) =>
      drawLine(line, {
        headingLevel: this.#level(1),
        open: openLine(lines),
        textFirst: this.#choices.has('no-voice'),
        tells: this.#choices.has('no-police'),
        addedBy: line.contact.id ? undefined : (this.getAttribute('local-by') ?? ''),
      });
    return h(
      'section',
      {class: 'lamp', 'aria-labelledby': 'title'},
      h(
        `h${this.#level(0)}`,
        {class: 'crisis-title title', id: 'title', tabindex: '-1'},
        drawnIcon(lampPath),
        h('span', null, titleWords()),
      ),
      this.#renderIntro(),
      this.#isAskedFirst && this.#renderNation(),
      this.#renderChoices(all),
      this.#renderFreshness(freshness),
      h('ul', {class: 'crisis-lines'}, first.map(drawn)),
      others.length > 0 &&
        h(
          'details',
          {class: 'others'},
          h('summary', null, h('span', null, moreWords()), drawnIcon(downPath)),
          h('ul', {class: 'crisis-lines'}, others.map(drawn)),
        ),
      this.#renderFoot(first.map(({contact}) => contact)),
    );
  }

  #listing() {
    const {checked, entries} = this.#list;
    const now = new Date(Date.now());
    return contactsFor(entries, {nation: this.#nation, now, checked, staleAfterDays: this.staleAfterDays});
  }

  /** Headings of the host's level and below it; there are none above 1 and below 6. */
  #level(below: number): number {
    return Math.min(6, Math.max(1, Math.trunc(this.headingLevel) || 2) + below);
  }

  /** The line that the host added, where a phone can dial it. Nothing is known of its hours, cost or rules. */
  #localLine(): readonly ListedLine<CrisisEntry>[] {
    const name = this.getAttribute('local-name');
    const phone = this.getAttribute('local-phone') ?? '';
    return name && isDiallable(phone) ? [{contact: {id: '', name, phone, first: true}, opening: 'unsure'}] : [];
  }

  #renderIntro() {
    const {role} = this.#journey.now;
    return h(
      'p',
      null,
      sentences(
        msg('You do not have to be sure that it is bad enough. You can use any of these.', {id: 'crisis.intro'}),
        role === 'holder' || role === 'both'
          ? msg('You can use these for someone else, and for yourself.', {id: 'crisis.intro.holder'})
          : undefined,
      ),
    );
  }

  #renderChoices(lines: readonly ListedLine<CrisisEntry>[]) {
    const nation = this.#nation;
    const context = {
      nation,
      lines: lines.map(({contact}) => contact),
      toFinder: this.#journey.has('finder') ? () => this.#journey.reveal('finder') : undefined,
    };
    const legend = msg('What can you do now?', {id: 'crisis.can.legend'});
    return h(
      'div',
      {class: 'choices', role: 'group', 'aria-labelledby': 'can'},
      h(
        'p',
        {class: 'legend'},
        h('strong', {id: 'can'}, legend),
        ' ',
        h(
          'span',
          {class: 'soft'},
          msg('Choose any that fit. You do not have to choose.', {id: 'crisis.can.hint'}),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'chip fold',
          'aria-expanded': `${this.#isChoosing}`,
          onclick: () => {
            this.#isChoosing = !this.#isChoosing;
            this.requestUpdate();
          },
        },
        h('strong', null, legend),
        drawnIcon(downPath),
      ),
      h(
        'div',
        {class: 'chips'},
        crisisChoices.map(
          choice =>
            (choice !== 'welsh' || nation === 'wales') &&
            h(
              'button',
              {
                type: 'button',
                class: 'chip',
                'aria-pressed': `${this.#choices.has(choice)}`,
                onclick: () => {
                  if (!this.#choices.delete(choice)) this.#choices.add(choice);
                  this.requestUpdate();
                },
              },
              choiceWords[choice](),
            ),
        ),
        this.#choices.size > 0 &&
          h(
            'button',
            {
              type: 'button',
              class: 'crisis-more',
              onclick: () => {
                this.#choices.clear();
                void this.#drawAndFocus('.chips button');
              },
            },
            msg('Show everyone', {id: 'crisis.can.all'}),
          ),
      ),
      h(
        'div',
        {class: 'notes', role: 'status'},
        [...this.#choices].map(choice => choiceNotes[choice]?.(context)),
      ),
    );
  }

  #renderFreshness(freshness: CrisisListing['freshness']) {
    return (
      freshness !== 'current' &&
      h(
        'div',
        {class: 'notice'},
        h(
          `h${this.#level(1)}`,
          {class: 'small-heading'},
          msg('Some lines are not shown', {id: 'crisis.fresh.old.title'}),
        ),
        h('p', null, this.#whyNotShown(freshness)),
      )
    );
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

  #renderNation() {
    const option = (value: Nation | undefined, words: string) =>
      h('option', {value: value ?? 'uk', selected: value === this.#nation}, words);
    return h(
      'div',
      {class: 'nation'},
      h('label', {for: 'nation'}, msg('Where are you?', {id: 'crisis.nation.legend'})),
      h(
        'select',
        {
          id: 'nation',
          'aria-describedby': 'nation-hint',
          onchange: event => {
            const {value} = event.target as HTMLSelectElement;
            this.#chosen = isOneOf(nations, value) ? value : 'uk';
            this.requestUpdate();
          },
        },
        option(undefined, msg('Show lines for the whole UK', {id: 'crisis.nation.any'})),
        nations.map(nation => option(nation, nationNames[nation]())),
      ),
      h(
        'p',
        {id: 'nation-hint', class: 'small soft'},
        msg('Some lines are only for one nation. We do not guess where you are.', {id: 'crisis.nation.hint'}),
      ),
    );
  }

  #renderFoot(lines: readonly CrisisEntry[]) {
    const nation = this.#nation;
    const name = nation && nationNames[nation]();
    const date = dateWords(new Date(this.#list.checked));
    const checked =
      this.#list.checked === crisisChecked
        ? msg(str`Numbers last checked: ${date}`, {id: 'crisis.fresh.checked'})
        : msg(str`This is a newer list. It was checked on: ${date}`, {id: 'crisis.fresh.newer'});
    const forNation = name && msg(str`Lines for: ${name}`, {id: 'crisis.nation.shown'});
    const isFromSearch = !this.#chosen && !isOneOf(nations, this.nation) && nation;
    const button = (words: string, onclick: () => void, expanded?: string) =>
      h('button', {type: 'button', class: 'crisis-more', 'aria-expanded': expanded, onclick}, words);
    const print = (size: CardSize) => () => {
      printCard(size, lines, [forNation ?? '', checked]);
    };
    return h(
      'div',
      {class: 'foot small'},
      h(
        'div',
        {class: 'facts'},
        h('p', null, checked),
        h('p', {role: 'status'}, forNation),
        isFromSearch &&
          h('p', null, msg('This comes from the place you typed.', {id: 'crisis.nation.from-search'})),
        !this.#isAskedFirst &&
          button(
            msg('Change nation', {id: 'crisis.nation.change'}),
            () => {
              this.#isChangingNation = !this.#isChangingNation;
              void this.#drawAndFocus('#nation');
            },
            `${this.#isChangingNation}`,
          ),
      ),
      this.#isChangingNation && !this.#isAskedFirst && this.#renderNation(),
      h(
        'div',
        {class: 'facts'},
        button(msg('Print a small card', {id: 'crisis.print.small'}), print('small')),
        button(msg('Print a page', {id: 'crisis.print.large'}), print('large')),
      ),
      h(`h${this.#level(1)}`, {class: 'limits'}, msg('What this page cannot do', {id: 'crisis.limits.title'})),
      h(
        'p',
        null,
        sentences(
          msg('We cannot see this page or reply. Nobody is watching it. We cannot send help to you.', {
            id: 'crisis.limits.text',
          }),
          msg('Nothing here calls anyone until you press a number to call or text.', {id: 'crisis.limits.no-call'}),
        ),
      ),
      h(
        'p',
        null,
        msg('This list was on the page when it opened. It works with no internet. We are not told that you looked.', {
          id: 'crisis.private',
        }),
      ),
    );
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
