/**
 * Complaints about words that are published. They come by letter or e-mail, to whoever the operator names, and a
 * moderator enters them. Any moderator hides the words at once; two decide.
 */
import {answerDue} from '@held-spaces/domain/complaint-clock';
import type {
  ComplaintDecision,
  ComplaintInQueue,
  DeskComplaint,
  Needs,
  ShownOfSpace,
  ShownWords,
} from '@held-spaces/domain/desk';
import {withholdReasons} from '@held-spaces/domain/moderation';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import {letThrough} from '../evaluations/summary.js';
import {ProblemError} from '../problems.js';
import type {ComplaintRecord, DeskWork, KeptEvaluation, WordsRecord} from '../store/desk-store.js';
import {sameVersion, textIn} from './fields.js';
import type {Body} from './fields.js';
import type {Acting} from './items.js';
import {toBase64Url} from './session.js';

/** Letters at most: of who complains and how to reach them, and of what they say. */
const longestFrom = 500;
const longestSays = 5000;

interface Found {
  readonly complaint: ComplaintRecord;
  /** The evaluation, as long as its words are there and were not taken down for another complaint. */
  readonly row?: KeptEvaluation & {readonly state: {readonly words: WordsRecord}};
}

/**
 * Everything of a space that is published, for whoever has a letter about it.
 *
 * @param serviceIds Its id, and those of the spaces that were merged into it.
 */
export async function shownOf({desk}: Pick<Acting, 'desk'>, serviceIds: readonly string[]): Promise<ShownOfSpace> {
  const rows: KeptEvaluation[] = [];
  for (const serviceId of serviceIds) {
    rows.push(...(await desk.evaluations({serviceId, wordsStates: ['accepted', 'redacted']})));
  }
  const replies = await desk.records('reply');
  return {
    words: rows.flatMap(shownWords),
    replies: replies.flatMap(([id, {serviceId: own, state, says, text, month}]) =>
      serviceIds.includes(own) && state === 'shown' ? [{id, says, text, month}] : [],
    ),
  };
}

/** Enters a complaint. Where a private address may be showing, the words are hidden in the same moment. */
export async function enterComplaint(acting: Acting, body: Body, bankHolidays: ReadonlySet<string>) {
  const {desk, now} = acting;
  const {itemId, received, address} = body;
  const [row] = typeof itemId === 'string' ? await desk.evaluations({ids: [itemId]}) : [];
  if (!row || letThrough(row).length === 0) throw new ProblemError('desk-stale');
  const came = typeof received === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(received) ? Date.parse(received) : NaN;
  if (!(came <= now.getTime())) {
    throw new ProblemError('bad-field', {pointer: '/received', expected: 'a moment that is over, ISO 8601 in UTC'});
  }
  const id = toBase64Url(crypto.getRandomValues(new Uint8Array(9)));
  const complaint: ComplaintRecord = {
    itemId: row.keyHash,
    serviceId: row.serviceId,
    from: textIn(body, 'from', longestFrom),
    says: textIn(body, 'says', longestSays),
    received: new Date(came).toISOString(),
    due: answerDue(new Date(came), bankHolidays).toISOString(),
    address: address === true,
    version: 1,
    decided: [],
    sealedBy: [],
  };
  await desk.keep('complaint', id, complaint);
  await log(acting, 'enter-complaint', id);
  if (complaint.address) await setHidden(acting, row, true);
  return readComplaint(acting, id);
}

/** What a complaint says, for a moderator who opened it. */
export async function readComplaint(acting: Acting, id: string): Promise<DeskComplaint> {
  const {complaint, row} = await find(acting.desk, id);
  const last = complaint.decided.at(-1);
  const [quote] = row ? shownWords(row) : [];
  const agreed = complaint.sealedBy.some(({by}) => by === acting.moderator.id) && complaint.sealedBy.length > 1;
  return {
    ...inQueue(id, complaint, row, acting.serviceName),
    from: complaint.from,
    says: complaint.says,
    ...(quote && {quote}),
    ...(last && {proposed: {...last.decision, by: last.name}}),
    ...(row?.sealedContact !== undefined && {
      sealed: {by: complaint.sealedBy.map(({name}) => name), ...(agreed && {contact: row.sealedContact})},
    }),
  };
}

