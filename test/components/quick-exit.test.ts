import {expect, fixture, html} from '@open-wc/testing';
import type {QuickExit} from '../../src/components/quick-exit/quick-exit.js';
import {blankPage, showPage} from '../../src/components/quick-exit/blank-page.js';
import {ShiftPresses} from '../../src/components/quick-exit/shift-presses.js';
import '../../src/define/quick-exit.js';

const render = (href = 'https://weather.example/') =>
  fixture<QuickExit>(html`<held-quick-exit href=${href}></held-quick-exit>`);

const words = (el: QuickExit) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const status = (el: QuickExit) => el.renderRoot.querySelector('[role=status]')?.textContent;
const link = (el: QuickExit) => el.renderRoot.querySelector('a')!;

const keyUp = (key: string, shiftKey = false) => document.dispatchEvent(new KeyboardEvent('keyup', {key, shiftKey}));

describe('<held-quick-exit>', () => {
  afterEach(() => {
    showPage();
  });

  it('is a real link to where the host says, which tells the other site nothing', async () => {
    const el = await render();
    expect(link(el).href).to.equal('https://weather.example/');
    expect(link(el).rel).to.equal('nofollow noreferrer');
    expect(link(el).textContent).to.equal('Quick exit: Leave this page now');
    expect(link(el).getBoundingClientRect().height).to.be.at.least(44);
    await expect(el).to.be.accessible();
  });

  it('leads to the weather where the host gives no website', async () => {
    for (const href of ['', 'javascript:alert(1)', '/here', 'https://']) {
      expect(link(await render(href)).href).to.equal('https://www.bbc.co.uk/weather');
    }
  });

  it('says before it is used that history is kept, what it clears, and where it leads', async () => {
    const el = await render();
    expect(words(el)).to.contain('It does not hide that you were here. Your browser keeps a history of pages');
    expect(words(el)).to.contain('It clears what you chose and wrote here.');
    expect(words(el)).to.contain('It opens a different website in the same tab: weather.example');
    expect(words(el)).to.contain('You can also press the Shift key 3 times.');
    el.renderRoot.querySelector('details')!.open = true;
    await expect(el).to.be.accessible();
  });

  it('is a link alone where the host wants a second one', async () => {
    const el = await fixture<QuickExit>(html`<held-quick-exit form="link"></held-quick-exit>`);
    expect(words(el).trim()).to.equal('Quick exit: Leave this page now');
  });

  it('says how far Shift has come, and leaves at the third press', async () => {
    const el = await render();
    let left = 0;
    el.leave = () => (left += 1);
    keyUp('Shift');
    await el.updateComplete;
    expect(status(el)).to.equal('Shift pressed: 1 of 3');
    keyUp('Shift');
    await el.updateComplete;
    expect(status(el)).to.equal('Shift pressed: 2 of 3');
    keyUp('Shift');
    expect(left).to.equal(1);
  });

  it('stops at another key, and does not count Shift held for a capital', async () => {
    const el = await render();
    let left = 0;
    el.leave = () => (left += 1);
    keyUp('Shift');
    keyUp('a');
    await el.updateComplete;
    expect(status(el)).to.equal('Leaving stopped');
    for (const letter of ['A', 'B', 'C']) {
      keyUp(letter, true);
      keyUp('Shift');
    }
    expect(left).to.equal(0);
  });

  it('counts each press once, whoever else on the page listens: another of ours, or a button of the host', async () => {
    const [one, other] = [await render(), await render()];
    let left = 0;
    one.leave = other.leave = () => (left += 1);
    for (let press = 0; press < 3; press++) keyUp('Shift');
    expect(left).to.equal(1);
    one.remove();
    other.remove();
    document.body.dataset.govukFrontendExitThisPageKeypress = 'true';
    const late = await render();
    late.leave = () => (left += 1);
    for (let press = 0; press < 3; press++) keyUp('Shift');
    expect(left).to.equal(1);
    late.remove();
    expect(document.body.dataset.govukFrontendExitThisPageKeypress).to.equal('true');
    delete document.body.dataset.govukFrontendExitThisPageKeypress;
  });

  it('gives five seconds from each press to the next', () => {
    const realTimeout = window.setTimeout;
    const waits: number[] = [];
    let run: () => void = () => undefined;
    window.setTimeout = ((handler: () => void, after: number) => {
      waits.push(after);
      run = handler;
      return 1;
    }) as unknown as typeof setTimeout;
    const heard: unknown[] = [];
    const presses = new ShiftPresses({
      pressed: count => heard.push(count),
      stopped: () => heard.push('stopped'),
      done: () => heard.push('done'),
    });
    presses.listen();
    try {
      keyUp('Shift');
      keyUp('Shift');
      expect(waits).to.deep.equal([5000, 5000]);
      run();
      keyUp('Shift');
      expect(heard).to.deep.equal([1, 2, 'stopped', 1]);
    } finally {
      presses.stopListening();
      window.setTimeout = realTimeout;
    }
  });

  it('hides the whole page at once, and shows it again when Back brings it', () => {
    const other = document.createElement('p');
    other.textContent = 'The rest of the page';
    document.body.append(other);
    blankPage('Loading');
    expect(other.checkVisibility()).to.equal(false);
    expect(document.querySelector('html > [role=alert]')?.textContent).to.equal('Loading');
    expect(document.documentElement.innerText.trim()).to.equal('Loading');
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    showPage();
    expect(other.checkVisibility()).to.equal(true);
    expect(document.querySelector('html > [role=alert]')).to.equal(null);
    other.remove();
  });
});
