/** What leaves the page, and what stays behind in it, over a whole journey through the finder as it ships. */
import {chromium, type Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {directory} from '../server/support/directory.js';

const host = 'https://host.example';
const list = 'https://directory.example';
const {app, store} = directory();

let browser: Browser;
let files: readonly BundledFile[];

beforeAll(async () => {
  files = (await bundle('space-finder', bundles['space-finder'], {write: false})).flatMap(({output}) => output);
  await store.replacePostcodes(
    new Map([['LS6', JSON.stringify({attribution: '', outcode: 'LS6', units: [['2AB', 53.82, -1.57]]})]]),
  );
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

describe('a journey through the finder', () => {
  it('asks for whole files only, and says nothing of place, need or stage anywhere', async () => {
    const page = await browser.newPage({viewport: {width: 1100, height: 900}});
    const asked: Asked[] = [];
    const logged: string[] = [];
    page.on('console', message => logged.push(message.text()));
    await page.route('**/*', async route => {
      const request = route.request();
      const url = request.url();
      if (url === `${host}/`) {
        await route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/space-finder.js"></script>
            <held-space-finder directory="${list}"></held-space-finder>`,
        });
        return;
      }
      const file = files.find(({fileName}) => url === `${host}/${fileName}`);
      if (file) return route.fulfill({contentType: 'text/javascript', body: file.code});
      asked.push({url, method: request.method(), headers: await request.allHeaders(), body: request.postData()});
      const response = await app.request(url);
      return route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.goto(`${host}/`);

    await page.getByLabel('Place or postcode').pressSequentially('LS6 2AB');
    await page.getByRole('button', {name: 'Find spaces'}).click();
    await page.getByText(/Spaces found: \d+\. Place: LS6/).waitFor();
    await page.getByText('Really extreme times', {exact: true}).first().click();
    await page.getByText('Will not tell anyone without asking me', {exact: true}).first().click();
    await page.getByLabel('Words to look for').fill('voices');
    await page.getByRole('button', {name: 'Clear all choices'}).click();
    await page.getByRole('button', {name: 'More about this space'}).first().click();
    await page.getByText('Who might be told, and when').first().waitFor();

    expect(asked.map(({url}) => url)).toContain(`${list}/held/postcodes/LS6`);
    for (const {url, method, body, headers} of asked) {
      expect(method).toBe('GET');
      expect(body).toBeNull();
      expect(url).toMatch(
        /^https:\/\/directory\.example\/held\/(?:areas|outcodes|postcodes\/LS6|areas\/[\w-]+\.json)$/,
      );
      // Nothing of ours, no cookie, and not from which page.
      expect(Object.keys(headers).filter(name => /^(?:cookie|referer|x-|held)/i.test(name))).toEqual([]);
      // The second half of the postcode, where in its district the person is, goes nowhere.
      expect(url).not.toMatch(/2AB|53\.82/i);
      expect(JSON.stringify(headers)).not.toMatch(/LS6|extreme|voices/i);
    }
    expect(page.url()).toBe(`${host}/`);
    expect(logged.join(' ')).not.toMatch(/LS6|extreme|voices/i);
    const kept = await page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      history: history.state as unknown,
    }));
    expect(kept).toEqual({cookies: '', local: 0, session: 0, databases: 0, caches: 0, history: null});
  });
});
