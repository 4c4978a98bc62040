import {easyReadLook} from './easy-read-look.js';
import {isReviewed, translations} from './generated/easy.js';
import {language} from './language.js';
import {reviewNote} from './review-note.js';

/** Easy Read, in English. Where no Easy Read text is written, the plain English stands. */
export default language('en-GB-simple', translations, {
  drawn(held) {
    easyReadLook(held);
    return isReviewed ? undefined : reviewNote(held);
  },
});
