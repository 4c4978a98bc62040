import {beforeEach, describe, expect, it} from 'vitest';
import {openDesk, serviceId} from './support/desk.js';
import {sampleFile, today} from './support/directory.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
let ash: string;
let bay: string;
let cam: string;
let lee: string;
beforeEach(async () => {
  // A Saturday, 10:00 in London.
  desk = await openDesk({bankHolidays: new Set(['2026-11-24'])});
  ash = await desk.publishWords();
  bay = await desk.moderator('Bay');
  cam = await desk.moderator('Cam');
  lee = await desk.moderator('Lee', 'lead');
});

const letter = {
  itemId: 'key-0000',
  from: 'The manager, 1 High Street',
  says: 'This is not true.',
  received: '2026-11-20T10:00:00Z',
};
const enter = async (more: object = {}) => (await desk.ask('complaints', ash, {...letter, ...more})).body;
const quotes = async () => {
  const service = await desk.own.json<{held_evaluations?: {quotes: unknown[]; withheld: unknown[]}}>(
    `/services/${serviceId}`,
  );
  return service.held_evaluations;
};
/** Everything that the widgets read of spaces. */
const files = async () => {
  const index = await desk.own.json<{areas: {href: string; detailsHref: string}[]}>('/held/areas');
  const names = index.areas.flatMap(({href, detailsHref}) => [href, detailsHref]);
  return JSON.stringify(await Promise.all(names.map(name => desk.own.json(`/held/${name}`))));
};
const act = async (cookie: string, id: unknown, what: string, more: object = {}) => {
  const {body} = await desk.ask(`complaints/${String(id)}`, cookie);
  return desk.ask(`complaints/${String(id)}/${what}`, cookie, {version: body.version, ...more});
};
const remove = {decision: 'remove', reason: 'complaint'};

