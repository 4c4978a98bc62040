import type {StageAnswer} from '@held-spaces/domain/vocabularies';
import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {LitElement} from 'lit';
import type {StageChangeEvent} from '../../src/components/stage-selector/events.js';
import type {StageSelector} from '../../src/components/stage-selector/stage-selector.js';
import {JourneyController} from '../../src/controllers/journey.js';
import '../../src/define/stage-selector.js';

/** A finder, as far as the selector can tell. */
class FinderNearby extends LitElement {
  reveals = 0;
  readonly journey = new JourneyController(this, 'finder', () => this.reveals++);
}
customElements.define('x-finder-nearby', FinderNearby);

const all = <T extends Element = HTMLElement>(el: StageSelector, selector: string) => [
  ...el.renderRoot.querySelectorAll<T & HTMLElement>(selector),
];
const one = <T extends Element = HTMLElement>(el: StageSelector, selector: string) => all<T>(el, selector)[0]!;
const words = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (el: StageSelector, name: string) => all(el, 'button').find(each => words(each) === name)!;
const box = (el: StageSelector, place: StageAnswer, where = '.road') =>
  one<HTMLInputElement>(el, `${where} input[value=${place}]`);
const press = async (el: StageSelector, element: HTMLElement) => {
  element.click();
  await el.updateComplete;
};

/** Opens one of the parts that are fetched then. */
async function open(el: StageSelector, title: string): Promise<HTMLDetailsElement> {
  const details = all<HTMLDetailsElement>(el, 'details.more').find(each => words(each).startsWith(title))!;
  details.querySelector('summary')!.click();
  await waitUntil(() => details.children.length > 1, `"${title}" never came`, {timeout: 10_000});
  return details;
}

const pick = (el: StageSelector, clue: string) => press(el, one(el, `.clues input[value=${clue}]`));

const render = () => fixture<StageSelector>(html`<held-stage-selector></held-stage-selector>`);
const withFinder = async () => {
  const page = await fixture<HTMLElement>(
    html`<div><held-stage-selector></held-stage-selector><x-finder-nearby></x-finder-nearby></div>`,
  );
  const el = page.querySelector('held-stage-selector')!;
  await el.updateComplete;
  return {el, finder: page.querySelector<FinderNearby>('x-finder-nearby')!};
};

afterEach(() => {
  document.createElement('held-stage-selector').reset();
});

