import {smsLink, spokenNumber, telephoneLink, type CrisisLine} from '@held-spaces/domain/crisis';
import {e, h, type Drawing, type Drawn} from '../../internal/plain-drawing.js';
import {callWords, textName, textWords} from '../../internal/crisis-strip-words.js';

/** A number, which reads from left to right in every language: groups must never change places. */
const strong = (number: string) => h('strong', {dir: 'ltr'}, number);

/** Words with the number in them made strong, wherever a language puts it. */
function strongNumber(words: string, number: string): Drawing {
  const at = words.lastIndexOf(number);
  return [words.slice(0, at), strong(number), words.slice(at + number.length)];
}

/** A link that calls. Its name is spoken digit by digit: a screen reader would make a sum of 116123. */
export const callLink = ({name, phone = ''}: CrisisLine, words?: string): Drawn =>
  h(
    'a',
    {href: telephoneLink(phone), 'aria-label': callWords(name, spokenNumber(phone))},
    words ? strongNumber(words, phone) : strong(phone),
  );

/** A link that opens a text. Never one that calls. */
export const textLink = ({name, text}: CrisisLine): Drawing =>
  text &&
  h(
    'a',
    {
      href: smsLink(text.number, text.keyword),
      'aria-label': textName(name, spokenNumber(text.number), text.keyword),
    },
    strongNumber(textWords(text.number, text.keyword), text.number),
  );

/** A link that calls, in words that hold its number. */
export const numberLink = (number: string, words: (number: string) => string): Drawn =>
  e(
    'p',
    h(
      'a',
      {href: telephoneLink(number), 'aria-label': words(spokenNumber(number))},
      strongNumber(words(number), number),
    ),
  );

/** A link to a page, which is told nothing of this one. */
export const pageLink = (page: string | undefined, words: string, name = words): Drawing =>
  page && e('p', h('a', {href: page, referrerpolicy: 'no-referrer', 'aria-label': name}, words));
