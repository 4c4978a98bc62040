import {msg} from '@lit/localize';
import {evaluationQuestions, type AnsweredQuestionId, type EvaluationAnswer} from '@held-spaces/domain/evaluation';
import type {ContentTopic} from '@held-spaces/domain/evaluation-words';
import type {Role, StageAnswer} from '@held-spaces/domain/vocabularies';
import {html, nothing, type TemplateResult} from 'lit';
import {fieldOf, inSight, roleOf} from '../../controllers/stage-answers.js';
import {focusOn} from '../../internal/focus.js';
import {
  answered,
  emptyDraft,
  isStageQuestion,
  isUnanswered,
  partsWith,
  roomLeft,
  stageLists,
  stepFrom,
  submissionOf,
  toggled,
  wordsOf,
  type Draft,
  type Part,
  type StageQuestionId,
  type Step,
} from './draft.js';
import {EvaluationSentEvent} from './events.js';
import type {FormElement, FormHost} from './form-host.js';
import type {FormView} from './form-view.js';
import {printPaper} from './paper.js';
import {backOnline, checkingWords, preview, type Lack} from './preview.js';
import {receipt} from './receipt.js';
import {seasonChoices, seasonKey} from './seasons.js';
import {isContactTooLong, sealContact} from './sealed-contact.js';
import {Sender} from './sender.js';
import {NotSent} from './sending.js';
import {start} from './start.js';
import {allParts, onePart, otherSpace} from './steps.js';
import {plainCode, TakeBack} from './take-back.js';
import {hintsOf, hintTitle, nearTheEnd, roomWords} from './words-step.js';

export {bodyStyles} from './form-body.styles.js';

/** Milliseconds without a key, after which we say what a person who writes may want to know. */
const pause = 900;

/**
 * The form from the first question to the receipt, and taking back. It is loaded when a person starts: most people on a
 * page never do. From then on all of it is in memory, so that a connection that goes away takes no answer and no
 * receipt with it.
 */
export class FormBody {
  /** What the status says to readers. */
  said = '';

  readonly #host: FormHost;
  readonly #element: FormElement;
  readonly #sender: Sender;
  readonly #takeBack: TakeBack;
  #draft: Draft = emptyDraft;
  #step: Step = 'start';
  #forceShown = false;
  #agreed = false;
  #clearing = false;
  #lacks: readonly Lack[] = [];
  #hadWords = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** A contact is sealed once: sealed anew it would be another evaluation to the directory. */
  #sealed: {readonly contact: string; readonly sealed: string} | undefined;

