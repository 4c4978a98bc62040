import {StageSelector} from '../components/stage-selector/stage-selector.js';

// A script that is on the page twice registers once.
if (!customElements.get('held-stage-selector')) customElements.define('held-stage-selector', StageSelector);

declare global {
  interface HTMLElementTagNameMap {
    'held-stage-selector': StageSelector;
  }
}
