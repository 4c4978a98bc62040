import {beforeEach, describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {readSummaries} from '../../server/src/evaluations/summary.js';
import {AuditLog} from '../../server/src/moderation/audit.js';
import {inviteModerator} from '../../server/src/moderation/people.js';
import {DeskSeal} from '../../server/src/moderation/session.js';
import type {Moderator} from '../../server/src/store/desk-store.js';
import type {StoredEvaluation} from '../../server/src/store/store.js';
import {directory, publicUrl, sampleFile, today} from './support/directory.js';

let own: ReturnType<typeof directory>;
let now: Date;
let seal: DeskSeal;
let audit: AuditLog;
let sent: number;
beforeEach(async () => {
  now = today;
  sent = 0;
  own = directory({now: () => now, moderatorSupport: 'Somebody to talk to'});
  const secret = await own.store.secret();
  seal = new DeskSeal(secret);
  audit = new AuditLog(secret);
});

const serviceId = sampleFile.spaces[0]!.id;
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
/** A moderator and their cookie. */
const moderator = async (name: string, role: Moderator['role'] = 'moderator') => {
  const passkey = {id: name, publicKey: '', counter: 0};
  const value: Moderator = {id: `m-${name}`, name, role, since: '2026-11-01', avoid: [], sessionsFrom: 0, passkey};
  await own.store.desk(desk => desk.keep('moderator', value.id, value));
  const session = {moderatorId: value.id, signedIn: now.getTime(), ends: now.getTime() + 1_800_000};
  return `held_desk=${await seal.seal(session)}`;
};
interface Answer {
  readonly status: number;
  readonly slug: string | undefined;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {version?: number; items?: Record<string, unknown>[]};
}
const ask = async (
  path: string,
  cookie?: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const response = await own.app.request(`/desk/api/${path}`, {
    ...(body !== undefined && {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body)}),
    headers: {
      ...(cookie && {Cookie: cookie}),
      ...(body !== undefined && {'Content-Type': 'application/json', Origin: publicUrl}),
      ...headers,
    },
  });
  const text = (await response.json()) as Answer['body'];
  return {
    status: response.status,
    slug:
      String(text['type'] ?? '')
        .split('/')
        .at(-1) || undefined,
    headers: response.headers,
    body: text,
  };
};
const decide = async (cookie: string, id: string, decision: object) => {
  const {body} = await ask(`items/${id}/claim`, cookie, {});
  return ask(`items/${id}/decide`, cookie, {version: body.version, decision});
};

describe('the desk', () => {
  it('is for whoever has signed in, and framed and cached by nobody', async () => {
    expect(await ask('queue')).toMatchObject({status: 401, slug: 'desk-sign-in'});
    expect(await ask('queue', 'held_desk=m-x.1.9999999999999.AAAA')).toMatchObject({status: 401});
    const answer = await ask('queue', await moderator('Ash'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('Access-Control-Allow-Origin')).not.toBe('*');
  });

  it('takes no change from another origin, from a form, or without an origin', async () => {
    const cookie = await moderator('Ash');
    await add({words: 'Kind.'});
    const foreign: Record<string, string>[] = [
      {Origin: 'https://evil.example'},
      {Origin: 'null'},
      {Origin: ''},
      {'Sec-Fetch-Site': 'cross-site'},
    ];
    for (const headers of foreign) {
      const answer = await ask('items/key-0000/claim', cookie, {}, headers);
      expect(answer).toMatchObject({status: 403, slug: 'origin'});
    }
    expect(await ask('items/key-0000/claim', cookie, '{}', {'Content-Type': 'text/plain'})).toMatchObject({
      status: 415,
    });
    const [row] = await own.store.desk(desk => desk.evaluations({}));
    expect(row?.state.version).toBe(1);
  });

  it('ends a session when its time is over, when it is signed out, and when the moderator was removed', async () => {
    const ash = await moderator('Ash');
    expect((await ask('session', ash)).body).toMatchObject({moderator: {name: 'Ash'}, support: 'Somebody to talk to'});
    expect((await ask('session/end', ash, {})).headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await ask('session', ash)).status).toBe(401);
    const bay = await moderator('Bay');
    now = new Date(today.getTime() + 1_800_001);
    expect((await ask('session', bay)).status).toBe(401);
    now = today;
    const lead = await moderator('Lee', 'lead');
    expect((await ask('moderators/m-Bay/remove', lead, {})).status).toBe(200);
    expect((await ask('session', bay)).status).toBe(401);
  });

  it('lets only a lead say who moderates', async () => {
    const ash = await moderator('Ash');
    expect(await ask('moderators', ash)).toMatchObject({status: 403, slug: 'desk-role'});
    expect(await ask('moderators/m-Ash/remove', ash, {})).toMatchObject({status: 403, slug: 'desk-role'});
    expect((await ask('moderators', await moderator('Lee', 'lead'))).status).toBe(200);
  });

  it('gives a passkey challenge for an invitation that is good, and for no other', async () => {
    const invitation = await own.store.desk(desk => inviteModerator(desk, {seal, audit}, 'Ash', 'moderator', now));
    const options = await ask('enrol/options', undefined, {invitation});
    expect(options.body).toMatchObject({
      name: 'Ash',
      options: {rp: {id: 'directory.example'}, authenticatorSelection: {userVerification: 'required'}},
    });
    expect(await ask('enrol/options', undefined, {invitation: 'x'})).toMatchObject({status: 404, slug: 'invitation'});
    expect(await ask('enrol', undefined, {invitation, name: 'Ash', response: {}})).toMatchObject({status: 401});
    expect(await ask('session', undefined, {response: {id: 'x'}})).toMatchObject({status: 401});
    now = new Date(today.getTime() + 4 * 86_400_000);
    expect(await ask('enrol/options', undefined, {invitation})).toMatchObject({status: 404});
  });
});

