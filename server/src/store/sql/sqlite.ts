/** SQLite as the store needs it: on disk before it answers, and safe with a second process beside it. */
import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import Database from 'better-sqlite3';
import {CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, sql} from 'kysely';
import type {DatabaseConnection, Driver, SqliteDialectConfig, TransactionSettings} from 'kysely';
import type {Engine, ErrorMeaning, Tables} from './tables.js';

/** How long opening a file waits for another process that is doing the same, in milliseconds. */
const openTimeout = 10_000;
/**
 * How long one attempt waits for another process to finish its write, in milliseconds. SQLite waits without giving
 * requests a turn, so this is short, and the store tries again.
 */
const busyTimeout = 5;

/** Opens or makes a database file, and its folder. */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), {recursive: true});
  const database = new Database(path, {timeout: openTimeout});
  database.pragma('journal_mode = WAL');
  // FULL, not NORMAL: with WAL, NORMAL may lose the last commits when the power fails. https://sqlite.org/wal.html
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is written over with zeros, so that a withdrawn answer is gone from the file.
  database.pragma('secure_delete = ON');
  database.pragma(`busy_timeout = ${busyTimeout}`);
  return database;
}

export const kyselyOf = (database: Database.Database): Kysely<Tables> =>
  new Kysely<Tables>({dialect: new ImmediateSqliteDialect({database})});

/** A database file whose tables are up to date, with a second connection for long reads. */
export function sqliteEngine(path: string, db: Kysely<Tables>): Engine {
  const readOnly = new Database(path, {timeout: openTimeout, readonly: true});
  const reader = kyselyOf(readOnly);
  return {
    db,
    reader,
    spacesLieBy: 'rowid',
    name: path,
    meaningOf: sqliteMeaning,
    scrub: () => emptyLog(db),
    close: async () => {
      // The last connection to close folds the log into the file, which a read-only one cannot.
      await reader.destroy();
      await db.destroy();
    },
  };
}

/** The write-ahead log may still hold what was deleted, until it is folded into the database and emptied. */
async function emptyLog(db: Kysely<Tables>): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const {rows} = await sql<{busy: number}>`pragma wal_checkpoint(TRUNCATE)`.execute(db);
    if (rows[0]?.busy === 0) return;
    // Somebody reads what was there before. The next deletion, or the next start, empties the log for certain.
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

export function sqliteMeaning(error: unknown): ErrorMeaning {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return 'full';
  return /^SQLITE_(?:BUSY|LOCKED)/.test(code) ? 'locked' : 'other';
}

/**
 * Kysely's SQLite dialect, but transactions that write take the write lock when they begin. A transaction that reads
 * first and writes later fails at once, whatever the timeout, if another process wrote in between.
 * https://sqlite.org/lang_transaction.html
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'),
    );
  }
}

/** SQLite can change tables inside a transaction; Kysely leaves that off. With it, a migration happens whole or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
