import {beforeEach, describe, expect, it} from 'vitest';
import {inviteModerator, removeModerator} from '../../server/src/moderation/people.js';
import type {RecordKind} from '../../server/src/store/desk-store.js';
import {openDesk, serviceId} from './support/desk.js';
import {publicUrl} from './support/directory.js';

/**
 * Every path of the desk: how it is asked, and what a moderator and a lead are answered. What is asked for is not there, so
 * that whoever may ask is told of that (404, 409, 422) and whoever may not is told no more than that they may not.
 */
const routes: readonly (readonly [method: 'GET' | 'POST', path: string, moderator: number, lead: number])[] = [
  ['GET', 'session', 200, 200],
  ['POST', 'session/stay', 200, 200],
  ['POST', 'session/avoid', 422, 422],
  ['POST', 'session/break', 422, 422],
  ['POST', 'session/end', 200, 200],
  ['GET', 'queue', 200, 200],
  ['POST', 'items/:id/claim', 404, 404],
  ['POST', 'items/:id/return', 404, 404],
  ['POST', 'items/:id/decide', 404, 404],
  ['POST', 'items/:id/second', 404, 404],
  ['POST', 'items/:id/undo', 404, 404],
  ['POST', 'groups/:id/decide', 409, 409],
  ['GET', 'shown', 200, 200],
  ['POST', 'complaints', 409, 409],
  ['GET', 'complaints/:id', 409, 409],
  ['POST', 'complaints/:id/hide', 409, 409],
  ['POST', 'complaints/:id/decide', 409, 409],
  ['POST', 'complaints/:id/close', 409, 409],
  ['POST', 'complaints/:id/sealed', 409, 409],
  ['POST', 'replies', 404, 404],
  ['POST', 'replies/:id/decide', 409, 409],
  ['POST', 'replies/:id/close', 409, 409],
  ['POST', 'replies/:id/remove', 409, 409],
  ['GET', 'batch', 200, 200],
  ['GET', 'moderators', 403, 200],
  ['POST', 'moderators/:id/remove', 403, 409],
  ['GET', 'audit', 200, 200],
];
/** The door itself is for those who are not signed in. */
const door = ['enrol/options', 'enrol', 'session/options', 'session'];

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});

const kinds: readonly RecordKind[] = [
  'moderator',
  'invitation',
  'complaint',
  'reply',
  'counts',
  'group',
  'batch',
  'seal-key',
];
/** All that is kept, to compare before with after. */
const everything = async () =>
  JSON.stringify([
    await desk.own.store.revision(),
    await desk.own.store.desk(async work => [
      await work.evaluations({}),
      await Promise.all(kinds.map(kind => work.records(kind))),
      await work.auditEntries(1, 9999),
      await work.auditSeal(),
    ]),
  ]);
const send = (method: 'GET' | 'POST', path: string, cookie?: string) =>
  desk.ask(path.replace(':id', 'none'), cookie, method === 'POST' ? {} : undefined);

describe('who may do what at the desk', () => {
  it('is said for every path that there is', () => {
    const known = desk.own.app.routes
      .filter(({path, method}) => path.startsWith('/desk/api/') && method !== 'ALL')
      .map(({path, method}) => `${method} ${path.slice('/desk/api/'.length)}`);
    const listed = [...routes.map(([method, path]) => `${method} ${path}`), ...door.map(path => `POST ${path}`)];
    expect(listed.sort()).toEqual([...new Set(known)].sort());
  });

  it.each(routes)('%s %s: nobody without a session, a moderator, a lead', async (method, path, moderator, lead) => {
    const gone = await desk.moderator('Gone');
    await desk.own.store.desk(work => work.forget('moderator', 'm-Gone'));
    const over = await desk.cookieFor('m-Ash', desk.clock.now.getTime() - 1_800_001);
    const ash = await desk.moderator('Ash');
    const lee = await desk.moderator('Lee', 'lead');
    const before = await everything();
    const strangers = [undefined, gone, over, ash.replace('m-Ash', 'm-Lee'), 'held_desk=', 'other=1'];
    for (const cookie of strangers) {
      expect(await send(method, path, cookie)).toMatchObject({status: 401, slug: 'desk-sign-in'});
    }
    expect(await everything()).toBe(before);
    expect((await send(method, path, ash)).status).toBe(moderator);
    // Whoever was refused, or asked for what is not there, has written nothing.
    if (moderator >= 400) expect(await everything()).toBe(before);
    expect((await send(method, path, lee)).status).toBe(lead);
    if (lead >= 400) expect(await everything()).toBe(before);
  });

  it('is over for whoever was removed between two requests, and cannot be brought back by one on its way', async () => {
    const ash = await desk.moderator('Ash');
    const lee = await desk.moderator('Lee', 'lead');
    await Promise.all([
      desk.ask('moderators/m-Ash/remove', lee, {}),
      desk.ask('session/avoid', ash, {topics: ['death']}),
      desk.ask('session/end', ash, {}),
    ]);
    expect(await desk.own.store.desk(work => work.record('moderator', 'm-Ash'))).toBeUndefined();
  });
});

