import {existsSync, readFileSync} from 'node:fs';
import type {Space} from '@held-spaces/domain/space';
import retired from '../../../domain/data/retired-numbers.json' with {type: 'json'};
import {applyImport} from '../import/apply.js';
import {FeedClient} from '../import/feed/client.js';
import {defaultCacheFolder, KeptPages} from '../import/feed/kept-pages.js';
import {baseOfFeed} from '../import/feed/read-feed.js';
import {checkSource} from '../import/held-spaces-format.js';
import type {SourceFacts} from '../import/held-spaces-format.js';
import {ImportError} from '../import/import-error.js';
import {importFeed} from '../import/import-feed.js';
import type {FeedSpaces} from '../import/import-feed.js';
import {readCsvFile} from '../import/read-csv-file.js';
import {readSpacesFile} from '../import/read-spaces-file.js';
import {countRules, doneLine, reportLines} from '../import/report.js';
import type {ImportReport} from '../import/report.js';
import {openStore} from '../store/open-store.js';
import {readDatabaseUrl} from './environment.js';
import {nameOfFeed, readCrosswalkFile, readImportArguments, readPlaces} from './import-options.js';
import type {ImportArguments} from './import-options.js';
import {ImportProgress} from './import-progress.js';
import {CommandError} from './messages.js';
import {reportFile} from './report-file.js';

/** What was read, whichever kind of source it was. */
interface Reading {
  readonly source: SourceFacts;
  readonly spaces: readonly Space[];
  /** Where it was a feed. */
  readonly feed?: FeedSpaces;
}

/**
 * `held-directory import SOURCE`: makes the store hold what a file or a feed does, or says why it did not. The store is
 * opened after everything has been read, so that a source that fails leaves even its absence as it was.
 */
export async function importCommand(args: readonly string[], root: URL): Promise<void> {
  const asked = readImportArguments(args);
  const databaseUrl = readDatabaseUrl(process.env);
  const writeReport = reportFile(asked.report);
  const progress = new ImportProgress();
  const now = new Date();
  const reading =
    asked.kind === 'feed' ? await readFromFeed(asked, root, progress, now) : readFile(asked, root, progress);
  const {source, spaces, feed} = reading;
  const store = await openStore(databaseUrl);
  try {
    const applied = await applyImport(store, asSource(source), spaces, {
      dryRun: asked.dryRun,
      force: asked.force,
      keepMissing: feed?.isPartial ?? false,
      now,
    });
    const report: ImportReport = {
      source: source.name,
      from: asked.from,
      when: now.toISOString(),
      dryRun: asked.dryRun,
      ...(source.licence !== undefined && {licence: source.licence}),
      taken: feed?.taken ?? spaces.length,
      mended: feed?.mended ?? 0,
      refused: feed?.refused ?? 0,
      ...applied,
      ...(feed && {capabilities: feed.capabilities}),
      rules: countRules(feed?.found ?? []),
    };
    for (const line of reportLines(report)) progress.say(line);
    writeReport(`${JSON.stringify(report, null, 2)}\n`);
    console.log(doneLine(report));
  } finally {
    await store.close();
  }
}

function readFile(asked: ImportArguments, root: URL, progress: ImportProgress): Reading {
  const {from: path, kind} = asked;
  if (!existsSync(path)) throw new CommandError(`No file at ${path}.`);
  progress.say(`Reading ${path}`);
  const options = {path, retired, source: {...besideFile(path), ...asked.source}};
  const bytes = readFileSync(path);
  const file =
    kind === 'csv' ? readCsvFile(bytes, {...options, places: readPlaces(root)}) : readSpacesFile(bytes, options);
  progress.say(`Checked: ${file.spaces.length} records of "${file.source.name}"`);
  return file;
}

async function readFromFeed(asked: ImportArguments, root: URL, progress: ImportProgress, now: Date): Promise<Reading> {
  const {from: url} = asked;
  const checked = checkSource({name: nameOfFeed(url), ...asked.source});
  if ('field' in checked) {
    throw new ImportError('cli.record', `${url}, source: "${checked.field}" ${checked.problem}. Nothing was imported.`);
  }
  const {source} = checked;
  const crosswalk = asked.crosswalk === undefined ? undefined : readCrosswalkFile(asked.crosswalk);
  const kept = new KeptPages(asked.cache ?? defaultCacheFolder(process.env), baseOfFeed(url));
  if (asked.fresh) await kept.clear();
  const client = new FeedClient({
    allowPrivate: asked.allowPrivate,
    onWait: wait => progress.say(`Waiting ${Math.ceil(wait / 1000)} seconds, then asking again`),
  });
  progress.say(`Reading ${baseOfFeed(url)}`);
  try {
    const feed = await importFeed(url, {
      client,
      kept,
      source,
      retired,
      crosswalk,
      onlyMapped: asked.onlyMapped,
      places: readPlaces(root),
      now,
      onProgress: (step, done, total) =>
        progress.show(step === 'pages' ? 'Services listed' : 'Services read', done, total),
    });
    progress.clear();
    if (kept.used > 0) progress.say(`Went on from an import that was cut off: ${kept.used} answers were kept`);
    if (source.licence === undefined) {
      progress.say('No licence was said. No feed states one, so ask its publisher and use --licence.');
    }
    await kept.clear();
    return {source, spaces: feed.spaces, feed};
  } catch (error) {
    // What was kept is for going on where a feed stopped answering. One that sent something wrong is better read anew.
    if (error instanceof ImportError && error.code !== 'cli.feed-unreachable') await kept.clear();
    throw error;
  } finally {
    progress.clear();
    client.close();
  }
}

/** What `NAME.source.json` says of `NAME.json` or `NAME.csv`, where there is such a file. */
function besideFile(path: string): Partial<SourceFacts> {
  const beside = path.replace(/(?:\.(?:json|csv))?$/i, '.source.json');
  if (!existsSync(beside)) return {};
  const expected = () =>
    new ImportError('cli.file-format', `${beside} is not a JSON object. First problem at line 1, column 1.`);
  try {
    const facts: unknown = JSON.parse(readFileSync(beside, 'utf8'));
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) throw expected();
    return facts;
  } catch (error) {
    throw error instanceof ImportError ? error : expected();
  }
}

/** Only what was given, in one order, so that the same facts are the same text. */
function asSource({name, attribution, licence, sample}: SourceFacts) {
  return {
    name,
    ...(attribution !== undefined && {attribution}),
    ...(licence !== undefined && {licence}),
    ...(sample !== undefined && {sample}),
  };
}
