import {QuickExit} from '../components/quick-exit/quick-exit.js';

if (!customElements.get('held-quick-exit')) customElements.define('held-quick-exit', QuickExit);
