/** Load, and how it was borne. */
import {Agent, get} from 'node:http';
import {performance} from 'node:perf_hooks';
import autocannon from 'autocannon';

/** Requests under way at once. */
const connections = 16;

/** Requests a second that are answered with 200, asking the paths in turn. */
async function throughput(base, paths, seconds) {
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    requests: paths.map(path => ({method: 'GET', path})),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${paths[0]}: not every answer was a good one.`);
  return result['2xx'] / result.duration;
}

/** One answer, read whole, and how long it took in milliseconds. */
export function timed(base, path, agent) {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    get(`${base}${path}`, {agent}, response => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(performance.now() - since)
          : reject(new Error(`${path}: ${response.statusCode}`)),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** The `share` of the times that were no longer than this, in milliseconds. */
export function percentile(times, share) {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const rounded = value => Number(value.toFixed(3));

/** What one asker at a time waits, in milliseconds. */
async function latency(base, paths, times) {
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const taken = [];
  for (let index = 0; index < times; index++) taken.push(await timed(base, paths[index % paths.length], agent));
  agent.destroy();
  return {p50_ms: rounded(percentile(taken, 0.5)), p99_ms: rounded(percentile(taken, 0.99))};
}

/**
 * Two ways through the same server, in turns, so that whatever else the machine does falls on both. The ratio is that of
 * the middle round: on a busy machine one round may meet a burst that the one beside it does not.
 */
export async function compare(base, product, yardstick, {rounds, seconds, times}) {
  const rates = {product: [], yardstick: []};
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const fixed = await throughput(base, yardstick, seconds);
    const own = await throughput(base, product, seconds);
    rates.yardstick.push(fixed);
    rates.product.push(own);
    ratios.push(own / fixed);
  }
  const side = async (paths, rate) => ({
    per_second: Math.round(percentile(rate, 0.5)),
    ...(await latency(base, paths, times)),
  });
  return {
    product: await side(product, rates.product),
    yardstick: await side(yardstick, rates.yardstick),
    ratio: rounded(percentile(ratios, 0.5)),
    least_ratio: rounded(Math.min(...ratios)),
  };
}
