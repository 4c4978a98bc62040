import {msg} from '@lit/localize';
import {html, type LitElement, type TemplateResult} from 'lit';
import {crisisPanel, crisisStrip} from '../internal/crisis-lines.js';
import {lampIcon} from '../internal/icons.js';
import type {JourneyController} from './journey.js';

/**
 * The way to a person, in every state of a widget. Where a crisis signpost stands before the widget on its page, a link
 * to that is enough; otherwise a strip with a number to call and one to text, which opens into the core lines, or leads
 * to the signpost where there is one further down.
 */
export class CrisisHelp {
  readonly #host: LitElement;
  readonly #journey: JourneyController;
  #isOpen = false;

  constructor(host: LitElement, journey: JourneyController) {
    this.#host = host;
    this.#journey = journey;
  }

  /** The strip or the link. `level` is the widget's heading level. */
  strip(level: number): TemplateResult {
    if (this.#journey.comesAfter('signpost')) {
      return html`<p class="crisis-skip">
        <button type="button" class="link" @click=${() => this.#journey.reveal('signpost')}>
          ${lampIcon()} ${msg('Go to help for right now', {id: 'crisis.skip'})}
        </button>
      </p>`;
    }
    const leadsElsewhere = this.#journey.has('signpost');
    const strip = crisisStrip({
      nation: this.#journey.now.nation,
      onMore: () => this.#more(),
      ...(!leadsElsewhere && {expanded: this.#isOpen}),
    });
    return this.#isOpen && !leadsElsewhere ? html`${strip}${this.panel(level)}` : strip;
  }

  /** The core lines with their numbers, for when something has failed. */
  panel(level: number): TemplateResult {
    return crisisPanel({nation: this.#journey.now.nation, headingLevel: level + 1});
  }

  #more(): void {
    if (this.#journey.reveal('signpost')) return;
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
  }
}
