/** The moderation desk's API. `docs/desk-api.md` describes it. */
import {breakChoices, usualBreakAfter} from '@held-spaces/domain/desk';
import type {DeskSession} from '@held-spaces/domain/desk';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import type {Context} from '../context.js';
import {jsonResponse, readJson, resource} from '../http.js';
import {AuditLog} from '../moderation/audit.js';
import type {Body} from '../moderation/fields.js';
import {Passkeys} from '../moderation/passkeys.js';
import {DeskSeal, cookieOf, sessionLasts, sessionLastsAtMost, setCookie} from '../moderation/session.js';
import type {Session} from '../moderation/session.js';
import {madeOnce} from '../made-once.js';
import {ProblemError} from '../problems.js';
import type {Moderator} from '../store/desk-store.js';
import type {Changing, Reading, SignedIn} from './desk-answers.js';
import {deskWorkRoutes} from './desk-work.js';

/** On every answer under `/desk`, problems too: framed by nobody, read by no other origin, kept nowhere. */
export const deskHeaders = (base: string) => ({
  // The server around this sets "any" where there is nothing: said outright, it is the desk's own origin and no other.
  'Access-Control-Allow-Origin': new URL(base).origin,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

export function deskRoutes({app, store, readModels, now, baseOf, moderatorSupport, bankHolidays}: Context): void {
  // Whoever reads hard words for others has somebody to talk to, or does not read them.
  if (moderatorSupport === undefined) return;
  const tools = madeOnce(async () => {
    const secret = await store.secret();
    return {seal: new DeskSeal(secret), audit: new AuditLog(secret)};
  });
  const answer = (body: object, headers: Readonly<Record<string, string>> = {}, status = 200) =>
    jsonResponse(JSON.stringify(body), headers, status);

  const signedIn = async (request: Request): Promise<SignedIn> => {
    const {seal} = await tools();
    const session = await seal.open(cookieOf(request) ?? '', now().getTime());
    const moderator = session && (await store.desk(desk => desk.record('moderator', session.moderatorId)));
    if (!session || !moderator || session.signedIn < moderator.sessionsFrom) throw new ProblemError('desk-sign-in');
    return {moderator, session};
  };
  /** Of the same origin, as JSON, from nowhere else: a cookie that is `SameSite=Strict` is not all that stands in the way. */
  const bodyOf = async (request: Request): Promise<Body> => {
    const site = request.headers.get('Sec-Fetch-Site');
    const own = request.headers.get('Origin') === new URL(baseOf(request)).origin;
    if (!own || (site !== null && site !== 'same-origin')) throw new ProblemError('origin');
    const body = await readJson(request);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
    throw new ProblemError('bad-field', {pointer: '', expected: 'an object'});
  };
  const sessionOf = (
    {id, name, role, avoid, breakAfter = usualBreakAfter}: Moderator,
    {signedIn: since, ends}: Session,
  ): DeskSession => ({
    moderator: {id, name, role},
    ends: new Date(ends).toISOString(),
    endsForGood: new Date(since + sessionLastsAtMost).toISOString(),
    support: moderatorSupport,
    avoid,
    breakAfter,
  });
  const opened = async (request: Request, moderator: Moderator, since: number, status = 200) => {
    const {seal} = await tools();
    const session = {moderatorId: moderator.id, signedIn: since, ends: now().getTime() + sessionLasts};
    const cookie = setCookie(await seal.seal(session), baseOf(request));
    return answer(sessionOf(moderator, session), {'Set-Cookie': cookie}, status);
  };
  /** Whoever was removed meanwhile is not made anew by it. */
  const change = ({id}: Moderator, what: Partial<Pick<Moderator, 'avoid' | 'breakAfter' | 'sessionsFrom'>>) =>
    store.desk(async desk => {
      const current = await desk.record('moderator', id);
      if (!current) throw new ProblemError('desk-sign-in');
      const next = {...current, ...what};
      await desk.keep('moderator', id, next);
      return next;
    });
  const passkeys = async (request: Request) => {
    const {seal, audit} = await tools();
    return new Passkeys({store, seal, audit, origin: new URL(baseOf(request)).origin, now: now()});
  };

  const reading: Reading = work => async (request, parameters) =>
    answer(await work(await signedIn(request), request, parameters));
  const changing: Changing = work => async (request, parameters) => {
    const body = await bodyOf(request);
    return answer(await work(await signedIn(request), body, parameters));
  };
  const path = (rest: string) => `/desk/api/${rest}`;

  resource(app, path('enrol/options'), {
    POST: async request => {
      const body = await bodyOf(request);
      return answer(await (await passkeys(request)).enrolOptions(body['invitation']));
    },
  });
  resource(app, path('enrol'), {
    POST: async request => {
      const moderator = await (await passkeys(request)).enrol(await bodyOf(request));
      return opened(request, moderator, now().getTime(), 201);
    },
  });
  resource(app, path('session/options'), {
    POST: async request => {
      await bodyOf(request);
      return answer(await (await passkeys(request)).signInOptions());
    },
  });
  resource(app, path('session'), {
    GET: reading(async ({moderator, session}) => sessionOf(moderator, session)),
    POST: async request => {
      const moderator = await (await passkeys(request)).signIn(await bodyOf(request));
      return opened(request, moderator, now().getTime());
    },
  });
  resource(app, path('session/stay'), {
    POST: async request => {
      await bodyOf(request);
      const {moderator, session} = await signedIn(request);
      return opened(request, moderator, session.signedIn);
    },
  });
  resource(app, path('session/end'), {
    POST: async request => {
      await bodyOf(request);
      const {moderator} = await signedIn(request);
      await change(moderator, {sessionsFrom: now().getTime() + 1});
      return answer({}, {'Set-Cookie': setCookie(undefined, baseOf(request))});
    },
  });
  resource(app, path('session/avoid'), {
    POST: changing(async ({moderator, session}, {topics}) => {
      const list: readonly unknown[] = Array.isArray(topics) ? topics : [undefined];
      if (!list.every(topic => isOneOf(contentTopics, topic))) {
        throw new ProblemError('bad-field', {pointer: '/topics', expected: `a list of ${contentTopics.join(', ')}`});
      }
      const avoid = contentTopics.filter(topic => list.includes(topic));
      return sessionOf(await change(moderator, {avoid}), session);
    }),
  });
  resource(app, path('session/break'), {
    POST: changing(async ({moderator, session}, {minutes}) => {
      const breakAfter = breakChoices.find(each => each === minutes);
      if (breakAfter === undefined) {
        throw new ProblemError('bad-field', {pointer: '/minutes', expected: `one of ${breakChoices.join(', ')}`});
      }
      return sessionOf(await change(moderator, {breakAfter}), session);
    }),
  });

  deskWorkRoutes({
    app,
    store,
    readModels,
    now,
    bankHolidays,
    audit: async () => (await tools()).audit,
    reading,
    changing,
    path,
  });
}
