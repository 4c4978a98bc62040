/** The short form of `npm run check:durability`. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {checkDurability} from './support/durability.mjs';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import {buildProgram} from './support/process.js';

const rounds = 10;
const sound = {rounds, lost: 0, doubled: 0, returned: 0, torn: 0};

beforeAll(() => buildProgram());

describe('a directory that is killed at any moment', () => {
  it('loses, doubles and brings back nothing that it acknowledged, on SQLite', {timeout: 300_000}, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'held-killed-'));
    const figures = await checkDurability({databaseUrl: `file:${join(folder, 'held.sqlite')}`, rounds, seed: 7});
    rmSync(folder, {recursive: true, force: true});
    expect(figures).toMatchObject(sound);
    expect(figures.acknowledged).toBeGreaterThan(rounds);
    expect(figures.withdrawn).toBeGreaterThan(0);
  });

  it.skipIf(postgresMissing)(
    `loses, doubles and brings back nothing that it acknowledged, on PostgreSQL${postgresMissing}`,
    {timeout: 300_000},
    async () => {
      const postgres = await startPostgres();
      try {
        const databaseUrl = await postgres.database('killed');
        // The database goes down with the server once, as in a power cut.
        const afterRound = async (round: number) => void (round === 5 && (await postgres.crash()));
        const figures = await checkDurability({databaseUrl, rounds, seed: 7, afterRound});
        expect(figures).toMatchObject(sound);
        expect(figures.acknowledged).toBeGreaterThan(rounds);
        expect(figures.withdrawn).toBeGreaterThan(0);
      } finally {
        await postgres.stop();
      }
    },
  );
});
