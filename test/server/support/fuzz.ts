/**
 * Asks a directory for everything that its OpenAPI document describes, in every way that comes to a seeded mind: right,
 * nearly right and wrong. Whatever is asked, the answer must be an answer.
 */
import {readFileSync} from 'node:fs';
import {seeded} from '../../support/generate-spaces.js';
import {directory} from './directory.js';

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: Schema;
}
interface Operation {
  readonly parameters?: readonly (Parameter | {readonly $ref: string})[];
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>};
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface FuzzReport {
  readonly requests: number;
  /** How many answers of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that were answered with a 5xx, with what may not be read by any page, or not at all. */
  readonly failures: readonly string[];
}

/** Values that programs have tripped over. */
const oddities = [
  ...['', ' ', '0', '-1', '-0', '1e309', 'NaN', 'null', 'true', '[]', '{}', "'", '"', '%', '%00', '%ff', '\0', '\n'],
  ...['../../etc/passwd', '..%2f', '/', '\\', ';', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...["1' or '1'='1", '<script>', '${7*7}', 'ŵ', '𝔘', '\ud800', '👩‍👩‍👧', '\u202e', 'ﷺ'.repeat(40), 'x'.repeat(5000)],
  ...['2026-02-30', '2026-13-01T00:00:00Z', '9999-12-31', '0000-00-00', '24:00', '99:99', '2026-10-25T01:30:00Z'],
  ...['LS6', 'LS6 2AB', 'ls62ab', 'ZZ99 9ZZ', '51.5', '-0.12', '1,2', '500', '100000', '9007199254740993', '1.5'],
];

/** @param requests How many; the same seed asks the same. */
export async function fuzz(requests: number, seed = 1): Promise<FuzzReport> {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const chance = (of: number) => random() < of;
  const uuid = () => {
    const digits = Array.from({length: 32}, () => below(16).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  };
  const crashes: string[] = [];
  const {app, json} = directory({onError: (_, error) => crashes.push(error.stack ?? error.message)});
  const document = await json<OpenApi & Record<string, unknown>>('/held/openapi.json');
  const ids = await realIds(json);

  const resolved = <T>(value: T | {readonly $ref: string}): T => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
    const [kind = '', name = ''] = value.$ref.split('/').slice(-2);
    return document.components[kind]?.[name] as T;
  };

  /** Text that a schema describes, or nearly, or not at all. */
  const textFor = (schema: Schema = {}): string => {
    if (chance(0.3)) return pick(oddities);
    const options = schema['enum'] as readonly string[] | undefined;
    if (options) return pick(options);
    if (schema['type'] === 'boolean') return pick(['true', 'false']);
    if (schema['type'] === 'integer' || schema['type'] === 'number') return String(below(100) - 5);
    if (schema['format'] === 'date-time') return '2026-11-21T10:00:00Z';
    return chance(0.5) ? pick(ids) : pick(['leeds', 'MO', 'peer', '10:00', '2026-11-21', 'json', 'ndjson', '3']);
  };

  /** A value that a schema describes, broken now and then. */
  const valueFor = (given: Schema, depth = 0): unknown => {
    const schema = resolved<Schema>(given as {readonly $ref: string});
    if (depth > 6 || chance(0.04)) return pick<unknown>([null, [], {}, -1, 1e300, true, ...oddities]);
    const options = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined;
    if (options) return valueFor(pick(options), depth + 1);
    if (schema['enum']) return pick(schema['enum'] as readonly unknown[]);
    switch (schema['type']) {
      case 'object': {
        const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);
        const required = (schema['required'] ?? []) as readonly string[];
        const kept = properties.filter(([name]) => (required.includes(name) ? !chance(0.02) : chance(0.4)));
        const entries = kept.map(([name, inner]) => [name, valueFor(inner, depth + 1)] as const);
        if (chance(0.03)) entries.push([pick(oddities), pick(oddities)]);
        return Object.fromEntries(entries);
      }
      case 'array':
        return Array.from({length: below(4)}, () => valueFor((schema['items'] ?? {}) as Schema, depth + 1));
      case 'integer':
      case 'number':
        return chance(0.5) ? 2026 : below(5000) - 100;
      case 'boolean':
        return chance(0.9);
      default:
        return schema['format'] === 'uuid' && chance(0.8) ? pick(ids) : textFor(schema);
    }
  };

  const bodyFor = (schema: Schema): string | Uint8Array => {
    const whole = JSON.stringify(valueFor(schema)) ?? '';
    if (chance(0.75)) return whole;
    return pick<() => string | Uint8Array>([
      () => whole.slice(0, below(whole.length + 1)),
      () => '['.repeat(10_000),
      () => `{"a":`.repeat(3000),
      () => new Uint8Array([0xff, 0xfe, 0x80, 0xc0]),
      () => 'x'.repeat(70_000),
      () => '',
    ])();
  };

  const paths = Object.entries(document.paths);
  const requestFor = (): Request => {
    const [template, operations] = pick(paths);
    const [method, operation] = pick(
      Object.entries(operations).filter(([name]) => name === 'get' || name === 'post'),
    ) ?? ['get', {}];
    const shared = (operations['parameters'] ?? []) as readonly Parameter[];
    const parameters = [...shared, ...(operation.parameters ?? [])].map(each => resolved<Parameter>(each));
    const headers = new Headers();
    const query = new URLSearchParams();
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const schema = parameters.find(each => each.in === 'path' && each.name === name)?.schema;
      return encode(chance(0.6) ? pick(ids) : textFor(schema));
    });
    for (const {name, in: where, schema} of parameters) {
      if (where === 'query' && chance(0.15)) query.append(name, textFor(schema));
      if (where === 'query' && chance(0.02)) query.append(name, textFor(schema));
      if (where === 'header' && chance(0.95)) setHeader(headers, name, chance(0.8) ? uuid() : textFor());
    }
    if (chance(0.05)) query.append(pick(oddities), pick(oddities));
    if (chance(0.1)) setHeader(headers, 'If-None-Match', chance(0.5) ? '*' : pick(['W/"x"', '"', ...oddities]));
    if (chance(0.1)) setHeader(headers, 'Accept', pick(['text/html', '*/*', ...oddities]));
    const schema = operation.requestBody?.content['application/json']?.schema;
    const asked = chance(0.05) ? pick(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'POST']) : method.toUpperCase();
    const hasBody = asked !== 'GET' && asked !== 'HEAD';
    if (hasBody)
      setHeader(headers, 'Content-Type', chance(0.9) ? 'application/json' : pick(['text/plain', ...oddities]));
    const address = `https://directory.example${filled}${query.size > 0 ? `?${query.toString()}` : ''}`;
    return new Request(address, {method: asked, headers, ...(hasBody && {body: bodyFor(schema ?? {}) as BodyInit})});
  };

  const statuses: Record<string, number> = {};
  const failures: string[] = [];
  for (let count = 0; count < requests; count++) {
    const request = requestFor();
    const name = `${request.method} ${request.url.slice(0, 300)}`;
    const response = await app.request(request);
    await response.arrayBuffer();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    if (response.status >= 500) failures.push(`${response.status} ${name} ${crashes.at(-1) ?? ''}`);
    if (response.headers.get('Access-Control-Allow-Origin') !== '*') failures.push(`no CORS: ${name}`);
  }
  return {requests, statuses, failures};
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a pair, which no address can hold.
    return '%ED%A0%80';
  }
}

/** Headers hold no line breaks and nothing beyond Latin-1: the network lets no others through. */
function setHeader(headers: Headers, name: string, value: string) {
  headers.set(name, value.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '?'));
}

/** Ids of everything that there is, so that many questions are about something. */
async function realIds(json: <T>(path: string) => Promise<T>): Promise<readonly string[]> {
  interface Page {
    readonly contents: readonly {readonly id: string}[];
  }
  const lists = ['/services', '/service_at_locations', '/organizations', '/taxonomies', '/taxonomy_terms'];
  const pages = await Promise.all(lists.map(path => json<Page>(`${path}?per_page=40`)));
  const index = await json<{anywhere: {href: string; detailsHref: string}}>('/held/areas');
  const files = [index.anywhere.href, index.anywhere.detailsHref].map(href => href.replace(/^.*\//, ''));
  const standard = Object.keys(
    (JSON.parse(readFileSync('server/standards/oruk-3.0/openapi.bundled.json', 'utf8')) as OpenApi).paths,
  );
  return [...pages.flatMap(({contents}) => contents.map(({id}) => id)), ...files, 'LS6', 'service.json', ...standard];
}
