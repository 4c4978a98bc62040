import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import type {JourneyController} from '../controllers/journey.js';
import {languageNow} from './localize.js';

/**
 * The switch between Easy Read and the usual words, for every widget on the page and for as long as the page is open. Its
 * words say what a press does; it has no state that a screen reader would have to say beside them.
 */
export function easyReadSwitch(journey: JourneyController): TemplateResult {
  const isOn = languageNow()?.tag === 'en-GB-simple';
  return html`<button type="button" class="link no-print" @click=${() => journey.set({easyRead: !isOn})}>
    ${isOn ? msg('Usual words', {id: 'common.easy-read.off'}) : msg('Easy Read', {id: 'common.easy-read.on'})}
  </button>`;
}
