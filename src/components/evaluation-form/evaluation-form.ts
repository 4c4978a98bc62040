import {localized, msg} from '@lit/localize';
import {evaluationQuestions, type AnsweredQuestionId, type EvaluationAnswer} from '@held-spaces/domain/evaluation';
import type {Role, StageAnswer} from '@held-spaces/domain/vocabularies';
import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {JourneyController} from '../../controllers/journey.js';
import {crisisLineStyles, crisisPanel, crisisStrip} from '../../internal/crisis-lines.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {
  answered,
  emptyDraft,
  isStageQuestion,
  isUnanswered,
  stageLists,
  stepFrom,
  submissionOf,
  toggled,
  type Draft,
  type Part,
  type StageQuestionId,
  type Step,
} from './draft.js';
import {formStyles} from './evaluation-form.styles.js';
import {EvaluationSentEvent} from './events.js';
import type {FormView} from './form-view.js';
import {backOnline, preview, type Lack} from './preview.js';
import {receipt} from './receipt.js';
import {seasonChoices, seasonKey} from './seasons.js';
import {Sender} from './sender.js';
import {allParts, chooseSpace, onePart, otherSpace, start} from './steps.js';
import {plainCode, TakeBack} from './take-back.js';

/**
 * Asks how a space was, in the words of Time, Space, Compassion and the trauma-informed principles. Every question can
 * be skipped; there is no star, no score and no account. Until the person sends it, the draft is in memory only.
 *
 * @tagname held-evaluation-form
 * @fires {EvaluationSentEvent} held-evaluation-sent - An evaluation was sent, and the directory has it. Carries nothing.
 */
@localized()
export class EvaluationForm extends LitElement {
  static override styles = [...baseStyles, controlStyles, crisisLineStyles, formStyles];

  /** Address of the directory that holds the space, such as `https://directory.example`. */
  @property() directory = '';

  /** Id of the space, as the directory gives it. Without one, the form is about the space that the finder opened. */
  @property() space = '';

  /** Name of the space, to show. */
  @property({attribute: 'space-name'}) spaceName = '';

  /** Level of the widget's heading, 1 to 6. Headings inside follow on from it. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** One part at a time, or all on one page. The person can switch. */
  @property() layout: 'one' | 'all' = 'one';

  @state() private draft: Draft = emptyDraft;
  @state() private step: Step = 'start';
  @state() private forceShown = false;
  @state() private agreed = false;
  @state() private lacks: readonly Lack[] = [];
  @state() private clearing = false;
  @state() private crisisShown = false;
  /** What the status says to readers. */
  @state() private said = '';

