/** What the moderation desk and the directory tell each other. `docs/desk-api.md` says when. */
import type {EvaluationAnswer, SeasonAlternative, SeasonOfYear} from './evaluation.js';
import type {QuotePart} from './evaluation-summary.js';
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
  /** After how many minutes of reading they are asked whether they would like a break; 0: never. Nobody else is told. */
  readonly breakAfter: number;
}

/** What `breakAfter` may be set to. */
export const breakChoices: readonly number[] = [20, 40, 60, 0];
/** What it is until a moderator sets it. */
export const usualBreakAfter = 40;

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

/** What two moderators make of a complaint. The reason is published as a count. */
export type ComplaintDecision = {readonly kind: 'keep'} | {readonly kind: 'remove'; readonly reason: WithholdReason};

/** A complaint about words that are published. */
export interface ComplaintInQueue {
  readonly kind: 'complaint';
  readonly id: string;
  readonly version: number;
  readonly serviceId: string;
  readonly serviceName: string;
  /** ISO 8601. */
  readonly received: string;
  /** When 48 hours are over, weekends and the bank holidays that the operator named left out: ISO 8601. */
  readonly due: string;
  /** A private address may be showing: it comes before all else. */
  readonly address: boolean;
  /** Whether the words are hidden while somebody looks. */
  readonly hidden: boolean;
  /** Whether their writer has taken the words back, so that nothing is left to decide. */
  readonly gone: boolean;
  readonly contentNote?: readonly ContentTopic[];
  readonly needs: Needs;
}

/** What a complaint says, and the words that it is about. */
export interface DeskComplaint extends ComplaintInQueue {
  /** Who complains, and how to reach them. */
  readonly from: string;
  /** The complainant's own words. */
  readonly says: string;
  /** The words as everybody sees or saw them. Missing where they are gone. */
  readonly quote?: ShownWords;
  readonly proposed?: ComplaintDecision & {readonly by: string};
  /** Missing where the writer left no sealed way to reach them. `by`: who agreed to open it, two at most. */
  readonly sealed?: {readonly by: readonly string[]; readonly contact?: string};
}

/** Words that are published, hidden ones too. */
export interface ShownWords {
  /** The evaluation's. */
  readonly id: string;
  readonly parts: readonly QuotePart[];
  readonly role: Role;
  readonly season?: SeasonOfYear | SeasonAlternative;
  readonly contentNote?: readonly ContentTopic[];
  readonly hidden: boolean;
}

/** What a space wrote, one for all that people said, or what it says it changed. */
export const replyKinds = ['reply', 'changed'] as const;
export type ReplyKind = (typeof replyKinds)[number];

export interface ReplyInQueue {
  readonly kind: 'reply';
  readonly id: string;
  readonly says: ReplyKind;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly text: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** `sent-back`: somebody has to tell the space why. */
  readonly state: 'waiting' | 'sent-back';
  /** Why it was sent back. */
  readonly note?: string;
  readonly needs: Needs;
}

/** Everything of a space that moderators let through. */
export interface ShownOfSpace {
  readonly words: readonly ShownWords[];
  readonly replies: readonly {
    readonly id: string;
    readonly says: ReplyKind;
    readonly text: string;
    readonly month: string;
  }[];
}

/** When the next batch goes out, and what the last one did. */
export interface BatchPage {
  /** `YYYY-MM-DD`. */
  readonly next: string;
  readonly last?: {
    readonly day: string;
    /** Spaces with new numbers. */
    readonly spaces: number;
    /** Words that were shown for the first time. */
    readonly words: number;
    /** Questions, by space and role, that were answered and are not shown because too few answered. */
    readonly hidden: number;
  };
}

/** Who moderates, as a lead sees it. */
export interface ModeratorRow extends DeskModerator {
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

export type QueueItem = ComplaintInQueue | GroupInQueue | WordsInQueue | ReplyInQueue;

/** Everything that waits for this moderator: complaints by when they are due, groups, words by age, replies. */
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
