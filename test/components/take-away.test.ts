import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {PlaceFile} from '@held-spaces/domain/places';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import decodeQR from 'qr/decode.js';
import {createApp, createMemoryStore, toSpacesFile} from '../../server/src/app.js';
import retired from '../../domain/data/retired-numbers.json';
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {pageAddress} from '../../src/components/space-finder/take-away/shared-link.js';
import '../../src/define/space-finder.js';

const ownFetch = window.fetch;
const ownPrint = window.print;
const base = 'https://take-away.example';
const pageUrl = location.href;
let places: PlaceFile;
let asked: string[] = [];

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
});

beforeEach(() => {
  const {spaces, source} = toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired});
  const app = createApp(createMemoryStore({source, spaces}), {documents: {places}});
  asked = [];
  window.fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(base)) return ownFetch(input, init);
    asked.push(url);
    return app.request(url);
  };
});

afterEach(() => {
  window.fetch = ownFetch;
  window.print = ownPrint;
  history.replaceState(null, '', pageUrl);
  window.dispatchEvent(new PointerEvent('pointerdown'));
  document.querySelector('held-print-leaflet')?.remove();
  delete (navigator as {clipboard?: unknown}).clipboard;
});

const text = (el: SpaceFinder) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const says = (el: SpaceFinder, words: string) =>
  waitUntil(() => text(el).includes(words), `it never said "${words}"`, {timeout: 10_000});
const buttons = (el: SpaceFinder) => [...el.renderRoot.querySelectorAll('button')];
const button = (el: SpaceFinder, words: string) =>
  buttons(el).find(({textContent}) => textContent?.replace(/\s+/g, ' ').trim().startsWith(words))!;
const loaded = () => performance.getEntriesByType('resource').map(({name}) => name);
const focused = (el: SpaceFinder) => el.shadowRoot?.activeElement as HTMLElement | null;

async function leeds(): Promise<SpaceFinder> {
  const el = await fixture<SpaceFinder>(html`<held-space-finder directory=${base} place="LS6"></held-space-finder>`);
  await says(el, 'Print these spaces');
  return el;
}

/** Stands in for the device's clipboard. */
function clipboard(write: (words: string) => Promise<void>) {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: write}});
}

/** Prints, and gives what would be on the paper. */
async function printed(el: SpaceFinder, words: string): Promise<ShadowRoot> {
  const before = document.querySelector('held-print-leaflet');
  let isPrinted = false;
  window.print = () => (isPrinted = true);
  button(el, words).click();
  await waitUntil(() => isPrinted, 'nothing was printed', {timeout: 10_000});
  const leaflet = document.querySelector('held-print-leaflet')!;
  expect(leaflet).not.to.equal(before);
  return leaflet.shadowRoot!;
}

