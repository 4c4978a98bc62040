import {SpaceFinder} from '../components/space-finder/space-finder.js';

if (!customElements.get('held-space-finder')) customElements.define('held-space-finder', SpaceFinder);

declare global {
  interface HTMLElementTagNameMap {
    'held-space-finder': SpaceFinder;
  }
}
