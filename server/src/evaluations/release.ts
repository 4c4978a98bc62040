/**
 * Which answers the published counts are made of, batch by batch, so that no fewer than five people's can ever be told
 * apart. `docs/what-is-published.md` has the rules in words and the reasoning; a test plays the attacker.
 */
import {evaluationQuestions} from '@held-spaces/domain/evaluation';
import type {
  AnsweredQuestionId,
  EvaluationAnswer,
  SeasonAlternative,
  SeasonOfYear,
} from '@held-spaces/domain/evaluation';
import {leastPeople} from '@held-spaces/domain/evaluation-summary';
import type {AnswerCounts} from '@held-spaces/domain/evaluation-summary';
import {isOneOf, roles, stages} from '@held-spaces/domain/vocabularies';
import type {Role, Stage, StageAnswer} from '@held-spaces/domain/vocabularies';

/** What is counted: how a question was answered, or just that somebody answered anything. */
export type CellId = AnsweredQuestionId | 'people';

/**
 * Where one answer is counted: with all (`in`), with all and with those who chose one stage (that stage), or nowhere for
 * a while because somebody else took theirs back (`resting`). Missing: it waits for its first batch.
 */
export type CountedAs = 'in' | 'resting' | Stage;
export type Counted = Readonly<Partial<Record<CellId, CountedAs>>>;

/** As much of an evaluation as counting needs. */
export interface Countable {
  readonly id: string;
  readonly role: Role;
  readonly season?: SeasonOfYear | SeasonAlternative;
  readonly answers: Readonly<Partial<Record<AnsweredQuestionId, EvaluationAnswer>>>;
  readonly stages: readonly StageAnswer[];
  readonly counted: Counted;
}

const categories = ['yes', 'partly', 'no'] as const;
type Category = (typeof categories)[number];

/** The published counts of one cell, and what has to be known to change them safely. */
export interface Cell {
  /** None, or five people or more. */
  readonly counts: AnswerCounts;
  readonly stages: Readonly<Partial<Record<Stage, AnswerCounts>>>;
  /**
   * While answers rest: what the counts have to reach with them and with new ones before they may come back. It is what was
   * published before, and what came in since, with a little added by chance, so that not even the store tells what was
   * taken back.
   */
  readonly atLeast?: Readonly<Record<Category, number>>;
}

export interface RoleRelease {
  readonly cells: Readonly<Partial<Record<CellId, Cell>>>;
  readonly seasons?: {readonly first: SeasonOfYear; readonly last: SeasonOfYear};
}
export type SpaceRelease = Readonly<Partial<Record<Role, RoleRelease>>>;

export interface Released {
  readonly release: SpaceRelease;
  /** Evaluations whose answers are counted otherwise than before, by id. */
  readonly counted: ReadonlyMap<string, Counted>;
  readonly changed: boolean;
}

interface Answer {
  readonly row: Countable;
  readonly category: Category;
  readonly as: CountedAs | undefined;
}
interface Step {
  readonly cell: Cell;
  readonly moved: readonly (readonly [Answer, CountedAs])[];
}

const none: AnswerCounts = {yes: 0, partly: 0, no: 0, total: 0};
const emptyCell: Cell = {counts: none, stages: {}};
/** Added by chance to what has to be reached, at most. */
const mostAdded = 2;
const cellIds: readonly CellId[] = [
  'people',
  ...evaluationQuestions.filter(({scale}) => scale !== 'stages').map(({id}) => id as AnsweredQuestionId),
];

/** Which of the three an answer counts as; nothing for those that say nothing of the space. */
export function categoryOf(answer: EvaluationAnswer | undefined): Category | undefined {
  if (answer === 'yes-mostly' || answer === 'yes') return 'yes';
  if (answer === 'partly' || answer === 'not-sure') return 'partly';
  return answer === 'no-not-really' || answer === 'no' ? 'no' : undefined;
}

/**
 * Takes one batch's step for a space.
 *
 * @param rows The evaluations that may be counted.
 * @param before What was published last.
 * @param random From 0 up to 1: whose answers rest is left to chance, so that it says nothing.
 */
