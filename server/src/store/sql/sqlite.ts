/** SQLite as the store needs it: on disk before it answers, and safe with a second process beside it. */
import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import Database from 'better-sqlite3';
import {CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver} from 'kysely';
import type {DatabaseConnection, Driver, SqliteDialectConfig} from 'kysely';

/** How long a write waits for another process to finish its own, in milliseconds. */
const busyTimeout = 5000;

/** Opens or makes a database file, and its folder. */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), {recursive: true});
  const database = new Database(path, {timeout: busyTimeout});
  database.pragma('journal_mode = WAL');
  // FULL, not NORMAL: with WAL, NORMAL may lose the last commits when the power fails. https://sqlite.org/wal.html
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is written over with zeros, so that a withdrawn answer is gone from the file.
  database.pragma('secure_delete = ON');
  return database;
}

/**
 * Kysely's SQLite dialect, but transactions take the write lock when they begin. A transaction that reads first and
 * writes later fails at once, whatever the timeout, if another process wrote in between.
 * https://sqlite.org/lang_transaction.html
 */
export class ImmediateSqliteDialect extends SqliteDialect {
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
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can change tables inside a transaction; Kysely leaves that off. With it, a migration happens whole or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