describe('words on the desk', () => {
  it('are shown after one moderator let them through and a batch went out, and gone when taken back', async () => {
    for (let i = 0; i < 5; i++) await add(i === 0 ? {words: 'Someone made tea.'} : {});
    const ash = await moderator('Ash');
    expect((await ask('queue', ash)).body.items).toMatchObject([
      {kind: 'words', id: 'key-0000', letters: 17, needs: 'moderator'},
    ]);
    expect(await decide(ash, 'key-0000', {kind: 'accept'})).toMatchObject({
      status: 200,
      body: {state: 'accepted', shown: false},
    });
    const quotes = async () => (await own.store.desk(readSummaries)).get(serviceId)?.quotes;
    for (let week = 1; week <= 2; week++) {
      await own.store.desk(desk => runBatch(desk, audit, now, {force: true}));
    }
    expect(await quotes()).toMatchObject([{parts: ['Someone made tea.']}]);
    const service = await own.json(`/services/${serviceId}`);
    expect(service).toMatchObject({held_evaluations: {roles: {experiencer: {people: 5}}}});
    await own.store.withdrawEvaluation('code-0000');
    expect(await quotes()).toEqual([]);
  });

  it('can be read by one moderator at a time, and a stale decision is refused', async () => {
    await add({words: 'Kind.'});
    const [ash, bay] = [await moderator('Ash'), await moderator('Bay')];
    const taken = await ask('items/key-0000/claim', ash, {});
    expect(await ask('items/key-0000/claim', bay, {})).toMatchObject({status: 409, slug: 'desk-stale'});
    expect(
      await ask('items/key-0000/decide', bay, {version: taken.body.version, decision: {kind: 'accept'}}),
    ).toMatchObject({status: 409});
    expect(await ask('items/key-0000/decide', ash, {version: 1, decision: {kind: 'accept'}})).toMatchObject({
      status: 409,
    });
    await ask('items/key-0000/return', ash, {});
    expect((await ask('items/key-0000/claim', bay, {})).status).toBe(200);
  });

  it('need two moderators for the gravest reasons, and a lead where they differ', async () => {
    await add({words: 'They did a crime.'});
    const [ash, bay, lee] = [await moderator('Ash'), await moderator('Bay'), await moderator('Lee', 'lead')];
    const grave = {kind: 'withhold', reason: 'crime-named'};
    expect((await decide(ash, 'key-0000', grave)).body['state']).toBe('two-needed');
    expect(await ask('items/key-0000/claim', ash, {})).toMatchObject({status: 409, slug: 'desk-second'});
    expect((await ask('queue', ash)).body.items).toEqual([]);
    expect((await decide(bay, 'key-0000', {kind: 'accept'})).body).toMatchObject({
      state: 'second-opinion',
      needs: 'lead',
    });
    expect((await decide(lee, 'key-0000', grave)).body['state']).toBe('withheld');
  });

  it('can be shown in part, undone, and asked about', async () => {
    await add({words: 'Ann was kind.'});
    const [ash, bay] = [await moderator('Ash'), await moderator('Bay')];
    const part = {kind: 'redact', reason: 'names-someone', leftOut: [[0, 3]]};
    expect(await decide(ash, 'key-0000', {...part, leftOut: [[0, 99]]})).toMatchObject({status: 422});
    const done = await decide(ash, 'key-0000', part);
    expect(done.body['state']).toBe('redacted');
    expect(await ask('items/key-0000/undo', bay, {version: done.body.version})).toMatchObject({status: 409});
    const undone = await ask('items/key-0000/undo', ash, {version: done.body.version});
    expect(undone.body['state']).toBe('waiting');
    const {body} = await ask('items/key-0000/claim', ash, {});
    const asked = await ask('items/key-0000/second', ash, {version: body.version, note: 'Is a first name a name?'});
    expect(asked.body).toMatchObject({state: 'second-opinion', needs: 'second'});
    expect((await ask('queue', ash)).body.items).toEqual([]);
    expect((await ask('queue', bay)).body.items).toHaveLength(1);
  });

  it('of a topic that a moderator avoids are not shown to them', async () => {
    await add({words: 'Hard.', contentNote: ['death']});
    const ash = await moderator('Ash');
    expect((await ask('session/avoid', ash, {topics: ['death']})).status).toBe(200);
    expect((await ask('queue', ash)).body.items).toEqual([]);
  });
});

