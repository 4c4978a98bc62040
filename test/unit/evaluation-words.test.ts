import {checkSubmission} from '@held-spaces/domain/evaluation';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import {createChallenge, verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {emptyDraft, roomLeft, submissionOf, wordsOf} from '../../src/components/evaluation-form/draft.js';
import {findProof} from '../../src/components/evaluation-form/proof-work.js';
import {isContactTooLong, longestContact, sealContact} from '../../src/components/evaluation-form/sealed-contact.js';
import type {EvaluationChallenge} from '../../src/directory/evaluations.js';

const answered = {...emptyDraft, answers: {'time.heard': 'partly'}} as const;

describe('words that are sent', () => {
  it('are taken by the directory whatever was typed or pasted, as long as there is room', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary', maxLength: 400}),
        fc.boolean(),
        fc.subarray([...contentTopics]),
        (words, isNoted, topics) => {
          const draft = {...answered, words, isNoted, topics};
          expect(roomLeft(draft)).toBeGreaterThanOrEqual(0);
          expect(checkSubmission(submissionOf(draft, 'experiencer', 's'))).toMatchObject({ok: true});
        },
      ),
    );
  });

  it('lose nothing that can be read', () => {
    expect(wordsOf({...answered, words: ' Tea,\tand\u00a0time.\r\nNo rush \u{1f33f}\u202e\u0007 '})).toBe(
      'Tea, and time.\nNo rush \u{1f33f}',
    );
  });

  it('are left out with all that goes with them where nothing is written', () => {
    const sent = submissionOf({...answered, words: ' \n ', isNoted: true}, 'experiencer', 's', 'sealed');
    expect(sent).not.toHaveProperty('words');
    expect(sent).not.toHaveProperty('contentNote');
    expect(sent).not.toHaveProperty('sealedContact');
  });
});

describe('the work in place of a puzzle', () => {
  it('is what the directory’s own library takes', async () => {
    const hmacSignatureSecret = 'a secret for this test';
    const challenge = await createChallenge({algorithm: 'PBKDF2/SHA-256', cost: 20, deriveKey, hmacSignatureSecret});
    const solution = await findProof(challenge as EvaluationChallenge['challenge'], () => false);
    const {verified} = await verifySolution({challenge, solution: solution!, deriveKey, hmacSignatureSecret});
    expect(verified).toBe(true);
  });

  it('is stopped at the next try', async () => {
    const challenge = await createChallenge({algorithm: 'PBKDF2/SHA-256', cost: 1, keyPrefix: 'ffffffffff', deriveKey});
    let tries = 0;
    expect(await findProof(challenge as EvaluationChallenge['challenge'], () => ++tries > 20)).toBeUndefined();
  });
});

describe('a sealed contact', () => {
  it('has the same length whatever is in it, and says when it is too long', async () => {
    const {publicKey} = await crypto.subtle.generateKey(
      {name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1])},
      true,
      ['encrypt', 'decrypt'],
    );
    const key = await crypto.subtle.exportKey('jwk', publicKey);
    const lengths = await Promise.all(['a', 'é'.repeat(longestContact / 2)].map(each => sealContact(each, key)));
    expect(new Set(lengths.map(each => each.length)).size).toBe(1);
    expect(lengths[0]).toMatch(/^[\w-]{342}$/);
    expect(isContactTooLong('é'.repeat(longestContact / 2))).toBe(false);
    expect(isContactTooLong('é'.repeat(longestContact / 2 + 1))).toBe(true);
  });
});
