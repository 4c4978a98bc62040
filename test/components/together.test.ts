import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {PlaceFile} from '@held-spaces/domain/places';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {createApp, createMemoryStore, toSpacesFile} from '../../server/src/app.js';
import retired from '../../domain/data/retired-numbers.json';
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import type {StageSelector} from '../../src/components/stage-selector/stage-selector.js';
import {clearJourney} from '../../src/controllers/journey.js';
import '../../src/define/space-finder.js';
import '../../src/define/stage-selector.js';

const ownFetch = window.fetch;
const url = 'https://together.example';
let places: PlaceFile;

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
  const store = createMemoryStore(toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired}));
  const app = createApp(store, {documents: {places}});
  window.fetch = async (input, init) =>
    String(input).startsWith(url) ? app.request(String(input), init) : ownFetch(input, init);
});

after(() => {
  window.fetch = ownFetch;
});

afterEach(() => clearJourney());

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const until = (what: () => unknown, say: string) => waitUntil(what, say, {timeout: 15_000});

/** A selector and a finder, each in a shadow root of its own, as two parts of a host's page may be. */
async function page() {
  const main = await fixture<HTMLElement>(
    html`<main>
      <div></div>
      <div></div>
    </main>`,
  );
  const [one, other] = [...main.querySelectorAll('div')].map(each => each.attachShadow({mode: 'open'}));
  const selector = document.createElement('held-stage-selector');
  const finder = document.createElement('held-space-finder');
  finder.directory = url;
  one!.append(selector);
  other!.append(finder);
  await Promise.all([selector.updateComplete, finder.updateComplete]);
  return {selector, finder};
}
const press = async (el: StageSelector | SpaceFinder, selector: string) => {
  el.renderRoot.querySelector<HTMLElement>(selector)!.click();
  await el.updateComplete;
};
const chips = (finder: SpaceFinder) =>
  [...finder.renderRoot.querySelectorAll('.chip')].map(chip => words(chip)).join(' | ');

describe('selector and finder, in different shadow roots', () => {
  it('take the stage, the kind and the nation from each other, and give them back', async () => {
    const {selector, finder} = await page();
    await press(selector, '.road input[value=threshold]');
    finder.search('CF10');
    await until(() => finder.renderRoot.querySelector('.card'), 'no space was found');
    expect(chips(finder)).to.contain('On the threshold');

    // The finder's place tells whose lines the selector shows.
    await until(
      () => words(selector.renderRoot.querySelector('.forward')).includes('NHS 111 Wales'),
      'the lines of Wales never came',
    );

    // A kind of space, from what may help.
    const help = [...selector.renderRoot.querySelectorAll<HTMLDetailsElement>('details.more')][1]!;
    help.open = true;
    await until(() => help.querySelector('button[aria-label]'), 'what may help never came');
    help.querySelector<HTMLElement>('button[aria-label]')!.click();
    await until(() => chips(finder).includes('Crisis cafe'), 'the finder never showed the kind');

    // Every choice can be taken back, on either side.
    for (const chip of finder.renderRoot.querySelectorAll<HTMLElement>('.chip')) chip.click();
    await finder.updateComplete;
    await selector.updateComplete;
    expect(chips(finder)).to.equal('');
    expect(selector.choices.stages).to.be.empty;
    expect(selector.renderRoot.querySelector('.forward')).to.be.null;
  });

  it('begin again at once when everything is forgotten', async () => {
    const {selector, finder} = await page();
    await press(selector, '.road input[value=testing-times]');
    finder.search('LS6');
    await until(() => finder.renderRoot.querySelector('.card'), 'no space was found');
    clearJourney();
    await Promise.all([selector.updateComplete, finder.updateComplete]);
    expect(selector.choices).to.deep.equal({stages: [], holderStages: [], role: undefined});
    expect(finder.renderRoot.querySelector('.card')).to.be.null;
  });
});
