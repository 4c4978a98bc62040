/** The built widgets, the moderation desk, the policies and the demo pages, read once when the server starts: what is not in the list cannot be asked for. */
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {extname, join, sep} from 'node:path';
import {fallbackHtml} from '@held-spaces/domain/crisis-fallback';
import {isOneOf, nations} from '@held-spaces/domain/vocabularies';
import {matches} from '../http.js';

interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

export interface StaticFolders {
  /** Served under `/widgets/`. */
  readonly widgets: string;
  /** Served under `/demo/`. */
  readonly demo: string;
  /** Served under `/desk/`. */
  readonly desk: string | undefined;
  /** Served under `/policies/`: a folder, or files by their names. */
  readonly policies: string | ReadonlyMap<string, string>;
  /** Takes the place of `{{directory}}` in HTML. `{{crisis-list}}` and `{{crisis-list:wales}}` become the
   * crisis lines, `{{crisis-list:wales:cy}}` in Welsh. */
  readonly publicUrl: string;
}

/** Reads the folders that exist. */
export function readStaticFiles({widgets, demo, desk, policies, publicUrl}: StaticFolders): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const [prefix, folder] of [
    ['/widgets/', widgets],
    ['/demo/', demo],
    ['/desk/', desk],
    ['/policies/', policies],
  ] as const) {
    if (folder === undefined) continue;
    for (const [name, bytes] of filesIn(folder)) {
      const type = types[extname(name)];
      if (type === undefined) continue;
      const isPage = extname(name) === '.html' && prefix !== '/policies/';
      const body = new Uint8Array(isPage ? Buffer.from(filledIn(bytes.toString('utf8'), publicUrl)) : bytes);
      const path = prefix + name.split(sep).join('/');
      const file = {
        body,
        etag: `W/"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
        headers: {
          'Content-Type': type,
          'Cache-Control': prefix === '/widgets/' ? 'public, max-age=300' : 'no-cache',
          ...(prefix === '/demo/' && {'Content-Security-Policy': demoPolicy(publicUrl)}),
          ...(prefix === '/desk/' && deskHeaders),
          ...(prefix === '/policies/' && {'Content-Security-Policy': policiesPolicy}),
        },
      };
      files.set(path, file);
      if (path.endsWith('/index.html')) files.set(path.slice(0, -'index.html'.length), file);
    }
  }
  return files;
}

/**
 * A page with our own address, and the crisis lines that stand where no script runs, written in, so that its source can
 * be copied as it is.
 */
const filledIn = (page: string, publicUrl: string): string =>
  page
    .replaceAll('{{directory}}', publicUrl)
    .replace(/\{\{crisis-list(?::([a-z-]+))?(:cy)?\}\}/g, (_, nation?: string, inWelsh?: string) =>
      fallbackHtml(isOneOf(nations, nation) ? nation : undefined, 2, inWelsh ? 'cy' : 'en'),
    );

/** The strictest policy under which the widgets work. The public address is named, as a page may be open under another. */
function demoPolicy(publicUrl: string): string {
  const own = `'self' ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    // The evaluation form does its work against flooding in a worker that the script holds in itself.
    'worker-src blob:',
    `style-src ${own}`,
    `img-src ${own} data:`,
    `connect-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The desk is signed in to, and shows what nobody else may see: no other page may frame it, hold on to its window or read
 * it, nothing of it is kept, and no script runs in it but its own.
 */
const deskHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Pages without a script, whatever an operator may have pasted into them. */
const policiesPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The answer to a request for one of the files; undefined where it is for anything else. */
export function staticResponse(files: StaticFiles, request: Request): Response | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const {pathname} = new URL(request.url);
  const common = {
    ...(!pathname.startsWith('/desk/') && {'Access-Control-Allow-Origin': '*'}),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
  // Links on the page are relative to the folder, so its name needs the slash.
  if (['/demo', '/desk', '/policies'].includes(pathname)) {
    return new Response(null, {status: 308, headers: {...common, Location: `${pathname}/`}});
  }
  const file = files.get(pathname);
  if (!file) return undefined;
  const headers = {...common, ...file.headers, ETag: file.etag};
  if (matches(request.headers.get('If-None-Match'), file.etag)) return new Response(null, {status: 304, headers});
  return new Response(request.method === 'HEAD' ? null : file.body, {headers});
}

function filesIn(folder: string | ReadonlyMap<string, string>): readonly (readonly [name: string, bytes: Buffer])[] {
  if (typeof folder !== 'string') return [...folder].map(([name, text]) => [name, Buffer.from(text)]);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true})
    .map(String)
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => [name, readFileSync(join(folder, name))]);
}
