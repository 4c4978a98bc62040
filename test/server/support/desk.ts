import type {AppOptions} from '../../../server/src/app.js';
import {runBatch} from '../../../server/src/evaluations/batch.js';
import {readSummaries} from '../../../server/src/evaluations/summary.js';
import {AuditLog} from '../../../server/src/moderation/audit.js';
import {DeskSeal} from '../../../server/src/moderation/session.js';
import type {Moderator} from '../../../server/src/store/desk-store.js';
import type {StoredEvaluation} from '../../../server/src/store/store.js';
import {directory, publicUrl, sampleFile, today} from './directory.js';

export interface DeskAnswer {
  readonly status: number;
  /** Of the problem, where it is one. */
  readonly slug: string | undefined;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {version?: number; items?: Record<string, unknown>[]};
}

/** A space of the sample that evaluations are about. */
export const serviceId = sampleFile.spaces[0]!.id;

/** A directory with a desk, its clock in the test's hands. */
export async function openDesk(options: AppOptions = {}) {
  const clock = {now: today};
  const own = directory({now: () => clock.now, moderatorSupport: 'Somebody to talk to', ...options});
  const secret = await own.store.secret();
  const seal = new DeskSeal(secret);
  const audit = new AuditLog(secret);
  let sent = 0;

  /** Keeps an evaluation under `key-0000`, `key-0001` and so on; its code is `code-0000`. */
  const add = (evaluation: Partial<StoredEvaluation> = {}) => {
    const id = `${sent++}`.padStart(4, '0');
    return own.store.addEvaluation({
      keyHash: `key-${id}`,
      bodyHash: id,
      codeHash: `code-${id}`,
      month: '2026-11',
      formVersion: '2',
      serviceId,
      role: 'experiencer',
      answers: {'time.heard': 'yes-mostly'},
      stages: [],
      ...evaluation,
    });
  };

  const cookieFor = async (moderatorId: string, signedIn = clock.now.getTime()) =>
    `held_desk=${await seal.seal({moderatorId, signedIn, ends: signedIn + 1_800_000})}`;

  /** Makes a moderator, and gives the cookie of their session. */
  const moderator = async (name: string, role: Moderator['role'] = 'moderator') => {
    const passkey = {id: name, publicKey: '', counter: 0};
    const value: Moderator = {id: `m-${name}`, name, role, since: '2026-11-01', avoid: [], sessionsFrom: 0, passkey};
    await own.store.desk(desk => desk.keep('moderator', value.id, value));
    return cookieFor(value.id);
  };

  /** A GET, or with a body a POST from the desk's own page. A string is sent as it is. */
  const ask = async (
    path: string,
    cookie?: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<DeskAnswer> => {
    const response = await own.app.request(`/desk/api/${path}`, {
      ...(body !== undefined && {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body)}),
      headers: {
        ...(cookie && {Cookie: cookie}),
        ...(body !== undefined && {'Content-Type': 'application/json', Origin: publicUrl}),
        ...headers,
      },
    });
    const answer = (await response.json()) as DeskAnswer['body'];
    const slug = String(answer['type'] ?? '')
      .split('/')
      .at(-1);
    return {status: response.status, slug: slug || undefined, headers: response.headers, body: answer};
  };

  const decide = async (cookie: string, id: string, decision: object) => {
    const {body} = await ask(`items/${id}/claim`, cookie, {});
    return ask(`items/${id}/decide`, cookie, {version: body.version, decision});
  };

  const batch = () => own.store.desk(desk => runBatch(desk, audit, clock.now, {force: true}));
  const summary = async () => (await own.store.desk(each => readSummaries(each, []))).get(serviceId);
  const log = () => own.store.desk(desk => desk.auditEntries(1, 999));

  /** Five people answered, one of them in words, which moderator Ash let through and a batch published. */
  const publishWords = async (evaluation: Partial<StoredEvaluation> = {}) => {
    const ash = await moderator('Ash');
    await add({words: 'Someone made tea.', ...evaluation});
    for (let i = 1; i < 5; i++) await add();
    await decide(ash, 'key-0000', {kind: 'accept'});
    await batch();
    await batch();
    return ash;
  };

  return {own, clock, seal, audit, add, moderator, cookieFor, ask, decide, batch, summary, log, publishWords};
}
