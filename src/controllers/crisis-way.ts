import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {crisisPanel} from '../internal/crisis-lines.js';
import {crisisStrip} from '../internal/crisis-strip.js';
import type {Widget} from '../internal/drawn-element.js';
import {lampIcon} from '../internal/first-icons.js';
import type {JourneyController} from './journey.js';

/** Where the drawing of the core lines comes from: it may be loaded only when it is wanted. */
export interface CrisisPanelSource {
  /** Missing until it has come. */
  readonly part: {readonly crisisPanel: typeof crisisPanel} | undefined;
  /** Called when the person asks for the lines. */
  load(): unknown;
}

/**
 * The way to a person, in every state of a widget. Where a crisis signpost stands before the widget on its page, a link
 * to that is enough; otherwise a strip with a number to call and one to text, which opens into the core lines, or leads
 * to the signpost where there is one further down.
 */
export class CrisisWay {
  readonly #host: Widget;
  readonly #journey: JourneyController;
  readonly #source: CrisisPanelSource;
  #isOpen = false;

  constructor(host: Widget, journey: JourneyController, source: CrisisPanelSource) {
    this.#host = host;
    this.#journey = journey;
    this.#source = source;
  }

  /** The strip or the link. `level` is the widget's heading level. */
  strip(level: number): TemplateResult {
    if (this.#journey.comesAfter('signpost')) {
      return html`<p class="crisis-skip no-print">
        <button type="button" class="link" @click=${() => this.#journey.reveal('signpost')}>
          ${lampIcon()} ${msg('Go to help for right now', {id: 'crisis.skip'})}
        </button>
      </p>`;
    }
    const leadsElsewhere = this.#journey.has('signpost');
    const isOpen = this.#isOpen && !leadsElsewhere;
    // One template, open or not: the button that was pressed stays, with its focus.
    return html`${crisisStrip({
      nation: this.#journey.now.nation,
      onMore: () => this.#more(),
      ...(!leadsElsewhere && {expanded: isOpen}),
    })}${isOpen ? this.panel(level) : nothing}`;
  }

  /** The core lines with their numbers, for when something has failed. */
  panel(level: number): TemplateResult | typeof nothing {
    const {part} = this.#source;
    return part ? part.crisisPanel({nation: this.#journey.now.nation, headingLevel: level + 1}) : nothing;
  }

  #more(): void {
    if (this.#journey.reveal('signpost')) return;
    this.#isOpen = !this.#isOpen;
    void this.#source.load();
    this.#host.requestUpdate();
  }
}
