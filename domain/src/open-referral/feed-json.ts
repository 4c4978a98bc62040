/**
 * Reading of JSON that somebody else wrote. Feeds give "" and null for what they do not have, numbers as text, and one
 * object where a list belongs; here absent is absent, and nothing is thrown.
 */

/** A JSON object whose fields nobody has checked. */
export type FeedObject = Readonly<Record<string, unknown>>;

/** Deeper than this nothing of Open Referral lies. Recursion over a feed's JSON stops there. */
export const deepestJson = 40;

export const objectOf = (value: unknown): FeedObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FeedObject) : undefined;

/** The objects in a list. One object that is no list is a list of it. */
export function objectsOf(value: unknown): readonly FeedObject[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(objectOf).filter(each => each !== undefined);
}

/** Text, or a number as text, without space around it. Empty text and placeholders for it are absent. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return trimmed === '' || /^(?:null|undefined|n\/a|none|-)$/i.test(trimmed) ? undefined : trimmed;
}

/** The first of several values that is text. */
export function firstText(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const text = textOf(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A number, or text that is one and nothing else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = textOf(value);
  return text !== undefined && /^[+-]?\d{1,15}(?:\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
}

/** Yes or no where it was said; null, "" and anything else is not known. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.toLowerCase();
  if (text === 'true' || text === 'yes') return true;
  return text === 'false' || text === 'no' ? false : undefined;
}

/** Whether an object holds a field as null or "", which the standard asks to leave out. */
export const holdsEmptyValues = (value: FeedObject): boolean =>
  Object.values(value).some(each => each === null || each === '');