  readonly #journey = new JourneyController(this, 'evaluation', () => void focusOn(this, '#heading'));
  readonly #takeBack = new TakeBack(this, code => this.#taken(code));
  readonly #sender = new Sender(this, news => {
    this.said = news === 'online' ? backOnline() : msg('You can try again now.', {id: 'evaluation.failed.ready'});
  });

  get #onePage() {
    return this.layout === 'all';
  }

  /** The space that the host or the finder names now. */
  get #offered(): Draft['space'] {
    return this.space ? {id: this.space, name: this.spaceName} : this.#journey.now.space;
  }

  /** The space that the answers are about. */
  get #space(): Draft['space'] {
    return this.draft.space ?? this.#offered;
  }

  get #role(): Role {
    return this.draft.role ?? (this.#journey.now.role === 'holder' ? 'holder' : 'experiencer');
  }

  get #view(): FormView {
    const {draft, forceShown} = this;
    return {
      draft,
      forceShown,
      role: this.#role,
      space: this.#space,
      onePage: this.#onePage,
      crisis: () => this.#renderCrisis(),
      toCrisis: () => this.#renderToCrisis(),
      stages: id => this.#stages(id),
      heading: (below, content, options) => heading(this.headingLevel + below, content, options),
      clear: name => this.#clear(name),
      showForce: () => {
        this.forceShown = true;
        void focusOn(this, '[name="safety.held"]');
      },
      skipForce: () => this.#skipForce(),
      setLayout: layout => this.#setLayout(layout),
      preview: () => this.#onward('preview'),
      go: (step, focus) => this.#go(step, focus),
      goToPart: part => this.#goToPart(part),
    };
  }

  protected override render() {
    return html`<div class="held">
      ${this.#renderForm(this.#view)}
      ${this.directory ? this.#takeBack.render(words => heading(this.headingLevel + 1, words, {className: 'small-heading'})) : nothing}
      <p role="status" class="visually-hidden">${this.said}</p>
    </div>`;
  }

  #renderForm(view: FormView) {
    if (!this.directory || !view.space) {
      const find = this.#journey.has('finder') ? () => this.#journey.reveal('finder') : undefined;
      return chooseSpace(view, {broken: !this.directory, find});
    }
    const offered = this.#offered;
    return html`<form class="stack" novalidate autocomplete="off" @change=${this.#change} @submit=${this.#submit}>
      ${offered && offered.id !== view.space.id ? otherSpace(offered.name, () => this.#clearAll()) : nothing}
      ${this.#renderStep(view)}
    </form>`;
  }

  #renderStep(view: FormView) {
    const {step} = this;
    const {delivered} = this.#sender;
    if (step === 'sent' && delivered) {
      return receipt(delivered, {
        ...view,
        say: words => (this.said = words),
        toSpaces: this.#journey.has('finder') ? () => this.#journey.reveal('finder') : undefined,
        printRoot: this.renderRoot,
      });
    }
    if (step === 'preview') {
      return preview({
        ...view,
        agreed: this.agreed,
        lacks: this.lacks,
        clearing: this.clearing,
        sender: this.#sender,
        askToClear: ask => {
          this.clearing = ask;
          void focusOn(this, ask ? '#clearing' : '#ask');
        },
        clearAll: () => this.#clearAll(),
        focusOn: selector => void focusOn(this, selector),
      });
    }
    if (step === 'start' || step === 'sent') return this.#onePage ? allParts(view) : start(view);
    return onePart(step, view);
  }

  /** The lines stand on every step. More of them open here, unless a signpost is on the page. */
  #renderCrisis() {
    const {nation} = this.#journey.now;
    const hasSignpost = this.#journey.has('signpost');
    const onMore = () => {
      if (!this.#journey.reveal('signpost')) this.crisisShown = !this.crisisShown;
    };
    return html`${crisisStrip({nation, onMore, ...(hasSignpost ? {} : {expanded: this.crisisShown})})}
    ${this.crisisShown && !hasSignpost ? crisisPanel({nation, headingLevel: this.headingLevel + 1}) : nothing}`;
  }

  #renderToCrisis() {
    const go = () => {
      if (!this.#journey.reveal('signpost')) void focusOn(this, '.crisis-strip a');
    };
    return html`<button type="button" class="link small" @click=${go}>
      ${msg('Need someone now? These people can answer.', {id: 'evaluation.promise.crisis'})}
    </button>`;
  }

  #stages(id: StageQuestionId) {
    const fromSelector = this.#journey.now[stageLists[id]];
    const chosen = this.draft[stageLists[id]] ?? fromSelector;
    return {chosen, filledIn: chosen.length > 0 && chosen.join() === fromSelector.join()};
  }

  /** The first answer fixes which space all of them are about. */
  #edit(change: Partial<Draft>) {
    const {space} = this.draft.space ? this.draft : {space: this.#offered};
    this.draft = {...this.draft, ...(space && {space}), ...change};
    this.lacks = [];
  }

  readonly #change = ({target}: Event) => {
    const {name, value, checked} = target as HTMLInputElement;
    if (name === 'agree') this.agreed = checked;
    else if (name === 'role') this.#edit({role: value as Role});
    else if (name === 'when')
      this.#edit({season: seasonChoices(new Date()).find(choice => seasonKey(choice) === value)});
    else if (isStageQuestion(name)) {
      this.#edit({[stageLists[name]]: toggled(this.#stages(name).chosen, value as StageAnswer)});
    } else this.#edit(answered(this.draft, name as AnsweredQuestionId, value as EvaluationAnswer));
  };

  #clear(name: string) {
    if (name === 'when') this.#edit({season: undefined});
    else if (isStageQuestion(name)) this.#edit({[stageLists[name]]: []});
    else this.#edit(answered(this.draft, name as AnsweredQuestionId));
    void focusOn(this, `[name="${name}"]`);
  }

  #skipForce() {
    for (const {id, scale} of evaluationQuestions) {
      if (scale === 'force' && this.draft.answers[id]) this.#edit(answered(this.draft, id));
    }
    this.forceShown = false;
    this.#goToPart('trust');
  }

  #setLayout(layout: 'one' | 'all') {
    const {step} = this;
    this.layout = layout;
    if (layout === 'one') this.#go('time');
    else this.#go('start', step === 'start' ? '#heading' : `#part-${step}`);
  }

  #go(step: Step, focus = '#heading') {
    if (this.#sender.isSending) return;
    this.step = step;
    this.lacks = [];
    this.clearing = false;
    this.said = '';
    void focusOn(this, focus);
  }

  #goToPart(part: Part) {
    if (this.#onePage) this.#go('start', `#part-${part}`);
    else this.#go(part);
  }

  /**
   * What the stage selector filled in becomes an answer only here: the person has had it before their eyes, and went
   * on. The selector promises that what is chosen there is not sent.
   */
  #onward(step: Step) {
    if (this.#onePage || this.step === 'stage') {
      const {stages, holderStages} = this.#journey.now;
      if (stages.length && !this.draft.stages) this.#edit({stages});
      if (holderStages.length && !this.draft.holderStages && this.#role === 'holder') this.#edit({holderStages});
    }
    this.#go(step);
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.step === 'preview') void this.#send();
    else this.#onward(this.#onePage ? 'preview' : stepFrom(this.step, 1));
  };

  async #send() {
    const {draft} = this;
    const space = this.#space;
    const {isSending, isWaiting} = this.#sender;
    if (isSending || isWaiting || !space) return;
    this.lacks = [
      ...(isUnanswered(draft, this.#role) ? (['empty'] as const) : []),
      ...(this.agreed ? [] : (['consent'] as const)),
    ];
    if (this.lacks.length) return focusOn(this, '#lacks');
    this.said = msg('Sending', {id: 'evaluation.sending'});
    const isStored = await this.#sender.send(submissionOf(draft, this.#role, space.id));
    this.said = '';
    if (!isStored) return focusOn(this, '#setback');
    // On a shared phone, what is sent should not stay. Where only earlier answers are stored, these are still wanted.
    if (!this.#sender.delivered?.earlier) this.#reset({...emptyDraft, space});
    this.#go('sent');
    this.dispatchEvent(new EvaluationSentEvent());
  }

  #reset(draft: Draft) {
    this.draft = draft;
    this.agreed = this.forceShown = false;
  }

  #clearAll() {
    if (this.#sender.isSending) return;
    this.#reset(emptyDraft);
    this.#sender.renew();
    this.#go('start');
    this.said = msg('Everything here is cleared.', {id: 'evaluation.cleared'});
  }

  /** The receipt on the screen is no longer true once its evaluation is deleted. */
  #taken(code: string) {
    const {delivered} = this.#sender;
    if (!delivered || plainCode(delivered.code) !== code) return;
    if (!delivered.earlier) this.#reset(emptyDraft);
    this.#sender.renew();
    this.step = delivered.earlier ? 'preview' : 'start';
  }
}
