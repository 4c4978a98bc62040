import {welshDate, welshList} from '@held-spaces/domain/welsh-dates';
import {isReviewed as isSharedReviewed, translations as shared} from '../../src/locales/generated/cy.js';
import {language} from '../../src/locales/language.js';
import {isReviewed as isOwnReviewed, translations as own} from './generated/cy.js';

/** Whether a speaker has read all of it. */
export const isReviewed = isOwnReviewed && isSharedReviewed;

/** The desk in Welsh: its own words, and those that it shares with the widgets. */
export default language('cy', {...shared, ...own}, {date: welshDate, list: welshList});
