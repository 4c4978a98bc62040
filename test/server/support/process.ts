import {execFileSync, spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';

const program = 'server/dist/main.js';

/**
 * Builds the program where it is older than what it is made of. `npm test` has built it before, and a second build would
 * pull the file out from under the tests that run beside this one.
 */
export function buildProgram(): void {
  const changed = (path: string) => (existsSync(path) ? statSync(path).mtimeMs : 0);
  const sources = ['server/src', 'domain/src'].flatMap(folder =>
    readdirSync(folder, {recursive: true}).map(name => changed(join(folder, String(name)))),
  );
  if (changed(program) <= Math.max(...sources)) execFileSync(process.execPath, ['scripts/build-server.mjs']);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface Run {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly printed: {out: string; error: string};
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the built program, with nothing in its environment that the test did not put there. */
export function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [program, ...args], {env: {PATH: process.env['PATH'], ...variables}});
  const printed = {out: '', error: ''};
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.error += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {process: child, printed, ended};
}

/** Runs the program to its end. */
export async function run(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const {printed, ended} = start(args, variables);
  return {code: await ended, ...printed};
}

export interface Served extends Run {
  readonly base: string;
}

/** Starts a server and waits until it answers. */
export async function serve(variables: Readonly<Record<string, string>>): Promise<Served> {
  const port = await freePort();
  const started = start(['serve'], {PORT: String(port), ...variables});
  const base = `http://localhost:${port}`;
  const said = new Promise<void>((resolve, reject) => {
    started.process.stdout?.on('data', () => resolve());
    void started.ended.then(() => reject(new Error(`The server ended: ${started.printed.error}`)));
  });
  await said;
  return {...started, base};
}
