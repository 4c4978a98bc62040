/** What all routes share of HTTP. */
import type {Hono} from 'hono';
import {firstJsonError} from './json-error.js';
import {ProblemError} from './problems.js';
import type {Bytes, TaggedBody} from './read-model/bytes.js';

/** Longest body that is read, in bytes. An evaluation is under 3 KB. */
export const bodyLimit = 64 * 1024;

export type Answer = (request: Request, parameters: Readonly<Record<string, string>>) => Promise<Response> | Response;

/** A path with all its methods, so that every other method is answered with the list of them. */
export function resource(app: Hono, path: string, answers: {readonly GET?: Answer; readonly POST?: Answer}): void {
  const methods = Object.keys(answers).flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  for (const [method, answer] of Object.entries(answers)) {
    app.on(method, path, context => answer(context.req.raw, context.req.param()));
  }
  app.all(path, () => {
    throw new ProblemError('method', {methods: methods.join(', ')}, {Allow: methods.join(', ')});
  });
}

export const cacheFor = (seconds: number) => `public, max-age=${seconds}`;
export const cacheForEver = 'public, max-age=31536000, immutable';

export function jsonResponse(
  body: Bytes | string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(body, {status, headers: {'Content-Type': 'application/json', ...headers}});
}

/** A body with its tag, or nothing where the asker has it already. */
export function taggedResponse(request: Request, {bytes, etag}: TaggedBody, cacheControl: string): Response {
  const headers = {ETag: etag, 'Cache-Control': cacheControl};
  return matches(request.headers.get('If-None-Match'), etag)
    ? new Response(null, {status: 304, headers})
    : jsonResponse(bytes, headers);
}

/** `If-None-Match`, compared weakly as it must be. https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match */
export function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some(tag => opaque(tag) === opaque(etag));
}

/** The JSON body of a request. Anything else ends it with a problem. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  // A form or text/plain can be sent by any page without asking first; JSON cannot.
  if (type !== 'application/json') throw new ProblemError('media-type');
  const bytes = await readBytes(request);
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new ProblemError('bad-json', {offset: 0});
  }
  const offset = firstJsonError(text);
  if (offset === undefined) return JSON.parse(text);
  throw new ProblemError('bad-json', {offset: new TextEncoder().encode(text.slice(0, offset)).length});
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = new ProblemError('too-large', {limit: bodyLimit});
  if (Number(request.headers.get('Content-Length') ?? 0) > bodyLimit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > bodyLimit) {
      await reader?.cancel();
      throw tooLarge;
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
