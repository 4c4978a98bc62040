/** Answers in Brotli or gzip where the asker takes them. What has a tag is pressed once, hard, and kept. */
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

export type Fetch = (request: Request) => Promise<Response>;
type Encoding = 'br' | 'gzip';

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

const compressible = /^(?:application\/(?:[\w.-]+\+)?json|application\/x-ndjson|text\/|image\/svg\+xml)/;
/** Shorter bodies fit into one packet anyway. */
const worthwhile = 1024;
/** Bodies from this length are pressed a little less hard, or they would take seconds. In bytes. */
const long = 256 * 1024;
/** What is kept at most, in bytes. Past it everything is dropped and made again as it is asked for. */
const keepAtMost = 64 * 1024 * 1024;

export function compressing(fetch: Fetch): Fetch {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let keptBytes = 0;

  const pressedOnce = (key: string, body: Uint8Array, encoding: Encoding) => {
    const before = kept.get(key);
    if (before) return before;
    if (keptBytes > keepAtMost) {
      kept.clear();
      keptBytes = 0;
    }
    const pressed = press(body, encoding, 'hard').then(result => {
      keptBytes += result.length;
      return result;
    });
    kept.set(key, pressed);
    return pressed;
  };

  return async request => {
    const response = await fetch(request);
    const type = response.headers.get('Content-Type') ?? '';
    if (!compressible.test(type) || response.headers.has('Content-Encoding')) return response;
    response.headers.append('Vary', 'Accept-Encoding');
    const encoding = preferredEncoding(request.headers.get('Accept-Encoding'));
    if (!encoding || !response.body || request.method === 'HEAD') return response;
    const body = new Uint8Array(await response.arrayBuffer());
    if (body.length < worthwhile) return new Response(body, response);
    const etag = response.headers.get('ETag');
    const {pathname, search} = new URL(request.url);
    // There are more questions than can be kept, and to press each answer hard would cost more than it saves.
    const pressed =
      etag && search === ''
        ? await pressedOnce(`${pathname} ${encoding} ${etag}`, body, encoding)
        : await press(body, encoding, 'quick');
    const headers = new Headers(response.headers);
    headers.set('Content-Encoding', encoding);
    headers.delete('Content-Length');
    return new Response(pressed, {status: response.status, headers});
  };
}

/** Brotli if it is taken, else gzip, else nothing. `q=0` is a refusal. */
export function preferredEncoding(header: string | null): Encoding | undefined {
  const taken = new Map<string, number>();
  for (const entry of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map(part => part.trim());
    const weight = parameters.find(parameter => parameter.startsWith('q='));
    taken.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0);
  }
  const takes = (name: Encoding) => (taken.get(name) ?? taken.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

async function press(body: Uint8Array, encoding: Encoding, how: 'hard' | 'quick'): Promise<Uint8Array<ArrayBuffer>> {
  const pressed =
    encoding === 'br'
      ? await pressBrotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: how === 'quick' ? 4 : body.length < long ? 11 : 9,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        })
      : await pressGzip(body, {level: how === 'hard' ? 9 : 5});
  return new Uint8Array(pressed);
}
