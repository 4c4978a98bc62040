/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {msg, updateWhenLocaleChanges} from '@lit/localize';
import {html, LitElement, nothing, type PropertyDeclarations} from 'lit';
import {crisisLineStyles} from '../../internal/crisis-lines.js';
import {stageSelectorStyles} from './stage-selector.styles.js';
import {questions} from './road.js';
import {about, broughtForward, broughtForwardWords, chosenWords, mayHelp, roleChoice} from './parts.js';
import {CrisisHelp} from '../../controllers/crisis-help.js';
import {StageChangeEvent} from './events.js';
import {chosenPlaces, fieldOf, isHardPlace, roleOf, withPlace, withRole, type ChosenRole} from './stage-answers.js';
import {undoIcon} from '../../internal/undo-icon.js';
import {JourneyController, type Journey} from '../../controllers/journey.js';
import {easyReadSwitch} from '../../internal/easy-read.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';

/** What the polite status said last: that somebody can be reached now, that the spaces changed, or the choices only. */
type Said = 'crisis' | 'spaces' | 'places';

/**
 * The five-stage roadmap, drawn as a place. A person, or somebody who supports them, chooses what fits: several at once,
 * none, "not sure". The choice stays in the page's memory, where the space finder beside it reads it. There is no score.
 *
 * @tagname held-stage-selector
 * @slot heading - Replaces the default heading.
 * @fires {StageChangeEvent} held-stage-change - The person changed a choice. It does not say which.
 */
export class StageSelector extends LitElement {
  static override get styles() {
    return [baseStyles, controlStyles, crisisLineStyles, stageSelectorStyles];
  }

  // Neither decorators, whose helpers every page would load, nor static fields (see scripts/bundles.mjs).
  static override get properties(): PropertyDeclarations {
    return {
      headingLevel: {type: Number, attribute: 'heading-level'},
      projectWords: {type: Boolean, attribute: 'project-words'},
      said: {attribute: false},
      saidTimes: {attribute: false},
    };
  }

  /** Level of the widget's heading, 1 to 6, so that it fits the page around it. */
  headingLevel = 2;

  /** Says "Experiencer" and "Holder", with what they mean, in place of "I need support" and "I support someone". */
  projectWords = false;

  private said: Said | undefined;

  /** Counts what was said. Every other time a space follows the words, so that the same words again are heard again. */
  private saidTimes = 0;

  readonly #journey = new JourneyController(this);
  readonly #crisis = new CrisisHelp(this, this.#journey);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render() {
    const journey = this.#journey.now;
    const role = roleOf(journey);
    const places = chosenPlaces(journey);
    const hard = places.some(isHardPlace);
    const below = this.headingLevel + 1;
    const toSpaces = this.#journey.has('finder') && (() => this.#journey.reveal('finder'));
    return html`
      <div class="held">
        <slot name="heading">${heading(this.headingLevel, title(role), {className: 'title'})}</slot>
        ${easyReadSwitch(this.#journey)} ${this.#renderCrisis(journey, hard)} ${intro(toSpaces)}
        ${roleChoice(role, this.projectWords, next => this.#change(withRole(this.#journey.now, next)))}
        ${questions({
          journey,
          headingLevel: below,
          choose: (whose, place, chosen) => {
            const field = fieldOf(role, whose);
            this.#change({[field]: withPlace(this.#journey.now[field], place, chosen)});
          },
          toCrisis: () => void focusOn(this, '.forward'),
        })}
        <div class="sum">
          <div class="answers">${chosenWords(journey)}</div>
          <div class="actions no-print">
            ${
              places.length && toSpaces
                ? html`<button type="button" class="button main" @click=${toSpaces}>
                    ${msg('Show spaces for this', {id: 'stages.see-spaces'})}
                  </button>`
                : nothing
            }
            <button type="button" class="button" aria-disabled=${!places.length} @click=${this.#clear}>
              ${undoIcon()} ${msg('Clear my choices', {id: 'stages.clear'})}
            </button>
          </div>
        </div>
        ${places.length ? mayHelp(places, below) : nothing} ${about()}
        <p class="visually-hidden" role="status">
          ${statusWords(this.said, role, hard)}${this.saidTimes % 2 ? '\u00a0' : nothing}
        </p>
      </div>
    `;
  }

  /** A person to reach now, in every state: one quiet line, or before everything else where it is hard. */
  #renderCrisis(journey: Journey, hard: boolean) {
    if (!hard) return this.#crisis.strip(this.headingLevel);
    return broughtForward({
      journey,
      headingLevel: this.headingLevel + 1,
      toSignpost: this.#journey.has('signpost') && (() => this.#journey.reveal('signpost')),
      toChosen: () => void focusOn(this, '.chosen input'),
    });
  }

  // Whom it is for stays as it was: the line beside the button names places only, and only those are taken back.
  #clear() {
    if (chosenPlaces(this.#journey.now).length) this.#change({stages: [], holderStages: []});
  }

  /** Tells the other widgets, then the person by ear, then the host, which learns only that something changed. */
  #change(change: Partial<Journey>) {
    const before = this.#journey.now;
    this.#journey.set(change);
    const {now} = this.#journey;
    const isNew = (field: 'stages' | 'holderStages') => String(now[field]) !== String(before[field]);
    const isHard = (journey: Journey) => chosenPlaces(journey).some(isHardPlace);
    if (isHard(now) && !isHard(before)) this.#say('crisis');
    else if (isNew('stages')) this.#say(this.#journey.has('finder') ? 'spaces' : 'places');
    else if (isNew('holderStages')) this.#say('places');
    this.dispatchEvent(new StageChangeEvent());
  }

  #say(said: Said) {
    this.said = said;
    this.saidTimes++;
  }
}

const title = (role: ChosenRole) =>
  role === 'experiencer'
    ? msg('Where are you now?', {id: 'stages.title'})
    : msg('Where are things now?', {id: 'stages.title.holder'});

const intro = (toSpaces: (() => void) | false) =>
  html`<div class="intro">
    <p>
      ${msg(
        'Here are five places a person can be when life gets hard. You can be in more than one. You can change your mind.',
        {id: 'stages.intro'},
      )}
    </p>
    <p class="soft">${msg('This is not a test. There is no score and no right order.', {id: 'stages.not-a-test'})}</p>
    ${
      toSpaces
        ? html`<button type="button" class="link no-print" @click=${toSpaces}>
            ${msg('You do not have to choose. You can go straight to the spaces.', {id: 'stages.intro.skip'})}
          </button>`
        : nothing
    }
  </div>`;

function statusWords(said: Said | undefined, role: ChosenRole, hard: boolean) {
  if (!said) return nothing;
  if (said === 'crisis' && hard) return broughtForwardWords(role);
  return said === 'spaces'
    ? msg('Your choices have changed. The spaces below have changed too.', {id: 'stages.changed'})
    : msg('Your choices have changed.', {id: 'stages.changed.alone'});
}
