import {drawIn, languageNow, type Language} from '../internal/localize.js';
import type {ControllerHost} from '../internal/plain-element.js';
import {journeyOf} from './journey.js';

export {msg, str} from '../internal/localize.js';

/** Where each language's words come from: a file of its own, asked for only on a page in that language. */
const sources: Readonly<Record<string, () => Promise<{readonly default: Language}>>> = {
  cy: () => import('../locales/cy.js'),
  easy: () => import('../locales/easy.js'),
};

/** What has come. */
const languages: Record<string, Language> = {};

/** What `lang` says of an element: its own, or that of the nearest around it, also around the shadow roots it is in. */
function nearestLang(element: Element): string {
  const said = element.closest<HTMLElement>('[lang]');
  const {host} = element.getRootNode() as ShadowRoot;
  return said ? said.lang : host ? nearestLang(host) : '';
}

/**
 * Draws a widget in the language of the place it stands in, or in Easy Read where the person asked for that, and follows
 * when either changes. English is drawn until the words of another language have come, and where they never come. Called
 * in the widget's constructor, as with `@lit/localize`.
 */
export function updateWhenLocaleChanges(host: ControllerHost & Element): void {
  const draw = () => host.requestUpdate();
  const observer = new MutationObserver(draw);
  let now = '';
  let note: Element | undefined;
  host.addController({
    hostConnected() {
      observer.observe(document, {subtree: true, attributeFilter: ['lang']});
      // It may stand in another place now.
      draw();
    },
    hostDisconnected() {
      observer.disconnect();
    },
    hostUpdate() {
      const lang = nearestLang(host);
      const isEasy = journeyOf(host).easyRead ?? /\bsimple\b/i.test(lang);
      const tag = isEasy ? 'easy' : /^cy\b/i.test(lang) ? 'cy' : '';
      if (tag !== now) {
        now = tag;
        // Where it does not come, English stands; the next widget, or the next change, asks again.
        sources[tag]?.().then(({default: language}) => {
          languages[tag] = language;
          draw();
        }, draw);
      }
      drawIn(languages[tag]);
    },
    hostUpdated() {
      const held = host.shadowRoot?.querySelector<HTMLElement>('.held');
      if (!held) return;
      const language = languageNow();
      held.lang = language?.tag ?? 'en-GB';
      note?.remove();
      note = language?.drawn?.(held);
    },
  });
}
