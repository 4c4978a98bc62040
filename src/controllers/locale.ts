import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {drawIn, languageNow, type Language} from '../internal/localize.js';
import {journeyOf} from './journey.js';

export {msg, str} from '../internal/localize.js';

/** Where each language's words come from: a file of its own, asked for only on a page in that language. */
const sources: Readonly<Record<string, () => Promise<{readonly default: Language}>>> = {
  cy: () => import('../locales/cy.js'),
  'en-GB-simple': () => import('../locales/en-GB-simple.js'),
};

/** What was asked for, and what of it has come. */
const asked: Record<string, Promise<void> | undefined> = {};
const languages: Record<string, Language | undefined> = {};

const load = (tag: string) =>
  (asked[tag] ??= sources[tag]?.().then(
    ({default: language}) => {
      languages[tag] = language;
    },
    // English stands. Another widget, or another press, asks again.
    () => {
      asked[tag] = undefined;
    },
  ));

/** What `lang` says of an element: its own, or that of the nearest around it, also around the shadow roots it is in. */
function nearestLang(element: Element): string {
  const said = element.closest<HTMLElement>('[lang]');
  if (said) return said.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}

/**
 * Draws a widget in the language of the place it stands in, or in Easy Read where the person asked for that, and follows
 * when either changes. English is drawn until the words of another language have come, and where they never come.
 */
class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #tag = '';
  #note: Element | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(document.documentElement, {subtree: true, attributeFilter: ['lang']});
    // It may stand in another place now.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    const lang = nearestLang(this.#host);
    const isEasy = journeyOf(this.#host).easyRead ?? /\bsimple\b/i.test(lang);
    const tag = isEasy ? 'en-GB-simple' : /^cy\b/i.test(lang) ? 'cy' : '';
    if (tag !== this.#tag) {
      this.#tag = tag;
      void load(tag)?.then(() => this.#host.requestUpdate());
    }
    drawIn(languages[tag]);
  }

  hostUpdated(): void {
    const held = this.#host.shadowRoot?.querySelector<HTMLElement>('.held');
    if (!held) return;
    const language = languageNow();
    held.lang = language?.tag ?? 'en-GB';
    this.#note?.remove();
    this.#note = language?.drawn?.(held);
  }
}

/** Draws the widget in the language of its page. Called in its constructor, as with `@lit/localize`. */
export const updateWhenLocaleChanges = (host: ReactiveControllerHost & Element): void => {
  new LocaleController(host);
};
