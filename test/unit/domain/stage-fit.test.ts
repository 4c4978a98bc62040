import {briefOf, leastPeople, type AnswerCounts, type EvaluationSummary} from '@held-spaces/domain/evaluation-summary';
import {stageFit, type EvaluatedSpace} from '@held-spaces/domain/stage-fit';
import {kinds, stages} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const counts = (yes: number, partly: number, no: number): AnswerCounts => ({yes, partly, no, total: yes + partly + no});

/** As they are published: of five people or more. */
const published = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([yes, partly, no]) => counts(yes + leastPeople, partly, no));
const spaces: fc.Arbitrary<readonly EvaluatedSpace[]> = fc.array(
  fc.record({
    kinds: fc.uniqueArray(fc.constantFrom(...kinds), {minLength: 1, maxLength: 3}),
    evaluations: fc.option(
      fc.record(
        {people: fc.nat(99), fit: fc.dictionary(fc.constantFrom(...stages), published)},
        {requiredKeys: ['people']},
      ),
      {nil: undefined},
    ),
  }),
);

describe('what people at a stage said of kinds of space', () => {
  it('adds up spaces of the kind, and no others', () => {
    const cafe = (fit: AnswerCounts): EvaluatedSpace => ({
      kinds: ['crisis-cafe', 'listening-service'],
      evaluations: {people: 20, fit: {threshold: fit}},
    });
    expect(
      stageFit(
        [
          cafe(counts(4, 1, 0)),
          cafe(counts(6, 0, 2)),
          {kinds: ['crisis-cafe'], evaluations: {people: 9}},
          {kinds: ['crisis-cafe']},
          {kinds: ['helpline'], evaluations: {people: 9, fit: {'testing-times': counts(5, 0, 0)}}},
        ],
        'threshold',
        ['helpline', 'crisis-cafe', 'drop-in'],
      ),
    ).toEqual([{kind: 'crisis-cafe', spaces: 2, yes: 10, partly: 1, no: 2, total: 13}]);
  });

  it('keeps the order it was asked in, says nothing of fewer than five people, and never more than was published', () => {
    fc.assert(
      fc.property(spaces, fc.constantFrom(...stages), fc.shuffledSubarray([...kinds]), (loaded, stage, asked) => {
        const found = stageFit(loaded, stage, asked);
        expect(found.map(({kind}) => kind)).toEqual(asked.filter(kind => found.some(fit => fit.kind === kind)));
        for (const {kind, spaces: count, yes, partly, no, total} of found) {
          const of = loaded.filter(space => space.kinds.includes(kind) && space.evaluations?.fit?.[stage]);
          expect(count).toBe(of.length);
          expect(total).toBeGreaterThanOrEqual(leastPeople * count);
          expect(yes + partly + no).toBe(total);
          expect(total).toBe(of.reduce((sum, space) => sum + (space.evaluations?.fit?.[stage]?.total ?? 0), 0));
        }
      }),
    );
  });
});

describe('what a list gets of a summary', () => {
  const fit = counts(6, 1, 1);
  const summary: EvaluationSummary = {
    counted: '2026-11-16',
    roles: {
      experiencer: {
        people: 20,
        questions: {'time.heard': counts(10, 2, 2), 'stage.fit': counts(15, 2, 1)},
        stages: {threshold: {'stage.fit': fit, 'time.heard': counts(5, 0, 0)}, 'testing-times': {}},
      },
      holder: {people: 5, questions: {}, stages: {'extreme-times': {'stage.fit': counts(5, 0, 0)}}},
    },
    quotes: [],
    withheld: [],
  };

  it('is how many said something, whether they felt heard, and what those who were there said of each stage', () => {
    expect(briefOf(summary)).toEqual({people: 25, heard: counts(10, 2, 2), fit: {threshold: fit}});
  });

  it('has nothing of what is not published, and no word of a holder', () => {
    const {holder} = summary.roles;
    expect(briefOf({...summary, roles: {...(holder && {holder})}})).toEqual({people: 5});
    expect(briefOf({...summary, roles: {}})).toBeUndefined();
  });
});
