import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {readSummaries} from '../../server/src/evaluations/summary.js';
import {AuditLog} from '../../server/src/moderation/audit.js';
import {decideComplaint, enterComplaint, hideComplaint} from '../../server/src/moderation/complaints.js';
import {claimItem, decideItem} from '../../server/src/moderation/items.js';
import type {Acting} from '../../server/src/moderation/items.js';
import {decideReply, enterReply, repliesInQueue} from '../../server/src/moderation/replies.js';
import {createMemoryStore} from '../../server/src/store/memory-store.js';
import {openStore} from '../../server/src/store/open-store.js';
import type {Store, StoredEvaluation} from '../../server/src/store/store.js';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import type {Postgres} from './support/postgres.mjs';

const now = new Date('2026-11-20T10:00:00Z');
const group = {why: ['burst'], version: 1} as const;

let folder: string;
let postgres: Postgres | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'held-desk-store-'));
  if (!postgresMissing) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, {recursive: true, force: true});
});

let made = 0;
const stores: readonly [name: string, open: () => Promise<Store>, missing: boolean][] = [
  ['in memory', async () => createMemoryStore(), false],
  ['in SQLite', () => openStore(`file:${join(folder, `${++made}.sqlite`)}`), false],
  [
    `in PostgreSQL${postgresMissing}`,
    async () => openStore(await postgres!.database(`desk_${++made}`)),
    Boolean(postgresMissing),
  ],
];

