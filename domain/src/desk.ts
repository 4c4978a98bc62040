/** What the moderation desk and the directory tell each other. `docs/desk-api.md` says when. */
import type {EvaluationAnswer, SeasonAlternative, SeasonOfYear} from './evaluation.js';
import type {ContentTopic} from './evaluation-words.js';
import type {DeskRole, WithholdReason, WordsDecision, WordsState} from './moderation.js';
import type {Role} from './vocabularies.js';

export interface DeskModerator {
  readonly id: string;
  /** The short name that they chose. */
  readonly name: string;
  readonly role: DeskRole;
}

export interface DeskSession {
  readonly moderator: DeskModerator;
  /** When it ends unless it is renewed, and when it ends whatever happens: ISO 8601. */
  readonly ends: string;
  readonly endsForGood: string;
  /** Whom a moderator can turn to, in the operator's words. */
  readonly support: string;
  /** What they would rather not read. Nobody else is told. */
  readonly avoid: readonly ContentTopic[];
}

/** Who has to act next. */
export type Needs = 'moderator' | 'second' | 'lead';

export interface WordsInQueue {
  readonly kind: 'words';
  readonly id: string;
  readonly version: number;
  readonly state: WordsState;
  /** `YYYY-MM`: nothing finer is known. */
  readonly month: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly role: Role;
  readonly contentNote?: readonly ContentTopic[];
  /** Another moderator is reading it. */
  readonly taken: boolean;
  readonly needs: Needs;
  readonly letters: number;
}

/** Words as a moderator reads them. */
export interface DeskItem extends WordsInQueue {
  readonly words: string;
  readonly season?: SeasonOfYear | SeasonAlternative;
  /** Whether the writer left a sealed way to reach them. */
  readonly sealed: boolean;
  readonly decision?: WordsDecision & {readonly by: string};
  readonly notes: readonly {readonly by: string; readonly note: string}[];
  /** Whether it is published now. */
  readonly shown: boolean;
}

export type GroupDecision = 'count' | 'not-genuine';

export interface GroupCluster {
  readonly id: string;
  readonly count: number;
  readonly sample: {
    readonly role: Role;
    readonly answers: Readonly<Partial<Record<string, EvaluationAnswer>>>;
    readonly words?: string;
  };
}

/** Answers about one space that are held back together. */
export interface GroupInQueue {
  readonly kind: 'group';
  /** The space's. */
  readonly id: string;
  readonly version: number;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly count: number;
  readonly why: readonly ('burst' | 'alike')[];
  readonly clusters: readonly GroupCluster[];
  /** How many are like no others. */
  readonly rest: number;
  readonly proposed?: {readonly decision: GroupDecision; readonly clusters?: readonly string[]; readonly by: string};
  readonly needs: Needs;
}

export interface Complaint {
  readonly id: string;
  readonly itemId: string;
  /** The complainant's own words. */
  readonly from: string;
  readonly says: string;
  /** ISO 8601. */
  readonly received: string;
  /** When 48 hours are over, weekends and bank holidays left out: ISO 8601. */
  readonly due: string;
  /** Whether the words are hidden while somebody looks. */
  readonly hidden: boolean;
  readonly proposed?: {readonly decision: ComplaintDecision; readonly by: string};
  readonly decided?: ComplaintDecision;
}
export type ComplaintDecision = 'keep' | 'remove';

export interface ComplaintInQueue extends Complaint {
  readonly kind: 'complaint';
  readonly serviceId: string;
  readonly serviceName: string;
  readonly needs: Needs;
}

/** What a space wrote, one for all that people said. */
export interface Reply {
  readonly id: string;
  readonly serviceId: string;
  readonly kind: 'reply' | 'changed';
  readonly text: string;
  readonly month: string;
  readonly state: 'waiting' | 'shown' | 'sent-back';
  readonly note?: string;
}

export interface ReplyInQueue extends Omit<Reply, 'kind'> {
  readonly kind: 'reply';
  readonly says: Reply['kind'];
  readonly serviceName: string;
  readonly needs: Needs;
}

export type QueueItem = ComplaintInQueue | GroupInQueue | WordsInQueue | ReplyInQueue;

/** Everything that waits for this moderator: complaints, then groups, words by age, replies. */
export interface Queue {
  readonly items: readonly QueueItem[];
}

/** What a moderator did. It never holds what people wrote. */
export interface AuditLine {
  /** From 1. */
  readonly line: number;
  /** ISO 8601. */
  readonly at: string;
  /** A moderator's id and name at that time, or `system`. */
  readonly by: string;
  readonly action: string;
  /** What it was done to: the id of an item, a space, a moderator. */
  readonly subject?: string;
  readonly reason?: WithholdReason;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  readonly whole: boolean;
  readonly brokenAt?: number;
}
