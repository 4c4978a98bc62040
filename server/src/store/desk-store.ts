/**
 * What the store keeps for publishing and for the moderation desk. All of it is read and written in one piece of work at a
 * time, whole or not at all, so that no two moderators decide the same thing and no change is without its line in the log.
 */
import type {AuditLine, ComplaintDecision, GroupDecision, ReplyKind} from '@held-spaces/domain/desk';
import type {ContentTopic} from '@held-spaces/domain/evaluation-words';
import type {DeskRole, WordsDecision, WordsState} from '@held-spaces/domain/moderation';
import type {SpaceReply} from '@held-spaces/domain/evaluation-summary';
import type {Counted, SpaceRelease} from '../evaluations/release.js';
import type {StoredEvaluation} from './store.js';

/**
 * Where the ticks of an evaluation stand. `new` and `settling`: it waits one whole batch and then the next, so that a flood
 * is seen whole before any of it counts. `held`: held back for the desk. Only `accepted` ones are ever counted.
 */
export const standings = ['new', 'settling', 'held', 'accepted', 'not-genuine'] as const;
export type Standing = (typeof standings)[number];

/** Where the words of an evaluation stand. */
export interface WordsRecord {
  readonly state: WordsState;
  /** The last decision, or the proposal that another has to agree with. `by` is a moderator's id. */
  readonly decision?: WordsDecision & {readonly by: string; readonly name: string};
  /** Whoever has decided on it before, so that another does next. */
  readonly decidedBy: readonly string[];
  /** Whether only a lead can settle it. */
  readonly forLead?: boolean;
  readonly notes: readonly {readonly by: string; readonly note: string}[];
  /** Topics that moderators added. */
  readonly contentNote?: readonly ContentTopic[];
  readonly claim?: {readonly by: string; readonly until: string};
  /** Whether it has gone out with a batch. */
  readonly published?: boolean;
  /** Hidden while a complaint is looked at. */
  readonly hidden?: boolean;
}

/** What is known of an evaluation beside what was sent. */
export interface EvaluationState {
  readonly standing: Standing;
  readonly version: number;
  readonly counted: Counted;
  readonly words?: WordsRecord;
}

export interface KeptEvaluation extends StoredEvaluation {
  readonly state: EvaluationState;
}

/** The state of an evaluation that has just come. */
export const arrived = (evaluation: StoredEvaluation): EvaluationState => ({
  standing: 'new',
  version: 1,
  counted: {},
  ...(evaluation.words !== undefined && {words: {state: 'waiting', decidedBy: [], notes: []}}),
});

/** An evaluation whose words, and the contact that went with them, were taken back. */
export function withoutWords<T extends Partial<StoredEvaluation>>(
  evaluation: T,
): Omit<T, 'words' | 'contentNote' | 'sealedContact'> {
  const gone: readonly string[] = ['words', 'contentNote', 'sealedContact'];
  const ticks = Object.entries(evaluation).filter(([name]) => !gone.includes(name));
  return Object.fromEntries(ticks) as Omit<T, 'words' | 'contentNote' | 'sealedContact'>;
}

export interface Moderator {
  readonly id: string;
  readonly name: string;
  readonly role: DeskRole;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly avoid: readonly ContentTopic[];
  /** After how many minutes of reading they are asked whether they would like a break; 0: never. */
  readonly breakAfter?: number;
  /** Sessions from before this are over: milliseconds since 1970. */
  readonly sessionsFrom: number;
  readonly passkey: {
    readonly id: string;
    /** Base64url. */
    readonly publicKey: string;
    readonly counter: number;
    readonly transports?: readonly string[];
  };
}

export interface Invitation {
  readonly name: string;
  readonly role: DeskRole;
  /** ISO 8601. */
  readonly expires: string;
}

/** What is published of a space's counts. */
export interface PublishedCounts {
  /** `YYYY-MM-DD`. */
  readonly counted: string;
  readonly release: SpaceRelease;
  readonly reply?: SpaceReply;
  readonly changed?: SpaceReply;
}

