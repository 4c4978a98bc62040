/** A finder on a page, real directories that answer it, and what a person sees and does there. For tests in a browser. */
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {createApp, createMemoryStore, toSpacesFile, type AppOptions} from '../../server/src/app.js';
import retired from '../../domain/data/retired-numbers.json';
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {clearJourney} from '../../src/controllers/journey.js';
import '../../src/define/space-finder.js';

export const ownFetch = window.fetch;
export const ownSetTimeout = window.setTimeout;
export const ownNow = Date.now;

let places: PlaceFile;

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
});

beforeEach(() => {
  window.fetch = async (input, init) => {
    const url = String(input);
    const answer = directories.get(url.split('/', 3).join('/'));
    return answer ? answer(url) : ownFetch(input, init);
  };
});

afterEach(() => {
  window.fetch = ownFetch;
  window.setTimeout = ownSetTimeout;
  Date.now = ownNow;
  delete (navigator as {onLine?: boolean}).onLine;
  delete (navigator as {geolocation?: Geolocation}).geolocation;
  directories.clear();
  clearJourney();
});

export const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const today = new Date().toISOString().slice(0, 10);

let made = 0;
/** A space of which little is known, unless it is said. */
export const space = (facts: Partial<Space>): Space => ({
  id: `00000000-0000-5000-8000-${String(made++).padStart(12, '0')}`,
  name: 'A space',
  status: 'active',
  kinds: [],
  deliveries: ['physical'],
  areaServed: {nations: []},
  contact: {},
  schedules: [],
  waysIn: [],
  audiences: [],
  languages: [],
  access: [],
  stages: {declared: [], suggested: []},
  disclosure: {answers: {}},
  ...facts,
  provenance: {source: 'test', checked: today, ...facts.provenance},
});

/** Where a space is, to the door. */
export const at = (latitude: number, longitude: number, locality = 'Leeds'): Pick<Space, 'location'> => ({
  location: {point: {latitude, longitude}, precision: 'exact', address: {line1: '1 Mill Lane', locality}},
});

export const lantern = space({
  name: 'Lantern House',
  summary: 'A calm place to sit.',
  kinds: ['crisis-cafe'],
  ...at(53.821, -1.57, 'Headingley'),
  contact: {phone: '0113 496 0000', website: 'https://lantern.example/'},
  schedules: [{freq: 'WEEKLY', byday: everyDay, opensAt: '00:00', closesAt: '24:00'}],
  cost: {kind: 'free'},
  waysIn: ['drop-in'],
  audiences: ['adults'],
  stages: {declared: ['extreme-times'], suggested: []},
  disclosure: {answers: {police: 'sometimes'}, words: 'We may call the police.'},
});
export const mill = space({name: 'Mill Garden', ...at(53.797, -1.543)});
export const wharf = space({
  name: 'Wharf Room',
  kinds: ['workshop'],
  ...at(53.77, -1.53, 'Hunslet'),
  stages: {declared: ['everyday-life'], suggested: []},
});
export const line = space({
  name: 'Night Line',
  kinds: ['helpline'],
  deliveries: ['phone'],
  contact: {phone: '0800 000 0000'},
  stages: {declared: [], suggested: ['extreme-times']},
});
export const unplaced = space({name: 'Somewhere Group', kinds: ['peer-support-group']});

/** Five spaces around Leeds. */
export const leeds: readonly Space[] = [wharf, unplaced, line, mill, lantern];

/** The sample list. */
export const sample = toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired});

export type Answer = (url: string, answer: () => Promise<Response>) => Response | Promise<Response>;

export interface Directory {
  readonly url: string;
  readonly asked: string[];
  /** Stands between the finder and the directory. */
  answer: Answer;
}

const directories = new Map<string, (url: string) => Promise<Response>>();
let count = 0;

export interface DirectorySetup extends Pick<AppOptions, 'corrections'> {
  /** Unit postcodes by district, as they are served. */
  readonly postcodes?: Readonly<Record<string, object>>;
}

