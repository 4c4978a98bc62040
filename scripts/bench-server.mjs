/**
 * `npm run bench:server`: what the built directory bears, at 1,000, 20,000 and 100,000 generated services (always the same
 * ones). One JSON line a figure, with the product and its yardstick from the same run: a fixed body of the same length from
 * the same server. Gates are those of the design; one that does not hold ends it with exit code 1. `--quick` is 1,000 alone.
 *
 * Numbers of one machine are worth something only against each other.
 */
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {Agent} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {importSpaces, serve, writeSpaces} from '../test/bench/directory.mjs';
import {compare, percentile, timed} from '../test/bench/load.mjs';
import {importTypeScript} from './import-typescript.mjs';

const quick = process.argv.includes('--quick');
const sizes = quick ? [1000] : [1000, 20_000, 100_000];
const effort = quick ? {rounds: 3, seconds: 1, times: 300} : {rounds: 5, seconds: 1, times: 1500};
/** At the largest size. */
const gates = {ratio: 0.2, memory_mb: 600, cold_start_ms: 5000};

const {seeded} = await importTypeScript('test/support/generate-spaces.ts');
const folder = mkdtempSync(join(tmpdir(), 'held-bench-'));
const failed = [];

function print(figure, services, values, gate) {
  const holds = gate === undefined ? undefined : gate.holds;
  if (holds === false) failed.push(`${figure} at ${services} services`);
  console.log(JSON.stringify({figure, services, ...values, ...(gate && {gate: gate.limit, holds})}));
}

/** 400 points, most of them where people live, the same in every run. */
function searches() {
  const random = seeded(7);
  const towns = [
    [51.5, -0.13],
    [53.48, -2.24],
    [55.86, -4.25],
    [52.48, -1.9],
    [60.15, -1.15],
    [54.6, -5.93],
  ];
  const words = ['leeds', 'garden', 'lisening', 'voices', 'peer support', 'wilow hous', 'tŷ', 'men', 'london art'];
  const near = Array.from({length: 400}, () => {
    const [latitude, longitude] = towns[Math.floor(random() * towns.length)];
    const at = value => (value + (random() - 0.5) * 0.6).toFixed(4);
    return `/services?per_page=20&held_lat=${at(latitude)}&held_lon=${at(longitude)}`;
  });
  return {near, text: words.map(word => `/services?per_page=20&search=${encodeURIComponent(word)}`)};
}

/** A path for a body of the same length from the same server. */
async function fixedBody(base, path, demo) {
  const {length} = await (await fetch(`${base}${path}`)).arrayBuffer().then(body => new Uint8Array(body));
  const name = `fixed-${length}.json`;
  writeFileSync(join(demo, name), JSON.stringify('x'.repeat(Math.max(0, length - 2))));
  return [`/demo/${name}`];
}

async function bench(services) {
  const spaces = join(folder, `${services}.json`);
  const databaseUrl = `file:${join(folder, `${services}.sqlite`)}`;
  const demo = join(folder, String(services), 'demo');
  mkdirSync(demo, {recursive: true});
  await writeSpaces(spaces, services);
  print('import', services, {ms: Math.round(await importSpaces(spaces, databaseUrl))});

  // The first start is for the lengths of the answers; the second finds the files of the same lengths.
  const {near, text} = searches();
  const first = await serve(databaseUrl, join(folder, String(services)));
  const index = await (await fetch(`${first.base}/held/areas`)).json();
  const {contents} = await (await fetch(`${first.base}/services?per_page=500&page=2`)).json();
  const ids = contents.map(({id}) => `/services/${id}`);
  const area = `/held/${index.areas[0].href}`;
  const figures = [
    ['nearest search', near, await fixedBody(first.base, near[0], demo)],
    ['text search', text, await fixedBody(first.base, text[0], demo)],
    ['area file', [area], await fixedBody(first.base, area, demo)],
    ['/services/{id}', ids, await fixedBody(first.base, ids[0], demo)],
  ];
  await first.stop();
  const server = await serve(databaseUrl, join(folder, String(services)));
  const gated = services === sizes.at(-1);
  const cold = Math.round(Math.min(first.startedIn, server.startedIn));
  const processor = Math.round(Math.min(first.startedOn, server.startedOn));
  // Where other programs have the processor, the clock tells of them: then its own time on it is what counts.
  const least = Math.min(cold, processor);
  print(
    'cold start',
    services,
    {ms: cold, processor_ms: processor},
    gated && {limit: gates.cold_start_ms, holds: least <= gates.cold_start_ms},
  );
  try {
    await server.settled();
    for (const [figure, paths, yardstick] of figures) {
      const result = await compare(server.base, paths, yardstick, effort);
      const isGated = gated && figure === 'nearest search';
      print(figure, services, result, isGated ? {limit: gates.ratio, holds: result.ratio >= gates.ratio} : undefined);
    }
    const memory = Math.round(server.memory());
    print('memory', services, {mb: memory}, gated && {limit: gates.memory_mb, holds: memory <= gates.memory_mb});
    if (gated) await whileImporting(services, server, databaseUrl, near);
  } finally {
    await server.stop();
  }
}

/** One asker after the other while every record is replaced by another process, until the server shows the new ones. */
async function whileImporting(services, server, databaseUrl, paths) {
  const changed = join(folder, `${services}-changed.json`);
  await writeSpaces(changed, services, space => ({...space, summary: `${space.summary} Changed.`}));
  const revision = async () => (await (await fetch(`${server.base}/readyz`)).json()).revision;
  const before = await revision();
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const ask = async isOver => {
    const times = [];
    let checked = performance.now();
    for (let index = 0; ; index++) {
      times.push(await timed(server.base, paths[index % paths.length], agent));
      await new Promise(resolve => setTimeout(resolve, 2));
      if (performance.now() - checked < 200) continue;
      checked = performance.now();
      if (await isOver())
        return {p50_ms: percentile(times, 0.5), p99_ms: percentile(times, 0.99), most_ms: percentile(times, 1)};
    }
  };
  const until = performance.now() + 5000;
  const quiet = await ask(async () => performance.now() > until);
  let memory = 0;
  const importing = importSpaces(changed, databaseUrl);
  const during = await ask(async () => {
    memory = Math.max(memory, server.memory());
    return (await revision()) !== before;
  });
  agent.destroy();
  const imported = await importing;
  const rounded = times => Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Number(ms.toFixed(2))]));
  print('nearest search while importing', services, {
    import_ms: Math.round(imported),
    product: rounded(during),
    yardstick: rounded(quiet),
    ratio_p99: Number((during.p99_ms / quiet.p99_ms).toFixed(2)),
    most_memory_mb: Math.round(memory),
  });
}

if (!existsSync('server/dist/main.js')) {
  console.error('server/dist/main.js is not there. Run npm run build first.');
  process.exit(1);
}
try {
  for (const services of sizes) await bench(services);
  if (failed.length > 0) console.error(`Gates that do not hold: ${failed.join('; ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, {recursive: true, force: true});
}
