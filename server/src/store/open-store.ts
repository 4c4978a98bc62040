import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {migrate, migrationsOf, newestMigration, unknownMigration} from './sql/migrations.js';
import type {DialectName} from './sql/migrations.js';
import {postgresEngine, postgresName} from './sql/postgres.js';
import {createSqlStore, persistently} from './sql/sql-store.js';
import type {SqlStoreOptions} from './sql/sql-store.js';
import {kyselyOf, openDatabase, sqliteEngine, sqliteMeaning} from './sql/sqlite.js';
import type {Engine} from './sql/tables.js';
import type {Store} from './store.js';

/** A store that cannot be opened. The message is one line for an operator. */
export class OpenStoreError extends Error {
  override readonly name = 'OpenStoreError';
}

/** Path of the database file that a `file:` URL names: `file:data/x.sqlite`, `file:/var/x.sqlite`, `file:///var/x.sqlite`. */
export function databasePath(url: string): string | undefined {
  if (url.startsWith('file:///')) return URL.canParse(url) ? fileURLToPath(url) : undefined;
  if (!url.startsWith('file:') || url === 'file:' || url.startsWith('file://')) return undefined;
  return resolve(url.slice('file:'.length));
}

/** Whether a URL is `postgres://…` and names a database. */
export const isPostgres = (url: string): boolean =>
  /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1;

/** How messages name the store at a URL: no password is in it. */
export const storeName = (url: string): string => databasePath(url) ?? postgresName(url);

/** Opens the store at a `HELD_DATABASE_URL`, makes it if there is none, and brings its tables up to date. */
export async function openStore(url: string, options: SqlStoreOptions = {}): Promise<Store> {
  return createSqlStore(await openEngine(url), options);
}

/** The database beneath a store, its tables up to date. */
export async function openEngine(url: string): Promise<Engine> {
  const path = databasePath(url);
  if (path !== undefined) return openSqlite(path);
  if (isPostgres(url)) return openPostgres(url);
  throw new OpenStoreError('HELD_DATABASE_URL must be file:PATH or postgres://…/DATABASE.');
}

async function openSqlite(path: string): Promise<Engine> {
  const database = orNotOpened(path, () => openDatabase(path));
  const db = kyselyOf(database);
  try {
    await bringUpToDate(path, db, 'sqlite');
    return sqliteEngine(path, db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openPostgres(url: string): Promise<Engine> {
  const engine = postgresEngine(url);
  try {
    await bringUpToDate(engine.name, engine.db, 'postgres');
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function bringUpToDate(name: string, db: Engine['db'], dialect: DialectName) {
  let taken: readonly string[];
  try {
    taken = await migrationsOf(db);
  } catch (error) {
    throw notOpened(name, error);
  }
  refuseNewer(taken);
  if (taken.at(-1) === newestMigration) return;
  try {
    await persistently(sqliteMeaning, () => migrate(db, dialect));
  } catch (error) {
    throw new OpenStoreError(`The store at ${name} could not be brought up to date: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

export function refuseNewer(taken: readonly string[]): void {
  const found = unknownMigration(taken);
  if (found === undefined) return;
  throw new OpenStoreError(
    `The store was made by a newer version (${found}; this one knows ${newestMigration}). Upgrade, or restore a backup.`,
  );
}

function orNotOpened<T>(name: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw notOpened(name, error);
  }
}

const notOpened = (name: string, error: unknown) =>
  new OpenStoreError(`The store at ${name} could not be opened: ${reasonOf(error)}.`, {cause: error});

/**
 * The database's own short text, such as "file is not a database" or "connect ECONNREFUSED 127.0.0.1:5432". It holds no
 * values.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  // Of a connection tried at several addresses, Node gives the reasons apart.
  const {message} = error instanceof AggregateError ? ((error.errors[0] as Error | undefined) ?? error) : error;
  return (message || 'unknown reason').replace(/\.$/, '');
}