describe('a group that is held back', () => {
  it('counts only when two moderators said so', async () => {
    for (let i = 0; i < 60; i++) await add();
    const [ash, bay] = [await moderator('Ash'), await moderator('Bay')];
    const [group] = (await ask('queue', ash)).body.items!;
    expect(group).toMatchObject({kind: 'group', count: 60, why: ['burst'], rest: 60});
    const say = (cookie: string, version: unknown) =>
      ask(`groups/${serviceId}/decide`, cookie, {version, decision: 'count'});
    const first = await say(ash, group!['version']);
    expect(first.body).toMatchObject({agreed: 1});
    expect(await say(ash, first.body.version)).toMatchObject({status: 409, slug: 'desk-second'});
    expect((await say(bay, first.body.version)).body).toMatchObject({agreed: 2, left: 0});
    await own.store.desk(desk => runBatch(desk, audit, now, {force: true}));
    expect((await own.store.desk(readSummaries)).get(serviceId)?.roles.experiencer?.people).toBe(60);
  });
});

describe('the log', () => {
  it('tells what was done and by whom, never what people wrote, and notices every change', async () => {
    await add({words: 'Secret words.'});
    const ash = await moderator('Ash');
    await decide(ash, 'key-0000', {kind: 'withhold', reason: 'advert'});
    for (let i = 0; i < 3; i++) await own.store.desk(desk => audit.add(desk, {by: 'system', action: `test-${i}`}, now));
    const {body} = await ask('audit', ash);
    expect(body).toMatchObject({whole: true});
    expect(JSON.stringify(body)).toContain('"reason":"advert"');
    expect(JSON.stringify(body)).not.toContain('Secret');
    const entries = await own.store.desk(desk => desk.auditEntries(1, 99));
    const seals = await own.store.desk(desk => desk.auditSeal());
    const verify = (lines: typeof entries) =>
      audit.verify({
        lastAuditLine: async () => lines.at(-1)?.line ?? 0,
        auditEntries: async (from: number, to: number) => lines.filter(({line}) => line >= from && line <= to),
        auditSeal: async () => seals,
      } as never);
    expect(await verify(entries)).toEqual({lines: 4});
    expect(await verify(entries.map(entry => (entry.line === 2 ? {...entry, action: 'other'} : entry)))).toMatchObject({
      brokenAt: 2,
    });
    expect(await verify(entries.filter(({line}) => line !== 3))).toMatchObject({brokenAt: 3});
    expect(await verify(entries.slice(0, -1))).toMatchObject({brokenAt: 4});
    expect(await verify([])).toMatchObject({brokenAt: 1});
    const swapped = entries
      .map(entry => ({...entry, line: entry.line === 2 ? 3 : entry.line === 3 ? 2 : entry.line}))
      .sort((a, b) => a.line - b.line);
    expect(await verify(swapped)).toMatchObject({brokenAt: 2});
  });
});
