/** What a store is tried with, and where each kind of it can be made anew. Starts PostgreSQL for the file that asks. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach} from 'vitest';
import type {Snapshot, StoredEvaluation} from '../../../server/src/store/store.js';
import {sampleFile} from './directory.js';
import {postgresMissing, startPostgres} from './postgres.mjs';
import type {Postgres} from './postgres.mjs';

export const source = {name: 'Test list', sample: true};
export const spaces = sampleFile.spaces.map(space => ({
  ...space,
  provenance: {...space.provenance, source: source.name},
}));
export const monday = new Date('2026-03-02T09:00:00Z');
export const tuesday = new Date('2026-03-03T09:00:00Z');

export const evaluation: StoredEvaluation = {
  keyHash: 'key-1',
  bodyHash: 'body-1',
  codeHash: 'code-1',
  month: '2026-03',
  formVersion: '1',
  serviceId: 'space-1',
  role: 'holder',
  season: {season: 'winter', year: 2026},
  answers: {'time.heard': 'partly'},
  stages: ['threshold'],
  holderStages: ['not-sure'],
};

export let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-store-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});
/** A snapshot as plain values, to compare one with another. */
export const plain = (snapshot: Snapshot) =>
  JSON.parse(
    JSON.stringify({...snapshot, spaces: snapshot.spaces.map(({space, lastModified}) => ({space, lastModified}))}),
  ) as Snapshot;
export const url = () => `file:${join(folder, 'nested', 'held.sqlite')}`;

let postgres: Postgres | undefined;
beforeAll(async () => {
  if (!postgresMissing) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
});
let databases = 0;
const newDatabase = async () => postgres!.database(`store_${++databases}`);

/** The database systems, each with the URL of an empty store. */
export const systems: readonly [string, () => Promise<string>, boolean][] = [
  ['in SQLite', async () => url(), false],
  [`in PostgreSQL${postgresMissing}`, newDatabase, Boolean(postgresMissing)],
];
