/**
 * A set of rows, one bit each. At 100,000 services a filter is 12 KB and combining two takes microseconds, so that every
 * filter of the API is worked out in full and none is approximate.
 */
export class Positions {
  readonly size: number;
  readonly #words: Uint32Array;

  constructor(size: number, words = new Uint32Array(Math.ceil(size / 32))) {
    this.size = size;
    this.#words = words;
  }

  /** The rows for which `holds` is true. */
  static where(size: number, holds: (position: number) => boolean): Positions {
    const positions = new Positions(size);
    for (let position = 0; position < size; position++) if (holds(position)) positions.add(position);
    return positions;
  }

  add(position: number): void {
    this.#words[position >>> 5] = (this.#words[position >>> 5] ?? 0) | (1 << (position & 31));
  }

  has(position: number): boolean {
    return ((this.#words[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0;
  }

  and(other: Positions): Positions {
    return new Positions(
      this.size,
      this.#words.map((word, index) => word & other.#word(index)),
    );
  }

  or(other: Positions): Positions {
    return new Positions(
      this.size,
      this.#words.map((word, index) => word | other.#word(index)),
    );
  }

  without(other: Positions): Positions {
    return new Positions(
      this.size,
      this.#words.map((word, index) => word & ~other.#word(index)),
    );
  }

  /** Those of the rows for which `holds` is true. */
  filter(holds: (position: number) => boolean): Positions {
    const kept = new Positions(this.size);
    for (const position of this) if (holds(position)) kept.add(position);
    return kept;
  }

  get count(): number {
    let count = 0;
    for (let index = 0; index < this.#words.length; index++) count += bitsIn(this.#word(index));
    return count;
  }

  /** In order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [index, word] of this.#words.entries()) {
      for (let rest = word; rest !== 0; rest &= rest - 1) yield index * 32 + 31 - Math.clz32(rest & -rest);
    }
  }

  #word(index: number): number {
    return this.#words[index] ?? 0;
  }
}

/** https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The `count` entries from the `start`-th on, where there are so many. */
export function pageOf<T>(entries: Iterable<T>, start: number, count: number): readonly T[] {
  const page: T[] = [];
  let at = 0;
  for (const entry of entries) {
    if (page.length === count) break;
    if (at++ >= start) page.push(entry);
  }
  return page;
}
