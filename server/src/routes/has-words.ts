import {fold} from '@held-spaces/domain/text';

/** Whether every folded word, or the beginning of one, stands in a text. For lists of hundreds, not of thousands. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const folded = ` ${fold(text)}`;
  return words.every(word => folded.includes(` ${word}`));
}
