import type {Space} from '@held-spaces/domain/space';
import {readSummaries} from '../evaluations/summary.js';
import {changesOf, sortable} from './changes.js';
import {mergeRefusal} from './merges.js';
import type {Merge} from './merges.js';
import {arrived, withoutWords} from './desk-store.js';
import {copyOf, emptyDesk, memoryWork} from './memory-desk.js';
import type {KeptEvaluation} from './desk-store.js';
import type {Source, Store, StoredEvaluation, StoredSpace} from './store.js';

export interface MemoryStoreContent {
  readonly source: Source;
  readonly spaces: readonly Space[];
  /** When the content is said to have been imported. */
  readonly now?: Date;
}

/** A store that forgets everything with the process: for tests, and for pages that answer their own requests. */
export function createMemoryStore(content?: MemoryStoreContent): Store {
  const sources = new Map<string, Source>();
  const spaces = new Map<string, StoredSpace>();
  const merges = new Map<string, Merge>();
  let kept = emptyDesk();
  let deskWork: Promise<unknown> = Promise.resolve();
  let postcodes: ReadonlyMap<string, string> = new Map();
  const secret = crypto.getRandomValues(new Uint8Array(32));
  let revision = 0;
  let changed = new Date(0).toISOString();

  const raiseRevision = (moment: string) => {
    revision++;
    changed = moment;
  };

  const replaceSource = (source: Source, next: readonly Space[], now: Date) => {
    const current = [...spaces.values()].filter(({space}) => space.provenance.source === source.name);
    const changes = changesOf(current, next);
    const sourceChanged = JSON.stringify(sources.get(source.name)) !== JSON.stringify(source);
    for (const id of changes.removed) spaces.delete(id);
    const lastModified = now.toISOString();
    for (const space of [...changes.added, ...changes.changed])
      spaces.set(space.id, new StoredObject(space, lastModified));
    sources.set(source.name, source);
    if (sourceChanged || !changes.none) raiseRevision(lastModified);
    return changes.counts;
  };
  if (content) replaceSource(content.source, content.spaces, content.now ?? new Date());

  const mergesInEffect = () =>
    [...merges.values()].filter(({keptId}) => spaces.has(keptId)).sort((a, b) => compare(a.id, b.id));

  return {
    revision: async () => revision,
    snapshot: async () => ({
      revision,
      changed,
      sources: [...sources.values()].sort((a, b) => compare(a.name, b.name)),
      spaces: [...spaces.values()].sort(
        (a, b) => compare(sortable(a.space.name), sortable(b.space.name)) || compare(a.space.id, b.space.id),
      ),
      merges: mergesInEffect(),
      summaries: await readSummaries(
        memoryWork(kept, () => undefined),
        mergesInEffect(),
      ),
      hasPostcodes: postcodes.size > 0,
    }),
    replaceSource: async (source, next, now) => replaceSource(source, next, now),
    merge: async (merge, now, {dryRun = false} = {}) => {
      const refusal = mergeRefusal(merge, new Set(spaces.keys()), [...merges.values()]);
      if (refusal !== undefined || dryRun) return refusal;
      merges.set(merge.id, merge);
      raiseRevision(now.toISOString());
      return undefined;
    },
    unmerge: async (id, now) => {
      const merge = merges.get(id);
      if (merges.delete(id)) raiseRevision(now.toISOString());
      return merge;
    },
    addEvaluation: async (evaluation, spending) => {
      await deskWork;
      const {evaluations, usedKeys, spent} = kept;
      const {keyHash} = evaluation;
      const before = evaluations.get(keyHash);
      if (before) return {added: false, kept: withoutState(before)};
      if (usedKeys.has(keyHash)) return {added: false};
      if (spending && spent.has(spending.token)) return {added: false, tokenUsed: true};
      if (spending) spent.set(spending.token, spending.expires);
      usedKeys.add(keyHash);
      evaluations.set(keyHash, {...evaluation, state: arrived(evaluation)});
      return {added: true, kept: evaluation};
    },
    evaluationByKey: async keyHash => {
      const found = kept.evaluations.get(keyHash);
      return found && withoutState(found);
    },
    withdrawEvaluation: async codeHash => {
      await deskWork;
      const found = [...kept.evaluations.values()].filter(evaluation => evaluation.codeHash === codeHash);
      for (const {keyHash} of found) kept.evaluations.delete(keyHash);
      if (found.some(({state}) => state.words?.published)) raiseRevision(new Date().toISOString());
      return found.length > 0;
    },
    withdrawWords: async codeHash => {
      await deskWork;
      const found = [...kept.evaluations.values()].find(evaluation => evaluation.codeHash === codeHash);
      if (!found) return false;
      const {words, ...state} = found.state;
      kept.evaluations.set(found.keyHash, {...withoutWords(found), state: {...state, version: state.version + 1}});
      if (words?.published) raiseRevision(new Date().toISOString());
      return true;
    },
    desk: async work => {
      const before = deskWork;
      let done: () => void = () => undefined;
      deskWork = new Promise<void>(resolve => (done = resolve));
      await before;
      try {
        const copy = copyOf(kept);
        const raised: string[] = [];
        const result = await work(memoryWork(copy, moment => raised.push(moment)));
        kept = copy;
        raised.forEach(raiseRevision);
        return result;
      } finally {
        done();
      }
    },
    countEvaluations: async () => kept.evaluations.size,
    postcodeFile: async outcode => postcodes.get(outcode),
    replacePostcodes: async files => {
      postcodes = new Map(files);
      raiseRevision(new Date().toISOString());
    },
    secret: async () => secret,
    close: async () => undefined,
  };
}

class StoredObject implements StoredSpace {
  readonly space: Space;
  readonly lastModified: string;

  constructor(space: Space, lastModified: string) {
    this.space = space;
    this.lastModified = lastModified;
  }

  get document(): string {
    return JSON.stringify(this.space);
  }
}

function withoutState({state, ...evaluation}: KeptEvaluation): StoredEvaluation {
  return state && evaluation;
}

/** By code unit, as the database orders: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
