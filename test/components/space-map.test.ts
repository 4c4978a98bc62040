import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {directoryOf, space, type Directory} from '../support/finder.js';

let directory: Directory;

const named = (name: string, location: Space['location']): Space => space({name, location});
const at = (latitude: number, longitude: number): Space['location'] => ({
  point: {latitude, longitude},
  precision: 'exact',
});

const near = [
  named('Lantern House', at(53.821, -1.57)),
  named('Wharf Room', at(53.77, -1.53)),
  named('Area Group', {point: {latitude: 53.85, longitude: -1.62}, precision: 'district', area: 'Horsforth'}),
  named('Private House', {precision: 'area', area: 'Leeds'}),
];
/** Too many to draw at once, in one street. */
const many = Array.from({length: 30}, (_, index) => named(`Row ${index}`, at(53.9 + index * 1e-6, -1.4)));

beforeEach(() => {
  directory = directoryOf([...near, ...many]);
});

const text = (el: SpaceFinder) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const says = (el: SpaceFinder, words: string) =>
  waitUntil(() => text(el).includes(words), `it never said "${words}"`, {timeout: 15_000});
const button = (el: SpaceFinder, words: string) =>
  [...el.renderRoot.querySelectorAll('button')].find(({textContent}) => textContent?.includes(words))!;
const pins = (el: SpaceFinder) => [...el.renderRoot.querySelectorAll<HTMLElement>('.pin')];
const pin = (el: SpaceFinder, name: string) =>
  pins(el).find(each => each.getAttribute('aria-label')?.startsWith(name))!;
const focused = (el: SpaceFinder) => el.shadowRoot?.activeElement as HTMLElement | null;
const loaded = () => performance.getEntriesByType('resource').map(({name}) => name);

async function finder(tiles?: string): Promise<SpaceFinder> {
  const el = await fixture<SpaceFinder>(
    tiles
      ? html`<held-space-finder
          directory=${directory.url}
          place="LS6"
          tiles=${tiles}
          tiles-attribution="Map makers"
        ></held-space-finder>`
      : html`<held-space-finder directory=${directory.url} place="LS6"></held-space-finder>`,
  );
  await says(el, 'Show a map');
  return el;
}

async function withMap(): Promise<SpaceFinder> {
  const el = await finder();
  button(el, 'Show a map').click();
  await waitUntil(() => pins(el).length > 0, 'there were no pins', {timeout: 15_000});
  return el;
}

