import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {sql} from 'kysely';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {AuditLog} from '../../server/src/moderation/audit.js';
import {backupStore, restoreStore} from '../../server/src/store/backup.js';
import {createMemoryStore} from '../../server/src/store/memory-store.js';
import {databasePath, openEngine, openStore} from '../../server/src/store/open-store.js';
import {createSqlStore} from '../../server/src/store/sql/sql-store.js';
import {newestMigration} from '../../server/src/store/sql/migrations.js';
import type {Snapshot, Store, StoredEvaluation} from '../../server/src/store/store.js';
import {sampleFile} from './support/directory.js';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import type {Postgres} from './support/postgres.mjs';

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
/** A snapshot as plain values, to compare one with another. */
const plain = (snapshot: Snapshot) =>
  JSON.parse(
    JSON.stringify({...snapshot, spaces: snapshot.spaces.map(({space, lastModified}) => ({space, lastModified}))}),
  ) as Snapshot;
const url = () => `file:${join(folder, 'nested', 'held.sqlite')}`;

let postgres: Postgres | undefined;
beforeAll(async () => {
  if (!postgresMissing) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
});
let databases = 0;
const newDatabase = async () => postgres!.database(`store_${++databases}`);

/** The database systems, each with the URL of an empty store. */
const systems: readonly [string, () => Promise<string>, boolean][] = [
  ['in SQLite', async () => url(), false],
  [`in PostgreSQL${postgresMissing}`, newDatabase, Boolean(postgresMissing)],
];

