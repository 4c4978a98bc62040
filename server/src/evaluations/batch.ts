/**
 * The weekly batch: the only moment at which anything published changes but for what is taken back or taken down.
 * `docs/what-is-published.md` has the rules.
 */
import type {ReplyKind} from '@held-spaces/domain/desk';
import type {AuditLog} from '../moderation/audit.js';
import type {DeskWork, EvaluationState, KeptEvaluation, PublishedCounts, ReplyRecord} from '../store/desk-store.js';
import {holdBack} from './hold-back.js';
import {defaultKeepYears, keptLongEnough} from './keeping.js';
import {releaseSpace} from './release.js';
import type {SpaceRelease} from './release.js';

/** A week less the hours by which a timer or a person may be early. */
const leastHours = 6 * 24 + 12;
const hour = 3_600_000;
/** Half a year, over which it is worked out how many answers about a space are usual in two weeks. */
const usualMonths = 6;
const fortnights = 13;

export interface BatchFacts {
  /** Spaces whose numbers changed. */
  readonly spaces: number;
  /** Evaluations that were deleted, as they had been kept for as long as was promised. */
  readonly forgotten: number;
  /** Evaluations that count from now on, or wait for their block. */
  readonly accepted: number;
  readonly settling: number;
  /** Held back, in how many groups. */
  readonly held: number;
  readonly groups: number;
  /** Words that are shown from now on. */
  readonly words: number;
  /** Questions, by space and role, that were answered and are not shown because too few answered. */
  readonly hidden: number;
}

/** When the next batch is due. */
export async function nextBatch(desk: DeskWork, now: Date): Promise<Date> {
  const last = await desk.record('batch', 'last');
  return last ? new Date(Date.parse(last.at) + 7 * 24 * hour) : now;
}

/**
 * Runs a batch, unless the last was less than a week ago. Nothing: it is not time yet.
 *
 * @param force Runs it all the same. What came this week then settles sooner.
 * @param keepYears For how long evaluations are kept. Older ones leave the store now and the counts as what is taken back does.
 */
export async function runBatch(
  desk: DeskWork,
  audit: AuditLog,
  now: Date,
  {
    force = false,
    keepYears = defaultKeepYears,
    random,
  }: {readonly force?: boolean; readonly keepYears?: number; readonly random?: () => number} = {},
): Promise<BatchFacts | undefined> {
  const last = await desk.record('batch', 'last');
  if (!force && last && now.getTime() - Date.parse(last.at) < leastHours * hour) return undefined;
  const facts = {spaces: 0, forgotten: 0, accepted: 0, settling: 0, held: 0, groups: 0, words: 0, hidden: 0};
  const replies = await desk.records('reply');
  let changed = false;
  for (const serviceId of await desk.evaluatedServices()) {
    const all = await desk.evaluations({serviceId});
    const old = new Set(keptLongEnough(all, keepYears, now));
    await desk.forgetEvaluations([...old].map(({keyHash}) => keyHash));
    facts.forgotten += old.size;
    const rows = await settle(
      desk,
      serviceId,
      all.filter(row => !old.has(row)),
      now,
      true,
    );
    const count = (standing: EvaluationState['standing']) =>
      rows.filter(({state}) => state.standing === standing).length;
    facts.accepted += count('accepted');
    facts.settling += count('settling');
    facts.held += count('held');
    facts.groups += count('held') > 0 ? 1 : 0;
    const shown = await publishWords(desk, rows);
    facts.words += shown.count;
    const own = replies.filter(([, reply]) => reply.serviceId === serviceId);
    const published = await publishCounts(desk, serviceId, shown.rows, own, now, random);
    if (published.counts) facts.spaces++;
    facts.hidden += published.hidden;
    changed ||= published.any;
  }
  await desk.forgetSpent(Math.floor(now.getTime() / hour));
  if (facts.forgotten > 0) await audit.add(desk, {by: 'system', action: 'forget-old'}, now);
  const {spaces, words, hidden} = facts;
  await desk.keep('batch', 'last', {at: now.toISOString(), spaces, words, hidden});
  await audit.add(desk, {by: 'system', action: 'batch'}, now);
  if (changed || facts.words > 0 || facts.forgotten > 0) await desk.raiseRevision(now);
  return facts;
}

/** Holds back what came together or is alike, in every space, without moving anything on. For whoever looks at the desk. */
export async function holdBackAll(desk: DeskWork, now: Date): Promise<void> {
  const waiting = await desk.evaluations({standings: ['new', 'settling']});
  for (const serviceId of new Set(waiting.map(row => row.serviceId))) {
    await settle(desk, serviceId, await desk.evaluations({serviceId}), now, false);
  }
}

