/**
 * What a person typed, read as a UK postcode. `district` is the first part alone, such as LS6; `incomplete` is more
 * than a first part and less than a postcode, such as "LS6 2", with the first part where that can be told.
 */
export type Postcode =
  | {readonly kind: 'district'; readonly outcode: string}
  | {readonly kind: 'full'; readonly outcode: string; readonly incode: string}
  | {readonly kind: 'incomplete'; readonly outcode?: string};

// Shapes of the first part: A9 A99 AA9 AA99 A9A AA9A, and of the second: 9AA, without the letters that Royal Mail never
// uses there. https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema narrows the last
// letter of A9A and AA9A further, and so leaves out W1M and other districts that people still write.
const outward = /^[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[A-HK-Y]?[0-9][A-HJ-NP-Z])$/;
const inward = /^[0-9][ABD-HJLNP-UW-Z]{2}$/;

const isOutward = (text: string) => outward.test(text);

/** The letter O in the only place of the second part that takes a digit is a slip for zero: `LU7 ONY`. */
const mendInward = (text: string) => text.replace(/^O/, '0');

/**
 * Reads a postcode in any case, with any spaces or punctuation. `undefined` when it is no postcode at all, so that it
 * may be the name of a place. Says only what has the shape of a postcode, not what exists.
 */
export function parsePostcode(text: string): Postcode | undefined {
  const spaced = text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  const joined = spaced.replaceAll(' ', '');
  if (joined.length > 7) return undefined;

  const incode = mendInward(joined.slice(-3));
  const outcode = joined.slice(0, -3);
  const isFull = isOutward(outcode) && inward.test(incode);
  // "W1A 1" with its space, or "W1A1" as a whole, may be read two ways; the space, where there is one, decides.
  if (isFull) return {kind: 'full', outcode, incode};
  if (isOutward(joined)) {
    const first = spaced.split(' ')[0] ?? '';
    const isCut = first !== joined && isOutward(first);
    return isCut ? {kind: 'incomplete', outcode: first} : {kind: 'district', outcode: joined};
  }
  return incompletePostcode(spaced, joined);
}

/** A postcode that stops short of its last letters, or that ends in one letter too few to be whole. */
function incompletePostcode(spaced: string, joined: string): Postcode | undefined {
  const [first = '', ...rest] = spaced.split(' ');
  if (rest.length > 0 && isOutward(first)) return {kind: 'incomplete', outcode: first};
  for (const short of [1, 2]) {
    const outcode = joined.slice(0, -short);
    const part = mendInward(joined.slice(-short));
    if (isOutward(outcode) && inward.test(part + 'AA'.slice(0, 3 - part.length))) return {kind: 'incomplete', outcode};
  }
  return undefined;
}

/** A postcode as people write it: `LS6 2AB`. */
export function formatPostcode(postcode: {readonly outcode: string; readonly incode: string}): string {
  return `${postcode.outcode} ${postcode.incode}`;
}
