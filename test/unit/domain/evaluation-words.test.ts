import {checkSubmission} from '@held-spaces/domain/evaluation';
import {contentTopics, lettersOf, longestWords, tidyWords, wordsProblem} from '@held-spaces/domain/evaluation-words';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const problemOf = (parts: {words?: unknown; contentNote?: unknown; sealedContact?: unknown}) =>
  wordsProblem({words: parts.words, contentNote: parts.contentNote, sealedContact: parts.sealedContact})?.pointer;
const submission = {formVersion: '2', serviceId: 'x', role: 'holder', answers: {}, stages: [], consent: true};

describe('words beside the ticks', () => {
  it('may be all that somebody sends', () => {
    const sent = {...submission, words: 'They listened.\n\nI was not rushed. 🫖', contentNote: []};
    expect(checkSubmission(sent)).toMatchObject({ok: true, submission: {words: sent.words, contentNote: []}});
  });

  it('belong to version 2: version 1 is taken as it always was, and has no room for them', () => {
    const first = {...submission, formVersion: '1', answers: {'time.heard': 'partly'}};
    expect(checkSubmission(first)).toMatchObject({ok: true, submission: {formVersion: '1'}});
    expect(checkSubmission({...first, words: 'x'})).toMatchObject({pointer: '/words', problem: 'unknown-field'});
  });

  it('are counted as people count letters', () => {
    expect(lettersOf('cysgu 😴')).toBe(7);
    expect(problemOf({words: '😴'.repeat(longestWords)})).toBeUndefined();
    expect(problemOf({words: 'a'.repeat(longestWords + 1)})).toBe('/words');
  });

  it('are refused where a moderator would not see what is there', () => {
    for (const hidden of [
      'a\u0000b',
      'a\u0007b',
      'a\u202eb',
      'a\u2066b',
      'a\ufeffb',
      'a\ud800b',
      ' a',
      'a\r\nb',
      'e\u0301',
      '',
    ]) {
      expect(problemOf({words: hidden}), JSON.stringify(hidden)).toBe('/words');
    }
    expect(problemOf({words: 7})).toBe('/words');
  });

  it('keep the joiners that pictures and some scripts need', () => {
    expect(problemOf({words: '👩‍👧 می‌خواهم'})).toBeUndefined();
  });

  it('may carry a content note, with or without what it is about', () => {
    expect(problemOf({words: 'a', contentNote: []})).toBeUndefined();
    expect(problemOf({words: 'a', contentNote: [...contentTopics]})).toBeUndefined();
    expect(problemOf({words: 'a', contentNote: ['police', 'police']})).toBe('/contentNote');
    expect(problemOf({words: 'a', contentNote: ['rude']})).toBe('/contentNote');
    expect(problemOf({words: 'a', contentNote: 'police'})).toBe('/contentNote');
    expect(problemOf({contentNote: ['police']})).toBe('/contentNote');
  });

  it('may carry a sealed contact that says nothing', () => {
    expect(problemOf({words: 'a', sealedContact: 'AbC-_09'})).toBeUndefined();
    expect(problemOf({words: 'a', sealedContact: 'me@example.org'})).toBe('/sealedContact');
    expect(problemOf({words: 'a', sealedContact: 'a'.repeat(2049)})).toBe('/sealedContact');
    expect(problemOf({sealedContact: 'AbC'})).toBe('/sealedContact');
  });

  it('are the same however often they are tidied, and then never refused but for what is hidden in them', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), typed => {
        const tidy = tidyWords(typed);
        expect(tidyWords(tidy)).toBe(tidy);
        if (tidy !== '' && !/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u.test(tidy)) {
          expect(problemOf({words: tidy})).toBeUndefined();
        }
      }),
    );
  });
});
