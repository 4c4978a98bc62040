/** One evaluation from the form to the card and out of the world again, on the built server and bundles. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {sendEvaluation} from '../server/support/send-evaluation.js';
import {acceptFirst, deskVariables, enrolModerator} from '../support/moderators.js';
import {axe, openSite, visit, type Site} from '../support/site.js';

const said = 'Somebody made me tea, and a heron stood by the pond while we talked.';
/** Enough for two blocks: one leaves whole when somebody of it takes theirs back, and the other is still shown. */
const others = 12;

let site: Site;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'held-evaluation-'));
  site = await openSite(deskVariables);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Everything that lies on the disk of the store, as it is. */
const storeBytes = () =>
  ['', '-wal', '-shm']
    .map(ending => `${site.databasePath}${ending}`)
    .filter(existsSync)
    .map(path => readFileSync(path, 'latin1'))
    .join('');
const backup = async (name: string) => {
  const file = join(folder, name);
  await site.command('backup', file);
  return readFileSync(file, 'latin1');
};
const inStore = <T>(query: string): T => {
  const database = new Database(site.databasePath, {readonly: true});
  try {
    return database.prepare(query).pluck().all() as T;
  } finally {
    database.close();
  }
};

/** Looks for spaces near LS6 and opens the first, as a new visitor. */
async function openFirst(page: Page) {
  const finder = page.locator('held-space-finder');
  await finder.getByLabel('Place or postcode').fill('LS6');
  await finder.getByRole('button', {name: 'Find spaces'}).click();
  const card = finder.locator('.card').first();
  const about = (await card.textContent())?.replace(/\s+/g, ' ') ?? '';
  const name = (await card.getByRole('heading').textContent())?.trim() ?? '';
  await card.getByRole('button', {name: /^More about this space/}).click();
  await finder.getByRole('heading', {name: 'What people who went found'}).waitFor();
  return {finder, about, name};
}

/** What a visitor who comes now reads of the space, once the page says what is expected. */
async function seen(on: 'card' | 'space', words: string | RegExp) {
  await expect
    .poll(
      async () => {
        const {context, page} = await visit(site, '/demo/all-together.html');
        const {finder, about} = await openFirst(page);
        const text = on === 'card' ? about : await finder.locator('.found').innerText();
        await context.close();
        return text;
      },
      {timeout: 20_000, interval: 500},
    )
    .toMatch(words);
}

describe('an evaluation', () => {
  it('is written offline, sent, read, counted, shown, taken back, and gone', {timeout: 180_000}, async () => {
    // Somebody tells of a space, and loses the connection while they do.
    const {context, page, errors} = await visit(site, '/demo/all-together.html');
    const {finder, about, name} = await openFirst(page);
    expect(about).toContain('Not yet evaluated');
    await finder.getByRole('button', {name: 'Say how it was for you'}).click();
    const form = page.locator('held-evaluation-form');
    await expect.poll(() => form.getByText(`About: ${name}`).count()).toBeGreaterThan(0);
    await form.getByRole('button', {name: 'Start'}).click();
    await form.getByText('Part 1 of 13').waitFor();
    await context.setOffline(true);
    await form.getByRole('group', {name: 'Did you feel heard?'}).getByRole('radio', {name: 'Yes, mostly'}).check();
    for (let part = 1; part < 13; part++) await form.getByRole('button', {name: 'Skip this part'}).click();
    await form.getByLabel('Is there anything you want to say?').fill(said);
    await form.getByRole('button', {name: 'See what I will send'}).click();
    await form.getByRole('checkbox', {name: /I agree/}).check();
    await form.getByRole('button', {name: 'Send', exact: true}).click();
    await form.getByRole('heading', {name: 'You are offline. It has not been sent.'}).waitFor();
    expect(inStore('select count(*) from evaluations')).toEqual([0]);

    // They come back. Nothing is sent before they say so, and then everything is.
    await context.setOffline(false);
    await form
      .getByRole('group', {name: 'You are offline. It has not been sent.'})
      .getByText('You are back online.')
      .waitFor();
    expect(inStore('select count(*) from evaluations')).toEqual([0]);
    await form.getByRole('button', {name: 'Try again'}).click();
    await form.getByRole('heading', {name: 'Thank you. We have it.'}).waitFor();
    expect(await axe(page)).toEqual([]);
    const code = (await form.locator('.code').textContent())?.trim() ?? '';
    expect(code.split(' ')).toHaveLength(5);
    const [own] = inStore<string[]>('select key_hash from evaluations');
    const [serviceId = ''] = inStore<string[]>('select service_id from evaluations');
    expect(storeBytes()).toContain(said);
    expect(await backup('before')).toContain(said);

    // Twelve others tell of it. A moderator, who signs in with a passkey, lets the words through.
    for (let i = 0; i < others; i++) {
      const answers = {'time.heard': i % 2 ? 'partly' : 'yes-mostly'} as const;
      expect((await sendEvaluation(site.base, {serviceId, answers})).status).toBe(201);
    }
    const desk = await enrolModerator(site, 'Ash');
    await acceptFirst(desk.page);
    await desk.context.close();

    // Two weeks later it is on the card, and the words are in what the space's page says.
    await seen('card', /Not yet evaluated/);
    await site.command('batch', 'run', '--now');
    await site.command('batch', 'run', '--now');
    await seen('card', /People who evaluated it: 13/);
    await seen('space', /7 of 13 people felt heard/);
    await seen('space', /Somebody made me tea/);

    // They take it back, with the code and nothing else.
    await form.getByRole('heading', {name: 'Take back what you sent'}).click();
    await form.getByLabel('Your take-back code').fill(code.toUpperCase());
    await form.getByRole('button', {name: 'Next'}).last().click();
    await form.getByRole('button', {name: 'Delete it all'}).click();
    await form.getByText('It is deleted.').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();

    // The words are gone at once: from the store's bytes, from a new backup, and from what is shown.
    expect(inStore('select key_hash from evaluations')).not.toContain(own);
    for (const bytes of [storeBytes(), await backup('after')]) {
      expect(bytes).not.toContain(said);
      expect(bytes).not.toContain('a heron stood');
    }
    await seen('space', /^(?!.*Somebody made me tea).*As counted on/s);
    // The counts follow with the next batch, and not before: one less at once would tell whose it was.
    await seen('card', /People who evaluated it: 13/);
    await site.command('batch', 'run', '--now');
    await seen('card', /People who evaluated it: [67]\b/);
    expect(await site.command('audit', 'verify')).toContain('The audit log is whole.');
  });
});
