import {
  feelings,
  isHardClue,
  kindsAt,
  placesOf,
  shuffled,
  suggest,
  understandings,
  wants,
  type Clue,
} from '@held-spaces/domain/roadmap';
import {approaches, isOneOf, kinds, stageAnswers} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const clues = [...Object.keys(feelings), ...Object.keys(wants)] as Clue[];
const someClues = fc.uniqueArray(fc.constantFrom(...clues));

describe('a suggestion', () => {
  it('is nothing before anything is picked', () => {
    expect(suggest([])).toEqual({places: [], because: []});
  });

  it('names the one or two places of a clue, and the clue as the reason', () => {
    for (const clue of clues) expect(suggest([clue])).toEqual({places: placesOf(clue), because: [clue]});
  });

  it('gives each of two different clues its place', () => {
    expect(suggest(['alone', 'making-sense']).places).toEqual(['everyday-life', 'returning-emerging']);
  });

  it('is one or two places, each with a reason, whatever is picked', () => {
    fc.assert(
      fc.property(someClues, picked => {
        const {places, because} = suggest(picked);
        expect(places.length).toBeLessThanOrEqual(2);
        expect(places.length > 0).toBe(picked.length > 0);
        for (const place of places) expect(because.some(clue => placesOf(clue).includes(place))).toBe(true);
        expect(because.every(clue => picked.includes(clue))).toBe(true);
      }),
    );
  });

  it('never leaves out the place of a clue that asks for people now', () => {
    fc.assert(
      fc.property(someClues, picked => {
        const {because} = suggest(picked);
        for (const clue of picked.filter(isHardClue)) expect(because).toContain(clue);
        if (picked.some(isHardClue)) expect(suggest(picked).places).toContain('extreme-times');
      }),
    );
  });

  it('names the same places in whatever order the clues were picked', () => {
    fc.assert(
      fc.property(
        someClues.chain(picked =>
          fc.tuple(fc.constant(picked), fc.shuffledSubarray(picked, {minLength: picked.length})),
        ),
        ([picked, other]) => {
          expect(suggest(other).places).toEqual(suggest(picked).places);
        },
      ),
    );
  });

  it('goes back to what it was when a clue is taken back', () => {
    fc.assert(
      fc.property(someClues, fc.constantFrom(...clues), (picked, more) => {
        const without = picked.filter(clue => clue !== more);
        const taken = [...without, more].filter(clue => clue !== more);
        expect(suggest(taken)).toEqual(suggest(without));
      }),
    );
  });
});

describe('what may help', () => {
  it('names only kinds that a finder knows, for every place', () => {
    for (const place of stageAnswers) for (const kind of kindsAt[place]) expect(isOneOf(kinds, kind)).toBe(true);
  });
});

describe('ways of understanding', () => {
  it('each lead to approaches and kinds that a finder knows', () => {
    for (const view of Object.values(understandings)) {
      expect(view.approaches.every(each => isOneOf(approaches, each))).toBe(true);
      expect(view.kinds.every(each => isOneOf(kinds, each))).toBe(true);
    }
  });

  it('come in a new order that loses none and doubles none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.infiniteStream(fc.double({min: 0, max: 0.999, noNaN: true})),
        (items, numbers) => {
          const order = shuffled(items, () => numbers.next().value as number);
          expect([...order].sort()).toEqual([...items].sort());
        },
      ),
    );
  });

  it('are each as likely to come first', () => {
    let seed = 1;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const firsts = new Map<string, number>();
    const ids = Object.keys(understandings);
    for (let round = 0; round < 7000; round++) {
      const first = shuffled(ids, random)[0]!;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const id of ids) expect(Math.abs((firsts.get(id) ?? 0) - 1000)).toBeLessThan(150);
  });
});
