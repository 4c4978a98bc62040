import {existsSync} from 'node:fs';
import type {Server} from 'node:http';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {createAdaptorServer} from '@hono/node-server';
import {createApp} from '../app.js';
import {runBatch} from '../evaluations/batch.js';
import {AuditLog} from '../moderation/audit.js';
import {policyFiles} from '../policies/pages.js';
import {ReadModels} from '../read-model/read-models.js';
import {isPostgres, openStore} from '../store/open-store.js';
import type {Store, StoreFailure} from '../store/store.js';
import {collectGarbage} from './collect-garbage.js';
import {compressing} from './compression.js';
import type {Fetch} from './compression.js';
import {fromDemoFeed} from './demo-feed.js';
import {readDeskFiles} from './desk-files.js';
import {readDocuments} from './documents.js';
import {atTheEdge, mostHeaders, prepareServer} from './edge.js';
import type {Exchange} from './edge.js';
import {readEnvironment} from './environment.js';
import {createLog, placeOf} from './log.js';
import type {Log} from './log.js';
import {CommandError} from './messages.js';
import {Metrics, routeTemplates} from './metrics.js';
import {noteSealKey} from './seal-key.js';
import {readStaticFiles, staticResponse} from './static-files.js';

/** How often the store is asked whether another process changed something, in milliseconds. */
const checkEvery = 1000;
/** How often it is asked whether the week is over, in milliseconds. */
const batchEvery = 3_600_000;
/** How often connections are looked over for requests that take too long to arrive, in milliseconds. */
const lookOverEvery = 1000;
/** When a failure of the database that goes on is told of again, in milliseconds. */
const tellAgainAfter = 60_000;
/** How long a connection is kept open for another request, in milliseconds: longer than proxies do, so that they close first. */
const keepAlive = 65_000;
/** Files that are pressed before anybody asks. In a larger directory, most are asked for by nobody for a long time. */
const mostToWarm = 60;

/** `held-directory serve`: runs until it is told to stop. */
export async function serveCommand(args: readonly string[], root: URL): Promise<void> {
  const folder = staticFolder(args, root);
  const environment = readEnvironment(process.env);
  const {port, databaseUrl, publicUrl, staleAfterDays, corrections} = environment;
  const log = createLog(environment.logLevel);
  endOnUnforeseen(log);
  const desk = readDeskFiles(environment);
  const store = await openStore(databaseUrl, {
    onFailure: storeFailures(log),
  });
  const readModels = new ReadModels(store, {staleAfterDays, corrections, checkEvery, onSettled: collectGarbage});
  let draining = false;
  const app = createApp(store, {
    publicUrl,
    staleAfterDays,
    readModels,
    documents: readDocuments(root),
    draining: () => draining,
    ...desk,
    keepYears: environment.keepYears,
    readWithinDays: environment.readWithinDays,
    onError: (reference, error) => {
      if (!hasLeft(error)) log.error({event: 'internal-error', reference, ...placeOf(error)});
    },
  });
  const files = readStaticFiles({
    widgets: `${folder}dist/cdn`,
    demo: `${folder}demo`,
    // The pages are of no use without what they ask.
    desk: app.routes.some(({path}) => path.startsWith('/desk/api/')) ? `${folder}server/dist/desk` : undefined,
    policies:
      environment.policies === undefined ? policyFiles(environment.policyFacts) : policiesIn(environment.policies),
    publicUrl,
  });
  const hasDemo = files.has('/demo/');
  const answer = compressing(
    async request => staticResponse(files, request) ?? app.fetch(hasDemo ? fromDemoFeed(request) : request),
  );
  const edge = {
    environment,
    answer,
    routeOf: routeTemplates([
      ...app.routes.map(({path}) => path),
      '/metrics',
      '/widgets/*',
      '/demo/*',
      '/desk/*',
      '/policies/*',
    ]),
    metrics: new Metrics(readModels),
    log,
    draining: () => draining,
  };
  const through = atTheEdge(edge);
  const {requestTimeoutSeconds} = environment;
  const server = createAdaptorServer({
    fetch: (request, bindings) => through(request, bindings as Exchange),
    serverOptions: {
      maxHeaderSize: mostHeaders,
      requestTimeout: requestTimeoutSeconds * 1000,
      headersTimeout: Math.min(requestTimeoutSeconds, 10) * 1000,
      keepAliveTimeout: keepAlive,
      connectionsCheckingInterval: lookOverEvery,
    },
  }) as Server;
  prepareServer(server, edge);

  try {
    await listen(server, port);
    // It answers before it is ready, so that who watches it is told so. Reads wait; /readyz says 503.
    await readModels.refresh();
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await store.close();
    throw error;
  }
  log.info({event: 'started', port, store: isPostgres(databaseUrl) ? 'postgres' : 'sqlite', node: process.version});
  console.log(`Held Spaces directory: ${publicUrl}/`);
  if (hasDemo) console.log(`Demo pages:            ${publicUrl}/demo/`);

  // The store told of its failure, and the next start tries again.
  void noteSealKey(store, desk.sealKey, new Date()).catch(() => undefined);
  const publishing = () => void publishWeekly(store, environment.keepYears, log);
  const batches = setInterval(publishing, batchEvery);
  publishing();
  const timer = setInterval(() => void readModels.refresh().catch(() => undefined), checkEvery);
  void warm(answer, publicUrl, [...files.keys()], () => draining).catch(() => undefined);

  await toldToStop();
  draining = true;
  log.info({event: 'draining'});
  clearInterval(timer);
  clearInterval(batches);
  await new Promise(resolve => setTimeout(resolve, environment.drainDelaySeconds * 1000));
  await closed(server, environment.drainSeconds * 1000);
  await store.close();
  log.info({event: 'stopped'});
}

