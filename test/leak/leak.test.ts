/** What a page keeps of widgets that came and went, in Chromium after collecting garbage: 20 KB a mount at most. */
import {chromium, type Browser, type CDPSession, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const gate = 20 * 1024;
const mounts = 50;
const address = 'https://page.example';

let browser: Browser;
let page: Page;
let devtools: CDPSession;

beforeAll(async () => {
  const files = (await bundle('held-spaces', bundles['held-spaces'], {write: false})).flatMap(({output}) => output);
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
  await page.route('**/*', route => {
    const {pathname} = new URL(route.request().url());
    const file = files.find(({fileName}) => pathname === `/${fileName}`);
    if (file) return route.fulfill({contentType: 'text/javascript', body: file.code});
    return pathname === '/'
      ? route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><html lang="en-GB"><title>t</title><main></main><script type="module" src="/held-spaces.js"></script>',
        })
      : route.fulfill({status: 404});
  });
  await page.goto(address);
  await page.evaluate(() => customElements.whenDefined('held-stage-selector'));
  devtools = await page.context().newCDPSession(page);
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function heap(): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}

/** Puts a widget on the page and takes it away, so many times, drawn each time. */
const comeAndGo = (tag: string, times: number) =>
  page.evaluate(
    async ([name, rounds]) => {
      for (let round = 0; round < rounds; round++) {
        const element = document.createElement(name) as HTMLElement & {updateComplete?: Promise<unknown>};
        document.querySelector('main')?.append(element);
        await element.updateComplete;
        element.shadowRoot?.querySelector<HTMLInputElement>('.road input')?.click();
        await element.updateComplete;
        element.remove();
      }
    },
    [tag, times] as const,
  );

describe('a page that widgets come to and leave', () => {
  it.each([
    'held-stage-selector',
    'held-space-finder',
    'held-evaluation-form',
    'held-crisis-signpost',
    'held-quick-exit',
  ])('keeps next to nothing of %s', async tag => {
    // What the first few leave is made once: styles, templates, compiled code.
    await comeAndGo(tag, 10);
    const before = await heap();
    await comeAndGo(tag, mounts);
    const perMount = Math.round(((await heap()) - before) / mounts);
    console.log(JSON.stringify({leak: tag, bytesPerMount: perMount, gate}));
    expect(perMount).toBeLessThanOrEqual(gate);
  });
});
