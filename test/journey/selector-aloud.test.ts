/** The stage selector as a screen reader is given it, in the order in which it is read. */
import {chromium, type Browser} from 'playwright-core';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {bundle, bundles} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});

afterAll(async () => {
  await browser.close();
});

it('reads like what a person would say: where, who to reach, for whom, which places, what was chosen', async () => {
  const [entry] = (await bundle('stage-selector', bundles['stage-selector'], {write: false})).flatMap(
    ({output}) => output,
  );
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en-GB"><held-stage-selector></held-stage-selector>');
  await page.addScriptTag({type: 'module', content: entry!.code.replaceAll('import(', 'Promise.reject(')});
  const selector = page.locator('held-stage-selector');
  await selector.getByRole('checkbox', {name: 'On the threshold'}).check();

  // The words alone, without what kind of thing each is.
  const aloud = (await selector.ariaSnapshot()).split('\n').map(line => line.trim().replace(/^- /, ''));
  const order = [
    'heading "Where are you now?" [level=2]',
    'heading "Help for right now" [level=3]',
    'paragraph: You chose a hard place to be. Here are people you can reach now. The rest of the page is still here.',
    `'link "Call Samaritans: 1 1 6, 1 2 3"':`,
    'button "Change what I chose"',
    'paragraph: Here are five places a person can be when life gets hard. You can be in more than one. You can change your mind.',
    'group "Who is this for?":',
    'radio "I need support" [checked]',
    'group "Choose all that fit":',
    'checkbox "Everyday life"',
    'text: Everyday life Life is mostly steady. I want to look after myself, or learn more.',
    'checkbox "On the threshold" [checked]',
    'button "Go to help for right now"',
    'checkbox "It keeps changing"',
    'paragraph: "Chosen: On the threshold"',
    'button "Clear my choices"',
    'paragraph: What you choose stays on this page. We do not keep it or send it.',
    'status: You chose a hard place to be. Here are people you can reach now. The rest of the page is still here.',
  ];
  expect(aloud.filter(line => order.includes(line))).toEqual(order);
  // Drawings say nothing.
  expect(aloud.filter(line => line.startsWith('img'))).toEqual([]);
});
