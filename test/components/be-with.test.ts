/** "I want to be with someone": a signpost with a finder beside it, over a directory of made-up spaces. */
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {clearJourney, JourneyController} from '../../src/controllers/journey.js';
import '../../src/define/crisis-signpost.js';
import '../../src/define/space-finder.js';

const ownFetch = window.fetch;
const url = 'https://be-with.example';
const asked: string[] = [];

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const today = new Date().toISOString().slice(0, 10);
let made = 0;
/** A space in Leeds that is always open, of which little else is known unless it is said. */
const space = (name: string, facts: Partial<Space> = {}): Space => ({
  id: `00000000-0000-5000-8000-${String(made++).padStart(12, '0')}`,
  name,
  status: 'active',
  kinds: [],
  deliveries: ['physical'],
  areaServed: {nations: []},
  contact: {},
  schedules: [{freq: 'WEEKLY', byday: everyDay, opensAt: '00:00', closesAt: '24:00'}],
  waysIn: [],
  audiences: [],
  languages: [],
  access: [],
  stages: {declared: [], suggested: []},
  disclosure: {answers: {}},
  location: {
    point: {latitude: 53.8, longitude: -1.55},
    precision: 'exact',
    address: {line1: '1 Row', locality: 'Leeds'},
  },
  provenance: {source: 'test', checked: today},
  ...facts,
});
const further = {
  location: {
    point: {latitude: 53.86, longitude: -1.55},
    precision: 'exact',
    address: {line1: '2 Row', locality: 'Alwoodley'},
  },
} as const;

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  const places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
  const spaces = [
    space('Open House', {kinds: ['drop-in'], contact: {phone: '0113 496 0000'}, waysIn: ['drop-in']}),
    space('Cafe House', {kinds: ['crisis-cafe'], ...further}),
    space('Unknown House', {schedules: []}),
    space('Old House', {provenance: {source: 'test', checked: '2019-01-01'}}),
    space('Referred House', {waysIn: ['professional']}),
    space('Night Line', {deliveries: ['phone'], contact: {phone: '0800 000 0000'}}),
  ];
  const app = createApp(createMemoryStore({source: {name: 'test'}, spaces}), {documents: {places}});
  window.fetch = async (input, init) => {
    asked.push(String(input));
    return String(input).startsWith(url) ? app.request(String(input), init) : ownFetch(input, init);
  };
});

after(() => {
  window.fetch = ownFetch;
});

afterEach(() => clearJourney());

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const notes = (signpost: CrisisSignpost) => signpost.renderRoot.querySelector('.notes');
const listed = (signpost: CrisisSignpost) => [...notes(signpost)!.querySelectorAll('li')].map(words);
const until = (what: () => unknown, say: string) => waitUntil(what, say, {timeout: 15_000});
const press = (root: ParentNode, name: string) =>
  [...root.querySelectorAll('button')].find(button => words(button).startsWith(name))!.click();

async function page() {
  const main = await fixture<HTMLElement>(
    html`<main>
      <held-crisis-signpost nation="england"></held-crisis-signpost>
      <held-space-finder directory=${url}></held-space-finder>
    </main>`,
  );
  const signpost = main.querySelector<CrisisSignpost>('held-crisis-signpost')!;
  const finder = main.querySelector<SpaceFinder>('held-space-finder')!;
  await Promise.all([signpost.updateComplete, finder.updateComplete]);
  press(signpost.renderRoot, 'I want to be with someone');
  await signpost.updateComplete;
  return {signpost, finder};
}

const stranger = new JourneyController({
  addController: () => undefined,
  requestUpdate: () => undefined,
  hasAttribute: () => false,
} as unknown as LitElement);

describe('somebody who wants to be with someone', () => {
  it('is told of the finder until there is a list, and then of the places near that say they are open', async () => {
    const {signpost, finder} = await page();
    expect(words(notes(signpost))).to.contain('The finder on this page can show places that are open now.');
    finder.search('LS1');
    await until(() => listed(signpost).length > 0, 'no place came');
    // Nothing whose hours are not known or old, nor what cannot be gone to today, nor a line.
    expect(listed(signpost)).to.deep.equal([
      'Open HouseOpen all day, every day. Less than half a mile away, Leeds. Drop in, no need to book.Call Open House: 0113 496 0000',
      'Cafe HouseOpen all day, every day. About 4.5 miles away, Alwoodley.',
    ]);
    expect(words(notes(signpost))).to.contain(
      'These spaces are near the place you chose and say they are open now. Ask first if you can.',
    );
    await expect(signpost).to.be.accessible();
  });

  it('is shown first what fits the filters in the finder, and the rest all the same', async () => {
    const {signpost, finder} = await page();
    finder.search('LS1');
    await until(() => listed(signpost).length > 0, 'no place came');
    stranger.set({wanted: {kinds: ['crisis-cafe'], approaches: []}});
    await until(() => listed(signpost)[0]?.startsWith('Cafe House'), 'the order stayed');
    expect(listed(signpost)).to.have.length(2);
  });

  it('opens a place in the finder, and is brought there, with no request but that of the finder itself', async () => {
    const {signpost, finder} = await page();
    finder.search('LS1');
    await until(() => listed(signpost).length > 0, 'no place came');
    asked.length = 0;
    signpost.requestUpdate();
    await signpost.updateComplete;
    expect(asked).to.deep.equal([]);
    press(notes(signpost)!, 'Open House');
    await until(() => finder.shadowRoot?.activeElement?.id === 'space-title', 'the place was never opened');
    expect(words(finder.shadowRoot?.activeElement)).to.equal('Open House');
    await until(() => words(finder.renderRoot.querySelector('.held')).includes('0113 496 0000'), 'it never came');
  });

  it('is told where none is open, and the lines stay', async () => {
    const {signpost, finder} = await page();
    finder.search('AB10');
    await until(
      () => words(notes(signpost)).includes('We know of no space that is open near you now.'),
      'that there is none was never said',
    );
    expect(listed(signpost)).to.deep.equal([]);
    expect(signpost.renderRoot.querySelector('a[href="tel:116123"]')).not.to.equal(null);
    await expect(signpost).to.be.accessible();
  });

  it('has nothing left of it once the finder leaves the page, or the page is left by the quick exit', async () => {
    const one = await page();
    one.finder.search('LS1');
    await until(() => listed(one.signpost).length > 0, 'no place came');
    one.finder.remove();
    await one.signpost.updateComplete;
    expect(words(notes(one.signpost))).to.contain('We cannot show places on this page.');
    expect(stranger.now.openNow).to.equal(undefined);
    const other = await page();
    other.finder.search('LS1');
    await until(() => listed(other.signpost).length > 0, 'no place came');
    clearJourney();
    await other.signpost.updateComplete;
    expect(words(notes(other.signpost))).to.equal('');
    expect(stranger.now.openNow).to.equal(undefined);
  });
});
