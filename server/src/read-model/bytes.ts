const encoder = new TextEncoder();

/** Bytes of our own, not shared with any other thread: what `Response` and Web Crypto take. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const toBytes = (text: string): Bytes => encoder.encode(text);

export const jsonBytes = (value: unknown): Bytes => toBytes(JSON.stringify(value));

const comma = toBytes(',');

/** Joins pieces of JSON with commas, between a beginning and an end. */
export function joinJson(before: string, pieces: readonly Bytes[], after: string): Bytes {
  const parts = [
    toBytes(before),
    ...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [comma, piece])),
    toBytes(after),
  ];
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The first half of the SHA-256, in hexadecimal. Two documents that share it do not happen by chance or on purpose. */
export async function contentHash(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A body with the tag that changes when it does. Weak, because it is sent in several encodings. */
export interface TaggedBody {
  readonly bytes: Bytes;
  readonly etag: string;
}

export async function tagged(bytes: Bytes): Promise<TaggedBody> {
  return {bytes, etag: `W/"${await contentHash(bytes)}"`};
}

/** As {@link tagged}, at once: for what is short, and is made for the one who asks. */
export const taggedAtOnce = (bytes: Bytes): TaggedBody => ({bytes, etag: `W/"${shortHash(bytes)}"`});

/**
 * A hash of 53 bits. It tells versions of one thing apart, or questions; two that share it do not happen by chance.
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function shortHash(bytes: Bytes): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
