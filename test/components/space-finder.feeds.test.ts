import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {PlaceFile} from '@held-spaces/domain/places';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {createApp, createMemoryStore, toSpacesFile} from '../../server/src/app.js';
import retired from '../../domain/data/retired-numbers.json';
import sampleSpaces from '../../server/data/sample/spaces.uk.json';
import sampleSource from '../../server/data/sample/spaces.uk.source.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import '../../src/define/space-finder.js';
import {oruk3, type Fields} from '../support/feeds/records.js';

const ownFetch = window.fetch;
const hosts = new Map<string, (url: URL, init?: RequestInit) => Promise<Response>>();
let asked: string[] = [];
let made = 0;
let places: PlaceFile;

before(async () => {
  const outcodes = await ownFetch('/server/data/outcodes.csv');
  places = buildPlaceFile(parseOutcodeRows(await outcodes.text()), 'Gibbs/uk-postcodes (CC0)');
});

beforeEach(() => {
  asked = [];
  window.fetch = (input, init) => {
    const url = new URL(String(input), location.href);
    const answer = hosts.get(url.origin);
    if (!answer) return ownFetch(input, init);
    asked.push(url.pathname + url.search);
    return answer(url, init);
  };
});

afterEach(() => {
  window.fetch = ownFetch;
});

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), {status});

/** A feed with an address of its own, so that nothing is remembered from the test before. */
function feedOf(services: readonly Fields[], answer?: (url: URL, init?: RequestInit) => Promise<Response> | undefined) {
  const url = `https://feed-${made++}.council.example`;
  hosts.set(url, async (asking, init) => {
    const other = answer?.(asking, init);
    if (other) return other;
    if (asking.pathname === '/services') return json({total_pages: 1, last_page: true, contents: services});
    // As many feeds answer what they do not have: without leave for a page to read it.
    throw new TypeError('Failed to fetch');
  });
  return url;
}

function ourDirectory() {
  const url = `https://ours-${made++}.example`;
  const {spaces, source} = toSpacesFile(sampleSpaces, {path: 'spaces.uk.json', source: sampleSource, retired});
  const app = createApp(createMemoryStore({source, spaces}), {documents: {places}});
  hosts.set(url, async asking => app.request(asking.href));
  return url;
}

const find = (directory: string, place = 'LS6') =>
  fixture<SpaceFinder>(html`<held-space-finder directory=${directory} place=${place}></held-space-finder>`);

const text = (el: SpaceFinder) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const says = (el: SpaceFinder, words: string) =>
  waitUntil(() => text(el).includes(words), `it never said "${words}"`, {timeout: 15_000});
const names = (el: SpaceFinder) => [...el.renderRoot.querySelectorAll('.card .name')].map(each => each.textContent);

