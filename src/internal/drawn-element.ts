import {adoptStyles, type CSSResult, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {render} from 'lit/html.js';

/** Where there are no elements, as in Node, the module can be imported all the same. */
const ElementBase = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * An element that draws itself with lit-html, once for however much has changed, and carries controllers. It is as much
 * of LitElement as the signpost needs: all of it would be a seventh of what a person in a hard moment waits for.
 */
export abstract class DrawnElement extends ElementBase implements ReactiveControllerHost {
  readonly #controllers: ReactiveController[] = [];
  #isAsked = false;
  #drawn = Promise.resolve(true);

  constructor(styles: CSSResult[]) {
    super();
    // What a host has set on the element before it was defined would hide the accessors.
    const own = this as unknown as Record<string, unknown>;
    for (const name of Object.keys(own)) {
      const value = own[name];
      Reflect.deleteProperty(own, name);
      own[name] = value;
    }
    adoptStyles(this.attachShadow({mode: 'open'}), styles);
  }

  /** What the element shows. */
  protected abstract render(): unknown;

  /** Where it shows that. @internal */
  get renderRoot(): ShadowRoot {
    return this.shadowRoot as ShadowRoot;
  }

  /** Settles when everything that has changed is drawn. @internal */
  get updateComplete(): Promise<boolean> {
    return this.#drawn;
  }

  connectedCallback(): void {
    this.#controllers.forEach(controller => controller.hostConnected?.());
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#controllers.forEach(controller => controller.hostDisconnected?.());
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** @internal */
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  /** @internal */
  removeController(controller: ReactiveController): void {
    this.#controllers.splice(this.#controllers.indexOf(controller), 1);
  }

  /** Draws soon, and once. Off the page nothing is drawn; coming back asks again. */
  requestUpdate(): void {
    if (this.#isAsked || !this.isConnected) return;
    this.#isAsked = true;
    this.#drawn = this.#draw();
  }

  async #draw(): Promise<boolean> {
    await null;
    this.#isAsked = false;
    render(this.render(), this.renderRoot, {host: this});
    return true;
  }
}