describe('<held-stage-selector>, another way in', () => {
  it('asks what it feels like and what somebody wants, and suggests nothing before', async () => {
    const el = await render();
    const details = await open(el, 'Not sure where you are?');
    expect(words(details)).to.contain('What does it feel like?');
    expect(words(details)).to.contain('What do you want?');
    expect(words(one(el, '.suggestion'))).to.equal('Nothing chosen yet.');
    await expect(el).to.be.accessible();
  });

  it('suggests one or two places, says why, and chooses none of them', async () => {
    const el = await render();
    await open(el, 'Not sure where you are?');
    await pick(el, 'alone');
    await pick(el, 'making-sense');
    const said = words(one(el, '.suggestion'));
    expect(said).to.contain('You can feel alone at any stage. These two have spaces with company.');
    expect(said).to.contain('Returning or emerging is about making sense of what happened.');
    expect(said).to.contain('You know best. Choose what feels right to you.');
    expect(one(el, '.suggestion').getAttribute('role')).to.equal('status');
    expect(el.choices.stages).to.be.empty;
    await expect(el).to.be.accessible();
  });

  it('says a reason that two feelings share once', async () => {
    const el = await render();
    await open(el, 'Not sure where you are?');
    await pick(el, 'unreal');
    await pick(el, 'fast');
    expect(all(el, '.reasons li')).to.have.length(1);
  });

  it('chooses a place on a press, for the person who reads, in every role', async () => {
    const el = await render();
    await press(el, one(el, '.roles input[value=holder]'));
    await open(el, 'Not sure where you are?');
    await pick(el, 'for-me');
    await press(el, button(el, 'Choose this stage: Testing times'));
    expect(el.choices).to.deep.equal({stages: [], holderStages: ['testing-times'], role: 'holder'});
    expect(words(one(el, '.suggestion'))).to.contain('Chosen: Testing times');
  });

  it('leads back to the road for a different one', async () => {
    const el = await render();
    await open(el, 'Not sure where you are?');
    await pick(el, 'low');
    button(el, 'Choose a different one').click();
    await nextFrame();
    expect(el.shadowRoot?.activeElement).to.equal(box(el, 'everyday-life'));
  });

  for (const clue of ['cannot-go-on', 'overwhelmed', 'other-world', 'not-safe', 'someone-now']) {
    it(`brings people to reach now before anything else for "${clue}", before the next frame, and takes it back`, async () => {
      const el = await render();
      await open(el, 'Not sure where you are?');
      const input = one<HTMLInputElement>(el, `.clues input[value=${clue}]`);
      input.focus();
      input.click();
      await Promise.resolve();
      await Promise.resolve();
      expect(words(one(el, '.forward'))).to.contain('999');
      const first = one(el, '.forward').compareDocumentPosition(one(el, '.roles'));
      expect(first & Node.DOCUMENT_POSITION_FOLLOWING).to.be.ok;
      await el.updateComplete;
      expect(el.shadowRoot?.activeElement).to.equal(input);
      expect(words(all(el, '.held > [role=status]')[0])).to.contain('Here are people you can reach now.');
      await pick(el, clue);
      expect(all(el, '.forward')).to.be.empty;
    });
  }

  it('forgets what was picked with everything else', async () => {
    const el = await render();
    await open(el, 'Not sure where you are?');
    await pick(el, 'not-safe');
    await press(el, button(el, 'Clear my choices'));
    expect(all(el, '.clues input:checked')).to.be.empty;
    expect(all(el, '.forward')).to.be.empty;
  });

  it('tells what every place may feel like, in the voice of who reads', async () => {
    const el = await render();
    await open(el, 'Not sure where you are?');
    expect(all(el, '.felt details')).to.have.length(7);
    expect(words(one(el, '.felt'))).to.contain('I have hardly slept.');
    await press(el, one(el, '.roles input[value=holder]'));
    expect(words(one(el, '.felt'))).to.contain('I do not know if I should act or wait.');
  });
});

describe('<held-stage-selector>, what may help', () => {
  it('says what may help at each place that is chosen, and nothing before one is', async () => {
    const el = await render();
    expect(all(el, 'details.more')).to.have.length(2);
    await press(el, box(el, 'testing-times'));
    const details = await open(el, 'What may help here');
    expect(words(details)).to.contain('People who listen. Drop-ins.');
    await press(el, box(el, 'keeps-changing'));
    expect(words(details)).to.contain('Spaces that suit more than one stage come first.');
    await expect(el).to.be.accessible();
  });

  it('leads to a kind of space in the finder, only while there is one, and tells it nothing else', async () => {
    const {el, finder} = await withFinder();
    await press(el, box(el, 'threshold'));
    await open(el, 'What may help here');
    const link = one(el, '.help button[aria-label]');
    expect(link.getAttribute('aria-label')).to.equal(`Show this kind of space: ${words(link)}`);
    await press(el, link);
    expect(finder.journey.now.wanted).to.deep.equal({kinds: ['crisis-cafe'], approaches: []});
    expect(finder.reveals).to.equal(1);
    finder.remove();
    await el.updateComplete;
    expect(all(el, '.help button[aria-label]')).to.be.empty;
  });

  it('says what people at that stage said of each kind, where it is published, as soon as the finder has it', async () => {
    const {el, finder} = await withFinder();
    await press(el, box(el, 'threshold'));
    await press(el, box(el, 'not-sure'));
    const details = await open(el, 'What may help here');
    expect(words(details)).not.to.contain('people said');
    const fit = {yes: 6, partly: 2, no: 0, total: 8};
    finder.journey.set({
      loaded: [
        {kinds: ['helpline'], evaluations: {people: 30, fit: {'testing-times': fit}}},
        {kinds: ['crisis-cafe', 'peer-support-group'], evaluations: {people: 9, fit: {threshold: fit}}},
        {kinds: ['crisis-cafe'], evaluations: {people: 9, fit: {threshold: fit}}},
        {kinds: ['drop-in']},
      ],
    });
    await el.updateComplete;
    expect(all(el, '.said li').map(words)).to.deep.equal([
      'Crisis cafe or safe haven12 of 16 people said it was a good space for that stageYes, mostly: 12. Partly: 4. No, not really: 0. Spaces: 2.',
    ]);
    expect(words(details)).to.contain('We show a number only when 5 people or more answered.');
    await expect(el).to.be.accessible();
    finder.journey.set({loaded: []});
    await el.updateComplete;
    expect(words(details)).not.to.contain('people said');
  });

  it('tells a supporter what they can do there, and that they need care too, and where', async () => {
    const {el, finder} = await withFinder();
    await press(el, one(el, '.roles input[value=holder]'));
    await press(el, box(el, 'extreme-times'));
    const details = await open(el, 'What may help here');
    expect(words(details)).to.contain('Keep both of you as safe as you can.');
    expect(words(details)).to.contain('You need care too.');
    await expect(el).to.be.accessible();
    await press(el, all(el, '.help button[aria-label]').at(-1)!);
    expect(finder.journey.now.wanted?.kinds).to.deep.equal(['carers-support']);
  });
});

