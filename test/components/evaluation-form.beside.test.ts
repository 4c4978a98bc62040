import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {
  directory,
  type NeighbourFinder,
  onlooker,
  problem,
  stored,
  fake,
  render,
  all,
  one,
  page,
  button,
  focused,
  press,
  choose,
  toPreview,
  agree,
  shows,
  send,
} from '../support/form.js';

describe('<held-evaluation-form> beside other widgets', () => {
  it('takes the space that the finder opened, and says what to do until there is one', async () => {
    const finder = document.createElement('x-form-finder') as NeighbourFinder;
    document.body.append(finder);
    const el = await fixture<EvaluationForm>(
      html`<held-evaluation-form directory=${directory}></held-evaluation-form>`,
    );
    expect(page(el)).to.contain('First choose a space from the list.');
    expect(one(el, '.crisis-strip a')).to.exist;
    await expect(el).to.be.accessible();
    await press(el, 'Go to the list of spaces');
    expect(finder.reveals).to.equal(1);

    finder.journey.set({space: {id: 'space-2', name: 'The Cabin'}});
    await shows(el, 'About: The Cabin');
    expect(finder.journey.reveal('evaluation')).to.be.true;
    await waitUntil(() => focused(el)?.id === 'heading', 'the form was never brought to the person');
    await toPreview(el);
    await agree(el);
    await send(el, 'Thank you. We have it.');
    expect(fake.sent[0]!.body.serviceId).to.equal('space-2');
    expect(button(el, 'Back to the spaces')).to.exist;
  });

  it('never moves answers to another space', async () => {
    const el = await fixture<EvaluationForm>(
      html`<held-evaluation-form directory=${directory}></held-evaluation-form>`,
    );
    onlooker.journey.set({space: {id: 'space-2', name: 'The Cabin'}});
    await el.updateComplete;
    await press(el, 'Start');
    await choose(el, 'time.heard', 'partly');
    onlooker.journey.set({space: {id: 'space-3', name: 'The Barn'}});
    await shows(el, 'You have opened another space: The Barn');
    expect(page(el)).to.contain('About: The Cabin');
    await expect(el).to.be.accessible();
    await press(el, 'Clear this, and answer about that one');
    expect(page(el)).to.contain('About: The Barn');
    await press(el, 'Start');
    expect(all(el, 'input:checked')).to.be.empty;
  });

  it('fills in the stages from the selector, to change, and sends them only after the person went on past them', async () => {
    onlooker.journey.set({stages: ['threshold'], role: 'experiencer'});
    const el = await render();
    await toPreview(el);
    expect(page(el)).to.not.contain('On the threshold');
    await agree(el);
    fake.answer = () => problem('store-unavailable', 503);
    await send(el, 'It has not been sent');
    expect(fake.sent[0]!.body.stages).to.deep.equal([]);

    await press(el, 'Back');
    await press(el, 'Back');
    await press(el, 'Back');
    expect(page(el)).to.contain('We filled this in from what you chose on this page.');
    await choose(el, 'stage.where', 'not-sure');
    expect(page(el)).to.not.contain('We filled this in');
    await press(el, 'Next');
    await press(el, 'Next');
    await press(el, 'Next');
    expect(page(el)).to.contain('On the threshold and Not sure');
    fake.answer = stored;
    await send(el, 'Thank you. We have it.');
    expect(fake.sent.at(-1)!.body.stages).to.deep.equal(['threshold', 'not-sure']);
  });

  it('takes stages that were filled in where the person presses Next, for a holder too', async () => {
    onlooker.journey.set({stages: ['extreme-times'], holderStages: ['testing-times'], role: 'holder'});
    const el = await render('all');
    expect(one(el, 'input[name="stage.where-me"]')).to.exist;
    await press(el, 'See what I will send');
    expect(page(el)).to.contain('Where was the person when they went? Really extreme times');
    expect(page(el)).to.contain('Where were you? Testing times');
  });

  it('fills in of each what was said of each, by somebody who is both', async () => {
    // Their first question is about themself; that of a supporter is about the other.
    onlooker.journey.set({stages: ['testing-times'], holderStages: ['extreme-times'], role: 'both'});
    const el = await render('all');
    const filled = (name: string) =>
      all<HTMLInputElement>(el, `input[name="${name}"]:checked`).map(input => input.value);
    expect(filled('stage.where')).to.deep.equal(['testing-times']);
    one<HTMLInputElement>(el, 'input[name=role][value=holder]').click();
    await el.updateComplete;
    expect(filled('stage.where')).to.deep.equal(['extreme-times']);
    expect(filled('stage.where-me')).to.deep.equal(['testing-times']);
    // What is not asked any more fills in nothing.
    onlooker.journey.set({role: 'experiencer'});
    await el.updateComplete;
    expect(filled('stage.where')).to.deep.equal([]);
  });
});
