/** The program, fed by files and feeds that are wrong: one clear line, exit code 1, and a store as it was. */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {openStore} from '../../server/src/store/open-store.js';
import type {ImportReport} from '../../server/src/import/report.js';
import {sendJson, serveFeed} from '../support/feeds/feed-server.js';
import type {FakeFeed, FeedServer} from '../support/feeds/feed-server.js';
import {oruk3} from '../support/feeds/records.js';
import {samplePath} from './support/directory.js';

/** A build of its own, two folders below the repository as the program expects, so that no other test meets a half-written one. */
const program = resolve('node_modules/.held-import-test/main.js');
let folder: string;
let server: FeedServer | undefined;

beforeAll(async () => {
  const {dependencies} = JSON.parse(readFileSync('server/package.json', 'utf8')) as {dependencies: object};
  await build({
    entryPoints: ['server/src/main.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: Object.keys(dependencies).flatMap(name => [name, `${name}/*`]),
    logLevel: 'error',
  });
  folder = mkdtempSync(join(tmpdir(), 'held-import-'));
  await run('import', samplePath);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  rmSync(resolve('node_modules/.held-import-test'), {recursive: true, force: true});
});

const databaseUrl = () => `file:${join(folder, 'held.sqlite')}`;
const run = (...args: string[]) =>
  new Promise<{code: number; out: string; error: string}>(done => {
    const env = {PATH: process.env['PATH'], HELD_DATABASE_URL: databaseUrl(), XDG_CACHE_HOME: join(folder, 'cache')};
    execFile(process.execPath, [program, ...args], {env}, (failure, out, error) => {
      done({code: failure ? Number(failure.code) : 0, out, error});
    });
  });
const at = (name: string) => join(folder, name);

/** A fingerprint of everything that the store holds. */
async function content(): Promise<string> {
  const store = await openStore(databaseUrl());
  const snapshot = await store.snapshot();
  await store.close();
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}

/** Runs an import that must fail, and gives its last line. */
async function refusal(...args: string[]): Promise<string> {
  const before = await content();
  const {code, out, error} = await run('import', ...args);
  expect({code, out}).toEqual({code: 1, out: ''});
  expect(error).not.toMatch(/^\s+at /m);
  expect(await content()).toBe(before);
  return error.trim().split('\n').at(-1) ?? '';
}

async function feedRefusal(feed: FakeFeed, ...args: string[]): Promise<string> {
  server = await serveFeed(feed);
  const line = await refusal(server.base, '--allow-private', ...args);
  return line.replace(server.base, 'URL');
}

const sends = (answer: (response: ServerResponse, url: URL) => void): FakeFeed => ({
  dialect: 'oruk3',
  services: [],
  instead: (url, response) => {
    if (!url.pathname.endsWith('/services')) return false;
    answer(response, url);
    return true;
  },
});

const rooms = (count: number) =>
  Array.from({length: count}, (_, index) => oruk3({id: `id-${index}`, name: `Room ${index}`}));

describe('an import that cannot be made', () => {
  it('says which row and column of a spreadsheet is wrong', async () => {
    const template = readFileSync('server/data/import/spaces.template.csv', 'utf8');
    writeFileSync(at('list.csv'), template.replace('18:00-23:00', 'evenings'));
    expect(await refusal(at('list.csv'))).toBe(
      `${at('list.csv')}, row 2 (lantern-room): "monday" must be times such as 18:00-23:00, "24 hours", "closed", or empty. Nothing was imported.`,
    );
  });

  it('says that a feed cannot be reached', async () => {
    const gone = await serveFeed({dialect: 'oruk3', services: []});
    await gone.close();
    // Names that do not exist are not asked again, so this one fails at once.
    expect(await refusal('https://no-such-feed.invalid/oruk')).toMatch(
      /^https:\/\/no-such-feed\.invalid\/oruk\/ could not be reached: its name (?:is not known|could not be looked up)\.$/,
    );
  });

  it('says that a feed is a web page', async () => {
    const page = sends(response => response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><p>Hi'));
    expect(await feedRefusal(page)).toBe('URL/services sent a web page, not a feed.');
  });

  it('stops at a gzip bomb', async () => {
    const bytes = gzipSync(Buffer.alloc(200_000_000, ' '));
    const bomb = sends(response =>
      response.writeHead(200, {'Content-Type': 'application/json', 'Content-Encoding': 'gzip'}).end(bytes),
    );
    expect(await feedRefusal(bomb)).toBe(
      `URL/services passed the limit of ${32 * 1024 * 1024} bytes in one answer. Stopped.`,
    );
  });

  it('stops at a page that never ends', async () => {
    const endless = sends(response => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      const more = () => {
        while (!response.destroyed && response.write('"endless",'.repeat(100_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await feedRefusal(endless)).toContain('URL/services passed the limit of');
  });

  it('does not ask a private address, nor follow a feed to one', async () => {
    server = await serveFeed({dialect: 'oruk3', services: []});
    expect(await refusal(server.base)).toBe(
      `${server.base}/ resolves to a private address. Use --allow-private if that is meant.`,
    );
    expect(server.requests).toEqual([]);
  });

  it('refuses a crosswalk to what is not ours', async () => {
    writeFileSync(at('crosswalk.json'), JSON.stringify({terms: {'Night cafe': {kinds: ['castle']}}}));
    expect(await feedRefusal({dialect: 'oruk3', services: rooms(1)}, '--crosswalk', at('crosswalk.json'))).toBe(
      `${at('crosswalk.json')}: term "Night cafe" is mapped to "castle", which is not one of ours.`,
    );
    writeFileSync(at('crosswalk.json'), '{"terms":\n');
    expect(await refusal('https://x.invalid', '--crosswalk', at('crosswalk.json'))).toBe(
      `${at('crosswalk.json')} is not a crosswalk in JSON. First problem at line 2, column 1.`,
    );
  });

  it('does not begin where its report has nowhere to go', async () => {
    const report = at('no-such-folder/report.json');
    expect(await refusal(samplePath, '--report', report)).toBe(`No file can be written at ${report}.`);
  });

  it.each([
    [['list.csv', '--crosswalk', 'x.json'], '--crosswalk is for feeds, by their URL'],
    [['https://x.invalid', '--only-mapped'], '--only-mapped needs --crosswalk'],
    [['ftp://x.invalid'], 'a feed is an http or https URL'],
    [['https://name:word@x.invalid'], 'a URL with a name or password is not taken'],
    [['a', 'b'], 'one SOURCE is expected'],
  ])('does not take %j', async (args, says) => {
    expect(await refusal(...args)).toBe(`held-directory import: ${says}. See held-directory help.`);
  });
});

describe('an import of a feed', () => {
  it('says first what it would do, then does it, then changes nothing', async () => {
    const services = [...rooms(3), oruk3({id: 'old', description: '<b>Tea</b>'}), oruk3({id: 'nameless', name: ''})];
    server = await serveFeed({dialect: 'oruk3', version: 'HSDS-UK-3.0', services});
    const args = ['import', server.base, '--allow-private', '--source', 'Council', '--licence', 'OGL v3.0'];
    const before = await content();
    const dry = await run(...args, '--dry-run', '--report', at('report.json'));
    expect(dry).toMatchObject({code: 0, out: 'Would import: 4 added, 0 changed, 0 removed, 1 mended, 1 refused.\n'});
    expect(await content()).toBe(before);
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as ImportReport;
    expect(report).toMatchObject({
      source: 'Council',
      dryRun: true,
      licence: 'OGL v3.0',
      taken: 4,
      mended: 1,
      refused: 1,
    });
    expect(report.rules.find(({rule}) => rule === 'markup-removed')).toMatchObject({
      row: 12,
      times: 1,
      records: ['old'],
    });
    expect(report.capabilities).toMatchObject({dialect: 'oruk3', honoursSearch: false, listsHoldChildren: true});

    const wet = await run(...args);
    expect(wet).toMatchObject({code: 0, out: 'Imported: 4 added, 0 changed, 0 removed, 1 mended, 1 refused.\n'});
    expect(wet.error).toContain('Taken: 4 of 5 records.');
    expect(wet.error).toContain('name-missing: The service has no name. (nameless)');
    const again = await run(...args);
    expect(again.out).toBe('Imported: 0 added, 0 changed, 0 removed, 1 mended, 1 refused.\n');
  });

  it('is refused where it suddenly loses much of what it had, unless that is meant', async () => {
    let services = rooms(20);
    server = await serveFeed({
      dialect: 'oruk3',
      services: [],
      instead: (url, response) => {
        if (!url.pathname.endsWith('/services')) return false;
        sendJson(response, {last_page: true, contents: services});
        return true;
      },
    });
    const args = [server.base, '--allow-private', '--source', 'Shrinking'];
    expect((await run('import', ...args)).code).toBe(0);
    services = services.slice(0, 3);
    expect(await refusal(...args)).toBe(
      'Shrinking would lose 85% of its services (20 to 3). Nothing was changed. Check the source, or use --force.',
    );
    expect((await run('import', ...args, '--force')).out).toContain('17 removed');
  });
});

describe('an import that was cut off', () => {
  const feed = (isDown: () => boolean, fault: (response: ServerResponse) => void): FakeFeed => ({
    dialect: 'oruk3',
    services: rooms(6),
    isShallow: true,
    instead: (url, response) => {
      if (!isDown() || !url.pathname.endsWith('/id-4')) return false;
      fault(response);
      return true;
    },
  });
  const asksFor = (id: string) => server?.requests.filter(path => path.endsWith(`/services/${id}`)).length;

  it('goes on where it was', async () => {
    let isDown = true;
    server = await serveFeed(
      feed(
        () => isDown,
        response => response.writeHead(429, {'Retry-After': '90000'}).end(),
      ),
    );
    const args = [server.base, '--allow-private', '--source', 'Cut off'];
    expect(await refusal(...args)).toBe(`${server.base}/services/id-4 could not be reached: it answered 429.`);
    isDown = false;
    const {out, error} = await run('import', ...args);
    expect(out).toContain('6 added');
    expect(error).toMatch(/Went on from an import that was cut off: \d+ answers were kept/);
    expect([asksFor('id-0'), asksFor('id-4')]).toEqual([1, 2]);
  });

  it('begins again where the feed sent something wrong', async () => {
    let isDown = true;
    server = await serveFeed(
      feed(
        () => isDown,
        response => response.writeHead(200, {'Content-Type': 'text/html'}).end('<p>'),
      ),
    );
    const args = [server.base, '--allow-private', '--source', 'Begun again'];
    expect(await refusal(...args)).toBe(`${server.base}/services/id-4 sent a web page, not a feed.`);
    isDown = false;
    expect((await run('import', ...args)).out).toContain('6 added');
    expect(asksFor('id-0')).toBe(2);
  });
});

describe('the keepers’ reports', () => {
  it('say what could be put right, as counts and record by record', async () => {
    const {code, out} = await run('check', '--csv', at('check.csv'), '--source', 'Held Spaces sample 2026');
    expect(code).toBe(0);
    expect(out).toMatch(/^161 spaces, \d+ with nothing to add\.\n/);
    expect(out).toMatch(/\d+ {2}give no opening times \(no-hours\)/);
    const lines = readFileSync(at('check.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffproblem,id,name,source,checked,source_url');
    const noHours = Number(/(\d+) {2}give no opening times/.exec(out)?.[1]);
    expect(lines.filter(line => line.startsWith('no-hours,'))).toHaveLength(noHours);
    expect((await run('check', '--source', 'nobody')).error).toContain('There is no source "nobody".');
  });

  it('say where nothing is near at an hour, as a table and a map that asks nobody for anything', async () => {
    const {code, out} = await run(
      'gaps',
      '--at',
      'sat 22:00',
      '--area',
      'LS,BD1',
      '--csv',
      at('gaps.csv'),
      '--map',
      at('gaps.html'),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^Saturday at 22:00, \d+ spaces to go to, \d+ postcode districts:\n/);
    const rows = readFileSync(at('gaps.csv'), 'utf8').trim().split('\r\n').slice(1);
    const districts = new Set(rows.map(row => row.split(',')[0]));
    expect(rows).toHaveLength(districts.size * 5);
    expect([...districts].every(name => /^(?:LS\d+|BD1)$/.test(name ?? ''))).toBe(true);
    const page = readFileSync(at('gaps.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
    expect(page).toContain('Holds sample data');
    expect((await run('gaps', '--at', 'sometime')).error).toContain('--at must be a day and a time');
    expect((await run('gaps', '--area', 'ZZ')).error).toContain('--area names no postcode area or district');
  });
});
