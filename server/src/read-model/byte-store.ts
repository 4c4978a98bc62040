import type {Bytes} from './bytes.js';

const encoder = new TextEncoder();
const chunkSize = 4 * 1024 * 1024;
/** UTF-16 units that are encoded in one go. */
const atOnce = 64 * 1024;

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
  #used = 0;
  /** What is still to be encoded. One call for many texts costs a third of a call for each. */
  #waiting: string[] = [];
  #waitingLength = 0;

  /** @param capacity How many texts there will be. */
  constructor(capacity: number) {
    this.#chunkOf = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /** Keeps the next text. It can be read once the store is finished. */
  push(text: string): void {
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    if (this.#waitingLength >= atOnce) this.#encode();
  }

  /** Encodes what is left, and gives back the memory that was not needed. */
  finish(): this {
    this.#encode();
    this.#trim();
    return this;
  }

  at(position: number): Bytes {
    const chunk = this.#chunks[this.#chunkOf[position] ?? 0];
    if (!chunk) throw new RangeError(`There is no text ${position}.`);
    return chunk.subarray(this.#starts[position], this.#ends[position]);
  }

  #encode() {
    if (this.#waiting.length === 0) return;
    const texts = this.#waiting;
    const chunk = this.#roomFor(this.#waitingLength);
    const joined = texts.join('');
    const {written} = encoder.encodeInto(joined, chunk.subarray(this.#used));
    // Where no letter took more than one byte, everybody's place is known already.
    const isPlain = written === joined.length;
    let at = this.#used;
    for (const text of texts) {
      this.#chunkOf[this.#length] = this.#chunks.length - 1;
      this.#starts[this.#length] = at;
      at += isPlain ? text.length : byteLength(text);
      this.#ends[this.#length] = at;
      this.#length++;
    }
    this.#used = at;
    this.#waiting = [];
    this.#waitingLength = 0;
  }

  /** A piece of memory in which `length` UTF-16 units fit, however they are encoded. */
  #roomFor(length: number): Bytes {
    const most = length * 3;
    const last = this.#chunks.at(-1);
    if (last && this.#used + most <= last.length) return last;
    this.#trim();
    const next = new Uint8Array(Math.max(chunkSize, most));
    this.#chunks.push(next);
    this.#used = 0;
    return next;
  }

  #trim() {
    const last = this.#chunks.at(-1);
    if (last && last.length > this.#used) this.#chunks[this.#chunks.length - 1] = last.slice(0, this.#used);
  }
}

/** How many bytes a text takes in UTF-8. */
function byteLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Half of a pair: the two take four bytes together.
    if (unit >= 0xd800 && unit <= 0xdfff) length++;
    else if (unit > 0x7ff) length += 2;
    else if (unit > 0x7f) length++;
  }
  return length;
}

/** The text of bytes that were kept. */
export const toText = (bytes: Bytes): string => decoder.decode(bytes);

const decoder = new TextDecoder();
