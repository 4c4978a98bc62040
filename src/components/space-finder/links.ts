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
