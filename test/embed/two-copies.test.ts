/**
 * Really several copies of the library on one page: each bundle that is served holds its own, whole. The widgets of one
 * meet those of another, in whatever order the scripts come, and a script that comes twice does no harm.
 */
import {afterAll, beforeAll, expect, it} from 'vitest';
import {openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const body = (base: string) => `<!doctype html>
<html lang="en-GB">
<title>Two copies</title>
<main>
  <held-crisis-signpost form="compact"></held-crisis-signpost>
  <held-stage-selector></held-stage-selector>
  <held-space-finder directory="${base}" place="LS6"></held-space-finder>
</main>`;

/** A page with the widgets' tags and no script yet. */
async function open() {
  const opened = await visit(site, '/demo/crisis-forms.html');
  const {page} = opened;
  const address = `${site.base}/two-copies`;
  await page.route(address, route => route.fulfill({contentType: 'text/html', body: body(site.base)}));
  await page.goto(address);
  return {
    ...opened,
    address,
    add: (name: string) => page.addScriptTag({type: 'module', url: `${site.base}/widgets/${name}`}),
  };
}

/** Each pair of scripts once in either order: who shares comes first, or who goes by it. */
it.each([
  [['crisis-signpost.js', 'stage-selector.js', 'space-finder.js']],
  [['space-finder.js', 'crisis-signpost.js', 'stage-selector.js']],
  [['held-spaces.js', 'stage-selector.js', 'held-spaces.js?copy=2']],
])('meet and share a hard place, in memory alone: %j', async names => {
  const {context, page, requests, errors, address, add} = await open();
  for (const name of names) await add(name);
  const selector = page.locator('held-stage-selector');
  const finder = page.locator('held-space-finder');
  const signpost = page.locator('held-crisis-signpost');
  await selector.getByRole('checkbox', {name: 'On the threshold'}).check();

  await signpost.getByRole('button', {name: 'More people to turn to', expanded: true}).waitFor();
  await finder.getByRole('button', {name: /On the threshold/}).waitFor();
  await selector.getByRole('button', {name: 'Show spaces for this'}).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('held-space-finder');

  // From the finder back, and undone everywhere.
  await finder
    .getByRole('button', {name: /On the threshold/})
    .first()
    .click();
  await expect.poll(() => selector.getByRole('checkbox', {name: 'On the threshold'}).isChecked()).toBe(false);
  await signpost.getByRole('button', {name: 'More people to turn to', expanded: false}).waitFor();

  // One that leaves is found no more.
  await selector.getByRole('checkbox', {name: 'Testing times'}).check();
  await finder.evaluate(element => element.remove());
  await expect.poll(() => selector.getByRole('button', {name: 'Show spaces for this'}).count()).toBe(0);

  expect(page.url()).toBe(address);
  expect(await page.title()).toBe('Two copies');
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  expect(await context.cookies()).toEqual([]);
  expect(requests.filter(request => /threshold|testing/.test(request.url() + (request.postData() ?? '')))).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it('meet one whose script comes only after somebody chose', async () => {
  const {context, page, add} = await open();
  await add('stage-selector.js');
  const selector = page.locator('held-stage-selector');
  await selector.getByRole('checkbox', {name: 'Really extreme times'}).check();
  expect(await selector.getByRole('button', {name: 'Show spaces for this'}).count()).toBe(0);
  await add('crisis-signpost.js');
  await page
    .locator('held-crisis-signpost')
    .getByRole('button', {name: 'More people to turn to', expanded: true})
    .waitFor();
  await add('space-finder.js');
  await page
    .locator('held-space-finder')
    .getByRole('button', {name: /Really extreme times/})
    .waitFor();
  await selector.getByRole('button', {name: 'Show spaces for this'}).waitFor();
  await context.close();
});
