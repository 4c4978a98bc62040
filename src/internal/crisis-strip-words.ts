import {msg, str} from '@lit/localize';

/**
 * The words of the strip that every widget has at its top. Apart from those of the lines (`crisis-words.ts`), which some
 * widgets fetch only when they are wanted.
 */

export const compactTitle = (): string => msg('Help for right now', {id: 'crisis.title.compact'});

export const moreWords = (): string => msg('More people to turn to', {id: 'crisis.fallback.more'});

export const callWords = (name: string, number: string): string =>
  msg(str`Call ${name}: ${number}`, {id: 'crisis.contact.call.name'});

export const textWords = (number: string, keyword?: string): string =>
  keyword
    ? msg(str`Text ${keyword} to ${number}`, {id: 'crisis.contact.text.keyword'})
    : msg(str`Text ${number}`, {id: 'crisis.contact.text'});

/** The accessible name of a link that opens a text. */
export const textName = (name: string, number: string, keyword?: string): string =>
  keyword
    ? msg(str`Text ${keyword} to ${number}: ${name}`, {id: 'crisis.contact.text.keyword.name'})
    : textWords(number);
