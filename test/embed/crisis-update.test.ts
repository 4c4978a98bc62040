/**
 * A newer list of crisis contacts on a host's page: used where it is newer, whole and signed by the key that the host names, and in every other case the bundled one stands.
 */
import {generateKeyPairSync} from 'node:crypto';
import {readFileSync} from 'node:fs';
import type {ReviewedContact} from '@held-spaces/domain/crisis-review';
import {crisisChecked} from '@held-spaces/domain/generated/crisis-rows';
import {chromium, type Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {publicKey, signedList} from '../../server/src/command-line/sign-crisis-command.js';

const host = 'https://host.example';
const reviewed = JSON.parse(readFileSync('domain/data/crisis-contacts.json', 'utf8')) as ReviewedContact[];
const {privateKey} = generateKeyPairSync('ed25519');
const {privateKey: another} = generateKeyPairSync('ed25519');
const key = publicKey(privateKey);

/** The list as it would be after another review, with a new number for one line. */
const reviewedOn = (checked: string, phone = '0800 11 11 11') =>
  reviewed.map(record => ({...record, checked, ...(record.id === 'calm' && {phone})}));
const newer = reviewedOn('2026-12-20');
const signed = signedList(newer, privateKey);

let browser: Browser;
let scripts: Readonly<Record<string, string>>;

beforeAll(async () => {
  const codeOf = async (name: string) =>
    (await bundle(name, `src/define/${name}.ts`, {write: false})).flatMap(({output}) => output)[0]!.code;
  scripts = {'/signpost.js': await codeOf('crisis-signpost'), '/update.js': await codeOf('crisis-update')};
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}, 60_000);

afterAll(() => browser.close());

/** One signpost, and after it another that is always handed a good list: once that has it, the first was looked at too. */
const hostPage = (file: string, crisisKey: string) => `<!doctype html><html lang="en-GB"><title>Host</title>
  <held-crisis-signpost id="one" nation="england" crisis-key="${crisisKey}">
    <script type="application/json">${file}</script></held-crisis-signpost>
  <held-crisis-signpost id="other" nation="england" crisis-key="${key}">
    <script type="application/json">${JSON.stringify(signed)}</script></held-crisis-signpost>
  <script type="module" src="/signpost.js"></script><script type="module" src="/update.js"></script>`;

const newerWords = 'This is a newer list. It was checked on:';

/** What a person sees of the first signpost, and what the page asked the network for. */
async function seen(file: object | string, {crisisKey = key, on = '2026-12-24T15:00:00Z'} = {}) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.clock.setFixedTime(on);
  await page.route('**/*', route => {
    const {pathname} = new URL(route.request().url());
    if (pathname === '/') {
      const body = hostPage(typeof file === 'string' ? file : JSON.stringify(file), crisisKey);
      return route.fulfill({contentType: 'text/html', body});
    }
    asked.push(pathname);
    const code = scripts[pathname];
    return code ? route.fulfill({contentType: 'text/javascript', body: code}) : route.fulfill({status: 404});
  });
  await page.goto(`${host}/`);
  await page.locator('#other').getByText(newerWords).waitFor();
  const one = page.locator('#one');
  await one.getByText('Samaritans', {exact: true}).waitFor();
  const text = (await one.locator('.lamp').textContent()) ?? '';
  const numbers = await one.locator('.number a').evaluateAll(links => links.map(link => link.getAttribute('href')));
  await page.close();
  expect(errors).toEqual([]);
  // Its two scripts, and nothing else: the list came with the page.
  expect(asked.sort()).toEqual(['/signpost.js', '/update.js']);
  return {text, numbers};
}

describe('a newer list that a host hands over', () => {
  it('is what a person sees, with the day it was checked, where it is signed by the key that the host names', async () => {
    const {text, numbers} = await seen(signed);
    expect(text).toContain(`${newerWords} 20 December 2026`);
    expect(numbers).toContain('tel:0800111111');
    expect(numbers).not.toContain('tel:0800585858');
  });

  const wrong: Readonly<Record<string, {readonly file: object | string; readonly crisisKey?: string}>> = {
    'is signed by somebody else': {file: signedList(newer, another)},
    'is not signed by the key that the host names': {file: signed, crisisKey: publicKey(another)},
    'comes where the host names no key': {file: signed, crisisKey: ''},
    'is not signed': {file: {list: signed.list, signature: ''}},
    'was changed after it was signed': {file: {...signed, list: signed.list.replace('116 123', '116 124')}},
    'is older than the one in the file': {file: signedList(reviewedOn('2026-01-20'), privateKey)},
    'is as old as the one in the file': {file: signedList(reviewedOn(crisisChecked), privateKey)},
    'has a number that a phone cannot dial': {file: signedList(reviewedOn('2026-12-20', '0800 58'), privateKey)},
    'has nobody to text': {
      file: signedList(
        newer.filter(({id}) => id !== 'shout'),
        privateKey,
      ),
    },
    'is no list': {file: '<p>Not found</p>'},
    'is empty': {file: ''},
  };
  it.each(Object.entries(wrong))('%s: the one that came with the signpost stands', async (_what, {file, ...more}) => {
    const {text, numbers} = await seen(file, more);
    expect(text).toContain('Numbers last checked:');
    expect(text).not.toContain(newerWords);
    expect(numbers).toEqual(expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'tel:0800585858']));
  });

  it('is past its limit: only the lines that last are shown, with the reason, as of any list', async () => {
    const {text, numbers} = await seen(signed, {on: '2027-04-24T15:00:00Z'});
    expect(text).toContain('Some lines are not shown');
    expect(numbers).toEqual(expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'sms:85258?&body=SHOUT']));
    expect(numbers).not.toContain('tel:0800111111');
  });
});
