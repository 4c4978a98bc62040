/**
 * What is published of a space's evaluations: counts from five people up, and words that a moderator let through.
 * `docs/what-is-published.md` says by which rules, and why nobody's answer can be read out of it.
 */
import type {AnsweredQuestionId, SeasonAlternative, SeasonOfYear} from './evaluation.js';
import type {ContentTopic} from './evaluation-words.js';
import type {WithholdReason} from './moderation.js';
import {stages} from './first-terms.js';
import type {Role, Stage} from './vocabularies.js';

/** Fewer than this many people are never counted, added or set apart. */
export const leastPeople = 5;

/**
 * How a question was answered. For the two questions about force, `yes` and `no` are just that and `partly` is "not sure".
 * "Does not apply", "rather not say" and blanks are in none of them. `total` is the sum of the three, five or more.
 */
export interface AnswerCounts {
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly total: number;
}

/** Counts by question. A question that too few answered is missing. */
export type QuestionCounts = Readonly<Partial<Record<AnsweredQuestionId, AnswerCounts>>>;

/** What people in one role said. */
export interface RoleSummary {
  /** How many people's answers are in. Not everyone answered every question. */
  readonly people: number;
  readonly questions: QuestionCounts;
  /**
   * The same for those who chose this stage and no other. Answers that came when too few had chosen the stage are in
   * `questions` only, so these need not add up.
   */
  readonly stages: Readonly<Partial<Record<Stage, QuestionCounts>>>;
  /** Seasons of the visits. The first five people and the last five are not told apart. Missing: too few said when. */
  readonly seasons?: {readonly first: SeasonOfYear; readonly last: SeasonOfYear};
}

/** Words that a moderator let through. */
export interface Quote {
  readonly role: Role;
  readonly season?: SeasonOfYear | SeasonAlternative;
  /** What is shown, in order. A gap is where a moderator left something out. */
  readonly parts: readonly QuotePart[];
  /** Why something was left out, where it was. */
  readonly leftOut?: WithholdReason;
  /** Closed until somebody opens it. Empty: nobody said what it is about. */
  readonly contentNote?: readonly ContentTopic[];
}

/** A piece of what was written, or `null` for a gap. */
export type QuotePart = string | null;

/** What the people who run a space wrote, as they wrote it. */
export interface SpaceReply {
  readonly text: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

export interface EvaluationSummary {
  /** The day on which this was counted, `YYYY-MM-DD`. */
  readonly counted: string;
  /** A role without counts is missing. */
  readonly roles: Readonly<Partial<Record<Role, RoleSummary>>>;
  readonly quotes: readonly Quote[];
  /** How many people's words are not shown, by why. */
  readonly withheld: readonly {readonly reason: WithholdReason; readonly count: number}[];
  readonly reply?: SpaceReply;
  /** What the space says it changed. */
  readonly changed?: SpaceReply;
}

/**
 * What a list needs of it, in an area file. Missing: not yet evaluated, or too few to say so; the two are not told apart.
 */
export interface EvaluationBrief {
  /** People in either role whose answers are in. */
  readonly people: number;
  /** Experiencers' counts of whether they felt heard, where there are any. */
  readonly heard?: AnswerCounts;
  /** Experiencers' counts of whether it was a good space for where they were, by stage, as in `RoleSummary.stages`. */
  readonly fit?: Readonly<Partial<Record<Stage, AnswerCounts>>>;
}

/** The short form of a summary. Nothing where no count is published. */
export function briefOf({roles}: EvaluationSummary): EvaluationBrief | undefined {
  const people = (roles.experiencer?.people ?? 0) + (roles.holder?.people ?? 0);
  if (people === 0) return undefined;
  const {questions, stages: byStage = {}} = roles.experiencer ?? {};
  const heard = questions?.['time.heard'];
  const fits = stages.flatMap(stage => {
    const fit = byStage[stage]?.['stage.fit'];
    return fit ? [[stage, fit] as const] : [];
  });
  return {people, ...(heard && {heard}), ...(fits.length && {fit: Object.fromEntries(fits)})};
}
