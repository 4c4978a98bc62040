/**
 * What may go wrong on a host's page, and the numbers that must be readable all the same: read from the accessibility
 * tree, and looked at in a picture. Where it fails, the picture is in the folder of the system for temporary files.
 */
import {fallbackHtml} from '@held-spaces/domain/crisis-fallback';
import {writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles} from '../../scripts/bundles.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';

const host = 'https://host.example';
const directory = 'https://directory.example';
const numbers = ['999', '111', '116 123', '85258'];

let browser: Browser;
let reader: Page;
let script: string;

beforeAll(async () => {
  const [file] = (await bundle('crisis-signpost', bundles['crisis-signpost'], {write: false})).flatMap(
    ({output}) => output,
  );
  script = file!.code;
  browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
  reader = await browser.newPage();
});

afterAll(() => browser.close());

interface Fault {
  readonly context?: BrowserContextOptions;
  readonly policy?: string;
  /** How the directory answers for its script. */
  readonly script?: 'comes' | 'is missing' | 'never comes';
  readonly attributes?: string;
  readonly css?: string;
  readonly clock?: string;
  readonly before?: string;
  /** Whether the widget itself draws, and not what stands inside its tag. */
  readonly drawn: boolean;
  /** What stands inside its tag is not seen, and has no place that the widget could draw in. */
  readonly hasNoPlace?: true;
}

/**
 * Where the signpost stands: in the window, where it draws in the place of what was pasted, or below it, where it draws the
 * whole. Either way the script comes when it comes; a page does not change its form with that.
 */
type Where = 'in the window' | 'below the window';

const faults: Readonly<Record<string, Fault>> = {
  'nothing is wrong': {drawn: true},
  'there is no network after the page': {script: 'never comes', drawn: false},
  'the directory is down': {script: 'never comes', drawn: false},
  'the script is not there': {script: 'is missing', drawn: false},
  'the policy of the page blocks the script': {policy: "default-src 'self'", drawn: false},
  'the policy of the page lets nobody write HTML': {
    policy: `default-src 'none'; script-src ${directory}; require-trusted-types-for 'script'; trusted-types 'none'`,
    drawn: true,
  },
  'JavaScript is off': {context: {javaScriptEnabled: false}, drawn: false},
  'storage is blocked': {
    before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {get() { throw new DOMException('blocked', 'SecurityError'); }});`,
    drawn: true,
  },
  'the clock is two years slow': {clock: '2024-11-23T03:00:00Z', drawn: true},
  'the clock is two years fast': {clock: '2028-11-23T03:00:00Z', drawn: true},
  'the browser knows no time zone': {
    before: `Date.prototype.toLocaleString = () => { throw new RangeError('no zone'); };`,
    // It cannot work out who is open, and shows what the host pasted into it.
    drawn: false,
  },
  'attributes are hostile': {
    attributes: `hidden inert aria-hidden="true" heading-level="99" stale-after-days="-1" form="none" lang="xx" dir="rtl"
      local-name="<img src=x onerror=alert(1)>" local-phone="javascript:alert(1)" style="display:none!important;opacity:0"`,
    drawn: true,
    hasNoPlace: true,
  },
  'styles of the page are hostile': {
    css: `held-crisis-signpost { display: none !important; visibility: hidden !important; opacity: 0 !important;
      position: absolute !important; left: -9999px !important; font-size: 0 !important; clip-path: inset(50%) !important;
      transform: scale(0) !important; max-height: 0 !important; overflow: hidden !important; color: transparent !important;
      filter: opacity(0) !important; content-visibility: hidden !important; pointer-events: none !important; }
      * { font-size: 1px !important; color: transparent !important; letter-spacing: -1em !important; }
      a, strong { display: none !important; }`,
    drawn: true,
    hasNoPlace: true,
  },
};

async function open(fault: Fault, where: Where): Promise<{page: Page; asked: string[]; errors: string[]}> {
  const context = await browser.newContext({viewport: {width: 700, height: 900}, ...fault.context});
  const page = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  if (fault.context?.javaScriptEnabled !== false) {
    await page.clock.setFixedTime(fault.clock ?? '2026-11-23T15:00:00Z');
    if (fault.before) await page.addInitScript(fault.before);
  }
  await page.route('**/*', async route => {
    const url = route.request().url();
    if (url === `${host}/`) {
      await route.fulfill({
        contentType: 'text/html',
        headers: fault.policy ? {'Content-Security-Policy': fault.policy} : {},
        body: `<!doctype html><html lang="en"><title>Host</title>
          ${fault.css ? `<style>${fault.css}</style>` : ''}
          <script type="module" src="${directory}/widgets/crisis-signpost.js"></script>
          <h1>Host</h1>${where === 'below the window' ? '<p>Words of the host.</p>'.repeat(40) : ''}<held-crisis-signpost nation="england" ${fault.attributes ?? ''}>${fallbackHtml('england')}</held-crisis-signpost>`,
      });
      return;
    }
    asked.push(url);
    if (fault.script === 'never comes') await route.abort('connectionfailed');
    else if (fault.script === 'is missing') await route.fulfill({status: 404, body: 'Not found'});
    else
      await route.fulfill({
        contentType: 'text/javascript',
        headers: {'Access-Control-Allow-Origin': '*'},
        body: script,
      });
  });
  await page.goto(`${host}/`, {waitUntil: 'load'});
  if (fault.drawn) await page.locator('held-crisis-signpost .lamp').first().waitFor({state: 'attached'});
  return {page, asked, errors};
}

/** How many pixels of a picture are of another colour than its corner. */
const inkOf = (picture: Buffer) =>
  reader.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    const {data} = canvas.getImageData(0, 0, image.width, image.height);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) {
      const difference = [0, 1, 2].reduce((sum, part) => sum + Math.abs((data[at + part] ?? 0) - (data[part] ?? 0)), 0);
      if (difference > 150) ink += 1;
    }
    return ink;
  }, picture.toString('base64'));

describe.each<Where>(['in the window', 'below the window'])('the crisis numbers %s of a page where', where => {
  it.each(Object.entries(faults))('%s: they can be read and seen', async (name, fault) => {
    const {page, asked, errors} = await open(fault, where);
    try {
      if (fault.drawn) {
        const isWhole = where === 'below the window' || fault.hasNoPlace === true;
        expect((await page.locator('held-crisis-signpost .line').count()) > 0).toBe(isWhole);
      }
      const tree = await page.locator('body').ariaSnapshot();
      for (const number of numbers) {
        const spoken = number
          .split(' ')
          .map(group => [...group].join(' '))
          .join(', ');
        expect(tree.includes(fault.drawn ? spoken : number), `${number} in the accessibility tree`).toBe(true);
        const link = page
          .locator(`held-crisis-signpost ${fault.drawn ? 'section.lamp ' : ''}a[href*="${number.replace(' ', '')}"]`)
          .first();
        expect(await link.isVisible(), `${number} is visible`).toBe(true);
        expect(await inkOf(await link.screenshot()), `${number} is in the picture`).toBeGreaterThan(20);
      }
      // The script and nothing else, and nobody's page is broken by it.
      expect(asked.filter(url => !url.endsWith('/widgets/crisis-signpost.js'))).toEqual([]);
      expect(errors).toEqual([]);
    } catch (error) {
      writeFileSync(
        join(tmpdir(), `crisis-fault-${`${name} ${where}`.replace(/\W+/g, '-')}.png`),
        await page.screenshot(),
      );
      throw error;
    } finally {
      await page.context().close();
    }
  });
});
