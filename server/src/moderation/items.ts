/** What a moderator does with the words of one evaluation. */
import type {DeskItem, Needs} from '@held-spaces/domain/desk';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import type {ContentTopic} from '@held-spaces/domain/evaluation-words';
import {leftOutProblem, needsTwo, sameDecision, withholdReasons} from '@held-spaces/domain/moderation';
import type {LeftOut, WordsDecision} from '@held-spaces/domain/moderation';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import {ProblemError} from '../problems.js';
import type {DeskWork, KeptEvaluation, Moderator, WordsRecord} from '../store/desk-store.js';
import type {AuditLog} from './audit.js';
import {sameVersion, textIn} from './fields.js';
import type {Body} from './fields.js';

/** How long nobody else can take an item, in milliseconds. */
const claimLasts = 30 * 60_000;
const longestNote = 500;

export interface Acting {
  readonly desk: DeskWork;
  readonly audit: AuditLog;
  readonly moderator: Moderator;
  readonly serviceName: (id: string) => string;
  readonly now: Date;
}

/** Takes an item to read it. */
export async function claimItem(acting: Acting, id: string): Promise<object> {
  const {row, record} = await find(acting, id);
  if (isTaken(record, acting)) throw new ProblemError('desk-stale');
  if (record.decidedBy.includes(acting.moderator.id)) throw new ProblemError('desk-second');
  const until = new Date(acting.now.getTime() + claimLasts).toISOString();
  return save(acting, row, {...record, claim: {by: acting.moderator.id, until}});
}

/** Puts it back. */
export async function returnItem(acting: Acting, id: string): Promise<object> {
  const {row, record} = await find(acting, id);
  if (!isTaken(record, acting)) await save(acting, row, withoutClaim(record));
  return {};
}

/** Decides, proposes, agrees or settles, by who has decided before and what the reason asks for. */
export async function decideItem(acting: Acting, id: string, body: Body): Promise<object> {
  const {row, record} = await claimed(acting, id, body);
  const {moderator} = acting;
  const decision = decisionIn(body['decision'], row.words ?? '');
  const contentNote = [...new Set([...(record.contentNote ?? []), ...topicsIn(body['contentNote'])])];
  if (record.decidedBy.includes(moderator.id)) throw new ProblemError('desk-second');
  if (record.forLead && moderator.role !== 'lead') throw new ProblemError('desk-role', {role: 'lead'});
  const {state: before, decision: proposed} = record;
  const agreed = before === 'two-needed' && proposed !== undefined && sameDecision(proposed, decision);
  const differs = before === 'two-needed' && !agreed;
  const settles = agreed || record.forLead === true || !needsTwo(decision);
  const state = differs ? 'second-opinion' : settles ? settledAs[decision.kind] : 'two-needed';
  const next: WordsRecord = {
    ...withoutClaim(record),
    state,
    decision: {...decision, by: moderator.id, name: moderator.name},
    decidedBy: [...record.decidedBy, moderator.id],
    forLead: differs,
    ...(contentNote.length > 0 && {contentNote}),
  };
  await log(acting, differs ? 'disagree' : settles ? decision.kind : `propose-${decision.kind}`, id, decision);
  return save(acting, row, next);
}

/** Asks another moderator. */
export async function secondItem(acting: Acting, id: string, body: Body): Promise<object> {
  const {row, record} = await claimed(acting, id, body);
  const note = textIn(body, 'note', longestNote);
  const {moderator} = acting;
  await log(acting, 'ask-second', id);
  return save(acting, row, {
    ...withoutClaim(record),
    state: 'second-opinion',
    decidedBy: [...new Set([...record.decidedBy, moderator.id])],
    notes: [...record.notes, {by: moderator.name, note}],
  });
}

/** Takes the last decision back, by whoever made it, until it has gone out with a batch. */
export async function undoItem(acting: Acting, id: string, body: Body): Promise<object> {
  const {row, record} = await find(acting, id);
  sameVersion(row.state, body);
  if (record.decision?.by !== acting.moderator.id || record.published) throw new ProblemError('desk-stale');
  await log(acting, 'undo', id);
  const decidedBy = record.decidedBy.filter(by => by !== acting.moderator.id);
  return save(acting, row, {...without(record, 'decision'), state: 'waiting', decidedBy, forLead: false});
}

const settledAs = {accept: 'accepted', redact: 'redacted', withhold: 'withheld'} as const;
/** States in which there is something to decide. */
export const openStates = ['waiting', 'second-opinion', 'two-needed'] as const;

