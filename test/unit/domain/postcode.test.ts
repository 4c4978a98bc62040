import {readFileSync} from 'node:fs';
import {formatPostcode, parsePostcode} from '@held-spaces/domain/postcode';
import {parseOutcodeRows} from '@held-spaces/domain/place-file';
import fc from 'fast-check';
import {isValid, parse} from 'postcode';
import {describe, expect, it} from 'vitest';

const outcodes = parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')).map(({outcode}) => outcode);
const inwardLetter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
const incode = fc.tuple(fc.nat(9), inwardLetter, inwardLetter).map(parts => parts.join(''));
const noise = fc.constantFrom('', ' ', '  ', '-', '.', ', ', '\t', '\u00a0');
const postcode = fc.record({outcode: fc.constantFrom(...outcodes), incode});

describe('postcode', () => {
  it('reads every district there is', () => {
    for (const outcode of outcodes) expect(parsePostcode(outcode)).toEqual({kind: 'district', outcode});
  });

  it('reads a whole postcode in any case, spaced and punctuated anyhow', () => {
    fc.assert(
      fc.property(postcode, noise, noise, fc.boolean(), (given, before, between, isLower) => {
        const typed = `${before}${given.outcode}${between}${given.incode}${before}`;
        expect(parsePostcode(isLower ? typed.toLowerCase() : typed)).toEqual({kind: 'full', ...given});
      }),
    );
  });

  it('agrees with the postcode package on what is whole', () => {
    fc.assert(
      fc.property(postcode, given => {
        const written = formatPostcode(given);
        expect(isValid(written)).toBe(true);
        expect(parse(written)).toMatchObject({outcode: given.outcode, postcode: written});
      }),
    );
    const anything = fc.string({unit: fc.constantFrom(...'ABCEGIKLMNOSWYZ0123456789 '), maxLength: 9});
    fc.assert(
      fc.property(anything, text => {
        if (parsePostcode(text)?.kind === 'full')
          expect(isValid(text.replace(/[^A-Z0-9]/g, '').replace(/O(..)$/, '0$1'))).toBe(true);
      }),
      {numRuns: 2000},
    );
  });

  it('takes the letter O for a zero, only where the second part needs a digit', () => {
    expect(parsePostcode('LU7 ONY')).toEqual({kind: 'full', outcode: 'LU7', incode: '0NY'});
    expect(parsePostcode('lu7ony')).toEqual({kind: 'full', outcode: 'LU7', incode: '0NY'});
    expect(parsePostcode('OX1 1AA')).toEqual({kind: 'full', outcode: 'OX1', incode: '1AA'});
    expect(parsePostcode('M1O 1AA')?.kind).not.toBe('full');
  });

  it('says when a postcode stops short, with the district where that can be told', () => {
    expect(parsePostcode('LS6 2')).toEqual({kind: 'incomplete', outcode: 'LS6'});
    expect(parsePostcode('LS6 2A')).toEqual({kind: 'incomplete', outcode: 'LS6'});
    expect(parsePostcode('ls62a')).toEqual({kind: 'incomplete', outcode: 'LS6'});
    expect(parsePostcode('EC1A 1')).toEqual({kind: 'incomplete', outcode: 'EC1A'});
    expect(parsePostcode('M13 9')).toEqual({kind: 'incomplete', outcode: 'M13'});
  });

  it('leaves the names of places alone', () => {
    for (const name of ['Leeds', 'Ely', 'St Ives', 'Ayr', '', '  ', 'Rye', 'LS', '123', 'Newport, Isle of Wight']) {
      expect(parsePostcode(name)).toBeUndefined();
    }
  });
});
