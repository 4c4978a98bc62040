import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {Result} from '@held-spaces/domain/search';
import type {WholeSpace} from '@held-spaces/domain/area-card';
import {DirectoryTask} from '../../controllers/directory-task.js';
import type {SpaceSource} from '../../directory/sources/space-source.js';
import type {Widget} from '../../internal/drawn-element.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {backIcon} from '../../internal/first-icons.js';
import {card, type CardOptions} from './card.js';
import type * as detailsView from './details-view.js';
import type * as foundWords from './found-words.js';
import {LoadedPart} from '../../controllers/loaded-part.js';

/** What the view of one space is drawn from. */
export interface OpenedView extends CardOptions {
  readonly result: Result;
  /** The whole space. Missing where only its card could be had. */
  readonly space: WholeSpace | undefined;
  /** What people found, in words. Missing where nothing is published, or it could not be had. */
  readonly found: typeof foundWords | undefined;
  /** Brings the person to the evaluation form, where one is on the page. */
  readonly evaluate: (() => void) | undefined;
  /** Where whoever keeps the list takes corrections: an e-mail address or a page. Missing where they have not said. */
  readonly corrections: string | undefined;
  /** Goes back to the list. */
  readonly back: () => void;
  readonly redraw: () => void;
}

/** As much of it as the finder knows. */
type ShownView = CardOptions & Pick<OpenedView, 'evaluate'>;

/**
 * The space that a person opened. Its view is loaded only then, with the file of details of its whole area, so that the
 * directory does not learn which space it was.
 */
export class OpenedSpace {
  readonly #host: Widget;
  readonly #task: DirectoryTask;
  readonly #view: LoadedPart<typeof detailsView>;
  readonly #found: LoadedPart<typeof foundWords>;
  #space: WholeSpace | undefined;
  #corrections: string | undefined;

  /** What was opened, as it stood in the list. */
  result: Result | undefined;

  constructor(host: Widget) {
    this.#host = host;
    this.#task = new DirectoryTask(host);
    this.#view = new LoadedPart(host, () => import('./details-view.js'));
    this.#found = new LoadedPart(host, () => import('./found-words.js'));
  }

  open(result: Result, source: SpaceSource, index: AreaIndex): void {
    this.result = result;
    this.#space = undefined;
    this.#corrections = (source.indexOf?.(result.space) ?? index).corrections;
    this.#task.run(
      async () => {
        // The view also where the rest was not had: it would take the place of the card under somebody's hands.
        const view = this.#view.load();
        const space = await source.details(result.space, index).finally(() => view);
        if (space.evaluations) await this.#found.load();
        return space;
      },
      space => {
        this.#space = space;
      },
      // Whatever was not had is missing from the view, which says so.
      () => undefined,
    );
    void focusOn(this.#host, '#space-title');
  }

  close(): void {
    this.#task.drop();
    this.result = undefined;
  }

  /**
   * The way back, the name at once, and the rest when it has come; the card again where not even a view could be had.
   * Until then Tab stops at the words that say so, or it would leave the finder; from there it goes on into the rest.
   */
  render(result: Result, view: ShownView, close: () => void): TemplateResult {
    const hasCome = !this.#task.isWaiting;
    const {part} = this.#view;
    return html`<div class="details" part="details">
      <button type="button" class="link back no-print" @click=${close}>
        ${backIcon()} ${msg('Back to the list', {id: 'finder.details.back'})}
      </button>
      ${heading(view.level, result.space.name, {className: 'title', id: 'space-title', focusable: true})}
      <p role="status" class=${hasCome ? nothing : 'waiting'} tabindex=${hasCome ? -1 : 0}>
        ${
          hasCome
            ? this.#space
              ? nothing
              : msg('We could not get more about this space. Here is what we have.', {
                  id: 'finder.state.details-failed',
                })
            : msg('Looking for more about this space', {id: 'finder.details.waiting'})
        }
      </p>
      ${
        hasCome
          ? part
            ? part.detailsView({
                ...view,
                result,
                space: this.#space,
                found: this.#found.part,
                corrections: this.#corrections,
                back: close,
                redraw: () => this.#host.requestUpdate(),
              })
            : html`<ul>
                ${card(result, view)}
              </ul>`
          : nothing
      }
    </div>`;
  }
}
