/** What is published of a space, put together from its counts and from the words that moderators let through. */
import type {AnsweredQuestionId} from '@held-spaces/domain/evaluation';
import type {EvaluationSummary, QuestionCounts, Quote, RoleSummary} from '@held-spaces/domain/evaluation-summary';
import {shownParts, withholdReasons} from '@held-spaces/domain/moderation';
import type {WithholdReason} from '@held-spaces/domain/moderation';
import {roles, stages} from '@held-spaces/domain/vocabularies';
import type {Role, Stage} from '@held-spaces/domain/vocabularies';
import type {DeskWork, KeptEvaluation, PublishedCounts} from '../store/desk-store.js';
import type {Merge} from '../store/merges.js';
import {shownAs, together} from './merged-counts.js';
import type {CellId, RoleRelease} from './release.js';

/** States of words that say something to the public. */
const settled = ['accepted', 'redacted', 'withheld', 'taken-down'] as const;

/**
 * The summaries of all spaces that have one, by id.
 *
 * @param merges Those in effect: what was said of the other space is said of the one that is kept.
 */
export async function readSummaries(
  desk: Pick<DeskWork, 'records' | 'evaluations'>,
  merges: readonly Merge[],
): Promise<ReadonlyMap<string, EvaluationSummary>> {
  const counts = await desk.records('counts');
  if (counts.length === 0) return new Map();
  const words = new Map<string, KeptEvaluation[]>();
  const shown = shownAs(merges);
  for (const row of await desk.evaluations({wordsStates: settled})) {
    const id = shown(row.serviceId);
    words.set(id, [...(words.get(id) ?? []), row]);
  }
  const all = new Map<string, PublishedCounts>();
  // The kept space first, so that its own reply stands.
  for (const [id, published] of [...counts].sort(([a], [b]) => Number(shown(a) !== a) - Number(shown(b) !== b))) {
    const own = all.get(shown(id));
    all.set(shown(id), own ? together(own, published) : published);
  }
  const summaries = new Map<string, EvaluationSummary>();
  for (const [serviceId, published] of all) {
    const summary = summaryOf(published, words.get(serviceId) ?? []);
    if (summary) summaries.set(serviceId, summary);
  }
  return summaries;
}

/** Nothing where five people's answers are not in. */
export function summaryOf(
  {counted, release, reply, changed}: PublishedCounts,
  words: readonly KeptEvaluation[],
): EvaluationSummary | undefined {
  const own: Partial<Record<Role, RoleSummary>> = {};
  for (const role of roles) {
    const summary = release[role] && roleSummary(release[role]);
    if (summary) own[role] = summary;
  }
  if (Object.keys(own).length === 0) return undefined;
  return {
    counted,
    roles: own,
    quotes: words.flatMap(quoteOf),
    withheld: withheldOf(words),
    ...(reply && {reply}),
    ...(changed && {changed}),
  };
}

function roleSummary({cells, seasons}: RoleRelease): RoleSummary | undefined {
  const people = cells.people?.counts.total ?? 0;
  if (people === 0) return undefined;
  const questions: Record<string, QuestionCounts[AnsweredQuestionId]> = {};
  const byStage: Partial<Record<Stage, Record<string, QuestionCounts[AnsweredQuestionId]>>> = {};
  for (const [id, cell] of Object.entries(cells) as [CellId, NonNullable<RoleRelease['cells'][CellId]>][]) {
    if (id === 'people' || cell.counts.total === 0) continue;
    questions[id] = cell.counts;
    for (const stage of stages) {
      const counts = cell.stages[stage];
      if (counts) byStage[stage] = {...byStage[stage], [id]: counts};
    }
  }
  return {people, questions, stages: byStage, ...(seasons && {seasons})};
}

/** What everybody sees of an evaluation's words; nothing while they are hidden. */
const quoteOf = (row: KeptEvaluation): readonly Quote[] => (row.state.words?.hidden ? [] : letThrough(row));

/** What was published of an evaluation's words, hidden or not. */
export function letThrough({role, season, words, contentNote, state}: KeptEvaluation): readonly Quote[] {
  const record = state.words;
  if (words === undefined || !record?.published) return [];
  const {decision} = record;
  const topics =
    contentNote || record.contentNote ? [...(contentNote ?? []), ...(record.contentNote ?? [])] : undefined;
  const shared = {
    role,
    ...(season !== undefined && {season}),
    ...(topics && {contentNote: [...new Set(topics)]}),
  };
  if (record.state === 'accepted') return [{...shared, parts: [words]}];
  if (record.state !== 'redacted' || decision?.kind !== 'redact') return [];
  return [{...shared, parts: shownParts(words, decision.leftOut), leftOut: decision.reason}];
}

function withheldOf(words: readonly KeptEvaluation[]): EvaluationSummary['withheld'] {
  const counts = new Map<WithholdReason, number>();
  for (const {state} of words) {
    const {state: standing, decision} = state.words ?? {};
    const isOut = standing === 'withheld' || standing === 'taken-down';
    const reason = isOut && decision?.kind === 'withhold' ? decision.reason : undefined;
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return withholdReasons.flatMap(reason => {
    const count = counts.get(reason);
    return count === undefined ? [] : [{reason, count}];
  });
}
