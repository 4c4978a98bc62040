/** Figures for Prometheus. No label holds anything of a person: routes are templates, of statuses only the class is kept. */
import {collectDefaultMetrics, Gauge, Histogram, Registry} from 'prom-client';
import type {ReadModels} from '../read-model/read-models.js';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

export class Metrics {
  readonly #registry = new Registry();
  readonly #durations = new Histogram({
    name: 'held_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [this.#registry],
  });

  constructor(readModels: ReadModels) {
    collectDefaultMetrics({register: this.#registry});
    new Gauge({
      name: 'held_directory_revision',
      help: 'Revision of the store that is being served; 0 until the first one is ready.',
      registers: [this.#registry],
      async collect() {
        this.set(readModels.ready ? (await readModels.current()).revision : 0);
      },
    });
  }

  /** @param seconds How long the request took. */
  count(route: string, method: string, status: number, seconds: number): void {
    this.#durations.observe(
      {route, method: methods.includes(method) ? method : 'other', status: `${Math.floor(status / 100)}xx`},
      seconds,
    );
  }

  async text(): Promise<{readonly type: string; readonly body: string}> {
    return {type: this.#registry.contentType, body: await this.#registry.metrics()};
  }
}

/** Finds the template of a path among those that are served: `/services/:id`. Anything else is `other`. */
export function routeTemplates(paths: Iterable<string>): (pathname: string) => string {
  const fixed = new Set<string>();
  const patterns: (readonly [RegExp, string])[] = [];
  for (const path of new Set(paths)) {
    if (!path.includes('*') && !path.includes(':')) fixed.add(path);
    else if (path !== '*' && path !== '/*') {
      const pattern = path.replace(/:\w+(?:\{[^}]*\})?/g, '[^/]+').replaceAll('*', '.*');
      patterns.push([new RegExp(`^${pattern}$`), path]);
    }
  }
  return pathname =>
    fixed.has(pathname) ? pathname : (patterns.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other');
}
