import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readAreaIndex} from '@held-spaces/domain/read-files';
import {distanceKm} from '@held-spaces/domain/distance';
import {findUnit} from '@held-spaces/domain/postcode-file';
import type {PostcodeFile} from '@held-spaces/domain/postcode-file';
import fc from 'fast-check';
import proj4 from 'proj4';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import {fromNationalGrid} from '../../server/src/import/postcodes/national-grid.js';
import {readPostcodes} from '../../server/src/import/postcodes/read-postcodes.js';
import {openStore} from '../../server/src/store/open-store.js';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import type {Postgres} from './support/postgres.mjs';

let folder: string;
let postgres: Postgres | undefined;
beforeAll(async () => {
  if (!postgresMissing) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-postcodes-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const onspd = (...rows: string[]) =>
  write('ONSPD.csv', ['"pcd7","pcd8","pcds","dointr","doterm","lat","long"', ...rows].join('\r\n'));
const year = 2026;
const fileOf = (files: ReadonlyMap<string, string>, outcode: string) =>
  JSON.parse(files.get(outcode) ?? 'null') as PostcodeFile | null;

describe('the postcodes of the ONS Postcode Directory', () => {
  it('become one file for each district, in use and with a place', async () => {
    const path = onspd(
      '"LS6 2AB","LS6  2AB","LS6 2AB","198001","",53.8212345,-1.5712345',
      '"LS6 2AA","LS6  2AA","LS6 2AA","198001","",53.822,-1.572',
      '"LS6 9ZZ","LS6  9ZZ","LS6 9ZZ","198001","201001",53.823,-1.573',
      '"LS6 1XX","LS6  1XX","LS6 1XX","198001","",99.999999,0',
      '"W1A 1AA","W1A  1AA","W1A 1AA","198001","",51.518,-0.143',
      '"JE2 3AB","JE2  3AB","JE2 3AB","198001","",49.18,-2.1',
    );
    const {files, count} = await readPostcodes(path, {year});
    expect([...files.keys()]).toEqual(['LS6', 'W1A']);
    expect(count).toBe(3);
    expect(fileOf(files, 'LS6')).toEqual({
      attribution: expect.stringContaining('Open Government Licence') as string,
      outcode: 'LS6',
      units: [
        ['2AA', 53.822, -1.572],
        ['2AB', 53.82123, -1.57123],
      ],
    });
  });

  it('leave out Northern Ireland, which is under another licence, unless the operator has that', async () => {
    const path = onspd('"BT1 5GS","BT1  5GS","BT1 5GS","198001","",54.597,-5.93');
    expect(await readPostcodes(path, {year})).toMatchObject({count: 0, leftOut: 1});
    expect((await readPostcodes(path, {year, withNorthernIreland: true})).count).toBe(1);
  });

  it('are refused whole at the first line that is none', async () => {
    const refusal = async (path: string) =>
      readPostcodes(path, {year}).then(
        () => 'read',
        (error: Error) => error.message,
      );
    const says = (path: string, line: number) =>
      `${path} is not the ONS Postcode Directory or OS Code-Point Open, as CSV. First problem at line ${line}, column 1.`;
    const cut = onspd('"LS6 2AB","","LS6 2AB","198001","",53.8,-1.5', '"LS6 2AC","","LS6 2AC"');
    expect(await refusal(cut)).toBe(says(cut, 3));
    const other = write('other.csv', 'id,name\n1,2\n');
    expect(await refusal(other)).toBe(says(other, 1));
    const empty = write('empty.csv', '');
    expect(await refusal(empty)).toBe(says(empty, 1));
    mkdirSync(join(folder, 'none'));
    expect(await refusal(join(folder, 'none'))).toContain('is not a folder with');
  });
});

describe('the postcodes of OS Code-Point Open', () => {
  it('are read from a folder, with their grid references as latitude and longitude', async () => {
    mkdirSync(join(folder, 'CSV'));
    write('CSV/ls.csv', '"LS6 2AB",10,428500,436000,"E92000001","","","","",""\n"LS6 2ZZ",90,0,0,"","","","","",""\n');
    write('CSV/ab.csv', '"AB101AB",10,394235,806529,"S92000003","","","","",""\n');
    write('CSV/readme.txt', 'not read');
    const {files, count} = await readPostcodes(join(folder, 'CSV'), {year});
    expect(count).toBe(2);
    const leeds = findUnit(fileOf(files, 'LS6')!, 'ls6 2ab')!;
    expect(distanceKm(leeds, {latitude: 53.81928, longitude: -1.56704})).toBeLessThan(0.2);
    expect(findUnit(fileOf(files, 'LS6')!, 'LS6 2ZZ')).toBeUndefined();
    expect(findUnit(fileOf(files, 'LS6')!, 'AB10 1AB')).toBeUndefined();
    expect(fileOf(files, 'AB10')?.units).toHaveLength(1);
  });

  it('lie where another program puts them, all over Great Britain', () => {
    proj4.defs(
      'EPSG:27700',
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
    );
    fc.assert(
      fc.property(
        fc.integer({min: 80_000, max: 655_000}),
        fc.integer({min: 5000, max: 1_220_000}),
        (easting, northing) => {
          const [longitude = 0, latitude = 0] = proj4('EPSG:27700', 'WGS84', [easting, northing]);
          expect(distanceKm(fromNationalGrid(easting, northing), {latitude, longitude})).toBeLessThan(0.002);
        },
      ),
    );
  });
});

describe.each([
  ['memory', async () => createMemoryStore(), false],
  ['SQLite', async () => openStore(`file:${join(folder, 'held.sqlite')}`), false],
  [
    `PostgreSQL${postgresMissing}`,
    async () => openStore(await postgres!.database('postcodes')),
    Boolean(postgresMissing),
  ],
] as const)('postcodes kept in %s', (_name, open, isMissing) => {
  it.skipIf(isMissing)('are served a district at a time, and replaced whole', async () => {
    const store = await open();
    const app = createApp(store, {publicUrl: 'https://directory.example'});
    expect((await app.request('/held/postcodes/LS6')).status).toBe(404);
    const path = onspd(
      '"LS6 2AB","","LS6 2AB","198001","",53.82,-1.57',
      '"W1A 1AA","","W1A 1AA","198001","",51.5,-0.1',
    );
    const indexOf = async () => readAreaIndex(await (await app.request('/held/areas')).json());
    expect(await indexOf()).not.toHaveProperty('postcodes');
    await store.replacePostcodes((await readPostcodes(path, {year})).files);
    expect((await indexOf()).postcodes).toBe(true);
    const answer = await app.request('/held/postcodes/ls6');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const file = (await answer.json()) as PostcodeFile;
    expect(findUnit(file, 'LS6 2AB')).toEqual({latitude: 53.82, longitude: -1.57});
    const etag = answer.headers.get('ETag') ?? '';
    expect((await app.request('/held/postcodes/LS6', {headers: {'If-None-Match': etag}})).status).toBe(304);
    for (const outcode of ['LS62AB', '%20', 'ZZ99', "LS6'--"]) {
      expect((await app.request(`/held/postcodes/${outcode}`)).status, outcode).toBe(404);
    }
    await store.replacePostcodes(new Map([['LS6', '{"attribution":"","outcode":"LS6","units":[]}']]));
    expect((await app.request('/held/postcodes/W1A')).status).toBe(404);
    await store.close();
  });
});
