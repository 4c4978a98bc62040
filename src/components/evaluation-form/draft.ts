import {
  evaluationParts,
  evaluationQuestions,
  formVersion,
  isEmpty,
  type AnsweredQuestionId,
  type EvaluationAnswer,
  type EvaluationPart,
  type EvaluationQuestion,
  type EvaluationSubmission,
  type QuestionId,
  type SeasonAlternative,
  type SeasonOfYear,
} from '@held-spaces/domain/evaluation';
import {lettersOf, longestWords, tidyWords, type ContentTopic} from '@held-spaces/domain/evaluation-words';
import type {Role, StageAnswer} from '@held-spaces/domain/vocabularies';

/** The parts that are counted: the principles, when it was, and what the person wants to say. */
export const parts = [...evaluationParts, 'when', 'words'] as const;
export type Part = EvaluationPart | 'when' | 'words';

/** Where the person is in the form. With everything on one page, `start` is that page. */
export type Step = 'start' | Part | 'preview' | 'sent';

/** The parts of a form for a directory that takes words, or takes ticks alone. */
export const partsWith = (words: boolean): readonly Part[] => parts.filter(part => words || part !== 'words');

/** The next step, or the one before, through these parts; it stays within the form. */
export function stepFrom(step: Step, by: 1 | -1, through: readonly Part[]): Step {
  const steps: readonly Step[] = ['start', ...through, 'preview'];
  return steps[Math.min(Math.max(steps.indexOf(step) + by, 0), steps.length - 1)] ?? 'start';
}

export type SeasonChoice = SeasonOfYear | SeasonAlternative;

/** Id of a question, as its type says it; `Question` is one of `evaluationQuestions`. */
export type Question = EvaluationQuestion & {readonly id: QuestionId};

/** The two questions that are answered by stages, and where their answers are kept and sent. */
export const stageLists = {'stage.where': 'stages', 'stage.where-me': 'holderStages'} as const;
export type StageQuestionId = keyof typeof stageLists;

/** What the person has answered so far. It lives in memory and nowhere else. */
export interface Draft {
  /** The space it is about, fixed by the first answer: an answer never moves to another space. */
  readonly space?: {readonly id: string; readonly name: string};
  readonly role?: Role;
  /** An answer that was cleared is `undefined`. */
  readonly answers: Readonly<Partial<Record<AnsweredQuestionId, EvaluationAnswer | undefined>>>;
  /** Missing until the person chose some, or went on past those that the stage selector filled in. */
  readonly stages?: readonly StageAnswer[];
  readonly holderStages?: readonly StageAnswer[];
  readonly season?: SeasonChoice;
  /** As they stand in the field. */
  readonly words?: string;
  /** Others should be warned before they read the words. */
  readonly isNoted?: boolean;
  readonly topics?: readonly ContentTopic[];
  /** A way to reach the writer. It leaves the page only sealed. */
  readonly contact?: string;
}

export const emptyDraft: Draft = {answers: {}};

/** The questions of a part that are asked of a role, in order. */
export const questionsOf = (part: Part, role: Role): readonly Question[] =>
  (evaluationQuestions as readonly Question[]).filter(
    question => question.part === part && (!question.only || question.only === role),
  );

/** The draft with a question answered, or with its answer cleared. */
export const answered = (draft: Draft, id: AnsweredQuestionId, answer?: EvaluationAnswer): Draft => ({
  ...draft,
  answers: {...draft.answers, [id]: answer},
});

/** The list with a stage or a topic added, or taken out if it was there. */
export const toggled = <T extends StageAnswer | ContentTopic>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter(other => other !== one) : [...list, one];

/** Controls, marks that turn the direction of writing, halves of characters. */
const unreadable = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** The words as they will be sent: what a paste brings with it and nobody sees is left out. */
export const wordsOf = ({words = ''}: Draft) => tidyWords(words.replace(unreadable, ''));

/** Letters that there is still room for; under nothing where there are too many. */
export const roomLeft = (draft: Draft) => longestWords - lettersOf(wordsOf(draft));

/**
 * What the draft comes to when it is sent: what was skipped is left out, and so is what only the other role is asked.
 *
 * @param sealedContact The contact as nobody but the moderators can read it.
 */
export function submissionOf(
  draft: Draft,
  role: Role,
  serviceId: string,
  sealedContact?: string,
): EvaluationSubmission {
  const {stages = [], holderStages, season, isNoted, topics = []} = draft;
  const words = wordsOf(draft);
  // In the order asked, so that the same answers are the same body, whatever was changed and changed back.
  const answers = Object.fromEntries(
    evaluationQuestions.flatMap(({id}) => {
      const answer = isStageQuestion(id) ? undefined : draft.answers[id];
      return answer ? [[id, answer]] : [];
    }),
  );
  return {
    formVersion,
    serviceId,
    role,
    ...(season && {season}),
    answers,
    stages,
    ...(role === 'holder' && holderStages && {holderStages}),
    ...(words && {words}),
    ...(words && isNoted && {contentNote: topics}),
    ...(words && sealedContact && {sealedContact}),
    consent: true,
  };
}

/** Whether no question is answered. A season alone says nothing of the space. */
export const isUnanswered = (draft: Draft, role: Role) => isEmpty(submissionOf(draft, role, ''));

/** Whether a question that this role is asked has no answer. */
export const hasSkipped = (draft: Draft, role: Role) =>
  !draft.season ||
  parts.some(part =>
    questionsOf(part, role).some(({id}) =>
      isStageQuestion(id) ? !draft[stageLists[id]]?.length : !draft.answers[id as AnsweredQuestionId],
    ),
  );

export const isStageQuestion = (id: string): id is StageQuestionId => id in stageLists;
