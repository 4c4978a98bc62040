import {readCrosswalk, type Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {askJson, type Fetch} from '../ask-json.js';

/** A crosswalk as its embedder gave it: its text, or where it is. */
export interface GivenCrosswalk {
  readonly url?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * Reads a crosswalk for a feed. One that cannot be read is none: stages and kinds of the feed then stay unknown, which is
 * never a guess, and whoever embeds the widget is told why.
 */
export async function readGivenCrosswalk(given: GivenCrosswalk, fetch?: Fetch): Promise<Crosswalk | undefined> {
  if (!given.text && !given.url) return undefined;
  try {
    const value = given.text
      ? (JSON.parse(given.text) as unknown)
      : await askJson(new URL(given.url ?? '', document.baseURI).href, json => json, {fetch});
    const read = readCrosswalk(value);
    if ('meanings' in read) return read;
    warn(
      read.problem === 'shape'
        ? `it must be ${read.says}`
        : `"${read.term}" is mapped to "${read.target}", which is not one of ours`,
    );
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
  }
  return undefined;
}

const warn = (reason: string) =>
  // eslint-disable-next-line no-console -- for the person who embeds the widget; it holds nothing of a visitor's.
  console.warn(
    `held-spaces: The crosswalk could not be read: ${reason}. Stages and kinds from this feed stay unknown.`,
  );
