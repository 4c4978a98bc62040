import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import type Database from 'better-sqlite3';
import {Kysely, Migrator} from 'kysely';
import {migrations, newestMigration} from './sql/migrations.js';
import {createSqlStore} from './sql/sql-store.js';
import {ImmediateSqliteDialect, openDatabase} from './sql/sqlite.js';
import type {Tables} from './sql/tables.js';
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

/** Opens the store at a `HELD_DATABASE_URL`, makes it if there is none, and brings its tables up to date. */
export async function openStore(url: string): Promise<Store> {
  const path = databasePath(url);
  if (path === undefined) throw new OpenStoreError('HELD_DATABASE_URL must be file:PATH.');
  let database: Database.Database;
  try {
    database = openDatabase(path);
  } catch (error) {
    throw new OpenStoreError(`The store at ${path} could not be opened: ${reasonOf(error)}.`, {cause: error});
  }
  const db = new Kysely<Tables>({dialect: new ImmediateSqliteDialect({database})});
  try {
    refuseNewer(database);
    const {error} = await new Migrator({
      db,
      provider: {getMigrations: async () => ({...migrations})},
    }).migrateToLatest();
    if (error)
      throw new OpenStoreError(`The store at ${path} could not be brought up to date: ${reasonOf(error)}.`, {
        cause: error,
      });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createSqlStore(db, {
    // The write-ahead log may still hold what was deleted, until it is folded into the database and emptied.
    scrub: () => database.pragma('wal_checkpoint(TRUNCATE)'),
  });
}

function refuseNewer(database: Database.Database) {
  const table = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!table) return;
  const names = database.prepare('select name from kysely_migration').pluck().all().map(String);
  const unknown = names.filter(name => !(name in migrations)).sort();
  const found = unknown.at(-1);
  if (found !== undefined) {
    throw new OpenStoreError(
      `The store was made by a newer version (${found}; this one knows ${newestMigration}). Upgrade, or restore a backup.`,
    );
  }
}

/** SQLite's own short text, such as "file is not a database". It holds no values. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