describe('a complaint', () => {
  it('is entered about words that are shown, and due after 48 hours without weekend and bank holiday', async () => {
    expect((await desk.ask(`shown?service=${serviceId}`, bay)).body).toMatchObject({
      words: [{id: 'key-0000', parts: ['Someone made tea.'], hidden: false}],
      replies: [],
    });
    const {id} = await enter();
    const [first] = (await desk.ask('queue', bay)).body.items!;
    // 14 hours on Friday, 24 on Monday, none on the bank holiday, 10 on Wednesday.
    expect(first).toMatchObject({
      kind: 'complaint',
      id,
      due: '2026-11-25T10:00:00.000Z',
      hidden: false,
      needs: 'moderator',
    });
    expect(JSON.stringify(first)).not.toMatch(/manager|not true|tea/);
    expect((await desk.ask(`complaints/${String(id)}`, bay)).body).toMatchObject({
      from: 'The manager, 1 High Street',
      says: 'This is not true.',
      quote: {parts: ['Someone made tea.']},
    });
  });

  it('about words that are not shown, without a text, or from the future is not taken', async () => {
    await desk.add({words: 'Not read yet.'});
    expect(await desk.ask('complaints', ash, {...letter, itemId: 'key-0005'})).toMatchObject({status: 409});
    expect(await desk.ask('complaints', ash, {...letter, itemId: ['key-0000']})).toMatchObject({status: 409});
    for (const wrong of [
      {says: ' '},
      {says: 'x'.repeat(5001)},
      {from: '\u0007'},
      {received: '2026-11-21T10:00:01Z'},
      {received: 'today'},
    ]) {
      expect(await desk.ask('complaints', ash, {...letter, ...wrong})).toMatchObject({status: 422});
    }
    expect((await desk.ask('queue', bay)).body.items!.filter(({kind}) => kind === 'complaint')).toEqual([]);
  });

  it('hides the words at once on the word of one moderator, everywhere, and shows them again when two keep them', async () => {
    const {id} = await enter();
    expect((await act(ash, id, 'hide')).body).toMatchObject({hidden: true});
    expect((await quotes())?.quotes).toEqual([]);
    expect((await act(ash, id, 'decide', {decision: 'keep'})).body).toMatchObject({
      needs: 'second',
      proposed: {kind: 'keep', by: 'Ash'},
    });
    expect((await quotes())?.quotes).toEqual([]);
    expect((await act(ash, id, 'decide', {decision: 'keep'})).slug).toBe('desk-second');
    expect(await act(bay, id, 'decide', {decision: 'keep'})).toMatchObject({status: 200});
    expect((await quotes())?.quotes).toHaveLength(1);
    expect(await desk.ask(`complaints/${String(id)}`, bay)).toMatchObject({status: 409});
  });

  it('takes words down when two agree, counts them with the reason, and is forgotten', async () => {
    expect(await files()).toContain('made tea');
    const {id} = await enter();
    await act(bay, id, 'decide', {decision: 'remove', reason: 'names-someone'});
    // One who is new to the words, and agrees with nobody but themself.
    expect((await act(bay, id, 'decide', {decision: 'remove', reason: 'names-someone'})).slug).toBe('desk-second');
    expect((await quotes())?.quotes).toHaveLength(1);
    expect(await act(cam, id, 'decide', {decision: 'remove', reason: 'names-someone'})).toMatchObject({status: 200});
    expect(await quotes()).toMatchObject({
      quotes: [],
      withheld: [{reason: 'names-someone', count: 1}],
      roles: {experiencer: {people: 5}},
    });
    await desk.batch();
    expect((await quotes())?.quotes).toEqual([]);
    expect(await desk.own.store.desk(work => work.records('complaint'))).toEqual([]);
    expect((await desk.ask(`shown?service=${serviceId}`, bay)).body).toMatchObject({words: []});
    expect(await files()).not.toContain('made tea');
  });

  it('goes to a lead where two differ, in the decision or its reason', async () => {
    const {id} = await enter();
    await act(ash, id, 'decide', remove);
    expect((await act(bay, id, 'decide', {decision: 'remove', reason: 'court'})).body).toMatchObject({needs: 'lead'});
    expect(await act(cam, id, 'decide', remove)).toMatchObject({status: 403, slug: 'desk-role'});
    expect(await act(lee, id, 'decide', remove)).toMatchObject({status: 200});
    expect(await quotes()).toMatchObject({quotes: [], withheld: [{reason: 'complaint', count: 1}]});
  });

  it('a second time needs somebody who took no part before', async () => {
    const {id} = await enter();
    await act(ash, id, 'decide', {decision: 'keep'});
    await act(bay, id, 'decide', {decision: 'keep'});
    const {id: again} = await enter();
    await act(ash, again, 'decide', remove);
    expect((await act(bay, again, 'decide', remove)).slug).toBe('desk-second');
    expect(await act(cam, again, 'decide', remove)).toMatchObject({status: 200});
  });

  it('that a private address may be showing hides the words as it is entered, and stands first', async () => {
    await enter();
    const {id} = await enter({address: true, received: '2026-11-20T12:00:00Z'});
    expect((await quotes())?.quotes).toEqual([]);
    const [first, second] = (await desk.ask('queue', bay)).body.items!;
    expect(first).toMatchObject({id, address: true, hidden: true});
    // Keeping the words for one complaint does not show them while another is open.
    await act(bay, second!['id'], 'decide', {decision: 'keep'});
    await act(cam, second!['id'], 'decide', {decision: 'keep'});
    expect((await quotes())?.quotes).toEqual([]);
  });

  it('about words that their writer took back has nothing to decide, and can be closed', async () => {
    const {id} = await enter();
    expect((await act(bay, id, 'close')).status).toBe(409);
    await desk.own.store.withdrawWords('code-0000');
    expect((await desk.ask(`complaints/${String(id)}`, bay)).body).toMatchObject({gone: true});
    expect((await act(bay, id, 'decide', remove)).status).toBe(409);
    expect((await act(bay, id, 'hide')).status).toBe(409);
    expect((await act(bay, id, 'close')).status).toBe(200);
    expect((await desk.ask('queue', bay)).body.items).toEqual([]);
  });

  it('upon a version that is not the newest is refused', async () => {
    const {id, version} = await enter();
    await act(ash, id, 'decide', remove);
    expect(await desk.ask(`complaints/${String(id)}/decide`, bay, {version, ...remove})).toMatchObject({
      slug: 'desk-stale',
    });
  });

  it('leaves lines in the log that hold nothing of what anybody wrote', async () => {
    const {id} = await enter();
    await act(ash, id, 'hide');
    await act(ash, id, 'decide', remove);
    await act(bay, id, 'decide', remove);
    const lines = await desk.log();
    expect(lines.map(({action}) => action)).toEqual([
      'accept',
      'batch',
      'batch',
      'enter-complaint',
      'hide-words',
      'propose-take-down',
      'take-down',
    ]);
    expect(lines.at(-1)).toMatchObject({by: 'm-Bay Bay', subject: id, reason: 'complaint'});
    expect(JSON.stringify(lines)).not.toMatch(/manager|not true|tea/);
    expect(await desk.own.store.desk(work => desk.audit.verify(work))).toEqual({lines: 7});
  });
});

