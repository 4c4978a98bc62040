/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {msg, updateWhenLocaleChanges} from '@lit/localize';
import {html, nothing} from 'lit';
import {CrisisHelp} from '../../controllers/crisis-help.js';
import {JourneyController, type Journey} from '../../controllers/journey.js';
import {LoadedPart} from '../../controllers/loaded-part.js';
import {crisisLineStyles} from '../../internal/crisis-lines.js';
import {DrawnElement, type PropertyDeclarations} from '../../internal/drawn-element.js';
import {downIcon} from '../../internal/first-icons.js';
import {easyReadSwitch} from '../../internal/easy-read.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {undoIcon} from '../../internal/undo-icon.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {StageChangeEvent, type StageChoices} from './events.js';
import type * as landscape from './landscape.js';
import type * as more from './more.js';
import {about, broughtForward, broughtForwardWords, chosenWords, intro, roleChoice, title} from './parts.js';
import {questions} from './road.js';
import {
  chosenPlaces,
  fieldOf,
  inSight,
  isHard,
  roleOf,
  withPlace,
  withRole,
  type ChosenRole,
} from '../../controllers/stage-answers.js';
import type {SelectorView} from './selector-view.js';
import {stageSelectorStyles} from './stage-selector.styles.js';

/** What the polite status said last: that somebody can be reached now, that the spaces changed, or the choices only. */
type Said = 'crisis' | 'spaces' | 'places';

/**
 * The five-stage roadmap, drawn as a place. A person, or somebody who supports them, chooses what fits: several at once,
 * none, "not sure". The choice stays in the page's memory, where the other widgets read it. There is no score. In a form
 * of the host's it is a field like any other, once it has a name.
 *
 * @tagname held-stage-selector
 * @slot heading - Replaces the default heading.
 * @attr {boolean} alone - Shares nothing with the other widgets on the page.
 * @fires {StageChangeEvent} held-stage-change - The person changed a choice. It does not say which, unless `share-choices` is set.
 */
export class StageSelector extends DrawnElement {
  static get formAssociated(): boolean {
    return true;
  }

  static override get properties(): PropertyDeclarations {
    return {
      headingLevel: {type: Number, attribute: 'heading-level'},
      projectWords: {type: Boolean, attribute: 'project-words'},
      noUnderstanding: {type: Boolean, attribute: 'no-understanding'},
      shareChoices: {type: Boolean, attribute: 'share-choices'},
      name: {},
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'disabled'];
  }

  /** Level of the widget's heading, 1 to 6, so that it fits the page around it. */
  headingLevel = 2;

  /** Says "Experiencer" and "Holder", with what they mean, in place of "I need support" and "I support someone". */
  projectWords = false;

  /** Leaves out the notes on ways of understanding distress. */
  noUnderstanding = false;

  /** Lets the event say what was chosen. The widget then tells the person that this website can see it. */
  shareChoices = false;

  /**
   * Name of the field in a form. Its entries are the stages; `-holder` after the name has those of a holder, and `-role`
   * whom it is for. Without a name nothing is sent. With one, the widget tells the person that this website can see it.
   */
  name = '';

  /** What the person picked who cannot name a place. */
  #clues: readonly more.Clue[] = [];
  /** Whether a fieldset of the host's is disabled around it. */
  #isOff = false;
  #hasFailed = false;
  #said: Said | undefined;
  /** Counts what was said. Every other time a space follows the words, so that the same words again are heard again. */
  #saidTimes = 0;

