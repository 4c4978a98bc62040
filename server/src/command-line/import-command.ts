import {existsSync, readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import retired from '../../../domain/data/retired-numbers.json' with {type: 'json'};
import {ImportError} from '../import/import-error.js';
import {readSpacesFile} from '../import/read-spaces-file.js';
import type {SourceFacts} from '../import/held-spaces-format.js';
import {openStore} from '../store/open-store.js';
import {readDatabaseUrl} from './environment.js';
import {CommandError} from './messages.js';

/** `held-directory import FILE`: makes the store hold what the file does, or says why it did not. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const {path, source} = readArguments(args);
  const databaseUrl = readDatabaseUrl(process.env);
  if (!existsSync(path)) throw new CommandError(`No file at ${path}.`);
  console.error(`Reading ${path}`);
  const file = readSpacesFile(readFileSync(path), {path, retired, source: {...besideFile(path), ...source}});
  console.error(`Checked: ${file.spaces.length} records of "${file.source.name}"`);
  const store = await openStore(databaseUrl);
  try {
    const {added, changed, removed} = await store.replaceSource(asSource(file.source), file.spaces, new Date());
    console.log(`Imported: ${added} added, ${changed} changed, ${removed} removed, 0 mended, 0 refused.`);
  } finally {
    await store.close();
  }
}

function readArguments(args: readonly string[]): {readonly path: string; readonly source: Partial<SourceFacts>} {
  try {
    const {positionals, values} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: {type: 'string'},
        attribution: {type: 'string'},
        licence: {type: 'string'},
        sample: {type: 'boolean'},
      },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new TypeError('one FILE is expected');
    const {source: name, ...facts} = values;
    return {path, source: {...facts, ...(name !== undefined && {name})}};
  } catch (error) {
    throw new CommandError(
      `held-directory import: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}

/** What `NAME.source.json` says of `NAME.json`, where there is such a file. */
function besideFile(path: string): Partial<SourceFacts> {
  const beside = path.replace(/(?:\.json)?$/i, '.source.json');
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
