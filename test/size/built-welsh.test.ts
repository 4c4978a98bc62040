/** The widgets as they ship on a page in Welsh: what is asked for, and what stands where it does not come. */
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';

let browser: Browser;
const files: BundledFile[] = [];

beforeAll(async () => {
  for (const name of ['stage-selector', 'crisis-signpost.cy'] as const) {
    files.push(...(await bundle(name, bundles[name], {write: false})).flatMap(({output}) => output));
  }
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

/** A page of a host in a language, under a strict policy, with one script and one widget. */
async function open(lang: string, script: string, tag: string, answers: (url: string) => boolean = () => true) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  await page.route('**/*', async route => {
    const url = route.request().url();
    if (url === `${host}/`) {
      await route.fulfill({
        contentType: 'text/html',
        headers: {'Content-Security-Policy': "default-src 'none'; script-src 'self'"},
        body: `<!doctype html><html lang="${lang}"><title>Host</title>
          <script type="module" src="/${script}.js"></script><${tag}></${tag}>`,
      });
      return;
    }
    asked.push(url.replace(`${host}/`, ''));
    const file = files.find(({fileName}) => url === `${host}/${fileName}`);
    if (file && answers(url)) await route.fulfill({contentType: 'text/javascript', body: file.code});
    else await route.abort();
  });
  await page.goto(`${host}/`);
  return {page, asked, errors};
}

const held = (page: Page) => page.locator('.held').getAttribute('lang');
const isWelshFile = (url: string) => /-cy-/.test(url);
const isLanguageFile = (url: string) => /-(?:cy|easy)-/.test(url);

describe('a page in Welsh', () => {
  it('asks for one file more, which holds the Welsh; a page in English does not', async () => {
    const {page, asked, errors} = await open('cy', 'stage-selector', 'held-stage-selector');
    await page.getByRole('heading', {name: 'Ble rydych chi nawr?'}).waitFor();
    expect(await held(page)).toBe('cy');
    expect(asked.filter(isWelshFile)).toHaveLength(1);
    expect(errors).toEqual([]);
    const inEnglish = await open('en', 'stage-selector', 'held-stage-selector');
    await inEnglish.page.getByRole('heading', {name: 'Where are you now?'}).waitFor();
    await inEnglish.page.waitForLoadState('networkidle');
    expect(inEnglish.asked.filter(isLanguageFile)).toEqual([]);
  });

  it('has English, said to be English, where the Welsh never comes', async () => {
    const {page, asked, errors} = await open('cy', 'stage-selector', 'held-stage-selector', url => !isWelshFile(url));
    await page.getByRole('heading', {name: 'Where are you now?'}).waitFor();
    await expect.poll(() => asked.filter(isWelshFile).length).toBe(1);
    expect(await held(page)).toBe('en-GB');
    expect(errors).toEqual([]);
  });

  it('turns Welsh while a person looks, when the page does, and back', async () => {
    const {page} = await open('en', 'stage-selector', 'held-stage-selector');
    await page.getByRole('heading', {name: 'Where are you now?'}).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'cy'));
    await page.getByRole('heading', {name: 'Ble rydych chi nawr?'}).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await page.getByRole('heading', {name: 'Where are you now?'}).waitFor();
  });

  it('has a crisis signpost whose Welsh is in its own file', async () => {
    const {page, asked, errors} = await open(
      'cy',
      'crisis-signpost.cy',
      'held-crisis-signpost',
      url => !/chunks/.test(url),
    );
    await page.getByRole('heading', {name: 'Rhywun i droi ato nawr'}).waitFor();
    expect(await held(page)).toBe('cy');
    expect(await page.locator('a[href="tel:116123"]').count()).toBeGreaterThan(0);
    expect(asked.filter(isWelshFile)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
