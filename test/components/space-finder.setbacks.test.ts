/** What somebody sees when something stands between them and the list: no network, no answer, no leave to know where they are. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {
  directoryOf,
  failing,
  gone,
  hasCrisisNumbers,
  hasCrisisPanel,
  held,
  isFocusOn,
  names,
  ownNow,
  ownSetTimeout,
  page,
  press,
  render,
  says,
  shows,
  status,
  type,
} from '../support/finder.js';

describe('<held-space-finder> after a setback', () => {
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
      await hasCrisisPanel(el);
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
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

    it('asks again by itself once the device is back, and not where somebody has gone on', async () => {
      const directory = directoryOf();
      directory.answer = gone;
      Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
      const other = directoryOf();
      other.answer = gone;
      const finders = [render(directory, 'LS6'), render(directory, 'LS1'), render(other, 'LS6')] as const;
      const [waits, left, removed] = await Promise.all(finders);
      for (const el of [waits, left, removed]) await says(el, 'You are offline');
      left.reset();
      removed.remove();
      const before = other.asked.length;
      directory.answer = (_, next) => next();
      window.dispatchEvent(new Event('online'));
      await says(waits, 'Spaces found: 5. Place: LS6');
      expect(page(left)).to.contain('Where would you like to look?');
      expect(other.asked).to.have.lengthOf(before);
      window.dispatchEvent(new Event('online'));
      await waits.updateComplete;
      expect(status(waits)).to.contain('Spaces found: 5');
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
      await expect(el).to.be.accessible();
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
      await expect(el).to.be.accessible();
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
});
