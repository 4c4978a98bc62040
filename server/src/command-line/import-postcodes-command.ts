import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {readPostcodes} from '../import/postcodes/read-postcodes.js';
import {openStore} from '../store/open-store.js';
import {readDatabaseUrl} from './environment.js';
import {ImportProgress} from './import-progress.js';
import {CommandError} from './messages.js';

const number = new Intl.NumberFormat('en-GB');

/** `held-directory import-postcodes FILE`: all unit postcodes, or none if the file is not one of the two that are known. */
export async function importPostcodesCommand(args: readonly string[]): Promise<void> {
  const {path, withNorthernIreland} = readArguments(args);
  const databaseUrl = readDatabaseUrl(process.env);
  if (!existsSync(path)) throw new CommandError(`No file at ${path}.`);
  const progress = new ImportProgress();
  progress.say(`Reading ${path}`);
  const {files, count, leftOut} = await readPostcodes(path, {
    withNorthernIreland,
    year: new Date().getFullYear(),
    onProgress: rows => progress.show('Postcodes read', rows),
  });
  progress.clear();
  const store = await openStore(databaseUrl);
  try {
    await store.replacePostcodes(files);
  } finally {
    await store.close();
  }
  if (leftOut > 0) {
    progress.say(
      `Left out: ${number.format(leftOut)} of Northern Ireland. To publish them needs a licence of its own; with one, use --with-northern-ireland.`,
    );
  }
  console.log(`Loaded: ${number.format(count)} postcodes in ${number.format(files.size)} districts.`);
}

function readArguments(args: readonly string[]) {
  try {
    const {positionals, values} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {'with-northern-ireland': {type: 'boolean', default: false}},
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new TypeError('one FILE or FOLDER is expected');
    return {path, withNorthernIreland: values['with-northern-ireland']};
  } catch (error) {
    throw new CommandError(
      `held-directory import-postcodes: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}
