import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ByteStore, toText} from '../../server/src/read-model/byte-store.js';

describe('texts kept as bytes', () => {
  it('come out as they went in, whatever letters they are made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'grapheme'}), {maxLength: 50}), fc.nat({max: 3}), (texts, long) => {
        // Long ones fill the memory that is encoded at once, and short ones the rest.
        const all = [...texts, ...Array.from({length: long}, (_, index) => 'ŵ'.repeat(40_000 + index)), 'end'];
        const store = new ByteStore(all.length);
        for (const text of all) store.push(text);
        store.finish();
        expect(all.map((_, position) => toText(store.at(position)))).toEqual(all);
      }),
      {numRuns: 60},
    );
  });
});
