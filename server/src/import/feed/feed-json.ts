/** A feed's answer as JSON: bounded in depth, and mended where raw control characters broke it. */
import {firstJsonError, lineAndColumn} from '../../json-error.js';
import {ImportError} from '../import-error.js';
import type {FeedAnswer} from './client.js';
import {limit, nameOfUrl} from './client.js';

/** Nothing of Open Referral is nested half as deep. */
export const deepestAnswer = 64;

export type ParsedAnswer = {readonly value: unknown; readonly isMended: boolean} | {readonly unreadable: ImportError};

/** Reads an answer. A web page in place of a feed ends the import; text that is no JSON is for the caller to judge. */
export function parseAnswer(address: string, {type, text}: FeedAnswer): ParsedAnswer {
  const body = text.replace(/^\ufeff/, '');
  if (type === 'text/html' || /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(body.slice(0, 200))) {
    throw new ImportError('cli.feed-html', `${nameOfUrl(address)} sent a web page, not a feed.`);
  }
  if (isDeep(body)) throw limit(address, deepestAnswer, 'levels of nesting');
  try {
    return {value: JSON.parse(body), isMended: false};
  } catch {
    return mended(address, body);
  }
}

function mended(address: string, body: string): ParsedAnswer {
  // Between values they are space already, and inside text they are never meant.
  const text = body.replace(/\p{Cc}/gu, ' ');
  try {
    return {value: JSON.parse(text), isMended: true};
  } catch {
    const {line, column} = lineAndColumn(body, firstJsonError(body) ?? 0);
    return {unreadable: notAFeed(address, line, column)};
  }
}

/** An answer that is no list of services in any dialect. */
export const notAFeed = (address: string, line = 1, column = 1) =>
  new ImportError(
    'cli.file-format',
    `${nameOfUrl(address)} is not an Open Referral list of services. First problem at line ${line}, column ${column}.`,
  );

/** Counts brackets outside texts, without recursion. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === 92) at++;
      else if (char === 34) inText = false;
    } else if (char === 34) inText = true;
    else if (char === 123 || char === 91) {
      if (++depth > deepestAnswer) return true;
    } else if (char === 125 || char === 93) depth--;
  }
  return false;
}
