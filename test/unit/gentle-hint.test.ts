import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {gentleHints, type HintKind} from '../../src/components/evaluation-form/gentle-hint.js';

const kinds = (words: string) => gentleHints(words).map(({kind, found}) => `${kind}: ${found}`);
const digits = (least: number, most = least) =>
  fc.array(fc.integer({min: 0, max: 9}), {minLength: least, maxLength: most}).map(list => list.join(''));

/** Words with nothing in them that could point to a person: small letters that make no first name, and stops. */
const quiet = fc
  .array(
    fc.constantFrom(
      'they',
      'were',
      'kind',
      'the',
      'room',
      'felt',
      'loud',
      'wanted',
      'to',
      'die',
      'suicide',
      'overdose',
      'hurt',
      'knife',
      'police',
      'angry',
      'psychosis',
      'kill',
    ),
    {maxLength: 40},
  )
  .map(list => list.join(' '));

describe('the gentle hint', () => {
  it.each<[string, HintKind, string]>([
    ['They made me tea. Sam stayed with me.', 'name', 'Sam'],
    ['then sam came', 'name', 'sam'],
    ['I talked to Oluwaseun about it', 'name', 'Oluwaseun'],
    ['We met Sarah Example there', 'name', 'Sarah Example'],
    ['I saw Dr Example twice', 'name', 'Dr Example'],
    ['ring 0113 496 0000 and ask', 'phone', '0113 496 0000'],
    ['text +44 7700 900123', 'phone', '+44 7700 900123'],
    ['someone@example.org wrote', 'email', 'someone@example.org'],
    ['I live in LS1 4AP now', 'place', 'LS1 4AP'],
    ['at 12 Acacia Road they', 'place', '12 Acacia Road'],
    ['it is on Mill Lane by the shop', 'place', 'Mill Lane'],
    ['on 12/03/2026 at night', 'date', '12/03/2026'],
    ['on the 3rd of March', 'date', '3rd of March'],
    ['it was March 3rd', 'date', 'March 3rd'],
    ['my number is 943 476 5919', 'id', '943 476 5919'],
    ['insurance QQ 12 34 56 C', 'id', 'QQ 12 34 56 C'],
  ])('sees in “%s” that it may be a %s', (words, kind, found) => {
    expect(kinds(words)).toContain(`${kind}: ${found}`);
  });

  it.each([
    'They were kind. I was not rushed, and I could go when I wanted.',
    'I rang 116 123 and then 111. In March they moved to a new room on Tuesday.',
    'I am Muslim and Welsh, and my Mum came. I’d go back. It is on Zoom.',
    'Open 24/7, 3 of 4 times it was full. There were 12 people.',
    'It may be loud. The NHS sent me. I’m better.',
  ])('leaves alone “%s”', words => {
    expect(kinds(words)).toEqual([]);
  });

  it('takes no word of the space’s own name for a person', () => {
    expect(gentleHints('I like the Lantern House a lot', 'Lantern House')).toEqual([]);
    expect(gentleHints('I like the Lantern House a lot')).toEqual([{kind: 'name', found: 'Lantern House'}]);
  });

  it('says each piece once, and six at most', () => {
    expect(kinds('I saw Sam. Then Sam left, and Sam came back.')).toEqual(['name: Sam']);
    expect(kinds('Amy, Ben, Carol, David, Emma, Fiona, Gary and Helen')).toHaveLength(6);
  });

  it('says only what stands in the words, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 300}), words => {
        for (const {found} of gentleHints(words)) {
          expect(found).not.toBe('');
          expect(words).toContain(found);
        }
      }),
    );
  });

  it('never speaks up for what somebody feels or fears: it does not look for danger', () => {
    fc.assert(
      fc.property(quiet, words => {
        expect(gentleHints(words)).toEqual([]);
      }),
    );
  });

  it('sees a phone number, an email address and a date wherever they stand', () => {
    const piece = fc.oneof(
      digits(9).map(rest => ({kind: 'phone', text: `07${rest}`})),
      fc.stringMatching(/^[a-z]{1,12}$/).map(name => ({kind: 'email', text: `${name}@example.org`})),
      fc
        .tuple(fc.integer({min: 1, max: 28}), fc.integer({min: 1, max: 12}), fc.integer({min: 2000, max: 2030}))
        .map(parts => ({kind: 'date', text: parts.join('/')})),
    );
    fc.assert(
      fc.property(quiet, piece, quiet, (before, {kind, text}, after) => {
        expect(gentleHints(`${before} ${text} ${after}`)).toContainEqual({kind, found: text});
      }),
    );
  });

  it('is done at once with the longest words, however they are made to slow it', () => {
    const slow = ['a', 'A ', 'Aa ', '1 ', '0 1', 'a.a@', '12 Aa ', '-', '(0)'].map(piece =>
      piece.repeat(2000).slice(0, 2000),
    );
    const start = performance.now();
    for (const words of slow) gentleHints(words);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
