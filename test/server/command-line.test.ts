/** The built program, as an operator meets it: started, misconfigured, fed, stopped and killed. */
import {once} from 'node:events';
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {request} from 'node:http';
import Database from 'better-sqlite3';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {preferredEncoding} from '../../server/src/command-line/compression.js';
import {sampleFile, samplePath} from './support/directory.js';
import {buildProgram, freePort, run, serve} from './support/process.js';
import {sendEvaluation as sendTo} from './support/send-evaluation.js';
import type {Served} from './support/process.js';

let folder: string;
let variables: Record<string, string>;
const running: Served[] = [];
const serveHere = async (more: Record<string, string> = {}) => {
  const served = await serve({...variables, ...more});
  running.push(served);
  return served;
};

beforeAll(() => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'held-cli-'));
  variables = {HELD_DATABASE_URL: `file:${join(folder, 'held.sqlite')}`};
});
afterEach(async () => {
  for (const {process, ended} of running.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

const total = async (base: string) =>
  ((await (await fetch(`${base}/services?per_page=1`)).json()) as {total_items: number}).total_items;
const sendEvaluation = (base: string, key = crypto.randomUUID() as string) =>
  sendTo(base, {serviceId: sampleFile.spaces[0]!.id}, {'Idempotency-Key': key});

describe('held-directory import', () => {
  it('loads the sample, and does nothing the second time', async () => {
    const first = await run(['import', samplePath], variables);
    expect(first).toMatchObject({code: 0, out: 'Imported: 161 added, 0 changed, 0 removed, 0 mended, 0 refused.\n'});
    const second = await run(['import', samplePath], variables);
    expect(second).toMatchObject({code: 0, out: 'Imported: 0 added, 0 changed, 0 removed, 0 mended, 0 refused.\n'});
  });

  it('says which record and field of a file is broken, and changes nothing', async () => {
    const list = JSON.parse(readFileSync(samplePath, 'utf8')) as Record<string, unknown>[];
    list[7]!['openingHours'] = [{days: ['MO'], opens: '9am', closes: null, note: null}];
    const path = join(folder, 'broken.json');
    writeFileSync(path, JSON.stringify(list));
    const {code, out, error} = await run(
      ['import', path, '--source', 'Held Spaces sample 2026', '--sample'],
      variables,
    );
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error.trim().split('\n').at(-1)).toBe(
      `${path}, record 8 (${String(list[7]!['id'])}): "openingHours.0.opens" must be a time as HH:MM. Nothing was imported.`,
    );
    const {base} = await serveHere();
    expect(await total(base)).toBe(161);
  });

  it('says that there is no such file, and what arguments it takes', async () => {
    expect(await run(['import', 'nowhere.json'], variables)).toMatchObject({
      code: 1,
      error: 'No file at nowhere.json.\n',
    });
    expect((await run(['import'], variables)).error).toContain('one SOURCE is expected');
    expect((await run(['import', samplePath, '--colour'], variables)).code).toBe(1);
    expect((await run(['dance'])).error).toContain('"dance" is not a command');
    expect((await run(['help'])).out).toContain('held-directory serve');
  });

  it('can run beside a server, which then shows the new list without a restart', async () => {
    const {base} = await serveHere();
    const before = await total(base);
    const path = join(folder, 'other.json');
    const list = JSON.parse(readFileSync(samplePath, 'utf8')) as unknown[];
    writeFileSync(path, JSON.stringify({source: {name: 'Other'}, spaces: list.slice(0, 2)}));
    expect((await run(['import', path], variables)).code).toBe(0);
    await expect.poll(() => total(base), {timeout: 10_000}).toBe(before + 2);
    // An empty list takes the source's spaces away again.
    writeFileSync(path, JSON.stringify({source: {name: 'Other'}, spaces: []}));
    expect((await run(['import', path], variables)).out).toContain('2 removed');
    await expect.poll(() => total(base), {timeout: 10_000}).toBe(before);
  });

  it('makes one list of it when two start at the same moment on an empty store', async () => {
    const own = {HELD_DATABASE_URL: `file:${join(folder, 'twice', 'held.sqlite')}`};
    const runs = await Promise.all([run(['import', samplePath], own), run(['import', samplePath], own)]);
    expect(runs.map(({code, error}) => [code, error.includes('not available')])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect(runs.filter(({out}) => out.includes('161 added'))).toHaveLength(1);
  });
});

describe('held-directory serve', () => {
  it('re-uses what was loaded before', async () => {
    await run(['import', samplePath], variables);
    const first = await serveHere();
    expect(await total(first.base)).toBe(161);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = await serveHere();
    expect(await total(second.base)).toBe(161);
    expect(second.printed.out).toContain(`Held Spaces directory: ${second.base}/`);
  });

  it('says that a port is in use', async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    await once(other, 'listening');
    const {code, error} = await run(['serve'], {...variables, PORT: String(port)});
    other.close();
    expect({code, error}).toEqual({code: 1, error: `Port ${port} is in use. Stop the other process or set PORT.\n`});
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 1 to 65535. The server did not start.'],
    ['PORT', '99999', 'PORT must be a whole number from 1 to 65535. The server did not start.'],
    [
      'HELD_STALE_AFTER_DAYS',
      '0',
      'HELD_STALE_AFTER_DAYS must be a whole number from 1 to 36500. The server did not start.',
    ],
    ['HELD_CORRECTIONS', 'ring us', 'HELD_CORRECTIONS must be an email address, or the https address of a page.'],
    ['HELD_PUBLIC_URL', 'directory.example', 'HELD_PUBLIC_URL must be an http or https URL'],
    ['HELD_PUBLIC_URL', 'ftp://directory.example', 'HELD_PUBLIC_URL must be an http or https URL'],
    ['HELD_DATABASE_URL', 'data/x.sqlite', 'HELD_DATABASE_URL must be file:PATH'],
    ['HELD_DATABASE_URL', 'postgres://localhost', 'HELD_DATABASE_URL must be file:PATH, such as'],
    ['HELD_DATABASE_URL', 'mysql://localhost/held', 'HELD_DATABASE_URL must be file:PATH, such as'],
    ['HELD_LOG_LEVEL', 'loud', 'HELD_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    ['HELD_ALLOWED_ORIGINS', 'www.example.org', 'HELD_ALLOWED_ORIGINS must be a list of origins between commas'],
    ['HELD_ALLOWED_ORIGINS', 'https://example.org/', 'HELD_ALLOWED_ORIGINS must be a list of origins between commas'],
    ['HELD_TRUSTED_PROXIES', '10.0.0.0/33', 'HELD_TRUSTED_PROXIES must be a list of addresses between commas'],
    ['HELD_TRUSTED_PROXIES', 'proxy', 'HELD_TRUSTED_PROXIES must be a list of addresses between commas'],
    ['HELD_READS_AT_ONCE', '0', 'HELD_READS_AT_ONCE must be a whole number from 1 to 100000.'],
    ['HELD_WRITES_AT_ONCE', 'many', 'HELD_WRITES_AT_ONCE must be a whole number from 1 to 100000.'],
    ['HELD_WRITES_PER_MINUTE', '0', 'HELD_WRITES_PER_MINUTE must be a whole number from 1 to 100000.'],
    ['HELD_REQUEST_TIMEOUT_SECONDS', 'soon', 'HELD_REQUEST_TIMEOUT_SECONDS must be a whole number from 1 to 600.'],
    ['HELD_DRAIN_SECONDS', '-1', 'HELD_DRAIN_SECONDS must be a whole number from 1 to 600.'],
    ['HELD_DRAIN_DELAY_SECONDS', '1.5', 'HELD_DRAIN_DELAY_SECONDS must be a whole number from 0 to 600.'],
    ['HELD_METRICS_TOKEN', 'short', 'HELD_METRICS_TOKEN must be 16 to 200 letters, digits'],
  ])('does not start with %s=%s, and says why in one line', async (name, value, line) => {
    const {code, error} = await run(['serve'], {...variables, [name]: value});
    expect(code).toBe(1);
    expect(error).toContain(line);
    expect(error.trim()).not.toContain('\n');
  });

  it('does not start on a store of a newer version', async () => {
    const path = join(folder, 'newer.sqlite');
    await run(['import', samplePath], {HELD_DATABASE_URL: `file:${path}`});
    const database = new Database(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('0099-later', '2030')");
    database.close();
    const {code, error} = await run(['serve'], {HELD_DATABASE_URL: `file:${path}`});
    expect(code).toBe(1);
    expect(error).toContain('The store was made by a newer version (0099-later;');
  });

  it('does not start on a file that is no store', async () => {
    const path = join(folder, 'not-a-store.sqlite');
    copyFileSync('package.json', path);
    const {code, error} = await run(['serve'], {HELD_DATABASE_URL: `file:${path}`});
    expect(code).toBe(1);
    expect(error).toMatch(/^The store at .* could not be opened: .*\n$/);
  });

  it('finishes the answers under way when it is told to stop', async () => {
    const {base, process, ended} = await serveHere();
    const sending = Array.from({length: 5}, () => sendEvaluation(base));
    // Each does its work first, for which a slow machine needs longer than a poll waits by itself.
    await expect.poll(() => countRows(), {timeout: 20_000}).toBeGreaterThan(0);
    process.kill('SIGTERM');
    const answers = await Promise.allSettled(sending);
    expect(await ended).toBe(0);
    const statuses = answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value.status : []));
    // Whoever comes after that is sent back whole, to try again; all that was stored was said to be.
    expect(statuses.filter(status => status !== 201 && status !== 503)).toEqual([]);
    expect(statuses.filter(status => status === 201)).toHaveLength(countRows());
    expect(countRows()).toBeGreaterThan(0);
  });

  it('sends long answers in Brotli or gzip, as the asker takes them', async () => {
    const {base} = await serveHere();
    const plain = await raw(`${base}/held/outcodes`, {});
    const brotli = await raw(`${base}/held/outcodes`, {'Accept-Encoding': 'gzip, deflate, br'});
    const zipped = await raw(`${base}/held/outcodes`, {'Accept-Encoding': 'gzip'});
    expect(plain.encoding).toBeUndefined();
    expect(brotli.encoding).toBe('br');
    expect(zipped.encoding).toBe('gzip');
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 3);
    expect(brotli.vary).toContain('Accept-Encoding');
    expect(preferredEncoding('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(preferredEncoding('*')).toBe('br');
    expect(preferredEncoding('identity')).toBeUndefined();
  });

  it('serves the demo pages with this directory’s address in them, under a strict policy', async () => {
    const {base} = await serveHere();
    const page = await fetch(`${base}/demo/`);
    const text = await page.text();
    expect(text).toContain(base);
    expect(text).not.toContain('{{directory}}');
    expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self' /);
    expect((await fetch(`${base}/demo`)).url).toBe(`${base}/demo/`);
    for (const path of ['/demo/../package.json', '/demo/%2e%2e/package.json', '/widgets/..%2f..%2fpackage.json']) {
      expect((await raw(base + path, {})).status, path).toBe(404);
    }
  });

  it('prints nothing of what it is asked or sent', async () => {
    const served = await serveHere();
    const {base} = served;
    await fetch(`${base}/services?search=canary-in-a-search&postcode=LS6+2AB`);
    await fetch(`${base}/services?page=canary-in-a-page`);
    await fetch(`${base}/canary-in-a-path/LS6`);
    await fetch(`${base}/held/evaluations`, {method: 'POST', body: 'canary-in-a-body'});
    await sendEvaluation(base);
    served.process.kill('SIGTERM');
    await served.ended;
    expect(
      served.printed.out
        .trim()
        .split('\n')
        .every(line => line.includes(`${base}/`)),
    ).toBe(true);
    expect(served.printed.out + served.printed.error).not.toMatch(/canary|LS6|127\.0\.0\.1|::1/);
  });
});

/** Rows in the store's file, read by another program than the one that wrote them. */
function countRows(): number {
  const database = new Database(join(folder, 'held.sqlite'));
  const count = database.prepare('select count(*) from evaluations').pluck().get() as number;
  database.close();
  return count;
}

/** A request whose answer is not decoded on the way, and whose path is not tidied. */
function raw(url: string, headers: Record<string, string>) {
  return new Promise<{status: number; encoding: string | undefined; vary: string | undefined; body: Buffer}>(
    (resolve, reject) => {
      const {hostname, port, origin} = new URL(url);
      request({hostname, port, path: url.slice(origin.length), headers}, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            encoding: response.headers['content-encoding'],
            vary: response.headers.vary,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}
