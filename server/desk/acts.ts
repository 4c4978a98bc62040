import {html, nothing} from 'lit';
import type {DeskHost} from './desk-host.js';

/** A page's heading, to which focus goes when the page comes. */
export const title = (words: string) => html`<h1 id="heading" class="title" tabindex="-1">${words}</h1>`;

/** A button that does one thing and then goes back to the list. */
export const act = (host: DeskHost, words: string, work: () => Promise<object>, said: string, isMain = false) =>
  html`<button
    type="button"
    class=${isMain ? 'button main' : 'button'}
    aria-disabled=${host.isBusy ? 'true' : nothing}
    @click=${async () => {
      if (!host.isBusy && (await host.act(work))) host.toQueue(said);
    }}
  >
    ${words}
  </button>`;
