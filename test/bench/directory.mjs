/** The built directory with generated spaces: filled, started, watched and stopped. */
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream, readFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {performance} from 'node:perf_hooks';
import {importTypeScript} from '../../scripts/import-typescript.mjs';

const program = 'server/dist/main.js';
const {generateSpaces} = await importTypeScript('test/support/generate-spaces.ts');

/** Writes a file of held-spaces JSON. `edit` changes every record, for an import that has much to do. */
export async function writeSpaces(path, count, edit = space => space) {
  const file = createWriteStream(path);
  file.write('{"source":{"name":"Generated"},"spaces":[\n');
  let first = true;
  for (const space of generateSpaces(count)) {
    if (!file.write(`${first ? '' : ',\n'}${JSON.stringify(edit(space))}`)) await once(file, 'drain');
    first = false;
  }
  file.end(']}\n');
  await once(file, 'finish');
}

export async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Imports a file and answers with how long it took, in milliseconds. */
export async function importSpaces(path, databaseUrl) {
  const since = performance.now();
  const child = spawn(process.execPath, [program, 'import', path], {
    env: {...process.env, HELD_DATABASE_URL: databaseUrl},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', data => (said += data));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The import of ${path} failed: ${said}`);
  return performance.now() - since;
}

/** Starts a server. `startedIn` is how long it took until its first list was there, in milliseconds. */
export async function serve(databaseUrl, staticFolder) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const since = performance.now();
  const child = spawn(process.execPath, [program, 'serve', '--static', staticFolder], {
    env: {...process.env, HELD_DATABASE_URL: databaseUrl, PORT: String(port), HELD_PUBLIC_URL: base},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', data => (said = (said + data).slice(-2000)));
  const ended = once(child, 'close');
  for (;;) {
    const isThere = await fetch(`${base}/services?per_page=1`).then(
      response => response.ok,
      () => false,
    );
    if (isThere) break;
    if (child.exitCode !== null) throw new Error(`The server ended before it answered: ${said}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  const startedIn = performance.now() - since;
  return {
    base,
    startedIn,
    /** Time on a processor that this took, in milliseconds: it says more than the clock on a busy machine. */
    startedOn: busyFor(child.pid),
    /** Memory of the process that is in RAM, in megabytes. */
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], {encoding: 'utf8'})) / 1000,
    /** Waits until it has nothing of its own to do, such as pressing files, but not for ever. */
    async settled(within = 30_000) {
      const until = performance.now() + within;
      for (let before = busyFor(child.pid); performance.now() < until;) {
        await new Promise(resolve => setTimeout(resolve, 1000));
        const now = busyFor(child.pid);
        if (now - before < 100) return;
        before = now;
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Time on a processor that a process has had, in milliseconds. Where the system does not tell: none. */
function busyFor(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}
