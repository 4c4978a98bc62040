/** The table of merged spaces. It stands on its own, so that no import touches it. */
import type {Transaction} from 'kysely';
import {mergeRefusal} from '../merges.js';
import type {Merge, MergeRefusal} from '../merges.js';
import type {Tables} from './tables.js';

type Row = Tables['merged_spaces'];

const toMerge = ({id, kept_id}: Row): Merge => ({id, keptId: kept_id});

/** The merges whose kept space is there, by the id of the other. */
export async function mergesInEffect(transaction: Transaction<Tables>): Promise<readonly Merge[]> {
  const rows = await transaction
    .selectFrom('merged_spaces')
    .innerJoin('spaces', 'spaces.id', 'merged_spaces.kept_id')
    .select(['merged_spaces.id', 'merged_spaces.kept_id'])
    .orderBy('merged_spaces.id')
    .execute();
  return rows.map(toMerge);
}

/** Checks a merge and, unless it is a dry run, makes it. */
export async function addMerge(
  transaction: Transaction<Tables>,
  merge: Merge,
  dryRun: boolean,
): Promise<MergeRefusal | undefined> {
  const both = [merge.id, merge.keptId];
  const spaces = await transaction.selectFrom('spaces').select('id').where('id', 'in', both).execute();
  const rows = await transaction
    .selectFrom('merged_spaces')
    .selectAll()
    .where(eb => eb.or([eb('id', 'in', both), eb('kept_id', '=', merge.id)]))
    .execute();
  const refusal = mergeRefusal(merge, new Set(spaces.map(({id}) => id)), rows.map(toMerge));
  if (refusal === undefined && !dryRun) {
    await transaction.insertInto('merged_spaces').values({id: merge.id, kept_id: merge.keptId}).execute();
  }
  return refusal;
}

/** Takes a merge back. Gives what it was, where there was one. */
export async function deleteMerge(transaction: Transaction<Tables>, id: string): Promise<Merge | undefined> {
  const row = await transaction.selectFrom('merged_spaces').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) await transaction.deleteFrom('merged_spaces').where('id', '=', id).execute();
  return row && toMerge(row);
}
