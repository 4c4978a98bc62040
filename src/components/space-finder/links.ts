import type {Space} from '@held-spaces/domain/space';

/** Links made from other people's text. What is not plainly a link of the right sort is left as words. */

/** An address on the web, or `undefined` for anything else: `javascript:` and `data:` are never links. */
export function webLink(text: string): string | undefined {
  try {
    const {protocol, href} = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link that writes to an e-mail address, or `undefined` where the text is not one. */
export const mailLink = (text: string): string | undefined =>
  /^[^\s@<>"',;:?&#%/\\]+@[^\s@<>"',;:?&#%/\\]+\.[a-z]{2,}$/i.test(text) ? `mailto:${text}` : undefined;

/**
 * An ordinary map link to an address, for the person to choose. Only where there is an address to go to: never for a
 * space that gives only an area.
 */
export function directionsLink({location}: Pick<Space, 'location'>): string | undefined {
  const {line1, locality, postcode} = location?.address ?? {};
  if (!line1 || location?.precision === 'area') return undefined;
  const words = [line1, locality, postcode].filter(Boolean).join(', ');
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(words)}`;
}
