/** The moderation desk's API. `docs/desk-api.md` describes it. */
import type {DeskSession} from '@held-spaces/domain/desk';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import type {Context} from '../context.js';
import {jsonResponse, readJson, resource} from '../http.js';
import type {Answer} from '../http.js';
import {AuditLog} from '../moderation/audit.js';
import {claimItem, decideItem, returnItem, secondItem, undoItem} from '../moderation/items.js';
import {decideGroup} from '../moderation/groups.js';
import {Passkeys} from '../moderation/passkeys.js';
import {removeModerator} from '../moderation/people.js';
import {readQueue} from '../moderation/queue.js';
import {DeskSeal, cookieOf, sessionLasts, sessionLastsAtMost, setCookie} from '../moderation/session.js';
import type {Session} from '../moderation/session.js';
import {nextBatch} from '../evaluations/batch.js';
import {madeOnce} from '../made-once.js';
import {ProblemError} from '../problems.js';
import type {Moderator} from '../store/desk-store.js';

/** Lines of the log in one answer. */
const linesAtOnce = 100;

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

interface SignedIn {
  readonly moderator: Moderator;
  readonly session: Session;
}
export type DeskBody = Readonly<Record<string, unknown>>;
type Work = (signedIn: SignedIn, body: DeskBody, parameters: Readonly<Record<string, string>>) => Promise<object>;

export function deskRoutes({app, store, readModels, now, baseOf, moderatorSupport}: Context): void {
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
  const bodyOf = async (request: Request): Promise<DeskBody> => {
    const site = request.headers.get('Sec-Fetch-Site');
    const own = request.headers.get('Origin') === new URL(baseOf(request)).origin;
    if (!own || (site !== null && site !== 'same-origin')) throw new ProblemError('origin');
    const body = await readJson(request);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as DeskBody;
    throw new ProblemError('bad-field', {pointer: '', expected: 'an object'});
  };
  const sessionOf = ({id, name, role, avoid}: Moderator, {signedIn: since, ends}: Session): DeskSession => ({
    moderator: {id, name, role},
    ends: new Date(ends).toISOString(),
    endsForGood: new Date(since + sessionLastsAtMost).toISOString(),
    support: moderatorSupport,
    avoid,
  });
  const opened = async (request: Request, moderator: Moderator, since: number, status = 200) => {
    const {seal} = await tools();
    const session = {moderatorId: moderator.id, signedIn: since, ends: now().getTime() + sessionLasts};
    const cookie = setCookie(await seal.seal(session), baseOf(request));
    return answer(sessionOf(moderator, session), {'Set-Cookie': cookie}, status);
  };
  const passkeys = async (request: Request) => {
    const {seal, audit} = await tools();
    return new Passkeys({store, seal, audit, origin: new URL(baseOf(request)).origin, now: now()});
  };

  const reading =
    (work: (signedIn: SignedIn, request: Request) => Promise<object>): Answer =>
    async request =>
      answer(await work(await signedIn(request), request));
  const changing =
    (work: Work): Answer =>
    async (request, parameters) => {
      const body = await bodyOf(request);
      return answer(await work(await signedIn(request), body, parameters));
    };
  const nameOf = async () => {
    const model = await readModels.current();
    return (id: string) => {
      const position = model.byId.get(id);
      return position === undefined ? id : model.rows.space(position).name;
    };
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
      await store.desk(desk => desk.keep('moderator', moderator.id, {...moderator, sessionsFrom: now().getTime() + 1}));
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
      await store.desk(desk => desk.keep('moderator', moderator.id, {...moderator, avoid}));
      return sessionOf({...moderator, avoid}, session);
    }),
  });

  resource(app, path('queue'), {
    GET: reading(async ({moderator}) => {
      const serviceName = await nameOf();
      return store.desk(desk => readQueue(desk, moderator, serviceName, now()));
    }),
  });
  const item = (work: typeof decideItem) =>
    changing(async ({moderator}, body, {id = ''}) => {
      const {audit} = await tools();
      const serviceName = await nameOf();
      return store.desk(desk => work({desk, audit, moderator, serviceName, now: now()}, id, body));
    });
  resource(app, path('items/:id/claim'), {POST: item(claimItem)});
  resource(app, path('items/:id/return'), {POST: item(returnItem)});
  resource(app, path('items/:id/decide'), {POST: item(decideItem)});
  resource(app, path('items/:id/second'), {POST: item(secondItem)});
  resource(app, path('items/:id/undo'), {POST: item(undoItem)});
  resource(app, path('groups/:id/decide'), {POST: item(decideGroup)});

  resource(app, path('batch'), {
    GET: reading(() => store.desk(async desk => ({next: (await nextBatch(desk, now())).toISOString().slice(0, 10)}))),
  });
  resource(app, path('moderators'), {
    GET: reading(async ({moderator}) => {
      onlyLead(moderator);
      const all = await store.desk(desk => desk.records('moderator'));
      return {moderators: all.map(([id, {name, role, since}]) => ({id, name, role, since}))};
    }),
  });
  resource(app, path('moderators/:id/remove'), {
    POST: changing(async ({moderator}, _body, {id = ''}) => {
      onlyLead(moderator);
      if (id === moderator.id) throw new ProblemError('desk-second');
      const {audit} = await tools();
      const by = `${moderator.id} ${moderator.name}`;
      const removed = await store.desk(desk => removeModerator(desk, audit, id, by, now()));
      if (!removed) throw new ProblemError('not-found');
      return {};
    }),
  });
  resource(app, path('audit'), {
    GET: reading(async (_signedIn, request) => {
      const {audit} = await tools();
      return store.desk(async desk => {
        const {brokenAt} = await audit.verify(desk);
        const last = await desk.lastAuditLine();
        const before = Number(new URL(request.url).searchParams.get('before') ?? last + 1);
        const to = Math.min(last, Number.isSafeInteger(before) ? before - 1 : last);
        const entries = await desk.auditEntries(to - linesAtOnce + 1, to);
        return {
          lines: entries
            .map(({line, at, by, action, subject, reason}) => ({line, at, by, action, subject, reason}))
            .reverse(),
          whole: brokenAt === undefined,
          ...(brokenAt !== undefined && {brokenAt}),
        };
      });
    }),
  });
}

function onlyLead({role}: Moderator): void {
  if (role !== 'lead') throw new ProblemError('desk-role', {role: 'lead'});
}
