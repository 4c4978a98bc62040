import {parsePostcode} from '@held-spaces/domain/postcode';
import {findUnit, type PostcodeFile} from '@held-spaces/domain/postcode-file';
import type {GeoPoint} from '@held-spaces/domain/space';
import {askJson} from '../../directory/ask-json.js';
import type {SpaceSource} from '../../directory/sources/space-source.js';

/** The files of whole districts, by address. One that could not be had is asked for again. */
const files = new Map<string, Promise<PostcodeFile>>();

function received(value: unknown): PostcodeFile {
  if (!Array.isArray((value as PostcodeFile | null)?.units)) throw new SyntaxError('units is missing.');
  return value as PostcodeFile;
}

function fileAt(url: string): Promise<PostcodeFile> {
  const file = files.get(url) ?? askJson(url, received);
  files.set(url, file);
  file.catch(() => files.delete(url));
  return file;
}

/**
 * Where a whole postcode is, worked out on the device: the directory is asked for all postcodes of its district, and never
 * which. `undefined` where it is not a whole postcode, or the directory does not list it; then its district has to do.
 *
 * @throws {DirectoryError}
 */
export async function placeOfPostcode(source: SpaceSource, text: string): Promise<GeoPoint | undefined> {
  const postcode = parsePostcode(text);
  if (postcode?.kind !== 'full') return undefined;
  return findUnit(await fileAt(`${source.url}/held/postcodes/${postcode.outcode}`), text);
}
