import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {sql} from 'kysely';
import {describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {AuditLog} from '../../server/src/moderation/audit.js';
import {backupStore, restoreStore} from '../../server/src/store/backup.js';
import {databasePath, openEngine, openStore} from '../../server/src/store/open-store.js';
import {createSqlStore} from '../../server/src/store/sql/sql-store.js';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import {source, spaces, monday, tuesday, evaluation, plain, url, systems, folder} from './support/stores.js';

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

  it('no longer holds what was kept for long enough', async () => {
    const store = await openStore(url());
    await store.addEvaluation({...evaluation, words: 'canary-of-age', keepYears: 5});
    const held = () => ['', '-wal'].some(end => readFileSync(databasePath(url())! + end).includes('canary-of-age'));
    const audit = new AuditLog(await store.secret());
    const batch = (at: string) => store.desk(desk => runBatch(desk, audit, new Date(at), {force: true}));
    await batch('2026-04-01T09:00:00Z');
    expect(held()).toBe(true);
    await batch('2031-03-01T09:00:00Z');
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