describe('<held-stage-selector>, ways of understanding', () => {
  it('stand side by side, all seven, with one’s own way last', async () => {
    const el = await render();
    const details = await open(el, 'Ways to understand distress');
    const notes = all(el, '.notes > li').map(note => words(note.firstElementChild ?? undefined));
    expect(notes).to.have.length(8);
    expect(notes[7]).to.equal('Your own way');
    expect([...notes].sort()).to.include.members(['As an illness', 'As a crossing', 'As a matter of spirit or faith']);
    expect(words(details)).to.contain('None comes first.');
    await expect(el).to.be.accessible();
  });

  it('lead to spaces that share a view', async () => {
    const {el, finder} = await withFinder();
    await open(el, 'Ways to understand distress');
    await press(el, one(el, '[aria-label="Show spaces that share this view: As an illness"]'));
    expect(finder.journey.now.wanted).to.deep.equal({approaches: ['medical'], kinds: ['therapy-service']});
    expect(finder.reveals).to.equal(1);
  });

  it('are left out whole where the host wants none', async () => {
    const el = await fixture<StageSelector>(html`<held-stage-selector no-understanding></held-stage-selector>`);
    expect(words(el.renderRoot.querySelector('.held')!)).not.to.contain('Ways to understand distress');
  });
});

describe('<held-stage-selector>, in a form', () => {
  const inForm = async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset><held-stage-selector name="stage"></held-stage-selector></fieldset>
      </form>`,
    );
    const el = form.querySelector('held-stage-selector')!;
    const sent = () => [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);
    // The field is there when the rest of the selector has come, which a name asks for.
    el.choices = {stages: ['not-sure']};
    await waitUntil(() => sent().length, 'the field never came', {timeout: 10_000});
    el.choices = {stages: []};
    await el.updateComplete;
    return {form, el, sent};
  };

  it('is a field with an entry for each stage, and says that the website can see it', async () => {
    const {el, sent} = await inForm();
    expect(sent()).to.be.empty;
    await press(el, box(el, 'testing-times'));
    await press(el, box(el, 'not-sure'));
    expect(sent()).to.deep.equal(['stage=testing-times', 'stage=not-sure']);
    expect(words(el.renderRoot.querySelector('.held')!)).to.contain('This website can see what you choose here.');
    await press(el, one(el, '.roles input[value=both]'));
    await press(el, box(el, 'everyday-life', '.places'));
    expect(sent()).to.include.members(['stage-holder=everyday-life', 'stage-role=both']);
    await expect(el).to.be.accessible();
  });

  it('sends only what is in sight', async () => {
    const {el, sent} = await inForm();
    await press(el, one(el, '.roles input[value=both]'));
    await press(el, box(el, 'everyday-life', '.places'));
    await press(el, one(el, '.roles input[value=experiencer]'));
    expect(sent()).to.deep.equal(['stage-role=experiencer']);
  });

  it('sends nothing without a name, and keeps its promise', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><held-stage-selector></held-stage-selector></form>`);
    const el = form.querySelector('held-stage-selector')!;
    await el.updateComplete;
    await press(el, box(el, 'testing-times'));
    expect([...new FormData(form)]).to.be.empty;
    expect(words(el.renderRoot.querySelector('.held')!)).to.contain('What you choose stays on this page.');
  });

  it('takes everything back with the form’s reset button', async () => {
    const {form, el, sent} = await inForm();
    await press(el, one(el, '.roles input[value=both]'));
    await press(el, box(el, 'extreme-times'));
    form.reset();
    await el.updateComplete;
    expect(sent()).to.be.empty;
    expect(el.choices).to.deep.equal({stages: [], holderStages: [], role: undefined});
    expect(all(el, '.forward')).to.be.empty;
  });

  it('is disabled by itself and by a fieldset, with people to reach still there', async () => {
    const {form, el, sent} = await inForm();
    await press(el, box(el, 'testing-times'));
    form.querySelector('fieldset')!.disabled = true;
    await el.updateComplete;
    await el.updateComplete;
    expect(box(el, 'testing-times').matches(':disabled')).to.be.true;
    expect(sent()).to.be.empty;
    expect(one(el, 'a[href^="tel:"]')).to.exist;
    await press(el, button(el, 'Clear my choices'));
    expect(el.choices.stages).to.deep.equal(['testing-times']);
    form.querySelector('fieldset')!.disabled = false;
    el.disabled = true;
    await el.updateComplete;
    expect(box(el, 'testing-times').matches(':disabled')).to.be.true;
    el.disabled = false;
    await el.updateComplete;
    expect(box(el, 'testing-times').matches(':disabled')).to.be.false;
  });

  it('takes up what the browser brings back', async () => {
    const {el} = await inForm();
    el.formStateRestoreCallback(JSON.stringify({stages: ['not-sure'], holderStages: [], role: 'holder'}));
    await el.updateComplete;
    expect(box(el, 'not-sure').checked).to.be.true;
  });
});

