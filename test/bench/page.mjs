/* global PerformanceObserver, MessageChannel, addEventListener, performance, removeEventListener, requestAnimationFrame, requestIdleCallback -- In the page. */
/** A page of a host in Chromium, slowed down as an old phone is, and what it costs. */
import {chromium} from 'playwright-core';
import {findBrowser} from '../../scripts/find-browser.mjs';

/** So many times slower than this machine. */
export const throttle = 4;

export const openBrowser = () =>
  chromium.launch({executablePath: findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : []});

/** Runs in the page before anything else: what the browser itself says of long tasks and of what moved. */
function watch() {
  const seen = (globalThis.heldBench = {blocking: 0, shift: 0});
  new PerformanceObserver(list => {
    for (const {duration} of list.getEntries()) seen.blocking += Math.max(0, duration - 50);
  }).observe({type: 'longtask', buffered: true});
  new PerformanceObserver(list => {
    for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({type: 'layout-shift', buffered: true});
}

/** A page that nobody has been to before. `devtools` speaks to it as the browser's own tools do. */
export async function freshPage(browser, {width = 390, height = 800} = {}) {
  const context = await browser.newContext({viewport: {width, height}});
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: throttle});
  return {page, devtools, close: () => context.close()};
}

/** Waits until the page has had nothing to do three times over, but not for ever: on a busy machine it always has. */
export const idle = page =>
  page.evaluate(async () => {
    for (let calm = 0; calm < 3; calm++) {
      await new Promise(resolve => requestIdleCallback(resolve, {timeout: 1000}));
      await new Promise(resolve => setTimeout(resolve));
    }
  });

/** Loads a page: time in long tasks beyond 50 ms each, time in scripts, what moved, and how many requests it took. */
export async function load(browser, address) {
  const {page, devtools, close} = await freshPage(browser);
  let requests = 0;
  page.on('request', () => requests++);
  await page.goto(address, {waitUntil: 'load'});
  await page.waitForFunction(() => !document.querySelector(':not(:defined)'));
  await idle(page);
  const {blocking, shift} = await page.evaluate(() => globalThis.heldBench);
  const {metrics} = await devtools.send('Performance.getMetrics');
  const seconds = name => metrics.find(metric => metric.name === name)?.value ?? 0;
  await close();
  return {blocking_ms: blocking, script_ms: seconds('ScriptDuration') * 1000, shift, requests};
}

/**
 * From an event of a person's to the frame that shows what came of it, in milliseconds, by the page's own clock. `act`
 * makes the events; each must change what stands in `shown`, a selector through shadow roots, before the frame is painted.
 */
export async function painted(page, type, shown, act) {
  await page.evaluate(
    ([name, selector]) => {
      const find = () => {
        let root = document;
        let found;
        for (const part of selector) {
          found = root.querySelector(part);
          root = found?.shadowRoot ?? root;
        }
        return found;
      };
      const words = () => find()?.value ?? find()?.textContent;
      globalThis.heldPaints = [];
      let before = words();
      globalThis.heldStop?.();
      const listen = event => {
        requestAnimationFrame(() => {
          const {port1, port2} = new MessageChannel();
          // What a frame's callbacks leave to do comes after it is painted.
          port1.onmessage = () => {
            const now = words();
            globalThis.heldPaints.push({ms: performance.now() - event.timeStamp, changed: now !== before});
            before = now;
          };
          port2.postMessage(undefined);
        });
      };
      addEventListener(name, listen, true);
      globalThis.heldStop = () => removeEventListener(name, listen, true);
    },
    [type, shown],
  );
  await act();
  await idle(page);
  return page.evaluate(() => globalThis.heldPaints);
}