describe('leads', () => {
  it('are never all removed: two who remove each other at once leave one', async () => {
    const lee = await desk.moderator('Lee', 'lead');
    const max = await desk.moderator('Max', 'lead');
    expect(await desk.ask('moderators/m-Lee/remove', lee, {})).toMatchObject({status: 409});
    await Promise.all([desk.ask('moderators/m-Max/remove', lee, {}), desk.ask('moderators/m-Lee/remove', max, {})]);
    const left = await desk.own.store.desk(work => work.records('moderator'));
    expect(left).toHaveLength(1);
  });
});

describe('the command line', () => {
  it('removes anybody but the last lead', async () => {
    await desk.moderator('Ash');
    await desk.moderator('Lee', 'lead');
    const remove = (id: string) =>
      desk.own.store.desk(work => removeModerator(work, desk.audit, id, 'system', desk.clock.now));
    const before = await everything();
    expect(await remove('m-Lee')).toBe('last-lead');
    expect(await remove('m-None')).toBe('unknown');
    expect(await everything()).toBe(before);
    await desk.moderator('Max', 'lead');
    expect(await remove('m-Lee')).toBe('removed');
    expect(await remove('m-Ash')).toBe('removed');
    expect((await desk.log()).map(({by, action, subject}) => [by, action, subject])).toEqual([
      ['system', 'remove-moderator', 'm-Lee'],
      ['system', 'remove-moderator', 'm-Ash'],
    ]);
  });
});

describe('what does not come from the desk’s own pages', () => {
  const posts = [...routes.filter(([method]) => method === 'POST').map(([, path]) => path), ...door];
  const form = 'application/x-www-form-urlencoded';
  const attacks: readonly (readonly [what: string, status: number, body: string, headers: Record<string, string>])[] = [
    ['another origin', 403, '{}', {Origin: 'https://evil.example'}],
    ['a frame without an origin', 403, '{}', {Origin: 'null'}],
    ['a request without an origin', 403, '{}', {Origin: ''}],
    ['an origin that only begins the same', 403, '{}', {Origin: `${publicUrl}.evil.example`}],
    ['another site, as the browser says', 403, '{}', {'Sec-Fetch-Site': 'cross-site'}],
    ['another host of the same site', 403, '{}', {'Sec-Fetch-Site': 'same-site'}],
    ['a form of another site', 403, 'version=1', {'Content-Type': form, Origin: 'https://evil.example'}],
    ['a form', 415, 'version=1', {'Content-Type': form}],
    ['a form with files', 415, '--x--', {'Content-Type': 'multipart/form-data; boundary=x'}],
    ['JSON as text', 415, '{}', {'Content-Type': 'text/plain'}],
    ['JSON of no type', 415, '{}', {'Content-Type': ''}],
    ['what is no JSON', 400, '{"version":', {}],
    ['nothing', 400, '', {}],
    ['a list', 422, '[]', {}],
    ['null', 422, 'null', {}],
    ['a text', 422, '"version"', {}],
    ['64 KB and more', 413, JSON.stringify({note: 'x'.repeat(66_000)}), {}],
  ];

  it.each(attacks)('is refused with a problem, and writes nothing: %s', async (_what, status, body, headers) => {
    const lee = await desk.publishWords().then(() => desk.moderator('Lee', 'lead'));
    await desk.own.store.desk(work => inviteModerator(work, desk, 'New', 'moderator', desk.clock.now));
    const before = await everything();
    for (const path of posts) {
      const answer = await desk.ask(
        path.replace(':id', path.startsWith('groups') ? serviceId : 'key-0000'),
        lee,
        body,
        headers,
      );
      expect([path, answer.status, typeof answer.slug]).toEqual([path, status, 'string']);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
    expect(await everything()).toBe(before);
  });

  it('is refused by another method too', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await desk.own.app.request('/desk/api/session/end', {method});
      expect(answer.status).toBe(405);
    }
  });

  it('may read nothing from another page: no answer, a preflight’s neither, allows another origin', async () => {
    const preflight = await desk.own.app.request('/desk/api/queue', {
      method: 'OPTIONS',
      headers: {Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST'},
    });
    for (const headers of [preflight.headers, (await desk.ask('queue')).headers]) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe(publicUrl);
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    }
  });
});
