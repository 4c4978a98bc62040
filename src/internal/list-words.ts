import {languageNow} from './localize.js';

/** `a, b and c`, as the language joins them. */
export const listWords = (items: readonly string[]) =>
  languageNow()?.list?.(items) ?? new Intl.ListFormat('en-GB', {style: 'long', type: 'conjunction'}).format(items);

/** Names that keep their capital inside a sentence. */
const properName = /^(?:Black|Jewish|LGBT|Muslim|Punjabi|South Asian|Welsh)/;

/** Labels in one line, with the first one's capital: `Adults, people who live nearby`. */
export const labelWords = (labels: readonly string[]) =>
  labels
    .map((label, index) => (index && !properName.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label))
    .join(', ');