  readonly #journey = new JourneyController(this);
  readonly #crisis = new CrisisHelp(this, this.#journey);
  readonly #more = new LoadedPart<typeof more>(this, () => import('./more.js'));
  readonly #landscape = new LoadedPart<typeof landscape>(this, () => import('./landscape.js'));
  // Made room for by the styles, and fetched only where they do: a phone never pays for it.
  readonly #room = new ResizeObserver(([land]) => {
    if (land?.contentRect.width) void this.#landscape.load();
  });
  // Safari has it from 16.4 on; before, the widget is no part of a form, and all else works.
  readonly #internals = (this as Partial<HTMLElement>).attachInternals?.();

  constructor() {
    super([...baseStyles, ...controlStyles, ...crisisLineStyles, stageSelectorStyles]);
    updateWhenLocaleChanges(this);
  }

  /**
   * Whether nothing can be chosen. People to reach now stay where they are.
   *
   * @attr disabled
   * @default false
   */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** What is chosen: `{stages, holderStages, role}`. A host may set any of them; no event says so. */
  get choices(): StageChoices {
    return inSight(this.#journey.now);
  }

  set choices(choices: Partial<StageChoices>) {
    const {stages, holderStages, role} = {...this.#journey.now, ...choices};
    this.#set({stages, holderStages, role});
  }

  /** Takes everything back, as the reset button of a form does. */
  reset(): void {
    this.#clues = [];
    this.#said = undefined;
    this.#set({stages: [], holderStages: [], role: undefined, needsNow: false});
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isOff = isDisabled;
    this.requestUpdate();
  }

  /** The browser brings a named field back as it brings back any other. Nothing of this is kept by us. @internal */
  formStateRestoreCallback(state: string): void {
    this.choices = JSON.parse(state) as StageChoices;
  }

  protected override willUpdate(): void {
    if (this.projectWords || this.name) void this.#more.load();
  }

  protected override updated(): void {
    const land = this.renderRoot.querySelector('.land');
    // Says at once what size it is, and anything twice is done once.
    if (land) this.#room.observe(land);
    this.#offer();
  }

  protected override render() {
    const {headingLevel} = this;
    const journey = this.#journey.now;
    const role = roleOf(journey);
    const places = chosenPlaces(journey);
    const hard = isHard(journey);
    const {part} = this.#more;
    const toSpaces = this.#journey.has('finder') && (() => this.#journey.reveal('finder'));
    const view: SelectorView = {
      journey,
      role,
      level: headingLevel + 1,
      clues: this.#clues,
      disabled: this.disabled || this.#isOff,
      land: this.#landscape.part?.landDrawing(),
      words: this.projectWords ? part?.projectWords : undefined,
      chooseRole: next => this.#change(withRole(this.#journey.now, next)),
      choose: (whose, place, isChosen) => {
        const field = fieldOf(role, whose);
        this.#change({[field]: withPlace(this.#journey.now[field], place, isChosen)});
      },
      pick: (clue, isPicked) => this.#pick(clue, isPicked),
      show:
        toSpaces &&
        (wanted => {
          this.#journey.set({wanted});
          toSpaces();
        }),
      focus: selector => () => void focusOn(this, selector),
    };
    const isEmpty = view.disabled || !(places.length + view.clues.length);
    return html`
      <div class="held">
        <slot name="heading">${heading(headingLevel, title(role), {className: 'title'})}</slot>
        ${
          hard
            ? broughtForward(view, this.#journey.has('signpost') && (() => this.#journey.reveal('signpost')))
            : this.#crisis.strip(headingLevel)
        }
        ${easyReadSwitch(this.#journey)} ${intro(toSpaces)} ${roleChoice(view)}
        ${this.#renderMore(msg('Not sure where you are?', {id: 'stages.wayin.title'}), part?.wayIn(view))}
        ${questions(view)}
        <div class="row sum">
          <div class="answers">${chosenWords(journey)}</div>
          <div class="actions row no-print">
            ${
              places.length && toSpaces
                ? html`<button type="button" class="button main" @click=${toSpaces}>
                    ${msg('Show spaces for this', {id: 'stages.see-spaces'})}
                  </button>`
                : nothing
            }
            <button type="button" class="button" aria-disabled=${isEmpty} @click=${() => isEmpty || this.#clear()}>
              ${undoIcon()} ${msg('Clear my choices', {id: 'stages.clear'})}
            </button>
          </div>
        </div>
        ${
          places.length
            ? this.#renderMore(msg('What may help here', {id: 'stages.help.title'}), part?.mayHelp(view))
            : nothing
        }
        ${
          this.noUnderstanding
            ? nothing
            : this.#renderMore(
                msg('Ways to understand distress', {id: 'understanding.title'}),
                part?.understanding(view),
              )
        }
        ${about(this.shareChoices || Boolean(this.name && this.#internals?.form))}
        <p class="visually-hidden" role="status">
          ${statusWords(this.#said, role, hard)}${this.#saidTimes % 2 ? '\u00a0' : nothing}
        </p>
      </div>
    `;
  }

  /** Something more to read, fetched when the first is opened. */
  #renderMore(name: string, content: unknown) {
    return html`<details class="more" @toggle=${() => this.#load()}>
      <summary>${heading(this.headingLevel + 1, name, {className: 'small-heading'})} ${downIcon()}</summary>
      ${content ?? (this.#hasFailed ? msg('That did not work. Please try again.', {id: 'error.try-again'}) : nothing)}
    </details>`;
  }

  async #load() {
    await this.#more.load();
    this.#hasFailed = !this.#more.part;
    this.requestUpdate();
  }

  // Whom it is for stays as it was: the line beside the button names places only, and only those are taken back.
  #clear() {
    this.#clues = [];
    this.#change({stages: [], holderStages: [], needsNow: false});
  }

  #pick(clue: more.Clue, isPicked: boolean) {
    this.#clues = isPicked ? [...this.#clues, clue] : this.#clues.filter(each => each !== clue);
    this.#tell({needsNow: this.#clues.some(each => this.#more.part?.isHardClue(each))});
  }

  /** Tells the other widgets, then the person by ear, then the host, which learns only that something changed. */
  #change(change: Partial<Journey>) {
    this.#tell(change);
    this.dispatchEvent(new StageChangeEvent(this.shareChoices ? this.choices : undefined));
  }

  #tell(change: Partial<Journey>) {
    const before = this.#journey.now;
    this.#stay();
    this.#set(change);
    const {now} = this.#journey;
    const isNew = (field: 'stages' | 'holderStages') => String(now[field]) !== String(before[field]);
    if (isHard(now) && !isHard(before)) this.#say('crisis');
    else if (isNew('stages')) this.#say(this.#journey.has('finder') ? 'spaces' : 'places');
    else if (isNew('holderStages')) this.#say('places');
  }

  /**
   * Most browsers keep what somebody looks at where it is when people to reach now come in above it. Safari does not,
   * and would push it away from under their hand. https://caniuse.com/css-overflow-anchor
   */
  #stay() {
    if (CSS.supports('overflow-anchor', 'auto')) return;
    const top = () => this.renderRoot.querySelector('.roles')?.getBoundingClientRect().top ?? 0;
    const before = top();
    requestAnimationFrame(() => scrollBy({top: top() - before, behavior: 'instant'}));
  }

  #set(change: Partial<Journey>) {
    this.#journey.set(change);
    this.#offer();
  }

  #offer() {
    if (this.#internals) this.#more.part?.offer(this.#internals, this.name, this.choices);
  }

  #say(said: Said) {
    this.#said = said;
    this.#saidTimes++;
  }
}

function statusWords(said: Said | undefined, role: ChosenRole, hard: boolean) {
  if (!said) return nothing;
  if (said === 'crisis' && hard) return broughtForwardWords(role);
  return said === 'spaces'
    ? msg('Your choices have changed. The spaces below have changed too.', {id: 'stages.changed'})
    : msg('Your choices have changed.', {id: 'stages.changed.alone'});
}
