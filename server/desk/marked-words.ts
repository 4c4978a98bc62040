import type {LeftOut} from '@held-spaces/domain/moderation';

/** A word, or what stands in place of one, and where it is in the text, in UTF-16 code units. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The words of a text, in order, so that each can be marked. */
export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/\S+/g)].map(({0: word, index}) => ({from: index, to: index + word.length, text: word}));

/** What is left out where these words are marked. Marked neighbours are one piece, with the space between them. */
export function piecesOf(text: string, marked: ReadonlySet<number>): readonly LeftOut[] {
  const pieces: [number, number][] = [];
  wordsIn(text).forEach(({from, to}, index) => {
    if (!marked.has(index)) return;
    const last = pieces[pieces.length - 1];
    if (last && marked.has(index - 1)) last[1] = to;
    else pieces.push([from, to]);
  });
  return pieces;
}
