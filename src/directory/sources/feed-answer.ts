/** A feed's answer as JSON: bounded in depth, and mended where raw control characters broke it. */

/** Nothing of Open Referral is nested half as deep. */
const deepestAnswer = 64;

/** What a feed sent, or that it was no JSON: a web page with status 200, or half a file. */
export type FeedAnswer = {readonly value: unknown} | {readonly isUnreadable: true};

const unreadable: FeedAnswer = {isUnreadable: true};

/** Reads an answer's text. */
export function readAnswer(text: string): FeedAnswer {
  const body = text.replace(/^\ufeff/, '');
  if (isDeep(body)) return unreadable;
  try {
    return {value: JSON.parse(body)};
  } catch {
    // Between values they are space already, and inside text they are never meant.
    return readMended(body.replace(/\p{Cc}/gu, ' '));
  }
}

function readMended(body: string): FeedAnswer {
  try {
    return {value: JSON.parse(body)};
  } catch {
    return unreadable;
  }
}

/** Counts brackets outside texts, without recursion. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isInText) {
      if (char === '\\') at++;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '{' || char === '[') {
      if (++depth > deepestAnswer) return true;
    } else if (char === '}' || char === ']') depth--;
  }
  return false;
}
