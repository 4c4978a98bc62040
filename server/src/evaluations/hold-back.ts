/**
 * Which answers are held back for the desk because they came together or are alike. It looks at what was sent and never
 * at who sent it. Being held back is no verdict: two moderators look before any of it counts.
 */
import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';

/** As much of an evaluation as this looks at. */
export interface Arrived extends Pick<
  EvaluationSubmission,
  'role' | 'season' | 'answers' | 'stages' | 'holderStages' | 'words'
> {
  readonly id: string;
}

export interface HeldBack {
  /** Ids of those that are held back. */
  readonly ids: ReadonlySet<string>;
  readonly why: readonly ('burst' | 'alike')[];
}

export interface Cluster {
  readonly ids: readonly string[];
}

/** Answers about one space in the two weeks that they settle, up to which nobody wonders. */
export const usualMost = 40;
/** How many times more than usual is a burst, where a space is used to more. */
const burstFactor = 6;
/** As many alike, of those with words, are held back. Two people may quote one poster. */
const alikeWords = 3;
/** As many alike ticks, of those with enough of them, and not the same all along. */
const alikeTicks = 5;
/** As many alike ticks where every answer is the same: many are simply content. */
const alikePlainTicks = 15;
/** Fewer ticks than this are alike by chance. */
const leastTicks = 6;
/** Words that are compared, from each text. */
const sketchSize = 8;
/** Shorter texts than this are often the same: "very kind". In words. */
const leastWords = 6;

/**
 * @param settling What came lately and counts nowhere yet.
 * @param known What is or was held back before, to which newcomers may be alike.
 * @param usual How many of the space's answers came in two weeks on average, over half a year.
 */
export function holdBack(settling: readonly Arrived[], known: readonly Arrived[], usual: number): HeldBack {
  const burst = settling.length > Math.max(usualMost, burstFactor * usual);
  const alike = new Set<string>();
  for (const cluster of clustersOf([...known, ...settling])) cluster.ids.forEach(id => alike.add(id));
  const ids = new Set(settling.map(({id}) => id).filter(id => burst || alike.has(id)));
  const anyAlike = [...ids].some(id => alike.has(id));
  return {ids, why: [...(burst ? (['burst'] as const) : []), ...(anyAlike ? (['alike'] as const) : [])]};
}

/** Groups of evaluations that are alike, largest first. Each is in one at most. */
export function clustersOf(evaluations: readonly Arrived[]): readonly Cluster[] {
  const byWords = groupByWords(evaluations).filter(group => group.length >= alikeWords);
  const grouped = new Set(byWords.flat());
  const byTicks = new Map<string, string[]>();
  for (const evaluation of evaluations) {
    if (grouped.has(evaluation.id)) continue;
    const pattern = patternOf(evaluation);
    if (pattern !== undefined) push(byTicks, pattern, evaluation.id);
  }
  const alike = [...byTicks].filter(
    ([pattern, ids]) => ids.length >= (isPlain(pattern) ? alikePlainTicks : alikeTicks),
  );
  return [...byWords, ...alike.map(([, ids]) => ids)].map(ids => ({ids})).sort((a, b) => b.ids.length - a.ids.length);
}

/** All ticks in one text; nothing where there are too few to compare. */
function patternOf({role, season, answers, stages, holderStages}: Arrived): string | undefined {
  const ticks = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  if (ticks.length < leastTicks) return undefined;
  return JSON.stringify([ticks, role, season ?? null, [...stages].sort(), [...(holderStages ?? [])].sort()]);
}

/** Whether every usual question was answered the same. */
function isPlain(pattern: string): boolean {
  const [ticks] = JSON.parse(pattern) as [readonly (readonly [string, string])[]];
  return (
    new Set(ticks.map(([, answer]) => answer).filter(answer => !['yes', 'no', 'not-sure'].includes(answer))).size <= 1
  );
}

/**
 * Puts together texts that share most of their runs of three words. Each text is compared by eight of its runs, those
 * with the least hashes, so that ten thousand take no longer than ten thousand times one.
 * https://en.wikipedia.org/wiki/MinHash#Variant_with_a_single_hash_function
 */
function groupByWords(evaluations: readonly Arrived[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const leaders = new Map<number, number[]>();
  for (const {id, words} of evaluations) {
    const sketch = sketchOf(words ?? '');
    if (sketch.length === 0) continue;
    const shared = new Map<number, number>();
    for (const hash of sketch)
      for (const group of leaders.get(hash) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    const [nearest, most = 0] = [...shared].reduce<readonly [number, number] | []>(
      (best, each) => (each[1] > (best[1] ?? 0) ? each : best),
      [],
    );
    if (nearest !== undefined && most * 2 >= sketch.length) groups[nearest]?.push(id);
    else {
      for (const hash of sketch) push(leaders, hash, groups.length);
      groups.push([id]);
    }
  }
  return groups;
}

/** The least hashes of a text's runs of three words; none where the text is too short to compare. */
function sketchOf(text: string): readonly number[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < leastWords) return [];
  const hashes = new Set<number>();
  for (let at = 0; at + 2 < words.length; at++) hashes.add(hashOf(words.slice(at, at + 3).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

/** FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