export function releaseSpace(
  rows: readonly Countable[],
  before: SpaceRelease = {},
  random: () => number = secureRandom,
): Released {
  const counted = new Map<string, Record<string, CountedAs>>();
  const release: Partial<Record<Role, RoleRelease>> = {};
  for (const role of roles) {
    const own = rows.filter(row => row.role === role);
    const cells: Partial<Record<CellId, Cell>> = {};
    for (const id of cellIds) {
      const last = before[role]?.cells[id];
      const answers = answersTo(id, own);
      if (!last && answers.length === 0) continue;
      const {cell, moved} = stepOf(answers, last ?? emptyCell, id !== 'people', random);
      cells[id] = cell;
      for (const [{row}, as] of moved) {
        const marks = counted.get(row.id) ?? {...row.counted};
        marks[id] = as;
        counted.set(row.id, marks);
      }
    }
    const inPeople = own.filter(row => isCounted((counted.get(row.id) ?? row.counted).people));
    const seasons = (cells.people?.counts.total ?? 0) > 0 ? seasonsOf(inPeople) : undefined;
    if (Object.keys(cells).length > 0) release[role] = {cells, ...(seasons && {seasons})};
  }
  return {release, counted, changed: JSON.stringify(release) !== JSON.stringify(before)};
}

function answersTo(id: CellId, rows: readonly Countable[]): readonly Answer[] {
  return rows.flatMap(row => {
    const category = id === 'people' ? 'yes' : categoryOf(row.answers[id]);
    return category ? [{row, category, as: row.counted[id]}] : [];
  });
}

/**
 * One kind of change in a step: answers leave together with what was taken back, or come back, or come in. Each time
 * five or more of them, or nothing happens.
 */
function stepOf(answers: readonly Answer[], last: Cell, splits: boolean, random: () => number): Step {
  const inside = answers.filter(({as}) => isCounted(as));
  const resting = answers.filter(({as}) => as === 'resting');
  const fresh = answers.filter(({as}) => as === undefined);
  if (inside.length < last.counts.total) return leave(inside, last, random);
  const {atLeast, ...settled} = last;
  if (resting.length === 0 || !atLeast) return comeIn(fresh, settled, splits);
  // Once they are back, the new answers less those taken back are known. Where that is not below nothing for any answer,
  // whoever left may have given any: then one more of the new ones did.
  const all = countOf([...inside, ...resting, ...fresh]);
  const fits = fresh.length >= leastPeople && categories.every(name => all[name] >= atLeast[name]);
  if (!fits) return comeIn(fresh, last, splits);
  const back = [...resting, ...fresh];
  return {
    cell: {...settled, counts: addCounts(last.counts, countOf(back))},
    moved: back.map(answer => [answer, 'in']),
  };
}

/**
 * Takes out what was taken back, and others with it, drawn by chance, so that five leave or more: of those who were counted
 * as of the same stage, or as of none. Among those who leave is every kind of answer that was counted there, so each may
 * be the one that was taken back; how many leave depends only on what everybody could see. The others rest.
 */
function leave(inside: readonly Answer[], last: Cell, random: () => number): Step {
  const stays: Answer[] = [];
  const companions: Answer[] = [];
  const split: Partial<Record<Stage, AnswerCounts>> = {};
  for (const block of ['in', ...stages] as const) {
    const before = block === 'in' ? poolOf(last) : (last.stages[block] ?? none);
    const stay = shuffled(
      inside.filter(({as}) => as === block),
      random,
    );
    if (stay.length < before.total) companions.push(...restingOf(stay, before));
    stays.push(...stay);
    if (block !== 'in' && stay.length > 0) split[block] = countOf(stay);
  }
  const added = (name: Category) => last.counts[name] + Math.floor(random() * (mostAdded + 1));
  const atLeast = last.atLeast ?? {yes: added('yes'), partly: added('partly'), no: added('no')};
  return {
    cell: {counts: countOf(stays), stages: split, atLeast},
    moved: companions.map(answer => [answer, 'resting']),
  };
}