/** Who has to act on words next. */
export const needsOf = ({forLead, decidedBy}: WordsRecord): Needs =>
  forLead ? 'lead' : decidedBy.length > 0 ? 'second' : 'moderator';

/** Whether another moderator reads it at this moment. */
export const isTaken = ({claim}: WordsRecord, {moderator, now}: Pick<Acting, 'moderator' | 'now'>): boolean =>
  claim !== undefined && claim.by !== moderator.id && Date.parse(claim.until) > now.getTime();

const withoutClaim = (record: WordsRecord): WordsRecord => without(record, 'claim');

function without(record: WordsRecord, gone: 'claim' | 'decision'): WordsRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== gone)) as unknown as WordsRecord;
}

async function find({desk}: Acting, id: string): Promise<{readonly row: KeptEvaluation; readonly record: WordsRecord}> {
  const [row] = await desk.evaluations({ids: [id]});
  const record = row?.state.words;
  // Taken back by its writer.
  if (!row || !record) throw new ProblemError('not-found');
  // By then in a group that is held back.
  if (row.state.standing === 'held') throw new ProblemError('desk-stale');
  return {row, record};
}

async function claimed(acting: Acting, id: string, body: Body) {
  const found = await find(acting, id);
  sameVersion(found.row.state, body);
  const {record} = found;
  if (record.claim?.by !== acting.moderator.id || isTaken(record, acting) || !isOneOf(openStates, record.state)) {
    throw new ProblemError('desk-stale');
  }
  return found;
}

async function save(acting: Acting, row: KeptEvaluation, words: WordsRecord): Promise<DeskItem> {
  const state = {...row.state, version: row.state.version + 1, words};
  await acting.desk.saveState(row.keyHash, state);
  return toItem({...row, state}, words, acting);
}

function log({audit, desk, moderator, now}: Acting, action: string, subject: string, decision?: WordsDecision) {
  const reason = decision && decision.kind !== 'accept' ? {reason: decision.reason} : {};
  return audit.add(desk, {by: `${moderator.id} ${moderator.name}`, action, subject, ...reason}, now);
}

function toItem(row: KeptEvaluation, record: WordsRecord, acting: Acting): DeskItem {
  const {keyHash, state, month, serviceId, role, season, words = '', sealedContact} = row;
  const contentNote = [...new Set([...(row.contentNote ?? []), ...(record.contentNote ?? [])])];
  const hasNote = row.contentNote !== undefined || contentNote.length > 0;
  const {decision} = record;
  return {
    kind: 'words',
    id: keyHash,
    version: state.version,
    state: record.state,
    month,
    serviceId,
    serviceName: acting.serviceName(serviceId),
    role,
    ...(hasNote && {contentNote}),
    taken: isTaken(record, acting),
    needs: needsOf(record),
    letters: [...words].length,
    words,
    ...(season !== undefined && {season}),
    sealed: sealedContact !== undefined,
    ...(decision && {decision: {...decision, by: decision.name}}),
    notes: record.notes,
    shown: record.published === true && record.hidden !== true,
  };
}

function decisionIn(value: unknown, words: string): WordsDecision {
  const {kind, reason, leftOut} = (typeof value === 'object' && value !== null ? value : {}) as Body;
  if (kind === 'accept') return {kind};
  if (kind !== 'redact' && kind !== 'withhold') {
    throw new ProblemError('bad-field', {pointer: '/decision/kind', expected: 'accept, redact or withhold'});
  }
  if (!isOneOf(withholdReasons, reason)) {
    throw new ProblemError('bad-field', {
      pointer: '/decision/reason',
      expected: `one of ${withholdReasons.join(', ')}`,
    });
  }
  if (kind === 'withhold') return {kind, reason};
  const pieces: readonly unknown[] = Array.isArray(leftOut) ? leftOut : [];
  const isPiece = (piece: unknown): piece is LeftOut =>
    Array.isArray(piece) && piece.length === 2 && piece.every(end => Number.isSafeInteger(end));
  const problem = pieces.every(isPiece) ? leftOutProblem(words, pieces) : 'a list of [from, to]';
  if (problem !== undefined) throw new ProblemError('bad-field', {pointer: '/decision/leftOut', expected: problem});
  return {kind, reason, leftOut: pieces.filter(isPiece)};
}

function topicsIn(value: unknown): readonly ContentTopic[] {
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  if (!list.every(topic => isOneOf(contentTopics, topic))) {
    throw new ProblemError('bad-field', {pointer: '/contentNote', expected: `a list of ${contentTopics.join(', ')}`});
  }
  return contentTopics.filter(topic => list.includes(topic));
}
