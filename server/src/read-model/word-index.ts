/**
 * Which rows hold a word, forgiving how it was typed. Accents (the Welsh ŵ and ŷ too), case, apostrophes and plurals never
 * matter. A word that stands nowhere is taken for the beginning of one, and failing that for one with a slip in it: so
 * "men" does not find "mental", while "menta" and "mentla" do.
 */
import {fold} from '@held-spaces/domain/text';
import SearchableMap from 'minisearch/SearchableMap';
import {Positions} from './positions.js';

/** Rows in which a term stands, and those where it stands in the name. */
interface Term {
  readonly rows: Uint32Array;
  readonly named: Uint32Array;
}

/** What was found: the rows that hold every word, and in how many of the words their names do. */
export interface WordMatches {
  readonly positions: Positions;
  readonly nameHits: Uint8Array;
}

interface GatheredTerm {
  readonly rows: number[];
  readonly named: number[];
}

/** Texts longer than this are unlikely to come again. */
const shared = 60;
const textsKept = 20_000;

/** Gathers words. A plain map does while there are millions to come; the tree is made of the different ones at the end. */
export class WordIndexBuilder {
  readonly #terms = new Map<string, GatheredTerm>();
  readonly #texts = new Map<string, readonly GatheredTerm[]>();
  /** The term of each word as it was written, so that plurals are worked out once. */
  readonly #written = new Map<string, GatheredTerm>();

  /**
   * Rows must come in order.
   *
   * @param rest Texts beside the name. Many are shared, such as those of towns, and looked into once.
   */
  add(position: number, name: string, rest: readonly string[]): void {
    for (const {rows, named} of this.#termsIn(name)) {
      if (named.at(-1) !== position) named.push(position);
      if (rows.at(-1) !== position) rows.push(position);
    }
    for (const text of rest) {
      for (const {rows} of this.#termsIn(text)) if (rows.at(-1) !== position) rows.push(position);
    }
  }

  /** @param size How many rows there are. */
  finish(size: number): WordIndex {
    const terms = new SearchableMap<Term>();
    for (const [word, {rows, named}] of this.#terms) {
      terms.set(word, {rows: Uint32Array.from(rows), named: Uint32Array.from(named)});
    }
    return new WordIndex(size, terms);
  }

  #termsIn(text: string): readonly GatheredTerm[] {
    const known = this.#texts.get(text);
    if (known) return known;
    const terms: GatheredTerm[] = [];
    for (const word of fold(text).split(' ')) if (word !== '') terms.push(this.#termOf(word));
    if (text.length <= shared && this.#texts.size < textsKept) this.#texts.set(text, terms);
    return terms;
  }

  #termOf(word: string): GatheredTerm {
    const known = this.#written.get(word);
    if (known) return known;
    const key = singular(word);
    const term = this.#terms.get(key) ?? {rows: [], named: []};
    this.#terms.set(key, term);
    this.#written.set(word, term);
    return term;
  }
}

export class WordIndex {
  readonly #size: number;
  readonly #terms: SearchableMap<Term>;

  constructor(size: number, terms: SearchableMap<Term>) {
    this.#size = size;
    this.#terms = terms;
  }

  /** The rows that hold every word. */
  find(words: readonly string[]): WordMatches {
    const nameHits = new Uint8Array(this.#size);
    let positions: Positions | undefined;
    for (const word of words) {
      const own = new Positions(this.#size);
      const named = new Positions(this.#size);
      for (const term of this.#termsFor(word)) {
        for (const row of term.rows) own.add(row);
        for (const row of term.named) named.add(row);
      }
      for (const row of named) nameHits[row] = (nameHits[row] ?? 0) + 1;
      positions = positions ? positions.and(own) : own;
    }
    return {positions: positions ?? Positions.where(this.#size, () => true), nameHits};
  }

  #termsFor(word: string): readonly Term[] {
    const whole = this.#terms.get(singular(word));
    if (whole) return [whole];
    if (word.length >= 3) {
      const begun = [...this.#terms.atPrefix(word).values()];
      if (begun.length > 0) return begun;
    }
    const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    // Two letters that changed places are two slips to a machine and one to a person.
    const swapped = swaps(word).flatMap(typed => this.#terms.get(singular(typed)) ?? []);
    if (slips === 0 || swapped.length > 0) return swapped;
    const near = [...this.#terms.fuzzyGet(singular(word), slips).values()];
    const nearest = Math.min(...near.map(([, distance]) => distance));
    return near.filter(([, distance]) => distance === nearest).map(([term]) => term);
  }
}

/** English plurals, roughly: what matters is that both sides are treated alike. Welsh ones change too much for a rule. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|ss|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const swaps = (word: string): readonly string[] =>
  word.length < 4
    ? []
    : Array.from(
        {length: word.length - 1},
        (_, index) => word.slice(0, index) + (word[index + 1] ?? '') + (word[index] ?? '') + word.slice(index + 2),
      );
