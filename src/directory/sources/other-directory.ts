import {directoryClient, isDirectoryUrl} from '../directory-client.js';
import type {Fetch} from '../ask-json.js';
import {AnySource} from './any-source.js';
import type {FeedSourceOptions} from './feed-source.js';
import {MergedSource} from './merged-source.js';
import {readGivenCrosswalk, type GivenCrosswalk} from './read-given-crosswalk.js';
import type {SpaceSource} from './space-source.js';

const known = new Map<string, Promise<SpaceSource>>();

/**
 * The source behind a `directory` that is more than one address of ours: a feed, or several directories parted by spaces.
 * One for the page for the same directory and crosswalk, so that two finders share its requests.
 *
 * @param failure How it has failed as a directory of ours, where it is one address that was tried already.
 */
export function otherDirectory(
  directory: string,
  crosswalk: GivenCrosswalk,
  failure?: unknown,
  fetch?: Fetch,
): Promise<SpaceSource> {
  const key = [directory, crosswalk.url, crosswalk.text].join('\n');
  const source = known.get(key) ?? make(directory, crosswalk, failure, fetch);
  known.set(key, source);
  return source;
}

async function make(
  directory: string,
  given: GivenCrosswalk,
  failure: unknown,
  fetch: Fetch | undefined,
): Promise<SpaceSource> {
  const crosswalk = await readGivenCrosswalk(given, fetch);
  const options: FeedSourceOptions = {crosswalk, fetch};
  const urls = [...new Set(directory.split(/\s+/))].filter(isDirectoryUrl);
  const [only] = urls;
  if (only && only === directory.trim()) return new AnySource(directoryClient(only), only, options, failure);
  return new MergedSource(
    urls.map(url => ({name: new URL(url).host, source: new AnySource(directoryClient(url), url, options)})),
  );
}
