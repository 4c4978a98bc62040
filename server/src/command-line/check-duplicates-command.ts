import {parseArgs} from 'node:util';
import {findDuplicates, keepFirst} from '../import/duplicates.js';
import {printable} from '../import/report.js';
import {unmerged} from '../store/merges.js';
import {snapshotOf} from './check-command.js';
import {readDatabaseUrl} from './environment.js';
import {CommandError} from './messages.js';
import {toCsv} from './report-csv.js';
import {reportFile} from './report-file.js';

/** `held-directory duplicates`: spaces of different sources that may be the same, for people to judge and merge. Changes nothing. */
export async function duplicatesCommand(args: readonly string[]): Promise<void> {
  const {csv} = readArguments(args);
  const writeReport = reportFile(csv);
  const snapshot = await snapshotOf(readDatabaseUrl(process.env));
  const pairs = findDuplicates(unmerged(snapshot));
  const kept = new Set(snapshot.merges.map(({keptId}) => keptId));
  console.log(`${pairs.length} pairs of spaces of different sources may be the same.`);
  for (const {reason, spaces: pair} of pairs) {
    const both = pair.map(({id, name, provenance}) => `${name} (${id}, ${provenance.source})`).join(' = ');
    console.log(`  ${reason}: ${printable(both)}`);
    const [keep, other] = keepFirst(pair, kept);
    console.log(`    held-directory merge ${keep.id} ${other.id}`);
  }
  const rows = pairs.map(({reason, spaces: [first, second]}) => [
    reason,
    ...[first.id, first.name, first.provenance.source, first.provenance.checked],
    ...[second.id, second.name, second.provenance.source, second.provenance.checked],
  ]);
  const columns = ['id', 'name', 'source', 'checked'];
  writeReport(toCsv(['reason', ...columns, ...columns.map(column => `other_${column}`)], rows));
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({args: [...args], options: {csv: {type: 'string'}}}).values;
  } catch (error) {
    throw new CommandError(
      `held-directory duplicates: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}