/** Runs a batch if it is time for one. Of several servers, the first to ask does. */
async function publishWeekly(store: Store, keepYears: number, log: Log): Promise<void> {
  try {
    const audit = new AuditLog(await store.secret());
    const facts = await store.desk(desk => runBatch(desk, audit, new Date(), {keepYears}));
    if (facts) {
      const {spaces, groups, forgotten} = facts;
      log.info({event: 'batch', spaces, groups, forgotten});
    }
  } catch {
    // The store told of its failure, and the next hour tries again.
  }
}

/** Writes down that the database failed: the same failure once a minute, however often it is met. */
function storeFailures(log: Log): (failure: StoreFailure, code: string) => void {
  const lastTold = new Map<string, number>();
  return (failure, code) => {
    const now = performance.now();
    if (now - (lastTold.get(code) ?? Number.NEGATIVE_INFINITY) < tellAgainAfter) return;
    lastTold.set(code, now);
    log.error({event: 'store-failure', failure, code});
  };
}

/** Whoever was sending closed the connection, or took too long and was told so: nobody is there to be answered. */
const hasLeft = (error: Error) => 'code' in error && error.code === 'ECONNRESET';

const toldToStop = () =>
  new Promise<void>(resolve => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });

/** Takes no new connections, and waits for the answers under way. */
const closed = (server: Server, atMost: number) =>
  new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), atMost).unref();
  });

/** Without this, Node would print the error with its message, and with whatever of a request is in it. */
function endOnUnforeseen(log: Log): void {
  const end = (thrown: unknown) => {
    log.fatal({event: 'unforeseen', ...placeOf(thrown instanceof Error ? thrown : new Error())});
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** A folder that is not there would take the pages from people who have a right to them. */
function policiesIn(folder: string): string {
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new CommandError(
    `HELD_POLICIES: ${folder} has no index.html. held-directory policies ${folder} writes it. The server did not start.`,
  );
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
  for (const path of ['/held/areas', '/held/outcodes', ...paths, ...areas.slice(0, mostToWarm)]) {
    if (stopped()) return;
    await ask(path);
  }
}
