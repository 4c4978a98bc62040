/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {msg, updateWhenLocaleChanges} from '@lit/localize';
import type {Role} from '@held-spaces/domain/vocabularies';
import {html, nothing} from 'lit';
import {CrisisHelp} from '../../controllers/crisis-help.js';
import {JourneyController} from '../../controllers/journey.js';
import {crisisLineStyles} from '../../internal/crisis-lines.js';
import {DrawnElement, type PropertyDeclarations} from '../../internal/drawn-element.js';
import {addStyles} from '../../internal/css.js';
import {easyReadSwitch} from '../../internal/easy-read.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {downIcon} from '../../internal/first-icons.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {formStyles} from './evaluation-form.styles.js';
import type {FormBody} from './form-body.js';
import {chooseSpace, didNotLoad, start, type StartView} from './start.js';

/**
 * Asks how a space was, in the words of Time, Space, Compassion and the trauma-informed principles. Every question can
 * be skipped; there is no star, no score and no account. Until the person sends it, the draft is in memory only.
 *
 * @tagname held-evaluation-form
 * @fires {EvaluationSentEvent} held-evaluation-sent - An evaluation was sent, and the directory has it. Carries nothing.
 */
export class EvaluationForm extends DrawnElement {
  static override get properties(): PropertyDeclarations {
    return {
      directory: {},
      space: {},
      spaceName: {attribute: 'space-name'},
      headingLevel: {type: Number, attribute: 'heading-level'},
      layout: {},
      postTo: {attribute: 'post-to'},
      roleChosen: {attribute: false},
      loading: {attribute: false},
    };
  }

  /** Address of the directory that holds the space, such as `https://directory.example`. */
  directory = '';

  /** Id of the space, as the directory gives it. Without one, the form is about the space that the finder opened. */
  space = '';

  /** Name of the space, to show. */
  spaceName = '';

  /** Level of the widget's heading, 1 to 6. Headings inside follow on from it. */
  headingLevel = 2;

  /** One part at a time, or all on one page. The person can switch. */
  layout: 'one' | 'all' = 'one';

  /** Where a printed form is posted to. With it, people are offered the questions on paper. */
  postTo = '';

  private roleChosen: Role | undefined;
  private loading: 'not' | 'waiting' | 'failed' = 'not';

  readonly #journey = new JourneyController(this, 'evaluation', () => void focusOn(this, '#heading'));
  readonly #help = new CrisisHelp(this, this.#journey);
  #body: FormBody | undefined;

  constructor() {
    super([...baseStyles, ...controlStyles, ...crisisLineStyles, formStyles]);
    updateWhenLocaleChanges(this);
  }

  get #offered() {
    return this.space ? {id: this.space, name: this.spaceName} : this.#journey.now.space;
  }

  get #roleOfPage(): Role {
    return this.#journey.now.role === 'holder' ? 'holder' : 'experiencer';
  }

  get #view(): StartView {
    return {
      role: this.roleChosen ?? this.#roleOfPage,
      space: this.#offered,
      directory: this.directory,
      says: {},
      loading: this.loading,
      heading: (below, content, options) => heading(this.headingLevel + below, content, options),
      crisis: () => this.#help.strip(this.headingLevel),
      setLayout: layout => this.#open(body => body.setLayout(layout)),
      printPaper: this.postTo ? () => this.#open(body => void body.printPaper()) : undefined,
    };
  }

  /** Forgets everything that was answered and written here. */
  reset(): void {
    this.roleChosen = undefined;
    this.#body?.reset();
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    // A host that asks for one page has asked for the questions.
    if (changed.has('layout') && this.layout === 'all' && this.directory) void this.#open(body => body.prepare());
  }

  protected override render() {
    return html`<div class="held">
      ${easyReadSwitch(this.#journey)} ${this.#renderForm()}
      ${
        this.directory
          ? html`<details class="take-back no-print" @toggle=${() => this.#open()}>
              <summary>
                ${heading(this.headingLevel + 1, msg('Take back what you sent', {id: 'evaluation.withdraw.title'}), {
                  className: 'small-heading',
                })}${downIcon()}
              </summary>
              ${this.#body?.renderTakeBack() ?? (this.loading === 'failed' ? didNotLoad() : nothing)}
            </details>`
          : nothing
      }
      <p role="status" class="visually-hidden">${this.#body?.said}</p>
    </div>`;
  }

  #renderForm() {
    if (!this.directory || !(this.#body?.space ?? this.#offered)) {
      const find = this.#journey.has('finder') ? () => this.#journey.reveal('finder') : undefined;
      return chooseSpace(this.#view, {isBroken: !this.directory, find});
    }
    if (this.#body) return this.#body.render();
    return html`<form class="stack" novalidate autocomplete="off" @change=${this.#changeRole} @submit=${this.#start}>
      ${start(this.#view)}
    </form>`;
  }

  readonly #changeRole = ({target}: Event) => {
    this.roleChosen = (target as HTMLInputElement).value as Role;
  };

  readonly #start = (event: Event) => {
    event.preventDefault();
    void this.#open(body => body.begin());
  };

  /** Loads the questions, the preview and the sending, all at once, and then does something with them. */
  async #open(then?: (body: FormBody) => void) {
    if (!this.#body) {
      this.loading = 'waiting';
      try {
        const {FormBody, bodyStyles} = await import('./form-body.js');
        if (!this.#body) addStyles(this.renderRoot, [bodyStyles]);
        this.#body ??= new FormBody(
          {
            element: this,
            journey: this.#journey,
            offered: () => this.#offered,
            roleOfPage: () => this.#roleOfPage,
            crisis: () => this.#help.strip(this.headingLevel),
            startView: () => this.#view,
          },
          this.roleChosen,
        );
        this.loading = 'not';
      } catch {
        this.loading = 'failed';
        return;
      }
    }
    then?.(this.#body);
    this.requestUpdate();
  }
}
