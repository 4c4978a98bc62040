import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addPasskeyDevice, deskVariables, enrolModerator} from '../support/moderators.js';
import {axe, openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite(deskVariables);
});

afterAll(async () => {
  await site.close();
});

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
});
