/** Whether a page stands still when a widget comes late to it: nothing below may move by more than an eye would forgive. */
import {readFileSync} from 'node:fs';
import {chromium, type Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';
/** https://web.dev/articles/cls: the share of the window that moved, times how far. */
const gate = 0.02;

let browser: Browser;
let files: readonly BundledFile[];

beforeAll(async () => {
  files = (await bundle('held-spaces', bundles['held-spaces'], {write: false})).flatMap(({output}) => output);
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}, 120_000);

afterAll(() => browser.close());

const hostPage = (widget: string) => `<!doctype html>
  <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>
  <link rel="stylesheet" href="/held-spaces.css"><style>body { margin: 1em; font: 100%/1.5 sans-serif; }</style></head>
  <body><h1>A page</h1>${widget}<p>${'Words that come after the widget. '.repeat(80)}</p>
  <script type="module" src="/held-spaces.js"></script></body></html>`;

/** Opens a page whose script comes only once it was painted, and tells how much moved and how much room was left over. */
async function comeLate(widget: string, width: number, css = readFileSync('src/held-spaces.css', 'utf8')) {
  const page = await browser.newPage({viewport: {width, height: 800}});
  let letCome: () => void = () => undefined;
  const isPainted = new Promise<void>(resolve => (letCome = resolve));
  await page.addInitScript(() => {
    const seen = {shift: 0};
    Object.assign(window, {seen});
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.route('**/*', async route => {
    const {pathname} = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: hostPage(widget)});
    if (pathname === '/held-spaces.css') return route.fulfill({contentType: 'text/css', body: css});
    const file = files.find(({fileName}) => pathname === `/${fileName}`);
    if (!file) return route.fulfill({status: 404});
    await isPainted;
    return route.fulfill({contentType: 'text/javascript', body: file.code});
  });
  await page.goto(host, {waitUntil: 'commit'});
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  letCome();
  const isDrawn = () => {
    const element = document.querySelector('h1 + *');
    return Boolean(element?.shadowRoot?.querySelector('.held h2, .held a'));
  };
  await page.waitForFunction(isDrawn);
  const measured = await page.evaluate(async () => {
    // Shifts are told of once a frame is painted.
    for (let frame = 0; frame < 3; frame++) await new Promise(resolve => requestAnimationFrame(resolve));
    await new Promise(resolve => setTimeout(resolve));
    const element = document.querySelector<HTMLElement>('h1 + *')!;
    const drawn = element.shadowRoot!.querySelector('.held')!;
    return {
      shift: (window as unknown as {seen: {shift: number}}).seen.shift,
      room: element.getBoundingClientRect().height - drawn.getBoundingClientRect().height,
    };
  });
  await page.close();
  return measured;
}

const widgets = {
  'a finder': '<held-space-finder directory="https://directory.example"></held-space-finder>',
  'a selector': '<held-stage-selector></held-stage-selector>',
  'a form': '<held-evaluation-form directory="https://directory.example"></held-evaluation-form>',
  'a form for a space':
    '<held-evaluation-form directory="https://directory.example" space="1" space-name="A space"></held-evaluation-form>',
  'a quick exit': '<held-quick-exit><a href="https://weather.example/">Leave this page now</a></held-quick-exit>',
  'a link to leave by':
    '<held-quick-exit form="link"><a href="https://weather.example/">Leave this page now</a></held-quick-exit>',
};

describe.each(Object.entries(widgets))('a page that %s comes late to', (_name, widget) => {
  it.each([320, 390, 600, 768, 1000, 1400])('stands still, %i px wide, and has no hole in it', async width => {
    const {shift, room} = await comeLate(widget, width);
    console.log(JSON.stringify({shift: Number(shift.toFixed(4)), gate, room: Math.round(room), width, widget}));
    expect(shift).toBeLessThanOrEqual(gate);
    expect(room).toBeLessThanOrEqual(64);
  });
});

describe('what the room is for', () => {
  it('is seen without it: the page moves', async () => {
    expect((await comeLate(widgets['a finder'], 390, '')).shift).toBeGreaterThan(gate);
  });
});
