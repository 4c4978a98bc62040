import {
  contactsFor,
  crisisStaleAfterDays,
  openLine,
  type CrisisEntry,
  type CrisisKind,
  type ListedLine,
} from '@held-spaces/domain/crisis';
import {arrangeLines, crisisChoices, type CrisisChoice} from '@held-spaces/domain/crisis-choices';
import {readRows} from '@held-spaces/domain/crisis-rows';
import {crisisChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {isOneOf, nations, type Nation} from '@held-spaces/domain/first-terms';
import {msg, updateWhenLocaleChanges} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {JourneyMember} from '../../controllers/journey.js';
import {isHard, supports} from '../../controllers/stage-answers.js';
import {downPath, lampPath, phonePath, textPath} from '../../internal/crisis-icon-paths.js';
import {callWords, compactTitle, moreWords} from '../../internal/crisis-strip-words.js';
import {optionWords, sentences, titleWords} from '../../internal/crisis-words.js';
import {button, drawnIcon, e, h, type Drawing, type Drawn} from '../../internal/plain-drawing.js';
import {PlainElement} from '../../internal/plain-element.js';
import {nationNames} from '../../internal/vocabulary-words.js';
import {baseStyles} from '../../styles/base.js';
import {choiceNotes, choiceWords} from './choices.js';
import {contactWords} from './contact-words.js';
import {styles} from './crisis-signpost.styles.js';
import {checkedWords, drawFoot} from './foot.js';
import {freshnessNotice, freshnessWords} from './freshness.js';
import {drawLine} from './line.js';
import {callLink, textLink} from './links.js';
import type {NewerList} from './newer-list.js';
import {keepPlace} from './place.js';

/** What would hide the numbers, and is taken off again. */
const hiding = ['hidden', 'inert', 'aria-hidden'];

const minute = 60_000;

/**
 * People to turn to now, by nation. The list comes with the widget: it asks the network for nothing that a person does,
 * keeps nothing, and tells nobody that it was looked at. What stands inside the tag shows until it runs, and where it
 * cannot.
 *
 * No attribute and no style of the page hides the numbers; margins and widths go on a box around the tag.
 *
 * @tagname held-crisis-signpost
 * @attr {string} local-name - Name of a line of your own, such as a night line of the area. It is marked as local.
 * @attr {string} local-phone - Its number, in groups. Without one that a phone can dial, the line is not shown.
 * @attr {string} local-by - Who you are that added it.
 * @attr {string} crisis-key - Public key (Ed25519, 32 bytes in base64) of whoever signs a newer list that stands inside the tag. For `crisis-update.js`.
 */
export class CrisisSignpost extends PlainElement {
  static get observedAttributes(): string[] {
    return [...hiding, 'nation', 'heading-level', 'form', 'stale-after-days', 'local-name', 'local-phone', 'local-by'];
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

  /** Whether the person opened the rest, or closed it. Until then it stands open for who is in a hard place. */
  #opened: boolean | undefined;

  #isChoosing = false;

  /** What the person chose here, over all else. `uk`: lines for the whole UK. */
  #chosen: Nation | 'uk' | undefined;

  /** What the person can do now. */
  readonly #choices = new Set<CrisisChoice>();

  /** Once somebody was asked above the lines, the question stays there, so that nothing moves under their hand. */
  #isAskedFirst = false;

  /** The list in use: its own, unless a newer one was taken up. */
  #list = {checked: crisisChecked, entries: crisisEntries};

  #clock: ReturnType<typeof setInterval> | undefined;

  readonly #journey = new JourneyMember(this, 'signpost', () => {
    this.#opened = true;
    void this.#drawAndFocus('#title');
  });

  constructor() {
    super([...baseStyles, styles]);
    // Nobody takes a controller away from it, so it has no way to.
    updateWhenLocaleChanges(this as unknown as ReactiveControllerHost & this);
  }

  /** Takes up a list that is newer than its own. Called by `crisis-update.js`, which has looked who signed it. @internal */
  takeList({checked, rows}: NewerList): void {
    if (checked <= this.#list.checked) return;
    this.#list = {checked, entries: readRows(rows)};
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page left open over an evening must not go on saying that a line is open.
    this.#clock = setInterval(() => {
      this.requestUpdate();
    }, minute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override attributeChangedCallback(name: string): void {
    if (hiding.includes(name)) this.removeAttribute(name);
    super.attributeChangedCallback(name);
  }

  /** Forgets what the person chose. @internal */
  reset(): void {
    this.#chosen = undefined;
    this.#choices.clear();
    this.#opened = undefined;
    this.#isChoosing = false;
    this.requestUpdate();
  }

  protected override render(): Drawing {
    if (!this.drawings) keepPlace(this.held, this, !this.#isRow);
    try {
      // For when a person has asked for more.
      if (this.#isOpen) this.held.removeAttribute('style');
      return this.#keepsPlace || this.#isRow ? this.#renderRow() : this.#renderFull();
    } catch {
      // Whatever broke, the numbers that the host pasted into the tag are better than nothing.
      return e('slot');
    }
  }

  get #isOpen(): boolean {
    return this.#opened ?? isHard(this.#journey.now);
  }

  /** Whether it draws in the place of what stood inside its tag, and nothing around it is to move. */
  get #keepsPlace(): boolean {
    return this.held.style.cssText !== '';
  }

  get #isRow(): boolean {
    return this.form === 'compact' || this.form === 'banner';
  }

  get #nation(): Nation | undefined {
    if (this.#chosen) return this.#chosen === 'uk' ? undefined : this.#chosen;
    return isOneOf(nations, this.nation) ? this.nation : this.#journey.now.nation;
  }

  /**
   * Compact and banner: someone to call, someone to text, 999, and the way to the rest. In the place of what the host
   * pasted into the tag, all the lines that stood there.
   */
  #renderRow() {
    const {reason, lines} = this.#listing();
    const all = lines.map(({contact}) => contact);
    const first = (kind: CrisisKind) => all.find(contact => contact.kind === kind);
    // In place of the whole, the title of the whole: a banner beside it is another region.
    const title = this.#isRow ? compactTitle() : titleWords();
    const few = [openLine(lines), first('crisis-text'), first('emergency')];
    const isOpen = this.#isOpen;
    const row = (path: string, content: Drawing) => e('p', drawnIcon(path), content);
    return [
      h(
        'section',
        {class: `strip lamp ${this.form}`, 'aria-label': title},
        row(lampPath, e('strong', title)),
        (this.#keepsPlace ? all.filter(contact => contact.first) : few).map(
          contact =>
            contact && [
              contact.phone &&
                row(
                  phonePath,
                  e(
                    'span',
                    callLink(
                      contact,
                      contact.kind === 'emergency'
                        ? msg('Emergency: 999', {id: 'crisis.emergency-number'})
                        : callWords(contact.name, contact.phone),
                    ),
                    ` ${optionWords(contact) ?? ''}`,
                  ),
                ),
              contact.text && row(textPath, textLink(contact)),
            ],
        ),
        e('p.small soft', sentences(checkedWords(this.#list.checked), reason)),
        button(
          'button',
          () => {
            this.#opened = !isOpen;
            void this.#drawAndFocus('#title');
          },
          {'aria-expanded': `${isOpen}`},
          moreWords(),
        ),
      ),
      isOpen && this.#renderFull(),
    ];
  }

  #renderFull(): Drawn {
    const nation = this.#nation;
    const {reason, lines} = this.#listing();
    const all = [...lines, ...this.#localLine()];
    this.#isAskedFirst ||= !nation;
    const {first, others} = arrangeLines(all, this.#choices);
    const about = contactWords();
    const drawn = (line: ListedLine<CrisisEntry>) =>
      drawLine(line, {
        about: about[line.contact.id],
        headingLevel: this.#level(1),
        open: openLine(lines),
        textFirst: this.#choices.has('no-voice'),
        tells: this.#choices.has('no-police'),
        addedBy: line.contact.id ? undefined : (this.getAttribute('local-by') ?? ''),
      });
    return h(
      'section.lamp',
      {'aria-labelledby': 'title'},
      h(`h${this.#level(0)}.title`, {id: 'title', tabindex: '-1'}, drawnIcon(lampPath), titleWords()),
      this.#renderIntro(),
      this.#isAskedFirst && this.#renderNation(msg('Where are you?', {id: 'crisis.nation.legend'})),
      this.#renderChoices(all),
      freshnessNotice(reason, this.#level(1)),
      e('ul', first.map(drawn)),
      others.length > 0 &&
        e(
          'details.others',
          e('summary', moreWords(), drawnIcon(downPath)),
          e('ul', this.drawings > 0 && others.map(drawn)),
        ),
      drawFoot({
        headingLevel: this.#level(1),
        nation,
        isFromSearch: !this.#chosen && !isOneOf(nations, this.nation) && Boolean(nation),
        nationChoice: !this.#isAskedFirst && this.#renderNation(msg('Change nation', {id: 'crisis.nation.change'})),
        checked: this.#list.checked,
        lines: first.map(({contact}) => contact),
        about,
      }),
    );
  }

  /** The lines of now, and the reason why some are not among them. */
  #listing() {
    const {checked, entries} = this.#list;
    const [nation, now] = [this.#nation, new Date(Date.now())];
    const {freshness, lines} = contactsFor(entries, {nation, now, checked, staleAfterDays: this.staleAfterDays});
    return {lines, reason: freshnessWords(freshness, nation)};
  }

  /** Headings of the host's level and below it; there are none above 1 and below 6. */
  #level(below: number): number {
    return Math.min(6, Math.max(1, Math.trunc(this.headingLevel)) + below);
  }

  /** The line that the host added, where a phone can dial it. Nothing is known of its hours, cost or rules. */
  #localLine(): readonly ListedLine<CrisisEntry>[] {
    const name = this.getAttribute('local-name');
    const phone = this.getAttribute('local-phone') ?? '';
    return name && /^[\d ]{3,15}$/.test(phone)
      ? [{contact: {id: '', name, phone, first: true}, opening: 'unsure'}]
      : [];
  }

  #renderIntro() {
    return e(
      'p',
      sentences(
        msg('You do not have to be sure that it is bad enough. You can use any of these.', {id: 'crisis.intro'}),
        supports(this.#journey.now)
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
      openNow: this.#journey.now.openNow,
    };
    const legend = msg('What can you do now?', {id: 'crisis.can.legend'});
    return h(
      'div.choices',
      {role: 'group', 'aria-labelledby': 'can'},
      e(
        'p.legend',
        h('strong', {id: 'can'}, legend),
        ' ',
        e('span.soft', msg('Choose any that fit. You do not have to choose.', {id: 'crisis.can.hint'})),
      ),
      button(
        'button.chip fold',
        () => {
          this.#isChoosing = !this.#isChoosing;
          this.requestUpdate();
        },
        {'aria-expanded': `${this.#isChoosing}`},
        e('strong', legend),
        drawnIcon(downPath),
      ),
      e(
        'div.chips',
        crisisChoices.map(
          choice =>
            (choice !== 'welsh' || nation === 'wales') &&
            button(
              'button.chip',
              () => {
                if (!this.#choices.delete(choice)) this.#choices.add(choice);
                this.requestUpdate();
              },
              {'aria-pressed': `${this.#choices.has(choice)}`},
              choiceWords[choice](),
            ),
        ),
        this.#choices.size > 0 &&
          button(
            'button',
            () => {
              this.#choices.clear();
              void this.#drawAndFocus('.chips button');
            },
            {},
            msg('Show everyone', {id: 'crisis.can.all'}),
          ),
      ),
      h(
        'div.notes',
        {role: 'status'},
        [...this.#choices].map(choice => choiceNotes[choice]?.(context)),
      ),
    );
  }

  #renderNation(label: string) {
    const option = (value: Nation | undefined, words: string) =>
      h('option', {value: value ?? 'uk', selected: value === this.#nation}, words);
    return e(
      'div.nation',
      h('label', {for: 'nation'}, label),
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
        'p.small soft',
        {id: 'nation-hint'},
        msg('Some lines are only for one nation. We do not guess where you are.', {id: 'crisis.nation.hint'}),
      ),
    );
  }

  /** Focus goes where something new stands, if it does. */
  async #drawAndFocus(selector: string) {
    this.requestUpdate();
    await this.updateComplete;
    this.held.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'held-crisis-signpost': CrisisSignpost;
  }
}
