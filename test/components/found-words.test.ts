import type {EvaluationSummary} from '@held-spaces/domain/evaluation-summary';
import {expect, fixture, html} from '@open-wc/testing';
import {foundWords} from '../../src/components/space-finder/found-words.js';

const summary: EvaluationSummary = {
  counted: '2026-11-20',
  roles: {
    experiencer: {
      people: 15,
      questions: {
        'time.heard': {yes: 11, partly: 2, no: 1, total: 14},
        'safety.police': {yes: 1, partly: 1, no: 8, total: 10},
      },
      stages: {threshold: {'time.heard': {yes: 4, partly: 1, no: 0, total: 5}}},
      seasons: {first: {season: 'spring', year: 2026}, last: {season: 'autumn', year: 2026}},
    },
    holder: {people: 5, questions: {}, stages: {}},
  },
  quotes: [
    {
      role: 'experiencer',
      season: {season: 'autumn', year: 2026},
      parts: ['They made me tea. ', null, ' stayed <b>with me</b>.'],
      leftOut: 'names-someone',
    },
    {role: 'holder', parts: ['They locked the door.'], contentNote: ['force']},
  ],
  withheld: [{reason: 'threat', count: 2}],
  changed: {text: 'We put in a door.', month: '2026-10'},
};

const show = async (what: EvaluationSummary) => {
  const el = await fixture(
    html`<div>
      <h2>What people who went found</h2>
      ${foundWords(what, 3)}
    </div>`,
  );
  return {el, said: el.textContent!.replace(/\s+/g, ' ')};
};

describe('what people found', () => {
  it('is said in words with counts, by who they were, never as a score', async () => {
    const {el, said} = await show(summary);
    for (const words of [
      'People who went: 15',
      'From Spring 2026 to Autumn 2026.',
      '11 of 14 people felt heard Yes, mostly: 11. Partly: 2. No, not really: 1.',
      '1 of 10 people said the police were called when they did not want it Yes: 1. Not sure: 1. No: 8.',
      'People who chose: On the threshold',
      'People who supported someone: 5',
      'Not everyone answered every question.',
      'We show a number only when 5 people or more answered.',
      'As counted on: 20 November 2026',
    ]) {
      expect(said).to.contain(words);
    }
    expect(said).to.not.contain('%');
    await expect(el).to.be.accessible();
  });

  it('shows words as text, each gap and why it is there, and those with a note closed', async () => {
    const {el, said} = await show(summary);
    expect(said).to.contain('They made me tea. (left out) stayed <b>with me</b>.');
    expect(el.querySelector('b')).to.not.exist;
    expect(said).to.contain('Went there: Autumn 2026. Part of this is left out. Why: They name a person');
    const closed = [...el.querySelectorAll('details')].at(-1)!;
    expect(closed.open).to.be.false;
    expect(closed.textContent).to.contain('This is about: Force, or being kept in.');
    expect(said).to.contain('Words not shown: 2. Why: They threaten someone.');
    expect(said).to.contain('The space says it has changed this, after what people said.');
  });

  it('has nothing for what is not published', async () => {
    const {said} = await show({counted: '2026-11-20', roles: {}, quotes: [], withheld: []});
    for (const words of ['People who', 'In their words', 'not shown', 'What changed']) {
      expect(said.replace('What people who went found', '')).to.not.contain(words);
    }
  });
});