describe('<held-stage-selector>, to a host that asks', () => {
  it('shows what the host sets, and tells no event of it', async () => {
    const el = await render();
    let events = 0;
    el.addEventListener('held-stage-change', () => events++);
    el.choices = {stages: ['testing-times'], role: 'both'};
    await el.updateComplete;
    expect(box(el, 'testing-times').checked).to.be.true;
    expect(one<HTMLInputElement>(el, '.roles input:checked').value).to.equal('both');
    expect(events).to.equal(0);
  });

  it('takes what was set before it was defined on the page', async () => {
    const el = document.createElement('held-stage-selector');
    el.choices = {stages: ['threshold']};
    document.body.append(el);
    await el.updateComplete;
    expect(box(el, 'threshold').checked).to.be.true;
    el.remove();
  });

  it('says in the event what was chosen only with share-choices, and tells the person', async () => {
    const el = await fixture<StageSelector>(html`<held-stage-selector share-choices></held-stage-selector>`);
    const heard: StageChangeEvent[] = [];
    el.addEventListener('held-stage-change', event => heard.push(event));
    expect(words(el.renderRoot.querySelector('.held')!)).to.contain('This website can see what you choose here.');
    await press(el, box(el, 'testing-times'));
    expect(heard[0]?.choices).to.deep.equal({stages: ['testing-times'], holderStages: [], role: undefined});
  });
});
