/**
 * A signpost whose script comes late, on a page that a person reads already: it takes the place of what the host pasted
 * into its tag, and nothing else on the page moves. Held to the Layout Instability API, https://wicg.github.io/layout-instability/
 */
import {fallbackHtml} from '@held-spaces/domain/crisis-fallback';
import {nations, type Nation} from '@held-spaces/domain/vocabularies';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';
/** The most that a widget may add. */
const gate = 0.02;

let browser: Browser;
let scripts: Readonly<Record<'en' | 'cy', string>>;

beforeAll(async () => {
  const codeOf = async (name: 'crisis-signpost' | 'crisis-signpost.cy') =>
    (await bundle(name, bundles[name], {write: false})).flatMap(({output}) => output)[0]!.code;
  scripts = {en: await codeOf('crisis-signpost'), cy: await codeOf('crisis-signpost.cy')};
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

interface Situation {
  readonly width: number;
  readonly height?: number;
  readonly nation?: Nation | undefined;
  readonly form?: string;
  readonly language?: 'en' | 'cy';
  /** Styles of the host. */
  readonly css?: string;
  /** What stands before the signpost. */
  readonly before?: string;
  /** What the clock of the device shows. */
  readonly clock?: string;
  /** Whether the script is there as soon as the page asks for it, on a phone a quarter as quick as this machine. */
  readonly isAtOnce?: boolean;
}

/** Opens a page, lets it be painted without the script, and lets the script come then, or at once. */
async function settle(situation: Situation) {
  const {width, height = 800, nation, form = 'full', language = 'en', css = '', before = '', isAtOnce} = situation;
  const {clock = '2026-11-23T15:00:00Z'} = situation;
  const page = await browser.newPage({viewport: {width, height}});
  if (isAtOnce) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', {rate: 4});
  }
  let come: () => void = () => undefined;
  const isPainted = new Promise<void>(resolve => (come = resolve));
  // Playwright's own clock would take the place of what tells that a page was painted.
  await page.addInitScript(time => {
    const now = Date.parse(time);
    Date.now = () => now;
  }, clock);
  await page.route('**/*', async route => {
    if (route.request().url() === `${host}/`) {
      await route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><title>Host</title>
          <style>${css}</style><script type="module" src="/signpost.js"></script><h1>Host</h1>${before}
          <held-crisis-signpost nation="${nation ?? ''}" form="${form}">${fallbackHtml(nation, 2, language)}</held-crisis-signpost>
          <h2>What we do</h2>${'<p>A text that somebody has begun to read, on a page of a charity.</p>'.repeat(12)}`,
      });
      return;
    }
    if (!isAtOnce) await isPainted;
    await route.fulfill({contentType: 'text/javascript', body: scripts[language]});
  });
  await page.goto(`${host}/`, {waitUntil: 'commit'});
  await page.waitForFunction(
    () => performance.getEntriesByType('paint').length > 0 && document.querySelector('h2 ~ p'),
  );
  await page.evaluate(() => {
    const seen = {shift: 0};
    Object.assign(window, {seen});
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {value: number; hadRecentInput: boolean})[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({type: 'layout-shift', buffered: true});
  });
  come();
  await page.locator('held-crisis-signpost .lamp').first().waitFor({state: 'attached'});
  return page;
}

/** How far what stood on the page has moved, once all of it is painted. */
const shiftOf = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    // What is observed is told in a task of its own.
    await new Promise(resolve => setTimeout(resolve));
    return (window as unknown as {seen: {shift: number}}).seen.shift;
  });

const ownStyles = `* {margin: 0} body {font: 18px/1.6 Georgia, serif; max-width: 40em; margin: auto; padding: 1em; color: #eee; background: #123}
  h1, h2, p, ul {margin-block-end: .75em} li {margin-block-end: .5em} a {color: inherit}`;

const linksOf = (page: Page) =>
  page
    .locator('held-crisis-signpost .lamp a[href^="tel:"], held-crisis-signpost .lamp a[href^="sms:"]')
    .evaluateAll(links => links.filter(link => link.checkVisibility()).map(link => link.getAttribute('href')));

/** Numbers in what the host pasted. */
const pasted = (nation?: Nation) =>
  [...fallbackHtml(nation).matchAll(/href="((?:tel|sms):[^"]+)"/g)].map(([, href = '']) => href.replace('&amp;', '&'));

describe('a crisis signpost that comes late', () => {
  for (const width of [320, 1100]) {
    for (const nation of [undefined, ...nations]) {
      it(`moves nothing at ${width} pixels, with the numbers of ${nation ?? 'the UK'} in place, in each form and in Welsh`, async () => {
        for (const situation of [
          {form: 'full'},
          {form: 'banner'},
          {form: 'compact', css: ownStyles},
          {form: 'full', css: ownStyles, language: 'cy'},
        ] as const) {
          const page = await settle({width, nation, ...situation});
          try {
            expect([situation.form, await shiftOf(page)]).toEqual([
              situation.form,
              expect.toSatisfy((shift: number) => shift <= gate),
            ]);
            expect(await linksOf(page)).toEqual(expect.arrayContaining(pasted(nation)));
          } finally {
            await page.close();
          }
        }
      });
    }
  }

  it('moves nothing on a slow phone where it comes while the first frame is made, ten times over', async () => {
    for (let time = 0; time < 10; time++) {
      const page = await settle({width: 390, nation: 'england', isAtOnce: true});
      expect([time, await shiftOf(page)]).toEqual([time, 0]);
      await page.close();
    }
  });

  it.each(['2027-04-01T12:00:00Z', '2028-11-23T15:00:00Z'])(
    'says in the same place when it was checked, and why lines are missing, where the clock shows %s',
    async clock => {
      for (const nation of [undefined, ...nations]) {
        for (const width of [320, 1100]) {
          const page = await settle({width, nation, clock});
          expect([nation, width, await shiftOf(page)]).toEqual([
            nation,
            width,
            expect.toSatisfy((shift: number) => shift <= gate),
          ]);
          const text = await page.locator('held-crisis-signpost .lamp').innerText();
          expect(text).toContain('Numbers last checked: 21 November 2026.');
          expect(text).toContain(
            clock < '2028'
              ? 'We have not checked this list for a while.'
              : 'The clock on this phone or computer may be wrong.',
          );
          // Whoever answers only at times may not be there any more, or not now.
          expect(text).not.toMatch(/Breathing Space|in Welsh/);
          await page.close();
        }
      }
    },
  );

  it('grows when the person asks for more, and brings them to the whole of it', async () => {
    const page = await settle({width: 320, nation: 'england'});
    expect(await page.locator('held-crisis-signpost .line').count()).toBe(0);
    await page.getByRole('button', {name: 'More people to turn to'}).click();
    await page.getByRole('heading', {name: 'Someone to turn to now'}).waitFor();
    expect(await page.locator('held-crisis-signpost').evaluate(({shadowRoot}) => shadowRoot?.activeElement?.id)).toBe(
      'title',
    );
    expect(await page.locator('held-crisis-signpost .line').count()).toBeGreaterThan(10);
    // What a person asks for is no shift: https://wicg.github.io/layout-instability/#sec-terminology
    expect(await shiftOf(page)).toBeLessThanOrEqual(gate);
    await page.close();
  });

  it('is whole at once where it ends below the window, and nothing in sight moves', async () => {
    const page = await settle({width: 320, height: 500, nation: 'wales', before: '<p>Hello.</p>'.repeat(9)});
    await page.getByRole('heading', {name: 'Someone to turn to now'}).waitFor({state: 'attached'});
    expect(await shiftOf(page)).toBeLessThanOrEqual(gate);
    await page.close();
  });

  it('shows its numbers whatever the styles of the host had made of those that were pasted', async () => {
    for (const css of [
      'held-crisis-signpost {display: none}',
      'held-crisis-signpost {opacity: 0; height: 1px; overflow: hidden; position: absolute}',
      '* {font-size: 1px !important; color: transparent !important} a {display: none !important}',
    ]) {
      const page = await settle({width: 320, nation: 'scotland', css});
      expect(await linksOf(page)).toEqual(expect.arrayContaining(pasted('scotland')));
      const link = page.locator('held-crisis-signpost .lamp a[href="tel:116123"]').first();
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await page.close();
    }
  });
});
