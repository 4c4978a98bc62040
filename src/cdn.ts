/** The script-tag entry: one line in a page, and every widget works. The signpost first, since it needs nothing else. */
import './define/all.js';
