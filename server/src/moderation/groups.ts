/** What two moderators decide of answers that were held back together. */
import type {GroupDecision} from '@held-spaces/domain/desk';
import {ProblemError} from '../problems.js';
import type {EvaluationState, KeptEvaluation, WordsRecord} from '../store/desk-store.js';
import {sameVersion} from './fields.js';
import type {Body} from './fields.js';
import type {Acting} from './items.js';
import {clusteredBy} from './queue.js';

/** Proposes what becomes of a group, or of some of its clusters; or, as another moderator, agrees. */
export async function decideGroup(
  {desk, audit, moderator, now}: Acting,
  serviceId: string,
  body: Body,
): Promise<object> {
  const group = await desk.record('group', serviceId);
  if (!group) throw new ProblemError('desk-stale');
  sameVersion(group, body);
  const {decision, clusters} = body;
  if (decision !== 'count' && decision !== 'not-genuine') {
    throw new ProblemError('bad-field', {pointer: '/decision', expected: 'count or not-genuine'});
  }
  const byCluster = clusteredBy(await desk.evaluations({serviceId, standings: ['held']}));
  const named = clusters === undefined ? [...byCluster.keys()] : clusters;
  if (!Array.isArray(named) || !named.every(id => typeof id === 'string' && byCluster.has(id))) {
    throw new ProblemError('bad-field', {pointer: '/clusters', expected: 'ids of clusters of this group, or "rest"'});
  }
  const chosen = [...(named as readonly string[])].sort();
  const by = `${moderator.id} ${moderator.name}`;
  const {proposed} = group;
  const agrees = proposed?.decision === decision && JSON.stringify(proposed.clusters) === JSON.stringify(chosen);
  if (agrees && proposed.by === moderator.id) throw new ProblemError('desk-second');
  const version = group.version + 1;
  if (!agrees) {
    // Another proposal takes the place of the one before: nothing counts until two say the same.
    await desk.keep('group', serviceId, {
      why: group.why,
      version,
      proposed: {decision, clusters: chosen, by: moderator.id, name: moderator.name},
    });
    await audit.add(desk, {by, action: `propose-group-${decision}`, subject: serviceId}, now);
    return {agreed: 1, version};
  }
  const rows = chosen.flatMap(id => byCluster.get(id) ?? []);
  for (const row of rows) await desk.saveState(row.keyHash, settled(row, decision, moderator));
  const left = [...byCluster.values()].flat().length - rows.length;
  if (left > 0) await desk.keep('group', serviceId, {why: group.why, version});
  else await desk.forget('group', serviceId);
  await audit.add(desk, {by, action: `group-${decision}`, subject: serviceId}, now);
  return {agreed: 2, version, left};
}

/** What was looked at has settled: it is not held back again, and counts with the next batch. */
function settled(
  {state}: KeptEvaluation,
  decision: GroupDecision,
  {id, name}: {readonly id: string; readonly name: string},
): EvaluationState {
  const {words} = state;
  const version = state.version + 1;
  if (decision === 'count') return {...state, version, standing: 'accepted'};
  const withheld: WordsRecord | undefined = words && {
    ...words,
    state: 'withheld',
    decision: {kind: 'withhold', reason: 'not-genuine', by: id, name},
  };
  return {...state, version, standing: 'not-genuine', ...(withheld && {words: withheld})};
}
