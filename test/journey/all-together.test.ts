import Database from 'better-sqlite3';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {axe, openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

/** Distances on the cards, in miles, in the order of the page. */
const miles = (words: readonly string[]) =>
  words.flatMap(text => {
    const [, far] = /About ([\d.]+) miles? away/.exec(text) ?? [];
    return far === undefined ? [] : [Number(far)];
  });

describe('all four widgets on one page', () => {
  it('takes a person from a stage to a space and on to an evaluation, and tells nobody on the way', async () => {
    const {context, page, requests, errors} = await visit(site, '/demo/all-together.html');
    const selector = page.locator('held-stage-selector');
    const finder = page.locator('held-space-finder');
    const form = page.locator('held-evaluation-form');

    // What a host may hear: that something happened, under the documented names, and nothing of what.
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, {heard});
      for (const name of ['held-stage-change', 'held-search', 'held-space-open', 'held-evaluation-sent']) {
        document.addEventListener(name, event => heard.push(`${event.type} ${Object.keys(event).join()}`));
      }
    });

    // A stage.
    await selector.getByRole('checkbox', {name: /^Testing times/}).check();
    expect(await axe(page)).toEqual([]);

    // A place, typed whole: only its first part is used, and nothing of it is sent.
    await finder.getByLabel('Place or postcode').fill('LS6');
    await finder.getByRole('button', {name: 'Find spaces'}).click();
    const status = finder.locator('#status');
    await expect.poll(() => status.textContent()).toContain('Place: LS6');
    expect(await finder.getByRole('checkbox', {name: /^Testing times/}).isChecked()).toBe(true);
    const cards = finder.locator('.card');
    const far = miles(await cards.allTextContents());
    expect(far.length).toBeGreaterThan(0);
    expect(far).toEqual([...far].sort((a, b) => a - b));
    expect(await cards.first().textContent()).toContain('Leeds');
    expect(await axe(page)).toEqual([]);

    // One of them, opened.
    const name = (await cards.first().getByRole('heading').textContent())?.trim() ?? '';
    await cards
      .first()
      .getByRole('button', {name: /^More about this space/})
      .click();
    const title = finder.getByRole('heading', {name, exact: true});
    await expect
      .poll(() => title.evaluate(element => element === (element.getRootNode() as ShadowRoot).activeElement))
      .toBe(true);
    await finder.getByRole('heading', {name: 'Who might be told, and when'}).waitFor();
    expect(await axe(page)).toEqual([]);

    // An evaluation of it.
    await finder.getByRole('button', {name: 'Say how it was for you'}).click();
    await expect.poll(() => form.getByText(`About: ${name}`).count()).toBeGreaterThan(0);
    await form.getByRole('button', {name: 'Start'}).click();
    await form.getByRole('group', {name: 'Did you feel heard?'}).getByRole('radio', {name: 'Yes, mostly'}).check();
    expect(await axe(page)).toEqual([]);
    await form.getByRole('button', {name: 'See what I will send'}).click();
    await form.getByRole('heading', {name: 'Before you send'}).waitFor();
    expect(await axe(page)).toEqual([]);
    await form.getByRole('checkbox', {name: /I agree/}).check();
    await form.getByRole('button', {name: 'Send', exact: true}).click();
    await form.getByRole('heading', {name: 'Thank you. We have it.'}).waitFor();
    expect(await axe(page)).toEqual([]);

    expect(await page.evaluate(() => [...new Set((window as unknown as {heard: string[]}).heard)])).toEqual([
      'held-stage-change isTrusted',
      'held-search isTrusted',
      'held-space-open isTrusted',
      'held-evaluation-sent isTrusted',
    ]);

    // It is in the database.
    const database = new Database(site.databasePath, {readonly: true});
    const rows = database.prepare('select * from evaluations').all() as Record<string, unknown>[];
    database.close();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows[0])).toContain('time.heard');

    // No request carried the stage, the place or the space; the evaluation's own body is the one exception.
    for (const request of requests) {
      const sent = `${request.url()} ${JSON.stringify(request.headers())}`;
      expect(sent).not.toMatch(/testing-times|Testing|LS6/i);
      expect(new URL(request.url()).search).toBe('');
      // A `blob:` is text of the page itself, of which the form makes its worker: it goes nowhere.
      expect(
        request
          .url()
          .replace(/^blob:/, '')
          .startsWith(site.base),
      ).toBe(true);
      if (request.method() !== 'GET') expect(request.url()).toBe(`${site.base}/held/evaluations`);
    }
    expect(page.url()).toBe(`${site.base}/demo/all-together.html`);

    // Nothing was left behind.
    expect(await context.cookies()).toEqual([]);
    expect(
      await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      })),
    ).toEqual({local: 0, session: 0, databases: 0, caches: 0});
    expect(errors).toEqual([]);
    await context.close();
  });

  it('never sends a postcode that was typed whole', async () => {
    const {context, page, requests} = await visit(site, '/demo/charity.html');
    const finder = page.locator('held-space-finder');
    await finder.getByLabel('Place or postcode').fill('M13 9PL');
    await finder.getByRole('button', {name: 'Find spaces'}).click();
    await expect.poll(() => finder.locator('#status').textContent()).toContain('Place: M13');
    await finder.getByText('We used the middle of: M13').waitFor();
    for (const request of requests) expect(decodeURIComponent(request.url())).not.toMatch(/M13|9PL/i);
    await context.close();
  });

  it('keeps numbers in sight, and says that the directory could not be reached, when the server has stopped', async () => {
    const other = await openSite();
    const {page} = await visit(other, '/demo/all-together.html');
    await page
      .locator('held-crisis-signpost')
      .getByRole('link', {name: /Samaritans/})
      .waitFor();
    other.server.process.kill('SIGKILL');
    await other.server.ended;
    const finder = page.locator('held-space-finder');
    await finder.getByLabel('Place or postcode').fill('LS6');
    await finder.getByRole('button', {name: 'Find spaces'}).click();
    await finder.getByRole('heading', {name: 'We could not reach the list of spaces'}).waitFor();
    expect(await finder.textContent()).not.toContain('found no space');
    const numbers = page.locator('held-crisis-signpost').getByRole('link');
    // In full, or in the place of what the page held before the script came.
    await expect.poll(async () => (await numbers.allTextContents()).join(' ')).toMatch(/999.*116 123/);
    expect(await axe(page)).toEqual([]);
    await other.browser.close();
  });
});
