/**
 * Kills the directory with SIGKILL again and again, while it takes evaluations in and gives them back and an import runs
 * beside it, and holds what is found afterwards against what was acknowledged.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Ledger} from './durability-ledger.mjs';

const program = 'server/dist/main.js';
const samplePath = 'server/data/sample/spaces.uk.json';
/** Records in each import; every one of them changes each time. */
const listLength = 150;
/** The kill comes at a seeded moment within this time after the server is up, in milliseconds. */
const within = 1200;
const senders = 3;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export async function checkDurability({databaseUrl, rounds, seed, afterRound = async () => undefined}) {
  const folder = mkdtempSync(join(tmpdir(), 'held-durability-'));
  const next = random(seed);
  const figures = {
    rounds: 0,
    imports: 0,
    importsKilled: 0,
    doubled: 0,
  };
  /** Numbers of the lists that the store may hold. */
  let possible = [0];

  const start = args => {
    const child = spawn(process.execPath, [program, ...args], {
      env: {
        PATH: process.env.PATH,
        HELD_DATABASE_URL: databaseUrl,
        PORT: String(start.port),
        HELD_WRITES_PER_MINUTE: '100000',
        // So that there is a desk, and words are taken.
        HELD_MODERATOR_SUPPORT: 'Nobody',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run = {child, out: '', error: '', ended: once(child, 'close').then(([code]) => code)};
    child.stdout.on('data', chunk => (run.out += chunk));
    child.stderr.on('data', chunk => (run.error += chunk));
    return run;
  };
  const must = async args => {
    const run = start(args);
    if ((await run.ended) !== 0) throw new Error(`${args[0]} failed: ${run.error}`);
    return run.out;
  };
  const serve = async () => {
    start.port = await freePort();
    const run = start(['serve']);
    const up = once(run.child.stdout, 'data');
    const code = await Promise.race([up.then(() => undefined), run.ended]);
    if (code !== undefined) throw new Error(`The store did not open: ${run.error}`);
    return {...run, base: `http://127.0.0.1:${start.port}`};
  };

  const list = JSON.parse(readFileSync(samplePath, 'utf8'));
  const writeList = number => {
    const spaces = list.slice(0, listLength).map(space => ({...space, name: `Round ${number}`}));
    const path = join(folder, 'list.json');
    writeFileSync(path, JSON.stringify({source: {name: 'Durability'}, spaces}));
    return path;
  };

  /** What the store holds must be one of the lists, whole. */
  const checkList = async base => {
    const names = [];
    for (let page = 1; page <= 4; page++) {
      const answer = await (await fetch(`${base}/services?minimal=true&per_page=100&page=${page}`)).json();
      names.push(...answer.contents.map(({name}) => name).filter(name => name.startsWith('Round ')));
    }
    const numbers = [...new Set(names)].map(name => Number(name.replace('Round ', '')));
    const whole = names.length === listed && numbers.length === 1 && possible.includes(numbers[0]);
    if (!whole) figures.torn++;
    possible = numbers.slice(0, 1);
  };

  let listed = 0;
  try {
    await must(['import', samplePath]);
    await must(['import', writeList(0)]);
    const first = await serve();
    const {id} = (await (await fetch(`${first.base}/services?per_page=1&search=line`)).json()).contents[0];
    const ledger = new Ledger(figures, {serviceId: id, random: random(seed + 1)});
    await fetch(`${first.base}/held/evaluations/challenge`);
    await ledger.open(databaseUrl);
    for (let page = 1; page <= 4; page++) {
      const {contents} = await (await fetch(`${first.base}/services?minimal=true&per_page=100&page=${page}`)).json();
      listed += contents.filter(({name}) => name.startsWith('Round ')).length;
    }
    first.child.kill('SIGKILL');
    await first.ended;

    for (let round = 1; round <= rounds; round++) {
      const server = await serve();
      await checkList(server.base);
      await ledger.check(server.base, senders * 40);

      let stopped = false;
      const sending = Array.from({length: senders}, () => ledger.keepSending(server.base, () => stopped));
      const importing = start(['import', writeList(round)]);
      possible = [...possible, round];
      await new Promise(resolve => setTimeout(resolve, next() * within));
      stopped = true;
      server.child.kill('SIGKILL');
      // One import in three is let through, so that there are acknowledged ones to lose.
      if (next() < 2 / 3) importing.child.kill('SIGKILL');
      const code = await importing.ended;
      await Promise.all([server.ended, ...sending]);
      if (code === 0) {
        figures.imports++;
        possible = [round];
      } else figures.importsKilled++;
      figures.rounds++;
      await afterRound(round);
    }

    const last = await serve();
    await checkList(last.base);
    await ledger.check(last.base);
    last.child.kill('SIGTERM');
    await last.ended;
    const written = await must(['backup', join(folder, 'backup')]);
    const kept = Number(/(\d+) evaluations/.exec(written)?.[1]);
    figures.doubled = Math.abs(kept - ledger.kept);
    return {...figures, keys: ledger.keys, kept};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
