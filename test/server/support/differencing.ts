/**
 * The attacker of `publish-differencing.test.ts`. It sees every number of every batch, knows exactly whose answers are in
 * which of them, even whom chance made rest, and knows how counting works. It wants to know what one person, or fewer
 * than five, said.
 */
/** A published number: whose answers are in it. */
export type PublishedSet = ReadonlySet<string>;
export type Category = 'yes' | 'partly' | 'no';

export interface Found {
  /** Fewer than five people whom published numbers set apart, by adding and subtracting. */
  readonly apart: readonly string[];
  /** People whose answer is the same in every world that the numbers allow, beyond groups of five who all said the same. */
  readonly certain: readonly string[];
}

const least = 5;
/** Arithmetic is done modulo a prime: exact, and without fractions. */
const prime = 1_000_003;
const mod = (value: number) => ((value % prime) + prime) % prime;

export function attack(published: readonly PublishedSet[], said: ReadonlyMap<string, Category>): Found {
  const sets = published.filter(set => set.size > 0);
  const atoms = atomsOf(sets);
  const rows = sets.map(set => atoms.map(atom => (set.has(atom[0] ?? '') ? 1 : 0)));
  const basis = reduced(rows);
  const groups = unionsIn(basis, atoms);
  const apart = groups.filter(group => peopleIn(group, atoms).length < least).flatMap(group => peopleIn(group, atoms));
  const unanimous = unanimousIn(
    groups.map(group => peopleIn(group, atoms)),
    said,
  );
  const moves = movesOf(basis, atoms.length);
  const certain = atoms.flatMap((atom, index) =>
    atom.every(person => unanimous.has(person)) || mayDiffer(index, atoms, moves, said) ? [] : atom,
  );
  return {apart, certain};
}

/** People in groups of five or more who all said the same, those left out whom another such group has told of. */
function unanimousIn(groups: readonly (readonly string[])[], said: ReadonlyMap<string, Category>): ReadonlySet<string> {
  const known = new Set<string>();
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const group of groups) {
      const rest = group.filter(person => !known.has(person));
      for (const part of [group, rest]) {
        if (part.length < least || new Set(part.map(person => said.get(person))).size > 1) continue;
        for (const person of part) known.add(person);
      }
    }
  }
  return known;
}

/** People who are in the same numbers all along cannot be told apart. */
function atomsOf(sets: readonly PublishedSet[]): readonly (readonly string[])[] {
  const byNumbers = new Map<string, string[]>();
  for (const person of new Set(sets.flatMap(set => [...set]))) {
    const key = sets.map(set => (set.has(person) ? '1' : '0')).join('');
    byNumbers.set(key, [...(byNumbers.get(key) ?? []), person]);
  }
  return [...byNumbers.values()];
}

const peopleIn = (group: readonly number[], atoms: readonly (readonly string[])[]) =>
  group.flatMap((inside, index) => (inside === 1 ? (atoms[index] ?? []) : []));

/** Every union of atoms that is a sum or difference of published numbers, the empty one left out. */
function unionsIn(basis: readonly (readonly number[])[], atoms: readonly unknown[]): readonly (readonly number[])[] {
  const pivots = basis.map(row => row.findIndex(value => value !== 0));
  const unions: number[][] = [];
  // A combination is fixed by what it is at the pivots, where a union is 0 or 1.
  for (let bits = 1; bits < 2 ** basis.length; bits++) {
    const row = atoms.map((_, at) => mod(basis.reduce((sum, each, i) => sum + ((bits >> i) & 1) * (each[at] ?? 0), 0)));
    if (pivots.length > 0 && row.every(value => value === 0 || value === 1)) unions.push(row);
  }
  return unions;
}

/** Reduced row echelon form. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const matrix = rows.map(row => [...row]);
  const width = matrix[0]?.length ?? 0;
  let rank = 0;
  for (let at = 0; at < width; at++) {
    const found = matrix.findIndex((row, index) => index >= rank && row[at] !== 0);
    if (found < 0) continue;
    [matrix[rank], matrix[found]] = [matrix[found]!, matrix[rank]!];
    const pivot = matrix[rank]!;
    const factor = inverse(pivot[at]!);
    pivot.forEach((value, i) => (pivot[i] = mod(value * factor)));
    for (const [index, row] of matrix.entries()) {
      if (index === rank || row[at] === 0) continue;
      const times = row[at]!;
      row.forEach((value, i) => (row[i] = mod(value - times * pivot[i]!)));
    }
    rank++;
  }
  return matrix.slice(0, rank);
}

function inverse(value: number): number {
  let result = 1n;
  let base = BigInt(value);
  for (let power = BigInt(prime - 2); power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % BigInt(prime);
    base = (base * base) % BigInt(prime);
  }
  return Number(result);
}

/** Changes of an answer's count by atom that no published number would show: a basis, and small sums of it. */
function movesOf(basis: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const pivots = basis.map(row => row.findIndex(value => value !== 0));
  const signed = (value: number) => (value > prime / 2 ? value - prime : value);
  const free = Array.from({length: width}, (_, at) => at).filter(at => !pivots.includes(at));
  const basics = free.map(at =>
    Array.from({length: width}, (_, i) =>
      i === at ? 1 : pivots.includes(i) ? signed(mod(-(basis[pivots.indexOf(i)]?.[at] ?? 0))) : 0,
    ),
  );
  const sums = basics.flatMap((one, i) =>
    basics.slice(i + 1).flatMap(other => [one.map((v, at) => v + other[at]!), one.map((v, at) => v - other[at]!)]),
  );
  return [...basics, ...sums];
}

const categories = ['yes', 'partly', 'no'] as const;

/** Whether somebody in an atom could have said something else, with all numbers as they are. */
function mayDiffer(
  index: number,
  atoms: readonly (readonly string[])[],
  moves: readonly (readonly number[])[],
  said: ReadonlyMap<string, Category>,
): boolean {
  const counts = atoms.map(atom =>
    categories.map(category => atom.filter(person => said.get(person) === category).length),
  );
  const own = counts[index] ?? [];
  // Within an atom, who said what is open as soon as two things were said.
  if (own.filter(count => count > 0).length > 1) return true;
  for (const move of moves) {
    if (move[index] === 0) continue;
    for (const [from, to] of [
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 1],
    ] as const) {
      if (move.every((change, at) => counts[at]![from]! - change >= 0 && counts[at]![to]! + change >= 0)) return true;
    }
  }
  return false;
}
