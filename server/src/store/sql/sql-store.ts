import type {Space} from '@held-spaces/domain/space';
import type {Kysely, Transaction} from 'kysely';
import {readSummaries} from '../../evaluations/summary.js';
import {changesOf, sortable} from '../changes.js';
import {arrived, withoutWords} from '../desk-store.js';
import type {DeskWork, Spending} from '../desk-store.js';
import type {Merge, MergeRefusal} from '../merges.js';
import type {ImportCounts, Keeping, Snapshot, Source, Store, StoredEvaluation} from '../store.js';
import {StoredDocument} from '../stored-document.js';
import {StoreError} from '../store.js';
import type {StoreFailure} from '../store.js';
import {keptEvaluation, spendToken, sqlWork, stateColumns, storedEvaluation} from './desk.js';
import {addMerge, deleteMerge, mergesInEffect} from './merges.js';
import {readSpaces} from './read-spaces.js';
import type {Engine, Tables} from './tables.js';

export interface SqlStoreOptions {
  /** Told when the database failed, with its own code for the reason, such as `SQLITE_FULL` or `ECONNREFUSED`. */
  readonly onFailure?: (failure: StoreFailure, code: string) => void;
  /** How long to wait for a lock that another process holds, in milliseconds. 10,000 by default. */
  readonly patience?: number;
}

/** Rows in one statement: few enough for the parameters that SQLite takes, many enough not to wait for each. */
export const rowsAtOnce = 200;
/** How long work is tried again while another process holds the lock that it needs, in milliseconds. */
const defaultPatience = 10_000;

/** A store in a database whose migrations have run. */
export function createSqlStore(engine: Engine, options: SqlStoreOptions = {}): Store {
  return new SqlStore(engine, options);
}

class SqlStore implements Store {
  readonly #engine: Engine;
  readonly #db: Kysely<Tables>;
  readonly #options: SqlStoreOptions;

  constructor(engine: Engine, options: SqlStoreOptions) {
    this.#engine = engine;
    this.#db = engine.db;
    this.#options = options;
  }

