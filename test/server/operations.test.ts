/** A running server as its operator and its neighbours meet it: limits, log, figures, stopping, publishing, restoring. */
import {EventEmitter, once} from 'node:events';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {connect} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import Database from 'better-sqlite3';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {clientAddress, networkOf, readTrustedProxies} from '../../server/src/command-line/client-address.js';
import {routeTemplates} from '../../server/src/command-line/metrics.js';
import {InFlight} from '../../server/src/command-line/in-flight.js';
import {WriteLimit} from '../../server/src/command-line/write-limit.js';
import {DirectoryClient} from '../../src/directory/directory-client.js';
import {postgresMissing, startPostgres} from './support/postgres.mjs';
import {sampleFile, samplePath} from './support/directory.js';
import {buildProgram, run, serve} from './support/process.js';
import {sendEvaluation} from './support/send-evaluation.js';
import type {Served} from './support/process.js';

let folder: string;
let variables: Record<string, string>;
const running: Served[] = [];
const serveHere = async (more: Record<string, string> = {}) => {
  const served = await serve({...variables, ...more});
  running.push(served);
  return served;
};
/** What a server logged, line by line. */
const logOf = ({printed}: Served) =>
  printed.error
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'held-operations-'));
  variables = {HELD_DATABASE_URL: `file:${join(folder, 'held.sqlite')}`};
  expect((await run(['import', samplePath], variables)).code).toBe(0);
});
afterEach(async () => {
  for (const {process, ended} of running.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const send = (base: string, headers: Record<string, string> = {}) =>
  sendEvaluation(base, {serviceId: sampleFile.spaces[0]!.id}, headers);
const problemOf = async (response: Response) => {
  const {type} = (await response.json()) as {type: string};
  return `${response.status} ${type.split('/').at(-1)}`;
};
/** Sends bytes as they are, and gives what comes back until the server closes. */
const rawly = (base: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), 'localhost', () => socket.write(text));
    let answer = '';
    socket.on('data', chunk => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });

describe('limits of a server', () => {
  it('end a body that drips in, with a problem', async () => {
    const served = await serveHere({HELD_REQUEST_TIMEOUT_SECONDS: '1'});
    const answer = await rawly(
      served.base,
      'POST /held/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"form',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('Access-Control-Allow-Origin: *');
    expect(answer).toContain('The body must arrive within 1 seconds.');
    expect((await fetch(`${served.base}/healthz`)).status).toBe(200);
    expect(served.printed.error).not.toContain('internal-error');
  });

  it('refuse headers and addresses that are too long, each as the problem that it is', async () => {
    const {base} = await serveHere();
    const headers = await rawly(base, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(headers).toMatch(/^HTTP\/1\.1 431 /);
    expect(headers).toContain('/held/problems/headers-too-large');
    const uri = await fetch(`${base}/services?search=${'x'.repeat(9000)}`);
    expect(await problemOf(uri)).toBe('414 uri-too-long');
    expect(await rawly(base, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    for (const slug of ['timeout', 'uri-too-long', 'headers-too-large', 'origin', 'rate-limited', 'overloaded']) {
      expect(await (await fetch(`${base}/held/problems/${slug}`)).json()).toHaveProperty('title');
    }
  });

  it('let 200 people behind one address write for ten minutes', () => {
    let now = Date.UTC(2026, 10, 21, 10);
    const limit = new WriteLimit({perMinute: 120, now: () => now});
    let refused = 0;
    // Each sends three evaluations, a repeat of each, and takes one back: 1,400 writes. The first 400 come at once.
    for (let write = 0; write < 1400; write++) {
      if (limit.take('203.0.113.7') > 0) refused++;
      if (write >= 400) now += 600;
    }
    expect(refused).toBe(0);
  });

  it('say to a client that writes without end when it may go on, and leave others alone', () => {
    let now = Date.UTC(2026, 10, 21, 10);
    const limit = new WriteLimit({perMinute: 60, now: () => now});
    const waits = Array.from({length: 301}, () => limit.take('2001:db8::1'));
    expect(waits.filter(wait => wait > 0)).toEqual([1]);
    expect(limit.take('2001:db8:0:0:ffff::9')).toBe(1);
    expect(limit.take('2001:db8:0:1::1')).toBe(0);
    now += 1000;
    expect(limit.take('2001:db8::1')).toBe(0);
    // The next day nothing of the last is known.
    now += 24 * 3_600_000;
    expect(Array.from({length: 300}, () => limit.take('2001:db8::1')).every(wait => wait === 0)).toBe(true);
  });

  it('shed writes past so many at once, and go on reading', async () => {
    const {base} = await serveHere({HELD_WRITES_AT_ONCE: '1', HELD_REQUEST_TIMEOUT_SECONDS: '20'});
    const head = 'POST /held/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500';
    const slow = connect(Number(new URL(base).port), 'localhost', () => slow.write(`${head}\r\n\r\n{"form`));
    let answer = await send(base);
    await expect.poll(async () => (answer = await send(base)).status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('2');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await problemOf(answer)).toBe('503 overloaded');
    expect((await fetch(`${base}/services?per_page=1`)).status).toBe(200);
    slow.destroy();
    await expect.poll(async () => (await send(base)).status).toBe(201);
  });

  it('count a request until its answer has left', () => {
    const inFlight = new InFlight(2);
    const answers = Array.from({length: 3}, () => new EventEmitter());
    expect(answers.map(outgoing => inFlight.enter(outgoing as never))).toEqual([true, true, false]);
    answers[0]?.emit('close');
    expect([inFlight.enter(new EventEmitter() as never), inFlight.enter(new EventEmitter() as never)]).toEqual([
      true,
      false,
    ]);
  });

  it('count writes and never reads, and say so as a problem', async () => {
    const {base} = await serveHere({HELD_WRITES_PER_MINUTE: '1'});
    const statuses: number[] = [];
    for (let write = 0; write < 5; write++) statuses.push((await send(base)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201]);
    const refused = await send(base);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await problemOf(refused)).toBe('429 rate-limited');
    for (let read = 0; read < 30; read++) expect((await fetch(`${base}/services?per_page=1`)).status).toBe(200);
  });

  it('tell clients behind a trusted proxy apart, and believe nobody else', async () => {
    const proxied = await serveHere({HELD_WRITES_PER_MINUTE: '1', HELD_TRUSTED_PROXIES: '127.0.0.0/8, ::1'});
    for (let client = 0; client < 8; client++) {
      const answer = await send(proxied.base, {'X-Forwarded-For': `6.6.6.6, 203.0.113.${client}`});
      expect(answer.status).toBe(201);
    }
    const proxies = readTrustedProxies('10.0.0.0/8, ::1')!;
    const from = (remoteAddress: string, forwarded?: string) =>
      clientAddress(
        {socket: {remoteAddress}, headers: {'x-forwarded-for': forwarded}} as unknown as Parameters<
          typeof clientAddress
        >[0],
        proxies,
      );
    expect(from('192.0.2.1', '6.6.6.6')).toBe('192.0.2.1');
    expect(from('10.1.1.1', '6.6.6.6, 192.0.2.2')).toBe('192.0.2.2');
    expect(from('::ffff:10.1.1.1', '6.6.6.6, 192.0.2.2, 10.2.2.2')).toBe('192.0.2.2');
    expect(from('10.1.1.1', 'nonsense')).toBe('10.1.1.1');
    expect(from('10.1.1.1')).toBe('10.1.1.1');
    expect(networkOf('2001:db8::5:1')).toBe('2001:db8:0:0');
  });

  it('take writes from the pages that the operator listed, and from its own', async () => {
    const {base} = await serveHere({HELD_ALLOWED_ORIGINS: 'https://www.example.org, https://surgery.example'});
    expect((await send(base, {Origin: 'https://surgery.example'})).status).toBe(201);
    expect((await send(base, {Origin: base})).status).toBe(201);
    for (const origin of ['https://surgery.example.evil.test', 'http://surgery.example', 'null']) {
      expect(await problemOf(await send(base, {Origin: origin}))).toBe('403 origin');
    }
    expect((await fetch(`${base}/services`, {headers: {Origin: 'https://any.test'}})).status).toBe(200);
  });
});

describe('what a server tells', () => {
  it('nothing of what people looked for or sent, in its log or its figures', async () => {
    const served = await serveHere({HELD_LOG_LEVEL: 'trace'});
    const {base} = served;
    const canaries = ['canary-word', 'LS6', '51.0712', 'canary-body', 'canary-agent', '127.0.0.1', '::1', 'localhost:'];
    const agent = {'User-Agent': 'canary-agent', Referer: 'https://canary-agent.test/'};
    await fetch(`${base}/services?search=canary-word&postcode=LS6+2AB&held_lat=51.0712&held_lon=-1.1`, {
      headers: agent,
    });
    await fetch(`${base}/services?page=canary-word`, {headers: agent});
    await fetch(`${base}/services/canary-word`, {headers: agent});
    await fetch(`${base}/canary-word/LS6?x=51.0712`, {headers: agent});
    await fetch(`${base}/held/postcodes/LS6`, {headers: agent});
    await fetch(`${base}/held/evaluations`, {method: 'POST', body: 'canary-body', headers: agent});
    const {code} = (await (await send(base, agent)).json()) as {code: string};
    await fetch(`${base}/held/evaluations/withdraw`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({code}),
    });
    await rawly(base, 'GET /canary-word HTTP/1.1\r\nX-canary-body: 1');
    const figures = await (await fetch(`${base}/metrics`)).text();
    served.process.kill('SIGTERM');
    await served.ended;
    // One word of a code may be a word of Prometheus too; two beside each other are nobody else's.
    const pairs = code.split(' ').map((word, index, words) => `${word} ${words[index + 1] ?? ''}`);
    for (const canary of [...canaries, code, ...pairs.slice(0, -1)]) {
      expect(served.printed.error, canary).not.toContain(canary);
      expect(figures, canary).not.toContain(canary);
    }
    const events = logOf(served).map(({event}) => event);
    expect(events).toEqual(expect.arrayContaining(['started', 'problem', 'draining', 'stopped']));
    expect(logOf(served)).toContainEqual(
      expect.objectContaining({event: 'problem', problem: 'media-type', status: 415, route: '/held/evaluations'}),
    );
  });

  it('figures by route, method and class of status, to this machine and to whoever knows the token', async () => {
    const {base} = await serveHere();
    await fetch(`${base}/services/${sampleFile.spaces[0]!.id}`);
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toContain(
      'held_http_request_duration_seconds_count{route="/services/:id",method="GET",status="2xx"} 1',
    );
    expect(text).toMatch(/^held_directory_revision 1$/m);
    // Through a proxy on this machine it is not this machine that asks.
    expect((await fetch(`${base}/metrics`, {headers: {'X-Forwarded-For': '192.0.2.1'}})).status).toBe(404);
    const guarded = await serveHere({HELD_METRICS_TOKEN: 'a-token-of-some-length'});
    expect((await fetch(`${guarded.base}/metrics`)).status).toBe(404);
    const headers = {Authorization: 'Bearer a-token-of-some-length'};
    expect((await fetch(`${guarded.base}/metrics`, {headers})).status).toBe(200);
    expect(routeTemplates(['/a/:id', '/b', '/*'])('/a/b/c')).toBe('other');
  });

  it('headers that keep its answers from being framed, guessed or leaked', async () => {
    const {base} = await serveHere({HELD_PUBLIC_URL: 'https://directory.example'});
    for (const path of ['/services', '/held/areas', '/nowhere', '/healthz']) {
      const {headers} = await fetch(base + path);
      expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
      expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
      expect(headers.get('Strict-Transport-Security'), path).toContain('max-age=');
      expect(headers.get('Access-Control-Allow-Origin'), path).toBe('*');
      expect(headers.get('X-Powered-By') ?? headers.get('Server'), path).toBeNull();
    }
  });
});

describe('a server that is told to stop', () => {
  it('says that it is not ready, answers reads, sends writes elsewhere, and ends', async () => {
    const served = await serveHere({HELD_DRAIN_DELAY_SECONDS: '3'});
    const {base} = served;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    served.process.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${base}/readyz`)).status).toBe(503);
    const refused = await send(base);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect(refused.headers.get('Connection')).toBe('close');
    expect(await problemOf(refused)).toBe('503 draining');
    expect((await fetch(`${base}/services?per_page=1`)).status).toBe(200);
    expect(await served.ended).toBe(0);
    expect(served.printed.error).not.toMatch(/fatal|internal-error/);
  });
});

describe('a store that another process keeps locked', () => {
  it('fails a write in a way that can be repeated, and goes on answering reads', async () => {
    const {base} = await serveHere();
    const other = new Database(join(folder, 'held.sqlite'));
    other.exec('begin immediate');
    const sending = send(base);
    expect((await fetch(`${base}/services?per_page=1`)).status).toBe(200);
    const answer = await sending;
    other.exec('rollback');
    other.close();
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(await problemOf(answer)).toBe('503 store-unavailable');
    expect((await send(base)).status).toBe(201);
  });

  it('ends a command in one line', async () => {
    const other = new Database(join(folder, 'held.sqlite'));
    other.exec('begin immediate');
    const {code, error} = await run(['import', samplePath], variables);
    other.exec('rollback');
    other.close();
    expect(code).toBe(1);
    expect(error.trim().split('\n').at(-1)).toBe(
      `The store is open in another process (${join(folder, 'held.sqlite')}). Nothing was changed.`,
    );
  });
});

describe('several servers on one PostgreSQL', () => {
  it.skipIf(postgresMissing)(`see what any of them took within two seconds${postgresMissing}`, async () => {
    const postgres = await startPostgres();
    try {
      const own = {HELD_DATABASE_URL: await postgres.database('shared')};
      const servers = await Promise.all([serveHere(own), serveHere(own)]);
      const totals = () =>
        Promise.all(
          servers.map(async ({base}) => {
            const page = (await (await fetch(`${base}/services?per_page=1`)).json()) as {total_items: number};
            return page.total_items;
          }),
        );
      expect(await totals()).toEqual([0, 0]);
      expect((await run(['import', samplePath], own)).code).toBe(0);
      await expect.poll(totals, {timeout: 2000, interval: 50}).toEqual([161, 161]);
      // A repeat may reach another server than the first attempt did.
      const key = crypto.randomUUID();
      const [first, again] = [
        await send(servers[0]!.base, {'Idempotency-Key': key}),
        await send(servers[1]!.base, {'Idempotency-Key': key}),
      ];
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(await again.json()).toEqual(await first.json());
      expect((await run(['backup', join(folder, 'shared.held')], own)).out).toContain('161 spaces, 1 evaluations');
      for (const {process, ended} of running.splice(0)) {
        process.kill('SIGTERM');
        expect(await ended).toBe(0);
      }
    } finally {
      await postgres.stop();
    }
  });
});

describe('held-directory backup and restore', () => {
  it('make a second directory that answers the same', async () => {
    const first = await serveHere();
    const file = join(folder, 'drill.held');
    expect((await run(['backup', file], variables)).out).toMatch(
      /^Backup written: .*drill\.held \(161 spaces, \d+ eval/,
    );
    expect((await run(['backup', file], variables)).error).toContain('exists already. The store is untouched.\n');
    const own = {HELD_DATABASE_URL: `file:${join(folder, 'restored', 'held.sqlite')}`};
    expect((await run(['restore', file], own)).out).toContain('161 spaces');
    expect(await run(['restore', file], own)).toMatchObject({
      code: 1,
      error: `${join(folder, 'restored', 'held.sqlite')} already holds a store. Move it away first.\n`,
    });
    const second = await serveHere(own);
    for (const path of ['/held/areas', '/services?per_page=100', `/services/${sampleFile.spaces[3]!.id}`]) {
      const [one, two] = await Promise.all([first, second].map(async ({base}) => (await fetch(base + path)).text()));
      expect(two!.replaceAll(second.base, first.base), path).toBe(one);
    }
    expect((await run(['backup'])).error).toContain('one FILE is expected');
  });
});

describe('held-directory publish', () => {
  const publishTo = (target: string) => run(['publish', target], variables);

  it('writes a directory that a plain file server can stand for', async () => {
    const target = join(folder, 'site');
    expect((await publishTo(target)).out).toMatch(/^Published: \d+ files, revision 1, in /);
    const server = createServer((request, response) => {
      const path = join(target, decodeURIComponent(request.url ?? '/'));
      const found = existsSync(path) && path.startsWith(target);
      response.writeHead(found ? 200 : 404).end(found ? readFileSync(path) : '');
    }).listen(0);
    await once(server, 'listening');
    const client = new DirectoryClient(`http://localhost:${(server.address() as AddressInfo).port}`);
    const {index, spaces} = await client.spacesNear({latitude: 53.8, longitude: -1.55}, Infinity);
    expect(spaces.length).toBeGreaterThan(100);
    expect((await client.places()).outcodes.length).toBeGreaterThan(2800);
    const card = spaces.find(({id}) => id === sampleFile.spaces[0]!.id)!;
    expect(await client.details(card, index)).toMatchObject({provenance: {sample: true}});
    server.close();

    const served = await serveHere();
    const paths = readdirSync(join(target, 'held'), {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name) && entry.name !== 'areas')
      .map(entry => join(entry.parentPath, entry.name).slice(target.length));
    for (const path of paths) {
      expect(await (await fetch(served.base + path)).text(), path).toBe(readFileSync(join(target, path), 'utf8'));
    }
    // The index too, but for the folder: beside a file named `areas` there can be no folder of that name.
    const own = readFileSync(join(target, 'held', 'areas'), 'utf8');
    expect(await (await fetch(`${served.base}/held/areas`)).text()).toBe(own.replaceAll('area-files/', 'areas/'));

    const names = readdirSync(join(target, 'held'));
    expect(names).toEqual(expect.arrayContaining(['areas', 'outcodes', 'crisis-contacts', 'vocabularies']));
    const plain = readFileSync(join(target, 'held', 'areas'));
    expect(brotliDecompressSync(readFileSync(join(target, 'held', 'areas.br'))).equals(plain)).toBe(true);
    expect(gunzipSync(readFileSync(join(target, 'held', 'areas.gz'))).equals(plain)).toBe(true);
  });

  it('keeps the files of the last time for whoever holds its index, and no older ones', async () => {
    const target = join(folder, 'renewed');
    const filesOf = () => readdirSync(join(target, 'held', 'area-files')).filter(name => name.endsWith('.json'));
    const list = JSON.parse(readFileSync(samplePath, 'utf8')) as unknown[];
    const publishFirst = async (count: number) => {
      writeFileSync(join(folder, 'some.json'), JSON.stringify({source: {name: 'Some'}, spaces: list.slice(0, count)}));
      const own = {HELD_DATABASE_URL: `file:${join(folder, 'some.sqlite')}`};
      expect((await run(['import', join(folder, 'some.json'), '--force'], own)).code).toBe(0);
      expect((await run(['publish', target], own)).code).toBe(0);
      return filesOf();
    };
    const first = await publishFirst(3);
    const second = await publishFirst(4);
    expect(second).toEqual(expect.arrayContaining(first));
    const third = await publishFirst(5);
    expect(third.some(name => first.includes(name))).toBe(false);
    expect(readdirSync(folder).filter(name => name.startsWith('renewed'))).toEqual(['renewed']);
  });

  it('touches no folder that holds something else', async () => {
    const target = join(folder, 'photos');
    mkdirSync(target);
    writeFileSync(join(target, 'one.jpg'), 'x');
    const {code, error} = await publishTo(target);
    expect({code, error}).toEqual({
      code: 1,
      error: `${target} holds something else than a published directory. Nothing was changed.\n`,
    });
    expect(readdirSync(target)).toEqual(['one.jpg']);
  });
});
