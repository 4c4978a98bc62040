import {language} from './language.js';
import {reviewNote} from './review-note.js';
import {isReviewed, translations} from './generated/en-GB-simple.js';

/** Easy Read, in English. Nobody who uses Easy Read has checked it yet, and it says so. */
export default language('en-GB-simple', translations, {...(!isReviewed && {note: reviewNote})});
