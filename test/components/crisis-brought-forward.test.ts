/** What a hard place does to the crisis signpost, wherever on the page each stands. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import type {StageSelector} from '../../src/components/stage-selector/stage-selector.js';
import {clearJourney, journeyOf} from '../../src/controllers/journey.js';
import '../../src/define/crisis-signpost.js';
import '../../src/define/stage-selector.js';

afterEach(() => clearJourney());

/** A selector, and a signpost in a shadow root of its own that comes after it, as two parts of a host's page may. */
async function page(form = 'compact') {
  const main = await fixture<HTMLElement>(
    html`<main>
      <held-stage-selector></held-stage-selector>
      <div></div>
    </main>`,
  );
  const selector = main.querySelector('held-stage-selector')!;
  const signpost = document.createElement('held-crisis-signpost');
  signpost.form = form;
  signpost.nation = 'england';
  main.querySelector('div')!.attachShadow({mode: 'open'}).append(signpost);
  await Promise.all([selector.updateComplete, signpost.updateComplete]);
  return {main, selector, signpost};
}

const isOpen = (signpost: CrisisSignpost) => signpost.renderRoot.querySelectorAll('#title').length === 1;
const more = (signpost: CrisisSignpost) => signpost.renderRoot.querySelector<HTMLButtonElement>('.strip button')!;
const press = async (el: StageSelector, selector: string) => {
  el.renderRoot.querySelector<HTMLElement>(selector)!.click();
  await el.updateComplete;
};

describe('a crisis signpost on a page with a selector', () => {
  for (const form of ['compact', 'banner']) {
    for (const place of ['threshold', 'extreme-times']) {
      it(`opens its ${form} form before the next frame at "${place}", takes no focus, and closes when that is unchosen`, async () => {
        const {selector, signpost} = await page(form);
        const box = selector.renderRoot.querySelector<HTMLInputElement>(`.road input[value=${place}]`)!;
        expect(isOpen(signpost)).to.be.false;
        box.focus();
        box.click();
        // Before any frame is drawn: a few microtasks and no more.
        for (let turn = 0; turn < 4; turn++) await Promise.resolve();
        expect(isOpen(signpost)).to.be.true;
        expect(more(signpost).getAttribute('aria-expanded')).to.equal('true');
        expect(selector.renderRoot.activeElement).to.equal(box);
        await expect(signpost).to.be.accessible();
        await press(selector, `.road input[value=${place}]`);
        expect(isOpen(signpost)).to.be.false;
      });
    }
  }

  it('stays closed at every other place', async () => {
    const {selector, signpost} = await page();
    for (const place of ['everyday-life', 'testing-times', 'returning-emerging', 'not-sure', 'keeps-changing']) {
      await press(selector, `.road input[value=${place}]`);
    }
    expect(selector.choices.stages).to.have.length(5);
    expect(isOpen(signpost)).to.be.false;
  });

  it('opens for either question of a supporter, and for none that is out of sight', async () => {
    const {selector, signpost} = await page();
    await press(selector, '.roles input[value=holder]');
    await press(selector, '.places input[value=threshold]');
    expect(isOpen(signpost)).to.be.true;
    await press(selector, '.places input[value=threshold]');
    await press(selector, '.road input[value=threshold]');
    expect(isOpen(signpost)).to.be.true;
    // What was said of the other is not asked any more.
    await press(selector, '.roles input[value=experiencer]');
    expect(isOpen(signpost)).to.be.false;
  });

  it('opens for a feeling that is hard, with no place named, and closes when it is taken back', async () => {
    const {selector, signpost} = await page();
    selector.renderRoot.querySelector<HTMLElement>('details.more summary')!.click();
    const clue = '.clues input[value=cannot-go-on]';
    await waitUntil(() => selector.renderRoot.querySelector(clue), 'the feelings never came', {timeout: 10_000});
    await press(selector, clue);
    expect(isOpen(signpost)).to.be.true;
    expect(selector.renderRoot.querySelector('.forward')).to.be.ok;
    await press(selector, clue);
    expect(isOpen(signpost)).to.be.false;
    await press(selector, clue);
    selector.reset();
    await selector.updateComplete;
    expect(isOpen(signpost)).to.be.false;
  });

  it('is open from the start where it comes late', async () => {
    const {main, selector} = await page();
    await press(selector, '.road input[value=extreme-times]');
    const late = document.createElement('held-crisis-signpost');
    late.form = 'banner';
    main.prepend(late);
    await late.updateComplete;
    expect(isOpen(late)).to.be.true;
  });

  it('stays as the person left it', async () => {
    const {selector, signpost} = await page();
    await press(selector, '.road input[value=threshold]');
    more(signpost).click();
    await signpost.updateComplete;
    expect(isOpen(signpost)).to.be.false;
    await press(selector, '.road input[value=extreme-times]');
    expect(isOpen(signpost)).to.be.false;
    expect(selector.renderRoot.querySelector('.forward a[href^="tel:"]')).to.be.ok;
    // Whoever asks for it there, has it.
    [...selector.renderRoot.querySelectorAll<HTMLElement>('.forward button')]
      .find(button => button.textContent?.includes('More people to turn to'))!
      .click();
    await signpost.updateComplete;
    expect(isOpen(signpost)).to.be.true;
  });

  it('begins again when everything is forgotten, and hears nothing where it stands alone', async () => {
    const {selector, signpost} = await page();
    await press(selector, '.road input[value=threshold]');
    const alone = document.createElement('held-crisis-signpost');
    alone.form = 'compact';
    alone.toggleAttribute('alone', true);
    document.body.append(alone);
    await alone.updateComplete;
    expect(isOpen(alone)).to.be.false;
    alone.remove();
    clearJourney();
    await Promise.all([selector.updateComplete, signpost.updateComplete]);
    expect(isOpen(signpost)).to.be.false;
    expect(journeyOf(signpost).stages).to.deep.equal([]);
  });
});

describe('a selector in a browser that keeps nothing in its place', () => {
  const {supports} = CSS;
  after(() => {
    CSS.supports = supports;
    document.documentElement.style.removeProperty('overflow-anchor');
  });

  it('leaves what is under the hand where it was when people to reach now come in above it', async () => {
    // What Safari does, in a browser that does better.
    CSS.supports = (property: string, value?: string) =>
      property !== 'overflow-anchor' && (value === undefined ? supports(property) : supports(property, value));
    document.documentElement.style.setProperty('overflow-anchor', 'none');
    const {main, selector} = await page();
    const above = document.createElement('held-crisis-signpost');
    above.form = 'compact';
    main.prepend(above);
    await above.updateComplete;
    const box = selector.renderRoot.querySelector<HTMLInputElement>('.road input[value=threshold]')!;
    box.scrollIntoView({block: 'center'});
    const top = () => box.closest('.place')!.getBoundingClientRect().top;
    const before = top();
    box.click();
    await new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    expect(isOpen(above)).to.be.true;
    expect(top()).to.be.closeTo(before, 1);
  });
});
