/**
 * `npm run check:durability`: SIGKILL at 200 seeded moments, on SQLite and, where it is installed, on PostgreSQL. One line
 * of JSON for each; exit code 1 where anything acknowledged was lost, doubled or came back after it was taken back, or
 * anything was found in halves.
 *
 *   node scripts/durability.mjs [--rounds 200] [--seed 1] [--engine sqlite|postgres]
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {checkDurability} from '../test/server/support/durability.mjs';
import {findPostgres, startPostgres} from '../test/server/support/postgres.mjs';
import {buildServer} from './build-server.mjs';

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '200'},
    seed: {type: 'string', default: '1'},
    engine: {type: 'string'},
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const wanted = engine => values.engine === undefined || values.engine === engine;

await buildServer();
let failed = false;

function report(engine, figures) {
  console.log(JSON.stringify({engine, seed, ...figures}));
  failed ||= figures.lost + figures.doubled + figures.returned + figures.torn > 0 || figures.rounds !== rounds;
}

if (wanted('sqlite')) {
  const folder = mkdtempSync(join(tmpdir(), 'held-durability-'));
  report('sqlite', await checkDurability({databaseUrl: `file:${join(folder, 'held.sqlite')}`, rounds, seed}));
  rmSync(folder, {recursive: true, force: true});
}

if (wanted('postgres') && !findPostgres()) console.log('PostgreSQL is not installed: not checked.');
else if (wanted('postgres')) {
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.database('durability');
    // Every tenth round the database goes down too, as in a power cut.
    const afterRound = async round => void (round % 10 === 0 && (await postgres.crash()));
    report('postgres', await checkDurability({databaseUrl, rounds, seed, afterRound}));
  } finally {
    await postgres.stop();
  }
}
process.exitCode = failed ? 1 : 0;
