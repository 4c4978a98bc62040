/** The finder as it ships, in a browser: how much it asks for, and what stands when the rest of it does not come. */
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {directory} from '../server/support/directory.js';

const host = 'https://host.example';
const {app} = directory();

let browser: Browser;
let files: readonly BundledFile[];

beforeAll(async () => {
  files = (await bundle('space-finder', bundles['space-finder'], {write: false})).flatMap(({output}) => output);
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

/** A page of a host under a strict policy. `answers` says whether a request is answered. */
async function open(answers: (url: string) => boolean = () => true) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  await page.route('**/*', async route => {
    const url = route.request().url();
    if (url === `${host}/`) {
      const policy = "default-src 'none'; script-src 'self'; connect-src https://directory.example";
      await route.fulfill({
        contentType: 'text/html',
        headers: {'Content-Security-Policy': policy},
        body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/space-finder.js"></script>
          <held-space-finder directory="https://directory.example"></held-space-finder>`,
      });
      return;
    }
    asked.push(url);
    const file = files.find(({fileName}) => url === `${host}/${fileName}`);
    if (!answers(url)) await route.abort();
    else if (file) await route.fulfill({contentType: 'text/javascript', body: file.code});
    else {
      const response = await app.request(url);
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    }
  });
  await page.goto(`${host}/`);
  return {page, asked, errors};
}

async function search(page: Page, place: string) {
  await page.getByLabel('Place or postcode').fill(place);
  await page.getByRole('button', {name: 'Find spaces'}).click();
}

describe('the finder as it ships', () => {
  it('shows its first results after five requests, and opens a space', async () => {
    const {page, asked, errors} = await open();
    await search(page, 'LS6');
    await page.getByText(/Spaces found: \d+\. Place: LS6/).waitFor();
    await expect.poll(() => asked.length).toBe(5);
    await page.getByRole('heading', {level: 3}).getByRole('button').first().click();
    await page.getByText('Who might be told, and when').waitFor();
    expect(asked.length).toBeLessThanOrEqual(7);
    expect(errors).toEqual([]);
  });

  it('still has its list, its numbers and a way to try again when the later part of it never comes', async () => {
    const {page} = await open(url => !url.includes('/chunks/'));
    await search(page, 'LS6');
    await page.getByText(/Spaces found: \d+\. Place: LS6/).waitFor();
    await search(page, 'Nowhere at all');
    await page.getByText('Type a place, or look at spaces you can use from anywhere.').waitFor();
    expect(await page.locator('a[href="tel:116123"]').count()).toBeGreaterThan(0);
  });

  it('says that there is no list, with the numbers, when neither that part nor the directory can be had', async () => {
    const {page} = await open(url => url === `${host}/space-finder.js`);
    await search(page, 'LS6');
    await page.getByRole('heading', {name: 'We could not reach the list of spaces'}).waitFor();
    await page.getByRole('button', {name: 'Try again'}).waitFor();
    await page.getByText('You could also ask a GP, a library or a charity near you.').waitFor();
    expect(await page.locator('a[href="tel:116123"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href^="sms:85258"]').count()).toBeGreaterThan(0);
  });
});
