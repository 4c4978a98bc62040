/**
 * What stands between the network and the directory: limits, headers that are the same on every answer, figures and the
 * log. It sees addresses and whole requests, and lets nothing of them out.
 */
import {createHash, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import {ProblemError, problemParts, problemResponse} from '../problems.js';
import type {ProblemSlug} from '../problems.js';
import {clientAddress, isLocal} from './client-address.js';
import type {Environment} from './environment.js';
import {InFlight} from './in-flight.js';
import type {Log} from './log.js';
import type {Metrics} from './metrics.js';
import {WriteLimit} from './write-limit.js';

/** Longest address of a request, in bytes. https://www.rfc-editor.org/rfc/rfc9110#section-4.1-5 asks for 8000 or more. */
export const longestUri = 8192;
/** All header fields of a request together, its first line included, in bytes. */
export const mostHeaders = 16_384;
/** When a write that met a server on its way out may be sent again, in seconds. */
const drainRetry = 5;
/** When a request that met a server with too much to do may be sent again, in seconds. */
const busyRetry = 2;
/** Answered however much there is to do: they tell of it. */
const alwaysAnswered = ['/healthz', '/readyz', '/metrics'];

/** A request as Node's server hands it over. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface EdgeOptions {
  readonly environment: Environment;
  readonly answer: (request: Request) => Promise<Response>;
  readonly routeOf: (pathname: string) => string;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly draining: () => boolean;
}

/** Answers requests through the limits. */
export function atTheEdge(options: EdgeOptions): (request: Request, exchange: Exchange) => Promise<Response> {
  const {environment, answer, metrics, log, draining, routeOf} = options;
  const {publicUrl, allowedOrigins, trustedProxies, writesPerMinute, metricsToken} = environment;
  const limit = new WriteLimit({perMinute: writesPerMinute});
  // Apart, so that a crowd of readers keeps nobody from being heard, and the other way round.
  const inFlight = {reads: new InFlight(environment.readsAtOnce), writes: new InFlight(environment.writesAtOnce)};
  const problem = (slug: ProblemSlug, details: Readonly<Record<string, number>> = {}) =>
    problemResponse(new ProblemError(slug, details), publicUrl);

  /** What ends a write before the directory sees it. */
  const refusal = (incoming: IncomingMessage): Response | undefined => {
    if (draining()) return problem('draining', {seconds: drainRetry});
    const {origin} = incoming.headers;
    const known = origin === undefined || origin === new URL(publicUrl).origin || allowedOrigins?.has(origin);
    if (allowedOrigins && !known) return problem('origin');
    const wait = limit.take(clientAddress(incoming, trustedProxies));
    return wait > 0 ? problem('rate-limited', {seconds: wait}) : undefined;
  };

  const ownPages = async (pathname: string, {incoming}: Exchange): Promise<Response | undefined> => {
    if (pathname === '/metrics' && mayReadMetrics(incoming, metricsToken)) {
      const {type, body} = await metrics.text();
      return new Response(body, {headers: {'Content-Type': type, 'Cache-Control': 'no-store'}});
    }
    return undefined;
  };

  return async (request, exchange) => {
    const {url = '/', method = 'GET'} = exchange.incoming;
    const pathname = url.split('?', 1)[0] ?? '';
    const reads = method === 'GET' || method === 'HEAD';
    const isCounted = method !== 'OPTIONS' && !alwaysAnswered.includes(pathname);
    let response: Response;
    if (url.length > longestUri) response = problem('uri-too-long', {limit: longestUri});
    else if (isCounted && !inFlight[reads ? 'reads' : 'writes'].enter(exchange.outgoing)) {
      response = problem('overloaded', {seconds: busyRetry});
    } else if (reads) response = (await ownPages(pathname, exchange)) ?? (await answer(request));
    else response = (method !== 'OPTIONS' && refusal(exchange.incoming)) || (await answer(request));
    return response.status < 400 || exchange.incoming.errored
      ? response
      : logged(response, routeOf(pathname), method, log);
  };
}

/** Writes down that a request ended with a problem: which kind, on which route. */
async function logged(response: Response, route: string, method: string, log: Log): Promise<Response> {
  const {status, headers} = response;
  const isProblem = headers.get('Content-Type') === 'application/problem+json' && !headers.has('Content-Encoding');
  const body = isProblem && response.body ? await response.text() : undefined;
  const type = body === undefined ? undefined : (JSON.parse(body) as {type?: string}).type;
  const level = status >= 500 ? 'error' : [403, 429].includes(status) ? 'warn' : 'debug';
  log[level]({
    event: 'problem',
    problem: type?.split('/').at(-1) ?? 'unknown',
    status,
    route,
    method: methodName(method),
  });
  return body === undefined ? response : new Response(body, {status, headers});
}

const methodName = (method: string) => (/^[A-Z]{1,10}$/.test(method) ? method : 'other');

/** Sets what every answer carries, keeps count of them, and answers what Node would refuse without a word. */
export function prepareServer(server: Server, options: Omit<EdgeOptions, 'answer'>): void {
  const {environment, metrics, routeOf, draining, log} = options;
  const headers = Object.entries(commonHeaders(environment.publicUrl));
  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const arrived = performance.now();
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    // A connection that is kept open would keep the process from ending.
    if (draining()) outgoing.setHeader('Connection', 'close');
    outgoing.once('close', () => {
      const route = routeOf((incoming.url ?? '').split('?', 1)[0] ?? '');
      metrics.count(route, incoming.method ?? '', outgoing.statusCode, (performance.now() - arrived) / 1000);
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuse(error, socket, environment, log);
  });
}

/** On every answer, unless the answer itself says otherwise. */
function commonHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': '*',
    // Of what is not meant to be a page, nothing is loaded, run or framed.
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(publicUrl.startsWith('https:') && {'Strict-Transport-Security': 'max-age=31536000'}),
  };
}

/** A request that never became one: too slow, too long, or not HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, environment: Environment, log: Log): void {
  const {publicUrl, requestTimeoutSeconds} = environment;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problems: Readonly<Record<string, ProblemError>> = {
    HPE_HEADER_OVERFLOW: new ProblemError('headers-too-large', {limit: mostHeaders}),
    ERR_HTTP_REQUEST_TIMEOUT: new ProblemError('timeout', {seconds: requestTimeoutSeconds}),
  };
  const known = problems[error.code ?? ''];
  const {status, headers, body} = known ? problemParts(known, publicUrl) : {status: 400, headers: {}, body: ''};
  log.debug({event: 'refused', status});
  const lines = Object.entries({...commonHeaders(publicUrl), ...headers, 'Content-Length': Buffer.byteLength(body)});
  socket.end(
    [
      `HTTP/1.1 ${status} Refused`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
    // Whoever goes on sending is not listened to.
    () => socket.destroySoon(),
  );
}

/** Whoever knows the token, and without one, whoever asks on this machine. To all others there is no such page. */
function mayReadMetrics(incoming: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return isLocal(incoming);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(incoming.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
