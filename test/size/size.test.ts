/** What a page has to load, as it ships, against the numbers in the README that we defend. Change one only on purpose. */
import {brotliCompressSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {bundle, bundles, type BundledFile} from '../../scripts/bundles.mjs';

interface Built {
  /** The file that the script tag names, and what it cannot start without. */
  readonly first: readonly BundledFile[];
  /** What comes on a press, or after a setback. */
  readonly later: readonly BundledFile[];
  /** The words of other languages, each for pages in it alone. */
  readonly languages: readonly BundledFile[];
}

const define = (tag: string) => `src/define/${tag}.ts`;

async function build(name: string, modules: readonly string[]): Promise<Built> {
  const chunks = (await bundle(name, '', {write: false, modules})).flatMap(({output}) => output);
  const [entry] = chunks;
  if (!entry) throw new Error(`${name} was not built.`);
  const first = chunks.filter(chunk => chunk === entry || entry.imports.includes(chunk.fileName));
  const others = chunks.filter(chunk => !first.includes(chunk));
  const isLanguage = ({fileName}: BundledFile) => /-(?:cy|easy)-/.test(fileName);
  return {first, later: others.filter(chunk => !isLanguage(chunk)), languages: others.filter(isLanguage)};
}

const bytes = (chunks: readonly BundledFile[]) =>
  chunks.reduce((sum, {code}) => sum + brotliCompressSync(code).length, 0);
const report = (what: string, figures: object) => console.log(JSON.stringify({size: what, ...figures}));

/** Gates in bytes of brotli: the README's numbers, or what it is and five in a hundred where that sets none. */
const gates = {
  finder: 18_000,
  'details-view': 4_900,
  'when-needed': 16_700,
  'more-filters': 1_500,
  'found-words': 2_900,
  'device-place': 350,
  'open-now': 1_000,
  'whole-postcode': 450,
  'take-away': 4_100,
  'qr-code': 3_600,
  'finder-map': 45_700,
  'uk-outline': 13_000,
  'other-lists': 18_700,
  'place-file': 41_000,
  signpost: 12_000,
  'stage-selector': 6_000,
  'evaluation-form': 6_000,
};

/**
 * A finder with all that its first search brings: filters, hours, the facts on a card. What brotli makes of the two files
 * goes up and down by some 60 B with the letters of names alone, which is left as room.
 */
const withFirstSearch = 34_300;

/** Parts of the finder that it fetches when they are wanted. */
const laterParts = [
  'details-view',
  'found-words',
  'device-place',
  'open-now',
  'whole-postcode',
  'when-needed',
  'more-filters',
  'take-away',
  'qr-code',
  'finder-map',
  'uk-outline',
  'other-lists',
  'place-file',
] as const;

describe('what a page loads', () => {
  let finder: Built;

  beforeAll(async () => {
    finder = await build('space-finder', [define('space-finder')]);
  });

  it('is one file for the finder, small enough for an old phone', () => {
    const list = finder.later.filter(({fileName}) => fileName.includes('when-needed'));
    const brotli = bytes(finder.first);
    const both = brotli + bytes(list);
    report('space-finder', {brotli, gate: gates.finder, withFirstSearch: both, files: finder.first.length});
    expect(finder.first).toHaveLength(1);
    expect(brotli).toBeLessThanOrEqual(gates.finder);
    expect(both).toBeLessThanOrEqual(withFirstSearch);
  });

  it.each(laterParts)('is one file more for %s, only when it is wanted, which shares no more than that', name => {
    const chunk = finder.later.find(({fileName}) => fileName.includes(`-${name}-`))!;
    report(name, {brotli: bytes([chunk]), gate: gates[name]});
    // What comes with a search or after one: the list is there, with all that it needs.
    const isThere = (path: string) =>
      path === finder.first[0]!.fileName ||
      (['details-view', 'found-words', 'open-now', 'more-filters', 'take-away', 'other-lists'].includes(name) &&
        path.includes('-when-needed-'));
    expect(chunk.imports.filter(path => !isThere(path))).toEqual([]);
    expect(bytes([chunk])).toBeLessThanOrEqual(gates[name]);
  });

  it('is no file but those', () => {
    expect(finder.later).toHaveLength(laterParts.length);
  });

  it('is one file more on a page in another language, which holds its words and shares nothing but the first', () => {
    expect(finder.languages).toHaveLength(2);
    for (const chunk of finder.languages) {
      report(chunk.fileName, {brotli: bytes([chunk])});
      expect(chunk.imports).toEqual([finder.first[0]!.fileName]);
    }
  });

  it('is small for a crisis signpost alone, with its data', async () => {
    const {first} = await build('crisis-signpost', [define('crisis-signpost')]);
    report('crisis-signpost', {brotli: bytes(first), gate: gates.signpost, files: first.length});
    expect(first).toHaveLength(1);
    expect(bytes(first)).toBeLessThanOrEqual(gates.signpost);
  });

  it.each(['quick-exit', 'crisis-update'])('is little for %s alone', async tag => {
    const {first} = await build(tag, [define(tag)]);
    report(tag, {brotli: bytes(first), files: first.length});
    expect(first).toHaveLength(1);
    expect(bytes(first)).toBeLessThanOrEqual(4_000);
  });

  it.each(['stage-selector', 'evaluation-form'] as const)('grows little when %s joins the finder', async tag => {
    const both = await build('both', [define('space-finder'), define(tag)]);
    const added = bytes(both.first) - bytes(finder.first);
    report(tag, {brotliAdded: added, gate: gates[tag], files: both.first.length});
    expect(both.first).toHaveLength(1);
    expect(added).toBeLessThanOrEqual(gates[tag]);
  });

  it('is one file for all widgets together', async () => {
    const {first, later} = await build('held-spaces', [bundles['held-spaces']]);
    report('held-spaces', {brotli: bytes(first), later: bytes(later), files: first.length});
    expect(first).toHaveLength(1);
  });

  it('holds nothing that Safari 15.4 cannot read, which the build takes for a newer one', async () => {
    const {first, later} = await build('held-spaces', [bundles['held-spaces']]);
    for (const {code} of [...first, ...later]) {
      expect(code).not.toMatch(/static\s*\{/);
      expect(code).not.toMatch(/\(\?<[=!]/);
      expect(code).not.toMatch(/new WeakSet/);
    }
  });
});
