import {beforeEach, describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {readSummaries} from '../../server/src/evaluations/summary.js';
import {inviteModerator} from '../../server/src/moderation/people.js';
import {today} from './support/directory.js';
import {openDesk, serviceId} from './support/desk.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});

describe('the desk', () => {
  it('is for whoever has signed in, and framed and cached by nobody', async () => {
    expect(await desk.ask('queue')).toMatchObject({status: 401, slug: 'desk-sign-in'});
    expect(await desk.ask('queue', 'held_desk=m-x.1.9999999999999.AAAA')).toMatchObject({status: 401});
    const answer = await desk.ask('queue', await desk.moderator('Ash'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('Access-Control-Allow-Origin')).not.toBe('*');
  });

  it('takes no change from another origin, from a form, or without an origin', async () => {
    const cookie = await desk.moderator('Ash');
    await desk.add({words: 'Kind.'});
    const foreign: Record<string, string>[] = [
      {Origin: 'https://evil.example'},
      {Origin: 'null'},
      {Origin: ''},
      {'Sec-Fetch-Site': 'cross-site'},
    ];
    for (const headers of foreign) {
      const answer = await desk.ask('items/key-0000/claim', cookie, {}, headers);
      expect(answer).toMatchObject({status: 403, slug: 'origin'});
    }
    expect(await desk.ask('items/key-0000/claim', cookie, '{}', {'Content-Type': 'text/plain'})).toMatchObject({
      status: 415,
    });
    const [row] = await desk.own.store.desk(work => work.evaluations({}));
    expect(row?.state.version).toBe(1);
  });

  it('ends a session when its time is over, when it is signed out, and when the moderator was removed', async () => {
    const ash = await desk.moderator('Ash');
    expect((await desk.ask('session', ash)).body).toMatchObject({
      moderator: {name: 'Ash'},
      support: 'Somebody to talk to',
    });
    expect((await desk.ask('session/end', ash, {})).headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await desk.ask('session', ash)).status).toBe(401);
    const bay = await desk.moderator('Bay');
    desk.clock.now = new Date(today.getTime() + 1_800_001);
    expect((await desk.ask('session', bay)).status).toBe(401);
    desk.clock.now = today;
    const lead = await desk.moderator('Lee', 'lead');
    expect((await desk.ask('moderators/m-Bay/remove', lead, {})).status).toBe(200);
    expect((await desk.ask('session', bay)).status).toBe(401);
  });

  it('lets only a lead say who moderates', async () => {
    const ash = await desk.moderator('Ash');
    expect(await desk.ask('moderators', ash)).toMatchObject({status: 403, slug: 'desk-role'});
    expect(await desk.ask('moderators/m-Ash/remove', ash, {})).toMatchObject({status: 403, slug: 'desk-role'});
    expect((await desk.ask('moderators', await desk.moderator('Lee', 'lead'))).status).toBe(200);
  });

  it('gives a passkey challenge for an invitation that is good, and for no other', async () => {
    const invitation = await desk.own.store.desk(work => inviteModerator(work, desk, 'Ash', 'moderator', today));
    const options = await desk.ask('enrol/options', undefined, {invitation});
    expect(options.body).toMatchObject({
      name: 'Ash',
      options: {rp: {id: 'directory.example'}, authenticatorSelection: {userVerification: 'required'}},
    });
    expect(await desk.ask('enrol/options', undefined, {invitation: 'x'})).toMatchObject({
      status: 404,
      slug: 'invitation',
    });
    expect(await desk.ask('enrol', undefined, {invitation, name: 'Ash', response: {}})).toMatchObject({status: 401});
    expect(await desk.ask('session', undefined, {response: {id: 'x'}})).toMatchObject({status: 401});
    desk.clock.now = new Date(today.getTime() + 4 * 86_400_000);
    expect(await desk.ask('enrol/options', undefined, {invitation})).toMatchObject({status: 404});
  });
});

describe('words on the desk', () => {
  it('are shown after one moderator let them through and a batch went out, and gone when taken back', async () => {
    for (let i = 0; i < 5; i++) await desk.add(i === 0 ? {words: 'Someone made tea.'} : {});
    const ash = await desk.moderator('Ash');
    expect((await desk.ask('queue', ash)).body.items).toMatchObject([
      {kind: 'words', id: 'key-0000', letters: 17, needs: 'moderator'},
    ]);
    expect(await desk.decide(ash, 'key-0000', {kind: 'accept'})).toMatchObject({
      status: 200,
      body: {state: 'accepted', shown: false},
    });
    const quotes = async () => (await desk.own.store.desk(desk => readSummaries(desk, []))).get(serviceId)?.quotes;
    for (let week = 1; week <= 2; week++) {
      await desk.own.store.desk(work => runBatch(work, desk.audit, today, {force: true}));
    }
    expect(await quotes()).toMatchObject([{parts: ['Someone made tea.']}]);
    const service = await desk.own.json(`/services/${serviceId}`);
    expect(service).toMatchObject({held_evaluations: {roles: {experiencer: {people: 5}}}});
    await desk.own.store.withdrawEvaluation('code-0000');
    expect(await quotes()).toEqual([]);
  });

  it('can be read by one moderator at a time, and a stale decision is refused', async () => {
    await desk.add({words: 'Kind.'});
    const [ash, bay] = [await desk.moderator('Ash'), await desk.moderator('Bay')];
    const taken = await desk.ask('items/key-0000/claim', ash, {});
    expect(await desk.ask('items/key-0000/claim', bay, {})).toMatchObject({status: 409, slug: 'desk-stale'});
    expect(
      await desk.ask('items/key-0000/decide', bay, {version: taken.body.version, decision: {kind: 'accept'}}),
    ).toMatchObject({status: 409});
    expect(await desk.ask('items/key-0000/decide', ash, {version: 1, decision: {kind: 'accept'}})).toMatchObject({
      status: 409,
    });
    await desk.ask('items/key-0000/return', ash, {});
    expect((await desk.ask('items/key-0000/claim', bay, {})).status).toBe(200);
  });

  it('need two moderators for the gravest reasons, and a lead where they differ', async () => {
    await desk.add({words: 'They did a crime.'});
    const [ash, bay, lee] = [
      await desk.moderator('Ash'),
      await desk.moderator('Bay'),
      await desk.moderator('Lee', 'lead'),
    ];
    const grave = {kind: 'withhold', reason: 'crime-named'};
    expect((await desk.decide(ash, 'key-0000', grave)).body['state']).toBe('two-needed');
    expect(await desk.ask('items/key-0000/claim', ash, {})).toMatchObject({status: 409, slug: 'desk-second'});
    expect((await desk.ask('queue', ash)).body.items).toEqual([]);
    expect((await desk.decide(bay, 'key-0000', {kind: 'accept'})).body).toMatchObject({
      state: 'second-opinion',
      needs: 'lead',
    });
    expect((await desk.decide(lee, 'key-0000', grave)).body['state']).toBe('withheld');
  });

  it('can be shown in part, undone, and asked about', async () => {
    await desk.add({words: 'Ann was kind.'});
    const [ash, bay] = [await desk.moderator('Ash'), await desk.moderator('Bay')];
    const part = {kind: 'redact', reason: 'names-someone', leftOut: [[0, 3]]};
    expect(await desk.decide(ash, 'key-0000', {...part, leftOut: [[0, 99]]})).toMatchObject({status: 422});
    const done = await desk.decide(ash, 'key-0000', part);
    expect(done.body['state']).toBe('redacted');
    expect(await desk.ask('items/key-0000/undo', bay, {version: done.body.version})).toMatchObject({status: 409});
    const undone = await desk.ask('items/key-0000/undo', ash, {version: done.body.version});
    expect(undone.body['state']).toBe('waiting');
    const {body} = await desk.ask('items/key-0000/claim', ash, {});
    const asked = await desk.ask('items/key-0000/second', ash, {
      version: body.version,
      note: 'Is a first name a name?',
    });
    expect(asked.body).toMatchObject({state: 'second-opinion', needs: 'second'});
    expect((await desk.ask('queue', ash)).body.items).toEqual([]);
    expect((await desk.ask('queue', bay)).body.items).toHaveLength(1);
  });

  it('come with a break to be offered after as long as each moderator wants, or never', async () => {
    const ash = await desk.moderator('Ash');
    const bay = await desk.moderator('Bay');
    expect((await desk.ask('session', ash)).body['breakAfter']).toBe(40);
    expect((await desk.ask('session/break', ash, {minutes: 0})).body['breakAfter']).toBe(0);
    expect((await desk.ask('session', ash)).body['breakAfter']).toBe(0);
    expect((await desk.ask('session', bay)).body['breakAfter']).toBe(40);
    for (const minutes of [1, -1, '20', null]) {
      expect(await desk.ask('session/break', ash, {minutes})).toMatchObject({status: 422, slug: 'bad-field'});
    }
    expect((await desk.ask('session', ash)).body['breakAfter']).toBe(0);
  });

  it('of a topic that a moderator avoids are not shown to them', async () => {
    await desk.add({words: 'Hard.', contentNote: ['death']});
    const ash = await desk.moderator('Ash');
    expect((await desk.ask('session/avoid', ash, {topics: ['death']})).status).toBe(200);
    expect((await desk.ask('queue', ash)).body.items).toEqual([]);
  });
});

describe('a group that is held back', () => {
  it('counts only when two moderators said so', async () => {
    for (let i = 0; i < 60; i++) await desk.add();
    const [ash, bay] = [await desk.moderator('Ash'), await desk.moderator('Bay')];
    const [group] = (await desk.ask('queue', ash)).body.items!;
    expect(group).toMatchObject({kind: 'group', count: 60, why: ['burst'], rest: 60});
    const say = (cookie: string, version: unknown) =>
      desk.ask(`groups/${serviceId}/decide`, cookie, {version, decision: 'count'});
    const first = await say(ash, group!['version']);
    expect(first.body).toMatchObject({agreed: 1});
    expect(await say(ash, first.body.version)).toMatchObject({status: 409, slug: 'desk-second'});
    expect((await say(bay, first.body.version)).body).toMatchObject({agreed: 2, left: 0});
    await desk.own.store.desk(work => runBatch(work, desk.audit, today, {force: true}));
    expect((await desk.own.store.desk(desk => readSummaries(desk, []))).get(serviceId)?.roles.experiencer?.people).toBe(
      60,
    );
  });
});

describe('the log', () => {
  it('tells what was done and by whom, never what people wrote, and notices every change', async () => {
    await desk.add({words: 'Secret words.'});
    const ash = await desk.moderator('Ash');
    await desk.decide(ash, 'key-0000', {kind: 'withhold', reason: 'advert'});
    for (let i = 0; i < 3; i++)
      await desk.own.store.desk(work => desk.audit.add(work, {by: 'system', action: `test-${i}`}, today));
    const {body} = await desk.ask('audit', ash);
    expect(body).toMatchObject({whole: true});
    expect(JSON.stringify(body)).toContain('"reason":"advert"');
    expect(JSON.stringify(body)).not.toContain('Secret');
    const entries = await desk.own.store.desk(work => work.auditEntries(1, 99));
    const seals = await desk.own.store.desk(work => work.auditSeal());
    const verify = (lines: typeof entries) =>
      desk.audit.verify({
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
