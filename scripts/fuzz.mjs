/**
 * `npm run check:fuzz`: 20,000 requests of every kind at the directory in this process, from its own OpenAPI document. One
 * answer of 5xx, or one that no page may read, fails it. `npm run check:fuzz -- 1000000 7` asks more, from another seed.
 */
import {performance} from 'node:perf_hooks';
import {importTypeScript} from './import-typescript.mjs';

const {fuzz} = await importTypeScript('test/server/support/fuzz.ts');
const [requests = 20_000, seed = 1] = process.argv.slice(2).map(Number);
const since = performance.now();
const {statuses, failures} = await fuzz(requests, seed);
const seconds = Math.round((performance.now() - since) / 1000);
console.log(JSON.stringify({figure: 'fuzz', requests, seed, seconds, statuses, failures: failures.length}));
for (const failure of failures.slice(0, 20)) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
