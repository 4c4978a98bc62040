/**
 * Where a text stops being JSON (RFC 8259). `JSON.parse` says so in some engines and versions and not in others, and an
 * operator with a file of ten thousand lines needs to know.
 */

/** Offset of the first character that cannot stand there, in UTF-16 units. Undefined: the text is JSON. */
export function firstJsonError(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return new Scanner(text).firstError();
  }
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): {readonly line: number; readonly column: number} {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** An opening quote and all that may follow it: no control character, no quote, no unfinished escape. */
const stringStart = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const literal = /true|false|null/y;
const space = /[ \t\n\r]*/y;

type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or end' | 'nothing';

/** Walks the text with a stack of its own, so that deep nesting cannot overflow the engine's. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  firstError(): number {
    const open: ('{' | '[')[] = [];
    let expected: Expected = 'value';
    for (;;) {
      this.#take(space);
      const char = this.#text[this.#at];
      if (char === undefined || expected === 'nothing') return this.#at;
      if (
        (char === '}' && (expected === 'key or }' || (expected === ', or end' && open.at(-1) === '{'))) ||
        (char === ']' && (expected === 'value or ]' || (expected === ', or end' && open.at(-1) === '[')))
      ) {
        this.#at++;
        open.pop();
        expected = open.length === 0 ? 'nothing' : ', or end';
      } else if (expected === ', or end') {
        if (char !== ',') return this.#at;
        this.#at++;
        expected = open.at(-1) === '{' ? 'key' : 'value';
      } else if (expected === ':') {
        if (char !== ':') return this.#at;
        this.#at++;
        expected = 'value';
      } else if (expected === 'key' || expected === 'key or }') {
        if (!this.#string()) return this.#at;
        expected = ':';
      } else if (char === '{' || char === '[') {
        this.#at++;
        open.push(char);
        expected = char === '{' ? 'key or }' : 'value or ]';
      } else {
        if (!this.#string() && !this.#take(number) && !this.#take(literal)) return this.#at;
        expected = open.length === 0 ? 'nothing' : ', or end';
      }
    }
  }

  #string(): boolean {
    if (!this.#take(stringStart)) return false;
    if (this.#text[this.#at] !== '"') return false;
    this.#at++;
    return true;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return false;
    this.#at += found[0].length;
    return true;
  }
}
