/**
 * The steps from an empty database to the newest tables, oldest first. A step that has been released is never edited:
 * stores out there have already taken it. Plain SQL types, so that PostgreSQL can take the same steps.
 */
import {sql} from 'kysely';
import type {Kysely, Migration} from 'kysely';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('sources')
        .addColumn('name', 'text', column => column.primaryKey())
        .addColumn('facts', 'text', column => column.notNull())
        .execute();
      await db.schema
        .createTable('spaces')
        .addColumn('id', 'text', column => column.primaryKey())
        .addColumn('source', 'text', column => column.notNull().references('sources.name'))
        .addColumn('name', 'text', column => column.notNull())
        .addColumn('last_modified', 'text', column => column.notNull())
        .addColumn('document', 'text', column => column.notNull())
        .execute();
      await db.schema.createIndex('spaces_source').on('spaces').column('source').execute();
      await db.schema
        .createTable('evaluations')
        .addColumn('key_hash', 'text', column => column.primaryKey().notNull())
        .addColumn('body_hash', 'text', column => column.notNull())
        .addColumn('code_hash', 'text', column => column.notNull())
        // No reference to spaces: an evaluation outlives a space that leaves the list for a while.
        .addColumn('service_id', 'text', column => column.notNull())
        .addColumn('month', 'text', column => column.notNull())
        .addColumn('document', 'text', column => column.notNull())
        // Rows lie in the order of a keyed hash and not of arrival, which could show who wrote. SQLite only.
        .modifyEnd(sql`without rowid`)
        .execute();
      await db.schema.createIndex('evaluations_code').on('evaluations').column('code_hash').execute();
      await db.schema
        .createTable('revision')
        .addColumn('id', 'integer', column => column.primaryKey())
        .addColumn('number', 'integer', column => column.notNull())
        .addColumn('changed', 'text', column => column.notNull())
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', column => column.primaryKey())
        .addColumn('value', 'text', column => column.notNull())
        .execute();
      await sql`insert into revision (id, number, changed) values (1, 0, ${new Date(0).toISOString()})`.execute(db);
    },
  },
};

/** Name of the newest step that this program knows. */
export const newestMigration = Object.keys(migrations).sort().at(-1) ?? '';
