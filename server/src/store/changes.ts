import type {Space} from '@held-spaces/domain/space';
import type {ImportCounts, StoredSpace} from './store.js';

export interface Changes {
  readonly added: readonly Space[];
  readonly changed: readonly Space[];
  /** Ids. */
  readonly removed: readonly string[];
  readonly counts: ImportCounts;
  readonly none: boolean;
}

/** What must happen to a source's spaces so that they become `next`. */
export function changesOf(current: readonly StoredSpace[], next: readonly Space[]): Changes {
  const before = new Map(current.map(({space}) => [space.id, JSON.stringify(space)]));
  const ids = new Set(next.map(space => space.id));
  const added = next.filter(space => !before.has(space.id));
  const changed = next.filter(space => before.has(space.id) && before.get(space.id) !== JSON.stringify(space));
  const removed = [...before.keys()].filter(id => !ids.has(id));
  const counts = {added: added.length, changed: changed.length, removed: removed.length};
  return {added, changed, removed, counts, none: added.length + changed.length + removed.length === 0};
}

/** A name as lists are ordered by it. PostgreSQL takes no zero byte in a text; the document, as JSON, writes it otherwise. */
export const sortable = (name: string): string => name.replaceAll('\0', '');
