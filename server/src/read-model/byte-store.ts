import type {Bytes} from './bytes.js';

const encoder = new TextEncoder();
const chunkSize = 4 * 1024 * 1024;

/**
 * Many short texts as bytes, in a few large pieces of memory. An object for each of some 400,000 of them would weigh as
 * much as what it holds.
 */
export class ByteStore {
  readonly #chunks: Bytes[] = [];
  readonly #chunkOf: Uint16Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;
  #used = chunkSize;

  /** @param capacity How many texts there will be. */
  constructor(capacity: number) {
    this.#chunkOf = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /** Keeps the next text. */
  push(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    const most = text.length * 3;
    let chunk = this.#chunks.at(-1);
    if (!chunk || this.#used + most > chunk.length) {
      this.#trim();
      chunk = new Uint8Array(Math.max(chunkSize, most));
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const {written} = encoder.encodeInto(text, chunk.subarray(this.#used));
    this.#chunkOf[this.#length] = this.#chunks.length - 1;
    this.#starts[this.#length] = this.#used;
    this.#used += written;
    this.#ends[this.#length] = this.#used;
    this.#length++;
  }

  /** Gives back the memory that the last piece did not need. */
  finish(): this {
    this.#trim();
    return this;
  }

  at(position: number): Bytes {
    const chunk = this.#chunks[this.#chunkOf[position] ?? 0];
    if (!chunk) throw new RangeError(`There is no text ${position}.`);
    return chunk.subarray(this.#starts[position], this.#ends[position]);
  }

  #trim() {
    const last = this.#chunks.at(-1);
    if (last && last.length > this.#used) this.#chunks[this.#chunks.length - 1] = last.slice(0, this.#used);
  }
}

/** The text of bytes that were kept. */
export const toText = (bytes: Bytes): string => decoder.decode(bytes);

const decoder = new TextDecoder();
