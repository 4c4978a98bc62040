import {TaskStatus} from '@lit/task';
import {msg} from '@lit/localize';
import {adoptStyles, html, nothing, type CSSResultOrNative, type LitElement, type TemplateResult} from 'lit';
import type {AreaIndex, SpaceCard} from '@held-spaces/domain/area-file';
import type {Result} from '@held-spaces/domain/search';
import type {Space} from '@held-spaces/domain/space';
import {DirectoryTask} from '../../controllers/directory-task.js';
import type {DirectoryClient} from '../../directory/directory-client.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {backIcon} from '../../internal/icons.js';

/** What the view of one space is drawn from. */
export interface OpenedView {
  readonly result: Result;
  /** The whole space. Missing where only its card could be had. */
  readonly space: Space | undefined;
  readonly now: Date;
  readonly level: number;
  readonly unit: 'miles' | 'km';
  readonly staleAfterDays: number;
  /** Brings the person to the evaluation form, where one is on the page. */
  readonly evaluate: (() => void) | undefined;
}

type View = typeof import('./details-view.js');

interface Loaded {
  readonly view: View;
  readonly space: Space | undefined;
}

/**
 * The space that a person opened. Its view is loaded only then, with the file of details of its whole area, so that the
 * directory does not learn which space it was.
 */
export class OpenedSpace {
  readonly #host: LitElement;
  readonly #styles: readonly CSSResultOrNative[];
  readonly #task: DirectoryTask<readonly [SpaceCard | undefined], Loaded | undefined>;
  #client: DirectoryClient | undefined;
  #index: AreaIndex | undefined;

  /** The card that was opened. */
  card: SpaceCard | undefined;

  constructor(host: LitElement, styles: readonly CSSResultOrNative[]) {
    this.#host = host;
    this.#styles = styles;
    this.#task = new DirectoryTask(host, {
      autoRun: false,
      args: () => [this.card] as const,
      task: ([card]) => (card ? this.#load(card) : undefined),
    });
  }

  open(card: SpaceCard, client: DirectoryClient, index: AreaIndex): void {
    this.card = card;
    this.#client = client;
    this.#index = index;
    void this.#task.run();
    this.#host.requestUpdate();
    void focusOn(this.#host, '#space-title');
  }

  close(): void {
    this.#task.abort();
    this.card = undefined;
    this.#host.requestUpdate();
  }

  /** The way back, the name at once, and the rest when it has come. */
  render(view: Omit<OpenedView, 'space'>, close: () => void): TemplateResult {
    const {level, result} = view;
    const {value, status} = this.#task;
    const loaded = status === TaskStatus.COMPLETE ? value : undefined;
    return html`
      <button type="button" class="link back" @click=${close}>
        ${backIcon()} ${msg('Back to the list', {id: 'finder.details.back'})}
      </button>
      ${heading(level, result.space.name, {className: 'title', id: 'space-title', focusable: true})}
      <p role="status" class=${status === TaskStatus.ERROR || (loaded && !loaded.space) ? '' : 'visually-hidden'}>
        ${
          status === TaskStatus.ERROR || (loaded && !loaded.space)
            ? msg('We could not get more about this space. Here is what we have.', {id: 'finder.state.details-failed'})
            : nothing
        }
      </p>
      ${loaded ? loaded.view.detailsView({...view, space: loaded.space}) : nothing}
    `;
  }

  /** Whether not even the view could be had, so that the finder shows the card again. */
  get hasFailed(): boolean {
    return this.#task.status === TaskStatus.ERROR;
  }

  async #load(card: SpaceCard): Promise<Loaded> {
    const details =
      this.#client && this.#index ? this.#client.details(card, this.#index).catch(() => undefined) : undefined;
    const view = await import('./details-view.js');
    const root = this.#host.renderRoot;
    if (root instanceof ShadowRoot) adoptStyles(root, [...this.#styles, view.detailsStyles]);
    return {view, space: await details};
  }
}
