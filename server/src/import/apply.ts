/** The one way in which any import changes a store. */
import type {Space} from '@held-spaces/domain/space';
import {changesOf} from '../store/changes.js';
import type {ImportCounts, Source, Store} from '../store/store.js';
import {refuseShrinking} from './shrink.js';

export interface ApplyOptions {
  /** Says what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Takes a source that lost more than a fifth of its spaces. */
  readonly force?: boolean;
  /** Spaces that are not named stay: part of the source could not be read. */
  readonly keepMissing?: boolean;
  readonly now: Date;
}

export interface Applied extends ImportCounts {
  /** Spaces that are not in the source now and stayed. */
  readonly kept: number;
}

/** Makes the spaces of a source be these: all of it or nothing. */
export async function applyImport(
  store: Store,
  source: Source,
  spaces: readonly Space[],
  {dryRun = false, force = false, keepMissing = false, now}: ApplyOptions,
): Promise<Applied> {
  const current = (await store.snapshot()).spaces.filter(({space}) => space.provenance.source === source.name);
  const named = new Set(spaces.map(({id}) => id));
  const missing = keepMissing ? current.map(({space}) => space).filter(({id}) => !named.has(id)) : [];
  const next = [...spaces, ...missing];
  if (!force) {
    refuseShrinking(
      source.name,
      current.map(({space}) => space.id),
      next.map(({id}) => id),
    );
  }
  const counts = dryRun ? changesOf(current, next).counts : await store.replaceSource(source, next, now);
  return {...counts, kept: missing.length};
}
