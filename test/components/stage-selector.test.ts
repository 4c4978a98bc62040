import {stageAnswers, type StageAnswer} from '@held-spaces/domain/vocabularies';
import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import type {StageSelector} from '../../src/components/stage-selector/stage-selector.js';
import {JourneyController, type LandmarkKind} from '../../src/controllers/journey.js';
import '../../src/define/stage-selector.js';

/** Another widget, as far as the selector can tell: something that shares the journey and can be brought to somebody. */
function neighbour(tag: string, kind?: LandmarkKind) {
  class Neighbour extends LitElement {
    reveals = 0;
    readonly journey = new JourneyController(this, kind, () => this.reveals++);
  }
  customElements.define(tag, Neighbour);
  return (): InstanceType<typeof Neighbour> => document.createElement(tag) as InstanceType<typeof Neighbour>;
}

const onlooker = neighbour('x-onlooker');
const finder = neighbour('x-finder', 'finder');
const signpost = neighbour('x-signpost', 'signpost');

const watcher = onlooker();
document.body.append(watcher);
const journey = () => watcher.journey.now;

const render = () => fixture<StageSelector>(html`<held-stage-selector></held-stage-selector>`);

/** Puts another widget on the page for the length of a test. */
const beside: Element[] = [];
const put = async <T extends Element>(element: T, el?: StageSelector): Promise<T> => {
  document.body.append(element);
  beside.push(element);
  await el?.updateComplete;
  return element;
};

const all = <T extends Element>(el: StageSelector, selector: string) => [
  ...el.renderRoot.querySelectorAll<T & HTMLElement>(selector),
];
const one = <T extends Element>(el: StageSelector, selector: string) => all<T>(el, selector)[0]!;
const text = (el: StageSelector, selector: string) =>
  all(el, selector)
    .map(each => each.textContent?.replace(/\s+/g, ' ').trim())
    .join(' | ');

const box = (el: StageSelector, place: StageAnswer, where = '.road') =>
  one<HTMLInputElement>(el, `${where} input[value=${place}]`);
const button = (el: StageSelector, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => each.textContent?.includes(name));

const choose = async (el: StageSelector, place: StageAnswer, where?: string) => {
  box(el, place, where).click();
  await el.updateComplete;
};
const chooseRole = async (el: StageSelector, role: string) => {
  one<HTMLInputElement>(el, `.roles input[value=${role}]`).click();
  await el.updateComplete;
};

afterEach(() => {
  for (const element of beside.splice(0)) element.remove();
  watcher.journey.set({stages: [], holderStages: []});
  const {role, nation, ...rest} = journey();
  // Nobody un-says a role in a widget; a test starts as a page does, before anybody has said.
  if (role ?? nation) watcher.journey.set({...rest, role: undefined, nation: undefined} as never);
});

