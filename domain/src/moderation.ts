/** How words are moderated: what may be decided, by how many, and why. Rules only; nothing here knows a person. */

/** Why words, or some of them, are not shown. Ids of `evaluation.reason.*`, in whose words everybody is told. */
export const withholdReasons = [
  'names-someone',
  'shows-writer',
  'method',
  'hate',
  'threat',
  'not-about-space',
  'advert',
  'not-genuine',
  'paid',
  'crime-named',
  'private',
  'cannot-read',
  'complaint',
  'court',
] as const;
export type WithholdReason = (typeof withholdReasons)[number];

/** Reasons that need two moderators to agree, whether all or some of the words are left out. */
export const reasonsForTwo: readonly WithholdReason[] = ['crime-named', 'threat', 'private', 'complaint', 'court'];

/**
 * Where words stand. `second-opinion`: a moderator asked for one, or two did not agree and a lead decides.
 * `two-needed`: one moderator has decided, and another has to agree. `taken-down`: shown once, and not any more.
 */
export const wordsStates = [
  'waiting',
  'second-opinion',
  'two-needed',
  'accepted',
  'redacted',
  'withheld',
  'taken-down',
] as const;
export type WordsState = (typeof wordsStates)[number];

/** A moderator reads and decides. A lead also settles what two did not agree on, and says who moderates. */
export const deskRoles = ['moderator', 'lead'] as const;
export type DeskRole = (typeof deskRoles)[number];

/** A piece that is left out: from this letter up to, and not with, that one, in UTF-16 code units. */
export type LeftOut = readonly [from: number, to: number];

/** What a moderator decides of words. Whoever wrote them asked for a note or not: topics may be added, none taken off. */
export type WordsDecision =
  | {readonly kind: 'accept'}
  | {readonly kind: 'redact'; readonly leftOut: readonly LeftOut[]; readonly reason: WithholdReason}
  | {readonly kind: 'withhold'; readonly reason: WithholdReason};

/** Whether two moderators have to agree on a decision. */
export const needsTwo = (decision: WordsDecision): boolean =>
  decision.kind !== 'accept' && reasonsForTwo.includes(decision.reason);

/** Whether two decisions are one and the same. Reasons count: they are published. */
export function sameDecision(one: WordsDecision, other: WordsDecision): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'accept' || other.kind === 'accept') return true;
  if (one.reason !== other.reason) return false;
  return (
    one.kind !== 'redact' || other.kind !== 'redact' || JSON.stringify(one.leftOut) === JSON.stringify(other.leftOut)
  );
}

/**
 * What is wrong with the pieces to be left out of words; undefined where they are in order, apart, inside the words, not
 * all of them, and cut no character in two.
 */
export function leftOutProblem(words: string, leftOut: readonly LeftOut[]): string | undefined {
  if (leftOut.length === 0) return 'one piece or more';
  let end = -1;
  for (const [from, to] of leftOut) {
    if (!(Number.isInteger(from) && Number.isInteger(to) && from > end && to > from && to <= words.length)) {
      return 'pieces in order that do not meet, inside the words';
    }
    if (cutsCharacter(words, from) || cutsCharacter(words, to)) return 'pieces of whole characters';
    end = to;
  }
  return shownParts(words, leftOut).some(part => part !== null && part.trim() !== '')
    ? undefined
    : 'less than all of the words';
}

const cutsCharacter = (words: string, at: number) =>
  /[\ud800-\udbff]/.test(words.charAt(at - 1)) && /[\udc00-\udfff]/.test(words.charAt(at));

/** Words as they are shown: what is kept, and `null` for each gap. */
export function shownParts(words: string, leftOut: readonly LeftOut[]): readonly (string | null)[] {
  const parts: (string | null)[] = [];
  let at = 0;
  for (const [from, to] of leftOut) {
    if (from > at) parts.push(words.slice(at, from));
    parts.push(null);
    at = to;
  }
  if (at < words.length) parts.push(words.slice(at));
  return parts;
}
