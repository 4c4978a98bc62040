import {parseArgs} from 'node:util';
import retired from '../../../domain/data/retired-numbers.json' with {type: 'json'};
import {openStore} from '../store/open-store.js';
import type {Snapshot} from '../store/store.js';
import {checks, checkSpace} from './check-spaces.js';
import type {CheckId} from './check-spaces.js';
import {readEnvironment} from './environment.js';
import {CommandError} from './messages.js';
import {toCsv} from './report-csv.js';
import {reportFile} from './report-file.js';

const number = new Intl.NumberFormat('en-GB');

/** `held-directory check`: what the keepers of the directory could put right, as counts, and record by record as CSV. */
export async function checkCommand(args: readonly string[]): Promise<void> {
  const {csv, source} = readArguments(args);
  const writeReport = reportFile(csv);
  const {databaseUrl, staleAfterDays} = readEnvironment(process.env);
  const {spaces, sources} = await snapshotOf(databaseUrl);
  if (source !== undefined && !sources.some(({name}) => name === source)) {
    throw new CommandError(`There is no source "${source}". Sources: ${sources.map(({name}) => name).join(', ')}.`);
  }
  const options = {now: new Date(), staleAfterDays, retired};
  const checked = spaces
    .map(({space}) => space)
    .filter(({provenance}) => source === undefined || provenance.source === source)
    .map(space => ({space, found: checkSpace(space, options)}));
  const ids = Object.keys(checks) as CheckId[];
  console.log(
    `${number.format(checked.length)} spaces, ${number.format(checked.filter(({found}) => found.length === 0).length)} with nothing to add.`,
  );
  for (const id of ids) {
    const count = checked.filter(({found}) => found.includes(id)).length;
    if (count > 0) console.log(`${number.format(count).padStart(8)}  ${checks[id]} (${id})`);
  }
  const rows = ids.flatMap(id =>
    checked
      .filter(({found}) => found.includes(id))
      .map(({space}) => [
        id,
        space.id,
        space.name,
        space.provenance.source,
        space.provenance.checked,
        space.provenance.url,
      ]),
  );
  writeReport(toCsv(['problem', 'id', 'name', 'source', 'checked', 'source_url'], rows));
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({args: [...args], options: {csv: {type: 'string'}, source: {type: 'string'}}}).values;
  } catch (error) {
    throw new CommandError(
      `held-directory check: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}

/** What a store holds, read once. */
export async function snapshotOf(databaseUrl: string): Promise<Snapshot> {
  const store = await openStore(databaseUrl);
  try {
    return await store.snapshot();
  } finally {
    await store.close();
  }
}