describe('<held-stage-selector>', () => {
  describe('the road', () => {
    it('offers seven answers, none of them chosen, and says so in words', async () => {
      const el = await render();
      expect(all<HTMLInputElement>(el, '.road input').map(({value}) => value)).to.deep.equal(stageAnswers);
      expect(all(el, '.road input:checked')).to.be.empty;
      expect(text(el, '.sum p')).to.equal('Nothing chosen');
      await expect(el).to.be.accessible();
    });

    it('names each answer by its place and describes it by the line under it', async () => {
      const el = await render();
      const input = box(el, 'threshold');
      const said = (attribute: string) => text(el, `#${input.getAttribute(attribute) ?? ''}`);
      expect(said('aria-labelledby')).to.equal('On the threshold');
      expect(said('aria-describedby')).to.equal('I feel close to an edge. Things feel unreal, too much or too fast.');
      expect(text(el, '.where legend')).to.equal('Choose all that fit');
    });

    it('hides every drawing from screen readers', async () => {
      const el = await render();
      expect(all(el, 'svg').filter(each => !each.closest('[aria-hidden=true]'))).to.be.empty;
    });

    for (const place of stageAnswers) {
      it(`lets "${place}" be chosen and taken back`, async () => {
        const el = await render();
        await choose(el, place);
        expect(journey().stages).to.deep.equal([place]);
        expect(box(el, place).checked).to.be.true;
        await choose(el, place);
        expect(journey().stages).to.be.empty;
        expect(box(el, place).checked).to.be.false;
      });
    }

    it('lets several be chosen at once and names them in the order on the page', async () => {
      const el = await render();
      await choose(el, 'not-sure');
      await choose(el, 'testing-times');
      await choose(el, 'everyday-life');
      expect(journey().stages).to.deep.equal(['everyday-life', 'testing-times', 'not-sure']);
      expect(text(el, '.sum p')).to.equal('Chosen: Everyday life, Testing times and Not sure');
      await expect(el).to.be.accessible();
    });

    it('chooses when the drawing is pressed, not only the box', async () => {
      const el = await render();
      one(el, '.everyday-life .drawing').dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
      await el.updateComplete;
      expect(journey().stages).to.deep.equal(['everyday-life']);
    });

    it('is worked by the Space key, and keeps focus on what was pressed', async () => {
      const el = await render();
      box(el, 'testing-times').focus();
      await sendKeys({press: 'Space'});
      await el.updateComplete;
      expect(journey().stages).to.deep.equal(['testing-times']);
      expect(el.shadowRoot?.activeElement).to.equal(box(el, 'testing-times'));
      await sendKeys({press: 'Space'});
      expect(journey().stages).to.be.empty;
    });

    it('clears every place at once, keeps whom it is for, and keeps focus on the button', async () => {
      const el = await render();
      await chooseRole(el, 'holder');
      await choose(el, 'testing-times');
      await choose(el, 'not-sure', '.places');
      const clear = button(el, 'Clear my choices')!;
      clear.focus();
      clear.click();
      await el.updateComplete;
      expect(journey()).to.deep.include({stages: [], holderStages: [], role: 'holder'});
      expect(all(el, '.where input:checked')).to.be.empty;
      expect(el.shadowRoot?.activeElement).to.equal(clear);
      expect(clear.getAttribute('aria-disabled')).to.equal('true');
    });

    it('says that the words are a draft, whose the stages are, and that the choice stays on the page', async () => {
      const el = await render();
      const words = el.shadowRoot?.textContent;
      expect(words).to.contain('These words are a first draft.');
      expect(words).to.contain('The five stages come from the roadmap made by Safely Held Spaces.');
      expect(words).to.contain('What you choose stays on this page. We do not keep it or send it.');
    });
  });

  describe('whom it is for', () => {
    it('speaks to the person until somebody says otherwise, and claims nothing about who it is', async () => {
      const el = await render();
      expect(text(el, '.title')).to.equal('Where are you now?');
      expect(one<HTMLInputElement>(el, '.roles input:checked').value).to.equal('experiencer');
      expect(journey().role).to.be.undefined;
    });

    it('asks a supporter where the other is and where they are themself, in words of their own', async () => {
      const el = await render();
      await chooseRole(el, 'holder');
      expect(text(el, '.title')).to.equal('Where are things now?');
      expect(text(el, '.where h3')).to.equal('Where they are | Where I am');
      expect(text(el, '.road .testing-times .gloss')).to.contain('I have seen a change in them.');
      await choose(el, 'returning-emerging');
      await choose(el, 'testing-times', '.places');
      expect(journey()).to.deep.include({
        role: 'holder',
        stages: ['returning-emerging'],
        holderStages: ['testing-times'],
      });
      expect(text(el, '.sum p')).to.equal(
        'Where they are Chosen: Returning or emerging | Where I am Chosen: Testing times',
      );
      await expect(el).to.be.accessible();
    });

    it('asks somebody who is both about themself first', async () => {
      const el = await render();
      await chooseRole(el, 'both');
      expect(text(el, '.where h3')).to.equal('Where I am | Where they are');
      expect(text(el, '.road .testing-times .gloss')).to.contain('Something has changed.');
      await choose(el, 'testing-times');
      expect(journey()).to.deep.include({role: 'both', stages: ['testing-times']});
      await expect(el).to.be.accessible();
    });

    it('keeps what I said of myself mine when I say that I support someone, and gives it back after', async () => {
      const el = await render();
      await choose(el, 'testing-times');
      await chooseRole(el, 'holder');
      expect(box(el, 'testing-times').checked).to.be.false;
      expect(box(el, 'testing-times', '.places').checked).to.be.true;
      await chooseRole(el, 'experiencer');
      expect(box(el, 'testing-times').checked).to.be.true;
    });

    it("uses the project's words, with what they mean, where the host asks for them", async () => {
      const el = await fixture<StageSelector>(html`<held-stage-selector project-words></held-stage-selector>`);
      await waitUntil(() => one(el, '.roles .hint'), 'the words never came', {timeout: 10_000});
      expect(text(el, '.segment')).to.equal('Experiencer | Holder | Both');
      expect(text(el, '.roles .hint')).to.contain('A holder is there for someone in distress.');
      await expect(el).to.be.accessible();
    });
  });

  describe('people to reach now', () => {
    it('stand right after the heading in every state', async () => {
      const el = await render();
      const calls = () => all<HTMLAnchorElement>(el, 'a[href^="tel:"]');
      const comesBeforeRoad = () =>
        calls()[0]!.compareDocumentPosition(one(el, '.roles')) & Node.DOCUMENT_POSITION_FOLLOWING;
      expect(comesBeforeRoad()).to.be.ok;
      await choose(el, 'extreme-times');
      expect(comesBeforeRoad()).to.be.ok;
      await choose(el, 'extreme-times');
      expect(calls()).not.to.be.empty;
    });

    for (const place of ['threshold', 'extreme-times'] as const) {
      it(`come forward before the next frame when "${place}" is chosen; focus stays, and a status says so`, async () => {
        const el = await render();
        box(el, place).focus();
        box(el, place).click();
        // Before any frame is drawn: a microtask and no more.
        await Promise.resolve();
        await Promise.resolve();
        expect(text(el, '.forward')).to.contain('You chose a hard place to be. Here are people you can reach now.');
        expect(text(el, '.forward')).to.contain('999');
        expect(text(el, '.body-note')).to.contain('You can ask a GP to check.');
        await el.updateComplete;
        expect(el.shadowRoot?.activeElement).to.equal(box(el, place));
        expect(text(el, '[role=status]')).to.contain('Here are people you can reach now.');
        expect(all(el, '.crisis-strip')).to.be.empty;
        await expect(el).to.be.accessible();
      });
    }

    it('come forward for either question of a supporter, and are for both of them', async () => {
      const el = await render();
      await chooseRole(el, 'holder');
      await choose(el, 'threshold', '.places');
      expect(text(el, '.forward')).to.contain('Here are people you can both reach now.');
      await expect(el).to.be.accessible();
    });

    it('lock nothing, and lead back to the choice and to them again', async () => {
      const el = await render();
      await choose(el, 'everyday-life');
      await choose(el, 'extreme-times');
      expect(all(el, '.road input:disabled')).to.be.empty;

      button(el, 'Change what I chose')!.click();
      await nextFrame();
      expect(el.shadowRoot?.activeElement).to.equal(box(el, 'everyday-life'));

      button(el, 'Go to help for right now')!.click();
      await nextFrame();
      expect(el.shadowRoot?.activeElement).to.equal(one(el, '.forward'));

      await choose(el, 'extreme-times');
      expect(all(el, '.forward')).to.be.empty;
      expect(text(el, '[role=status]')).not.to.contain('reach now');
    });

    it('are the lines of the nation that the finder found', async () => {
      const el = await render();
      watcher.journey.set({nation: 'wales'});
      await choose(el, 'extreme-times');
      expect(text(el, '.forward')).to.contain('NHS 111 Wales');
    });

    it('open in place with more, where no signpost is on the page', async () => {
      const el = await render();
      const more = () => button(el, 'More people to turn to')!;
      expect(more().getAttribute('aria-expanded')).to.equal('false');
      more().click();
      await el.updateComplete;
      expect(more().getAttribute('aria-expanded')).to.equal('true');
      expect(text(el, '.crisis-panel')).to.contain('999');
      await expect(el).to.be.accessible();
    });

    it('lead to the signpost where one is on the page, however late it comes', async () => {
      const el = await render();
      const late = await put(signpost(), el);
      button(el, 'More people to turn to')!.click();
      await choose(el, 'threshold');
      button(el, 'More people to turn to')!.click();
      expect(late.reveals).to.equal(2);
    });

    it('are one link away where the signpost stands before it on the page', async () => {
      const first = await put(signpost());
      document.body.prepend(first);
      const el = await render();
      expect(all(el, '.crisis-strip')).to.be.empty;
      button(el, 'Go to help for right now')!.click();
      expect(first.reveals).to.equal(1);
      await expect(el).to.be.accessible();
    });
  });

  describe('with other widgets', () => {
    it('leads to the finder, before choosing and after, only while there is one', async () => {
      const el = await render();
      expect(button(el, 'You can go straight to the spaces.')).to.be.undefined;
      const late = await put(finder(), el);
      button(el, 'You can go straight to the spaces.')!.click();
      expect(button(el, 'Show spaces for this')).to.be.undefined;
      await choose(el, 'testing-times');
      button(el, 'Show spaces for this')!.click();
      expect(late.reveals).to.equal(2);
      late.remove();
      await el.updateComplete;
      expect(button(el, 'Show spaces for this')).to.be.undefined;
    });

    it('says that the spaces changed only where there are spaces, and only for what moves them', async () => {
      const el = await render();
      const status = () => text(el, '[role=status]');
      expect(status()).to.equal('');
      await choose(el, 'testing-times');
      expect(status()).to.equal('Your choices have changed.');
      await put(finder(), el);
      await choose(el, 'not-sure');
      expect(status()).to.equal('Your choices have changed. The spaces below have changed too.');
      await chooseRole(el, 'both');
      await choose(el, 'not-sure', '.places');
      expect(status()).to.equal('Your choices have changed.');
    });

    it('says the same words again as new ones, so that they are heard again', async () => {
      const el = await render();
      const spoken = () => one(el, '[role=status]').textContent ?? '';
      await choose(el, 'testing-times');
      const before = spoken();
      await choose(el, 'not-sure');
      expect(spoken()).not.to.equal(before);
      expect(spoken().trim()).to.equal(before.trim());
    });

    it('agrees with another selector, and follows what the finder sets', async () => {
      const [one_, other] = [await render(), await render()];
      await choose(one_, 'testing-times');
      await other.updateComplete;
      expect(box(other, 'testing-times').checked).to.be.true;
      watcher.journey.set({stages: ['not-sure']});
      await Promise.all([one_.updateComplete, other.updateComplete]);
      for (const el of [one_, other]) {
        expect(box(el, 'testing-times').checked).to.be.false;
        expect(box(el, 'not-sure').checked).to.be.true;
      }
    });

    it('stays silent about what was chosen in another widget', async () => {
      const el = await render();
      watcher.journey.set({stages: ['not-sure']});
      await el.updateComplete;
      expect(text(el, '[role=status]')).to.equal('');
    });

    it('still shows what was chosen when it is moved, or comes late', async () => {
      const el = await render();
      await choose(el, 'testing-times');
      document.body.append(el);
      await el.updateComplete;
      expect(box(el, 'testing-times').checked).to.be.true;
      const late = await render();
      expect(box(late, 'testing-times').checked).to.be.true;
      el.remove();
    });
  });

  describe('to its host', () => {
    it('tells that something changed and never what', async () => {
      const el = await render();
      const events: Event[] = [];
      el.addEventListener('held-stage-change', event => events.push(event));
      await choose(el, 'extreme-times');
      await chooseRole(el, 'holder');
      watcher.journey.set({stages: ['not-sure']});
      await el.updateComplete;
      expect(events).to.have.length(2);
      for (const event of events) {
        expect(event.cancelable).to.be.false;
        expect('detail' in event).to.be.false;
        expect(Object.keys(event).filter(key => key !== 'isTrusted')).to.be.empty;
      }
    });

    it('leaves the address, the title and every storage as they were', async () => {
      const before = [location.href, document.title, document.cookie, localStorage.length, sessionStorage.length];
      const el = await render();
      await choose(el, 'extreme-times');
      await chooseRole(el, 'both');
      expect([
        location.href,
        document.title,
        document.cookie,
        localStorage.length,
        sessionStorage.length,
      ]).to.deep.equal(before);
      expect(el.outerHTML).not.to.match(/extreme|both/);
    });

    it('puts its headings at the level that the host gives, or takes the host’s own heading', async () => {
      const el = await fixture<StageSelector>(html`<held-stage-selector heading-level="3"></held-stage-selector>`);
      await choose(el, 'testing-times');
      expect(text(el, 'h3')).to.equal('Where are you now?');
      expect(text(el, 'h4')).to.contain('What may help here');
      await expect(el).to.be.accessible();

      const own = await fixture<StageSelector>(
        html`<held-stage-selector><h2 slot="heading">The road</h2></held-stage-selector>`,
      );
      expect(one<HTMLSlotElement>(own, 'slot[name=heading]').assignedElements()[0]?.textContent).to.equal('The road');
    });
  });

  describe('on the page', () => {
    const sized = (width: string) =>
      fixture<StageSelector>(html`<held-stage-selector></held-stage-selector>`, {
        parentNode: Object.assign(document.createElement('div'), {style: `inline-size: ${width}`}),
      });

    after(() => setViewport({width: 800, height: 600}));

    it('is a list with the lane beside it where there is little room, and fits 320 pixels', async () => {
      await setViewport({width: 320, height: 640});
      const el = await sized('288px');
      expect(getComputedStyle(one(el, '.land')).display).to.equal('none');
      expect(el.scrollWidth).to.be.at.most(288);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

    it('is a landscape of three by two where there is room, whatever the window', async () => {
      await setViewport({width: 1200, height: 800});
      const el = await sized('1000px');
      const top = (place: StageAnswer) => box(el, place).getBoundingClientRect().top;
      const start = (place: StageAnswer) => box(el, place).getBoundingClientRect().left;
      expect(getComputedStyle(one(el, '.land')).display).to.equal('block');
      expect(top('everyday-life')).to.equal(top('threshold'));
      expect(top('not-sure')).to.equal(top('extreme-times'));
      expect(start('returning-emerging')).to.equal(start('testing-times'));
    });

    it('moves no place of the landscape when one is chosen, so that the lanes still meet them', async () => {
      await setViewport({width: 1200, height: 800});
      const el = await sized('1000px');
      const road = () => one(el, '.road').getBoundingClientRect();
      const tops = () => all(el, '.road .place').map(place => place.getBoundingClientRect().top - road().top);
      const before = tops();
      for (const place of stageAnswers) await choose(el, place);
      expect(tops()).to.deep.equal(before);
      // What leads to people to reach now is not covered by the place below.
      const link = one(el, '.threshold .link');
      link.scrollIntoView({block: 'center'});
      const {left, bottom} = link.getBoundingClientRect();
      expect(el.shadowRoot?.elementFromPoint(left + 5, bottom - 5)).to.equal(link);
    });

    it('gives everything that is pressed at least 44 pixels', async () => {
      const el = await sized('288px');
      await put(finder(), el);
      await chooseRole(el, 'holder');
      await choose(el, 'threshold');
      for (const target of all(el, 'button, .segment, .tag, summary')) {
        expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(44);
      }
    });

    it('prints boxes to tick with a pen, and no buttons', async () => {
      await emulateMedia({media: 'print'});
      const el = await render();
      await put(finder(), el);
      expect(getComputedStyle(one(el, '.paper')).display).to.equal('block');
      for (const each of all(el, '.actions, .intro button')) expect(getComputedStyle(each).display).to.equal('none');
      await emulateMedia({media: 'screen'});
    });

    it('passes the audit in forced colours', async () => {
      await emulateMedia({forcedColors: 'active'});
      const el = await render();
      await choose(el, 'testing-times');
      await expect(el).to.be.accessible();
      await emulateMedia({forcedColors: 'none'});
    });
  });
});
