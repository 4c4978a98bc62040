import {buildPlaceFile, parseOutcodeRows, type PlaceFile} from '@held-spaces/domain/places';
import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import {createApp, createMemoryStore, toSpacesFile} from '../../server/src/app.js';
import retired from '../../domain/data/retired-numbers.json';
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {JourneyController, type LandmarkKind} from '../../src/controllers/journey.js';
import '../../src/define/space-finder.js';

const ownFetch = window.fetch;
const ownSetTimeout = window.setTimeout;
const ownNow = Date.now;

let places: PlaceFile;

const sample = toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired});

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
});

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const today = new Date().toISOString().slice(0, 10);

let made = 0;
/** A space in Leeds of which little is known, unless it is said. */
const space = (facts: Partial<Space>): Space => ({
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
const at = (latitude: number, longitude: number, locality: string): Pick<Space, 'location'> => ({
  location: {point: {latitude, longitude}, precision: 'exact', address: {line1: '1 Mill Lane', locality}},
});

const lantern = space({
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
const mill = space({name: 'Mill Garden', ...at(53.797, -1.543, 'Leeds')});
const wharf = space({
  name: 'Wharf Room',
  kinds: ['workshop'],
  ...at(53.77, -1.53, 'Hunslet'),
  stages: {declared: ['everyday-life'], suggested: []},
});
const line = space({
  name: 'Night Line',
  kinds: ['helpline'],
  deliveries: ['phone'],
  contact: {phone: '0800 000 0000'},
  stages: {declared: [], suggested: ['extreme-times']},
});
const unplaced = space({name: 'Somewhere Group', kinds: ['peer-support-group']});
const leeds = [wharf, unplaced, line, mill, lantern];

/** Another widget, as far as the finder can tell. */
function neighbour(tag: string, kind?: LandmarkKind) {
  class Neighbour extends LitElement {
    reveals = 0;
    readonly journey = new JourneyController(this, kind, () => this.reveals++);
  }
  customElements.define(tag, Neighbour);
  return (): InstanceType<typeof Neighbour> => document.createElement(tag) as InstanceType<typeof Neighbour>;
}
const signpost = neighbour('x-finder-signpost', 'signpost');
const evaluation = neighbour('x-finder-evaluation', 'evaluation');
const onlooker = neighbour('x-finder-onlooker')();
document.body.append(onlooker);
const journey = () => onlooker.journey.now;

type Answer = (url: string, answer: () => Promise<Response>) => Response | Promise<Response>;
interface Directory {
  readonly url: string;
  readonly asked: string[];
  /** Stands between the finder and the directory. */
  answer: Answer;
}

const directories = new Map<string, (url: string) => Promise<Response>>();
let count = 0;

/** A real directory with an address of its own, so that nothing is remembered from the test before. */
function directoryOf(spaces: readonly Space[] = leeds, source: {name: string; sample?: boolean} = {name: 'test'}) {
  const url = `https://directory-${count++}.example`;
  const app = createApp(createMemoryStore({source, spaces}), {documents: {places}});
  const directory: Directory = {url, asked: [], answer: (_, next) => next()};
  directories.set(url, async asked => {
    directory.asked.push(asked);
    return directory.answer(asked, async () => app.request(asked));
  });
  return directory;
}

const failing: Answer = () => new Response('{}', {status: 500});
const gone: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Holds answers back until they are let go. */
function held(pattern: RegExp) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>(resolve => (letGo = resolve));
  const answer: Answer = async (url, next) => {
    if (pattern.test(url)) await gate;
    return next();
  };
  return {answer, letGo};
}

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
  onlooker.journey.set({stages: [], holderStages: [], role: undefined, space: undefined} as never);
  document.querySelectorAll('x-finder-signpost, x-finder-evaluation').forEach(element => element.remove());
});

const render = (directory: Directory, place = '') =>
  fixture<SpaceFinder>(html`<held-space-finder directory=${directory.url} place=${place}></held-space-finder>`);

const all = <T extends HTMLElement = HTMLElement>(el: SpaceFinder, selector: string) => [
  ...el.renderRoot.querySelectorAll<T>(selector),
];
const one = <T extends HTMLElement = HTMLElement>(el: SpaceFinder, selector: string) => all<T>(el, selector)[0]!;
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const page = (el: SpaceFinder) => words(one(el, '.held'));
const status = (el: SpaceFinder) => words(one(el, '[role=status]'));
const names = (el: SpaceFinder) => all(el, '.card .name').map(words);
const focused = (el: SpaceFinder) => el.shadowRoot?.activeElement as HTMLElement | null;
const shows = (el: SpaceFinder, text: string) =>
  waitUntil(() => page(el).includes(text), `never showed "${text}"`, {timeout: 5000});
const says = (el: SpaceFinder, text: string) =>
  waitUntil(() => status(el).includes(text), `the status never said "${text}"`, {timeout: 5000});
const isFocusOn = (el: SpaceFinder, selector: string) =>
  waitUntil(() => focused(el)?.matches(selector), `focus never reached ${selector}`);

const button = (el: SpaceFinder, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => words(each).startsWith(name))!;
const press = async (el: SpaceFinder, name: string) => {
  expect(button(el, name), `a button "${name}" in: ${page(el)}`).to.exist;
  button(el, name).click();
  await el.updateComplete;
};
const option = (el: SpaceFinder, name: string) =>
  all(el, '.choice')
    .find(each => words(each).startsWith(name))!
    .querySelector('input')!;
const choose = async (el: SpaceFinder, name: string) => {
  option(el, name).click();
  await el.updateComplete;
};
const type = async (el: SpaceFinder, text: string) => {
  const field = one<HTMLInputElement>(el, '#place');
  field.value = text;
  field.form!.requestSubmit();
  await el.updateComplete;
};
const open = async (el: SpaceFinder, name: string) => {
  all(el, '.card')
    .find(each => words(each).includes(name))!
    .querySelector('button')!
    .click();
  await el.updateComplete;
};

/** There is a way to a person, by voice and by text. */
const hasCrisisNumbers = (el: SpaceFinder) => {
  expect(all(el, 'a[href="tel:116123"]')).to.not.be.empty;
  expect(all(el, 'a[href^="sms:85258"]')).to.not.be.empty;
};
const hasCrisisPanel = (el: SpaceFinder) => waitUntil(() => one(el, 'a[href="tel:999"]'), 'never showed 999');

describe('<held-space-finder>', () => {
  it('says before anything is asked what it is for, that nobody watches, and who to turn to', async () => {
    const directory = directoryOf();
    const el = await render(directory);
    expect(words(one(el, 'h2'))).to.equal('Find a safe space');
    expect(page(el)).to.contain('Where would you like to look?');
    expect(page(el)).to.contain('What you type and choose stays on this page. We do not see it.');
    hasCrisisNumbers(el);
    expect(directory.asked, 'requests').to.be.empty;
    await expect(el).to.be.accessible();
  });

  it('explains how the search stays private, on a press', async () => {
    const el = await render(directoryOf());
    one(el, '.private summary').click();
    await shows(el, 'The search happens on your own phone or computer.');
    await shows(el, 'The owner of this website may use tools that see what happens on it.');
    await shows(el, 'Your phone or computer will ask you first.');
    await expect(el).to.be.accessible();
  });

  it('opens the lines of the crisis strip on a press, and closes them', async () => {
    const el = await render(directoryOf());
    const more = one(el, '.crisis-more');
    more.click();
    await hasCrisisPanel(el);
    expect(more.isConnected && more.getAttribute('aria-expanded')).to.equal('true');
    await expect(el).to.be.accessible();
    more.click();
    await el.updateComplete;
    expect(one(el, 'a[href="tel:999"]')).to.not.exist;
  });

  describe('when a place is searched', () => {
    it('lists what is near, nearest first, then what can be used from anywhere, then what gave no place', async () => {
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found: 5. Place: LS6');
      expect(names(el)).to.deep.equal(['Lantern House', 'Mill Garden', 'Wharf Room', 'Night Line', 'Somewhere Group']);
      expect(all(el, '.group-title').map(words)).to.deep.equal(['Online and by phone', 'Place not given']);
      await isFocusOn(el, '#status');
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
    });

    it('says of each space what it is, when it is open, where, and what nobody knows', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found');
      const [first, second] = all(el, '.card').map(words);
      for (const text of [
        'Crisis cafe or safe haven',
        'Open all day, every day',
        'Less than half a mile away, Headingley',
        'Drop in, no need to book',
        'Adults',
        'Free',
        'The space says it suits: Really extreme times',
        'sometimes they tell others',
        'Not yet evaluated',
        'Last checked:',
        'Call 0113 496 0000',
      ]) {
        expect(first).to.contain(text);
      }
      for (const text of ['Times not listed', 'Cost not listed', 'Stages not known', 'Who might be told: not known']) {
        expect(second).to.contain(text);
      }
      expect(one(el, '.card a').getAttribute('href')).to.equal('tel:01134960000');
    });

    for (const typed of ['ls6 2ab', 'LS6 2']) {
      it(`uses the district of "${typed}", and says so`, async () => {
        const el = await render(directoryOf());
        await type(el, typed);
        await says(el, 'Spaces found: 5. Place: LS6');
        await shows(el, 'We know the area but not the exact postcode. We used the middle of: LS6');
        await expect(el).to.be.accessible();
      });
    }

    for (const [typed, problem] of [
      ['Xyzzyville', 'We do not have that place in our list.'],
      ['ZE99 1', 'That postcode does not look complete.'],
      ['', "Type a place or a postcode, or choose 'Online and phone only'."],
    ] as const) {
      it(`says what is wrong with "${typed}", at the field`, async () => {
        const el = await render(directoryOf());
        await type(el, typed);
        await shows(el, problem);
        const field = one(el, '#place');
        expect(field.getAttribute('aria-invalid')).to.equal('true');
        expect(field.getAttribute('aria-describedby')).to.contain('place-error');
        await isFocusOn(el, '#place');
        hasCrisisNumbers(el);
        await expect(el).to.be.accessible();
        await type(el, 'LS6');
        await says(el, 'Spaces found: 5');
        expect(field.hasAttribute('aria-invalid')).to.be.false;
      });
    }

    it('asks which one where several places have the name', async () => {
      const el = await render(directoryOf());
      await type(el, 'Newport');
      await says(el, 'Places that match:');
      expect(all(el, '.places button').length).to.be.greaterThan(1);
      await expect(el).to.be.accessible();
      const chosen = all(el, '.places button')[0]!;
      const name = words(chosen);
      chosen.click();
      await says(el, `Place: ${name}`);
    });

    it('lists what can be used from anywhere, with no place at all', async () => {
      const el = await render(directoryOf());
      await press(el, 'Online and phone only');
      await says(el, 'Spaces found: 1');
      expect(names(el)).to.deep.equal(['Night Line']);
      expect(button(el, 'Online and phone only').getAttribute('aria-pressed')).to.equal('true');
      await expect(el).to.be.accessible();
    });

    it('searches at once the place that the host gave', async () => {
      const el = await render(directoryOf(), 'Harrogate');
      await says(el, 'Place: Harrogate');
      expect(one<HTMLInputElement>(el, '#place').value).to.equal('Harrogate');
      el.place = 'LS10';
      await says(el, 'Place: LS10');
      expect(names(el)[0]).to.equal('Wharf Room');
    });

    it('reads kilometres and a distance of the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url} place="LS6" unit="km" radius="3"></held-space-finder>`,
      );
      await says(el, 'Spaces found');
      expect(names(el)).to.not.contain('Wharf Room');
      expect(page(el)).to.contain('Up to 3 km');
      await expect(el).to.be.accessible();
    });

    it('puts what is open now first, where that is wanted', async () => {
      const el = await render(directoryOf(), 'LS10');
      await says(el, 'Spaces found');
      expect(names(el)[0]).to.equal('Wharf Room');
      const order = one<HTMLSelectElement>(el, 'select');
      order.value = 'open';
      order.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(names(el)[0]).to.equal('Lantern House');
    });

    it('looks less far when told to', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      const far = all<HTMLSelectElement>(el, 'select')[1]!;
      far.selectedIndex = 0;
      far.dispatchEvent(new Event('change'));
      await says(el, 'Spaces found: 4');
      expect(names(el)).to.not.contain('Wharf Room');
    });

    it('says that sample data is sample data, and shows a long list a part at a time', async () => {
      const el = await render(directoryOf(sample.spaces, sample.source), 'LS1');
      await says(el, 'Spaces found');
      expect(page(el)).to.contain('These are sample spaces. Check every detail before you go.');
      expect(all(el, '.card')).to.have.lengthOf(20);
      await press(el, 'Show more');
      expect(all(el, '.card').length).to.be.greaterThan(20);
      await expect(el).to.be.accessible();
    });

    it('never lists what no longer takes anybody, and says what is paused', async () => {
      const el = await render(
        directoryOf([
          {...lantern, status: 'temporarily closed'},
          {...mill, status: 'defunct'},
        ]),
        'LS6',
      );
      await says(el, 'Spaces found: 1.');
      expect(page(el)).to.contain('Paused for now');
    });
  });

  describe('filters', () => {
    const ready = async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      return el;
    };

    it('narrow the list at once with no request, and are undone by their chip', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      const asked = directory.asked.length;
      await choose(el, 'Crisis cafe');
      expect(status(el)).to.contain('Spaces found: 2');
      expect(names(el)).to.deep.equal(['Lantern House', 'Mill Garden']);
      await choose(el, 'Leave it out');
      expect(names(el)).to.deep.equal(['Lantern House']);
      await choose(el, 'Show it');
      await press(el, 'Show choices. Choices in use: 1');
      const chip = one(el, '.chip');
      expect(chip.getAttribute('aria-label')).to.equal('Remove: Crisis cafe or safe haven');
      await expect(el).to.be.accessible();
      chip.click();
      await el.updateComplete;
      expect(status(el)).to.contain('Spaces found: 5');
      expect(option(el, 'Crisis cafe').checked).to.be.false;
      expect(directory.asked.length).to.equal(asked);
    });

    it('are all undone at once', async () => {
      const el = await ready();
      await choose(el, 'Open now');
      await choose(el, 'In person');
      await choose(el, 'Really extreme times');
      expect(all(el, '.chip')).to.have.lengthOf(3);
      await press(el, 'Clear all choices');
      expect(all(el, '.chip')).to.be.empty;
      expect(all<HTMLInputElement>(el, 'input[type=checkbox]').filter(({checked}) => checked)).to.be.empty;
      expect(status(el)).to.contain('Spaces found: 5');
    });

    it('keep what has not told us unless it is to be left out', async () => {
      const el = await ready();
      await choose(el, 'Open now');
      expect(names(el)).to.contain('Mill Garden');
      await choose(el, 'Leave it out');
      expect(names(el)).to.deep.equal(['Lantern House']);
    });

    it('say how many spaces each choice would show', async () => {
      const el = await ready();
      const words = (name: string) => option(el, name).closest('label')!.textContent!.replace(/\s+/g, '');
      expect(words('Really extreme times')).to.equal('Reallyextremetimes:2');
      expect(words('By phone')).to.equal('Byphone:1');
    });

    it('are shown and hidden on a narrow screen', async () => {
      await setViewport({width: 360, height: 740});
      const el = await ready();
      expect(one(el, '.filters').hidden).to.be.true;
      await press(el, 'Show choices');
      expect(one(el, '.filters').hidden).to.be.false;
      expect(button(el, 'Hide choices').getAttribute('aria-expanded')).to.equal('true');
      await expect(el).to.be.accessible();
      await setViewport({width: 1024, height: 768});
    });

    it('follow the stage chosen elsewhere on the page, and tell it what is chosen here', async () => {
      const el = await ready();
      onlooker.journey.set({stages: ['extreme-times']});
      await el.updateComplete;
      expect(option(el, 'Really extreme times').checked).to.be.true;
      expect(names(el)).to.not.contain('Wharf Room');
      await choose(el, 'Everyday life');
      expect(journey().stages).to.deep.equal(['everyday-life', 'extreme-times']);
      await choose(el, 'Really extreme times');
      expect(journey().stages).to.deep.equal(['everyday-life']);
    });
  });

  describe('when nothing is near', () => {
    it('looks further by itself, and says how far', async () => {
      const el = await render(directoryOf(), 'M1');
      await shows(el, 'We looked further: up to 50 miles. Here is what we found.');
      expect(page(el)).to.contain('Our list has no space near there yet. It does not mean there is none.');
      expect(names(el)).to.contain('Lantern House');
      expect(status(el)).to.contain('Place: M1');
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
    });

    it('looks as far as the list goes', async () => {
      const el = await render(directoryOf(), 'ZE1');
      await shows(el, 'We looked as far as our list goes.');
      expect(names(el)).to.contain('Lantern House');
    });

    it('offers to take away the choices that left the most out', async () => {
      const el = await render(directoryOf([lantern, wharf]), 'LS6');
      await says(el, 'Spaces found: 2');
      await choose(el, 'Retreat');
      await shows(el, 'We found no space that fits everything you chose');
      await expect(el).to.be.accessible();
      await press(el, 'Remove: Retreat: 2');
      expect(status(el)).to.contain('Spaces found: 2');
    });
  });

  describe('when a space is opened', () => {
    it('shows all that is known, moves focus to its name, and gives it back to the list', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      await open(el, 'Mill Garden');
      await isFocusOn(el, '#space-title');
      expect(words(focused(el))).to.equal('Mill Garden');
      await shows(el, '1 Mill Lane');
      expect(page(el)).to.contain('About 2 miles away');
      expect(page(el)).to.contain('Not known yet. You could ask');
      expect(journey().space).to.deep.equal({id: mill.id, name: 'Mill Garden'});
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
      await press(el, 'Back to the list');
      await waitUntil(() => words(focused(el)) === 'Mill Garden');
      expect(names(el)).to.have.lengthOf(5);
      expect(directory.asked.filter(url => url.includes(mill.id))).to.be.empty;
    });

    it('shows what it has when the rest cannot be had', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      directory.answer = failing;
      await open(el, 'Lantern House');
      await shows(el, 'We could not get more about this space. Here is what we have.');
      expect(one(el, 'a[href="tel:01134960000"]')).to.exist;
      await expect(el).to.be.accessible();
    });

    it('leads to the evaluation form where there is one', async () => {
      const form = evaluation();
      document.body.append(form);
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      await open(el, 'Lantern House');
      await shows(el, 'Say how it was for you');
      await press(el, 'Say how it was for you');
      expect(form.reveals).to.equal(1);
    });

    it('stays in the list where the host takes over', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      el.addEventListener('held-space-open', event => event.preventDefault());
      await open(el, 'Lantern House');
      expect(names(el)).to.have.lengthOf(5);
    });
  });

  describe('when the directory cannot be had', () => {
    it('says that it is our fault, shows the numbers, and recovers', async () => {
      const directory = directoryOf();
      directory.answer = failing;
      const el = await render(directory);
      await type(el, 'LS6');
      await says(el, 'We could not reach the list of spaces');
      await shows(el, 'This is our fault, not yours. What you chose is still here.');
      await hasCrisisPanel(el);
      hasCrisisNumbers(el);
      expect(page(el)).to.not.contain('near there');
      await expect(el).to.be.accessible();
      directory.answer = (_, next) => next();
      await press(el, 'Try again');
      await says(el, 'Spaces found: 5. Place: LS6');
      await isFocusOn(el, '#status');
    });

    it('says when the list is busy', async () => {
      const directory = directoryOf();
      directory.answer = () => new Response('{}', {status: 503});
      const el = await render(directory, 'LS6');
      await shows(el, 'The list is busy. Please wait a minute and try again.');
    });

    it('says when the device is offline', async () => {
      const directory = directoryOf();
      directory.answer = gone;
      Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
      const el = await render(directory, 'LS6');
      await says(el, 'You are offline');
      await shows(el, 'You may still be able to call or text.');
      await hasCrisisPanel(el);
      await expect(el).to.be.accessible();
    });

    it('never takes a page that is no list for one', async () => {
      for (const body of ['<!doctype html>', '{}', '{"areas": 1}', 'null']) {
        const directory = directoryOf();
        directory.answer = () => new Response(body);
        const el = await render(directory, 'LS6');
        await says(el, 'We could not reach the list of spaces');
      }
    });

    it('shows an earlier list when the newest cannot be had, and says so', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Place: LS6');
      Date.now = () => ownNow() + 6 * 60_000;
      directory.answer = gone;
      el.search('LS1');
      await says(el, 'Place: LS1');
      await shows(el, 'This list may be out of date');
      await shows(el, 'We could not get the newest list. This one is from:');
      expect(names(el)).to.have.lengthOf(5);
      await expect(el).to.be.accessible();
    });

    it('says when it is slow, with the numbers, while the search goes on', async () => {
      window.setTimeout = ((run: () => void, after?: number) =>
        ownSetTimeout(run, after === 8000 ? 1 : after)) as typeof setTimeout;
      const directory = directoryOf();
      const {answer, letGo} = held(/held\/areas$/);
      directory.answer = answer;
      const el = await render(directory);
      await type(el, 'LS6');
      await shows(el, 'Looking for spaces');
      await says(el, 'This is taking longer than usual');
      await shows(el, 'You can wait, or try again. The numbers below work now.');
      await hasCrisisPanel(el);
      await expect(el).to.be.accessible();
      letGo();
      await says(el, 'Spaces found: 5');
    });

    it('tells whoever embeds it what is missing, and the visitor that there is no list', async () => {
      const warned: unknown[] = [];
      const ownWarn = console.warn;
      console.warn = (...args: unknown[]) => void warned.push(...args);
      const el = await fixture<SpaceFinder>(html`<held-space-finder place="LS6"></held-space-finder>`);
      await says(el, 'We could not reach the list of spaces');
      console.warn = ownWarn;
      expect(String(warned[0])).to.contain('<held-space-finder> has no "directory" attribute');
    });
  });

  describe('where the device is', () => {
    const device = (answer: (take: PositionCallback, fail: PositionErrorCallback) => void) =>
      Object.defineProperty(navigator, 'geolocation', {
        configurable: true,
        value: {getCurrentPosition: (take: PositionCallback, fail: PositionErrorCallback) => answer(take, fail)},
      });

    it('is used on a press, and never sent', async () => {
      device(take => take({coords: {latitude: 53.8205, longitude: -1.571}} as GeolocationPosition));
      const directory = directoryOf();
      const el = await render(directory);
      await press(el, 'Use where I am now');
      await says(el, 'Place: Near where you are now');
      expect(names(el)[0]).to.equal('Lantern House');
      expect(directory.asked.join()).to.not.contain('53.8');
    });

    it('says that it is looking, and that it was refused', async () => {
      let refuse: (() => void) | undefined;
      device((_, fail) => (refuse = () => fail({code: 1, PERMISSION_DENIED: 1} as GeolocationPositionError)));
      const el = await render(directoryOf());
      await press(el, 'Use where I am now');
      await says(el, 'Looking for where you are');
      await waitUntil(() => refuse);
      refuse!();
      await shows(el, 'We could not use where you are. You can type a place instead.');
      await expect(el).to.be.accessible();
    });

    it('may be nowhere that the list covers, or not known', async () => {
      device(take => take({coords: {latitude: 48.85, longitude: 2.35}} as GeolocationPosition));
      const el = await render(directoryOf());
      await press(el, 'Use where I am now');
      await shows(el, 'That place is outside the area this list covers.');
      device((_, fail) => fail({code: 2, PERMISSION_DENIED: 1} as GeolocationPositionError));
      await press(el, 'Use where I am now');
      await shows(el, 'Your phone or computer could not tell where you are.');
    });
  });

  describe('in any host', () => {
    it('never lets an older answer overwrite a newer one', async () => {
      const slow = directoryOf([lantern]);
      const {answer, letGo} = held(/areas/);
      slow.answer = answer;
      const quick = directoryOf();
      const el = await render(slow, 'LS6');
      el.directory = quick.url;
      await says(el, 'Spaces found: 5');
      letGo();
      await waitUntil(() => slow.asked.some(url => url.endsWith('.json')));
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(status(el)).to.contain('Spaces found: 5');
    });

    it('keeps its list when it is moved', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      const asked = directory.asked.length;
      document.body.append(el);
      await el.updateComplete;
      expect(names(el)).to.have.lengthOf(5);
      expect(directory.asked.length).to.equal(asked);
      el.remove();
    });

    it('goes on when it is moved while it searches', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      document.body.append(el);
      letGo();
      await says(el, 'Spaces found: 5');
      el.remove();
    });

    it('stops when it is taken away, and asks again when it comes back', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      await waitUntil(() => directory.asked.some(url => url.endsWith('/held/areas')));
      const parent = el.parentElement!;
      el.remove();
      await new Promise(resolve => ownSetTimeout(resolve));
      letGo();
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(names(el)).to.be.empty;
      parent.append(el);
      await says(el, 'Spaces found: 5');
    });

    it('asks for wide areas only, three times in all, and no request holds the place or a choice', async () => {
      const directory = directoryOf();
      const el = await render(directory);
      onlooker.journey.set({stages: ['extreme-times']});
      await type(el, 'LS6 2AB');
      await says(el, 'Spaces found');
      const paths = directory.asked.map(url => url.slice(directory.url.length));
      expect(paths.slice(0, 2)).to.have.members(['/held/outcodes', '/held/areas']);
      expect(paths).to.have.lengthOf(3);
      expect(paths[2]).to.match(/^\/held\/areas\/[0-9a-f]{32}\.json$/);
    });

    it('stores nothing, and its events carry nothing', async () => {
      const before = [location.href, document.cookie, localStorage.length, sessionStorage.length, history.length];
      const events: Event[] = [];
      const note = (event: Event) => events.push(event);
      document.addEventListener('held-search', note);
      document.addEventListener('held-space-open', note);
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found');
      await choose(el, 'Really extreme times');
      await open(el, 'Lantern House');
      await shows(el, '1 Mill Lane');
      document.removeEventListener('held-search', note);
      document.removeEventListener('held-space-open', note);
      expect(events.map(({type}) => type)).to.deep.equal(['held-search', 'held-space-open']);
      expect(events.flatMap(event => Object.keys(event)).filter(key => key !== 'isTrusted')).to.be.empty;
      expect([
        location.href,
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        history.length,
      ]).to.deep.equal(before);
    });

    it('stays at the beginning when an answer comes after it was reset', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      await waitUntil(() => directory.asked.some(url => url.endsWith('/held/areas')));
      el.reset();
      letGo();
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(page(el)).to.contain('Where would you like to look?');
    });

    it('goes back to the beginning', async () => {
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found');
      await choose(el, 'Really extreme times');
      el.reset();
      await el.updateComplete;
      expect(page(el)).to.contain('Where would you like to look?');
      expect(one<HTMLInputElement>(el, '#place').value).to.equal('');
      expect(journey().stages).to.be.empty;
    });

    it('searches by the Enter key alone', async () => {
      const el = await render(directoryOf());
      one(el, '#place').focus();
      await sendKeys({type: 'LS6'});
      await sendKeys({press: 'Enter'});
      await says(el, 'Spaces found: 5');
    });

    it('takes its heading level from the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url} place="LS6" heading-level="3"></held-space-finder>`,
      );
      await says(el, 'Spaces found');
      expect(words(one(el, 'h3'))).to.equal('Find a safe space');
      expect(all(el, 'h4.name')).to.have.lengthOf(5);
      expect(all(el, 'h1, h2')).to.be.empty;
      await expect(el).to.be.accessible();
    });

    it('shows the heading of the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url}><h2 slot="heading">Near you</h2></held-space-finder>`,
      );
      expect(el.renderRoot.querySelector('slot')!.assignedElements().map(words)).to.deep.equal(['Near you']);
    });

    it('only links to the crisis signpost where that stands before it', async () => {
      const post = signpost();
      document.body.prepend(post);
      const el = await render(directoryOf());
      expect(one(el, '.crisis-strip')).to.not.exist;
      await press(el, 'Go to help for right now');
      expect(post.reveals).to.equal(1);
      document.body.append(post);
      await el.updateComplete;
      hasCrisisNumbers(el);
      await press(el, 'More people to turn to');
      expect(post.reveals).to.equal(2);
    });
  });
});
