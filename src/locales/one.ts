import type {Language} from '../internal/localize.js';

/** The language of a bundle that has one: English, unless the build puts another in this file's place. */
const language: Language | undefined = undefined;

export default language;
