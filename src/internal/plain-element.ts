import type {CSSResult, ReactiveController, ReactiveControllerHost} from 'lit';
import {addStyles} from './css.js';
import {draw, type Drawing} from './plain-drawing.js';

/** Where there are no elements, as in Node, the module can be imported all the same. */
const ElementBase = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** What carries controllers for as long as it lives. */
export type ControllerHost = Omit<ReactiveControllerHost, 'removeController'>;

/** The place of what stands inside a tag, on a page that was painted with it. */
function placeOf(element: Element): string {
  const {height} = element.getBoundingClientRect();
  const {firstElementChild: first, lastElementChild: last} = element;
  return height && first && last && performance.getEntriesByType('paint').length
    ? `display:grid;grid-template-rows:1fr;min-height:${height}px;margin:${getComputedStyle(first).marginTop} 0 ${getComputedStyle(last).marginBottom}`
    : '';
}

/**
 * An element that draws itself with `plain-drawing.ts`, once for however much has changed, and carries controllers as
 * `DrawnElement` does. Nothing of Lit is in it: it is for what must be there first and whatever a page forbids.
 */
export abstract class PlainElement extends ElementBase implements ControllerHost {
  /** Holds all that is drawn. */
  protected readonly held = document.createElement('div');
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
    const place = placeOf(this);
    // Through the object model, which a strict policy allows; a style attribute it would not.
    if (place) this.held.style.cssText = place;
    this.held.className = 'held';
    const root = this.attachShadow({mode: 'open'});
    addStyles(root, styles);
    root.append(this.held);
  }

  /**
   * Whether it draws in the place of what stood inside its tag, because a person may be reading the page already and
   * nothing around it is to move: with that height, and the margins, which may have run into those of its neighbours.
   */
  protected get keepsPlace(): boolean {
    return this.held.hasAttribute('style');
  }

  /** For when a person has asked for more. */
  protected leavePlace(): void {
    this.held.removeAttribute('style');
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
    draw(this.held, this.render());
    this.#controllers.forEach(controller => controller.hostUpdated?.());
    return true;
  }
}