describe('a sealed contact', () => {
  const sealed = async () => {
    desk = await openDesk();
    ash = await desk.publishWords({sealedContact: 'U2VhbGVk'});
    bay = await desk.moderator('Bay');
    cam = await desk.moderator('Cam');
    return (await enter()).id;
  };

  it('is given only while a complaint is open, when two moderators agreed, to those two, and noted', async () => {
    const id = await sealed();
    expect((await desk.ask(`complaints/${String(id)}`, ash)).body['sealed']).toEqual({by: []});
    expect((await act(ash, id, 'sealed')).body['sealed']).toEqual({by: ['Ash']});
    expect(await act(ash, id, 'sealed')).toMatchObject({status: 409, slug: 'desk-second'});
    expect((await act(bay, id, 'sealed')).body['sealed']).toEqual({by: ['Ash', 'Bay'], contact: 'U2VhbGVk'});
    expect((await desk.ask(`complaints/${String(id)}`, ash)).body['sealed']).toMatchObject({contact: 'U2VhbGVk'});
    expect((await desk.ask(`complaints/${String(id)}`, cam)).body['sealed']).toEqual({by: ['Ash', 'Bay']});
    expect((await act(cam, id, 'sealed')).slug).toBe('desk-stale');
    expect((await desk.log()).slice(-2)).toMatchObject([
      {action: 'agree-open-sealed', by: 'm-Ash Ash'},
      {action: 'open-sealed', by: 'm-Bay Bay', subject: id},
    ]);
  });

  it('is not there where the writer left none', async () => {
    const {id} = await enter();
    expect((await desk.ask(`complaints/${String(id)}`, ash)).body).not.toHaveProperty('sealed');
    expect((await act(ash, id, 'sealed')).status).toBe(409);
  });
});

describe('what a space wrote', () => {
  const text = 'The hallway was loud. We put in a door.';
  const reply = (says: string, cookie = ash, words = text) =>
    desk.ask('replies', cookie, {serviceId, says, text: words});
  const waiting = async (cookie: string) =>
    (await desk.ask('queue', cookie)).body.items!.filter(({kind}) => kind === 'reply');
  const decide = async (cookie: string, decision: object) =>
    desk.ask(`replies/${String((await waiting(cookie))[0]?.['id'])}/decide`, cookie, decision);

  it('is entered by one moderator, let through by another, and shown with the next batch', async () => {
    expect((await reply('reply')).status).toBe(200);
    expect(await waiting(ash)).toEqual([]);
    expect(await waiting(bay)).toMatchObject([{says: 'reply', text, state: 'waiting', month: '2026-11'}]);
    expect((await desk.ask('replies/000000001/decide', ash, {decision: 'show'})).slug).toBe('desk-second');
    expect((await decide(bay, {decision: 'show'})).status).toBe(200);
    expect(await desk.summary()).not.toHaveProperty('reply');
    await desk.batch();
    expect(await desk.summary()).toMatchObject({reply: {text, month: '2026-11'}});
    expect(await quotes()).toMatchObject({reply: {text}});
  });

  it('stands beside what it changed, and a newer one takes its place', async () => {
    for (const [says, words] of [
      ['reply', 'First.'],
      ['changed', 'A door.'],
      ['reply', 'Second.'],
    ] as const) {
      await reply(says, ash, words);
      await decide(bay, {decision: 'show'});
    }
    await desk.batch();
    expect(await desk.summary()).toMatchObject({reply: {text: 'Second.'}, changed: {text: 'A door.'}});
  });

  it('is taken down at once, and an earlier one does not come back', async () => {
    for (const words of ['First.', 'Second.']) {
      await reply('reply', ash, words);
      await decide(bay, {decision: 'show'});
    }
    await desk.batch();
    const {body} = await desk.ask(`shown?service=${serviceId}`, bay);
    const [first] = body['replies'] as {id: string}[];
    expect((await desk.ask(`replies/${first!.id}/remove`, bay, {})).status).toBe(200);
    expect(await quotes()).not.toHaveProperty('reply');
    await desk.batch();
    expect(await quotes()).not.toHaveProperty('reply');
  });

  it('is sent back with a note, which stays in the list until the space was told', async () => {
    await reply('reply');
    expect((await decide(bay, {decision: 'send-back'})).status).toBe(422);
    expect((await decide(bay, {decision: 'send-back', note: 'It hints at who wrote.'})).status).toBe(200);
    expect(await waiting(ash)).toMatchObject([{state: 'sent-back', note: 'It hints at who wrote.', text}]);
    expect((await decide(ash, {decision: 'show'})).slug).toBe('desk-stale');
    expect((await desk.ask(`replies/${String((await waiting(ash))[0]!['id'])}/close`, ash, {})).status).toBe(200);
    expect(await waiting(bay)).toEqual([]);
    await desk.batch();
    expect(await desk.summary()).not.toHaveProperty('reply');
  });

  it('of a space that is not in the list, of another kind, or too long is not taken', async () => {
    expect(await desk.ask('replies', ash, {serviceId: 'other', says: 'reply', text})).toMatchObject({status: 404});
    expect((await reply('thread')).status).toBe(422);
    expect((await reply('reply', ash, 'x'.repeat(2001))).status).toBe(422);
    expect(JSON.stringify(await desk.log())).not.toContain('hallway');
  });
});