describe('<held-space-finder> on an Open Referral feed', () => {
  it('lists its spaces by their distance from the place, says whose list it is, and does not tell it the place', async () => {
    const el = await find(feedOf([oruk3()]));
    await says(el, 'Spaces found: 1. Place: LS6');
    await says(el, 'This list comes from another service.');
    expect(names(el)).to.eql(['The Lantern Room']);
    expect(text(el)).to.contain('Less than half a mile away');
    expect(asked.filter(path => /LS6|leeds|postcode|proximity|stage/i.test(path))).to.eql([]);
    await expect(el).to.be.accessible();
  });

  it('asks it once where two finders read it', async () => {
    const directory = feedOf([oruk3()]);
    const [first, second] = await Promise.all([find(directory), find(directory, 'LS1')]);
    await says(first, 'Spaces found: 1. Place: LS6');
    await says(second, 'Spaces found: 1. Place: LS1');
    const lists = asked.filter(path => path.startsWith('/services?'));
    expect(lists).to.not.be.empty;
    expect(new Set(lists).size).to.equal(lists.length);
  });

  it('shows markup as words, and makes no link of what is none', async () => {
    const el = await find(
      feedOf([
        oruk3({
          name: '<img src=x onerror=alert(1)> Room',
          description: '<b>Tea</b><script>alert(1)</script>',
          url: 'javascript:alert(1)',
          organization: {id: 'o', name: '<i>Trust</i>', website: 'data:text/html,x'},
          email: 'a@b.org.uk?bcc=c@d.uk',
        }),
      ]),
    );
    await says(el, 'Spaces found: 1');
    el.renderRoot.querySelector<HTMLButtonElement>('.card .more')!.click();
    await says(el, 'Run by');
    expect(el.renderRoot.querySelectorAll('img, script, b, i')).to.have.length(0);
    for (const link of el.renderRoot.querySelectorAll<HTMLAnchorElement>('a')) {
      expect(link.protocol).to.match(/^(?:https|http|mailto|tel|sms):$/);
      expect(link.href).not.to.match(/bcc|javascript|data:/);
    }
    await expect(el).to.be.accessible();
  });

  it('knows kinds and stages by the crosswalk inside it or at an address, and without one says that they are not known', async () => {
    const plain = await find(feedOf([oruk3()]));
    await says(plain, 'Stages not known');
    const directory = feedOf([oruk3()]);
    const el = await fixture<SpaceFinder>(
      html`<held-space-finder directory=${directory} place="LS6">
        <script type="application/json" data-held-crosswalk>
          {"terms": {"Out of hours calm space": {"kinds": ["crisis-cafe"], "stages": ["threshold"]}}}
        </script>
      </held-space-finder>`,
    );
    await says(el, 'Spaces found: 1');
    expect(el.renderRoot.querySelector('.card .kind')?.textContent).to.contain('Crisis cafe or safe haven');
    expect(text(el)).not.to.contain('Stages not known');
    const terms = {terms: {'Out of hours calm space': {kinds: ['crisis-house'], stages: ['threshold']}}};
    hosts.set('https://host.example', async () => json(terms));
    const byAddress = await fixture<SpaceFinder>(
      html`<held-space-finder
        directory=${feedOf([oruk3()])}
        crosswalk="https://host.example/crosswalk.json"
        place="LS6"
      ></held-space-finder>`,
    );
    await says(byAddress, 'Spaces found: 1');
    expect(byAddress.renderRoot.querySelector('.card .kind')?.textContent).to.contain('Crisis house');
  });

  it('says that it could not reach a feed, and never that there is nothing near', async () => {
    const el = await find(feedOf([], () => Promise.resolve(json({}, 500))));
    await says(el, 'We could not reach the list of spaces');
    expect(text(el)).not.to.contain('Spaces found');
    await expect(el).to.be.accessible();
  });

  it('abandons a slow feed when the person starts again, or leaves the page', async () => {
    const signals: AbortSignal[] = [];
    const hanging = feedOf([], (url, init) => {
      if (url.pathname !== '/services') return undefined;
      if (init?.signal) signals.push(init.signal);
      return new Promise(() => undefined);
    });
    const el = await find(hanging);
    await waitUntil(() => signals.length === 1);
    el.reset();
    await waitUntil(() => signals[0]!.aborted);
    el.search('LS6');
    await waitUntil(() => signals.length === 2);
    el.remove();
    await waitUntil(() => signals[1]!.aborted);
  });

  it('lists several directories as one, and names the one that could not be reached', async () => {
    const gone = feedOf([], () => Promise.reject(new TypeError('Failed to fetch')));
    const directory = [ourDirectory(), feedOf([oruk3()]), gone].join(' ');
    const el = await find(directory);
    await says(el, 'Some spaces may be missing');
    await says(el, `We could not reach: ${new URL(gone).host}`);
    expect(names(el)).to.include('The Lantern Room');
    expect(names(el).length).to.be.greaterThan(5);
    await expect(el).to.be.accessible();
    hosts.set(gone, async url =>
      url.pathname === '/services'
        ? json({total_pages: 1, contents: [oruk3({id: 'x', name: 'Late Room'})]})
        : json({}, 404),
    );
    [...el.renderRoot.querySelectorAll('button')]
      .find(({textContent}) => textContent!.includes('Try that list again'))!
      .click();
    await waitUntil(() => names(el).includes('Late Room'));
    expect(text(el)).not.to.contain('Some spaces may be missing');
  });
});