/** One suite for every way of keeping a store. */
const suite = (open: () => Promise<Store>) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('starts empty', async () => {
    expect(await store.snapshot()).toEqual({
      revision: 0,
      changed: '1970-01-01T00:00:00.000Z',
      sources: [],
      spaces: [],
      merges: [],
      summaries: new Map(),
      hasPostcodes: false,
    });
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
    const before = plain(await store.snapshot());
    expect(await store.replaceSource(source, spaces, tuesday)).toEqual({added: 0, changed: 0, removed: 0});
    expect(plain(await store.snapshot())).toEqual(before);
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

  it('keeps that two spaces are one, and takes that back', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const merge = {id: spaces[1]!.id, keptId: spaces[0]!.id};
    expect(await store.merge(merge, tuesday, {dryRun: true})).toBeUndefined();
    expect(await store.snapshot()).toMatchObject({revision: 1, merges: []});
    expect(await store.merge(merge, tuesday)).toBeUndefined();
    expect(await store.snapshot()).toMatchObject({revision: 2, changed: tuesday.toISOString(), merges: [merge]});
    expect((await store.snapshot()).spaces).toHaveLength(3);
    expect(await store.unmerge(merge.keptId, tuesday)).toBeUndefined();
    expect(await store.revision()).toBe(2);
    expect(await store.unmerge(merge.id, tuesday)).toEqual(merge);
    expect(await store.snapshot()).toMatchObject({revision: 3, merges: []});
  });

  it('counts what was said of a merged space as said of the one that is kept, and gives it back', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const [kept, other, third] = spaces.map(({id}) => id);
    const send = (id: string, count: number) =>
      Promise.all(
        Array.from({length: count}, (_, i) => {
          const keyHash = `${id} ${i}`;
          const words = i === 0 ? {words: `Said of ${id}.`} : {};
          return store.addEvaluation({...evaluation, ...words, serviceId: id, keyHash, codeHash: keyHash});
        }),
      );
    await Promise.all([send(kept!, 6), send(other!, 7), send(third!, 4)]);
    const audit = new AuditLog(await store.secret());
    const batch = () => store.desk(desk => runBatch(desk, audit, tuesday, {force: true}));
    await batch();
    await batch();
    await store.desk(async desk => {
      for (const {keyHash, state} of await desk.evaluations({wordsStates: ['waiting']})) {
        const words = {state: 'accepted', decidedBy: [], notes: [], published: true} as const;
        await desk.saveState(keyHash, {...state, words});
      }
    });
    const shown = async () => {
      const {summaries} = await store.snapshot();
      return [kept, other, third].map(id => {
        const summary = summaries.get(id!);
        const counts = summary?.roles.holder?.questions['time.heard'];
        return summary && [counts?.partly, summary.roles.holder?.people, summary.quotes.length];
      });
    };
    expect(await shown()).toEqual([[6, 6, 1], [7, 7, 1], undefined]);
    await store.merge({id: other!, keptId: kept!}, tuesday);
    expect(await shown()).toEqual([[13, 13, 2], undefined, undefined]);
    // What is taken back leaves with the next batch, together with others of the space that it was said of.
    expect(await store.withdrawEvaluation(`${other} 3`)).toBe(true);
    expect(await shown()).toEqual([[13, 13, 2], undefined, undefined]);
    await batch();
    expect(await shown()).toEqual([[6, 6, 2], undefined, undefined]);
    // Four never show, whatever they are put together with.
    await store.merge({id: third!, keptId: kept!}, tuesday);
    await batch();
    expect((await shown())[0]?.[1]).toBe(6);
    await store.unmerge(third!, tuesday);
    await store.unmerge(other!, tuesday);
    expect(await shown()).toEqual([[6, 6, 1], undefined, undefined]);
  });

  it('refuses a merge of what is not there, of one space, and in a chain, and changes nothing', async () => {
    await store.replaceSource(source, spaces.slice(0, 5), monday);
    const [a = '', b = '', c = '', d = ''] = spaces.map(({id}) => id);
    await store.merge({id: b, keptId: a}, monday);
    const before = plain(await store.snapshot());
    const refusals: [id: string, keptId: string, refusal: string][] = [
      [c, c, 'same-space'],
      [c, 'nobody', 'unknown-kept'],
      ['nobody', c, 'unknown-merged'],
      [b, a, 'already-merged'],
      [b, c, 'already-merged'],
      [c, b, 'kept-is-merged'],
      [a, c, 'stands-for-another'],
    ];
    for (const [id, keptId, refusal] of refusals) {
      for (const dryRun of [true, false]) expect(await store.merge({id, keptId}, tuesday, {dryRun})).toBe(refusal);
    }
    expect(plain(await store.snapshot())).toEqual(before);
    // Several may be merged into one.
    expect(await store.merge({id: d, keptId: a}, tuesday)).toBeUndefined();
    expect((await store.snapshot()).merges).toHaveLength(2);
  });

  it('leaves merges as they are at every import; they have no effect while the kept space is away', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const merge = {id: spaces[1]!.id, keptId: spaces[0]!.id};
    await store.merge(merge, monday);
    await store.replaceSource(source, [{...spaces[1]!, name: 'New name'}], tuesday);
    expect((await store.snapshot()).merges).toEqual([]);
    await store.replaceSource(source, [spaces[0]!], tuesday);
    expect((await store.snapshot()).merges).toEqual([merge]);
    expect(await store.unmerge(merge.id, tuesday)).toEqual(merge);
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

  it('does not keep an evaluation again under the key of one that was taken back', async () => {
    await store.addEvaluation(evaluation);
    await store.withdrawEvaluation('code-1');
    expect(await store.addEvaluation(evaluation)).toEqual({added: false});
    expect(await store.addEvaluation({...evaluation, bodyHash: 'other', codeHash: 'other'})).toEqual({added: false});
    expect(await store.evaluationByKey('key-1')).toBeUndefined();
    expect(await store.countEvaluations()).toBe(0);
  });

  it('keeps one of several that cross under one key', async () => {
    const results = await Promise.all(Array.from({length: 8}, () => store.addEvaluation(evaluation)));
    expect(results.filter(({added}) => added)).toHaveLength(1);
    expect(results.every(({kept}) => kept?.bodyHash === 'body-1')).toBe(true);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('gives a long list back whole and in order, whatever stands in the names', async () => {
    const names = ['Ö', 'o', 'O', 'Z', 'a b', 'a\u0000b', 'a', 'Ŵ', '', '"', "'", '\\'];
    const many = Array.from({length: 1203}, (_, index) => ({
      ...spaces[0]!,
      id: `id-${String(index).padStart(5, '0')}`,
      name: names[index % names.length]!,
    }));
    await store.replaceSource(source, many, monday);
    const read = (await store.snapshot()).spaces.map(({space}) => space);
    expect(read).toHaveLength(1203);
    expect(new Map(read.map(space => [space.id, space]))).toEqual(new Map(many.map(space => [space.id, space])));
    const keys = read.map(({name, id}) => `${name.replaceAll('\u0000', '')}\u0001${id}`);
    expect(keys).toEqual([...keys].sort());
  });
};

describe('a store in memory', () => suite(async () => createMemoryStore()));
for (const [name, newUrl, missing] of systems) {
  describe.skipIf(missing)(`a store ${name}`, () => suite(async () => openStore(await newUrl())));
}

describe.each(systems)('a database %s', (_name, newUrl, missing) => {
  let own: string;
  beforeEach(async () => {
    if (!missing) own = await newUrl();
  });

  it.skipIf(missing)('is found again with everything in it', async () => {
    const first = await openStore(own);
    await first.replaceSource(source, spaces, monday);
    await first.addEvaluation(evaluation);
    const secret = await first.secret();
    await first.close();
    const second = await openStore(own);
    expect((await second.snapshot()).spaces).toHaveLength(161);
    expect(await second.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await second.secret()).toEqual(secret);
    await second.close();
  });

  it.skipIf(missing)('is opened by several processes at once, one of which makes the tables', async () => {
    const stores = await Promise.all([openStore(own), openStore(own), openStore(own)]);
    const secrets = await Promise.all(stores.map(store => store.secret()));
    expect(new Set(secrets.map(String)).size).toBe(1);
    await Promise.all(stores.map(store => store.close()));
  });

  it.skipIf(missing)('is shared by two, each of which sees what the other wrote', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    await one.replaceSource(source, spaces, monday);
    await two.replaceSource({name: 'Other'}, [], monday);
    const keys = Array.from({length: 40}, (_, index) => `key-${index}`);
    await Promise.all(keys.map((keyHash, index) => (index % 2 ? one : two).addEvaluation({...evaluation, keyHash})));
    expect(await one.countEvaluations()).toBe(40);
    expect(await one.revision()).toBe(await two.revision());
    expect((await two.snapshot()).spaces).toHaveLength(161);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('lets two imports of one list take turns', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    const counts = await Promise.all([one, two].map(store => store.replaceSource(source, spaces, monday)));
    expect(counts.map(({added}) => added).sort((a, b) => a - b)).toEqual([0, 161]);
    expect(await one.revision()).toBe(1);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('lets two keepers take turns, so that no two spaces are merged into each other', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    await one.replaceSource(source, spaces.slice(0, 2), monday);
    const [a = '', b = ''] = spaces.map(({id}) => id);
    const refusals = await Promise.all([
      one.merge({id: a, keptId: b}, tuesday),
      two.merge({id: b, keptId: a}, tuesday),
    ]);
    expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(1);
    expect((await two.snapshot()).merges).toHaveLength(1);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('imports nothing when something fails half way', async () => {
    const store = await openStore(own);
    const broken = {...spaces[5]!, name: null as unknown as string};
    await expect(store.replaceSource(source, [...spaces, ...spaces.slice(10), broken], monday)).rejects.toThrow(
      'Nothing was changed.',
    );
    expect((await store.snapshot()).spaces).toEqual([]);
    expect((await store.snapshot()).sources).toEqual([]);
    expect(await store.revision()).toBe(0);
    await store.close();
  });

  it.skipIf(missing)('is refused when a newer version made it', async () => {
    const engine = await openEngine(own);
    await sql`insert into kysely_migration (name, timestamp) values ('0099-later', '2030')`.execute(engine.db);
    await engine.close();
    const refusal = `The store was made by a newer version (0099-later; this one knows ${newestMigration}). Upgrade, or restore a backup.`;
    await expect(openStore(own)).rejects.toThrow(refusal);
    await expect(backupStore(own, join(folder, 'backup'))).rejects.toThrow(refusal);
    expect(readdirSync(folder).filter(name => name.includes('backup'))).toEqual([]);
  });

  it.skipIf(missing)('is brought up to date from the first version, with the keys that were used then', async () => {
    const engine = await openEngine(own);
    await sql`drop table used_keys`.execute(engine.db);
    await sql`drop table postcodes`.execute(engine.db);
    await sql`drop table merged_spaces`.execute(engine.db);
    await sql`drop index spaces_name`.execute(engine.db);
    for (const table of ['desk_records', 'audit_log', 'spent_tokens'])
      await sql`drop table ${sql.table(table)}`.execute(engine.db);
    for (const index of ['evaluations_service', 'evaluations_words'])
      await sql`drop index ${sql.ref(index)}`.execute(engine.db);
    for (const column of ['standing', 'words_state', 'moderation']) {
      await sql`alter table evaluations drop column ${sql.ref(column)}`.execute(engine.db);
    }
    await sql`delete from kysely_migration where name > '0001-first'`.execute(engine.db);
    await sql`insert into evaluations values ('key-1', 'body-1', 'code-1', 'space-1', '2026-03', ${'{"role":"holder"}'})`.execute(
      engine.db,
    );
    await engine.close();
    const store = await openStore(own);
    expect(await store.addEvaluation(evaluation)).toMatchObject({added: false, kept: {bodyHash: 'body-1'}});
    await store.close();
  });

  it.skipIf(missing)('says that it is locked by another process, once it has waited', async () => {
    const engine = await openEngine(own);
    const failures: unknown[] = [];
    const store = createSqlStore(engine, {onFailure: (...failure) => failures.push(failure), patience: 300});
    const patient = createSqlStore(engine);
    const other = await openEngine(own);
    let release: () => void = () => undefined;
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>(resolve => (locked = resolve));
    const held = other.db.transaction().execute(async transaction => {
      await sql`update revision set number = number`.execute(transaction);
      locked();
      await new Promise<void>(resolve => (release = resolve));
    });
    await isLocked;
    await expect(store.replaceSource(source, spaces, monday)).rejects.toThrow(
      `The store is open in another process (${engine.name}). Nothing was changed.`,
    );
    expect(failures).toHaveLength(1);
    // Reading goes on meanwhile, and the write succeeds once the other has finished.
    expect((await store.snapshot()).spaces).toEqual([]);
    const later = patient.replaceSource(source, spaces, monday);
    release();
    await held;
    expect(await later).toMatchObject({added: 161});
    await store.close();
    await other.close();
  });
});

const pairs = systems.flatMap(([from, fromUrl, fromMissing]) =>
  systems.map(([to, toUrl, toMissing]) => ({from, to, fromUrl, toUrl, missing: fromMissing || toMissing})),
);

describe('a backup', () => {
  it.each(pairs)('of a store $from is restored $to, the same in everything', async ({fromUrl, toUrl, missing}) => {
    if (missing) return;
    const from = await fromUrl();
    const store = await openStore(from);
    await store.replaceSource(source, spaces, monday);
    await store.addEvaluation(evaluation);
    await store.addEvaluation({...evaluation, keyHash: 'key-2', codeHash: 'code-2'});
    await store.withdrawEvaluation('code-2');
    await store.replacePostcodes(new Map([['LS6', '{"LS6":1}']]));
    await store.merge({id: spaces[1]!.id, keptId: spaces[0]!.id}, tuesday);
    const [snapshot, secret] = [plain(await store.snapshot()), await store.secret()];
    const file = join(folder, 'backups', 'monday.held');
    expect(await backupStore(from, file)).toEqual({revision: 3, spaces: 161, evaluations: 1});
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['monday.held']);
    await store.close();

    const to =
      from.startsWith('file:') && toUrl === fromUrl ? `file:${join(folder, 'other', 'held.sqlite')}` : await toUrl();
    expect(await restoreStore(file, to)).toEqual({revision: 3, spaces: 161, evaluations: 1});
    const restored = await openStore(to);
    expect(plain(await restored.snapshot())).toEqual(snapshot);
    expect(await restored.postcodeFile('LS6')).toBe('{"LS6":1}');
    expect(await restored.secret()).toEqual(secret);
    expect(await restored.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await restored.addEvaluation({...evaluation, keyHash: 'key-2'})).toEqual({added: false});
    await restored.close();
    await expect(restoreStore(file, to)).rejects.toThrow('already holds a store. Move it away first.');
  });

  it('is of one moment, while another process writes', async () => {
    const store = await openStore(url());
    await store.replaceSource(source, spaces, monday);
    let writing = true;
    const writes = (async () => {
      for (let index = 0; writing; index++) {
        await store.addEvaluation({...evaluation, keyHash: `key-${index}`});
        await new Promise(resolve => setTimeout(resolve));
      }
    })();
    const facts = await backupStore(url(), join(folder, 'one'));
    writing = false;
    await writes;
    await store.close();
    const copy = new Database(join(folder, 'one'));
    const count = (table: string) => Number(copy.prepare(`select count(*) from ${table}`).pluck().get());
    expect([count('evaluations'), count('used_keys')]).toEqual([facts.evaluations, facts.evaluations]);
    copy.close();
  });

  it('is not written over a file, and not of a store that is not there', async () => {
    await expect(backupStore(url(), join(folder, 'x'))).rejects.toThrow(
      `The backup was not written: there is no store at ${databasePath(url())}. The store is untouched.`,
    );
    await (await openStore(url())).close();
    writeFileSync(join(folder, 'mine'), 'something');
    await expect(backupStore(url(), join(folder, 'mine'))).rejects.toThrow('exists already');
    expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('something');
  });

  it('that is damaged, or no backup, is not restored and leaves nothing', async () => {
    writeFileSync(join(folder, 'text'), 'no database at all, but long enough to be looked at. '.repeat(200));
    await expect(restoreStore(join(folder, 'text'), url())).rejects.toThrow('could not be restored');
    new Database(join(folder, 'empty')).exec('create table x (y)').close();
    await expect(restoreStore(join(folder, 'empty'), url())).rejects.toThrow('could not be restored');
    await expect(restoreStore(join(folder, 'none'), url())).rejects.toThrow('No file at');
    expect(existsSync(databasePath(url())!)).toBe(false);
    expect(readdirSync(join(folder, 'nested'))).toEqual([]);
  });

  it('is not restored beside the log of a store that was removed', async () => {
    const store = await openStore(url());
    await backupStore(url(), join(folder, 'one'));
    await store.close();
    const path = databasePath(url())!;
    rmSync(path);
    writeFileSync(`${path}-wal`, '');
    await expect(restoreStore(join(folder, 'one'), url())).rejects.toThrow('already holds a store');
  });
});

describe('a store file', () => {
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

  it('writes to the disk before it answers', async () => {
    const store = await openStore(url());
    await store.close();
    const database = new Database(databasePath(url())!);
    expect(database.pragma('journal_mode', {simple: true})).toBe('wal');
    database.close();
  });

  it('says that it is full, and keeps what it had', async () => {
    const engine = await openEngine(url());
    const store = createSqlStore(engine);
    await store.addEvaluation(evaluation);
    const {rows} = await sql<{page_count: number}>`pragma page_count`.execute(engine.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(engine.db);
    await expect(store.replaceSource(source, spaces, monday)).rejects.toThrow(
      'The store is full. Nothing was changed.',
    );
    expect(await store.revision()).toBe(0);
    expect(await store.countEvaluations()).toBe(1);
    await store.close();
  });

  it('does not keep other work waiting while it waits for a lock', async () => {
    const store = await openStore(url());
    const other = new Database(databasePath(url())!);
    other.exec('begin immediate');
    const writing = store.addEvaluation(evaluation);
    let turns = 0;
    for (const until = performance.now() + 300; performance.now() < until; turns++) {
      await new Promise(resolve => setTimeout(resolve));
    }
    other.exec('rollback');
    other.close();
    expect(turns).toBeGreaterThan(5);
    expect(await writing).toMatchObject({added: true});
    await store.close();
  });
});

describe('a PostgreSQL that cannot be used', () => {
  it('is named without its password', async () => {
    const error = await openStore('postgres://user:canary@127.0.0.1:1/held').catch((reason: unknown) => reason);
    expect(String(error)).toContain(
      'The store at postgres://127.0.0.1:1/held could not be opened: connect ECONNREFUSED',
    );
    expect(String(error)).not.toContain('canary');
  });

  it.skipIf(postgresMissing)(`loses nothing when it is restarted, and serves again${postgresMissing}`, async () => {
    // One of its own: after a crash every file of every database is brought to the disk first.
    const own = await startPostgres();
    const store = await openStore(await own.database('crashed'));
    await store.addEvaluation(evaluation);
    await own.crash();
    // The connection at hand is broken; a new one is opened.
    await expect.poll(() => store.countEvaluations().catch(() => 'not yet'), {timeout: 10_000}).toBe(1);
    expect(await store.addEvaluation({...evaluation, keyHash: 'key-2'})).toMatchObject({added: true});
    await store.close();
    await own.stop();
  });
});
