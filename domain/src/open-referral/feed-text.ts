/**
 * Other people's text as plain text, and their links, addresses and numbers as far as they can be trusted. Every pattern
 * here takes time in proportion to the text: feeds may send anything. https://owasp.org/www-community/attacks/ReDoS
 */
import type {Findings} from './feed-rules.js';
import {textOf} from './feed-json.js';

/** Longest description that is kept, in UTF-16 units. Cards and area files carry it. */
export const longestSummary = 1200;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  eacute: 'é',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ucirc: 'û',
  wcirc: 'ŵ',
  ycirc: 'ŷ',
  copy: '©',
  reg: '®',
  trade: '™',
};

/** Bytes of Windows-1252 that are not the code point of the same number. https://encoding.spec.whatwg.org/index-windows-1252.txt */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 that was read as Windows-1252: the lead characters that it leaves in European text, and what may follow. */
const mojibake = new RegExp(`[ÂÃÅâ][\u0080-\u00bf${windows1252}]{1,2}`, 'gu');

/** What such a slip can have hidden in UK text; anything else is left as it stands. */
const plausible = /^[\u00a0-\u00ff\u0152-\u0178\u2010-\u2026\u20ac\u2122]+$/u;

function mendMojibake(text: string): string {
  return text.replace(mojibake, broken => {
    const bytes = [...broken].map(char => {
      const at = windows1252.indexOf(char);
      return at >= 0 ? 0x80 + at : (char.codePointAt(0) ?? 0);
    });
    const mended = utf8(bytes);
    return mended !== undefined && plausible.test(mended) ? mended : broken;
  });
}

/** Two or three bytes as the one character that they are in UTF-8, with what is left over after a pair. */
function utf8(bytes: readonly number[]): string | undefined {
  const [first = 0, second = 0, third] = bytes;
  const isNext = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
  if (first >= 0xc2 && first <= 0xdf && isNext(second) && third === undefined) {
    return String.fromCodePoint(((first & 0x1f) << 6) | (second & 0x3f));
  }
  if (first >= 0xe0 && first <= 0xef && isNext(second) && third !== undefined && isNext(third)) {
    return String.fromCodePoint(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  }
  return undefined;
}

const decodeEntities = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
  });

/** Leaves out everything from an opening to its end, or to the end of the text where it has none. */
function withoutParts(text: string, opening: RegExp, ending: (found: string) => string): string {
  let rest = text;
  let kept = '';
  for (let found = opening.exec(rest); found; found = opening.exec(rest)) {
    kept += rest.slice(0, found.index);
    const from = rest.slice(found.index);
    const end = ending(found[0]);
    const at = from.toLowerCase().indexOf(end);
    if (at < 0) return kept;
    rest = from.slice(at + end.length);
  }
  return kept + rest;
}

function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  const visible = withoutParts(text.slice(0, 50_000), /<!--|<(?:script|style)\b/i, found =>
    found === '<!--' ? '-->' : `</${found.slice(1).toLowerCase()}>`,
  );
  return visible
    .replace(/<li\b[^<>]*>/gi, '\n• ')
    .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/li|\/ul|\/ol|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
}

