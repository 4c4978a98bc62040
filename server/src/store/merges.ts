/** Spaces that a keeper said are one and the same. Never said by a program. */
import type {Space} from '@held-spaces/domain/space';
import type {Snapshot} from './store.js';

export interface Merge {
  /** The space that is left out from then on. */
  readonly id: string;
  /** The space that stands for it. */
  readonly keptId: string;
}

/** The spaces that stand for themselves. */
export function unmerged({spaces, merges}: Pick<Snapshot, 'spaces' | 'merges'>): readonly Space[] {
  const merged = new Set(merges.map(({id}) => id));
  return spaces.map(({space}) => space).filter(({id}) => !merged.has(id));
}

/** Why two spaces were not merged. */
export type MergeRefusal =
  'same-space' | 'unknown-kept' | 'unknown-merged' | 'already-merged' | 'kept-is-merged' | 'stands-for-another';

/**
 * Whether a merge may be made. There are no chains: what stands for another is not merged away, and what is merged away
 * stands for nothing, so that undoing one merge never changes what another means.
 *
 * @param spaces Ids in the store, at least whichever of the two are.
 * @param merges What was merged before, at least all that either has a part in.
 */
export function mergeRefusal(
  {id, keptId}: Merge,
  spaces: ReadonlySet<string>,
  merges: readonly Merge[],
): MergeRefusal | undefined {
  if (id === keptId) return 'same-space';
  if (!spaces.has(keptId)) return 'unknown-kept';
  if (!spaces.has(id)) return 'unknown-merged';
  if (merges.some(merge => merge.id === id)) return 'already-merged';
  if (merges.some(merge => merge.id === keptId)) return 'kept-is-merged';
  if (merges.some(merge => merge.keptId === id)) return 'stands-for-another';
  return undefined;
}
