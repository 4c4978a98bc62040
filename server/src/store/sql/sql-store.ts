import type {Space} from '@held-spaces/domain/space';
import type {Kysely, Transaction} from 'kysely';
import {changesOf} from '../changes.js';
import type {ImportCounts, Snapshot, Source, Store, StoredEvaluation, StoredSpace} from '../store.js';
import {StoreError} from '../store.js';
import type {Tables} from './tables.js';

export interface SqlStoreOptions {
  /** Called after a deletion that must leave nothing behind in the database's own journal. */
  readonly scrub?: () => void;
  readonly onClose?: () => void;
}

/** A store in a database whose migrations have run. */
export function createSqlStore(db: Kysely<Tables>, options: SqlStoreOptions = {}): Store {
  return new SqlStore(db, options);
}

class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #options: SqlStoreOptions;

  constructor(db: Kysely<Tables>, options: SqlStoreOptions) {
    this.#db = db;
    this.#options = options;
  }

  async revision(): Promise<number> {
    const row = await this.#guard(() => this.#db.selectFrom('revision').select('number').executeTakeFirstOrThrow());
    return row.number;
  }

  async snapshot(): Promise<Snapshot> {
    return this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        const {number, changed} = await transaction
          .selectFrom('revision')
          .select(['number', 'changed'])
          .executeTakeFirstOrThrow();
        const sources = await transaction.selectFrom('sources').select('facts').orderBy('name').execute();
        const rows = await transaction
          .selectFrom('spaces')
          .select(['document', 'last_modified'])
          .orderBy('name')
          .orderBy('id')
          .execute();
        return {
          revision: number,
          changed,
          sources: sources.map(({facts}) => JSON.parse(facts) as Source),
          spaces: rows.map(toStoredSpace),
        };
      }),
    );
  }

  async replaceSource(source: Source, spaces: readonly Space[], now: Date): Promise<ImportCounts> {
    return this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        const rows = await transaction
          .selectFrom('spaces')
          .select(['document', 'last_modified'])
          .where('source', '=', source.name)
          .execute();
        const changes = changesOf(rows.map(toStoredSpace), spaces);
        const sourceChanged = await keepSource(transaction, source);
        const lastModified = now.toISOString();
        for (const id of changes.removed) await transaction.deleteFrom('spaces').where('id', '=', id).execute();
        for (const space of [...changes.added, ...changes.changed]) {
          const row = {
            id: space.id,
            source: source.name,
            name: space.name,
            last_modified: lastModified,
            document: JSON.stringify(space),
          };
          await transaction
            .insertInto('spaces')
            .values(row)
            .onConflict(conflict => conflict.column('id').doUpdateSet(row))
            .execute();
        }
        if (sourceChanged || !changes.none) {
          await transaction
            .updateTable('revision')
            .set(eb => ({number: eb('number', '+', 1), changed: lastModified}))
            .execute();
        }
        return changes.counts;
      }),
    );
  }

  async addEvaluation(evaluation: StoredEvaluation): Promise<{added: boolean; kept: StoredEvaluation}> {
    const {keyHash, bodyHash, codeHash, serviceId, month, ...document} = evaluation;
    const result = await this.#guard(() =>
      this.#db
        .insertInto('evaluations')
        .values({
          key_hash: keyHash,
          body_hash: bodyHash,
          code_hash: codeHash,
          service_id: serviceId,
          month,
          document: JSON.stringify(document),
        })
        .onConflict(conflict => conflict.column('key_hash').doNothing())
        .executeTakeFirst(),
    );
    if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0) return {added: true, kept: evaluation};
    const kept = await this.evaluationByKey(keyHash);
    if (!kept) throw new StoreError('unavailable');
    return {added: false, kept};
  }

  async evaluationByKey(keyHash: string): Promise<StoredEvaluation | undefined> {
    const row = await this.#guard(() =>
      this.#db.selectFrom('evaluations').selectAll().where('key_hash', '=', keyHash).executeTakeFirst(),
    );
    return (
      row && {
        ...(JSON.parse(row.document) as Omit<
          StoredEvaluation,
          'keyHash' | 'bodyHash' | 'codeHash' | 'serviceId' | 'month'
        >),
        keyHash: row.key_hash,
        bodyHash: row.body_hash,
        codeHash: row.code_hash,
        serviceId: row.service_id,
        month: row.month,
      }
    );
  }

  async withdrawEvaluation(codeHash: string): Promise<boolean> {
    const result = await this.#guard(() =>
      this.#db.deleteFrom('evaluations').where('code_hash', '=', codeHash).executeTakeFirst(),
    );
    const deleted = result.numDeletedRows > 0n;
    if (deleted) this.#options.scrub?.();
    return deleted;
  }

  async countEvaluations(): Promise<number> {
    const row = await this.#guard(() =>
      this.#db
        .selectFrom('evaluations')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    return Number(row.count);
  }

  async secret(): Promise<Uint8Array<ArrayBuffer>> {
    const fresh = toHex(crypto.getRandomValues(new Uint8Array(32)));
    return this.#guard(async () => {
      // Two processes may start at once: the first to write wins, and both read what it wrote.
      await this.#db
        .insertInto('settings')
        .values({name: 'secret', value: fresh})
        .onConflict(conflict => conflict.column('name').doNothing())
        .execute();
      const row = await this.#db
        .selectFrom('settings')
        .select('value')
        .where('name', '=', 'secret')
        .executeTakeFirstOrThrow();
      return fromHex(row.value);
    });
  }

  async close(): Promise<void> {
    await this.#db.destroy();
    this.#options.onClose?.();
  }

  /** A database's own errors carry SQL and sometimes values: outside, only what it means for the write is known. */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new StoreError(code === 'SQLITE_FULL' ? 'full' : 'unavailable', {cause: error});
    }
  }
}

async function keepSource(transaction: Transaction<Tables>, source: Source): Promise<boolean> {
  const row = {name: source.name, facts: JSON.stringify(source)};
  const current = await transaction
    .selectFrom('sources')
    .select('facts')
    .where('name', '=', source.name)
    .executeTakeFirst();
  if (current?.facts === row.facts) return false;
  await transaction
    .insertInto('sources')
    .values(row)
    .onConflict(conflict => conflict.column('name').doUpdateSet(row))
    .execute();
  return true;
}

function toStoredSpace(row: Pick<Tables['spaces'], 'document' | 'last_modified'>): StoredSpace {
  return {space: JSON.parse(row.document) as Space, lastModified: row.last_modified};
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}