const withoutMarkdown = (text: string): string =>
  text
    .replace(/^#{1,6} +/gm, '')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/g, '$2')
    .replace(/\[([^[\]\n]{1,300})\]\((https?:[^()\s]{1,500})\)/g, '$1 ($2)');

/** Control characters, and those that turn the direction of the text around them. */
const unprintable = /(?![\n\t])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu;

/** A feed's text as plain text: no markup, no broken characters, lines kept, and space tidied. */
export function plainText(value: unknown): string | undefined {
  const given = textOf(value);
  if (given === undefined) return undefined;
  const text = mendMojibake(decodeEntities(withoutMarkdown(withoutMarkup(given.replace(/\r\n?/g, '\n')))))
    .normalize('NFC')
    .replace(unprintable, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return text === '' ? undefined : text;
}

/** Plain text in one line, for names. */
export const plainLine = (value: unknown): string | undefined => plainText(value)?.replaceAll('\n', ' ');

/** {@link plainText}, noting what it took, and cut at a word where it is longer than a card can hold. */
export function description(value: unknown, findings: Findings): string | undefined {
  const text = plainText(value);
  if (text === undefined) return undefined;
  if (text !== textOf(value)) findings.add('markup-removed');
  if (text.length <= longestSummary) return text;
  findings.add('text-shortened');
  return `${text.slice(0, longestSummary).replace(/\s+\S*$/, '')} …`;
}

/** Names that stand for nobody: https://www.rfc-editor.org/rfc/rfc2606 and https://www.rfc-editor.org/rfc/rfc6761 */
const placeholderHost = /(?:^|[.@])(?:example\.(?:com|org|net|co\.uk)|[\w-]+\.(?:invalid|example|test)|localhost)$/i;
const isPlaceholder = (host: string) => placeholderHost.test(host) || host === 'path';

/** A whole http or https address that a browser takes as it stands. Others, scripts among them, are left out. */
export function webAddress(value: unknown, findings: Findings): string | undefined {
  const given = textOf(value);
  if (given === undefined) return undefined;
  const text = /^www\.[\w-]+\./i.test(given) ? `https://${given}` : given;
  const match = /^https?:\/\/([^\s/?#@:]+)(?::\d{1,5})?(?:[/?#][!#$%&'()*+,\-./\w:;=?@[\]~]*)?$/i.exec(text);
  const host = match?.[1];
  if (host !== undefined && isPlaceholder(host)) {
    findings.add('placeholder-dropped');
    return undefined;
  }
  if (host === undefined || !/^[\w-]+(?:\.[\w-]+)+$/.test(host) || text.length > 2000) {
    findings.add('link-dropped');
    return undefined;
  }
  return text;
}

/** One e-mail address and nothing else. */
export function emailAddress(value: unknown, findings: Findings): string | undefined {
  const text = textOf(value)?.replace(/^mailto:/i, '');
  if (text === undefined) return undefined;
  const host = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([\w-]+(?:\.[\w-]+)+)$/.exec(text)?.[1];
  if (host !== undefined && !isPlaceholder(host) && text.length <= 254) return text;
  findings.add('placeholder-dropped');
  return undefined;
}

/** What a phone field says: one number as its source groups it, or words that no number could be told from. */
export type GivenPhone = {readonly number: string} | {readonly words: string};

/** Runs of digits with the spaces, brackets and dashes that people group them by. */
const numberRun = /\+?\(?\d(?:[\d ()-]{1,24}\d)?/g;
/** UK numbers by their bare digits, short ones and the 116 range included. */
const ukNumber = /^(?:999|112|111|101|119|116\d{3}|18000|[1-9]\d{4}|0[1-35789]\d{8,9}|0\d{9,10}|08001111|08\d{8,9})$/;

const bareDigits = (run: string): string =>
  run
    .replace(/\(0\)/, '')
    .replace(/[ ()-]/g, '')
    .replace(/^\+44/, '0');

/**
 * Reads a phone field. A number is never altered or regrouped; only the words around it may fall away, and only where
 * the field holds one number and no other digits.
 */
export function phoneOf(value: unknown, findings: Findings): GivenPhone | undefined {
  const text = plainLine(value)
    ?.replace(/^["'“”‘’]+|["'“”‘’]+$/g, '')
    .trim();
  if (!text || !/\d/.test(text)) return undefined;
  const runs = (text.match(numberRun) ?? []).map(run => run.trim());
  const [run] = runs;
  if (runs.length === 1 && run !== undefined && ukNumber.test(bareDigits(run))) {
    const number = balanced(run);
    if (number !== textOf(value)) findings.add('phone-extracted');
    return {number};
  }
  findings.add('phone-as-given');
  return {words: text.slice(0, 200)};
}

/** A bracket that opens before the number and closes after it is part of the words around it. */
const balanced = (run: string): string => (run.startsWith('(') && !run.includes(')') ? run.slice(1) : run);

/** A day as `YYYY-MM-DD` from an ISO date or date-time, with or without its zone, or from `DD/MM/YYYY`. */
export function dayOf(value: unknown, findings: Findings): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text);
  const british = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text);
  const parts = iso ? iso.slice(1, 4) : british ? [british[3], british[2], british[1]] : undefined;
  const [year, month, day] = (parts ?? []).map(Number);
  const strict = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text);
  if (!strict) findings.add('date-lenient');
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = year >= 1970 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}
