/**
 * What an evaluation is: the questions in order, how each may be answered, and what is sent.
 *
 * Everything can be left out. There is no number, no star, and nothing that says who wrote it.
 */
import {wordsProblem} from './evaluation-words.js';
import type {ContentTopic} from './evaluation-words.js';
import {isOneOf, roles, stageAnswers} from './first-terms.js';
import type {Role, StageAnswer} from './vocabularies.js';

/** Versions of the form that are taken, oldest first. A question never changes its meaning under the same version. */
export const formVersions = ['1', '2'] as const;
export type FormVersion = (typeof formVersions)[number];

/** The form that the questions below make up. Version 1 asked the same and had no room for words. */
export const formVersion = '2';

/** The usual answers. The last two say nothing about the space, and are not counted. */
export const usualAnswers = ['yes-mostly', 'partly', 'no-not-really', 'does-not-apply', 'rather-not-say'] as const;
export type UsualAnswer = (typeof usualAnswers)[number];

/** Answers to the two questions about force, which "mostly" and "partly" would belittle. */
export const forceAnswers = ['yes', 'no', 'not-sure', 'rather-not-say'] as const;
export type ForceAnswer = (typeof forceAnswers)[number];

export type EvaluationAnswer = UsualAnswer | ForceAnswer;

/** How a question is answered. `stages`: by choosing stages of the roadmap, sent beside the answers. */
export type Scale = 'usual' | 'force' | 'stages';

/** The parts of the form, in the order asked. Each stands for one principle. */
export const evaluationParts = [
  'time',
  'space',
  'compassion',
  'safety',
  'trust',
  'choice',
  'together',
  'power',
  'identity',
  'meaning',
  'stage',
] as const;
export type EvaluationPart = (typeof evaluationParts)[number];

export interface EvaluationQuestion {
  /** Id of the question's words in `content/evaluation.md`, without `evaluation.q.`. */
  readonly id: string;
  readonly part: EvaluationPart;
  readonly scale: Scale;
  /** Asked of one role alone. */
  readonly only?: Role;
}

/** Every question, in the order asked. */
export const evaluationQuestions = [
  {id: 'time.heard', part: 'time', scale: 'usual'},
  {id: 'time.told-when', part: 'time', scale: 'usual'},
  {id: 'time.came', part: 'time', scale: 'usual'},
  {id: 'time.come-back', part: 'time', scale: 'usual'},
  {id: 'space.get-in', part: 'space', scale: 'usual'},
  {id: 'space.calm', part: 'space', scale: 'usual'},
  {id: 'space.private', part: 'space', scale: 'usual'},
  {id: 'compassion.kind', part: 'compassion', scale: 'usual'},
  {id: 'compassion.judged', part: 'compassion', scale: 'usual'},
  {id: 'safety.safe', part: 'safety', scale: 'usual'},
  {id: 'safety.held', part: 'safety', scale: 'force'},
  {id: 'safety.police', part: 'safety', scale: 'force'},
  {id: 'trust.did', part: 'trust', scale: 'usual'},
  {id: 'trust.told', part: 'trust', scale: 'usual'},
  {id: 'choice.real', part: 'choice', scale: 'usual'},
  {id: 'choice.leave', part: 'choice', scale: 'usual'},
  {id: 'together.decided', part: 'together', scale: 'usual'},
  {id: 'together.peers', part: 'together', scale: 'usual'},
  {id: 'power.able', part: 'power', scale: 'usual'},
  {id: 'identity.respect', part: 'identity', scale: 'usual'},
  {id: 'meaning.own', part: 'meaning', scale: 'usual'},
  {id: 'stage.where', part: 'stage', scale: 'stages'},
  {id: 'stage.where-me', part: 'stage', scale: 'stages', only: 'holder'},
  {id: 'stage.fit', part: 'stage', scale: 'usual'},
] as const satisfies readonly EvaluationQuestion[];

/** Id of any question, those answered by stages included. */
export type QuestionId = (typeof evaluationQuestions)[number]['id'];
/** Id of a question that is answered in `answers`. */
export type AnsweredQuestionId = Exclude<QuestionId, 'stage.where' | 'stage.where-me'>;

/** A meteorological season. Winter is December to February, under the year of its February. */
export const seasons = ['winter', 'spring', 'summer', 'autumn'] as const;
export type Season = (typeof seasons)[number];

