/** What the desk's pages send, checked. */
import {lettersOf, tidyWords} from '@held-spaces/domain/evaluation-words';
import {ProblemError} from '../problems.js';

export type Body = Readonly<Record<string, unknown>>;

/** A text from a letter or an e-mail, tidied. `most`: letters at most. */
export function textIn(body: Body, name: string, most: number): string {
  const value = body[name];
  const text = typeof value === 'string' ? tidyWords(value) : '';
  if (text !== '' && lettersOf(text) <= most && !/[^\P{Cc}\n]|\p{Cs}/u.test(text)) return text;
  throw new ProblemError('bad-field', {pointer: `/${name}`, expected: `1 to ${most} letters`});
}

/** Whatever was changed since it was read is read again first. */
export function sameVersion({version}: {readonly version: number}, body: Body): void {
  if (body['version'] !== version) throw new ProblemError('desk-stale');
}
