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
  'space-finder.html',
  'space-finder-feed.html',
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

describe('the demo page of another list', () => {
  it('asks its feed for pages and for services by their ids, and tells it nothing of place, need or choice', async () => {
    const {context, page, requests, errors} = await visit(site, '/demo/space-finder-feed.html');
    await page.getByLabel('Place or postcode').fill('M13 9PL');
    await page.getByRole('button', {name: 'Find spaces'}).click();
    await page.getByText(/^Spaces found: \d+\. Place: M13/).waitFor();
    await page.getByText(/^This list comes from another service/).waitFor();
    await page.getByRole('checkbox', {name: /^Really extreme times/}).check();
    await page.getByLabel('Words to look for').fill('voices');
    await page.getByRole('button', {name: 'Clear all choices'}).click();
    expect(await axe(page)).toEqual([]);
    await page
      .getByRole('button', {name: /^More about this space/})
      .first()
      .click();
    await page.getByText('This comes from:').waitFor();
    expect(await axe(page)).toEqual([]);

    const asked = requests.map(request => request.url()).filter(url => url.includes('/demo/feed'));
    const paths = asked.map(url => url.slice(`${site.base}/demo/feed`.length));
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      // It is tried as a directory of ours first. Of its services, the asking is the same for everybody.
      expect(path).toMatch(/^\/(?:$|held\/(?:areas|outcodes)$|services(?:\/[0-9a-f-]{36}$|\?page=\d+&per_page=100))/);
      expect(path).not.toMatch(/M13|extreme|voices|stage|proximity|taxonomy/i);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});
