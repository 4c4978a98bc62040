import type {CSSResult, ReactiveController, ReactiveControllerHost} from 'lit';
import {addStyles} from './css.js';
import {draw, e, type Drawing} from './plain-drawing.js';

/** Where there are no elements, as in Node, the module can be imported all the same. */
const ElementBase = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** What carries controllers for as long as it lives. */
export type ControllerHost = Omit<ReactiveControllerHost, 'removeController'>;

/**
 * An element that draws itself with `plain-drawing.ts`, once for however much has changed, and carries controllers as
 * `DrawnElement` does. Nothing of Lit is in it: it is for what must be there first and whatever a page forbids.
 */
export abstract class PlainElement extends ElementBase implements ControllerHost {
  /** Holds all that is drawn. */
  protected readonly held = document.createElement('div');
  /** How often it was drawn: what nobody sees at once may wait for the second time. */
  protected drawings = 0;
  readonly #controllers: ReactiveController[] = [];
  readonly #styles: readonly CSSResult[];
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
    this.#styles = styles;
    this.held.className = 'held';
    // What stands inside the tag is seen until the widget is drawn, as the page has it: no style of ours touches it.
    draw(this.held, e('slot'));
    this.attachShadow({mode: 'open'}).append(this.held);
  }

  /** What the element shows. Asked for the first time while what stands inside the tag is still where it was. */
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
    do {
      // Each of the first two drawings is a task of its own, so that a slow phone can do something else in between.
      await (this.drawings > 1 || new Promise(resolve => setTimeout(resolve)));
      this.#controllers.forEach(controller => controller.hostUpdate?.());
      this.#isAsked = false;
      const drawing = this.render();
      if (!this.drawings) addStyles(this.renderRoot, this.#styles);
      draw(this.held, drawing);
      this.#controllers.forEach(controller => controller.hostUpdated?.());
    } while (this.drawings++ < 1);
    return true;
  }
}
