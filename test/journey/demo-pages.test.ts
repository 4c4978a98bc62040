import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {axe, openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const pages = [
  '',
  'all-together.html',
  'charity.html',
  'gp-practice.html',
  'council.html',
  'welsh.html',
  'stage-selector.html',
  'stage-form.html',
  'crisis-forms.html',
];

describe.each(pages)('the demo page /demo/%s', page => {
  it.each([1100, 320])('has nothing that axe finds, and no sideways scroll, at %i px', async width => {
    const {context, page: opened, errors} = await visit(site, `/demo/${page}`, {width});
    // The widgets have drawn themselves, and a list that the page asks for has come.
    await opened.locator(':is(held-crisis-signpost, held-space-finder)').first().getByRole('link').first().waitFor();
    if (/charity|gp/.test(page)) await opened.getByText(/^Spaces found: \d+\. Place/).waitFor();
    expect(await axe(opened)).toEqual([]);
    expect(await opened.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('shows numbers where no script runs', async () => {
    const context = await site.browser.newContext({javaScriptEnabled: false});
    const opened = await context.newPage();
    await opened.goto(`${site.base}/demo/${page}`);
    const links = opened.getByRole('link');
    const numbers = await links.evaluateAll(all => all.map(link => link.getAttribute('href')));
    expect(numbers).toEqual(expect.arrayContaining(['tel:999', 'tel:116123', 'sms:85258?&body=SHOUT']));
    await context.close();
  });

  it('says that its spaces are samples, and can be copied by view source', async () => {
    const source = await (await fetch(`${site.base}/demo/${page}`)).text();
    expect(source).toMatch(/sampl/i);
    expect(source).toContain(`src="${site.base}/widgets/held-spaces.js"`);
    expect(source).not.toContain('{{');
  });
});
