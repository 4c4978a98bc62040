import {drawIn} from '../internal/localize.js';
import type {ControllerHost} from '../internal/plain-element.js';
import language from '../locales/one.js';

export {msg, str} from '../internal/localize.js';

drawIn(language);

/**
 * Stands in for `controllers/locale.ts` in a bundle that asks for nothing once it has come, as the crisis signpost: its
 * words are of one language, which the build has put into it, and it says which, whatever that of the page is.
 */
export const updateWhenLocaleChanges = (host: ControllerHost & Element): void => {
  const held = host.shadowRoot?.lastChild as HTMLElement;
  held.lang = language?.tag ?? 'en-GB';
  if (!language?.drawn) return;
  let note: Element | undefined;
  host.addController({
    hostUpdated() {
      note?.remove();
      note = language?.drawn?.(held);
    },
  });
};
