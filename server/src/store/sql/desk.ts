/** The desk's work in a database, inside one transaction. */
import type {Transaction} from 'kysely';
import type {AuditEntry, DeskWork, EvaluationState, KeptEvaluation} from '../desk-store.js';
import type {StoredEvaluation} from '../store.js';
import type {Tables} from './tables.js';

/** Ids in one statement, for the parameters that SQLite takes. */
const idsAtOnce = 500;

export function keptEvaluation(row: Tables['evaluations']): KeptEvaluation {
  const state = JSON.parse(row.moderation) as Partial<EvaluationState>;
  return {...storedEvaluation(row), state: {version: 1, counted: {}, ...state, standing: row.standing}};
}

export function storedEvaluation(row: Tables['evaluations']): StoredEvaluation {
  return {
    ...(JSON.parse(row.document) as Omit<
      StoredEvaluation,
      'keyHash' | 'bodyHash' | 'codeHash' | 'serviceId' | 'month'
    >),
    keyHash: row.key_hash,
    bodyHash: row.body_hash,
    codeHash: row.code_hash,
    serviceId: row.service_id,
    month: row.month,
  };
}

/** The columns that hold a state. */
export const stateColumns = ({standing, ...moderation}: EvaluationState) => ({
  standing,
  words_state: moderation.words?.state ?? null,
  moderation: JSON.stringify(moderation),
});

/** @param deleted Called when evaluations were deleted, whose bytes are then to be overwritten. */
export function sqlWork(
  db: Transaction<Tables>,
  raiseRevision: (now: Date) => Promise<void>,
  deleted: () => void = () => undefined,
): DeskWork {
  return {
    evaluations: async ({serviceId, standings, wordsStates, ids}) => {
      let query = db.selectFrom('evaluations').selectAll().orderBy('key_hash');
      if (serviceId !== undefined) query = query.where('service_id', '=', serviceId);
      if (standings) query = query.where('standing', 'in', standings);
      if (wordsStates) query = query.where('words_state', 'in', wordsStates);
      if (!ids) return (await query.execute()).map(keptEvaluation);
      const rows: Tables['evaluations'][] = [];
      for (let at = 0; at < ids.length; at += idsAtOnce) {
        rows.push(...(await query.where('key_hash', 'in', ids.slice(at, at + idsAtOnce)).execute()));
      }
      return rows.map(keptEvaluation);
    },
    evaluatedServices: async () => {
      const rows = await db.selectFrom('evaluations').select('service_id').distinct().execute();
      const counted = await db.selectFrom('desk_records').select('id').where('id', 'like', 'counts/%').execute();
      return [
        ...new Set([...rows.map(row => row.service_id), ...counted.map(({id}) => id.slice('counts/'.length))]),
      ].sort();
    },
    saveState: async (keyHash, state) => {
      await db.updateTable('evaluations').set(stateColumns(state)).where('key_hash', '=', keyHash).execute();
    },
    forgetEvaluations: async keyHashes => {
      for (let at = 0; at < keyHashes.length; at += idsAtOnce) {
        await db
          .deleteFrom('evaluations')
          .where('key_hash', 'in', keyHashes.slice(at, at + idsAtOnce))
          .execute();
      }
      if (keyHashes.length > 0) deleted();
    },
    record: async (kind, id) => {
      const row = await db
        .selectFrom('desk_records')
        .select('document')
        .where('id', '=', `${kind}/${id}`)
        .executeTakeFirst();
      return row && (JSON.parse(row.document) as never);
    },
    records: async kind => {
      const rows = await db
        .selectFrom('desk_records')
        .selectAll()
        .where('id', 'like', `${kind}/%`)
        .orderBy('id')
        .execute();
      return rows.map(({id, document}) => [id.slice(kind.length + 1), JSON.parse(document)] as never);
    },
    keep: async (kind, id, value) => {
      const document = JSON.stringify(value);
      await db
        .insertInto('desk_records')
        .values({id: `${kind}/${id}`, document})
        .onConflict(conflict => conflict.column('id').doUpdateSet({document}))
        .execute();
    },
    forget: async (kind, id) => {
      await db.deleteFrom('desk_records').where('id', '=', `${kind}/${id}`).execute();
    },
    spend: (token, expires) => spendToken(db, token, expires),
    forgetSpent: async before => {
      await db.deleteFrom('spent_tokens').where('expires', '<', before).execute();
    },
    auditEntries: async (from, to) => {
      const rows = await db
        .selectFrom('audit_log')
        .selectAll()
        .where('line', '>=', from)
        .where('line', '<=', to)
        .orderBy('line')
        .execute();
      return rows.map(({line, entry, hash}): AuditEntry => ({
        ...(JSON.parse(entry) as Omit<AuditEntry, 'line' | 'hash'>),
        line,
        hash,
      }));
    },
    lastAuditLine: async () => {
      const row = await db
        .selectFrom('audit_log')
        .select(eb => eb.fn.max('line').as('line'))
        .executeTakeFirst();
      return Number(row?.line ?? 0);
    },
    addAuditEntry: async ({line, hash, ...entry}) => {
      await db
        .insertInto('audit_log')
        .values({line, hash, entry: JSON.stringify(entry)})
        .execute();
    },
    auditSeal: async () => {
      const row = await db.selectFrom('settings').select('value').where('name', '=', 'audit-seal').executeTakeFirst();
      return row?.value;
    },
    keepAuditSeal: async value => {
      await db
        .insertInto('settings')
        .values({name: 'audit-seal', value})
        .onConflict(conflict => conflict.column('name').doUpdateSet({value}))
        .execute();
    },
    raiseRevision,
  };
}

/** Notes that a token was used. False: it was before. */
export async function spendToken(db: Transaction<Tables>, id: string, expires: number): Promise<boolean> {
  const result = await db
    .insertInto('spent_tokens')
    .values({id, expires})
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
