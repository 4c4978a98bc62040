import {localized, msg, str} from '@lit/localize';
import {stageAnswers, type StageAnswer} from '@held-spaces/domain/vocabularies';
import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import {JourneyController, type Journey} from '../../controllers/journey.js';
import {
  everydayLifeDrawing,
  extremeTimesDrawing,
  landDrawing,
  laneDrawing,
  notSureDrawing,
  returningEmergingDrawing,
  testingTimesDrawing,
  thresholdDrawing,
} from '../../internal/drawings.js';
import {crisisLineStyles, crisisPanel, crisisStrip, moreWords} from '../../internal/crisis-lines.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {privateIcon, undoIcon} from '../../internal/icons.js';
import {roleNames, stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/words.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {StageChangeEvent} from './events.js';
import {
  chosenPlaces,
  fieldOf,
  isHard,
  isHardPlace,
  questionsFor,
  withPlace,
  withRole,
  type ChosenRole,
  type Whose,
} from './stage-answers.js';
import {stageSelectorStyles} from './stage-selector.styles.js';
import {glosses, help} from './stage-words.js';

const drawings = {
  'everyday-life': everydayLifeDrawing,
  'testing-times': testingTimesDrawing,
  threshold: thresholdDrawing,
  'extreme-times': extremeTimesDrawing,
  'returning-emerging': returningEmergingDrawing,
  'not-sure': notSureDrawing,
  'keeps-changing': undefined,
} as const;

/** What the polite status said last: that somebody can be reached now, that the spaces changed, or the choices only. */
type Said = 'crisis' | 'spaces' | 'places';

/** The project's own words for whom it is for. "Both" has none. */
const projectRoleNames: Readonly<Record<ChosenRole, () => string>> = {
  experiencer: () => msg('Experiencer', {id: 'stages.role.experiencer.term'}),
  holder: () => msg('Holder', {id: 'stages.role.holder.term'}),
  both: roleNames.both,
};

const questionTitles: Readonly<Record<Whose, () => string>> = {
  mine: () => msg('Where I am', {id: 'stages.holder.me'}),
  theirs: () => msg('Where they are', {id: 'stages.holder.them'}),
};

const questionHints: Readonly<Record<Whose, () => string>> = {
  mine: () => msg('You matter here too. Choose what fits for you.', {id: 'stages.holder.me.hint'}),
  theirs: () =>
    msg('Choose what you think fits. Only they can know. You could ask them.', {id: 'stages.holder.them.hint'}),
};

const captionWords = () =>
  msg('You can go back, stay, skip a place or go round again.', {id: 'stages.picture.caption'});

const same = (one: readonly StageAnswer[], other: readonly StageAnswer[]) => String(one) === String(other);

/**
 * The five-stage roadmap, drawn as a place. A person, or somebody who supports them, chooses what fits: several at once,
 * none, "not sure". The choice stays in the page's memory, where the space finder beside it reads it. There is no score.
 *
 * @tagname held-stage-selector
 * @slot heading - Replaces the default heading.
 * @fires {StageChangeEvent} held-stage-change - The person changed a choice. It does not say which.
 */
@localized()
export class StageSelector extends LitElement {
  static override styles = [baseStyles, controlStyles, crisisLineStyles, stageSelectorStyles];

  /** Level of the widget's heading, 1 to 6, so that it fits the page around it. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Says "Experiencer" and "Holder", with what they mean, in place of "I need support" and "I support someone". */
  @property({type: Boolean, attribute: 'project-words'}) projectWords = false;

  @state() private said: Said | undefined;

  /** Counts what was said, so that the same words said again are heard again. */
  @state() private saidTimes = 0;

  @state() private isMoreShown = false;

  readonly #journey = new JourneyController(this);

  protected override render() {
    const role = this.#role;
    const places = chosenPlaces(this.#journey.now);
    const hard = isHard(this.#journey.now);
    return html`
      <div class="held">
        <slot name="heading">${heading(this.headingLevel, this.#title(role), {className: 'title'})}</slot>
        ${hard ? this.#renderBroughtForward(role) : this.#renderStrip()}
        <div class="intro">
          <p>
            ${msg(
              'Here are five places a person can be when life gets hard. You can be in more than one. You can change your mind.',
              {id: 'stages.intro'},
            )}
          </p>
          <p class="soft">
            ${msg('This is not a test. There is no score and no right order.', {id: 'stages.not-a-test'})}
          </p>
          ${
            this.#journey.has('finder')
              ? html`<button type="button" class="link no-print" @click=${this.#showSpaces}>
                  ${msg('You do not have to choose. You can go straight to the spaces.', {id: 'stages.intro.skip'})}
                </button>`
              : nothing
          }
        </div>
        ${this.#renderRoles(role)} ${this.#renderQuestions(role, hard)} ${this.#renderChosen(role, places)}
        ${places.length ? this.#renderHelp(places) : nothing} ${this.#renderAbout()}
        <p class="visually-hidden" role="status">
          ${keyed(this.saidTimes, html`<span>${this.#status(role, hard)}</span>`)}
        </p>
      </div>
    `;
  }

  /** Nobody having said whom it is for, the words are those of the person it is about. */
  get #role(): ChosenRole {
    return this.#journey.now.role ?? 'experiencer';
  }

  #title(role: ChosenRole) {
    return role === 'experiencer'
      ? msg('Where are you now?', {id: 'stages.title'})
      : msg('Where are things now?', {id: 'stages.title.holder'});
  }

  #renderStrip() {
    const {nation} = this.#journey.now;
    // With a signpost on the page the button leads there, so it neither opens nor closes anything here.
    const leadsAway = this.#journey.has('signpost');
    return html`
      ${crisisStrip({nation, onMore: this.#more, ...(!leadsAway && {expanded: this.isMoreShown})})}
      ${this.isMoreShown && !leadsAway ? crisisPanel({nation, headingLevel: this.headingLevel + 1}) : nothing}
    `;
  }

  /**
   * The panel takes the strip's place, before anything else, and nothing is locked behind it. Focus stays where it was:
   * somebody who is choosing may go on choosing.
   */
  #renderBroughtForward(role: ChosenRole) {
    const {nation} = this.#journey.now;
    return html`<div class="forward" tabindex="-1">
      ${crisisPanel({
        nation,
        headingLevel: this.headingLevel + 1,
        title: msg('Help for right now', {id: 'stages.crisis.bring.title'}),
        intro: this.#broughtForwardWords(role),
        actions: html`
          ${
            this.#journey.has('signpost')
              ? html`<button type="button" class="button no-print" @click=${this.#more}>${moreWords()}</button>`
              : nothing
          }
          <button type="button" class="link no-print" @click=${this.#toChosen}>
            ${msg('Change what I chose', {id: 'stages.crisis.bring.change'})}
          </button>
        `,
      })}
      <p class="body-note">
        ${msg(
          'A change like this can start in the body, such as with an illness, a medicine or no sleep. You can ask a GP to check. What you feel is still real.',
          {id: 'stages.body-note'},
        )}
      </p>
    </div>`;
  }

  #broughtForwardWords(role: ChosenRole) {
    return role === 'experiencer'
      ? msg('You chose a hard place to be. Here are people you can reach now. The rest of the page is still here.', {
          id: 'stages.crisis.bring.experiencer',
        })
      : msg('This is a lot to carry. Here are people you can both reach now. The rest of the page is still here.', {
          id: 'stages.crisis.bring.holder',
        });
  }

  #renderRoles(role: ChosenRole) {
    return html`<fieldset class="roles">
      <legend class="label">${msg('Who is this for?', {id: 'stages.role.legend'})}</legend>
      <div class="segments">
        ${(['experiencer', 'holder', 'both'] as const).map(
          each =>
            html`<label class="segment">
              <input
                type="radio"
                name="role"
                .value=${each}
                autocomplete="off"
                .checked=${live(each === role)}
                @change=${() => this.#chooseRole(each)}
              />
              <span>${this.projectWords ? projectRoleNames[each]() : roleNames[each]()}</span>
            </label>`,
        )}
      </div>
      ${
        this.projectWords
          ? html`<p class="hint">
                ${msg('An experiencer is a person who is going through distress, or has been through it.', {
                  id: 'stages.role.experiencer.gloss',
                })}
              </p>
              <p class="hint">
                ${msg('A holder is there for someone in distress. It may be a friend, parent, partner or worker.', {
                  id: 'stages.role.holder.gloss',
                })}
              </p>`
          : nothing
      }
    </fieldset>`;
  }

  /** The first question is the road; a second one is a plain list of the same places. */
  #renderQuestions(role: ChosenRole, hard: boolean) {
    return questionsFor(role).map((whose, index, questions) => {
      const isAlone = questions.length === 1;
      const title = isAlone
        ? msg('Choose all that fit', {id: 'stages.choose'})
        : heading(this.headingLevel + 1, questionTitles[whose](), {className: 'question'});
      return html`<fieldset class="where" aria-describedby="hint-${whose}">
        <legend class="label">${title}</legend>
        <p class="hint" id="hint-${whose}">${isAlone ? captionWords() : questionHints[whose]()}</p>
        ${
          index
            ? nothing
            : html`<p class="paper">
                ${msg('You can tick these boxes with a pen. Nobody else needs to see it.', {id: 'stages.paper.note'})}
              </p>`
        }
        ${index ? this.#renderList(role, whose) : this.#renderRoad(role, whose, hard)}
      </fieldset>`;
    });
  }

  #renderRoad(role: ChosenRole, whose: Whose, hard: boolean) {
    const answer = this.#journey.now[fieldOf(role, whose)];
    const words = glosses[whose === 'mine' ? 'experiencer' : 'holder'];
    return html`<div class="road">
      ${landDrawing()}
      ${stageAnswers.map(place => {
        const chosen = answer.includes(place);
        const drawing = drawings[place];
        return html`<div class="place ${place} ${chosen ? 'chosen' : ''}">
          <label>
            <span class="side">${drawing ? html`${laneDrawing()}${drawing()}${laneDrawing()}` : nothing}</span>
            <span class="tag">
              <span class="choice">
                ${this.#renderBox(role, whose, place, chosen, true)}
                <span class="place-name" id="name-${place}">${stageNames[place]()}</span>
              </span>
              <span class="gloss" id="gloss-${place}">${words[place]()}</span>
            </span>
          </label>
          ${
            hard && chosen && isHardPlace(place)
              ? html`<button type="button" class="link no-print" @click=${this.#toCrisis}>
                  ${msg('Go to help for right now', {id: 'crisis.skip'})}
                </button>`
              : nothing
          }
        </div>`;
      })}
    </div>`;
  }

  #renderList(role: ChosenRole, whose: Whose) {
    const answer = this.#journey.now[fieldOf(role, whose)];
    return html`<div class="places">
      ${stageAnswers.map(place => {
        const chosen = answer.includes(place);
        return html`<label class="choice ${chosen ? 'chosen' : ''}">
          ${this.#renderBox(role, whose, place, chosen, false)} ${stageNames[place]()}
        </label>`;
      })}
    </div>`;
  }

  /** The place's name is the name of its box; the line under it describes it, and is not read as one with the name. */
  #renderBox(role: ChosenRole, whose: Whose, place: StageAnswer, chosen: boolean, described: boolean) {
    return html`<input
      type="checkbox"
      .value=${place}
      autocomplete="off"
      aria-labelledby=${described ? `name-${place}` : nothing}
      aria-describedby=${described ? `gloss-${place}` : nothing}
      .checked=${live(chosen)}
      @change=${(event: Event) => this.#choose(role, whose, place, (event.target as HTMLInputElement).checked)}
    />`;
  }

  #renderChosen(role: ChosenRole, places: readonly StageAnswer[]) {
    const questions = questionsFor(role);
    return html`<div class="sum">
      <div>
        ${questions.map(whose => {
          const answer = this.#journey.now[fieldOf(role, whose)];
          return html`<p>
            ${questions.length > 1 ? html`<strong>${questionTitles[whose]()}</strong><br />` : nothing}
            ${
              answer.length
                ? msg(str`Chosen: ${listWords(answer.map(place => stageNames[place]()))}`, {id: 'stages.chosen'})
                : msg('Nothing chosen', {id: 'stages.none-chosen'})
            }
          </p>`;
        })}
      </div>
      <div class="actions no-print">
        ${
          places.length && this.#journey.has('finder')
            ? html`<button type="button" class="button main" @click=${this.#showSpaces}>
                ${msg('Show spaces for this', {id: 'stages.see-spaces'})}
              </button>`
            : nothing
        }
        <button type="button" class="button" aria-disabled=${places.length ? 'false' : 'true'} @click=${this.#clear}>
          ${undoIcon()} ${msg('Clear my choices', {id: 'stages.clear'})}
        </button>
      </div>
    </div>`;
  }

  #renderHelp(places: readonly StageAnswer[]) {
    return html`<div class="help">
      ${heading(this.headingLevel + 1, msg('What may help here', {id: 'stages.help.title'}), {className: 'name'})}
      ${places.map(
        place =>
          html`<div class="panel">
            ${heading(this.headingLevel + 2, stageNames[place](), {className: 'small-heading'})}
            <p>${help[place]()}</p>
          </div>`,
      )}
    </div>`;
  }

  #renderAbout() {
    return html`
      <p class="with-icon soft small">
        ${privateIcon()}
        <span>${msg('What you choose stays on this page. We do not keep it or send it.', {id: 'stages.private'})}</span>
      </p>
      <p class="draft small">
        ${msg('These words are a first draft. People who have been through it are helping to make them better.', {
          id: 'stages.draft',
        })}
      </p>
      <p class="soft small">
        ${msg(
          'The five stages come from the roadmap made by Safely Held Spaces. The rest of the words here are ours.',
          {
            id: 'stages.credit',
          },
        )}
      </p>
    `;
  }

  #status(role: ChosenRole, hard: boolean) {
    if (!this.said) return nothing;
    if (this.said === 'crisis' && hard) return this.#broughtForwardWords(role);
    return this.said === 'spaces'
      ? msg('Your choices have changed. The spaces below have changed too.', {id: 'stages.changed'})
      : msg('Your choices have changed.', {id: 'stages.changed.alone'});
  }

  #choose(role: ChosenRole, whose: Whose, place: StageAnswer, chosen: boolean) {
    const field = fieldOf(role, whose);
    this.#apply({[field]: withPlace(this.#journey.now[field], place, chosen)});
  }

  #chooseRole(role: ChosenRole) {
    this.#apply(withRole(this.#journey.now, role));
  }

  // Whom it is for stays as it was: the line beside the button names places only, and only those are taken back.
  #clear() {
    if (chosenPlaces(this.#journey.now).length) this.#apply({stages: [], holderStages: []});
  }

  /** Tells the other widgets, then the person by ear, then the host, which learns only that something changed. */
  #apply(change: Partial<Journey>) {
    const before = this.#journey.now;
    this.#journey.set(change);
    const {now} = this.#journey;
    if (isHard(now) && !isHard(before)) this.#say('crisis');
    else if (!same(now.stages, before.stages)) this.#say(this.#journey.has('finder') ? 'spaces' : 'places');
    else if (!same(now.holderStages, before.holderStages)) this.#say('places');
    this.dispatchEvent(new StageChangeEvent());
  }

  #say(said: Said) {
    this.said = said;
    this.saidTimes++;
  }

  readonly #more = () => {
    if (!this.#journey.reveal('signpost')) this.isMoreShown = !this.isMoreShown;
  };

  #showSpaces() {
    this.#journey.reveal('finder');
  }

  #toCrisis() {
    void focusOn(this, '.forward');
  }

  #toChosen() {
    void focusOn(this, '.chosen input');
  }
}
