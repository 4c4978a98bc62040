/** What waits for a moderator: complaints by when they are due, groups that are held back, words, oldest first, replies. */
import type {GroupInQueue, Queue, WordsInQueue} from '@held-spaces/domain/desk';
import {holdBackAll} from '../evaluations/batch.js';
import {clustersOf} from '../evaluations/hold-back.js';
import type {GroupRecord, KeptEvaluation, Moderator} from '../store/desk-store.js';
import {complaintsInQueue} from './complaints.js';
import {isTaken, needsOf, openStates} from './items.js';
import type {Acting} from './items.js';
import {repliesInQueue} from './replies.js';

/** Clusters of a group that are shown. */
const mostClusters = 50;

export async function readQueue(acting: Acting): Promise<Queue> {
  const {desk, moderator, serviceName, now} = acting;
  await holdBackAll(desk, now);
  const groups: GroupInQueue[] = [];
  for (const [serviceId, group] of await desk.records('group')) {
    const held = await desk.evaluations({serviceId, standings: ['held']});
    if (held.length > 0) groups.push(groupInQueue(serviceId, serviceName(serviceId), group, held));
  }
  const words: WordsInQueue[] = [];
  for (const row of await desk.evaluations({wordsStates: openStates})) {
    const item = wordsInQueue(row, moderator, serviceName, now);
    if (item) words.push(item);
  }
  // By month alone: within it, the order is that of a keyed hash.
  words.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  return {
    items: [...(await complaintsInQueue(acting)), ...groups, ...words, ...(await repliesInQueue(acting))],
  };
}

/** Evaluations of a group by cluster: those that are alike, and the rest. */
export function clusteredBy(held: readonly KeptEvaluation[]): ReadonlyMap<string, readonly KeptEvaluation[]> {
  const byId = new Map(held.map(row => [row.keyHash, row]));
  const clusters = new Map<string, readonly KeptEvaluation[]>();
  for (const {ids} of clustersOf(held.map(row => ({...row, id: row.keyHash})))) {
    const rows = ids.flatMap(id => byId.get(id) ?? []);
    const [first] = rows;
    if (!first) continue;
    clusters.set(first.keyHash, rows);
    for (const {keyHash} of rows) byId.delete(keyHash);
  }
  clusters.set('rest', [...byId.values()]);
  return clusters;
}

function groupInQueue(
  serviceId: string,
  serviceName: string,
  {why, version, proposed}: GroupRecord,
  held: readonly KeptEvaluation[],
): GroupInQueue {
  const clusters = clusteredBy(held);
  const rest = clusters.get('rest')?.length ?? 0;
  return {
    kind: 'group',
    id: serviceId,
    version,
    serviceId,
    serviceName,
    count: held.length,
    why,
    clusters: [...clusters]
      .filter(([id]) => id !== 'rest')
      .slice(0, mostClusters)
      .flatMap(([id, [first, ...others]]) =>
        first
          ? {
              id,
              count: others.length + 1,
              sample: {
                role: first.role,
                answers: first.answers,
                ...(first.words !== undefined && {words: first.words}),
              },
            }
          : [],
      ),
    rest,
    ...(proposed && {
      proposed: {
        decision: proposed.decision,
        ...(proposed.clusters && {clusters: proposed.clusters}),
        by: proposed.name,
      },
    }),
    needs: proposed ? 'second' : 'moderator',
  };
}

/** Nothing where this moderator cannot act on it, or would rather not read it. Nobody else is told why. */
function wordsInQueue(
  {keyHash, state, month, serviceId, role, words = '', contentNote}: KeptEvaluation,
  moderator: Moderator,
  serviceName: (id: string) => string,
  now: Date,
): WordsInQueue | undefined {
  const record = state.words;
  if (!record || state.standing === 'held' || record.decidedBy.includes(moderator.id)) return undefined;
  if (record.forLead && moderator.role !== 'lead') return undefined;
  const topics = [...new Set([...(contentNote ?? []), ...(record.contentNote ?? [])])];
  if (topics.some(topic => moderator.avoid.includes(topic))) return undefined;
  return {
    kind: 'words',
    id: keyHash,
    version: state.version,
    state: record.state,
    month,
    serviceId,
    serviceName: serviceName(serviceId),
    role,
    ...((contentNote !== undefined || topics.length > 0) && {contentNote: topics}),
    taken: isTaken(record, {moderator, now}),
    needs: needsOf(record),
    letters: [...words].length,
  };
}
