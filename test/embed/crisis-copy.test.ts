/** A number of the signpost, taken along by hand: selected with the mouse as a person does it, and copied. */
import {fallbackHtml} from '@held-spaces/domain/crisis-fallback';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';

let browser: Browser;
let script: string;

beforeAll(async () => {
  const [file] = (await bundle('crisis-signpost', bundles['crisis-signpost'], {write: false})).flatMap(
    ({output}) => output,
  );
  script = file!.code;
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

async function open(pasted: string): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 700, height: 900}});
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: host});
  const page = await context.newPage();
  await page.route('**/*', route =>
    route.request().url().endsWith('.js')
      ? route.fulfill({contentType: 'text/javascript', body: script})
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/signpost.js"></script>
            <held-crisis-signpost nation="wales">${pasted}</held-crisis-signpost>`,
        }),
  );
  await page.goto(`${host}/`);
  await page.locator('held-crisis-signpost .lamp').waitFor();
  return page;
}

/** Drags over the number from its right to its left, and copies what that selects. */
async function copied(page: Page, number: string): Promise<string> {
  const text = page.locator('held-crisis-signpost .lamp strong', {hasText: number}).first();
  await text.scrollIntoViewIfNeeded();
  const box = (await text.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width + 8, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + 1, middle, {steps: 5});
  await page.mouse.up();
  await page.keyboard.press('Control+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('a number of the signpost', () => {
  it.each([
    ['in the whole of it', ''],
    ['in the place of what was pasted', fallbackHtml('wales')],
  ])('is copied plain and alone, in its groups, %s', async (_where, pasted) => {
    const page = await open(pasted);
    for (const number of ['999', '111', '116 123', '0808 164 0123', '0800 132 737', '81066', '85258']) {
      expect((await copied(page, number)).trim()).toBe(number);
    }
    // No call was begun by that.
    expect(page.url()).toBe(`${host}/`);
    await page.context().close();
  });
});