/** Draws from those who stay the ones that rest. All of them, where fewer than five would stay. */
function restingOf(stay: Answer[], before: AnswerCounts): readonly Answer[] {
  const kinds = categories.filter(name => before[name] > 0);
  const size = Math.max(leastPeople - (before.total - stay.length), kinds.length);
  const here = countOf(stay);
  const resting: Answer[] = [];
  for (const name of kinds) {
    const found = before[name] > here[name] ? -1 : stay.findIndex(({category}) => category === name);
    if (found >= 0) resting.push(...stay.splice(found, 1));
  }
  resting.push(...stay.splice(0, size - resting.length));
  return stay.length < leastPeople ? [...resting, ...stay.splice(0)] : resting;
}

/** The counts of those who are in no split. */
function poolOf({counts, stages: split}: Cell): AnswerCounts {
  const all = Object.values(split).reduce(addCounts, none);
  return {
    yes: counts.yes - all.yes,
    partly: counts.partly - all.partly,
    no: counts.no - all.no,
    total: counts.total - all.total,
  };
}

/** Counts new answers: of each stage where five or more chose it alone, and all others together where they are five. */
function comeIn(fresh: readonly Answer[], last: Cell, splits: boolean): Step {
  const moved: (readonly [Answer, CountedAs])[] = [];
  const split: Partial<Record<Stage, AnswerCounts>> = {...last.stages};
  const pool: Answer[] = [];
  for (const stage of [...stages, undefined]) {
    const own = fresh.filter(({row}) => onlyStage(row) === stage);
    if (stage === undefined || !splits || own.length < leastPeople) pool.push(...own);
    else {
      split[stage] = addCounts(split[stage] ?? none, countOf(own));
      moved.push(...own.map(answer => [answer, stage] as const));
    }
  }
  if (pool.length >= leastPeople) moved.push(...pool.map(answer => [answer, 'in'] as const));
  const block = countOf(moved.map(([answer]) => answer));
  const {atLeast} = last;
  return {
    cell: {
      ...last,
      counts: addCounts(last.counts, block),
      stages: split,
      ...(atLeast && {
        atLeast: {yes: atLeast.yes + block.yes, partly: atLeast.partly + block.partly, no: atLeast.no + block.no},
      }),
    },
    moved,
  };
}

const isCounted = (as: CountedAs | undefined): boolean => as !== undefined && as !== 'resting';

/** The stage of whoever chose one and no other. Where several are true, a split would count a person twice. */
function onlyStage({stages: chosen}: Countable): Stage | undefined {
  const [stage] = chosen;
  return chosen.length === 1 && isOneOf(stages, stage) ? stage : undefined;
}

function countOf(answers: readonly Pick<Answer, 'category'>[]): AnswerCounts {
  const counts = {yes: 0, partly: 0, no: 0, total: answers.length};
  for (const {category} of answers) counts[category]++;
  return counts;
}

export const addCounts = (a: AnswerCounts, b: AnswerCounts): AnswerCounts => ({
  yes: a.yes + b.yes,
  partly: a.partly + b.partly,
  no: a.no + b.no,
  total: a.total + b.total,
});

const seasonOrder = {winter: 0, spring: 1, summer: 2, autumn: 3} as const;

/** Where a season stands among all of them. */
export const orderOf = ({season, year}: SeasonOfYear) => year * 4 + seasonOrder[season];

/** The fifth season from either end, so that neither is one person's. */
function seasonsOf(rows: readonly Countable[]): RoleRelease['seasons'] {
  const sorted = rows
    .flatMap(({season}) => (typeof season === 'object' ? [season] : []))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const first = sorted.at(leastPeople - 1);
  const last = sorted.at(-leastPeople);
  if (!first || !last) return undefined;
  return orderOf(first) <= orderOf(last) ? {first, last} : {first: last, last: first};
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

/** Not to be foretold by whoever knows what came before. */
function secureRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
