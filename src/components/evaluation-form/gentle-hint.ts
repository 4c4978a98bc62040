/**
 * What in somebody's words may show who a person is. Only the page looks, nothing is stopped or changed, and nothing is
 * looked for but names, numbers, dates and places: never a mood, an illness or a danger.
 */
import {firstNames} from './first-names.js';

export type HintKind = 'name' | 'phone' | 'email' | 'place' | 'date' | 'id';

export interface Hint {
  readonly kind: HintKind;
  /** The piece of the words, as it was written. */
  readonly found: string;
}

/** No more than these: a long list would be read as a telling-off. */
const most = 6;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Court|Place|Way|Grove|Square|Walk|Mews|Hill|Row';

/** A title that a name follows. */
const titled =
  /\b(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse|Sister|Matron|Rev|PC|Sgt)\.? [A-Z][\p{L}'’-]{1,30}/gu;

/** First what is longest and surest: a number that is part of an email is no phone number. */
const patterns: readonly (readonly [HintKind, RegExp, ((found: string) => boolean)?])[] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g],
  ['id', /\b[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]\b/g],
  ['id', /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, isNhsNumber],
  ['date', /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/g],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})\\b(?: \\d{4})?`, 'gi')],
  ['date', new RegExp(`\\b(?:${months}) (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\d)(?:,? \\d{4})?`, 'gi')],
  ['phone', /(?:\+|\b0)\d(?:[ ()-]{0,2}\d){7,12}(?!\d)/g],
  ['place', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi],
  ['place', new RegExp(`\\b\\d{1,4}[a-z]? (?:[A-Z][\\p{L}'’]{1,30} ){1,3}(?:${streets})\\b`, 'gu')],
  ['place', new RegExp(`\\b(?:[A-Z][\\p{L}'’]{1,30} ){1,2}(?:${streets.replace('|St|', '|')})\\b`, 'gu')],
  ['name', titled],
];

/** Capital letters inside a sentence that are nobody's name. */
const notNames = new Set(
  (
    'I Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March ' +
    'April May June July August September October November December Christmas Easter Eid Ramadan Diwali Hanukkah ' +
    'Christian Muslim Islam Jewish Hindu Sikh Buddhist Catholic Bible Quran God Allah English Welsh Scottish Irish ' +
    'British England Wales Scotland Ireland Northern Britain UK London Black Asian White European African Caribbean ' +
    'Indian Pakistani Bangladeshi Polish Romanian Ukrainian Somali Chinese Arabic Urdu Punjabi Bengali Samaritans Shout ' +
    'Mind Calm Papyrus Zoom Teams Covid Google WhatsApp Facebook OK Ok Mum Dad Nan Gran Mummy Daddy Nana Grandad'
  ).split(' '),
);

/**
 * What the writer may want to look at again, in the order it stands in the words; each piece once, six at most.
 *
 * @param spaceName Words of it are nobody's name.
 */
export function gentleHints(words: string, spaceName = ''): readonly Hint[] {
  const found = new Map<number, Hint & {readonly end: number}>();
  const isFree = (from: number, end: number) => ![...found].some(([start, other]) => from < other.end && start < end);
  const add = (kind: HintKind, at: number, piece: string) => {
    if (isFree(at, at + piece.length)) found.set(at, {kind, found: piece, end: at + piece.length});
  };
  for (const [kind, pattern, holds] of patterns) {
    for (const match of words.matchAll(pattern)) {
      if (!holds || holds(match[0])) add(kind, match.index, match[0]);
    }
  }
  for (const [at, name] of namesIn(words, new Set(spaceName.split(/[^\p{L}]+/u)))) add('name', at, name);
  const inOrder = [...found].sort(([one], [other]) => one - other).map(([, hint]) => hint);
  return inOrder
    .filter((hint, index) => inOrder.findIndex(other => other.found === hint.found) === index)
    .slice(0, most)
    .map(({kind, found: piece}) => ({kind, found: piece}));
}

/** First names that are known, however they are written, and words with a capital where no sentence starts. */
function* namesIn(words: string, ofSpace: ReadonlySet<string>): Generator<readonly [number, string]> {
  let at = -1;
  let name = '';
  for (const {0: word, index} of words.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
    const plain = word.replace(/['’]s?$/, '');
    const follows = name !== '' && words.slice(at + name.length, index) === ' ';
    const isName =
      !ofSpace.has(plain) &&
      (firstNames.has(plain.toLowerCase()) || (isCapital(plain, words, index) && !notNames.has(plain)));
    if (isName) {
      // A first name and a last one are one piece.
      if (follows) name += ` ${plain}`;
      else {
        if (name) yield [at, name];
        [at, name] = [index, plain];
      }
    } else if (name) {
      yield [at, name];
      name = '';
    }
  }
  if (name) yield [at, name];
}

/** One capital and then small letters, with no start of a sentence, a line or a quotation before it. */
const isCapital = (word: string, words: string, index: number) =>
  /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?$/u.test(word) &&
  !/['’]/.test(word) &&
  /[\p{L}\p{N},;] $/u.test(words.slice(Math.max(0, index - 2), index));

/** The last digit of an NHS number is made from the others. https://www.datadictionary.nhs.uk/attributes/nhs_number.html */
function isNhsNumber(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return digits[9] === (11 - (sum % 11)) % 11;
}