describe('the map of a finder', () => {
  it('is not fetched before it is asked for, and asks nobody for pictures where the host names nobody', async () => {
    const el = await finder();
    expect(loaded().filter(name => /leaflet-src|supercluster|uk-outline/.test(name))).to.eql([]);
    button(el, 'Show a map').click();
    await waitUntil(() => el.renderRoot.querySelector('.map .land'), 'no coast was drawn', {timeout: 15_000});
    await says(el, 'Map data: Natural Earth');
    await says(el, 'Everything on the map is in the list too.');
    expect(el.renderRoot.querySelectorAll('.map img')).to.have.length(0);
    expect((window as unknown as {L?: unknown}).L).to.equal(undefined);
    await waitUntil(() => el.renderRoot.querySelector('.town'), 'no town was named', {timeout: 15_000});
    await expect(el).to.be.accessible();
  });

  it('names each pin, draws an area where only that is known, and leaves what has no point to the list', async () => {
    const el = await withMap();
    expect(pin(el, 'Lantern House').getAttribute('aria-label')).to.match(/^Lantern House, .*away$/);
    expect(pin(el, 'Area Group').getAttribute('aria-label')).to.equal('Area Group. Somewhere in: Horsforth');
    expect(el.renderRoot.querySelectorAll('.map .area')).to.have.length(1);
    expect(pin(el, 'Private House')).to.equal(undefined);
    expect(text(el)).to.contain('Spaces found: 34.');
    for (const each of pins(el)) {
      expect(each.tabIndex).to.equal(0);
      expect(each.getAttribute('role')).to.equal('button');
      const {width, height} = each.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('leads from a pin to its card, and from a card to its pin, by keyboard', async () => {
    const el = await withMap();
    pin(el, 'Lantern House').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => focused(el)?.id === 'map-picked');
    await expect(el).to.be.accessible();
    button(el, 'Show in the list').click();
    const {id} = near[0]!;
    await waitUntil(() => focused(el)?.closest('.card')?.getAttribute('data-space') === id);
    const card = el.renderRoot.querySelector(`[data-space="${near[1]!.id}"]`)!;
    const show = [...card.querySelectorAll('button')].find(({textContent}) =>
      textContent!.includes('Show on the map'),
    )!;
    show.click();
    await waitUntil(() => focused(el)?.getAttribute('aria-label')?.startsWith('Wharf Room'));
  });

  it('shows what stands together as one, and leads to a card that is not drawn yet', async () => {
    const el = await withMap();
    const cluster = () => pin(el, 'Spaces here: 30');
    expect(cluster().textContent).to.equal('30');
    cluster().focus();
    await sendKeys({press: ' '});
    await says(el, 'Row 29');
    const row = [...el.renderRoot.querySelectorAll('.picked li')].find(each => each.textContent!.includes('Row 29'))!;
    row.querySelector('button')!.click();
    await waitUntil(() => focused(el)?.closest('.card')?.textContent?.includes('Row 29'), 'the card had no focus');
  });

  it('follows the list', async () => {
    const el = await withMap();
    expect(pin(el, 'Wharf Room')).to.exist;
    el.radius = 2;
    await waitUntil(() => !pin(el, 'Wharf Room'), 'a pin stayed that is not in the list');
    expect(pin(el, 'Lantern House')).to.exist;
  });

  it('says who would see what before it asks anybody for pictures, and is plain for who would rather not', async () => {
    const asked: string[] = [];
    const observer = new PerformanceObserver(list => asked.push(...list.getEntries().map(({name}) => name)));
    observer.observe({type: 'resource'});
    const el = await finder(`${location.protocol}//${location.host}/tiles/{z}/{x}/{y}.png`);
    button(el, 'Show a map').click();
    await says(el, `The map pictures come from: ${location.host}.`);
    await expect(el).to.be.accessible();
    expect(asked.filter(name => name.includes('/tiles/'))).to.eql([]);
    button(el, 'Stay with the list').click();
    await waitUntil(() => !text(el).includes('Before the map opens'));
    button(el, 'Show a map').click();
    await says(el, 'Before the map opens');
    button(el, 'Use a plain map').click();
    await waitUntil(() => pins(el).length > 0, 'there were no pins', {timeout: 15_000});
    expect(asked.filter(name => name.includes('/tiles/'))).to.eql([]);
    button(el, 'Close the map').click();
    await waitUntil(() => !el.renderRoot.querySelector('.map'));
    button(el, 'Show a map').click();
    await says(el, 'Before the map opens');
    button(el, 'Open the map').click();
    await says(el, 'Map data: Map makers');
    await waitUntil(() => asked.some(name => name.includes('/tiles/')), 'no picture was asked for', {timeout: 15_000});
    // None of them exists here: then the plain map stands in.
    await waitUntil(() => el.renderRoot.querySelector('.map .land'), 'the plain map did not stand in', {
      timeout: 15_000,
    });
    observer.disconnect();
  });

  it('is closed to the list again, with nothing left behind', async () => {
    const el = await withMap();
    button(el, 'Close the map').click();
    await waitUntil(() => focused(el)?.dataset['tool'] === 'map');
    expect(el.renderRoot.querySelector('.map')).to.equal(null);
    expect(text(el)).to.contain('Lantern House');
    expect(text(el)).not.to.contain('Show on the map');
  });

  it('comes back with its finder when that is moved', async () => {
    const el = await withMap();
    document.body.append(el);
    await waitUntil(() => pins(el).length > 0, 'the pins did not come back', {timeout: 15_000});
    el.remove();
  });

  it('keeps its pins apart from the ground in forced colours', async () => {
    await emulateMedia({forcedColors: 'active'});
    const el = await withMap();
    const {backgroundColor, borderColor} = getComputedStyle(pin(el, 'Lantern House').querySelector('span')!);
    expect(backgroundColor).not.to.equal(borderColor);
    await emulateMedia({forcedColors: 'none'});
  });
});
