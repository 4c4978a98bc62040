import './crisis-signpost.js';
import './evaluation-form.js';
import './quick-exit.js';
import './space-finder.js';
import './stage-selector.js';
