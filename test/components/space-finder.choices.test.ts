/** What a person chooses: filters beside the first ones, order, and places as they type. */
import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {clearJourney, JourneyController} from '../../src/controllers/journey.js';
import {
  all,
  choose,
  type Directory,
  directoryOf,
  everyDay,
  fill,
  found,
  names,
  one,
  option,
  space,
  status,
  words,
} from '../support/finder.js';

let directory: Directory;

let made = 0;
const inHeadingley = (name: string, facts: Partial<Space> = {}): Space =>
  space({
    name,
    location: {
      point: {latitude: 53.82, longitude: -1.57 + made++ / 1000},
      precision: 'exact',
      area: 'Headingley',
    },
    ...facts,
  });

const no = 'no' as const;
const quiet = inHeadingley('Quiet Room', {
  disclosure: {answers: {police: no, ambulance: no, nhs: no, others: no}},
  accessFeatures: ['step-free', 'hearing-loop'],
  languages: ['en', 'pa'],
  waysIn: ['drop-in'],
  cost: {kind: 'free'},
  ages: {minimum: 18},
  approaches: ['peer-led'],
  schedules: [{freq: 'WEEKLY', byday: everyDay, opensAt: '19:00', closesAt: '23:00'}],
  summary: 'Tea, and a garden for grief.',
  stages: {declared: [], suggested: ['threshold']},
});
const clinic = inHeadingley('Referral Clinic', {
  disclosure: {answers: {police: 'sometimes'}},
  waysIn: ['professional'],
  cost: {kind: 'stated', words: '£20'},
  ages: {minimum: 16, maximum: 17},
  schedules: [{freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '12:00'}],
  stages: {declared: ['threshold'], suggested: []},
});
const unsaid = inHeadingley('Unsaid House');

// As wide as the filters need to stand beside the list.
before(() => setViewport({width: 1100, height: 900}));

beforeEach(() => {
  directory = directoryOf([quiet, clinic, unsaid]);
});

const ready = () => found(directory, 3);

async function more(el: SpaceFinder) {
  all(el, 'button')
    .find(each => words(each) === 'More choices')!
    .click();
  await waitUntil(() => one(el, '#age'), 'more choices never came');
}
describe('the choices of <held-space-finder>', () => {
  it('keep those that ask first, and those that have not told us, which say so', async () => {
    const el = await ready();
    await choose(el, 'Will not tell anyone without asking me');
    expect(names(el)).to.have.members(['Quiet Room', 'Unsaid House']);
    const card = all(el, '.card').find(each => words(each).includes('Unsaid House'));
    expect(words(card)).to.contain('Not known: Will not tell anyone without asking me');
    await choose(el, 'Leave it out');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    await expect(el).to.be.accessible();
  });

  it('know who can go without a referral, what is free, and what has no steps', async () => {
    for (const name of ['I can go without a referral', 'Free', 'No steps']) {
      const el = await ready();
      await choose(el, name);
      expect(option(el, name).checked).to.equal(true);
      await choose(el, 'Leave it out');
      expect(names(el), name).to.deep.equal(['Quiet Room']);
      clearJourney();
    }
  });

  it('find words as they are typed, with no request, and take them back', async () => {
    const el = await ready();
    const before = directory.asked.length;
    one(el, '#words').focus();
    await sendKeys({type: 'grief'});
    await el.updateComplete;
    expect(one<HTMLInputElement>(el, '#words').value).to.equal('grief');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    expect(words(one(el, '.chip'))).to.equal('Words to look for: grief');
    one(el, '.chip').click();
    await el.updateComplete;
    expect(one<HTMLInputElement>(el, '#words').value).to.equal('');
    expect(names(el)).to.have.lengthOf(3);
    expect(directory.asked.length).to.equal(before);
  });

  it('are painted where the person looks first, while nothing below that moves or is lost', async () => {
    const cost = (index: number) => (index % 2 ? {kind: 'free' as const} : {kind: 'stated' as const, words: '£20'});
    const many = Array.from({length: 60}, (_, index) => inHeadingley(`Space ${index}`, {cost: cost(index)}));
    directory = directoryOf(many);
    const el = await found(directory, many.length);
    const height = one(el, '.held').offsetHeight;
    const top = one(el, '.card').getBoundingClientRect().top;
    option(el, 'Free').click();
    // The next frame, before it is painted.
    await new Promise(requestAnimationFrame);
    expect(status(el)).to.contain('Spaces found: 30');
    const inSight = all(el, '.card').filter(card => card.getBoundingClientRect().top < innerHeight);
    expect(inSight).to.have.lengthOf.above(1);
    for (const card of inSight) expect(Number(words(card.querySelector('.name')).split(' ')[1]) % 2).to.equal(1);
    expect(Math.abs(one(el, '.card').getBoundingClientRect().top - top)).to.be.lessThan(80);
    expect(one(el, '.held').offsetHeight).to.be.greaterThan(height * 0.9);
    await el.updateComplete;
    expect(names(el)).to.deep.equal(many.flatMap(({name}, index) => (index % 2 ? name : [])).slice(0, 20));
    expect(all(el, '.card').every(card => getComputedStyle(card).contentVisibility === 'visible')).to.equal(true);
  });

  it('have more behind a press: age, language, approach, and a time', async () => {
    const el = await ready();
    await more(el);
    await choose(el, 'Leave it out');
    await expect(el).to.be.accessible();
    await fill(el, '#age', '34');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    await fill(el, '#age', 'old');
    expect(one(el, '#age-error').hidden).to.equal(false);
    expect(names(el)).to.have.lengthOf(3);
    await fill(el, '#age', '');
    await choose(el, 'Punjabi');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    await choose(el, 'Punjabi');
    await choose(el, 'Led by people who have been through it');
    expect(words(one(el, '.chip'))).to.equal('Led by people who have been through it');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    await choose(el, 'Led by people who have been through it');
    await fill(el, '#open-at-time', '10am');
    expect(names(el)).to.deep.equal(['Referral Clinic']);
    expect(words(one(el, '.chip'))).to.equal('Open at a time I choose: Monday, 10am');
    await fill(el, '#open-at-time', '25pm');
    expect(one(el, '#open-at-error').hidden).to.equal(false);
    expect(names(el)).to.have.lengthOf(3);
  });

  it('are taken up when another widget asks for them, once', async () => {
    const el = await ready();
    const elsewhere = new JourneyController(
      Object.assign(document.createElement('div'), {
        addController: () => undefined,
        removeController: () => undefined,
        requestUpdate: () => undefined,
        updateComplete: Promise.resolve(true),
      }),
    );
    elsewhere.set({wanted: {kinds: [], approaches: ['peer-led']}});
    await el.updateComplete;
    await choose(el, 'Leave it out');
    expect(names(el)).to.deep.equal(['Quiet Room']);
    one(el, '.chip').click();
    await el.updateComplete;
    expect(names(el)).to.have.lengthOf(3);
  });

  it('can be put in order of what fits the stage, which is said', async () => {
    const el = await ready();
    await choose(el, 'On the threshold');
    const order = one<HTMLSelectElement>(el, 'select');
    order.value = 'stage';
    order.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(names(el)).to.deep.equal(['Referral Clinic', 'Quiet Room', 'Unsaid House']);
    expect(words(one(el, '.results'))).to.contain('Best fit for: On the threshold. No space can pay to come first.');
  });
});

