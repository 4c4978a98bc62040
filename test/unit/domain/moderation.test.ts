import {leftOutProblem, needsTwo, reasonsForTwo, sameDecision, shownParts} from '@held-spaces/domain/moderation';
import type {LeftOut, WordsDecision} from '@held-spaces/domain/moderation';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const words = 'Ann at the door was kind.';

describe('leaving a part of words out', () => {
  it('shows the rest as it was written, with gaps', () => {
    expect(shownParts(words, [[0, 3]])).toEqual([null, ' at the door was kind.']);
    expect(
      shownParts(words, [
        [0, 3],
        [11, 15],
      ]),
    ).toEqual([null, ' at the ', null, ' was kind.']);
    expect(leftOutProblem(words, [[0, 3]])).toBeUndefined();
  });

  it('refuses pieces out of order, outside the words, that meet, cut a character, or leave nothing', () => {
    const wrong: LeftOut[][] = [
      [],
      [[3, 3]],
      [[4, 2]],
      [[0, 99]],
      [
        [5, 7],
        [0, 2],
      ],
      [
        [0, 3],
        [3, 5],
      ],
      [[0, words.length]],
      [[-1, 2]],
      [[0.5, 2]],
    ];
    for (const leftOut of wrong) expect(leftOutProblem(words, leftOut), JSON.stringify(leftOut)).toBeDefined();
    expect(leftOutProblem('a 🫖 b', [[2, 3]])).toBe('pieces of whole characters');
    expect(leftOutProblem('a 🫖 b', [[2, 4]])).toBeUndefined();
  });

  it('never adds or changes a letter', () => {
    fc.assert(
      fc.property(fc.string({minLength: 1, maxLength: 60}), fc.array(fc.nat(60), {maxLength: 8}), (text, cuts) => {
        const ends = [...new Set(cuts)].sort((a, b) => a - b);
        const leftOut = ends.flatMap((from, i): LeftOut[] =>
          i % 2 === 0 && ends[i + 1] !== undefined ? [[from, ends[i + 1]!]] : [],
        );
        if (leftOutProblem(text, leftOut) !== undefined) return;
        const kept = shownParts(text, leftOut)
          .filter(part => part !== null)
          .join('');
        const removed = leftOut.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(kept.length).toBe(text.length - removed);
        let at = 0;
        for (const letter of kept) {
          at = text.indexOf(letter, at) + letter.length;
          expect(at).toBeGreaterThanOrEqual(letter.length);
        }
      }),
    );
  });
});

describe('a decision', () => {
  it('needs two moderators for the gravest reasons only', () => {
    expect(needsTwo({kind: 'accept'})).toBe(false);
    expect(needsTwo({kind: 'withhold', reason: 'advert'})).toBe(false);
    for (const reason of reasonsForTwo) {
      expect(needsTwo({kind: 'withhold', reason})).toBe(true);
      expect(needsTwo({kind: 'redact', leftOut: [[0, 1]], reason})).toBe(true);
    }
  });

  it('is another where the reason or what is left out differs', () => {
    const redact: WordsDecision = {kind: 'redact', leftOut: [[0, 3]], reason: 'private'};
    expect(sameDecision(redact, {...redact, leftOut: [[0, 3]]})).toBe(true);
    expect(sameDecision(redact, {...redact, leftOut: [[0, 4]]})).toBe(false);
    expect(sameDecision(redact, {...redact, reason: 'hate'})).toBe(false);
    expect(sameDecision(redact, {kind: 'withhold', reason: 'private'})).toBe(false);
    expect(sameDecision({kind: 'accept'}, {kind: 'accept'})).toBe(true);
  });
});