/** A real directory with an address of its own, so that nothing is remembered from the test before. */
export function directoryOf(
  spaces: readonly Space[] = leeds,
  source: {name: string; sample?: boolean} = {name: 'test'},
  {postcodes = {}, ...options}: DirectorySetup = {},
): Directory {
  const url = `https://directory-${count++}.example`;
  const store = createMemoryStore({source, spaces});
  const files = Object.entries(postcodes).map(([outcode, file]) => [outcode, JSON.stringify(file)] as const);
  const stored = files.length ? store.replacePostcodes(new Map(files)) : Promise.resolve();
  const app = createApp(store, {...options, documents: {places}});
  const directory: Directory = {url, asked: [], answer: (_, next) => next()};
  directories.set(url, async asked => {
    await stored;
    directory.asked.push(asked);
    return directory.answer(asked, async () => app.request(asked));
  });
  return directory;
}

/** Lets a page reach an address of a test's own making. */
export const answerAt = (url: string, answer: (url: string) => Promise<Response>) => void directories.set(url, answer);

export const failing: Answer = () => new Response('{}', {status: 500});
export const gone: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Holds answers back until they are let go. */
export function held(pattern: RegExp) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>(resolve => (letGo = resolve));
  const answer: Answer = async (url, next) => {
    if (pattern.test(url)) await gate;
    return next();
  };
  return {answer, letGo};
}

export const render = (directory: Pick<Directory, 'url'>, place = '') =>
  fixture<SpaceFinder>(html`<held-space-finder directory=${directory.url} place=${place}></held-space-finder>`);

/** A finder that has found what is near LS6. */
export async function found(directory: Directory, howMany = 5): Promise<SpaceFinder> {
  const el = await render(directory, 'LS6');
  await says(el, `Spaces found: ${howMany}`);
  return el;
}

export const all = <T extends HTMLElement = HTMLElement>(el: SpaceFinder, selector: string) => [
  ...el.renderRoot.querySelectorAll<T>(selector),
];
export const one = <T extends HTMLElement = HTMLElement>(el: SpaceFinder, selector: string) => all<T>(el, selector)[0]!;
export const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const page = (el: SpaceFinder) => words(one(el, '.held'));
export const status = (el: SpaceFinder) => words(one(el, '[role=status]'));
export const names = (el: SpaceFinder) => all(el, '.card .name').map(words);
export const focused = (el: SpaceFinder) => el.shadowRoot?.activeElement as HTMLElement | null;
export const shows = (el: SpaceFinder, text: string) =>
  waitUntil(() => page(el).includes(text), `never showed "${text}"`, {timeout: 5000});
export const says = (el: SpaceFinder, text: string) =>
  waitUntil(() => status(el).includes(text), `the status never said "${text}"`, {timeout: 5000});
export const isFocusOn = (el: SpaceFinder, selector: string) =>
  waitUntil(() => focused(el)?.matches(selector), `focus never reached ${selector}`);

export const button = (el: SpaceFinder, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => words(each).startsWith(name))!;

export async function press(el: SpaceFinder, name: string): Promise<void> {
  expect(button(el, name), `a button "${name}" in: ${page(el)}`).to.exist;
  button(el, name).click();
  await el.updateComplete;
}

/** A checkbox or radio by the beginning of its label. */
export const option = (el: SpaceFinder, name: string) =>
  all(el, '.choice')
    .find(each => words(each).startsWith(name))!
    .querySelector('input')!;

export async function choose(el: SpaceFinder, name: string): Promise<void> {
  option(el, name).click();
  await el.updateComplete;
}

/** Puts a value into a field, as somebody who types it and goes on. */
export async function fill(el: SpaceFinder, selector: string, text: string): Promise<void> {
  const field = one<HTMLInputElement>(el, selector);
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
}

/** Searches for what somebody types. */
export async function type(el: SpaceFinder, text: string): Promise<void> {
  const field = one<HTMLInputElement>(el, '#place');
  field.value = text;
  field.form!.requestSubmit();
  await el.updateComplete;
}

/** Opens a space from its card. */
export async function open(el: SpaceFinder, name: string): Promise<void> {
  all(el, '.card')
    .find(each => words(each).includes(name))!
    .querySelector('button')!
    .click();
  await el.updateComplete;
}

/** There is a way to a person, by voice and by text. */
export function hasCrisisNumbers(el: SpaceFinder): void {
  expect(all(el, 'a[href="tel:116123"]')).to.not.be.empty;
  expect(all(el, 'a[href^="sms:85258"]')).to.not.be.empty;
}

export const hasCrisisPanel = (el: SpaceFinder) => waitUntil(() => one(el, 'a[href="tel:999"]'), 'never showed 999');
