import {language} from './language.js';
import {reviewNote} from './review-note.js';
import {welshDate, welshList} from '@held-spaces/domain/welsh-dates';
import {isReviewed, translations} from './generated/cy.js';

/** Welsh. No speaker has reviewed it yet, and it says so. */
export default language('cy', translations, {
  date: welshDate,
  list: welshList,
  ...(!isReviewed && {drawn: reviewNote}),
});
