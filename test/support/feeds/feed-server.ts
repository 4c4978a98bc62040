/** A feed over HTTP, in any dialect, with the habits and faults of real ones. */
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Dialect} from '@held-spaces/domain/open-referral/detect';
import type {Fields} from './records.js';

export interface FakeFeed {
  readonly dialect: Dialect;
  /** `version` at the base path. Without one there is no such page. */
  readonly version?: string;
  readonly services: readonly Fields[];
  /** Rows on a page, whatever was asked for. */
  readonly perPage?: number;
  /** Lists hold no children, whatever was asked for. */
  readonly isShallow?: boolean;
  /** A search changes what comes. */
  readonly honoursSearch?: boolean;
  /** Leaves out of the envelope everything but its rows. */
  readonly isBare?: boolean;
  /** Answers in place of the feed, where it returns true. */
  readonly instead?: (url: URL, response: ServerResponse, asked: number) => boolean | undefined;
}

export interface FeedServer {
  readonly base: string;
  /** Paths with their queries, in the order of asking. */
  readonly requests: readonly string[];
  /** The most requests that were under way at one moment. */
  readonly together: () => number;
  readonly close: () => Promise<void>;
}

const shallow = [
  'id',
  'name',
  'description',
  'url',
  'email',
  'status',
  'organization',
  'last_modified',
  'assured_date',
];

export async function serveFeed(feed: FakeFeed): Promise<FeedServer> {
  const requests: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    open++;
    most = Math.max(most, open);
    response.on('close', () => open--);
    requests.push(request.url ?? '');
    answer(feed, request, response, requests.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oruk`,
    requests,
    together: () => most,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, {'Content-Type': 'application/json'});
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

function answer(feed: FakeFeed, request: IncomingMessage, response: ServerResponse, asked: number): void {
  const url = new URL(request.url ?? '', 'http://feed');
  const path = url.pathname.replace(/^\/oruk/, '');
  if (feed.instead?.(url, response, asked)) return;
  if (path === '/' && feed.version !== undefined) return sendJson(response, {version: feed.version});
  if (path === '/services') return sendJson(response, page(feed, url.searchParams));
  const id = /^\/services\/(.+)$/.exec(path)?.[1];
  const service =
    id === undefined ? undefined : feed.services.find(each => String(each['id']) === decodeURIComponent(id));
  if (service) return sendJson(response, service);
  sendJson(response, {title: 'Not found'}, 404);
}

function page(feed: FakeFeed, query: URLSearchParams): unknown {
  const isSearch = ['search', 'text', 'keywords'].some(name => query.has(name));
  const all = isSearch && feed.honoursSearch ? [] : feed.services;
  const size = feed.perPage ?? Number(query.get('per_page') ?? 50);
  const number = Number(query.get('page') ?? 1);
  const found = all.slice((number - 1) * size, number * size);
  const rows = feed.isShallow
    ? found.map(row => Object.fromEntries(Object.entries(row).filter(([name]) => shallow.includes(name))))
    : found;
  const pages = Math.ceil(all.length / size);
  if (feed.isBare) return {[feed.dialect === 'oruk3' ? 'contents' : 'content']: rows};
  return feed.dialect === 'oruk3'
    ? {
        total_items: all.length,
        total_pages: pages,
        page_number: number,
        size: rows.length,
        first_page: number === 1,
        last_page: number >= pages,
        empty: rows.length === 0,
        contents: rows,
      }
    : {
        totalElements: all.length,
        totalPages: pages,
        number,
        size: rows.length,
        first: number === 1,
        last: number === pages,
        content: rows,
      };
}
