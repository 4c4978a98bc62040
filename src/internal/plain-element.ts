import type {CSSResult, ReactiveController, ReactiveControllerHost} from 'lit';
import {addStyles} from './css.js';
import {draw, type Drawing} from './plain-drawing.js';

/** Where there are no elements, as in Node, the module can be imported all the same. */
const ElementBase = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * An element that draws itself with `plain-drawing.ts`, once for however much has changed, and carries controllers as
 * `DrawnElement` does. Nothing of Lit is in it: it is for what must be there first and whatever a page forbids.
 */
export abstract class PlainElement extends ElementBase implements ReactiveControllerHost {
  readonly #controllers: ReactiveController[] = [];
  #isAsked = false;
  #drawn = Promise.resolve(true);

  constructor(styles: readonly CSSResult[]) {
    super();
    // What a host has set on the element before it was defined would hide the accessors.
    const own = this as unknown as Record<string, unknown>;
    for (const name of Object.keys(own)) {
      const value = own[name];
      Reflect.deleteProperty(own, name);
      own[name] = value;
    }
    const root = this.attachShadow({mode: 'open'});
    addStyles(root, styles);
    const held = document.createElement('div');
    held.className = 'held';
    root.append(held);
  }

  /** What the element shows. */
  protected abstract render(): Drawing;

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

  /** @param name Which one. */
  attributeChangedCallback(name: string): void;
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
    this.#controllers.forEach(controller => controller.hostUpdate?.());
    this.#isAsked = false;
    draw(this.renderRoot.lastChild as Element, this.render());
    this.#controllers.forEach(controller => controller.hostUpdated?.());
    return true;
  }
}