describe('what a person takes with them', () => {
  it('is not fetched before it is asked for', async () => {
    const el = await leeds();
    expect(loaded().filter(name => /take-away\/take-away|print-leaflet|lean-qr|map\/finder-map/.test(name))).to.eql([]);
    await expect(el).to.be.accessible();
  });

  it('keeps a short list for as long as the page is open: add, see, take off', async () => {
    const el = await leeds();
    const card = el.renderRoot.querySelector('.card')!;
    const name = card.querySelector('.name')!.textContent!;
    const keep = [...card.querySelectorAll('button')].find(({textContent}) =>
      textContent!.includes('Add to my short list'),
    )!;
    keep.click();
    await says(el, `Added: ${name}`);
    button(el, 'On my short list: 1').click();
    await says(el, 'Your short list goes when you close this page.');
    await waitUntil(() => focused(el)?.id === 'tools-panel');
    await expect(el).to.be.accessible();
    const panel = el.renderRoot.querySelector('.tools-panel')!;
    [...panel.querySelectorAll('button')].find(({textContent}) => textContent!.includes('Take off'))!.click();
    await says(el, 'Nothing on your short list yet.');
    expect(focused(el)?.id).to.equal('tools-panel');
    await expect(el).to.be.accessible();
    button(el, 'Close').click();
    await el.updateComplete;
    expect(text(el)).not.to.contain('Nothing on your short list yet.');
    expect(JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])).not.to.contain(name);
  });

  it('copies the short list as words, and shows them where it cannot', async () => {
    const el = await leeds();
    button(el, 'Add to my short list').click();
    await says(el, 'On my short list: 1');
    button(el, 'On my short list').click();
    await says(el, 'Print my short list');
    let copied = '';
    clipboard(async words => void (copied = words));
    button(el, 'Copy').click();
    await says(el, 'Copied');
    expect(copied).to.contain(el.renderRoot.querySelector('.card .name')!.textContent!);
    expect(copied).to.contain('All times are UK time.');
    clipboard(() => Promise.reject(new Error('no')));
    button(el, 'Copy').click();
    await says(el, 'We could not copy it.');
    expect(el.renderRoot.querySelector('textarea')!.value).to.equal(copied);
    await expect(el).to.be.accessible();
  });

  it('prints a plain leaflet: names, numbers, times, help for now, and a code for the page without need or place', async () => {
    const el = await leeds();
    const root = await printed(el, 'Print these spaces');
    const paper = root.textContent!.replace(/\s+/g, ' ');
    expect(paper).to.contain('Safe spaces').and.contain('Made on:').and.contain('Samaritans: 116 123');
    expect(root.querySelectorAll('h2').length).to.be.greaterThan(4);
    expect(root.querySelector('svg.qr')).to.exist;
    expect(paper).to.contain(location.origin + location.pathname);
    expect(paper).not.to.contain('Open now');
    expect(asked.some(url => /LS\d/i.test(url))).to.equal(false);
    // On a screen it is not there; on paper nothing else is.
    const leaflet = document.querySelector('held-print-leaflet')!;
    expect(getComputedStyle(leaflet).display).to.equal('none');
    await emulateMedia({media: 'print'});
    expect(getComputedStyle(leaflet).display).to.equal('block');
    expect(getComputedStyle(el.parentElement!).display).to.equal('none');
    await emulateMedia({media: 'screen'});
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('held-print-leaflet')).to.exist;
    window.dispatchEvent(new PointerEvent('pointerdown'));
    expect(document.querySelector('held-print-leaflet')).not.to.exist;
    expect(getComputedStyle(el.parentElement!).display).not.to.equal('none');
  });

  it('prints one space whole, with its address', async () => {
    const el = await leeds();
    el.renderRoot.querySelector<HTMLElement>('.card .more')!.click();
    await says(el, 'Print this space');
    const name = el.renderRoot.querySelector('#space-title')!.textContent!;
    const root = await printed(el, 'Print this space');
    await emulateMedia({media: 'print'});
    await expect(document.querySelector('held-print-leaflet')!).to.be.accessible();
    await emulateMedia({media: 'screen'});
    expect([...root.querySelectorAll('h2')].map(({textContent}) => textContent)).to.eql([
      name,
      'If you need someone now',
      'My notes',
    ]);
  });

  it('draws a code that scanners read', async () => {
    const {qrPath} = await import('../../src/components/space-finder/take-away/qr-code.js');
    const url = 'https://charity.example/find-a-space?lang=cy';
    const {path, size} = qrPath(url);
    const scale = 6;
    const data = new Uint8Array(size * size * scale * scale * 4).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
      for (let dy = 0; dy < scale; dy++) {
        for (let dx = 0; dx < scale; dx++) {
          data.set([0, 0, 0], 4 * ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx));
        }
      }
    }
    expect(decodeQR({width: size * scale, height: size * scale, data})).to.equal(url);
  });

  it('names the page by its canonical address, or else without its query', () => {
    expect(pageAddress({href: 'https://gp.example/help?postcode=LS6#x'})).to.equal('https://gp.example/help');
    const link = Object.assign(document.createElement('link'), {rel: 'canonical', href: `${location.origin}/?p=12#y`});
    document.head.append(link);
    expect(pageAddress()).to.equal(`${location.origin}/?p=12`);
    expect(pageAddress({href: 'https://gp.example/help'})).to.equal('https://gp.example/help');
    link.remove();
  });

  it('shares a link that holds nothing of the person’s unless they tick it, and then in its fragment alone', async () => {
    const el = await leeds();
    const free = [...el.renderRoot.querySelectorAll('.choice')].find(each =>
      each.textContent!.trim().startsWith('Free'),
    );
    free!.querySelector('input')!.click();
    await el.updateComplete;
    button(el, 'Share a link').click();
    await says(el, 'This link holds nothing about you.');
    const field = () => el.renderRoot.querySelector<HTMLInputElement>('.shared-link')!;
    expect(field().value).to.equal(location.origin + location.pathname);
    await expect(el).to.be.accessible();
    const boxes = [...el.renderRoot.querySelectorAll<HTMLInputElement>('.tools-panel input[type=checkbox]')];
    expect(boxes.map(({checked}) => checked)).to.eql([false, false]);
    boxes[0]!.click();
    await says(el, 'Anyone who has the link can read what you add.');
    expect(new URL(field().value)).to.include({search: '', hash: '#held:place=LS6'});
    const holds = () => [...el.renderRoot.querySelectorAll('.holds li')].map(({textContent}) => textContent);
    expect(holds()).to.eql(['Place or postcode: LS6']);
    boxes[1]!.click();
    await el.updateComplete;
    expect(new URL(field().value)).to.include({search: '', hash: '#held:place=LS6&free=1'});
    expect(holds(), 'every single thing that it says').to.eql(['Place or postcode: LS6', 'Free']);
    await expect(el).to.be.accessible();
  });

  it('does what a shared link says, once, and takes it out of the address', async () => {
    history.replaceState({kept: 1}, '', `${pageUrl}#held:place=LS6&kinds=crisis-cafe+nonsense&open=maybe`);
    const el = await fixture<SpaceFinder>(html`<held-space-finder directory=${base}></held-space-finder>`);
    await says(el, 'Place: LS6');
    expect(location.href).to.equal(pageUrl.replace(/#.*/, ''));
    expect(history.state).to.eql({kept: 1});
    await waitUntil(() => el.renderRoot.querySelector('.chips')?.textContent?.includes('Crisis cafe'));
    expect(text(el)).not.to.contain('nonsense');
  });

  it('opens the space that somebody ticked to share', async () => {
    const el = await leeds();
    el.renderRoot.querySelector<HTMLElement>('.card .more')!.click();
    await says(el, 'Print this space');
    const name = el.renderRoot.querySelector('#space-title')!.textContent!;
    button(el, 'Share a link').click();
    await says(el, `Add this space: ${name}`);
    el.renderRoot.querySelector<HTMLInputElement>('.tools-panel input[type=checkbox]')!.click();
    await says(el, 'Anyone who has the link');
    const {hash} = new URL(el.renderRoot.querySelector<HTMLInputElement>('.shared-link')!.value);
    history.replaceState(null, '', pageUrl + hash);
    const other = await fixture<SpaceFinder>(html`<held-space-finder directory=${base}></held-space-finder>`);
    await waitUntil(() => other.renderRoot.querySelector('#space-title')?.textContent === name, 'it was not opened', {
      timeout: 10_000,
    });
  });

  it('is all there by keyboard, in forced colours and on a narrow screen', async () => {
    await setViewport({width: 320, height: 700});
    await emulateMedia({forcedColors: 'active'});
    const el = await leeds();
    button(el, 'Share a link').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => focused(el)?.id === 'tools-panel');
    await sendKeys({press: 'Tab'});
    expect(focused(el)?.className).to.contain('shared-link');
    expect(el.renderRoot.querySelector('.tools')!.scrollWidth).to.be.at.most(320);
    button(el, 'Close').click();
    await waitUntil(() => focused(el)?.dataset['tool'] === 'share');
    await emulateMedia({forcedColors: 'none'});
    await setViewport({width: 800, height: 600});
  });
});
