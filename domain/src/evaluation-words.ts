/** What somebody may write beside the ticks, and what goes with it. */
import {isOneOf} from './first-terms.js';

/** What words may be about, so that whoever would rather not read it need not. Ids of `evaluation.content-note.*`. */
export const contentTopics = ['suicide', 'self-harm', 'abuse', 'force', 'police', 'racism', 'death', 'other'] as const;
export type ContentTopic = (typeof contentTopics)[number];

/** Letters that words may have at most, as `lettersOf` counts them. */
export const longestWords = 2000;
/** Characters of a sealed contact at most. */
export const longestSealed = 2048;

/** Letters as people count them, all but: an accent that stands apart, or a joined picture, is several. */
export const lettersOf = (words: string): number => [...words].length;

/**
 * Words as they are sent and kept: Unicode NFC, one kind of line break, plain spaces, no more than one empty line
 * together, nothing around. What a person reads is the same.
 */
export function tidyWords(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// Controls, and marks that turn the direction of writing: with those, what a moderator reads is not what is there.
// Halves of characters cannot be kept by every database. https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
const unreadable = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/** What is wrong with words or with what goes beside them, in words for developers. None of it is repeated. */
export function wordsProblem({
  words,
  contentNote,
  sealedContact,
}: Readonly<Record<'words' | 'contentNote' | 'sealedContact', unknown>>):
  {readonly pointer: string; readonly expected: string} | undefined {
  if (words !== undefined) {
    const readable = typeof words === 'string' && !unreadable.test(words) && tidyWords(words) === words;
    if (!readable) return {pointer: '/words', expected: 'text in NFC without control characters, trimmed'};
    if (words === '') return {pointer: '/words', expected: 'left out where nothing is written'};
    if (lettersOf(words) > longestWords) return {pointer: '/words', expected: `${longestWords} characters or fewer`};
  }
  if (contentNote !== undefined) {
    if (words === undefined) return {pointer: '/contentNote', expected: 'left out where there are no words'};
    const list: readonly unknown[] = Array.isArray(contentNote) ? contentNote : [undefined];
    if (list.some((topic, index) => !isOneOf(contentTopics, topic) || list.indexOf(topic) !== index)) {
      return {pointer: '/contentNote', expected: `a list of ${contentTopics.join(', ')}, each once, or empty`};
    }
  }
  if (sealedContact !== undefined) {
    if (words === undefined) return {pointer: '/sealedContact', expected: 'left out where there are no words'};
    if (typeof sealedContact !== 'string' || !/^[\w-]+$/.test(sealedContact) || sealedContact.length > longestSealed) {
      return {pointer: '/sealedContact', expected: `base64url, ${longestSealed} characters or fewer`};
    }
  }
  return undefined;
}
