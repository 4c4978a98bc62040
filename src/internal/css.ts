import type {CSSResult} from 'lit';

/** A piece of a stylesheet: of Lit's shape, so that its elements take it too, and in a quarter of the room. */
class Styles {
  #sheet: CSSStyleSheet | undefined;

  constructor(readonly cssText: string) {}

  /** Made when it is first wanted, and shared by every element that has it. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

/** Writes styles. A part in it must be styles too. */
export const css = (strings: TemplateStringsArray, ...parts: readonly CSSResult[]): CSSResult =>
  new Styles(String.raw(strings, ...parts.map(({cssText}) => cssText))) as unknown as CSSResult;

/**
 * Adds styles after those that an element has. Constructed sheets need no permission under a strict content policy;
 * Safari has them since 16.4: https://developer.mozilla.org/docs/Web/API/ShadowRoot/adoptedStyleSheets#browser_compatibility
 */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if ('adoptedStyleSheets' in root) {
    const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    return;
  }
  for (const {cssText} of styles) {
    // The narrowing above leaves no document to the older ones.
    const element = document.createElement('style');
    element.textContent = cssText;
    // As Lit has it: https://lit.dev/docs/components/styles/#content-security-policy
    element.nonce = (globalThis as {litNonce?: string}).litNonce ?? '';
    (root as ShadowRoot).append(element);
  }
}
