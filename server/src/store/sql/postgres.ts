/** PostgreSQL as the store needs it: on disk before it answers, and for several servers at once. */
import {CompiledQuery, Kysely, PostgresDialect, sql} from 'kysely';
import pg from 'pg';
import type {Engine, ErrorMeaning, Tables} from './tables.js';

/** Connections that one process opens at most. */
const connections = 10;
/** How long a connection may take to open, in milliseconds. */
const connectTimeout = 5000;
/** How long one statement may take, in milliseconds, before it counts as lost with its connection. */
const statementTimeout = 60_000;

export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: statementTimeout,
    keepAlive: true,
    application_name: 'held-directory',
  });
  // A connection that breaks is replaced when one is needed, and whoever was using it is told by its own error. Without
  // these listeners a break ends the process. https://node-postgres.com/apis/pool#error
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async connection => {
        // Whatever the server's own settings: an answer is sent after the commit is on disk.
        await connection.executeQuery(CompiledQuery.raw('set synchronous_commit = on'));
        await connection.executeQuery(CompiledQuery.raw("set lock_timeout = '2s'"));
      },
    }),
  });
  return {
    db,
    reader: db,
    // Ids are hashes, so this is no order on the disk; it is one in which pages can be asked for.
    spacesLieBy: 'id',
    name: postgresName(url),
    meaningOf: postgresMeaning,
    // The row of a deleted answer stays in its file until the table is vacuumed.
    scrub: async () => void (await sql`vacuum evaluations`.execute(db)),
    close: () => db.destroy(),
  };
}

/** The database without user and password, for messages. */
export function postgresName(url: string): string {
  const {hostname, port, pathname, searchParams} = new URL(url);
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
  return `postgres://${host}${port === '' ? '' : `:${port}`}${pathname}`;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function postgresMeaning(error: unknown): ErrorMeaning {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // disk_full, and a temporary or WAL file that could not grow.
  if (code === '53100') return 'full';
  // serialization_failure, deadlock_detected, lock_not_available.
  return ['40001', '40P01', '55P03'].includes(code) ? 'locked' : 'other';
}
