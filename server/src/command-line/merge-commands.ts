/** `merge` and `unmerge`: a keeper's word that two spaces are one, and taking it back. */
import {parseArgs} from 'node:util';
import {printable} from '../import/report.js';
import type {Merge, MergeRefusal} from '../store/merges.js';
import {openStore} from '../store/open-store.js';
import type {Store} from '../store/store.js';
import {readDatabaseUrl} from './environment.js';
import {CommandError} from './messages.js';

const refusals: Readonly<Record<MergeRefusal, (merge: Merge) => string>> = {
  'same-space': ({id}) => `${id} cannot be merged into itself. Nothing was changed.`,
  'unknown-kept': ({keptId}) => `There is no space ${keptId}. Nothing was changed.`,
  'unknown-merged': ({id}) => `There is no space ${id}. Nothing was changed.`,
  'already-merged': ({id}) => `${id} is merged already. Nothing was changed. Take that back first: unmerge ${id}.`,
  'kept-is-merged': ({keptId}) =>
    `${keptId} is itself merged into another. Nothing was changed. Keep that other, or take it back: unmerge ${keptId}.`,
  'stands-for-another': ({id}) =>
    `${id} stands for another space that was merged into it. Nothing was changed. Keep ${id}, or unmerge that first.`,
};

/** `held-directory merge KEEP_ID OTHER_ID`: from now on the kept space stands for the other. */
export async function mergeCommand(args: readonly string[]): Promise<void> {
  const {ids, dryRun} = readArguments('merge', ['KEEP_ID', 'OTHER_ID'], args);
  const [keptId = '', id = ''] = ids;
  await withStore(async store => {
    const refusal = await store.merge({id, keptId}, new Date(), {dryRun});
    if (refusal !== undefined) throw new CommandError(refusals[refusal]({id, keptId}));
    const [kept, other] = await named(store, [keptId, id]);
    console.log(`${dryRun ? 'Would merge' : 'Merged'}: ${other} into ${kept}.`);
  });
}

/** `held-directory unmerge OTHER_ID`: the space is listed again for itself. */
export async function unmergeCommand(args: readonly string[]): Promise<void> {
  const {ids} = readArguments('unmerge', ['OTHER_ID'], args);
  const [id = ''] = ids;
  await withStore(async store => {
    const merge = await store.unmerge(id, new Date());
    if (!merge) throw new CommandError(`${id} is not merged. Nothing was changed.`);
    const [kept, other] = await named(store, [merge.keptId, id]);
    console.log(`Unmerged: ${other} from ${kept}.`);
  });
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Spaces as people know them, or their ids alone where they are in no source at the moment. */
async function named(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const {spaces} = await store.snapshot();
  const names = new Map<string, string>();
  for (const {space} of spaces) {
    const {id, name, provenance} = space;
    if (ids.includes(id)) names.set(id, printable(`${name} (${id}, ${provenance.source})`));
  }
  return ids.map(id => names.get(id) ?? id);
}

/** Ids are compared in lower case, as the directory gives them. */
function readArguments(command: 'merge' | 'unmerge', names: readonly string[], args: readonly string[]) {
  try {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: command === 'merge' ? {'dry-run': {type: 'boolean', default: false}} : {},
    });
    if (positionals.length !== names.length) throw new TypeError(`${names.join(' and ')} expected`);
    return {ids: positionals.map(id => id.toLowerCase()), dryRun: values['dry-run'] === true};
  } catch (error) {
    throw new CommandError(
      `held-directory ${command}: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}