describe('the place field of <held-space-finder>', () => {
  async function typing(text: string) {
    const el = await fixture<SpaceFinder>(html`<held-space-finder directory=${directory.url}></held-space-finder>`);
    one(el, '#place').focus();
    await sendKeys({type: text});
    await waitUntil(() => all(el, '[role=option]').length, 'nothing was suggested', {timeout: 5000});
    return el;
  }

  it('suggests towns and districts as somebody types, from one file, and drops no key', async () => {
    const el = await typing('Leed');
    expect(one<HTMLInputElement>(el, '#place').value).to.equal('Leed');
    expect(words(one(el, '[role=option]'))).to.contain('Leeds');
    expect(one(el, '#place').getAttribute('aria-expanded')).to.equal('true');
    expect(words(one(el, '[aria-live]'))).to.match(/Places that match: \d+/);
    for (const url of directory.asked) expect(url).to.equal(`${directory.url}/held/outcodes`);
    await expect(el).to.be.accessible();
  });

  it('is chosen from by keyboard, and searches there', async () => {
    const el = await typing('Leed');
    await sendKeys({press: 'ArrowDown'});
    await el.updateComplete;
    const active = one(el, '#place').getAttribute('aria-activedescendant');
    expect(one(el, `#${active}`).getAttribute('aria-selected')).to.equal('true');
    await sendKeys({press: 'Enter'});
    await waitUntil(() => status(el).includes('Place: Leeds'), 'never searched', {timeout: 5000});
    expect(one<HTMLInputElement>(el, '#place').value).to.equal('Leeds');
    expect(all(el, '[role=option]')).to.be.empty;
  });

  it('closes on Escape, keeps what was typed, and a second Escape clears it', async () => {
    const el = await typing('LS');
    await sendKeys({press: 'Escape'});
    await el.updateComplete;
    expect(all(el, '[role=option]')).to.be.empty;
    expect(one<HTMLInputElement>(el, '#place').value).to.equal('LS');
    await sendKeys({press: 'Escape'});
    expect(one<HTMLInputElement>(el, '#place').value).to.equal('');
  });

  it('is chosen from by pointer', async () => {
    const el = await typing('LS6');
    one(el, '[role=option]').click();
    await waitUntil(() => status(el).includes('Place: LS6'), 'never searched', {timeout: 5000});
  });

  it('searches for what was typed when nothing is chosen from the list', async () => {
    const el = await typing('LS6');
    await sendKeys({press: 'Enter'});
    await waitUntil(() => status(el).includes('Place: LS6'), 'never searched', {timeout: 5000});
    expect(all(el, '[role=option]')).to.be.empty;
  });
});
