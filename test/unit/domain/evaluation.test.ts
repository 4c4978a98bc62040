import {
  answersFor,
  checkSubmission,
  evaluationParts,
  evaluationQuestions,
  forceAnswers,
  formVersion,
  isEmpty,
  seasonAlternatives,
  seasons,
  usualAnswers,
} from '@held-spaces/domain/evaluation';
import {stageAnswers} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const complete = {
  formVersion,
  serviceId: '3f0c2c86-5a0f-5f0e-8a9e-1c2d3e4f5a6b',
  role: 'experiencer',
  season: {season: 'autumn', year: 2026},
  answers: {'time.heard': 'yes-mostly', 'safety.held': 'no', 'stage.fit': 'partly'},
  stages: ['testing-times', 'not-sure'],
  consent: true,
};

const answers = fc
  .subarray(evaluationQuestions.filter(question => question.scale !== 'stages').map(question => question.id))
  .chain(ids => fc.record(Object.fromEntries(ids.map(id => [id, fc.constantFrom(...answersFor(id))]))));
const stages = fc.subarray([...stageAnswers]);
const season = fc.oneof(
  fc.constantFrom(...seasonAlternatives),
  fc.record({season: fc.constantFrom(...seasons), year: fc.integer({min: 2000, max: 2100})}),
);
const submissions = fc.oneof(
  fc.record(
    {
      formVersion: fc.constant(formVersion),
      serviceId: fc.uuid(),
      role: fc.constant('experiencer'),
      season,
      answers,
      stages,
      consent: fc.constant(true),
    },
    {requiredKeys: ['formVersion', 'serviceId', 'role', 'answers', 'stages', 'consent']},
  ),
  fc.record(
    {
      formVersion: fc.constant(formVersion),
      serviceId: fc.uuid(),
      role: fc.constant('holder'),
      season,
      answers,
      stages,
      holderStages: stages,
      consent: fc.constant(true),
    },
    {requiredKeys: ['formVersion', 'serviceId', 'role', 'answers', 'stages', 'consent']},
  ),
);

/** What a check says, without the value. */
const says = (value: unknown) => {
  const check = checkSubmission(value);
  return check.ok ? 'ok' : `${check.problem} ${check.pointer}`;
};

describe('the evaluation form', () => {
  it('asks every question in a part of its own, in the order of the parts', () => {
    const parts = evaluationQuestions.map(question => question.part);
    expect([...new Set(parts)]).toEqual(evaluationParts);
    expect(evaluationQuestions.every(question => question.id.startsWith(`${question.part}.`))).toBe(true);
    expect(new Set(evaluationQuestions.map(question => question.id)).size).toBe(24);
  });

  it('asks about force on a scale of its own', () => {
    expect(answersFor('safety.held')).toEqual(forceAnswers);
    expect(answersFor('safety.police')).toEqual(forceAnswers);
    expect(answersFor('safety.safe')).toEqual(usualAnswers);
    expect(answersFor('stage.where')).toEqual([]);
  });
});

describe('what is sent', () => {
  it('is taken as it was answered', () => {
    expect(checkSubmission(complete)).toEqual({ok: true, submission: complete});
  });

  it('is taken whatever was skipped, as long as something was answered', () => {
    fc.assert(
      fc.property(submissions, value => {
        const check = checkSubmission(structuredClone(value));
        if (isEmpty(value as never)) expect(check.ok).toBe(false);
        else expect(check).toEqual({ok: true, submission: value});
      }),
    );
  });

  it('is refused, and never throws, where it is something else', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(checkSubmission(value).ok).toBe(false);
      }),
    );
  });

  it('is refused where one field holds something else, without repeating what it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(complete).filter(name => name !== 'season')),
        fc.string({minLength: 12, maxLength: 40}),
        (name, text) => {
          const value = name === 'serviceId' ? [text] : text;
          const check = checkSubmission({...complete, [name]: value});
          expect(check.ok).toBe(false);
          expect(JSON.stringify(check)).not.toContain(JSON.stringify(text));
        },
      ),
    );
  });

  it('names what is wrong with a pointer', () => {
    expect(says(null)).toBe('bad-field ');
    expect(says({...complete, formVersion: '9'})).toBe('form-version /formVersion');
    expect(says({...complete, consent: 'yes'})).toBe('consent-missing /consent');
    expect(says({...complete, name: 'x'})).toBe('unknown-field /name');
    expect(says({...complete, 'a/b~c': 'x'})).toBe('unknown-field /a~1b~0c');
    expect(says({...complete, role: 'patient'})).toBe('bad-field /role');
    expect(says({...complete, answers: {'time.heard': 'yes'}})).toBe('bad-field /answers/time.heard');
    expect(says({...complete, answers: {'safety.held': 'partly'}})).toBe('bad-field /answers/safety.held');
    expect(says({...complete, answers: {'time.stars': 'yes'}})).toBe('unknown-question /answers/time.stars');
    expect(says({...complete, answers: {'stage.where': 'partly'}})).toBe('unknown-question /answers/stage.where');
    expect(says({...complete, stages: ['threshold', 'threshold']})).toBe('bad-field /stages/1');
    expect(says({...complete, holderStages: []})).toBe('bad-field /holderStages');
    expect(says({...complete, season: 'last week'})).toBe('bad-field /season');
    expect(says({...complete, season: {season: 'autumn', year: 26}})).toBe('bad-field /season/year');
    expect(says({...complete, season: {season: 'autumn', year: 2026, day: 3}})).toBe('unknown-field /season/day');
    expect(says({...complete, answers: {}, stages: []})).toBe('bad-field /answers');
  });

  it('cuts a name that is very long', () => {
    const check = checkSubmission({...complete, ['x'.repeat(50_000)]: 1});
    expect(!check.ok && check.pointer.length).toBeLessThan(70);
  });
});
