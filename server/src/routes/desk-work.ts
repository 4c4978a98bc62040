/** What moderators do once they have signed in. `docs/desk-api.md` describes it. */
import type {AuditPage, BatchPage, ModeratorRow} from '@held-spaces/domain/desk';
import type {Hono} from 'hono';
import type {Context} from '../context.js';
import {nextBatch} from '../evaluations/batch.js';
import {resource} from '../http.js';
import type {AuditLog} from '../moderation/audit.js';
import {
  closeComplaint,
  decideComplaint,
  enterComplaint,
  hideComplaint,
  openSealed,
  readComplaint,
  shownOf,
} from '../moderation/complaints.js';
import type {Body} from '../moderation/fields.js';
import {decideGroup} from '../moderation/groups.js';
import {claimItem, decideItem, returnItem, secondItem, undoItem} from '../moderation/items.js';
import type {Acting} from '../moderation/items.js';
import {removeModerator} from '../moderation/people.js';
import {readQueue} from '../moderation/queue.js';
import {closeReply, decideReply, enterReply, removeReply} from '../moderation/replies.js';
import {ProblemError} from '../problems.js';
import type {Moderator} from '../store/desk-store.js';
import type {Changing, Reading} from './desk-answers.js';

/** Lines of the log in one answer. */
const linesAtOnce = 100;

interface Desk extends Pick<Context, 'store' | 'readModels' | 'now' | 'bankHolidays'> {
  readonly app: Hono;
  readonly audit: () => Promise<AuditLog>;
  readonly reading: Reading;
  readonly changing: Changing;
  readonly path: (rest: string) => string;
}
type Work = (acting: Acting, id: string, body: Body) => Promise<object>;

export function deskWorkRoutes({
  app,
  store,
  readModels,
  now,
  bankHolidays,
  audit,
  reading,
  changing,
  path,
}: Desk): void {
  /** The name of a space; its id where it is not in the list any more. */
  const nameOf = async () => {
    const model = await readModels.current();
    return (id: string) => {
      const position = model.byId.get(id);
      return position === undefined ? id : model.rows.space(position).name;
    };
  };
  /** Does a piece of work as somebody who still moderates while it is done. */
  const as = async (moderator: Moderator, work: (acting: Acting) => Promise<object>) => {
    const log = await audit();
    const serviceName = await nameOf();
    return store.desk(async desk => {
      const current = await desk.record('moderator', moderator.id);
      if (!current) throw new ProblemError('desk-sign-in');
      return work({desk, audit: log, moderator: current, serviceName, now: now()});
    });
  };
  const get = (name: string, work: (acting: Acting, id: string, query: URLSearchParams) => Promise<object>) =>
    resource(app, path(name), {
      GET: reading(({moderator}, request, {id = ''}) =>
        as(moderator, acting => work(acting, id, new URL(request.url).searchParams)),
      ),
    });
  const post = (name: string, work: Work) =>
    resource(app, path(name), {
      POST: changing(({moderator}, body, {id = ''}) => as(moderator, acting => work(acting, id, body))),
    });

  get('queue', readQueue);
  post('items/:id/claim', claimItem);
  post('items/:id/return', returnItem);
  post('items/:id/decide', decideItem);
  post('items/:id/second', secondItem);
  post('items/:id/undo', undoItem);
  post('groups/:id/decide', decideGroup);

  /** Every id that leads to the same space; the id alone where the space is not in the list any more. */
  const idsOf = async (id: string): Promise<readonly string[]> => {
    const {byId} = await readModels.current();
    const own = byId.get(id);
    return own === undefined ? [id] : [...byId].flatMap(([other, position]) => (position === own ? [other] : []));
  };
  resource(app, path('shown'), {
    GET: reading(async ({moderator}, request) => {
      const ids = await idsOf(new URL(request.url).searchParams.get('service') ?? '');
      return as(moderator, acting => shownOf(acting, ids));
    }),
  });
  post('complaints', (acting, _id, body) => enterComplaint(acting, body, bankHolidays));
  get('complaints/:id', readComplaint);
  post('complaints/:id/hide', hideComplaint);
  post('complaints/:id/decide', decideComplaint);
  post('complaints/:id/close', closeComplaint);
  post('complaints/:id/sealed', openSealed);

  resource(app, path('replies'), {
    POST: changing(async ({moderator}, body) => {
      const model = await readModels.current();
      return as(moderator, acting => enterReply(acting, body, id => model.serviceId(id)));
    }),
  });
  post('replies/:id/decide', decideReply);
  post('replies/:id/close', closeReply);
  post('replies/:id/remove', removeReply);

  get('batch', batchPage);
  get('moderators', async ({desk, moderator}): Promise<{moderators: readonly ModeratorRow[]}> => {
    onlyLead(moderator);
    const all = await desk.records('moderator');
    return {moderators: all.map(([id, {name, role, since}]) => ({id, name, role, since}))};
  });
  post('moderators/:id/remove', async ({desk, audit: log, moderator, now: at}, id) => {
    onlyLead(moderator);
    if (id === moderator.id) throw new ProblemError('desk-second');
    const removed = await removeModerator(desk, log, id, `${moderator.id} ${moderator.name}`, at);
    if (removed !== 'removed') throw new ProblemError('desk-stale');
    return {};
  });
  get('audit', auditPage);
}

async function batchPage({desk, now}: Acting): Promise<BatchPage> {
  const next = (await nextBatch(desk, now)).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const {at, spaces, words, hidden} = (await desk.record('batch', 'last')) ?? {};
  // A batch of an earlier version noted its time alone.
  if (at === undefined || spaces === undefined || words === undefined || hidden === undefined) return {next};
  return {next, last: {day: at.slice(0, 'YYYY-MM-DD'.length), spaces, words, hidden}};
}

async function auditPage({desk, audit}: Acting, _id: string, query: URLSearchParams): Promise<AuditPage> {
  const {brokenAt} = await audit.verify(desk);
  const last = await desk.lastAuditLine();
  const before = Number(query.get('before') ?? last + 1);
  const to = Math.min(last, Number.isSafeInteger(before) ? before - 1 : last);
  const entries = await desk.auditEntries(to - linesAtOnce + 1, to);
  return {
    lines: entries
      .map(({line, at, by, action, subject, reason}) => ({
        line,
        at,
        by,
        action,
        ...(subject !== undefined && {subject}),
        ...(reason && {reason}),
      }))
      .reverse(),
    whole: brokenAt === undefined,
    ...(brokenAt !== undefined && {brokenAt}),
  };
}

function onlyLead({role}: Moderator): void {
  if (role !== 'lead') throw new ProblemError('desk-role', {role: 'lead'});
}
