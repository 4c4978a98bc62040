import type {Page} from 'playwright-core';
import {visit, type Site, type Visit} from './site.js';

/** What a site needs so that there is a desk. */
export const deskVariables = {HELD_MODERATOR_SUPPORT: 'the desk’s own phone'};

/**
 * A window in which somebody was invited, made a passkey and is signed in. The passkey is a virtual one that knows its
 * person: it works in this window only. https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export async function enrolModerator(
  site: Site,
  name: string,
  {isLead = false, width = 1100}: {readonly isLead?: boolean; readonly width?: number} = {},
): Promise<Visit> {
  const printed = await site.command('moderator', 'invite', name, ...(isLead ? ['--lead'] : []));
  const [secret] = /#invite=\S+/.exec(printed) ?? [];
  const opened = await visit(site, '/desk/', {width});
  await addPasskeyDevice(opened.page);
  // Another page first: what stands after `#` alone would not load the desk anew.
  await opened.page.goto('about:blank');
  await opened.page.goto(`${site.base}/desk/${secret ?? ''}`);
  await opened.page.getByLabel('A short name that other moderators will see').fill(name);
  await opened.page.getByRole('button', {name: 'Set up your passkey'}).click();
  await opened.page.getByRole('heading', {name: 'Words to read'}).waitFor();
  return opened;
}

/** Gives a page a device that holds passkeys and that its person has just unlocked. */
export async function addPasskeyDevice(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Opens the first of what waits, reads it and lets it through as it is. */
export async function acceptFirst(page: Page): Promise<void> {
  await page.locator('.queue').getByRole('button', {name: 'Open'}).first().click();
  await page.getByRole('button', {name: 'Open the words'}).click();
  await page.getByRole('button', {name: 'Show as it is'}).click();
  await page.getByRole('button', {name: 'Save'}).click();
  await page.getByRole('heading', {name: 'Saved'}).waitFor();
}
