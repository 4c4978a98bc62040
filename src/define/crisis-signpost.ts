import {CrisisSignpost} from '../components/crisis-signpost/crisis-signpost.js';

if (!customElements.get('held-crisis-signpost')) customElements.define('held-crisis-signpost', CrisisSignpost);
