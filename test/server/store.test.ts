import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createMemoryStore} from '../../server/src/store/memory-store.js';
import {databasePath, openStore} from '../../server/src/store/open-store.js';
import type {Store, StoredEvaluation} from '../../server/src/store/store.js';
import {sampleFile} from './support/directory.js';

const source = {name: 'Test list', sample: true};
const spaces = sampleFile.spaces.map(space => ({...space, provenance: {...space.provenance, source: source.name}}));
const monday = new Date('2026-03-02T09:00:00Z');
const tuesday = new Date('2026-03-03T09:00:00Z');

const evaluation: StoredEvaluation = {
  keyHash: 'key-1',
  bodyHash: 'body-1',
  codeHash: 'code-1',
  month: '2026-03',
  formVersion: '1',
  serviceId: 'space-1',
  role: 'holder',
  season: {season: 'winter', year: 2026},
  answers: {'time.heard': 'partly'},
  stages: ['threshold'],
  holderStages: ['not-sure'],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-store-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});
const url = () => `file:${join(folder, 'nested', 'held.sqlite')}`;

describe.each<[string, () => Promise<Store>]>([
  ['in memory', async () => createMemoryStore()],
  ['in SQLite', () => openStore(url())],
])('a store %s', (_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('starts empty', async () => {
    expect(await store.snapshot()).toEqual({revision: 0, changed: '1970-01-01T00:00:00.000Z', sources: [], spaces: []});
    expect(await store.countEvaluations()).toBe(0);
  });

  it('gives back the spaces of a source as they were imported, in the order of their names', async () => {
    expect(await store.replaceSource(source, spaces, monday)).toEqual({added: 161, changed: 0, removed: 0});
    const snapshot = await store.snapshot();
    expect(snapshot.revision).toBe(await store.revision());
    expect(snapshot.changed).toBe(monday.toISOString());
    expect(snapshot.sources).toEqual([source]);
    const names = snapshot.spaces.map(({space}) => space.name);
    expect(names).toEqual([...names].sort());
    const byId = new Map(snapshot.spaces.map(({space}) => [space.id, space]));
    for (const space of spaces) expect(byId.get(space.id)).toEqual(space);
  });

  it('changes nothing, not even the revision, when the same list comes again', async () => {
    await store.replaceSource(source, spaces, monday);
    const before = await store.snapshot();
    expect(await store.replaceSource(source, spaces, tuesday)).toEqual({added: 0, changed: 0, removed: 0});
    expect(await store.snapshot()).toEqual(before);
  });

  it('takes changes, additions and removals of one source and leaves other sources alone', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    await store.replaceSource({name: 'Other'}, [{...spaces[9]!, provenance: {source: 'Other'}}], monday);
    const revision = await store.revision();
    const next = [{...spaces[0]!, name: 'New name'}, spaces[1]!, spaces[4]!];
    expect(await store.replaceSource(source, next, tuesday)).toEqual({added: 1, changed: 1, removed: 1});
    expect(await store.revision()).toBeGreaterThan(revision);
    const after = new Map((await store.snapshot()).spaces.map(stored => [stored.space.id, stored]));
    expect([...after.keys()].sort()).toEqual([0, 1, 4, 9].map(index => spaces[index]!.id).sort());
    expect(after.get(spaces[0]!.id)).toMatchObject({space: {name: 'New name'}, lastModified: tuesday.toISOString()});
    expect(after.get(spaces[1]!.id)?.lastModified).toBe(monday.toISOString());
  });

  it('tells of a change in who the source is', async () => {
    await store.replaceSource(source, [], monday);
    const revision = await store.revision();
    await store.replaceSource({...source, attribution: 'Say this.'}, [], tuesday);
    expect(await store.revision()).toBeGreaterThan(revision);
  });

  it('keeps an evaluation once, whatever comes under its key later', async () => {
    expect(await store.addEvaluation(evaluation)).toEqual({added: true, kept: evaluation});
    expect(await store.addEvaluation({...evaluation, bodyHash: 'other'})).toEqual({added: false, kept: evaluation});
    expect(await store.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await store.evaluationByKey('key-2')).toBeUndefined();
    expect(await store.countEvaluations()).toBe(1);
  });

  it('deletes an evaluation by its code, and says when there is none', async () => {
    await store.addEvaluation(evaluation);
    await store.addEvaluation({...evaluation, keyHash: 'key-2', codeHash: 'code-2'});
    expect(await store.withdrawEvaluation('code-9')).toBe(false);
    expect(await store.withdrawEvaluation('code-1')).toBe(true);
    expect(await store.withdrawEvaluation('code-1')).toBe(false);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('keeps evaluations of a space that leaves the list', async () => {
    await store.replaceSource(source, spaces.slice(0, 1), monday);
    await store.addEvaluation({...evaluation, serviceId: spaces[0]!.id});
    await store.replaceSource(source, [], tuesday);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('makes its secret once', async () => {
    const secret = await store.secret();
    expect(secret).toHaveLength(32);
    expect(await store.secret()).toEqual(secret);
  });
});

describe('a store file', () => {
  it('is found again with everything in it', async () => {
    const first = await openStore(url());
    await first.replaceSource(source, spaces, monday);
    await first.addEvaluation(evaluation);
    const secret = await first.secret();
    await first.close();
    const second = await openStore(url());
    expect((await second.snapshot()).spaces).toHaveLength(161);
    expect(await second.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await second.secret()).toEqual(secret);
    await second.close();
  });

  it('is shared by two connections, each of which sees what the other wrote', async () => {
    const one = await openStore(url());
    const two = await openStore(url());
    await one.replaceSource(source, spaces, monday);
    await two.replaceSource({name: 'Other'}, [], monday);
    for (let index = 0; index < 40; index++) {
      await (index % 2 ? one : two).addEvaluation({...evaluation, keyHash: `key-${index}`});
    }
    expect(await one.countEvaluations()).toBe(40);
    expect(await one.revision()).toBe(await two.revision());
    expect((await two.snapshot()).spaces).toHaveLength(161);
    expect(await one.secret()).toEqual(await two.secret());
    await one.close();
    await two.close();
  });

  it('imports nothing when something fails half way', async () => {
    const store = await openStore(url());
    const broken = {...spaces[5]!, name: null as unknown as string};
    await expect(store.replaceSource(source, [spaces[0]!, broken], monday)).rejects.toThrow('Nothing was changed.');
    expect((await store.snapshot()).spaces).toEqual([]);
    expect(await store.revision()).toBe(0);
    await store.close();
  });

  it('no longer holds what was withdrawn', async () => {
    const store = await openStore(url());
    await store.addEvaluation({...evaluation, serviceId: 'canary-in-the-file'});
    const held = () =>
      ['', '-wal'].some(end => readFileSync(databasePath(url())! + end).includes('canary-in-the-file'));
    expect(held()).toBe(true);
    await store.withdrawEvaluation('code-1');
    expect(held()).toBe(false);
    await store.close();
  });

  it('is refused when a newer version made it', async () => {
    await (await openStore(url())).close();
    const database = new Database(databasePath(url())!);
    database.exec("insert into kysely_migration (name, timestamp) values ('0099-later', '2030')");
    database.close();
    await expect(openStore(url())).rejects.toThrow(
      'The store was made by a newer version (0099-later; this one knows 0001-first). Upgrade, or restore a backup.',
    );
  });

  it('writes to the disk before it answers', async () => {
    const store = await openStore(url());
    await store.close();
    const database = new Database(databasePath(url())!);
    expect(database.pragma('journal_mode', {simple: true})).toBe('wal');
    database.close();
  });
});
