import type {CSSResult} from 'lit';
import {addStyles} from '../internal/css.js';
import type {Widget} from '../internal/drawn-element.js';

/** A part of a widget that is fetched when it is wanted, with its styles. The widget draws itself anew once it is there. */
export class LoadedPart<Part extends {readonly styles: CSSResult}> {
  readonly #host: Widget;
  readonly #fetch: () => Promise<Part>;
  #loading: Promise<void> | undefined;

  /** Missing until it has come. */
  part: Part | undefined;

  constructor(host: Widget, fetch: () => Promise<Part>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Fetches it, once. When that fails there is still no part, and the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch().then(
      part => {
        this.part = part;
        addStyles(this.#host.renderRoot as ShadowRoot, [part.styles]);
        this.#host.requestUpdate();
      },
      () => {
        this.#loading = undefined;
      },
    );
    return this.#loading;
  }
}