/**
 * Looks at what waits: holds back, and, with `moveOn`, lets the rest go one step further. Gives the space's evaluations as
 * they stand after it.
 */
async function settle(
  desk: DeskWork,
  serviceId: string,
  rows: readonly KeptEvaluation[],
  now: Date,
  moveOn: boolean,
): Promise<readonly KeptEvaluation[]> {
  const withId = (row: KeptEvaluation) => ({...row, id: row.keyHash});
  const waiting = rows.filter(({state}) => state.standing === 'new' || state.standing === 'settling');
  const known = rows.filter(({state}) => state.standing === 'held' || state.standing === 'not-genuine');
  const since = monthsBefore(now, usualMonths);
  const lately = rows.filter(({state, month}) => state.standing === 'accepted' && month >= since).length;
  const held = holdBack(waiting.map(withId), known.map(withId), lately / fortnights);
  if (held.ids.size > 0) {
    const group = await desk.record('group', serviceId);
    await desk.keep('group', serviceId, {
      why: [...new Set([...(group?.why ?? []), ...held.why])],
      version: (group?.version ?? 0) + 1,
    });
  }
  const after: KeptEvaluation[] = [];
  for (const row of rows) {
    const standing = held.ids.has(row.keyHash) ? 'held' : moveOn ? nextStanding(row.state) : row.state.standing;
    if (standing === row.state.standing) after.push(row);
    else {
      const state = {...row.state, standing, version: row.state.version + 1};
      await desk.saveState(row.keyHash, state);
      after.push({...row, state});
    }
  }
  return after;
}

const nextStanding = ({standing}: EvaluationState): EvaluationState['standing'] =>
  standing === 'new' ? 'settling' : standing === 'settling' ? 'accepted' : standing;

async function publishCounts(
  desk: DeskWork,
  serviceId: string,
  rows: readonly KeptEvaluation[],
  replies: Replies,
  now: Date,
  random?: () => number,
) {
  const before = await desk.record('counts', serviceId);
  const accepted = rows.filter(({state}) => state.standing === 'accepted');
  const {release, counted, changed} = releaseSpace(
    accepted.map(row => ({...row, id: row.keyHash, counted: row.state.counted})),
    before?.release,
    random,
  );
  for (const row of accepted) {
    const marks = counted.get(row.keyHash);
    if (marks) await desk.saveState(row.keyHash, {...row.state, counted: marks});
  }
  const published: PublishedCounts = {
    counted: changed || !before ? now.toISOString().slice(0, 'YYYY-MM-DD'.length) : before.counted,
    release,
    ...newest(replies, 'reply'),
    ...newest(replies, 'changed'),
  };
  const any = JSON.stringify(published) !== JSON.stringify(before);
  if (any) await desk.keep('counts', serviceId, published);
  return {counts: changed, any, hidden: hiddenIn(release)};
}

/** Questions that were answered and of which no number is shown. */
const hiddenIn = (release: SpaceRelease): number =>
  Object.values(release).flatMap(({cells}) =>
    Object.entries(cells).filter(([id, {counts}]) => id !== 'people' && counts.total === 0),
  ).length;

/** In the order of their ids, which rise. */
type Replies = readonly (readonly [id: string, reply: ReplyRecord])[];

/** The newest of a kind that a moderator let through. */
function newest(replies: Replies, kind: ReplyKind) {
  const [, found] = replies.filter(([, reply]) => reply.says === kind && reply.state === 'shown').at(-1) ?? [];
  return found && {[kind]: {text: found.text, month: found.month}};
}

/** Shows the words that moderators let through. Those of held-back answers wait for the group. */
async function publishWords(desk: DeskWork, rows: readonly KeptEvaluation[]) {
  let count = 0;
  const after: KeptEvaluation[] = [];
  for (const row of rows) {
    const {words, standing} = row.state;
    const mayBeShown = words && ['accepted', 'redacted'].includes(words.state) && !words.hidden && !words.published;
    if (!mayBeShown || standing === 'held' || standing === 'not-genuine') {
      after.push(row);
      continue;
    }
    const state = {...row.state, words: {...words, published: true}};
    await desk.saveState(row.keyHash, state);
    after.push({...row, state});
    count++;
  }
  return {rows: after, count};
}

function monthsBefore(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
    .toISOString()
    .slice(0, 'YYYY-MM'.length);
}
