import {describe, expect, it} from 'vitest';
import {codeWords} from '../../server/src/evaluations/code-words.js';

describe('the words of take-back codes', () => {
  it('are short, in plain letters, and each there once', () => {
    expect(new Set(codeWords).size).toBe(codeWords.length);
    for (const word of codeWords) expect(word).toMatch(/^[a-z]{3,8}$/);
  });

  it('are enough that five of them cannot be guessed', () => {
    expect(Math.log2(codeWords.length) * 5).toBeGreaterThan(48);
  });

  it('hold nothing of harm or fear', () => {
    for (const word of [
      'abuse',
      'blood',
      'bomb',
      'cage',
      'danger',
      'die',
      'fatal',
      'fear',
      'gun',
      'hurt',
      'kill',
      'knife',
      'pill',
      'police',
      'prison',
      'sad',
      'victim',
    ]) {
      expect(codeWords).not.toContain(word);
    }
  });
});
