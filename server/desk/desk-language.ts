import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import {drawIn, languageNow} from '../../src/internal/localize.js';

let isReviewed = true;

/** Whether the browser's first language is Welsh. Nothing is stored: the desk opens in it each time. */
export const prefersWelsh = (): boolean => /^cy\b/i.test(navigator.languages[0] ?? '');

/** Draws in Welsh, or in English. Where Welsh does not come, English stands. */
export async function speakWelsh(isWelsh: boolean): Promise<void> {
  if (isWelsh) {
    const welsh = await import('./desk-welsh.js').catch(() => undefined);
    if (!welsh) return;
    ({isReviewed} = welsh);
    drawIn(welsh.default);
  } else {
    drawIn(undefined);
  }
  document.documentElement.lang = isWelsh ? 'cy' : 'en-GB';
}

/** The other language, by its own name. */
export const languageButton = (change: (isWelsh: boolean) => void) =>
  languageNow()
    ? html`<button type="button" class="link" lang="en-GB" @click=${() => change(false)}>English</button>`
    : html`<button type="button" class="link" lang="cy" @click=${() => change(true)}>Cymraeg</button>`;

/** What whoever relies on the words should know of them. */
export const reviewLine = () =>
  languageNow() && !isReviewed
    ? html`<p class="small soft">
        ${msg('These words have not been checked yet by people who use them.', {id: 'common.translation.unreviewed'})}
      </p>`
    : nothing;