/** Hides the words while somebody looks. One moderator is enough, and it is seen at once. */
export async function hideComplaint(acting: Acting, id: string, body: Body) {
  const {row} = await open(acting.desk, id, body);
  if (!row.state.words.hidden) await setHidden(acting, row, true);
  return readComplaint(acting, id);
}

/** Proposes, agrees, or, as a lead, settles. */
export async function decideComplaint(acting: Acting, id: string, body: Body): Promise<object> {
  const {desk, moderator} = acting;
  const {complaint, row} = await open(desk, id, body);
  const decision = decisionIn(body);
  const {decided} = complaint;
  if (decided.some(({by}) => by === moderator.id)) throw new ProblemError('desk-second');
  const forLead = decided.length > 1;
  if (forLead && moderator.role !== 'lead') throw new ProblemError('desk-role', {role: 'lead'});
  const reason = decision.kind === 'remove' ? decision.reason : undefined;
  const [first] = decided;
  const agrees = first !== undefined && sameDecision(first.decision, decision);
  const by = [...decided.map(each => each.by), moderator.id];
  // Whoever let the words through, or kept them before, does not judge of that alone with one other who did.
  if (agrees && !forLead && by.every(each => row.state.words.decidedBy.includes(each))) {
    throw new ProblemError('desk-second');
  }
  if (!agrees && !forLead) {
    const next = {by: moderator.id, name: moderator.name, decision};
    await desk.keep('complaint', id, {...complaint, version: complaint.version + 1, decided: [...decided, next]});
    await log(acting, first ? 'disagree' : decision.kind === 'keep' ? 'propose-keep' : 'propose-take-down', id, reason);
    return readComplaint(acting, id);
  }
  const {words} = row.state;
  const decidedBy = [...new Set([...words.decidedBy, ...by])];
  if (decision.kind === 'keep') {
    const others = (await desk.records('complaint')).filter(
      ([other, {itemId}]) => itemId === row.keyHash && other !== id,
    );
    await save(desk, row, {...words, decidedBy, hidden: others.length > 0 && words.hidden === true});
    await desk.forget('complaint', id);
    await log(acting, 'keep-words', id);
  } else {
    const taken = {kind: 'withhold', reason: decision.reason, by: moderator.id, name: moderator.name} as const;
    await save(desk, row, {...words, state: 'taken-down', decision: taken, decidedBy, hidden: false});
    await forgetAbout(desk, row.keyHash);
    await log(acting, 'take-down', id, reason);
  }
  await desk.raiseRevision(acting.now);
  return {};
}

/** Closes a complaint about words that are gone. */
export async function closeComplaint(acting: Acting, id: string, body: Body): Promise<object> {
  const {complaint, row} = await find(acting.desk, id);
  sameVersion(complaint, body);
  if (row) throw new ProblemError('desk-stale');
  await acting.desk.forget('complaint', id);
  await log(acting, 'close-complaint', id);
  return {};
}

/**
 * Agrees that the sealed contact be opened. Once two have, they are given what the writer's browser sealed. Whoever holds
 * the private key opens it on a computer of their own: this one cannot.
 */
export async function openSealed(acting: Acting, id: string, body: Body): Promise<DeskComplaint> {
  const {desk, moderator} = acting;
  const {complaint, row} = await open(desk, id, body);
  const {sealedBy} = complaint;
  if (row.sealedContact === undefined) throw new ProblemError('desk-stale');
  if (sealedBy.length > 1) throw new ProblemError('desk-stale');
  if (sealedBy.some(({by}) => by === moderator.id)) throw new ProblemError('desk-second');
  await desk.keep('complaint', id, {
    ...complaint,
    version: complaint.version + 1,
    sealedBy: [...sealedBy, {by: moderator.id, name: moderator.name}],
  });
  await log(acting, sealedBy.length === 0 ? 'agree-open-sealed' : 'open-sealed', id);
  return readComplaint(acting, id);
}

