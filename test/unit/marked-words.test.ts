import {leftOutProblem, shownParts} from '@held-spaces/domain/moderation';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {piecesOf, wordsIn} from '../../server/desk/marked-words.js';

const text = fc.string({unit: 'grapheme', maxLength: 200});

describe('marking words on the desk', () => {
  it('leaves out marked neighbours as one piece, and says nothing of how long it was', () => {
    const words = 'They made me tea. Sam Example stayed.';
    const pieces = piecesOf(words, new Set([4, 5]));
    expect(shownParts(words, pieces)).toEqual(['They made me tea. ', null, ' stayed.']);
  });

  it('makes pieces that the directory takes, unless nothing is marked or nothing is left', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (words, indexes) => {
        const all = wordsIn(words);
        const marked = new Set(indexes.filter(index => index < all.length));
        const problem = leftOutProblem(words, piecesOf(words, marked));
        expect(problem === undefined).toBe(marked.size > 0 && marked.size < all.length);
      }),
    );
  });

  it('shows nothing of a marked word, and everything else as it was written', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (words, indexes) => {
        const all = wordsIn(words);
        const marked = new Set(indexes.filter(index => index < all.length));
        const shown = shownParts(words, piecesOf(words, marked)).filter(part => part !== null);
        const kept = all.filter((_, index) => !marked.has(index)).map(word => word.text);
        expect(shown.join('').split(/\s+/).filter(Boolean)).toEqual(kept);
      }),
    );
  });
});
