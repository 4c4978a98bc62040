/**
 * `npm run check:oruk`: the built directory with the sample list, behind somebody else's judge. Stoplight Prism stands
 * between as a proxy and compares every request and answer with Open Referral UK's own OpenAPI document. Asks every path,
 * every page and every id. Ends with a sum, and with exit code 1 if anything was not as the standard says.
 */
/* global AbortSignal */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const standard = 'server/standards/oruk-3.0/openapi.bundled.json';
const program = 'server/dist/main.js';
const sample = 'server/data/sample/spaces.uk.json';
const prism = 'node_modules/@stoplight/prism-cli/dist/index.js';
/** How long a process may take until it answers, in milliseconds. */
const patience = 60_000;

const started = [];
const folder = mkdtempSync(join(tmpdir(), 'held-oruk-'));

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program of Node and waits until its address answers. */
async function start(args, address, env = {}) {
  const child = spawn(process.execPath, args, {env: {...process.env, ...env}, stdio: ['ignore', 'ignore', 'pipe']});
  started.push(child);
  let said = '';
  child.stderr.on('data', data => (said += data));
  const ended = once(child, 'close').then(([code]) => Promise.reject(new Error(`${args[0]} ended (${code}): ${said}`)));
  ended.catch(() => undefined);
  await Promise.race([ended, answers(address)]);
}

async function answers(address) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const isThere = await fetch(address).then(
      response => response.status < 500,
      () => false,
    );
    if (isThere) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${address} did not answer within ${patience / 1000} seconds.`);
}

/** Prism in front of a server. Answers 500 with what is wrong where an answer is not as the standard says. */
async function judge(upstream) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  await start(
    [prism, 'proxy', standard, upstream, '--errors', '--host', '127.0.0.1', '--port', String(port)],
    `${address}/`,
  );
  return address;
}

/** What Prism says of a path: the answer, or its violations as lines. */
async function ask(address, path) {
  const response = await fetch(`${address}${path}`, {signal: AbortSignal.timeout(patience)});
  const body = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return {body, violations: []};
  const details = body?.validation ?? [{message: body?.detail ?? body?.title ?? 'no JSON'}];
  return {
    body: undefined,
    violations: details.map(
      ({location = [], message}) => `${response.status} ${path}: ${location.join('.')} ${message}`,
    ),
  };
}

/** Every page of a list. Returns the ids on them. */
async function walk(address, list, query, sum) {
  const ids = [];
  for (let page = 1; ; page++) {
    const {body, violations} = await ask(address, `/${list}?${query}page=${page}`);
    sum.asked++;
    sum.violations.push(...violations);
    if (!body) return ids;
    ids.push(...body.contents.map(({id}) => id));
    if (body.last_page) {
      if (ids.length !== body.total_items || new Set(ids).size !== ids.length) {
        sum.violations.push(`/${list}: ${ids.length} entries on its pages, total_items is ${body.total_items}`);
      }
      return ids;
    }
  }
}

const lists = ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'];
/** Every parameter of the standard and of ours, and the list that takes it. The terms are those of the sample. */
const questions = ({term, taxonomy, organization}) => [
  '/services?full=true&per_page=100&page=1',
  '/services?full=true&per_page=100&page=2',
  '/services?minimal=true',
  '/services?search=leeds',
  `/services?taxonomy_term_id=${term}`,
  `/services?taxonomy_id=${taxonomy}`,
  `/services?organization_id=${organization}`,
  '/services?modified_after=2020-01-01T00:00:00Z',
  '/services?postcode=LS6&proximity=20000',
  '/services?minimum_age=17&maximum_age=17',
  '/services?day=MO&start_time=09:00&end_time=18:00',
  '/services?held_lat=53.8&held_lon=-1.55',
  '/services?held_open_at=2026-11-23T12:00:00Z',
  '/services?page=99',
  '/service_at_locations?full=true&per_page=100',
  '/service_at_locations?postcode=M1&proximity=5000',
  '/service_at_locations?search=crisis',
  `/service_at_locations?taxonomy_term_id=${term}`,
  '/organizations?full=true&per_page=100',
  '/organizations?full_service=true&per_page=25',
  '/organizations?search=mind',
  `/organizations/${organization}?full_service=true`,
  '/taxonomies?search=stage',
  '/taxonomy_terms?search=police',
  '/taxonomy_terms?top_only=true&per_page=500',
  `/taxonomy_terms?parent_id=${term}`,
];

/** A directory that forgets the name of every service: Prism has to object, or its silence says nothing. */
async function forgetful(upstream) {
  const server = createServer((request, response) => {
    void fetch(`${upstream}${request.url}`)
      .then(answer => answer.text())
      .then(text => {
        response.setHeader('Content-Type', 'application/json');
        response.end(text.replaceAll('"name":', '"nom":'));
      });
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {address: `http://127.0.0.1:${port}`, close: () => server.close()};
}

async function check() {
  if (!existsSync(program)) throw new Error(`${program} is not there. Run npm run build first.`);
  const port = await freePort();
  const env = {
    PORT: String(port),
    HELD_DATABASE_URL: `file:${join(folder, 'held.sqlite')}`,
    HELD_PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const importing = spawn(process.execPath, [program, 'import', sample], {
    env: {...process.env, ...env},
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [imported] = await once(importing, 'close');
  if (imported !== 0) throw new Error(`The import of ${sample} ended with ${imported}.`);
  const upstream = `http://127.0.0.1:${port}`;
  await start([program, 'serve'], `${upstream}/healthz`, env);
  const address = await judge(upstream);

  const sum = {asked: 1, violations: []};
  sum.violations.push(...(await ask(address, '/')).violations);
  const ids = {};
  for (const list of lists) {
    ids[list] = await walk(address, list, 'per_page=25&', sum);
    if (ids[list].length === 0) sum.violations.push(`/${list} is empty`);
    for (const id of ids[list]) {
      sum.asked++;
      const {body, violations} = await ask(address, `/${list}/${id}`);
      sum.violations.push(...violations);
      if (body && body.id !== id) sum.violations.push(`/${list}/${id} answers with ${body.id}`);
    }
    console.log(`/${list}: ${ids[list].length} entries, each by its id too`);
  }
  const [term] = ids.taxonomy_terms;
  const [taxonomy] = ids.taxonomies;
  const [organization] = ids.organizations;
  for (const path of questions({term, taxonomy, organization})) {
    sum.asked++;
    sum.violations.push(...(await ask(address, path)).violations);
  }

  const wrong = await forgetful(upstream);
  const control = await ask(await judge(wrong.address), '/services?per_page=1');
  wrong.close();
  if (control.violations.length === 0)
    sum.violations.push('Prism let a service without a name pass: it judges nothing');
  return sum;
}

try {
  const {asked, violations} = await check();
  for (const violation of violations) console.error(violation);
  console.log(`${asked} answers judged by Prism against ${standard}: ${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  for (const child of started) child.kill();
  rmSync(folder, {recursive: true, force: true});
}
