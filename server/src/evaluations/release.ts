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

/** A block of answers that came in together and leave together: those who chose one stage alone, or any others. */
export type BlockId = `${Stage | 'in'}/${number}`;

/**
 * The block in which one answer is counted, or `resting`: nowhere for a while, because somebody of its block took theirs
 * back. Missing: it waits for its first batch.
 */
export type CountedAs = BlockId | 'resting';
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
  /** The sum of all blocks: none, or five people or more. */
  readonly counts: AnswerCounts;
  /** The sums of the blocks of each stage. */
  readonly stages: Readonly<Partial<Record<Stage, AnswerCounts>>>;
  readonly blocks: Readonly<Record<BlockId, AnswerCounts>>;
  /** How many blocks were ever made. */
  readonly made: number;
  /**
   * While answers rest: what they have to come to, with new ones, before they may come back. It is what their blocks were,
   * with a little added by chance, so that not even the store tells what was taken back.
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
const emptyCell: Cell = {counts: none, stages: {}, blocks: {}, made: 0};
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
 * @param random From 0 up to 1: who is in a block with whom is left to chance, so that it says nothing.
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
 * One kind of change in a step: blocks leave of which somebody took theirs back, or what rests comes back, or new answers
 * come in. Every block has five people or more who were in no block before: that is why no sum or difference of what is
 * ever published sets fewer than five apart. The newest block in it brings its five.
 */
function stepOf(answers: readonly Answer[], last: Cell, splits: boolean, random: () => number): Step {
  const inside = answers.filter(({as}) => isCounted(as));
  const resting = answers.filter(({as}) => as === 'resting');
  const fresh = answers.filter(({as}) => as === undefined);
  if (inside.length < last.counts.total) return leave(inside, last, random);
  const {atLeast, ...settled} = last;
  if (resting.length === 0 || !atLeast) return comeIn(fresh, settled, splits, random);
  // Once they are back, the new answers less those taken back are known. Where that is not below nothing for any answer,
  // whoever left may have given any: then one more of the new ones did.
  const back = [...resting, ...fresh];
  const all = countOf(back);
  const fits = fresh.length >= leastPeople && categories.every(name => all[name] >= atLeast[name]);
  if (!fits) return comeIn(fresh, last, splits, random);
  return withBlocks(settled, [['in', back]]);
}

/** Takes out every block of which somebody took theirs back, whole. Whoever else was in it rests. */
function leave(inside: readonly Answer[], last: Cell, random: () => number): Step {
  const members = new Map<BlockId, Answer[]>();
  for (const answer of inside) {
    const block = answer.as as BlockId;
    members.set(block, [...(members.get(block) ?? []), answer]);
  }
  const blocks: Record<BlockId, AnswerCounts> = {};
  const atLeast = {yes: 0, partly: 0, no: 0, ...last.atLeast};
  const moved: (readonly [Answer, CountedAs])[] = [];
  for (const [block, counts] of Object.entries(last.blocks) as [BlockId, AnswerCounts][]) {
    const own = members.get(block) ?? [];
    if (own.length === counts.total) blocks[block] = counts;
    else {
      moved.push(...own.map(answer => [answer, 'resting'] as const));
      for (const name of categories) {
        // Nobody of them said what none of the block did, so nothing need be hidden of that.
        if (counts[name] > 0) atLeast[name] += counts[name] + Math.floor(random() * (mostAdded + 1));
      }
    }
  }
  return {cell: cellOf(blocks, last.made, atLeast), moved};
}

/** Counts new answers: of each stage where five or more chose it alone, and all others together where they are five. */
function comeIn(fresh: readonly Answer[], last: Cell, splits: boolean, random: () => number): Step {
  const groups: (readonly [Stage | 'in', readonly Answer[]])[] = [];
  const pool: Answer[] = [];
  for (const stage of [...stages, undefined]) {
    const own = fresh.filter(({row}) => onlyStage(row) === stage);
    if (stage === undefined || !splits || own.length < leastPeople) pool.push(...own);
    else groups.push([stage, own]);
  }
  if (pool.length >= leastPeople) groups.push(['in', pool]);
  return withBlocks(
    last,
    groups.flatMap(([place, own]) => dealt(own, random).map(block => [place, block] as const)),
  );
}

/**
 * As many blocks as there are five people for, each with every kind of answer that all of them have: whoever leaves one
 * later may have given any of those.
 */
function dealt(answers: readonly Answer[], random: () => number): readonly (readonly Answer[])[] {
  const kinds = categories
    .map(name =>
      shuffled(
        answers.filter(({category}) => category === name),
        random,
      ),
    )
    .filter(kind => kind.length > 0);
  const count = Math.min(Math.floor(answers.length / leastPeople), ...kinds.map(kind => kind.length));
  const dealtOut = kinds.flat();
  return Array.from({length: count}, (_, block) => dealtOut.filter((_answer, at) => at % count === block));
}

/** The cell with more blocks. */
function withBlocks(last: Cell, more: readonly (readonly [Stage | 'in', readonly Answer[]])[]): Step {
  const blocks: Record<BlockId, AnswerCounts> = {...last.blocks};
  const moved: (readonly [Answer, CountedAs])[] = [];
  for (const [index, [place, answers]] of more.entries()) {
    const id: BlockId = `${place}/${last.made + index + 1}`;
    blocks[id] = countOf(answers);
    moved.push(...answers.map(answer => [answer, id] as const));
  }
  return {cell: cellOf(blocks, last.made + more.length, last.atLeast), moved};
}

function cellOf(blocks: Cell['blocks'], made: number, atLeast: Cell['atLeast']): Cell {
  let counts = none;
  const split: Partial<Record<Stage, AnswerCounts>> = {};
  for (const [id, block] of Object.entries(blocks) as [BlockId, AnswerCounts][]) {
    counts = addCounts(counts, block);
    const stage = stages.find(each => placeOf(id) === each);
    if (stage !== undefined) split[stage] = addCounts(split[stage] ?? none, block);
  }
  return {counts, stages: split, blocks, made, ...(atLeast && {atLeast})};
}

/** Where a block counts: with those of a stage, or `in`. */
export const placeOf = (block: string): string => block.replace(/\/\d+$/, '');

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
