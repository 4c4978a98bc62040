/** What people who were at one stage said of the kinds of space, added up from what is published of each space. */
import type {AnswerCounts, EvaluationBrief} from './evaluation-summary.js';
import type {Kind, Stage} from './vocabularies.js';

/** What is needed of a space: a `SpaceCard` will do. */
export interface EvaluatedSpace {
  readonly kinds: readonly Kind[];
  readonly evaluations?: EvaluationBrief | undefined;
}

/** Whether spaces of a kind were good for people at a stage. Each space in it is published by itself, with five people or more. */
export interface KindFit extends AnswerCounts {
  readonly kind: Kind;
  /** How many spaces the counts are of. */
  readonly spaces: number;
}

/** Counts for each of the `kinds`, in their order, which is no ranking. A kind of which nothing is published is missing. */
export function stageFit(spaces: readonly EvaluatedSpace[], stage: Stage, kinds: readonly Kind[]): readonly KindFit[] {
  return kinds.flatMap(kind => {
    const counts = spaces.flatMap(space => (space.kinds.includes(kind) && space.evaluations?.fit?.[stage]) || []);
    const sum = (answer: keyof AnswerCounts) => counts.reduce((all, one) => all + one[answer], 0);
    return counts.length
      ? [{kind, spaces: counts.length, yes: sum('yes'), partly: sum('partly'), no: sum('no'), total: sum('total')}]
      : [];
  });
}
