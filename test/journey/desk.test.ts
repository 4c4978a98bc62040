import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {sendEvaluation} from '../server/support/send-evaluation.js';
import {acceptFirst, addPasskeyDevice, deskVariables, enrolModerator} from '../support/moderators.js';
import {axe, openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite(deskVariables);
});

afterAll(async () => {
  await site.close();
});

/** What is published of a space, as text. */
const published = async (id: string) => (await fetch(`${site.base}/services/${id}`)).text();

/** The first space that a visitor near LS6 finds. */
async function spaceInList() {
  const {context, page} = await visit(site, '/demo/all-together.html');
  const finder = page.locator('held-space-finder');
  await finder.getByLabel('Place or postcode').fill('LS6');
  await finder.getByRole('button', {name: 'Find spaces'}).click();
  const name = (await finder.locator('.card').first().getByRole('heading').textContent())?.trim() ?? '';
  await context.close();
  const found = await fetch(`${site.base}/services?search=${encodeURIComponent(name)}`);
  const {contents} = (await found.json()) as {contents: {id: string; name: string}[]};
  const id = contents.find(each => each.name === name)?.id ?? '';
  return {id, name};
}

describe('the moderation desk on the built server', () => {
  it('lets somebody who was invited make a passkey, sign out and in again, and nobody else', async () => {
    const {context, page, errors} = await enrolModerator(site, 'Ash');
    // The secret of the link is in no address, and the cookie is one that no script can read.
    expect(page.url()).toBe(`${site.base}/desk/`);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({name: 'held_desk', httpOnly: true, sameSite: 'Strict', path: '/desk'});
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.getByRole('button', {name: 'Sign in with your passkey'}).waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', {name: 'Sign in with your passkey'}).click();
    await page.getByRole('heading', {name: 'Words to read'}).waitFor();
    expect(await site.command('moderator', 'list')).toMatch(/moderator {2}since \d{4}-\d\d-\d\d {2}Ash/);

    // A device that never had a passkey here.
    const stranger = await visit(site, '/desk/');
    await addPasskeyDevice(stranger.page);
    await stranger.page.getByRole('button', {name: 'Sign in with your passkey'}).click();
    await stranger.page.getByText('We could not sign you in.').waitFor();
    expect(await axe(stranger.page)).toEqual([]);
    await stranger.context.close();

    expect(errors).toEqual([]);
    await context.close();
  });

  it('lets nobody in who was removed, though their passkey is good', async () => {
    const {context, page} = await enrolModerator(site, 'Bay');
    const listed = await site.command('moderator', 'list');
    const [, id = ''] = /^(\S+) .* Bay$/m.exec(listed) ?? [];
    await site.command('moderator', 'remove', id);
    await page.getByRole('button', {name: 'Log'}).click();
    await page.getByText('You were signed out.').waitFor();
    await page.getByRole('button', {name: 'Sign in with your passkey'}).click();
    await page.getByText('We could not sign you in.').waitFor();
    await context.close();
  });

  it('takes words down at once for a complaint by letter, and publishes what the space wrote', async () => {
    const {context: ashContext, page: ash} = await enrolModerator(site, 'Ash Two');
    const {context: bayContext, page: bay} = await enrolModerator(site, 'Bay Two', {isLead: true});
    const {id, name} = await spaceInList();
    for (let i = 0; i < 5; i++) {
      const own = i === 0 ? {words: 'Sam of the night team was kind to me.'} : {};
      expect((await sendEvaluation(site.base, {serviceId: id, ...own})).status).toBe(201);
    }
    await ash.getByRole('button', {name: 'Words to read'}).click();
    await acceptFirst(ash);
    await site.command('batch', 'run', '--now');
    await site.command('batch', 'run', '--now');
    await expect.poll(() => published(id), {timeout: 10_000}).toContain('Sam of the night team');

    // The letter, entered and hidden in one step.
    await ash.getByRole('button', {name: 'Letters and emails'}).click();
    await ash.getByLabel('Name of the space').fill(name);
    await ash.getByRole('button', {name: 'Find it'}).click();
    await ash.getByRole('button', {name, exact: true}).first().click();
    await ash.getByRole('radio', {name: /Sam of the night team/}).check();
    await ash.getByLabel('Who complains, and how to reach them').fill('Sam, by letter');
    await ash.getByLabel('What they say is wrong').fill('It names me.');
    await ash.getByLabel('When it came').fill('2026-11-20T10:00');
    expect(await axe(ash)).toEqual([]);
    await ash.getByRole('button', {name: 'Save'}).first().click();
    await ash.getByRole('button', {name: 'Hide the words while we look'}).click();
    await ash.getByRole('status').getByText('The words are hidden.').waitFor();
    expect(await axe(ash)).toEqual([]);
    await expect.poll(() => published(id), {timeout: 10_000}).not.toContain('Sam of the night team');

    // Two take them down, each of their own accord.
    for (const page of [ash, bay]) {
      await page.getByRole('button', {name: 'Words to read'}).click();
      await page
        .getByRole('button', {name: new RegExp(`Open.*${name}`)})
        .first()
        .click();
      await page.getByLabel('If you take them down: why?').selectOption('names-someone');
      await page.getByRole('button', {name: 'Take the words down'}).click();
      await page.getByRole('status').getByText('Saved').waitFor();
    }
    await expect.poll(() => published(id), {timeout: 10_000}).toContain('"reason":"names-someone","count":1');

    // The space writes what it changed.
    await bay.getByRole('button', {name: 'Letters and emails'}).click();
    await bay.getByLabel('Name of the space').fill(name);
    await bay.getByRole('button', {name: 'Find it'}).click();
    await bay.getByRole('button', {name, exact: true}).first().click();
    await bay.getByText('No words about this space are shown.').waitFor();
    await bay.getByLabel('What it is').selectOption('changed');
    await bay.getByLabel('As they wrote it').fill('The hallway was loud. We put in a door.');
    await bay.getByRole('button', {name: 'Save'}).click();
    await bay.getByRole('status').getByText('Saved').waitFor();
    await ash.getByRole('button', {name: 'Words to read'}).click();
    await ash.getByRole('button', {name: /Reply from a space/}).click();
    await ash.getByRole('button', {name: 'Show the reply'}).click();
    await ash.getByText('It goes out with the next weekly update.').waitFor();
    await site.command('batch', 'run', '--now');
    await expect.poll(() => published(id), {timeout: 10_000}).toContain('We put in a door.');
    const visitor = await visit(site, '/demo/all-together.html');
    const finder = visitor.page.locator('held-space-finder');
    await finder.getByLabel('Place or postcode').fill('LS6');
    await finder.getByRole('button', {name: 'Find spaces'}).click();
    await finder
      .locator('.card', {hasText: name})
      .first()
      .getByRole('button', {name: /^More about this space/})
      .click();
    await finder.getByText('The space says it has changed this, after what people said.').waitFor();
    expect(await finder.getByText('We put in a door.').count()).toBe(1);
    await visitor.context.close();

    // All of it is in the log, and the log is whole.
    await bay.getByRole('button', {name: 'Log'}).click();
    await bay.getByText('The log is whole.').waitFor();
    expect(await bay.getByText(/Ash Two\. Hid words/).count()).toBe(1);
    expect(await axe(bay)).toEqual([]);
    expect(await site.command('audit', 'verify')).toContain('The audit log is whole.');
    await ashContext.close();
    await bayContext.close();
  });

  it('shows nothing of itself in another page’s frame, and takes no form of another page', async () => {
    const {context, page} = await enrolModerator(site, 'Cam');
    const evil = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<iframe src="${site.base}/desk/" width="800" height="400"></iframe>
        <form method="post" enctype="text/plain" action="${site.base}/desk/api/session/end"><input name='{"a":"' value='"}'></form>`);
    }).listen(0);
    await once(evil, 'listening');
    const {port} = evil.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1]!;
    await expect.poll(() => frame.url()).toMatch(/^chrome-error:/);
    expect(await frame.locator('body').innerText()).not.toContain('Moderation desk');
    const [answer] = await Promise.all([
      page.waitForResponse(response => response.url().endsWith('/desk/api/session/end')),
      page.waitForURL('**/desk/api/session/end'),
      page.locator('form').evaluate((form: HTMLFormElement) => form.submit()),
    ]);
    expect(answer.status()).toBe(403);
    // The session goes on.
    await page.goto(`${site.base}/desk/`);
    await page.getByRole('heading', {name: 'Words to read'}).waitFor();
    evil.close();
    await context.close();
  });
});
