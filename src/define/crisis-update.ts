import {updateSignpost} from '../components/crisis-signpost/newer-list.js';

/** For a host that hands over a newer, signed list of crisis contacts. The signposts of the page take it up. */
for (const signpost of document.querySelectorAll('held-crisis-signpost[crisis-key]')) void updateSignpost(signpost);
