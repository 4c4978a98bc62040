import {readFileSync} from 'node:fs';
import type {Server} from 'node:http';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/places';
import {createAdaptorServer} from '@hono/node-server';
import {createApp} from '../app.js';
import type {Documents, OpenApiDocument} from '../app.js';
import {ReadModels} from '../read-model/read-models.js';
import {openStore} from '../store/open-store.js';
import {compressing} from './compression.js';
import type {Fetch} from './compression.js';
import {readEnvironment} from './environment.js';
import {CommandError} from './messages.js';
import {readStaticFiles, staticResponse} from './static-files.js';

/** How often the store is asked whether another process imported something, in milliseconds. */
const checkEvery = 2000;
/** How long requests under way may take once the process was told to stop, in milliseconds. */
const drainFor = 10_000;

/** How long a request may take to arrive whole, in milliseconds. */
const arriveWithin = 30_000;

const attribution = 'Postcode districts: Gibbs/uk-postcodes (CC0).';

/** `held-directory serve`: runs until it is told to stop. */
export async function serveCommand(args: readonly string[], root: URL): Promise<void> {
  const folder = staticFolder(args, root);
  const {port, databaseUrl, publicUrl, staleAfterDays} = readEnvironment(process.env);
  const store = await openStore(databaseUrl);
  const readModels = new ReadModels(store, {staleAfterDays, checkEvery});
  let draining = false;
  const app = createApp(store, {
    publicUrl,
    staleAfterDays,
    readModels,
    documents: readDocuments(root),
    draining: () => draining,
    onError: reportError,
  });
  const files = readStaticFiles({widgets: `${folder}dist/cdn`, demo: `${folder}demo`, publicUrl});
  const answer = compressing(async request => staticResponse(files, request) ?? app.fetch(request));
  const fetch: Fetch = async request => {
    const response = await answer(request);
    // A connection that is kept open would keep the process from ending.
    if (draining) response.headers.set('Connection', 'close');
    return response;
  };
  const server = createAdaptorServer({fetch}) as Server;
  server.requestTimeout = arriveWithin;

  await readModels.refresh();
  await listen(server, port).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  console.log(`Held Spaces directory: ${publicUrl}/`);
  if (files.has('/demo/')) console.log(`Demo pages:            ${publicUrl}/demo/`);

  const timer = setInterval(() => void readModels.refresh().catch(() => undefined), checkEvery);
  void warm(fetch, publicUrl, [...files.keys()], () => draining).catch(() => undefined);

  await new Promise<void>(resolve => {
    const stop = () => {
      if (draining) return;
      draining = true;
      clearInterval(timer);
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), drainFor).unref();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  await store.close();
}

function staticFolder(args: readonly string[], root: URL): string {
  try {
    const {values} = parseArgs({args: [...args], options: {static: {type: 'string'}}});
    return values.static === undefined ? fileURLToPath(root) : `${values.static.replace(/\/+$/, '')}/`;
  } catch (error) {
    throw new CommandError(
      `held-directory serve: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}

function readDocuments(root: URL): Documents {
  const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
  return {
    places: buildPlaceFile(parseOutcodeRows(text('server/data/outcodes.csv')), attribution),
    openReferral: JSON.parse(text('server/standards/oruk-3.0/openapi.bundled.json')) as OpenApiDocument,
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is in use. Stop the other process or set PORT.`)
          : new CommandError(`Port ${port} could not be opened: ${error.code ?? 'unknown reason'}.`),
      );
    });
    server.listen(port, () => resolve());
  });
}

/** Presses what most visitors will ask for, before they do. */
async function warm(fetch: Fetch, base: string, paths: readonly string[], stopped: () => boolean): Promise<void> {
  const ask = (path: string) => fetch(new Request(`${base}${path}`, {headers: {'Accept-Encoding': 'br'}}));
  const index = (await (await fetch(new Request(`${base}/held/areas`))).json()) as {
    areas: {href: string; detailsHref: string}[];
  };
  const areas = index.areas.flatMap(({href, detailsHref}) => [`/held/${href}`, `/held/${detailsHref}`]);
  for (const path of ['/held/areas', '/held/outcodes', ...areas, ...paths]) {
    if (stopped()) return;
    await ask(path);
  }
}

/** An error that nobody foresaw, without its message, which may hold what somebody sent. */
function reportError(reference: string, error: Error) {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  console.error([`Internal error ${reference}: ${error.name}`, ...frames].join('\n'));
}
