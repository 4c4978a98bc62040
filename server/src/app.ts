/**
 * The directory as a function from a request to its answer. It opens no port and no file, so that the same directory
 * answers in a server, in tests, and inside a page's mock service worker.
 */
import {Hono} from 'hono';
import type {Context, Documents, SealKey} from './context.js';
import {defaultKeepYears} from './evaluations/keeping.js';
import {ProblemError, problemResponse} from './problems.js';
import {ReadModels} from './read-model/read-models.js';
import {deskHeaders, deskRoutes} from './routes/desk.js';
import {evaluationRoutes} from './routes/evaluations.js';
import {healthRoutes} from './routes/health.js';
import {heldRoutes} from './routes/held.js';
import {openApiRoute} from './routes/openapi.js';
import {postcodeRoutes} from './routes/postcodes.js';
import {problemPages} from './routes/problem-pages.js';
import {organizationRoutes} from './routes/organizations.js';
import {profileRoutes} from './routes/profile.js';
import {serviceRoutes} from './routes/services.js';
import {taxonomyRoutes} from './routes/taxonomies.js';
import type {Store} from './store/store.js';

export type {Documents, OpenApiDocument, SealKey} from './context.js';
export {ReadModels} from './read-model/read-models.js';
export {toSpacesFile} from './import/read-spaces-file.js';
export type {RetiredList} from './import/retired.js';
export {createMemoryStore} from './store/memory-store.js';
export type {Source, Store, StoredEvaluation} from './store/store.js';

export interface AppOptions {
  /** Where the directory is reached from outside. Without one, wherever the request went. */
  readonly publicUrl?: string;
  /** After how many days nothing may be said of "now" from a record. 365 by default. */
  readonly staleAfterDays?: number;
  /** Where corrections of records are taken: an e-mail address, or the address of a page. The area index says it. */
  readonly corrections?: string | undefined;
  readonly documents?: Documents;
  /** Clock of the month that an evaluation is kept with. */
  readonly now?: () => Date;
  /** Whom a moderator can turn to, as the desk says it. Without it, there is no desk, and no words are taken. */
  readonly moderatorSupport?: string;
  /** Days that are left out of the 48 hours in which a complaint is answered, beside weekends: `YYYY-MM-DD`. */
  readonly bankHolidays?: ReadonlySet<string>;
  /** The public key to which a way to reach a writer may be sealed. Without it none is offered or taken. */
  readonly sealKey?: SealKey;
  /** For how many years an evaluation is kept at most, as the form says it. 5 by default; the weekly batch keeps to it. */
  readonly keepYears?: number;
  /** Within how many days moderators aim to read words, as the form says it. */
  readonly readWithinDays?: number | undefined;
  /** Where the reads come from. Made here where there are none; then every read sees the newest revision. */
  readonly readModels?: ReadModels;
  readonly draining?: () => boolean;
  /** Told of an error that nobody foresaw, under the reference that the answer names. */
  readonly onError?: (reference: string, error: Error) => void;
}

/** After how many days a record is too old to say "open now" from. */
export const defaultStaleAfterDays = 365;

/** On every answer. The directory is public, holds no session, and is read from any page. */
const commonHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

const preflightHeaders = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, If-None-Match',
  'Access-Control-Max-Age': '86400',
} as const;

export function createApp(store: Store, options: AppOptions = {}): Hono {
  const {
    staleAfterDays = defaultStaleAfterDays,
    corrections,
    documents = {},
    now = () => new Date(),
    onError,
  } = options;
  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  const baseOf = (request: Request) => publicUrl ?? new URL(request.url).origin;
  const app = new Hono();
  const context: Context = {
    app,
    store,
    readModels: options.readModels ?? new ReadModels(store, {staleAfterDays, corrections, checkEvery: 0, now}),
    documents,
    now,
    moderatorSupport: options.moderatorSupport,
    bankHolidays: options.bankHolidays ?? new Set(),
    sealKey: options.sealKey,
    keepYears: options.keepYears ?? defaultKeepYears,
    readWithinDays: options.readWithinDays,
    draining: options.draining ?? (() => false),
    baseOf,
  };

  app.use(async (context, next) => {
    if (context.req.method === 'OPTIONS') context.res = new Response(null, {status: 204, headers: preflightHeaders});
    else await next();
    const isDesk = context.req.path.startsWith('/desk/');
    for (const [name, value] of Object.entries(isDesk ? deskHeaders(baseOf(context.req.raw)) : commonHeaders)) {
      context.res.headers.set(name, value);
    }
  });
  serviceRoutes(context);
  organizationRoutes(context);
  taxonomyRoutes(context);
  heldRoutes(context);
  profileRoutes(context);
  evaluationRoutes(context);
  deskRoutes(context);
  openApiRoute(context);
  postcodeRoutes(context);
  problemPages(context);
  healthRoutes(context);

  app.notFound(({req}) => problemResponse(new ProblemError('not-found'), context.baseOf(req.raw)));
  app.onError((error, {req}) => {
    if (error instanceof ProblemError) return problemResponse(error, context.baseOf(req.raw));
    const reference = crypto.randomUUID();
    onError?.(reference, error);
    return problemResponse(new ProblemError('internal', {reference}), context.baseOf(req.raw));
  });
  return app;
}
