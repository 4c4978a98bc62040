import type {CSSResult, ReactiveController, ReactiveControllerHost} from 'lit';
import {render} from 'lit/html.js';
import {addStyles} from './css.js';

/** Where there are no elements, as in Node, the module can be imported all the same. */
const ElementBase = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** A property that draws the element anew when it changes, in the words of Lit's `static properties`. */
export interface PropertyDeclaration {
  /** The attribute that sets it: its name in lower case, unless said. `false`: none. */
  readonly attribute?: string | false;
  /** How an attribute is read: as it stands, unless said. */
  readonly type?: typeof Number | typeof Boolean;
}

export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

/** A widget, as its controllers and parts see it. */
export interface Widget extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const attributeOf = (name: string, {attribute = name.toLowerCase()}: PropertyDeclaration) => attribute;

/**
 * An element that draws itself with lit-html, once for however much has changed, and carries controllers. It is as much
 * of LitElement as our widgets need, in a fifth of the room.
 */
export abstract class DrawnElement extends ElementBase implements Widget {
  /** The properties that draw the element anew. A getter, or the bundler keeps what nobody uses (see scripts/bundles.mjs). */
  static get properties(): PropertyDeclarations {
    return {};
  }

  // Asked for once, when the element is defined.
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, declaration]) => {
      Object.defineProperty(this.prototype, name, {
        get(this: DrawnElement) {
          return this.#values[name];
        },
        set(this: DrawnElement, value: unknown) {
          if (Object.is(value, this.#values[name])) return;
          this.#values[name] = value;
          this.#changed.add(name);
          this.requestUpdate();
        },
      });
      return attributeOf(name, declaration) || [];
    });
  }

  readonly #controllers: ReactiveController[] = [];
  readonly #values: Record<string, unknown> = {};
  #changed = new Set<string>();
  #given: object;
  #isConnected = false;
  #isAsked = false;
  #hasDrawn = false;
  #drawn = Promise.resolve(true);

  constructor(styles: CSSResult[]) {
    super();
    // What a host has set on the element before it was defined hides the accessors, and would lose to the defaults.
    this.#given = Object.fromEntries(Object.entries(this));
    for (const name in this.#given) Reflect.deleteProperty(this, name);
    const root = this.attachShadow({mode: 'open'});
    addStyles(root, styles);
    // What stands inside the tag is seen until the widget is drawn.
    root.append(document.createElement('slot'));
  }

  /** What the element shows. */
  protected abstract render(): unknown;

  /** Called before a drawing, with the names of the properties that have changed. */
  protected willUpdate?(changed: ReadonlySet<string>): void;

  /** Called after a drawing. */
  protected updated?(): void;

  /** Where it shows that. @internal */
  get renderRoot(): ShadowRoot {
    return this.shadowRoot as ShadowRoot;
  }

  /** Settles when everything that has changed is drawn. @internal */
  get updateComplete(): Promise<boolean> {
    return this.#drawn;
  }

  connectedCallback(): void {
    Object.assign(this, this.#given);
    this.#given = {};
    this.#isConnected = true;
    this.#controllers.forEach(controller => controller.hostConnected?.());
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#controllers.forEach(controller => controller.hostDisconnected?.());
  }

  attributeChangedCallback(attribute: string, _old: string | null, value: string | null): void {
    const {properties} = this.constructor as typeof DrawnElement;
    for (const name in properties) {
      const declaration = properties[name] ?? {};
      const {type} = declaration;
      if (attributeOf(name, declaration) !== attribute) continue;
      Reflect.set(this, name, type === Boolean ? value !== null : type && value !== null ? type(value) : value);
    }
    this.requestUpdate();
  }

  /** @internal */
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
    // An element that is upgraded is on the page before any of its controllers hears so.
    if (this.#isConnected) controller.hostConnected?.();
  }

  /** @internal */
  removeController(controller: ReactiveController): void {
    this.#controllers.splice(this.#controllers.indexOf(controller), 1);
  }

  /** Draws soon, and once. Off the page nothing is drawn; coming back asks again. */
  requestUpdate(): void {
    if (this.#isAsked || !this.#isConnected) return;
    this.#isAsked = true;
    this.#drawn = this.#draw();
  }

  async #draw(): Promise<boolean> {
    // A widget is first drawn in a task of its own, so that a slow phone can do something else between loading and drawing.
    await (this.#hasDrawn || new Promise(resolve => setTimeout(resolve)));
    this.#controllers.forEach(controller => controller.hostUpdate?.());
    const changed = this.#changed;
    this.#changed = new Set();
    this.willUpdate?.(changed);
    this.#isAsked = false;
    if (!this.#hasDrawn) this.renderRoot.replaceChildren();
    this.#hasDrawn = true;
    render(this.render(), this.renderRoot, {host: this});
    this.#controllers.forEach(controller => controller.hostUpdated?.());
    this.updated?.();
    return true;
  }
}
