import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {AxeBuilder} from '@axe-core/playwright';
import {chromium, type Browser, type BrowserContext, type Page, type Request} from 'playwright-core';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {run, serve, type Served} from '../server/support/process.js';

/** The built server with the sample list in a store of its own, and a browser in front of it. */
export interface Site {
  readonly base: string;
  readonly databasePath: string;
  readonly server: Served;
  readonly browser: Browser;
  /** Runs another command of the program on the same store, beside the server, and gives what it printed. */
  command(...args: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** @param more Variables of the server's environment. */
export async function openSite(more: Readonly<Record<string, string>> = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'held-site-'));
  const databasePath = join(folder, 'held-spaces.sqlite');
  const variables = {HELD_DATABASE_URL: `file:${databasePath}`, ...more};
  const command = async (...args: readonly string[]) => {
    const {code, out, error} = await run(args, variables);
    if (code !== 0) throw new Error(error);
    return out;
  };
  await command('import', 'server/data/sample/spaces.uk.json');
  const server = await serve(variables);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    base: server.base,
    databasePath,
    server,
    browser,
    command,
    async close() {
      await browser.close();
      server.process.kill('SIGTERM');
      await server.ended;
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** A page, with everything that it sent and everything that went wrong on it. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly requests: readonly Request[];
  /** Errors that the page threw or its policy reported. A refused connection is the browser's word, not an error of ours. */
  readonly errors: readonly string[];
}

/** @param now What the page's clock shows, and goes on showing. */
export async function visit(
  site: Site,
  path: string,
  {width = 1100, now}: {readonly width?: number; readonly now?: string} = {},
): Promise<Visit> {
  const context = await site.browser.newContext({viewport: {width, height: 900}, locale: 'en-GB'});
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  const requests: Request[] = [];
  const errors: string[] = [];
  page.on('request', request => requests.push(request));
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource|favicon/.test(message.text()))
      errors.push(message.text());
  });
  await page.goto(`${site.base}${path}`);
  return {context, page, requests, errors};
}

/** What axe finds, as lines that say what and where. Empty where all is well. */
export async function axe(page: Page): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page})
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.flat().join(' ')}`));
}
