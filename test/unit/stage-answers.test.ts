import {stageAnswers, type StageAnswer} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  chosenPlaces,
  fieldOf,
  inSight,
  isChosen,
  isHard,
  isHardPlace,
  questionsFor,
  withPlace,
  withRole,
  withStage,
  type ChosenRole,
  type Whose,
} from '../../src/controllers/stage-answers.js';
import type {Journey} from '../../src/controllers/journey.js';

const answers = fc
  .uniqueArray(fc.constantFrom(...stageAnswers))
  .map(list => stageAnswers.filter(a => list.includes(a)));
const roles: readonly ChosenRole[] = ['experiencer', 'holder', 'both'];
const journeys: fc.Arbitrary<Journey> = fc.record({
  stages: answers,
  holderStages: answers,
  role: fc.constantFrom(...roles),
});

const said = (journey: Journey, whose: Whose) => journey[fieldOf(journey.role ?? 'experiencer', whose)];

describe('what each role is asked', () => {
  it('asks somebody who needs support about themself only', () => {
    expect(questionsFor('experiencer')).toEqual(['mine']);
  });

  it('asks a supporter about the other first, and somebody who is both about themself first', () => {
    expect(questionsFor('holder')).toEqual(['theirs', 'mine']);
    expect(questionsFor('both')).toEqual(['mine', 'theirs']);
  });

  it('keeps the first question where the finder looks', () => {
    for (const role of roles) {
      const [first, second] = questionsFor(role);
      expect(first && fieldOf(role, first)).toBe('stages');
      if (second) expect(fieldOf(role, second)).toBe('holderStages');
    }
  });
});

describe('choosing a place', () => {
  it('can always be undone, and keeps the order on the page whatever order it was done in', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...stageAnswers), (answer, place) => {
        const chosen = withPlace(answer, place, true);
        expect(chosen).toContain(place);
        expect(chosen).toEqual(stageAnswers.filter(each => chosen.includes(each)));
        expect(withPlace(chosen, place, false)).toEqual(answer.filter(each => each !== place));
      }),
    );
  });

  it('says the same choice once', () => {
    expect(withPlace(['threshold'], 'threshold', true)).toEqual(['threshold']);
  });
});

describe('choosing a place in a list that does not say about whom, as the finder’s', () => {
  it('turns it on and off, and touches nothing else, nor what is out of sight', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(...stageAnswers), (journey, place) => {
        const after = {...journey, ...withStage(journey, place)};
        expect(isChosen(after, place)).toBe(!isChosen(journey, place));
        for (const other of stageAnswers.filter(each => each !== place)) {
          expect(isChosen(after, other)).toBe(isChosen(journey, other));
        }
        if (journey.role === 'experiencer') expect(after.holderStages).toEqual(journey.holderStages);
      }),
    );
  });

  it('is chosen wherever it is in sight, and what is in sight is what was asked', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(...stageAnswers), (journey, place) => {
        const {stages, holderStages} = inSight(journey);
        expect(isChosen(journey, place)).toBe([...stages, ...holderStages].includes(place));
        expect(holderStages).toEqual(questionsFor(journey.role ?? 'experiencer')[1] ? journey.holderStages : []);
      }),
    );
  });
});

describe('changing whom it is for', () => {
  it('keeps every answer with the one it is about', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(...roles), (journey, next) => {
        const after = withRole(journey, next);
        expect(said(after, 'mine')).toEqual(said(journey, 'mine'));
        expect(said(after, 'theirs')).toEqual(said(journey, 'theirs'));
      }),
    );
  });

  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(...roles), (journey, next) => {
        expect(withRole(withRole(journey, next), journey.role ?? 'experiencer')).toEqual(journey);
      }),
    );
  });
});

describe('a hard place', () => {
  const journey = (stages: StageAnswer[], holderStages: StageAnswer[], role?: ChosenRole): Journey => ({
    stages,
    holderStages,
    ...(role && {role}),
  });

  it('is on the threshold or in really extreme times, and nowhere else', () => {
    for (const place of stageAnswers) {
      expect(isHard(journey([place], []))).toBe(place === 'threshold' || place === 'extreme-times');
    }
  });

  it('is also where somebody said without a name what asks for people to reach now', () => {
    expect(isHard({...journey([], []), needsNow: true})).toBe(true);
    expect(isHard({...journey(['threshold'], []), needsNow: false})).toBe(true);
    expect(isHard({...journey(['not-sure'], []), needsNow: false})).toBe(false);
    expect(stageAnswers.filter(isHardPlace)).toEqual(['threshold', 'extreme-times']);
  });

  it('counts in either question of a supporter', () => {
    expect(isHard(journey(['everyday-life'], ['extreme-times'], 'holder'))).toBe(true);
    expect(isHard(journey(['threshold'], [], 'both'))).toBe(true);
  });

  it('does not count in a question that is not asked any more', () => {
    expect(isHard(journey(['everyday-life'], ['extreme-times'], 'experiencer'))).toBe(false);
    expect(chosenPlaces(journey(['everyday-life'], ['extreme-times']))).toEqual(['everyday-life']);
  });

  it('names a place once that two people are in', () => {
    expect(chosenPlaces(journey(['not-sure', 'threshold'], ['threshold'], 'holder'))).toEqual([
      'threshold',
      'not-sure',
    ]);
  });
});