  async revision(): Promise<number> {
    const row = await this.#guard(() =>
      this.#engine.reader.selectFrom('revision').select('number').executeTakeFirstOrThrow(),
    );
    return row.number;
  }

  async snapshot(): Promise<Snapshot> {
    return this.#guard(() =>
      this.#engine.reader
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async transaction => {
          const {number, changed} = await transaction
            .selectFrom('revision')
            .select(['number', 'changed'])
            .executeTakeFirstOrThrow();
          const sources = await transaction.selectFrom('sources').select('facts').orderBy('name').execute();
          const merges = await mergesInEffect(transaction);
          return {
            revision: number,
            changed,
            sources: sources.map(({facts}) => JSON.parse(facts) as Source),
            spaces: await readSpaces(transaction, this.#engine.spacesLieBy),
            merges,
            summaries: await readSummaries(
              sqlWork(transaction, async () => undefined),
              merges,
            ),
            hasPostcodes: await hasRows(transaction, 'postcodes'),
          };
        }),
    );
  }

  async replaceSource(source: Source, spaces: readonly Space[], now: Date): Promise<ImportCounts> {
    return this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        const rows = await transaction
          .selectFrom('spaces')
          .select(['document', 'last_modified'])
          .where('source', '=', source.name)
          .execute();
        const changes = changesOf(
          rows.map(row => new StoredDocument(row.document, row.last_modified)),
          spaces,
        );
        const sourceChanged = await keepSource(transaction, source);
        const lastModified = now.toISOString();
        for (const ids of inParts(changes.removed)) {
          await transaction.deleteFrom('spaces').where('id', 'in', ids).execute();
        }
        for (const part of inParts([...changes.added, ...changes.changed])) {
          await keepSpaces(
            transaction,
            part.map(space => ({
              id: space.id,
              source: source.name,
              name: sortable(space.name),
              last_modified: lastModified,
              document: JSON.stringify(space),
            })),
          );
        }
        if (sourceChanged || !changes.none) await raiseRevision(transaction, lastModified);
        return changes.counts;
      }),
    );
  }

  async merge(merge: Merge, now: Date, {dryRun = false} = {}): Promise<MergeRefusal | undefined> {
    return this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        const refusal = await addMerge(transaction, merge, dryRun);
        if (refusal === undefined && !dryRun) await raiseRevision(transaction, now.toISOString());
        return refusal;
      }),
    );
  }

  async unmerge(id: string, now: Date): Promise<Merge | undefined> {
    return this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        const merge = await deleteMerge(transaction, id);
        if (merge) await raiseRevision(transaction, now.toISOString());
        return merge;
      }),
    );
  }

  async addEvaluation(evaluation: StoredEvaluation, spending?: Spending): Promise<Keeping> {
    const {keyHash, bodyHash, codeHash, serviceId, month, ...document} = evaluation;
    const outcome = await this.#guard(() =>
      rolledBack(token =>
        this.#db.transaction().execute(async transaction => {
          const key = await transaction
            .insertInto('used_keys')
            .values({key_hash: keyHash})
            .onConflict(conflict => conflict.column('key_hash').doNothing())
            .executeTakeFirst();
          if (Number(key.numInsertedOrUpdatedRows ?? 0) === 0) return 'repeat';
          if (spending && !(await spendToken(transaction, spending.token, spending.expires))) throw token;
          await transaction
            .insertInto('evaluations')
            .values({
              key_hash: keyHash,
              body_hash: bodyHash,
              code_hash: codeHash,
              service_id: serviceId,
              month,
              document: JSON.stringify(document),
              ...stateColumns(arrived(evaluation)),
            })
            .execute();
          return 'added';
        }),
      ),
    );
    if (outcome === 'added') return {added: true, kept: evaluation};
    if (outcome === undefined) return {added: false, tokenUsed: true};
    const kept = await this.evaluationByKey(keyHash);
    return {added: false, ...(kept && {kept})};
  }

  async evaluationByKey(keyHash: string): Promise<StoredEvaluation | undefined> {
    const row = await this.#guard(() =>
      this.#db.selectFrom('evaluations').selectAll().where('key_hash', '=', keyHash).executeTakeFirst(),
    );
    return row && storedEvaluation(row);
  }

  async withdrawEvaluation(codeHash: string): Promise<boolean> {
    const deleted = await this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        const rows = await transaction
          .deleteFrom('evaluations')
          .where('code_hash', '=', codeHash)
          .returningAll()
          .execute();
        const wasShown = rows.some(row => keptEvaluation(row).state.words?.published);
        if (wasShown) await raiseRevision(transaction, new Date().toISOString());
        return rows.length > 0;
      }),
    );
    if (deleted) await this.#scrub();
    return deleted;
  }

  async withdrawWords(codeHash: string): Promise<boolean> {
    const found = await this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        const row = await transaction
          .selectFrom('evaluations')
          .selectAll()
          .where('code_hash', '=', codeHash)
          .executeTakeFirst();
        if (!row) return false;
        const ticks = withoutWords(JSON.parse(row.document) as Partial<StoredEvaluation>);
        const {words: record, ...state} = keptEvaluation(row).state;
        await transaction
          .updateTable('evaluations')
          .set({document: JSON.stringify(ticks), ...stateColumns({...state, version: state.version + 1})})
          .where('key_hash', '=', row.key_hash)
          .execute();
        if (record?.published) await raiseRevision(transaction, new Date().toISOString());
        return true;
      }),
    );
    if (found) await this.#scrub();
    return found;
  }

  /** What was deleted is gone from the tables whether or not the database could tidy its files. */
  async #scrub(): Promise<void> {
    await this.#engine.scrub().catch((error: unknown) => this.#report('unavailable', error));
  }

  async desk<T>(work: (desk: DeskWork) => Promise<T>): Promise<T> {
    let hasDeleted = false;
    const result = await this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        const raise = (now: Date) => raiseRevision(transaction, now.toISOString());
        return work(sqlWork(transaction, raise, () => (hasDeleted = true)));
      }),
    );
    if (hasDeleted) await this.#scrub();
    return result;
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

  async postcodeFile(outcode: string): Promise<string | undefined> {
    const row = await this.#guard(() =>
      this.#engine.reader.selectFrom('postcodes').select('file').where('outcode', '=', outcode).executeTakeFirst(),
    );
    return row?.file;
  }

  async replacePostcodes(files: ReadonlyMap<string, string>): Promise<void> {
    await this.#guard(() =>
      this.#db.transaction().execute(async transaction => {
        await takeTurns(transaction);
        await transaction.deleteFrom('postcodes').execute();
        for (const [outcode, file] of files)
          await transaction.insertInto('postcodes').values({outcode, file}).execute();
        await raiseRevision(transaction, new Date().toISOString());
      }),
    );
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
    await this.#engine.close();
  }

  /** A database's own errors carry SQL and sometimes values, so outside only what it means for the work is known. */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    const {meaningOf, name} = this.#engine;
    try {
      return await persistently(meaningOf, work, this.#options.patience);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const meaning = meaningOf(error);
      const failure = meaning === 'full' ? 'full' : 'unavailable';
      this.#report(failure, error);
      throw new StoreError(failure, {cause: error, ...(meaning === 'locked' && {lockedStore: name})});
    }
  }

  #report(failure: StoreFailure, error: unknown) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    this.#options.onFailure?.(failure, code);
  }
}

/** Runs work that may throw the token it is handed, to undo what it did. Gives nothing then. */
async function rolledBack<T>(work: (token: Error) => Promise<T>): Promise<T | undefined> {
  const token = new Error('undone');
  try {
    return await work(token);
  } catch (error) {
    if (error === token) return undefined;
    throw error;
  }
}

/** Does the work, again while another process is in the way: what was locked was not done. */
export async function persistently<T>(
  meaningOf: Engine['meaningOf'],
  work: () => Promise<T>,
  patience = defaultPatience,
): Promise<T> {
  const giveUp = performance.now() + patience;
  for (let pause = 10; ; pause = Math.min(pause * 2, 160)) {
    try {
      return await work();
    } catch (error) {
      if (meaningOf(error) !== 'locked' || performance.now() + pause > giveUp) throw error;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}

/** Two keepers or imports at once take turns: whoever is second sees what the first left. */
async function takeTurns(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('revision')
    .set(eb => ({number: eb.ref('number')}))
    .execute();
}

async function raiseRevision(transaction: Transaction<Tables>, changed: string): Promise<void> {
  await transaction
    .updateTable('revision')
    .set(eb => ({number: eb('number', '+', 1), changed}))
    .execute();
}

async function hasRows(transaction: Transaction<Tables>, table: 'postcodes'): Promise<boolean> {
  return (await transaction.selectFrom(table).select('outcode').limit(1).executeTakeFirst()) !== undefined;
}

async function keepSpaces(transaction: Transaction<Tables>, rows: readonly Tables['spaces'][]): Promise<void> {
  await transaction
    .insertInto('spaces')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(eb => ({
        source: eb.ref('excluded.source'),
        name: eb.ref('excluded.name'),
        last_modified: eb.ref('excluded.last_modified'),
        document: eb.ref('excluded.document'),
      })),
    )
    .execute();
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

function* inParts<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += rowsAtOnce) yield list.slice(at, at + rowsAtOnce);
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}
