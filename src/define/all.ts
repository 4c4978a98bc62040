import './crisis-signpost.js';
import './evaluation-form.js';
import './space-finder.js';
import './stage-selector.js';
