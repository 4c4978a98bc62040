/**
 * Really leaving by the quick exit and really coming Back, where the browser kept the page in its back-forward cache: it
 * comes as it was left, and nothing of what a person did may stand on it, nor the blank that hid it.
 */
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

let browser: Browser;
let server: Server;
let base: string;

const hostPage = (mode: string) => `<!doctype html>
  <html lang="en-GB"><title>Host</title><script type="module" src="/held-spaces.js"></script>
  <main><h1>Host</h1><a href="#more">More of the host</a>
  <held-quick-exit mode="${mode}" href="${base}/weather"></held-quick-exit>
  <held-stage-selector></held-stage-selector>
  <held-evaluation-form directory="${base}" space="1" space-name="A space"></held-evaluation-form>
  <held-crisis-signpost></held-crisis-signpost><p id="more">More</p></main>
  <script>addEventListener('pageshow', ({persisted}) => { window.isKept = persisted; });</script>`;

beforeAll(async () => {
  const files: readonly BundledFile[] = (await bundle('held-spaces', bundles['held-spaces'], {write: false})).flatMap(
    ({output}) => output,
  );
  server = createServer(({url = '/'}, response) => {
    const {pathname, searchParams} = new URL(url, 'http://host.example');
    const file = files.find(({fileName}) => pathname === `/${fileName}`);
    const type = (name: string) => response.setHeader('Content-Type', `${name}; charset=utf-8`);
    if (file) {
      type('text/javascript');
      response.end(file.code);
    } else if (pathname === '/host') {
      type('text/html');
      response.end(hostPage(searchParams.get('mode') ?? ''));
    } else if (pathname === '/weather' || pathname === '/before') {
      type('text/html');
      response.end(`<!doctype html><title>${pathname}</title><h1>${pathname}</h1><a href="/host?mode=replace">On</a>`);
    } else {
      response.statusCode = 404;
      response.end();
    }
  }).listen(0);
  await once(server, 'listening');
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Playwright turns off what this is about.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

/** A page that was kept is not loaded again, so there is no load to wait for. */
const goBack = (page: Page) => page.goBack({waitUntil: 'commit'});

describe('Back from where the quick exit led', () => {
  it('finds a page that was kept as whole as it was at first, with nothing chosen or written on it', async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/host?mode=govuk`);
    const stage = page.locator('held-stage-selector').getByRole('checkbox', {name: 'On the threshold'});
    const nation = page.locator('held-crisis-signpost select');
    const answer = page.locator('held-evaluation-form').getByRole('radio').last();
    const fields = page.locator('held-evaluation-form input, held-evaluation-form select');
    const states = () =>
      fields.evaluateAll(elements =>
        (elements as HTMLInputElement[]).map(({type, checked, value}) => `${type} ${checked} ${value}`),
      );
    const opens = page.locator('held-crisis-signpost').getByRole('button', {name: 'I can talk'});
    await answer.waitFor();
    const before = await states();
    await stage.check();
    await nation.selectOption('wales');
    await opens.click();
    await answer.check();
    expect(await states()).not.toEqual(before);
    // A press is under way when the page is left.
    await page.keyboard.press('Shift');
    await page.locator('held-quick-exit').getByRole('link', {name: 'Leave this page now'}).click();
    await page.waitForURL(`${base}/weather`);

    await goBack(page);
    expect(page.url()).toBe(`${base}/host?mode=govuk`);
    // Or it was loaded anew, and this test looked at nothing.
    expect(await page.evaluate('isKept')).toBe(true);

    await page.getByRole('heading', {name: 'Host', exact: true}).waitFor({state: 'visible', timeout: 5000});
    expect(await page.locator('html > [role=alert]').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).display')).toBe('block');
    expect(await stage.isChecked()).toBe(false);
    expect(await nation.inputValue()).toBe('uk');
    expect(await opens.getAttribute('aria-pressed')).toBe('false');
    expect(await states()).toEqual(before);
    expect(await page.locator('held-quick-exit [role=status]').textContent()).toBe('');

    // It works as before: the host's own links, the widgets, Shift from its first press on, and the exit again.
    await page.getByRole('link', {name: 'More of the host'}).click();
    await page.waitForURL(`${base}/host?mode=govuk#more`, {waitUntil: 'commit'});
    await stage.check();
    await page.keyboard.press('Shift');
    await expect.poll(() => page.locator('held-quick-exit [role=status]').textContent()).toBe('Shift pressed: 1 of 3');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.waitForURL(`${base}/weather`);
    await page.close();
  });

  it('leads past the page, where the exit took its place in the history of the tab', async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/before`);
    await page.getByRole('link', {name: 'On'}).click();
    await page.locator('held-quick-exit').getByRole('link', {name: 'Leave this page now'}).click();
    await page.waitForURL(`${base}/weather`);
    await goBack(page);
    expect(page.url()).toBe(`${base}/before`);
    await page.close();
  });
});