/** Said in place of a season. */
export const seasonAlternatives = ['still-going', 'longer-ago', 'rather-not-say'] as const;
export type SeasonAlternative = (typeof seasonAlternatives)[number];

export interface SeasonOfYear {
  readonly season: Season;
  readonly year: number;
}

/** What is sent about one space. Whatever the person skipped is missing. */
export interface EvaluationSubmission {
  readonly formVersion: FormVersion;
  /** Id of the space, as its directory gives it. */
  readonly serviceId: string;
  readonly role: Role;
  /** When the person went. A season is enough: an exact date could show who wrote. */
  readonly season?: SeasonOfYear | SeasonAlternative;
  readonly answers: Readonly<Partial<Record<AnsweredQuestionId, EvaluationAnswer>>>;
  /** Where the experiencer was, whoever answers. */
  readonly stages: readonly StageAnswer[];
  /** Where the holder was, where a holder answers. */
  readonly holderStages?: readonly StageAnswer[];
  /** What the person wants to say, as `tidyWords` leaves it. Nobody sees it before a moderator has. */
  readonly words?: string;
  /** The writer asks that the words stay closed until somebody opens them. What they are about may be left out. */
  readonly contentNote?: readonly ContentTopic[];
  /**
   * A way to reach the writer, encrypted on the device to the moderators' public key, in base64url. Only with words, and
   * only where the directory offers it.
   */
  readonly sealedContact?: string;
  /** Explicit consent. Without it there is no submission. */
  readonly consent: true;
}

/**
 * What is sent: the submission, and what the directory gave out at `/held/evaluations/challenge` with the work that was
 * asked for. Neither says who sends, and neither is kept with the answers.
 */
export interface EvaluationRequest extends EvaluationSubmission {
  readonly token?: string;
  readonly proof?: ProofOfWork;
}

/** The answer to a challenge, in the form of ALTCHA 2. https://altcha.org/docs/v2 */
export interface ProofOfWork {
  readonly counter: number;
  /** In hexadecimal digits. */
  readonly derivedKey: string;
}

/** What was wrong, in words for developers. No value of the submission is ever in it. */
export interface SubmissionProblem {
  readonly ok: false;
  /** JSON pointer (RFC 6901) to the field; empty for the whole. */
  readonly pointer: string;
  /** What it must be, to follow "must be". */
  readonly expected: string;
  /** Which problem document says it: a slug of the directory's `/held/problems/`. */
  readonly problem: 'bad-field' | 'unknown-field' | 'unknown-question' | 'form-version' | 'consent-missing';
}

export type SubmissionCheck = {readonly ok: true; readonly submission: EvaluationSubmission} | SubmissionProblem;

const firstFields = [
  'formVersion',
  'serviceId',
  'role',
  'season',
  'answers',
  'stages',
  'holderStages',
  'consent',
] as const;
const fields: Readonly<Record<FormVersion, readonly string[]>> = {
  '1': firstFields,
  '2': [...firstFields, 'words', 'contentNote', 'sealedContact'],
};
const earliestYear = 2000;
const latestYear = 2100;
const longestId = 100;
const longestName = 60;

/** The answers that a question takes; none for an unknown question or one that is answered by stages. */
export function answersFor(questionId: string): readonly EvaluationAnswer[] {
  const scale = evaluationQuestions.find(question => question.id === questionId)?.scale;
  return scale === 'usual' ? usualAnswers : scale === 'force' ? forceAnswers : [];
}

/**
 * Checks what somebody wants to send. Stops at the first thing that is wrong. What it returns holds the known fields
 * and nothing else.
 */
