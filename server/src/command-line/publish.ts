/** The read side of a directory as files, so that a web server that knows nothing of us, or a bucket, can stand for it. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {copyFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {readAreaIndex} from '@held-spaces/domain/read-files';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import {createApp} from '../app.js';
import type {Documents} from '../app.js';
import type {Store} from '../store/store.js';
import {CommandError} from './messages.js';

export interface PublishOptions {
  readonly staleAfterDays: number;
  /** Where corrections are taken. */
  readonly corrections?: string | undefined;
  readonly documents: Documents;
}

export interface Published {
  /** Files that a browser may ask for, pressed copies not counted. */
  readonly files: number;
  readonly revision: string;
}

/**
 * The index is at `held/areas`, so its files cannot be below that name, where a folder would have to be. A client follows
 * the index, and does not mind.
 */
const filesFolder = 'area-files';

/**
 * Writes the folder anew beside the one that is there, and then puts it in its place. Area files of the last time stay,
 * for whoever still holds the index of that time.
 *
 * @throws {CommandError} The folder holds something that this did not write, or could not be written.
 */
export async function publish(store: Store, folder: string, options: PublishOptions): Promise<Published> {
  const target = resolve(folder);
  const before = publishedIndex(target);
  if (!before && existsSync(target) && readdirSync(target).length > 0) {
    throw new CommandError(`${folder} holds something else than a published directory. Nothing was changed.`);
  }
  let fresh: string | undefined;
  try {
    mkdirSync(dirname(target), {recursive: true});
    fresh = mkdtempSync(`${target}.new-`);
    // For a web server that runs as somebody else.
    chmodSync(fresh, 0o755);
    const published = await writeAll(store, fresh, options);
    if (before) await keepFiles(before, target, fresh);
    swap(fresh, target);
    return published;
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error && 'code' in error)) throw error;
    throw new CommandError(`${folder} could not be written: ${String(error.code)}. What was there is untouched.`);
  } finally {
    if (fresh !== undefined) rmSync(fresh, {recursive: true, force: true});
  }
}

async function writeAll(store: Store, folder: string, options: PublishOptions): Promise<Published> {
  const app = createApp(store, options);
  const get = async (path: string) => Buffer.from(await (await app.request(path)).arrayBuffer());
  mkdirSync(join(folder, 'held', filesFolder), {recursive: true});
  // The index is read once, and what it names comes of the same moment.
  const index = readAreaIndex(JSON.parse((await get('/held/areas')).toString('utf8')));
  const documents = ['/held/outcodes', '/held/crisis-contacts', '/held/vocabularies'];
  for (const path of documents) await write(join(folder, path), await get(path));
  const hrefs = new Set(hrefsOf(index));
  for (const href of hrefs) await write(join(folder, 'held', moved(href)), await get(`/held/${href}`));
  const districts = await writePostcodes(store, folder, options.documents);
  await write(join(folder, 'held', 'areas'), Buffer.from(JSON.stringify(withMovedFiles(index))));
  return {files: documents.length + hrefs.size + districts + 1, revision: index.revision};
}

/** The unit postcodes of every district that an operator loaded. Gives how many districts there are. */
async function writePostcodes(store: Store, folder: string, {places}: Documents): Promise<number> {
  let count = 0;
  for (const [outcode] of places?.outcodes ?? []) {
    const file = await store.postcodeFile(outcode);
    if (file === undefined) continue;
    mkdirSync(join(folder, 'held', 'postcodes'), {recursive: true});
    await write(join(folder, 'held', 'postcodes', outcode), Buffer.from(file));
    count++;
  }
  return count;
}

const moved = (href: string) => href.replace(/^areas\//, `${filesFolder}/`);

function withMovedFiles(index: AreaIndex): AreaIndex {
  const move = <T extends {readonly href: string; readonly detailsHref: string}>(files: T): T => ({
    ...files,
    href: moved(files.href),
    detailsHref: moved(files.detailsHref),
  });
  return {...index, areas: index.areas.map(move), anywhere: move(index.anywhere)};
}

const hrefsOf = ({areas, anywhere}: AreaIndex): readonly string[] =>
  [...areas, anywhere].flatMap(({href, detailsHref}) => [href, detailsHref]);

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

/** A file, and beside it what nginx, Caddy and others hand out in its place to those who take it. */
async function write(path: string, bytes: Buffer): Promise<void> {
  writeFileSync(path, bytes);
  writeFileSync(`${path}.gz`, await pressGzip(bytes, {level: 9}));
  writeFileSync(`${path}.br`, await pressBrotli(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}));
}

/** The index of what was published here last time. */
function publishedIndex(folder: string): AreaIndex | undefined {
  try {
    return readAreaIndex(JSON.parse(readFileSync(join(folder, 'held', 'areas'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Takes over the files that the last index named, and no older ones. */
async function keepFiles(index: AreaIndex, from: string, to: string): Promise<void> {
  const paths = hrefsOf(index)
    .filter(href => new RegExp(`^${filesFolder}/[\\da-f]{32}\\.json$`).test(href))
    .flatMap(href => ['', '.gz', '.br'].map(end => join('held', href + end)));
  for (const path of paths) {
    if (existsSync(join(from, path)) && !existsSync(join(to, path))) await copyFile(join(from, path), join(to, path));
  }
}

/** Two renames: for a moment between them there is no folder, and a server answers 404. */
function swap(fresh: string, target: string): void {
  const old = `${fresh}-old`;
  const replaces = existsSync(target);
  if (replaces) renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (replaces) renameSync(old, target);
    throw error;
  }
  rmSync(old, {recursive: true, force: true});
}
