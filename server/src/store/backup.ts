/**
 * A store as one file, and back. The file is an SQLite database with the store's own tables, whichever system the store
 * is in: so a backup of either can be restored into either, and read by any SQLite program.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import {copyFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import Database from 'better-sqlite3';
import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {databasePath, OpenStoreError, openEngine, reasonOf, refuseNewer, storeName} from './open-store.js';
import {migrate, migrationsOf} from './sql/migrations.js';
import {postgresEngine} from './sql/postgres.js';
import {rowsAtOnce} from './sql/sql-store.js';
import {kyselyOf, openDatabase} from './sql/sqlite.js';
import {primaryKeys} from './sql/tables.js';
import type {Tables} from './sql/tables.js';

/** As many pages as one step can take: 8 TB. */
const allPages = 2 ** 31 - 1;

/** A backup that was not written, or not restored. The message is one line for an operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What a backup holds. */
export interface BackupFacts {
  readonly revision: number;
  readonly spaces: number;
  readonly evaluations: number;
}

/**
 * Writes the store at `url` to a new file, as it stood at one moment, while servers go on using it. The file holds the
 * directory's secret, so only its owner may read it.
 *
 * @throws {BackupError} There is no such store, the file exists, or it could not be written.
 */
export async function backupStore(url: string, file: string): Promise<BackupFacts> {
  const target = resolve(file);
  if (existsSync(target)) throw notWritten(`${file} exists already`);
  let folder: string | undefined;
  try {
    mkdirSync(dirname(target), {recursive: true});
    folder = mkdtempSync(join(dirname(target), '.held-backup-'));
    const partial = join(folder, 'backup');
    const path = databasePath(url);
    if (path === undefined) await dumpPostgres(url, partial);
    else await copySqlite(path, partial);
    const facts = factsOf(partial);
    makeDurable(partial);
    renameSync(partial, target);
    syncFolder(dirname(target));
    return facts;
  } catch (error) {
    throw error instanceof BackupError || error instanceof OpenStoreError ? error : notWritten(reasonOf(error), error);
  } finally {
    if (folder !== undefined) rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * Makes the store at `url` out of a backup.
 *
 * @throws {BackupError} There is a store already, or the file is no whole backup. Nothing was changed then.
 */
export async function restoreStore(file: string, url: string): Promise<BackupFacts> {
  if (!existsSync(file)) throw new BackupError(`No file at ${file}.`);
  const path = databasePath(url);
  // Beside the place it goes to, so that it can be moved there in one step.
  const parent = path === undefined ? dirname(resolve(file)) : dirname(path);
  if (path !== undefined && ['', '-wal', '-shm', '-journal'].some(end => existsSync(path + end))) throw exists(url);
  let folder: string | undefined;
  try {
    mkdirSync(parent, {recursive: true});
    folder = mkdtempSync(join(parent, '.held-restore-'));
    const copy = join(folder, 'backup');
    await copyFile(file, copy);
    const facts = factsOf(copy);
    if (path === undefined) {
      await fillPostgres(copy, url);
    } else {
      makeDurable(copy);
      // Unlike a rename, a link fails where somebody made a store in the meantime.
      linkSync(copy, path);
      syncFolder(parent);
    }
    return facts;
  } catch (error) {
    if (error instanceof BackupError || error instanceof OpenStoreError) throw error;
    if (isCode(error, 'EEXIST')) throw exists(url);
    throw new BackupError(`${file} could not be restored: ${reasonOf(error)}. Nothing was changed.`, {cause: error});
  } finally {
    if (folder !== undefined) rmSync(folder, {recursive: true, force: true});
  }
}

async function copySqlite(path: string, copy: string): Promise<void> {
  if (!existsSync(path)) throw notWritten(`there is no store at ${path}`);
  const database = new Database(path, {fileMustExist: true, timeout: 10_000});
  try {
    // All pages in one go: a copy in steps starts again whenever another process writes.
    await database.backup(copy, {progress: () => allPages});
  } finally {
    database.close();
  }
  const copied = new Database(copy);
  // One file without a log beside it.
  copied.pragma('journal_mode = DELETE');
  copied.close();
}

async function dumpPostgres(url: string, file: string): Promise<void> {
  const {db, close, name} = postgresEngine(url);
  try {
    const taken = await migrationsOf(db);
    const newest = taken.at(-1);
    if (newest === undefined) throw notWritten(`there is no store at ${name}`);
    refuseNewer(taken);
    const database = openDatabase(file);
    database.pragma('journal_mode = DELETE');
    // Rows and not durability are the work here: the file is brought to the disk once, when it is whole.
    database.pragma('synchronous = OFF');
    const target = kyselyOf(database);
    try {
      await migrate(target, 'sqlite', newest);
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(from => target.transaction().execute(to => copyTables(from, to)));
    } finally {
      await target.destroy();
    }
  } finally {
    await close();
  }
}

async function fillPostgres(copy: string, url: string): Promise<void> {
  // Opened as a store, an older backup is brought up to date before it is copied.
  const source = await openEngine(`file:${copy}`);
  try {
    const target = await openEngine(url);
    try {
      await target.db.transaction().execute(async to => {
        await to
          .updateTable('revision')
          .set(eb => ({number: eb.ref('number')}))
          .execute();
        if (await holdsAnything(to)) throw exists(url);
        await copyTables(source.db, to);
      });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Tables alone are no store: a restore that was interrupted leaves them, and so does the check before it. */
async function holdsAnything(db: Kysely<Tables>): Promise<boolean> {
  for (const table of ['sources', 'spaces', 'used_keys', 'settings'] as const) {
    const {rows} = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

type Row = Readonly<Record<string, string | number>>;

/** Copies every row of every table that `from` has. */
async function copyTables(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  const tables = new Set((await from.introspection.getTables()).map(({name}) => name));
  for (const [table, key] of Object.entries(primaryKeys)) {
    if (!tables.has(table)) continue;
    await sql`delete from ${sql.table(table)}`.execute(to);
    for (let last: string | number | undefined; ;) {
      const after = last === undefined ? sql`` : sql`where ${sql.ref(key)} > ${last}`;
      const page = sql<Row>`select * from ${sql.table(table)} ${after} order by ${sql.ref(key)} limit ${sql.lit(rowsAtOnce)}`;
      const {rows} = await page.execute(from);
      if (rows.length > 0) await insertRows(to, table, rows);
      last = rows.at(-1)?.[key];
      if (rows.length < rowsAtOnce) break;
    }
  }
}

async function insertRows(to: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map(column => sql.ref(column)));
  const values = sql.join(rows.map(row => sql`(${sql.join(columns.map(column => row[column]))})`));
  await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(to);
}

/** Reads a backup through: a file that is damaged, or something else, ends here. */
function factsOf(file: string): BackupFacts {
  const database = new Database(file, {fileMustExist: true});
  try {
    const count = (query: string) => Number(database.prepare(query).pluck().get());
    if (database.pragma('integrity_check', {simple: true}) !== 'ok') throw new Error('the file is damaged');
    refuseNewer(database.prepare('select name from kysely_migration order by name').pluck().all().map(String));
    return {
      revision: count('select number from revision'),
      spaces: count('select count(*) from spaces'),
      evaluations: count('select count(*) from evaluations'),
    };
  } finally {
    database.close();
  }
}

/** To the disk, and for its owner's eyes only. */
function makeDurable(file: string): void {
  chmodSync(file, 0o600);
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function syncFolder(folder: string): void {
  // Windows has no handle for a folder, and needs none.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

const notWritten = (reason: string, cause?: unknown) =>
  new BackupError(`The backup was not written: ${reason}. The store is untouched.`, {cause});

const exists = (url: string) => new BackupError(`${storeName(url)} already holds a store. Move it away first.`);

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