describe('the page of the next batch', () => {
  it('says when it goes out, and what the last one did', async () => {
    await desk.add({answers: {'space.calm': 'partly'}, season: 'still-going'});
    await desk.batch();
    await desk.batch();
    const {body} = await desk.ask('batch', ash);
    expect(body['next']).toBe('2026-11-28');
    expect(body['last']).toMatchObject({day: '2026-11-21', words: 0, hidden: 1});
  });
});

describe('a space that another stands for', () => {
  const other = sampleFile.spaces[1]!.id;
  const merge = () => desk.own.store.merge({id: other, keptId: serviceId}, today);
  const shown = async (id: string) =>
    ((await desk.ask(`shown?service=${id}`, bay)).body['words'] as {parts: unknown}[]).map(({parts}) => parts);
  const people = async (id: string) => {
    const {held_evaluations: found} = await desk.own.json<{
      held_evaluations?: {roles: {experiencer?: {people: number}}};
    }>(`/services/${id}`);
    return found?.roles.experiencer?.people;
  };
  beforeEach(async () => {
    for (let i = 0; i < 5; i++) await desk.add({serviceId: other, ...(i === 0 && {words: 'Somebody sat with me.'})});
    await desk.decide(ash, 'key-0005', {kind: 'accept'});
    await desk.batch();
    await desk.batch();
  });

  it('keeps its words and its counts, under the name of the one that stands for it and under its own', async () => {
    expect([await people(serviceId), await people(other)]).toEqual([5, 5]);
    expect(await shown(serviceId)).toEqual([['Someone made tea.']]);
    await merge();
    const both = [['Someone made tea.'], ['Somebody sat with me.']];
    expect(await shown(serviceId)).toEqual(both);
    expect(await shown(other)).toEqual(both);
    expect(await people(serviceId)).toBe(10);
    await desk.batch();
    expect(await people(serviceId)).toBe(10);
    await desk.own.store.unmerge(other, today);
    expect(await shown(serviceId)).toEqual([['Someone made tea.']]);
    expect(await shown(other)).toEqual([['Somebody sat with me.']]);
    expect([await people(serviceId), await people(other)]).toEqual([5, 5]);
  });

  it('keeps words that two moderators can take down after a complaint, as those of any other space', async () => {
    await merge();
    const {id} = await enter({itemId: 'key-0005', address: true});
    expect(JSON.stringify(await quotes())).not.toContain('Somebody sat with me.');
    await act(bay, id, 'decide', remove);
    expect((await act(cam, id, 'decide', remove)).status).toBe(200);
    expect(await shown(serviceId)).toEqual([['Someone made tea.']]);
    expect((await quotes())?.withheld).toEqual([{reason: 'complaint', count: 1}]);
    expect(await people(serviceId)).toBe(10);
  });
});
