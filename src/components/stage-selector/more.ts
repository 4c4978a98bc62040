/**
 * What the selector does not need at first sight, in one file that is fetched when somebody opens any of it. Nothing in
 * the request says which, nor what they chose.
 */
export {isHardClue, type Clue} from '@held-spaces/domain/roadmap';
export {offer} from './form-field.js';
export {mayHelp} from './help.js';
export {styles} from './more.styles.js';
export {projectWords} from './project-words.js';
export {understanding} from './understanding.js';
export {wayIn} from './way-in.js';
