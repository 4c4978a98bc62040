/** The crisis signpost as it ships, in a browser: everything in one file, and no request ever. */
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

/** A page of a host under a strict policy, which lets nobody write HTML either. */
async function open(nation: string) {
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
        headers: {
          'Content-Security-Policy':
            "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
        },
        body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/crisis-signpost.js"></script>
          <held-crisis-signpost nation="${nation}"></held-crisis-signpost>`,
      });
      return;
    }
    asked.push(url);
    const file = files.find(({fileName}) => url === `${host}/${fileName}`);
    if (file) await route.fulfill({contentType: 'text/javascript', body: file.code});
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

describe('the crisis signpost as it ships', () => {
  it('is one file', () => {
    expect(files.map(({fileName}) => fileName)).toEqual(['crisis-signpost.js']);
  });

  it('has every number of every nation, each website, and all that is known of each line', async () => {
    for (const nation of nations) {
      const {page, errors} = await open(nation);
      const {text, links} = await held(page);
      for (const {name, phone, text: line, relay, web, nations: where} of crisisContacts) {
        if (where && !where.includes(nation)) continue;
        if (phone) expect(links, name).toContain(telephoneLink(phone));
        if (relay) expect(links, name).toContain(telephoneLink(relay));
        if (line) expect(text, name).toContain([line.keyword, line.number].filter(Boolean).join(' to '));
        expect(links, name).toContain(web);
      }
      expect(text).toContain('Who may they tell: Your texts stay private');
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('asks for nothing but itself, whatever a person does', async () => {
    const {page, asked, errors} = await open('england');
    await page.getByText('What happens if you call').first().click();
    await page.getByText('More people to turn to').click();
    for (const choice of ['I can talk', 'I do not want the police involved', 'I use sign language']) {
      await page.getByRole('button', {name: choice}).click();
    }
    await page.getByLabel('Change nation').selectOption('wales');
    await page.getByText('Lines for: Wales').waitFor();
    await page.getByRole('button', {name: 'Print a small card'}).click();
    expect(asked).toEqual([`${host}/crisis-signpost.js`]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps the spaces between its words', async () => {
    const {page} = await open('england');
    const {text} = await held(page);
    expect(text).toContain('Open now, day and night. Free.');
    expect(text).toContain('Closed now. Opens today at 5pm. Every day, 5pm to midnight. Free.');
    expect(text).toContain('You do not have to be sure that it is bad enough. You can use any of these.');
    expect(text).toContain('We cannot send help to you. Nothing here calls anyone');
    expect(text).toContain('Who answers: We do not know who answers.');
    expect(text).toContain('does not show on a phone bill. This comes from an older page.');
    await page.close();
  });
});