  /** @param role The role that the person chose before the first question. */
  constructor(host: FormHost, role: Role | undefined) {
    this.#host = host;
    this.#element = host.element;
    this.#draft = role ? {...emptyDraft, role} : emptyDraft;
    this.#takeBack = new TakeBack(host.element, (code, only) => {
      if (!only) this.#taken(code);
    });
    this.#sender = new Sender(host.element, news => {
      this.said = news === 'online' ? backOnline() : msg('You can try again now.', {id: 'evaluation.failed.ready'});
    });
  }

  /** The space that the answers are about. */
  get space(): Draft['space'] {
    return this.#draft.space ?? this.#host.offered();
  }

  get #onePage() {
    return this.#element.layout === 'all';
  }

  /** Words that were written stay in sight whatever the directory says later. */
  get #parts(): readonly Part[] {
    return partsWith(this.#sender.pass.says.takesWords || this.#step === 'words' || wordsOf(this.#draft) !== '');
  }

  get #role(): Role {
    return this.#draft.role ?? this.#host.roleOfPage();
  }

  /** To the first question, or to the one page that has them all. */
  begin(): void {
    this.prepare();
    this.#go(this.#onePage ? 'start' : 'time');
  }

  /** Asks the directory what an evaluation is sent with, and whether it takes words. */
  prepare(): void {
    this.#sender.pass.prepare();
  }

  /** Prints the questions, to be filled in with a pen, once it is known whether words would be read. */
  async printPaper(): Promise<void> {
    await this.#sender.pass.prepared();
    const {renderRoot, postTo} = this.#element;
    const {says} = this.#sender.pass;
    printPaper({role: this.#role, parts: this.#parts, spaceName: this.space?.name ?? '', postTo, says}, renderRoot);
  }

  /** Forgets everything at once, whatever is going on. */
  reset(): void {
    this.#sender.renew();
    this.#reset(emptyDraft);
    this.#takeBack.reset();
    this.#go('start', '');
  }

  render(): TemplateResult {
    const offered = this.#host.offered();
    return html`<form
      class="stack"
      novalidate
      autocomplete="off"
      @input=${this.#input}
      @change=${this.#change}
      @submit=${this.#submit}
    >
      ${offered && offered.id !== this.space?.id ? otherSpace(offered.name, () => this.#clearAll()) : nothing}
      ${this.#renderStep(this.#view())}
    </form>`;
  }

  renderTakeBack(): TemplateResult {
    return this.#takeBack.render();
  }

  #renderStep(view: FormView) {
    const step = this.#step;
    const {delivered} = this.#sender;
    if (step === 'sent' && delivered) {
      return receipt(delivered, {
        ...view,
        say: words => this.#set(() => (this.said = words)),
        toSpaces: this.#host.journey.has('finder') ? () => this.#host.journey.reveal('finder') : undefined,
        printRoot: this.#element.renderRoot,
        hadWords: this.#hadWords,
      });
    }
    if (step === 'preview') {
      return preview({
        ...view,
        agreed: this.#agreed,
        lacks: this.#lacks,
        clearing: this.#clearing,
        sender: this.#sender,
        askToClear: ask => this.#set(() => (this.#clearing = ask), ask ? '#clearing' : '#ask'),
        clearAll: () => this.#clearAll(),
        stop: () => this.#sender.stop(),
        focusOn: selector => void focusOn(this.#element, selector),
      });
    }
    if (step === 'start' || step === 'sent' || this.#onePage) return this.#onePage ? allParts(view) : start(view);
    return onePart(step, view);
  }

  #view(): FormView {
    return {
      ...this.#host.startView(),
      says: this.#sender.pass.says,
      parts: this.#parts,
      draft: this.#draft,
      forceShown: this.#forceShown,
      role: this.#role,
      space: this.space,
      onePage: this.#onePage,
      crisisAbove: () => this.#renderCrisisAbove(),
      toCrisis: () => this.#toCrisis(),
      isSealedOffered: Boolean(this.#sender.pass.sealTo),
      crisisBelow: () => (this.#host.journey.comesAfter('signpost') ? nothing : this.#host.crisis()),
      stages: id => this.#stages(id),
      clear: name => this.#clear(name),
      showForce: () => this.#set(() => (this.#forceShown = true), '[name="safety.held"]'),
      skipForce: () => this.#skipForce(),
      setLayout: layout => this.setLayout(layout),
      preview: () => this.#onward('preview'),
      go: step => this.#go(step),
      goToPart: part => this.#goToPart(part),
    };
  }

  #renderCrisisAbove() {
    const {journey} = this.#host;
    if (journey.comesAfter('signpost')) return this.#host.crisis();
    return html`<p>
      <button type="button" class="link small" @click=${() => this.#toCrisis()}>
        ${msg('Need someone now? These people can answer.', {id: 'evaluation.promise.crisis'})}
      </button>
    </p>`;
  }

  #toCrisis() {
    if (!this.#host.journey.reveal('signpost')) void focusOn(this.#element, '.crisis-strip a');
  }

  #stages(id: StageQuestionId) {
    const fromSelector = this.#fromSelector(id);
    const chosen = this.#draft[stageLists[id]] ?? fromSelector;
    return {chosen, filledIn: chosen.length > 0 && chosen.join() === fromSelector.join()};
  }

  /** What somebody told the selector of whom the question is about, under whichever role they did. */
  #fromSelector(id: StageQuestionId) {
    const journey = this.#host.journey.now;
    const whose = this.#role === 'holder' && id === 'stage.where' ? 'theirs' : 'mine';
    return inSight(journey)[fieldOf(roleOf(journey), whose)];
  }

  #set(change: () => void, focus?: string) {
    change();
    this.#element.requestUpdate();
    if (focus) void focusOn(this.#element, focus);
  }

  /** The first answer fixes which space all of them are about. */
  #edit(change: Partial<Draft>) {
    const {space} = this;
    this.#draft = {...this.#draft, ...(space && {space}), ...change};
    this.#sender.pass.prepare();
    this.#set(() => (this.#lacks = []));
  }

  /** What is typed is kept at every key; what it means to the page is said in a pause. */
  readonly #input = ({target}: Event) => {
    const {name, value} = target as HTMLTextAreaElement;
    if (name !== 'words' && name !== 'contact') return;
    const before = this.#draft;
    this.#draft = {...before, ...(this.space && {space: this.space}), [name]: value};
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#paused(before), pause);
  };

  #paused(before: Draft) {
    const left = roomLeft(this.#draft);
    const {space} = this;
    const hinted = (draft: Draft) => hintsOf({draft, space}).length;
    this.said = left < nearTheEnd ? roomWords(left) : hinted(this.#draft) > hinted(before) ? hintTitle() : '';
    this.#edit({});
  }

  readonly #change = ({target}: Event) => {
    const {name, value, checked} = target as HTMLInputElement;
    // Known since it was typed. To draw anew now, as a press on a button takes the focus away, would move that button.
    if (name === 'words' || name === 'contact') return;
    if (name === 'agree') this.#set(() => (this.#agreed = checked));
    else if (name === 'role') this.#set(() => (this.#draft = {...this.#draft, role: value as Role}));
    else if (name === 'when')
      this.#edit({season: seasonChoices(new Date()).find(choice => seasonKey(choice) === value)});
    else if (name === 'noted') this.#edit({isNoted: value === 'yes'});
    else if (name === 'topic') this.#edit({topics: toggled(this.#draft.topics ?? [], value as ContentTopic)});
    else if (isStageQuestion(name)) {
      this.#edit({[stageLists[name]]: toggled(this.#stages(name).chosen, value as StageAnswer)});
    } else this.#edit(answered(this.#draft, name as AnsweredQuestionId, value as EvaluationAnswer));
  };

  #clear(name: string) {
    if (name === 'when') this.#edit({season: undefined});
    else if (isStageQuestion(name)) this.#edit({[stageLists[name]]: []});
    else this.#edit(answered(this.#draft, name as AnsweredQuestionId));
    void focusOn(this.#element, `[name="${name}"]`);
  }

  #skipForce() {
    for (const {id, scale} of evaluationQuestions) {
      if (scale === 'force' && this.#draft.answers[id]) this.#edit(answered(this.#draft, id));
    }
    this.#forceShown = false;
    this.#goToPart('trust');
  }

  setLayout(layout: 'one' | 'all'): void {
    const step = this.#step;
    this.#element.layout = layout;
    this.prepare();
    if (layout === 'one') this.#go('time');
    else this.#go('start', step === 'start' ? '#heading' : `#part-${step}`);
  }

  #go(step: Step, focus = '#heading') {
    if (this.#sender.isSending) return;
    this.#step = step;
    this.#lacks = [];
    this.#clearing = false;
    if (step === 'preview') this.#sender.pass.work();
    this.#set(() => (this.said = ''), focus);
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
    if (this.#onePage || this.#step === 'stage') {
      const [stages, holderStages] = [this.#fromSelector('stage.where'), this.#fromSelector('stage.where-me')];
      if (stages.length && !this.#draft.stages) this.#edit({stages});
      if (holderStages.length && !this.#draft.holderStages && this.#role === 'holder') this.#edit({holderStages});
    }
    this.#go(step);
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.#step === 'preview') void this.#send();
    else this.#onward(this.#onePage ? 'preview' : stepFrom(this.#step, 1, this.#parts));
  };

  async #send() {
    const draft = this.#draft;
    const space = this.space;
    const {isSending, isWaiting} = this.#sender;
    if (isSending || isWaiting || !space) return;
    this.#lacks = [
      ...(isUnanswered(draft, this.#role) ? (['empty'] as const) : []),
      ...(roomLeft(draft) < 0 ? (['too-long'] as const) : []),
      ...(isContactTooLong(draft.contact ?? '') ? (['contact'] as const) : []),
      ...(this.#agreed ? [] : (['consent'] as const)),
    ];
    if (this.#lacks.length) return this.#set(() => {}, '#lacks');
    const isChecking = this.#sender.pass.isWorking;
    this.said = isChecking ? checkingWords() : msg('Sending', {id: 'evaluation.sending'});
    const sending = this.#sender.send(async () => submissionOf(draft, this.#role, space.id, await this.#seal(draft)));
    const isStored = await sending;
    if (!isStored) {
      // Cleared meanwhile, or stopped: nothing is to be said about it.
      return this.#set(() => (this.said = ''), this.#sender.setback ? '#setback' : '');
    }
    this.#hadWords = wordsOf(draft) !== '';
    // On a shared phone, what is sent should not stay. Where only earlier answers are stored, these are still wanted.
    if (!this.#sender.delivered?.earlier) this.#reset({...emptyDraft, space});
    this.#go('sent');
    this.#element.dispatchEvent(new EvaluationSentEvent());
  }

  /** The contact as only the moderators can read it. Undefined where there is none, or nobody asked for it. */
  async #seal(draft: Draft): Promise<string | undefined> {
    const contact = draft.contact?.trim();
    const {sealTo} = this.#sender.pass;
    if (!contact || !sealTo || !wordsOf(draft)) return undefined;
    try {
      if (this.#sealed?.contact !== contact) this.#sealed = {contact, sealed: await sealContact(contact, sealTo)};
    } catch {
      // The key is of no use, which is not the person's doing. Nothing has left.
      throw new NotSent('failed');
    }
    return this.#sealed.sealed;
  }

  #reset(draft: Draft) {
    clearTimeout(this.#typing);
    this.#sealed = undefined;
    this.#draft = draft;
    this.#agreed = this.#forceShown = false;
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
    this.#step = delivered.earlier ? 'preview' : 'start';
  }
}
