/** The crisis signpost as it ships, in a browser: every number in one file, and what stands when nothing more comes. */
import {crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import {telephoneLink} from '@held-spaces/domain/phone-numbers';
import {nations} from '@held-spaces/domain/vocabularies';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';

let browser: Browser;
let files: readonly BundledFile[];

beforeAll(async () => {
  files = (await bundle('crisis-signpost', bundles['crisis-signpost'], {write: false})).flatMap(({output}) => output);
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
});

afterAll(() => browser.close());

/** A page of a host under a strict policy. `answers` says which files come. */
async function open(nation: string, answers: (url: string) => boolean = () => true) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  await page.clock.setFixedTime('2026-11-23T15:00:00Z');
  await page.route('**/*', async route => {
    const url = route.request().url();
    if (url === `${host}/`) {
      await route.fulfill({
        contentType: 'text/html',
        headers: {'Content-Security-Policy': "default-src 'none'; script-src 'self'"},
        body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/crisis-signpost.js"></script>
          <held-crisis-signpost nation="${nation}"></held-crisis-signpost>`,
      });
      return;
    }
    asked.push(url);
    const file = files.find(({fileName}) => url === `${host}/${fileName}`);
    if (file && answers(url)) await route.fulfill({contentType: 'text/javascript', body: file.code});
    else await route.abort();
  });
  await page.goto(`${host}/`);
  await page.getByRole('heading', {name: 'Someone to turn to now'}).waitFor();
  return {page, asked, errors};
}

/** What the signpost holds, opened or not. */
const held = (page: Page) =>
  page.locator('held-crisis-signpost').evaluate(({shadowRoot}) => ({
    text: shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '',
    links: [...(shadowRoot?.querySelectorAll('a') ?? [])].map(link => link.getAttribute('href')),
  }));

const onlyFirst = (url: string) => !url.includes('chunks');

describe('the crisis signpost as it ships', () => {
  it('has every number of every nation, and each website, in its first file', async () => {
    for (const nation of nations) {
      const {page, errors} = await open(nation, onlyFirst);
      const {text, links} = await held(page);
      for (const {name, phone, text: line, relay, web, nations: where} of crisisContacts) {
        if (where && !where.includes(nation)) continue;
        if (phone) expect(links, name).toContain(telephoneLink(phone));
        if (relay) expect(links, name).toContain(telephoneLink(relay));
        if (line) expect(text, name).toContain([line.keyword, line.number].filter(Boolean).join(' to '));
        expect(links, name).toContain(web);
      }
      expect(text).toContain('This part of the page has not loaded. The number works without it.');
      // What did not come is not passed off as what nobody knows.
      expect(text).not.toContain('We do not know');
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('asks for two files when the page opens, and for nothing that a person does', async () => {
    const {page, asked, errors} = await open('england');
    await expect.poll(async () => (await held(page)).text).toContain('A volunteer will listen.');
    expect(asked).toHaveLength(2);
    await page.getByText('What happens if you call').first().click();
    await page.getByText('More people to turn to').click();
    await page.getByRole('button', {name: 'Change nation'}).click();
    await page.getByLabel('Where are you?').selectOption('wales');
    await page.getByText('Lines for: Wales').waitFor();
    expect(asked).toHaveLength(2);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps the spaces between its words', async () => {
    const {page} = await open('england');
    const {text} = await held(page);
    expect(text).toContain('Open now, day and night Free');
    expect(text).toContain('Closed now. Opens today at 5pm Every day, 5pm to midnight Free');
    expect(text).toContain('You do not have to be sure that it is bad enough. You can use any of these.');
    expect(text).toContain('We cannot send help to you. Nothing here calls anyone');
    await expect.poll(async () => (await held(page)).text).toContain('Who answers: We do not know who answers.');
    expect((await held(page)).text).toContain('does not show on a phone bill. This comes from an older page.');
    await page.close();
  });
});