describe.each(stores)('what the desk keeps %s', (_name, open, missing) => {
  describe.skipIf(missing)('', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = (id: number, words?: string, other: Partial<StoredEvaluation> = {}) =>
      store.addEvaluation({
        keyHash: `key-${id}`,
        bodyHash: '',
        codeHash: `code-${id}`,
        month: '2026-11',
        formVersion: '2',
        serviceId: 'space-1',
        role: 'experiencer',
        answers: {'time.heard': 'yes-mostly'},
        stages: [],
        ...(words !== undefined && {words}),
        ...other,
      });

    it('is written whole or not at all', async () => {
      await add(1, 'Kind.');
      const revision = await store.revision();
      const failing = store.desk(async desk => {
        const [row] = await desk.evaluations({});
        await desk.saveState('key-1', {...row!.state, version: 9});
        await desk.keep('group', 'space-1', group);
        await desk.spend('token', 1);
        await desk.addAuditEntry({line: 1, at: '', by: 'system', action: 'x', hash: 'x'});
        await desk.keepAuditSeal('x');
        await desk.raiseRevision(now);
        throw new Error('No');
      });
      await expect(failing).rejects.toThrow('No');
      await store.desk(async desk => {
        expect((await desk.evaluations({}))[0]?.state.version).toBe(1);
        expect(await desk.record('group', 'space-1')).toBeUndefined();
        expect(await desk.lastAuditLine()).toBe(0);
        expect(await desk.auditSeal()).toBeUndefined();
        expect(await desk.spend('token', 1)).toBe(true);
        expect(await desk.spend('token', 1)).toBe(false);
      });
      expect(await store.revision()).toBe(revision);
    });

    it('is written by one at a time', async () => {
      await store.desk(desk => desk.keep('group', 'space-1', {...group, version: 0}));
      const raise = () =>
        store.desk(async desk => {
          const {version = 0} = (await desk.record('group', 'space-1')) ?? {};
          await desk.keep('group', 'space-1', {...group, version: version + 1});
        });
      await Promise.all(Array.from({length: 12}, raise));
      expect((await store.desk(desk => desk.record('group', 'space-1')))?.version).toBe(12);
    });

    it('is found by its kind, in the order of its ids, and forgotten', async () => {
      await store.desk(async desk => {
        for (const id of ['b', 'a', 'B', 'a/b']) await desk.keep('group', id, group);
        await desk.keep('batch', 'last', {at: now.toISOString()});
        await desk.forget('group', 'b');
        expect((await desk.records('group')).map(([id]) => id)).toEqual(['B', 'a', 'a/b']);
      });
    });

    it('is deleted before it was kept for longer than was promised, with its counts and a line in the log', async () => {
      const audit = new AuditLog(await store.secret());
      const batch = (at: string, keepYears: number) =>
        store.desk(desk => runBatch(desk, audit, new Date(at), {force: true, keepYears}));
      const left = async () => (await store.desk(desk => desk.evaluations({}))).map(({keyHash}) => keyHash);
      const people = async () => (await store.snapshot()).summaries.get('space-1')?.roles.experiencer?.people;
      for (let i = 0; i < 10; i++) await add(i, i === 0 ? 'Old words.' : undefined, {month: '2026-10', keepYears: 5});
      await add(10, undefined, {keepYears: 2});
      await batch('2026-11-20T10:00:00Z', 5);
      await batch('2026-11-27T10:00:00Z', 5);
      expect(await people()).toBe(11);

      // Whoever was promised two years is not kept for five, whatever is promised to others.
      expect((await batch('2028-11-20T10:00:00Z', 5))?.forgotten).toBe(1);
      expect(await left()).not.toContain('key-10');
      // A promise that was made holds though the operator promises more to others now.
      expect((await batch('2031-09-16T10:00:00Z', 25))?.forgotten).toBe(0);
      const revision = await store.revision();
      expect((await batch('2031-09-18T10:00:00Z', 25))?.forgotten).toBe(10);
      expect(await left()).toEqual([]);
      expect(await store.revision()).toBeGreaterThan(revision);
      expect(await people()).toBeUndefined();
      // A repeat that was on its way for years does not bring it back.
      expect(await add(3)).toEqual({added: false});
      const lines = await store.desk(desk => desk.auditEntries(1, 99));
      expect(lines.filter(({action}) => action === 'forget-old').map(({by}) => by)).toEqual(['system', 'system']);
      expect(await store.desk(desk => audit.verify(desk))).toEqual({lines: lines.length});

      // A shorter promise than before holds for all.
      await add(11, undefined, {month: '2031-01', keepYears: 5});
      expect((await batch('2032-01-01T10:00:00Z', 1))?.forgotten).toBe(1);
    });

    it('takes a complaint from its letter to words that are down, and a reply to what is published', async () => {
      const audit = new AuditLog(await store.secret());
      const as = <T>(name: string, work: (acting: Acting) => Promise<T>): Promise<T> =>
        store.desk(desk => {
          const passkey = {id: '', publicKey: '', counter: 0};
          const moderator = {
            id: name,
            name,
            role: 'moderator',
            since: '',
            avoid: [],
            sessionsFrom: 0,
            passkey,
          } as const;
          return work({desk, audit, moderator, serviceName: id => id, now});
        });
      const batch = () => store.desk(desk => runBatch(desk, audit, now, {force: true}));
      const summary = async () => (await store.desk(desk => readSummaries(desk, []))).get('space-1');
      for (let i = 0; i < 5; i++) await add(i, i === 0 ? 'Sam was kind.' : undefined);
      const {version} = (await as('Ash', acting => claimItem(acting, 'key-0'))) as {version: number};
      await as('Ash', acting => decideItem(acting, 'key-0', {version, decision: {kind: 'accept'}}));
      await batch();
      await batch();
      expect((await summary())?.quotes).toMatchObject([{parts: ['Sam was kind.']}]);

      const letter = {itemId: 'key-0', from: 'Sam', says: 'It names me.', received: now.toISOString()};
      const {id} = await as('Ash', acting => enterComplaint(acting, letter, new Set()));
      const before = await store.revision();
      await as('Ash', acting => hideComplaint(acting, id, {version: 1}));
      expect((await summary())?.quotes).toEqual([]);
      expect(await store.revision()).toBeGreaterThan(before);
      const remove = {decision: 'remove', reason: 'names-someone'};
      await as('Ash', acting => decideComplaint(acting, id, {version: 1, ...remove}));
      await as('Bay', acting => decideComplaint(acting, id, {version: 2, ...remove}));
      expect(await summary()).toMatchObject({quotes: [], withheld: [{reason: 'names-someone', count: 1}]});

      await as('Ash', acting =>
        enterReply(acting, {serviceId: 'space-1', says: 'changed', text: 'We put in a door.'}, each => each),
      );
      const [reply] = await as('Bay', repliesInQueue);
      await as('Bay', acting => decideReply(acting, reply!.id, {decision: 'show'}));
      await batch();
      expect(await summary()).toMatchObject({quotes: [], changed: {text: 'We put in a door.', month: '2026-11'}});
      expect(await store.desk(desk => audit.verify(desk))).toEqual({lines: 10});
      expect((await store.snapshot()).summaries.get('space-1')?.changed?.text).toBe('We put in a door.');
    });
  });
});