/** Open complaints, by when they are due; those where a private address may be showing before all. */
export async function complaintsInQueue({desk, moderator, serviceName}: Acting): Promise<readonly ComplaintInQueue[]> {
  const all: ComplaintInQueue[] = [];
  for (const [id] of await desk.records('complaint')) {
    const {complaint, row} = await find(desk, id);
    const item = inQueue(id, complaint, row, serviceName);
    if (!item.contentNote?.some(topic => moderator.avoid.includes(topic))) all.push(item);
  }
  return all.sort((a, b) => Number(b.address) - Number(a.address) || (a.due < b.due ? -1 : 1));
}

/** Whether two decisions are one and the same. The reason counts: it is published. */
const sameDecision = (one: ComplaintDecision, other: ComplaintDecision) =>
  one.kind === 'keep' ? other.kind === 'keep' : other.kind === 'remove' && one.reason === other.reason;

function decisionIn({decision, reason}: Body): ComplaintDecision {
  if (decision === 'keep') return {kind: 'keep'};
  if (decision !== 'remove') throw new ProblemError('bad-field', {pointer: '/decision', expected: 'keep or remove'});
  if (isOneOf(withholdReasons, reason)) return {kind: 'remove', reason};
  throw new ProblemError('bad-field', {pointer: '/reason', expected: `one of ${withholdReasons.join(', ')}`});
}

async function find(desk: DeskWork, id: string): Promise<Found> {
  const complaint = await desk.record('complaint', id);
  if (!complaint) throw new ProblemError('desk-stale');
  const [row] = await desk.evaluations({ids: [complaint.itemId]});
  const words = row?.state.words;
  return row && words && letThrough(row).length > 0
    ? {complaint, row: {...row, state: {...row.state, words}}}
    : {complaint};
}

/** A complaint that can still be decided. */
async function open(desk: DeskWork, id: string, body: Body): Promise<Required<Found>> {
  const {complaint, row} = await find(desk, id);
  sameVersion(complaint, body);
  if (!row) throw new ProblemError('desk-stale');
  return {complaint, row};
}

function shownWords(row: KeptEvaluation): readonly ShownWords[] {
  return letThrough(row).map(({parts, role, season, contentNote}) => ({
    id: row.keyHash,
    parts,
    role,
    ...(season !== undefined && {season}),
    ...(contentNote && {contentNote}),
    hidden: row.state.words?.hidden === true,
  }));
}

function inQueue(
  id: string,
  {serviceId, received, due, address, version, decided}: ComplaintRecord,
  row: KeptEvaluation | undefined,
  serviceName: (id: string) => string,
): ComplaintInQueue {
  const [quote] = row ? shownWords(row) : [];
  const needs: Needs = decided.length > 1 ? 'lead' : decided.length > 0 ? 'second' : 'moderator';
  return {
    kind: 'complaint',
    id,
    version,
    serviceId,
    serviceName: serviceName(serviceId),
    received,
    due,
    address,
    hidden: quote?.hidden === true,
    gone: quote === undefined,
    ...(quote?.contentNote && {contentNote: quote.contentNote}),
    needs,
  };
}

async function setHidden(acting: Acting, row: KeptEvaluation, hidden: boolean): Promise<void> {
  const {words} = row.state;
  if (!words) return;
  await save(acting.desk, row, {...words, hidden});
  await log(acting, 'hide-words', row.keyHash);
  await acting.desk.raiseRevision(acting.now);
}

const save = (desk: DeskWork, row: KeptEvaluation, words: WordsRecord): Promise<void> =>
  desk.saveState(row.keyHash, {...row.state, version: row.state.version + 1, words});

/** Nothing is left to decide of words that are taken down. */
async function forgetAbout(desk: DeskWork, itemId: string): Promise<void> {
  for (const [id, complaint] of await desk.records('complaint')) {
    if (complaint.itemId === itemId) await desk.forget('complaint', id);
  }
}

const log = (
  {audit, desk, moderator, now}: Acting,
  action: string,
  subject: string,
  reason?: (typeof withholdReasons)[number],
) => audit.add(desk, {by: `${moderator.id} ${moderator.name}`, action, subject, ...(reason && {reason})}, now);