export function checkSubmission(value: unknown): SubmissionCheck {
  if (!isRecord(value)) return bad('', 'a JSON object');
  const version = value['formVersion'];
  if (!isOneOf(formVersions, version)) {
    return {ok: false, pointer: '/formVersion', expected: oneOf(formVersions), problem: 'form-version'};
  }
  for (const name of Object.keys(value)) {
    if (!fields[version].includes(name)) {
      return {ok: false, pointer: pointerTo(name), expected: 'left out', problem: 'unknown-field'};
    }
  }
  if (value['consent'] !== true) {
    return {ok: false, pointer: '/consent', expected: 'true', problem: 'consent-missing'};
  }
  const {serviceId, role, season, answers, stages, holderStages, words, contentNote, sealedContact} = value;
  if (typeof serviceId !== 'string' || serviceId === '' || serviceId.length > longestId) {
    return bad('/serviceId', 'the id of a service');
  }
  if (!isOneOf(roles, role)) return bad('/role', oneOf(roles));
  const problem = seasonProblem(season) ?? answersProblem(answers) ?? stagesProblem('/stages', stages);
  if (problem) return problem;
  if (holderStages !== undefined) {
    if (role !== 'holder') return bad('/holderStages', 'left out unless "role" is "holder"');
    const holderProblem = stagesProblem('/holderStages', holderStages);
    if (holderProblem) return holderProblem;
  }
  const wordsTrouble = wordsProblem({words, contentNote, sealedContact});
  if (wordsTrouble) return bad(wordsTrouble.pointer, wordsTrouble.expected);
  const submission: EvaluationSubmission = {
    formVersion: version,
    serviceId,
    role,
    ...(season === undefined ? {} : {season: season as SeasonOfYear | SeasonAlternative}),
    answers: answers as EvaluationSubmission['answers'],
    stages: stages as readonly StageAnswer[],
    ...(holderStages === undefined ? {} : {holderStages: holderStages as readonly StageAnswer[]}),
    ...(words === undefined ? {} : {words: words as string}),
    ...(contentNote === undefined ? {} : {contentNote: contentNote as readonly ContentTopic[]}),
    ...(sealedContact === undefined ? {} : {sealedContact: sealedContact as string}),
    consent: true,
  };
  return isEmpty(submission) ? bad('/answers', 'an object with one answer or more') : {ok: true, submission};
}

/** Whether nothing was answered. Such an evaluation is not taken: it would count as a visit and say nothing. */
export function isEmpty(
  submission: Pick<EvaluationSubmission, 'answers' | 'stages' | 'holderStages' | 'words'>,
): boolean {
  const {answers, stages, holderStages = [], words = ''} = submission;
  return Object.keys(answers).length + stages.length + holderStages.length + words.length === 0;
}

function seasonProblem(season: unknown): SubmissionProblem | undefined {
  if (season === undefined || isOneOf(seasonAlternatives, season)) return undefined;
  if (!isRecord(season)) return bad('/season', `${oneOf(seasonAlternatives)}, or an object of season and year`);
  const unknown = Object.keys(season).find(name => name !== 'season' && name !== 'year');
  if (unknown !== undefined) {
    return {ok: false, pointer: `/season${pointerTo(unknown)}`, expected: 'left out', problem: 'unknown-field'};
  }
  if (!isOneOf(seasons, season['season'])) return bad('/season/season', oneOf(seasons));
  const year = season['year'];
  return Number.isInteger(year) && Number(year) >= earliestYear && Number(year) <= latestYear
    ? undefined
    : bad('/season/year', `a whole number from ${earliestYear} to ${latestYear}`);
}

function answersProblem(answers: unknown): SubmissionProblem | undefined {
  if (!isRecord(answers)) return bad('/answers', 'an object of question ids and answers');
  for (const [questionId, answer] of Object.entries(answers)) {
    const pointer = `/answers${pointerTo(questionId)}`;
    const allowed = answersFor(questionId);
    if (allowed.length === 0) {
      return {ok: false, pointer, expected: 'a question that this form asks', problem: 'unknown-question'};
    }
    if (!isOneOf(allowed, answer)) return bad(pointer, oneOf(allowed));
  }
  return undefined;
}

function stagesProblem(pointer: string, value: unknown): SubmissionProblem | undefined {
  if (!Array.isArray(value)) return bad(pointer, 'a list of stage ids, empty where none was given');
  const list: readonly unknown[] = value;
  for (const [index, stage] of list.entries()) {
    if (!isOneOf(stageAnswers, stage)) return bad(`${pointer}/${index}`, oneOf(stageAnswers));
    if (list.indexOf(stage) !== index) return bad(`${pointer}/${index}`, 'named once');
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(pointer: string, expected: string): SubmissionProblem {
  return {ok: false, pointer, expected, problem: 'bad-field'};
}

/** One step of a JSON pointer. The name came from outside, so a long one is cut. */
function pointerTo(name: string): string {
  const short = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return `/${short.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function oneOf(list: readonly string[]): string {
  return `one of ${list.join(', ')}`;
}
