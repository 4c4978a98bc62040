import {checkSubmission} from '@held-spaces/domain/evaluation';
import {describe, expect, it} from 'vitest';
import {
  answered,
  emptyDraft,
  hasSkipped,
  isUnanswered,
  parts,
  questionsOf,
  stepFrom,
  submissionOf,
  toggled,
  type Draft,
  type Step,
} from '../../src/components/evaluation-form/draft.js';

describe('the steps', () => {
  it('go from the start through thirteen parts to the preview, and stay within', () => {
    const walk: Step[] = ['start'];
    for (let n = 0; n < 14; n += 1) walk.push(stepFrom(walk.at(-1)!, 1, parts));
    expect(walk).toEqual(['start', ...parts, 'preview']);
    expect(parts.length).toBe(13);
    expect(stepFrom('preview', 1, parts)).toBe('preview');
    expect(stepFrom('start', -1, parts)).toBe('start');
  });

  it('ask a holder where they were, and an experiencer not', () => {
    const asked = (role: 'experiencer' | 'holder') => questionsOf('stage', role).map(question => question.id);
    expect(asked('experiencer')).toEqual(['stage.where', 'stage.fit']);
    expect(asked('holder')).toEqual(['stage.where', 'stage.where-me', 'stage.fit']);
    expect(questionsOf('when', 'holder')).toEqual([]);
  });
});

describe('a draft', () => {
  const draft: Draft = {
    answers: {'time.heard': 'partly', 'choice.leave': 'does-not-apply'},
    stages: ['threshold'],
    holderStages: ['testing-times'],
    season: {season: 'autumn', year: 2026},
  };

  it('is sent as the directory takes it, for either role', () => {
    for (const role of ['experiencer', 'holder'] as const) {
      const submission = submissionOf(draft, role, 'space-1');
      expect(checkSubmission(structuredClone(submission))).toEqual({ok: true, submission});
      expect('holderStages' in submission).toBe(role === 'holder');
    }
  });

  it('leaves out what was skipped or cleared', () => {
    const cleared = answered(answered(draft, 'time.heard'), 'choice.leave');
    expect(submissionOf({...cleared, season: undefined}, 'experiencer', 'space-1')).toEqual({
      formVersion: '2',
      serviceId: 'space-1',
      role: 'experiencer',
      answers: {},
      stages: ['threshold'],
      consent: true,
    });
  });

  it('is the same body whatever was changed and changed back', () => {
    const there = answered(answered(draft, 'time.heard'), 'space.calm', 'partly');
    const back = answered(answered(there, 'time.heard', 'partly'), 'space.calm');
    expect(JSON.stringify(submissionOf(back, 'holder', 's'))).toBe(JSON.stringify(submissionOf(draft, 'holder', 's')));
  });

  it('knows that nothing is answered, whatever season was chosen', () => {
    expect(isUnanswered({...emptyDraft, season: 'still-going'}, 'holder')).toBe(true);
    expect(isUnanswered({...emptyDraft, stages: ['not-sure']}, 'experiencer')).toBe(false);
    // Only holders are asked this, so for an experiencer it is not an answer.
    expect(isUnanswered({...emptyDraft, holderStages: ['not-sure']}, 'experiencer')).toBe(true);
    expect(isUnanswered(answered(draft, 'time.heard'), 'experiencer')).toBe(false);
  });

  it('says that some questions were skipped until every one is answered', () => {
    let whole: Draft = {answers: {}, stages: ['not-sure'], season: 'longer-ago'};
    for (const part of parts) {
      for (const {id, scale} of questionsOf(part, 'experiencer')) {
        if (id === 'stage.where' || id === 'stage.where-me') continue;
        expect(hasSkipped(whole, 'experiencer')).toBe(true);
        whole = answered(whole, id, scale === 'force' ? 'not-sure' : 'rather-not-say');
      }
    }
    expect(hasSkipped(whole, 'experiencer')).toBe(false);
    expect(hasSkipped(whole, 'holder')).toBe(true);
    expect(hasSkipped({...whole, season: undefined}, 'experiencer')).toBe(true);
  });

  it('takes a stage in and out again', () => {
    expect(toggled(toggled([], 'threshold'), 'not-sure')).toEqual(['threshold', 'not-sure']);
    expect(toggled(['threshold', 'not-sure'], 'threshold')).toEqual(['not-sure']);
  });
});
