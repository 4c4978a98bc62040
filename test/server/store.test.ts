import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {AuditLog} from '../../server/src/moderation/audit.js';
import {createMemoryStore} from '../../server/src/store/memory-store.js';
import {openStore} from '../../server/src/store/open-store.js';
import type {Store} from '../../server/src/store/store.js';
import {source, spaces, monday, tuesday, evaluation, plain, systems} from './support/stores.js';

/** One suite for every way of keeping a store. */
const suite = (open: () => Promise<Store>) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('starts empty', async () => {
    expect(await store.snapshot()).toEqual({
      revision: 0,
      changed: '1970-01-01T00:00:00.000Z',
      sources: [],
      spaces: [],
      merges: [],
      summaries: new Map(),
      hasPostcodes: false,
    });
    expect(await store.countEvaluations()).toBe(0);
  });

  it('gives back the spaces of a source as they were imported, in the order of their names', async () => {
    expect(await store.replaceSource(source, spaces, monday)).toEqual({added: 161, changed: 0, removed: 0});
    const snapshot = await store.snapshot();
    expect(snapshot.revision).toBe(await store.revision());
    expect(snapshot.changed).toBe(monday.toISOString());
    expect(snapshot.sources).toEqual([source]);
    const names = snapshot.spaces.map(({space}) => space.name);
    expect(names).toEqual([...names].sort());
    const byId = new Map(snapshot.spaces.map(({space}) => [space.id, space]));
    for (const space of spaces) expect(byId.get(space.id)).toEqual(space);
  });

  it('changes nothing, not even the revision, when the same list comes again', async () => {
    await store.replaceSource(source, spaces, monday);
    const before = plain(await store.snapshot());
    expect(await store.replaceSource(source, spaces, tuesday)).toEqual({added: 0, changed: 0, removed: 0});
    expect(plain(await store.snapshot())).toEqual(before);
  });

  it('takes changes, additions and removals of one source and leaves other sources alone', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    await store.replaceSource({name: 'Other'}, [{...spaces[9]!, provenance: {source: 'Other'}}], monday);
    const revision = await store.revision();
    const next = [{...spaces[0]!, name: 'New name'}, spaces[1]!, spaces[4]!];
    expect(await store.replaceSource(source, next, tuesday)).toEqual({added: 1, changed: 1, removed: 1});
    expect(await store.revision()).toBeGreaterThan(revision);
    const after = new Map((await store.snapshot()).spaces.map(stored => [stored.space.id, stored]));
    expect([...after.keys()].sort()).toEqual([0, 1, 4, 9].map(index => spaces[index]!.id).sort());
    expect(after.get(spaces[0]!.id)).toMatchObject({space: {name: 'New name'}, lastModified: tuesday.toISOString()});
    expect(after.get(spaces[1]!.id)?.lastModified).toBe(monday.toISOString());
  });

  it('tells of a change in who the source is', async () => {
    await store.replaceSource(source, [], monday);
    const revision = await store.revision();
    await store.replaceSource({...source, attribution: 'Say this.'}, [], tuesday);
    expect(await store.revision()).toBeGreaterThan(revision);
  });

  it('keeps that two spaces are one, and takes that back', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const merge = {id: spaces[1]!.id, keptId: spaces[0]!.id};
    expect(await store.merge(merge, tuesday, {dryRun: true})).toBeUndefined();
    expect(await store.snapshot()).toMatchObject({revision: 1, merges: []});
    expect(await store.merge(merge, tuesday)).toBeUndefined();
    expect(await store.snapshot()).toMatchObject({revision: 2, changed: tuesday.toISOString(), merges: [merge]});
    expect((await store.snapshot()).spaces).toHaveLength(3);
    expect(await store.unmerge(merge.keptId, tuesday)).toBeUndefined();
    expect(await store.revision()).toBe(2);
    expect(await store.unmerge(merge.id, tuesday)).toEqual(merge);
    expect(await store.snapshot()).toMatchObject({revision: 3, merges: []});
  });

  it('counts what was said of a merged space as said of the one that is kept, and gives it back', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const [kept, other, third] = spaces.map(({id}) => id);
    const send = (id: string, count: number) =>
      Promise.all(
        Array.from({length: count}, (_, i) => {
          const keyHash = `${id} ${i}`;
          const words = i === 0 ? {words: `Said of ${id}.`} : {};
          return store.addEvaluation({...evaluation, ...words, serviceId: id, keyHash, codeHash: keyHash});
        }),
      );
    await Promise.all([send(kept!, 6), send(other!, 7), send(third!, 4)]);
    const audit = new AuditLog(await store.secret());
    const batch = () => store.desk(desk => runBatch(desk, audit, tuesday, {force: true}));
    await batch();
    await batch();
    await store.desk(async desk => {
      for (const {keyHash, state} of await desk.evaluations({wordsStates: ['waiting']})) {
        const words = {state: 'accepted', decidedBy: [], notes: [], published: true} as const;
        await desk.saveState(keyHash, {...state, words});
      }
    });
    const shown = async () => {
      const {summaries} = await store.snapshot();
      return [kept, other, third].map(id => {
        const summary = summaries.get(id!);
        const counts = summary?.roles.holder?.questions['time.heard'];
        return summary && [counts?.partly, summary.roles.holder?.people, summary.quotes.length];
      });
    };
    expect(await shown()).toEqual([[6, 6, 1], [7, 7, 1], undefined]);
    await store.merge({id: other!, keptId: kept!}, tuesday);
    expect(await shown()).toEqual([[13, 13, 2], undefined, undefined]);
    // What is taken back leaves with the next batch, together with others of the space that it was said of.
    expect(await store.withdrawEvaluation(`${other} 3`)).toBe(true);
    expect(await shown()).toEqual([[13, 13, 2], undefined, undefined]);
    await batch();
    expect(await shown()).toEqual([[6, 6, 2], undefined, undefined]);
    // Four never show, whatever they are put together with.
    await store.merge({id: third!, keptId: kept!}, tuesday);
    await batch();
    expect((await shown())[0]?.[1]).toBe(6);
    await store.unmerge(third!, tuesday);
    await store.unmerge(other!, tuesday);
    expect(await shown()).toEqual([[6, 6, 1], undefined, undefined]);
  });

  it('refuses a merge of what is not there, of one space, and in a chain, and changes nothing', async () => {
    await store.replaceSource(source, spaces.slice(0, 5), monday);
    const [a = '', b = '', c = '', d = ''] = spaces.map(({id}) => id);
    await store.merge({id: b, keptId: a}, monday);
    const before = plain(await store.snapshot());
    const refusals: [id: string, keptId: string, refusal: string][] = [
      [c, c, 'same-space'],
      [c, 'nobody', 'unknown-kept'],
      ['nobody', c, 'unknown-merged'],
      [b, a, 'already-merged'],
      [b, c, 'already-merged'],
      [c, b, 'kept-is-merged'],
      [a, c, 'stands-for-another'],
    ];
    for (const [id, keptId, refusal] of refusals) {
      for (const dryRun of [true, false]) expect(await store.merge({id, keptId}, tuesday, {dryRun})).toBe(refusal);
    }
    expect(plain(await store.snapshot())).toEqual(before);
    // Several may be merged into one.
    expect(await store.merge({id: d, keptId: a}, tuesday)).toBeUndefined();
    expect((await store.snapshot()).merges).toHaveLength(2);
  });

  it('leaves merges as they are at every import; they have no effect while the kept space is away', async () => {
    await store.replaceSource(source, spaces.slice(0, 3), monday);
    const merge = {id: spaces[1]!.id, keptId: spaces[0]!.id};
    await store.merge(merge, monday);
    await store.replaceSource(source, [{...spaces[1]!, name: 'New name'}], tuesday);
    expect((await store.snapshot()).merges).toEqual([]);
    await store.replaceSource(source, [spaces[0]!], tuesday);
    expect((await store.snapshot()).merges).toEqual([merge]);
    expect(await store.unmerge(merge.id, tuesday)).toEqual(merge);
  });

  it('keeps an evaluation once, whatever comes under its key later', async () => {
    expect(await store.addEvaluation(evaluation)).toEqual({added: true, kept: evaluation});
    expect(await store.addEvaluation({...evaluation, bodyHash: 'other'})).toEqual({added: false, kept: evaluation});
    expect(await store.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await store.evaluationByKey('key-2')).toBeUndefined();
    expect(await store.countEvaluations()).toBe(1);
  });

  it('deletes an evaluation by its code, and says when there is none', async () => {
    await store.addEvaluation(evaluation);
    await store.addEvaluation({...evaluation, keyHash: 'key-2', codeHash: 'code-2'});
    expect(await store.withdrawEvaluation('code-9')).toBe(false);
    expect(await store.withdrawEvaluation('code-1')).toBe(true);
    expect(await store.withdrawEvaluation('code-1')).toBe(false);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('keeps evaluations of a space that leaves the list', async () => {
    await store.replaceSource(source, spaces.slice(0, 1), monday);
    await store.addEvaluation({...evaluation, serviceId: spaces[0]!.id});
    await store.replaceSource(source, [], tuesday);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('makes its secret once', async () => {
    const secret = await store.secret();
    expect(secret).toHaveLength(32);
    expect(await store.secret()).toEqual(secret);
  });

  it('does not keep an evaluation again under the key of one that was taken back', async () => {
    await store.addEvaluation(evaluation);
    await store.withdrawEvaluation('code-1');
    expect(await store.addEvaluation(evaluation)).toEqual({added: false});
    expect(await store.addEvaluation({...evaluation, bodyHash: 'other', codeHash: 'other'})).toEqual({added: false});
    expect(await store.evaluationByKey('key-1')).toBeUndefined();
    expect(await store.countEvaluations()).toBe(0);
  });

  it('keeps one of several that cross under one key', async () => {
    const results = await Promise.all(Array.from({length: 8}, () => store.addEvaluation(evaluation)));
    expect(results.filter(({added}) => added)).toHaveLength(1);
    expect(results.every(({kept}) => kept?.bodyHash === 'body-1')).toBe(true);
    expect(await store.countEvaluations()).toBe(1);
  });

  it('gives a long list back whole and in order, whatever stands in the names', async () => {
    const names = ['Ö', 'o', 'O', 'Z', 'a b', 'a\u0000b', 'a', 'Ŵ', '', '"', "'", '\\'];
    const many = Array.from({length: 1203}, (_, index) => ({
      ...spaces[0]!,
      id: `id-${String(index).padStart(5, '0')}`,
      name: names[index % names.length]!,
    }));
    await store.replaceSource(source, many, monday);
    const read = (await store.snapshot()).spaces.map(({space}) => space);
    expect(read).toHaveLength(1203);
    expect(new Map(read.map(space => [space.id, space]))).toEqual(new Map(many.map(space => [space.id, space])));
    const keys = read.map(({name, id}) => `${name.replaceAll('\u0000', '')}\u0001${id}`);
    expect(keys).toEqual([...keys].sort());
  });
};

describe('a store in memory', () => suite(async () => createMemoryStore()));
for (const [name, newUrl, missing] of systems) {
  describe.skipIf(missing)(`a store ${name}`, () => suite(async () => openStore(await newUrl())));
}
