/**
 * The steps from an empty database to the newest tables, oldest first. A step that has been released is never edited:
 * stores out there have already taken it. The two systems take the same steps and differ in three words.
 */
import {Migrator, sql} from 'kysely';
import type {Kysely, Migration} from 'kysely';
import type {Tables} from './tables.js';

/** What SQLite and PostgreSQL write differently. */
interface Dialect {
  /** Text that is compared by its bytes, on every machine. PostgreSQL asks the machine's language otherwise. */
  readonly text: ReturnType<typeof sql>;
  /** SQLite lays such rows in the order of their key. PostgreSQL has no such order. */
  readonly byKey: ReturnType<typeof sql>;
}

const dialects = {
  sqlite: {text: sql`text`, byKey: sql`without rowid`},
  postgres: {text: sql`text collate "C"`, byKey: sql``},
} as const satisfies Readonly<Record<string, Dialect>>;

export type DialectName = keyof typeof dialects;

const steps: Readonly<Record<string, (db: Kysely<unknown>, dialect: Dialect) => Promise<void>>> = {
  '0001-first': async (db, {text, byKey}) => {
    await db.schema
      .createTable('sources')
      .addColumn('name', text, column => column.primaryKey())
      .addColumn('facts', text, column => column.notNull())
      .execute();
    await db.schema
      .createTable('spaces')
      .addColumn('id', text, column => column.primaryKey())
      .addColumn('source', text, column => column.notNull().references('sources.name'))
      .addColumn('name', text, column => column.notNull())
      .addColumn('last_modified', text, column => column.notNull())
      .addColumn('document', text, column => column.notNull())
      .execute();
    await db.schema.createIndex('spaces_source').on('spaces').column('source').execute();
    await db.schema
      .createTable('evaluations')
      .addColumn('key_hash', text, column => column.primaryKey().notNull())
      .addColumn('body_hash', text, column => column.notNull())
      .addColumn('code_hash', text, column => column.notNull())
      // No reference to spaces: an evaluation outlives a space that leaves the list for a while.
      .addColumn('service_id', text, column => column.notNull())
      .addColumn('month', text, column => column.notNull())
      .addColumn('document', text, column => column.notNull())
      // Rows lie in the order of a keyed hash and not of arrival, which could show who wrote. SQLite only.
      .modifyEnd(byKey)
      .execute();
    await db.schema.createIndex('evaluations_code').on('evaluations').column('code_hash').execute();
    await db.schema
      .createTable('revision')
      .addColumn('id', 'integer', column => column.primaryKey())
      .addColumn('number', 'integer', column => column.notNull())
      .addColumn('changed', text, column => column.notNull())
      .execute();
    await db.schema
      .createTable('settings')
      .addColumn('name', text, column => column.primaryKey())
      .addColumn('value', text, column => column.notNull())
      .execute();
    await sql`insert into revision (id, number, changed) values (1, 0, ${new Date(0).toISOString()})`.execute(db);
  },

  '0002-used-keys': async (db, {text, byKey}) => {
    await db.schema
      .createTable('used_keys')
      .addColumn('key_hash', text, column => column.primaryKey().notNull())
      .modifyEnd(byKey)
      .execute();
    await sql`insert into used_keys (key_hash) select key_hash from evaluations`.execute(db);
    // A snapshot is read page by page in this order.
    await db.schema.createIndex('spaces_name').on('spaces').columns(['name', 'id']).execute();
  },

  '0003-postcodes': async (db, {text}) => {
    await db.schema
      .createTable('postcodes')
      .addColumn('outcode', text, column => column.primaryKey())
      .addColumn('file', text, column => column.notNull())
      .execute();
  },

  '0004-merged-spaces': async (db, {text}) => {
    await db.schema
      .createTable('merged_spaces')
      // No reference to spaces: what a keeper said outlives a space that leaves its source for a while.
      .addColumn('id', text, column => column.primaryKey())
      .addColumn('kept_id', text, column => column.notNull())
      .execute();
  },

  '0005-moderation': async (db, {text, byKey}) => {
    await db.schema
      .alterTable('evaluations')
      .addColumn('standing', text, column => column.notNull().defaultTo('new'))
      .execute();
    await db.schema.alterTable('evaluations').addColumn('words_state', text).execute();
    await db.schema
      .alterTable('evaluations')
      .addColumn('moderation', text, column => column.notNull().defaultTo('{}'))
      .execute();
    await db.schema.createIndex('evaluations_service').on('evaluations').column('service_id').execute();
    await db.schema.createIndex('evaluations_words').on('evaluations').column('words_state').execute();
    await db.schema
      .createTable('desk_records')
      .addColumn('id', text, column => column.primaryKey().notNull())
      .addColumn('document', text, column => column.notNull())
      .execute();
    await db.schema
      .createTable('audit_log')
      .addColumn('line', 'integer', column => column.primaryKey())
      .addColumn('entry', text, column => column.notNull())
      .addColumn('hash', text, column => column.notNull())
      .execute();
    await db.schema
      .createTable('spent_tokens')
      .addColumn('id', text, column => column.primaryKey().notNull())
      // In whole hours since 1970: when somebody wrote is known no finer, and not for longer than the token lasts.
      .addColumn('expires', 'integer', column => column.notNull())
      .modifyEnd(byKey)
      .execute();
  },
};

const names = Object.keys(steps).sort();

/** Name of the newest step that this program knows. */
export const newestMigration = names.at(-1) ?? '';

/**
 * Takes the steps that are missing, all of them or, with `upTo`, those up to that one. Each happens whole or not at all.
 * Two processes may do this at once. Throws what the database throws.
 */
export async function migrate(db: Kysely<Tables>, dialect: DialectName, upTo = newestMigration): Promise<void> {
  const getMigrations = async (): Promise<Record<string, Migration>> =>
    Object.fromEntries(
      Object.entries(steps).map(([name, step]) => [
        name,
        {up: (migrated: Kysely<unknown>) => step(migrated, dialects[dialect])},
      ]),
    );
  const {error} = await new Migrator({db, provider: {getMigrations}}).migrateTo(upTo);
  if (error) throw error;
}

/** The steps that a database has taken, oldest first; empty where it is no store yet. */
export async function migrationsOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({withInternalKyselyTables: true});
  if (!tables.some(({name}) => name === 'kysely_migration')) return [];
  const {rows} = await sql<{name: string}>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({name}) => name).sort();
}

/** The newest of these steps that this program does not know: a newer version took it. */
export const unknownMigration = (taken: readonly string[]): string | undefined =>
  taken.filter(name => !names.includes(name)).at(-1);
