/** An import of a feed that is served for the test, and what its operator reads where it is refused. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect} from 'vitest';
import {FeedClient} from '../../../server/src/import/feed/client.js';
import type {FeedClientOptions} from '../../../server/src/import/feed/client.js';
import {ImportError} from '../../../server/src/import/import-error.js';
import {importFeed} from '../../../server/src/import/import-feed.js';
import type {ImportFeedOptions} from '../../../server/src/import/import-feed.js';
import {countRules} from '../../../server/src/import/report.js';
import type {RetiredList} from '../../../server/src/import/retired.js';
import {serveFeed} from './feed-server.js';
import type {FakeFeed, FeedServer} from './feed-server.js';
import {oruk3} from './records.js';

export const retired = JSON.parse(readFileSync('domain/data/retired-numbers.json', 'utf8')) as RetiredList;
export const now = new Date('2026-11-21T10:00:00Z');
export let server: FeedServer | undefined;
export let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-feeds-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, {recursive: true, force: true});
});

export const many = (count: number, make = oruk3) =>
  Array.from({length: count}, (_, index) => make({id: `id-${index}`, name: `Room ${index}`}));

export interface Reading extends Partial<ImportFeedOptions> {
  readonly clientOptions?: FeedClientOptions;
}

/** Imports a feed that is served for the test. */
export async function read(feed: FakeFeed, {clientOptions = {}, ...options}: Reading = {}) {
  server = await serveFeed(feed);
  return readAgain(server.base, {clientOptions, ...options});
}

export async function readAgain(url: string, {clientOptions = {}, ...options}: Reading = {}) {
  const client = new FeedClient({
    allowPrivate: true,
    firstWait: 1,
    answerWithin: 2000,
    arriveWithin: 2000,
    ...clientOptions,
  });
  try {
    const result = await importFeed(url, {client, source: {name: 'Test feed'}, retired, now, ...options});
    return {...result, rules: countRules(result.found).map(({rule}) => rule)};
  } finally {
    client.close();
  }
}

/** The line that an operator reads when a feed is refused. */
export async function refusal(feed: FakeFeed, options: Reading = {}): Promise<string> {
  try {
    await read(feed, options);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).not.toContain('\n');
    return `${error.code} ${error.message.replace(server?.base ?? '', 'URL')}`;
  }
  return 'imported';
}

export const servicesOnly = (answer: (url: URL, response: ServerResponse, asked: number) => void) => ({
  dialect: 'oruk3' as const,
  services: [],
  instead: (url: URL, response: ServerResponse, asked: number) => {
    if (!url.pathname.endsWith('/services')) return false;
    answer(url, response, asked);
    return true;
  },
});
