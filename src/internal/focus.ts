import type {Widget} from './drawn-element.js';

/**
 * Moves focus, and the page, to an element inside a widget once it has drawn itself. Used after something that had
 * focus went away, so that nobody who reads by ear or keyboard is dropped at the top of the page.
 */
export async function focusOn(host: Widget, selector: string): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