export interface GroupRecord {
  readonly why: readonly ('burst' | 'alike')[];
  readonly version: number;
  readonly proposed?: {
    readonly decision: GroupDecision;
    readonly clusters?: readonly string[];
    readonly by: string;
    readonly name: string;
  };
}

/** A complaint that is not decided yet. What somebody wrote to complain is forgotten once it is. */
export interface ComplaintRecord {
  /** Key of the evaluation whose words it is about. */
  readonly itemId: string;
  readonly serviceId: string;
  readonly from: string;
  readonly says: string;
  /** ISO 8601. */
  readonly received: string;
  readonly due: string;
  readonly address: boolean;
  readonly version: number;
  /** Whoever has decided. Where they differ, a lead settles it. */
  readonly decided: readonly {readonly by: string; readonly name: string; readonly decision: ComplaintDecision}[];
  /** Who agreed that the sealed contact be opened, two at most. */
  readonly sealedBy: readonly {readonly by: string; readonly name: string}[];
}

/** What a space wrote. Ids rise, so that the newest is known. */
export interface ReplyRecord {
  readonly serviceId: string;
  readonly says: ReplyKind;
  readonly text: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly state: 'waiting' | 'shown' | 'sent-back';
  /** The moderator who entered it, and the one who sent it back. */
  readonly by: string;
  readonly note?: string;
}

/** Documents by kind. Their ids are their own; those of `counts` and `group` are their space's. */
export interface DeskRecords {
  moderator: Moderator;
  invitation: Invitation;
  complaint: ComplaintRecord;
  reply: ReplyRecord;
  counts: PublishedCounts;
  group: GroupRecord;
  /** One, `last`: when the last batch went out, ISO 8601, and what it did. */
  batch: {readonly at: string; readonly spaces?: number; readonly words?: number; readonly hidden?: number};
  /** One, `current`: which public key contacts are sealed to, by its fingerprint. */
  'seal-key': {readonly fingerprint: string};
}
export type RecordKind = keyof DeskRecords;

/** A line of the log with what ties it to the line before. */
export interface AuditEntry extends AuditLine {
  /** Keyed hash of this line and the hash before, in hexadecimal digits. */
  readonly hash: string;
}

export interface EvaluationFilter {
  readonly serviceId?: string;
  readonly standings?: readonly Standing[];
  readonly wordsStates?: readonly WordsState[];
  readonly ids?: readonly string[];
}

export interface DeskWork {
  /** In the order of their keys, which says nothing of when they came. */
  evaluations(filter: EvaluationFilter): Promise<readonly KeptEvaluation[]>;
  /** Ids of the spaces that have evaluations or published counts. */
  evaluatedServices(): Promise<readonly string[]>;
  saveState(keyHash: string, state: EvaluationState): Promise<void>;
  /** Deletes evaluations by their keys, but not the fact that these were used. */
  forgetEvaluations(keyHashes: readonly string[]): Promise<void>;
  record<K extends RecordKind>(kind: K, id: string): Promise<DeskRecords[K] | undefined>;
  records<K extends RecordKind>(kind: K): Promise<readonly (readonly [id: string, value: DeskRecords[K]])[]>;
  keep<K extends RecordKind>(kind: K, id: string, value: DeskRecords[K]): Promise<void>;
  forget(kind: RecordKind, id: string): Promise<void>;
  /** Notes that a token was used. False: it was before. `expires`, in hours since 1970, is when that can be forgotten. */
  spend(token: string, expires: number): Promise<boolean>;
  forgetSpent(before: number): Promise<void>;
  auditEntries(from: number, to: number): Promise<readonly AuditEntry[]>;
  /** Number of the newest line; 0 where there is none. */
  lastAuditLine(): Promise<number>;
  addAuditEntry(entry: AuditEntry): Promise<void>;
  /** The seal over the newest line, so that a log whose end was cut off is noticed. */
  auditSeal(): Promise<string | undefined>;
  keepAuditSeal(seal: string): Promise<void>;
  /** What is published changed. */
  raiseRevision(now: Date): Promise<void>;
}

/** A one-use token that goes with an evaluation. */
export interface Spending {
  readonly token: string;
  readonly expires: number;
}
