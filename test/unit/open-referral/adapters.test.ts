import {readFileSync} from 'node:fs';
import {meaningOf, readCrosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {adapt, dialectOf, dialects, isLastPage, readPage} from '@held-spaces/domain/open-referral/detect';
import {phoneOf, plainText, webAddress} from '@held-spaces/domain/open-referral/feed-text';
import {Findings} from '@held-spaces/domain/open-referral/feed-rules';
import {toService} from '@held-spaces/domain/open-referral/oruk3';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {fold} from '@held-spaces/domain/text';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {idOf} from '../../../server/src/ids.js';
import {sampleFile} from '../../server/support/directory.js';
import {oruk1, oruk3, outpost} from '../../support/feeds/records.js';

const places = buildPlaceFile(parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')), 'test');
const options = {source: 'Test feed', places, now: new Date('2026-11-21T10:00:00Z')};
const whole = [oruk3(), oruk1(), outpost()];

/** A record with anything at all in any of the fields that are read. */
const record = fc
  .constantFrom(...whole)
  .chain(base =>
    fc
      .dictionary(fc.constantFrom(...Object.keys(base), 'attributes', 'contacts', 'phones'), fc.jsonValue())
      .map(change => ({...base, ...change})),
  );

describe('the adapters', () => {
  it('never throw, and only ever give links of the web, points in the UK, and text without markup', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...dialects), (value, dialect) => {
        for (const space of adapt(dialect, value, options).spaces) {
          expect(space.contact.website ?? 'https://').toMatch(/^https?:\/\//i);
          expect(space.contact.phone ?? '0').toMatch(/^[+(\d][\d ()+-]*$/);
          const {latitude = 54, longitude = -2} = space.location?.point ?? {};
          expect(latitude > 49 && latitude < 61 && longitude > -9 && longitude < 2).toBe(true);
          expect(space.name).not.toBe('');
        }
      }),
      {numRuns: 500},
    );
  });

  it('take anything that is JSON for a service or for a page', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...dialects), (value, dialect) => {
        adapt(dialect, value, options);
        const page = readPage(value);
        if (page) expect(dialects).toContain(dialectOf(page));
      }),
    );
  });

  it('read back what another directory like this one says of its spaces', () => {
    for (const space of sampleFile.spaces) {
      const service: unknown = JSON.parse(JSON.stringify(toService(space, {idOf})));
      const [read, ...others] = adapt('oruk3', service, {source: 'Test feed', now: options.now}).spaces;
      expect(others).toEqual([]);
      const {kinds, stages, deliveries, audiences, waysIn, cost, status, disclosure, languages, ages, organization} =
        space;
      expect(read).toMatchObject({
        ...{
          id: space.id,
          name: fold(space.name) === '' ? '' : space.name.replace(/\s+/g, ' '),
          kinds,
          stages,
          deliveries,
        },
        ...{audiences, waysIn, status, disclosure, languages},
        ...(ages && {ages}),
        ...(organization && {organization}),
        contact: {
          ...(space.contact.phone && {phone: space.contact.phone}),
          ...(space.contact.text && {text: space.contact.text}),
        },
        provenance: {sample: true},
      });
      // Other words for a cost are words; a free space stays free, and no other becomes it.
      expect(read?.cost?.kind === 'free').toBe(cost?.kind === 'free');
      expect(read?.location?.point).toEqual(space.location?.point);
      expect(read?.location?.precision).toBe(space.location?.precision);
      const conditional = read?.schedules.filter(each => each.conditional).length ?? 0;
      expect(conditional).toBeGreaterThanOrEqual(space.schedules.filter(each => each.conditional).length);
      expect(read?.schedules.map(each => [each.byday, each.opensAt])).toEqual(
        space.schedules.map(each => [each.byday, each.opensAt]),
      );
    }
  });
});

describe('text of a feed', () => {
  const seconds = (work: () => void) => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  };

  it.each([
    ['<', 100_000],
    ['<!--', 25_000],
    ['<script', 15_000],
    ['[', 100_000],
    ['**', 50_000],
    ['&', 100_000],
    ['â', 100_000],
    ['0 ', 50_000],
    ['1-(', 30_000],
  ])('is read in time that grows with its length, whatever it holds: %s', (piece, times) => {
    const text = piece.repeat(times);
    expect(
      seconds(() => {
        plainText(text);
        phoneOf(text, new Findings());
        webAddress(`https://${text}`, new Findings());
      }),
    ).toBeLessThan(2);
  });

  it('loses no word that people wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zâêîôûŵŷ]{1,8}$/), {minLength: 1}), words => {
        // The two whose names are how an absent value is written.
        fc.pre(!['none', 'null'].includes(words.join(' ')));
        expect(plainText(`<p>${words.join('</p> <p>')}</p>`)?.split('\n')).toEqual(
          words.map(word => word.normalize('NFC')),
        );
      }),
    );
  });

  it('keeps words that only look like broken characters', () => {
    for (const text of ['Château, café, naïve', 'Llŷn a Môn', '“Be CAFÉ”', 'Â and Ã', 'a < b and c > d', '5 > 3']) {
      expect(plainText(text)).toBe(text);
    }
    expect(plainText('Itâ€™s Â£3 at the cafÃ© â€“ no')).toBe('It’s £3 at the café – no');
  });
});

describe('pages', () => {
  const page = (envelope: object) => readPage({contents: [{id: 'a'}], ...envelope})!;
  const ends = (envelope: object, number = 1, newIds = 1) => isLastPage(page(envelope), {number, size: 1}, newIds);

  it('end where the feed says so, and where it can be told', () => {
    expect(ends({last_page: true})).toBe(true);
    expect(ends({last_page: false, total_pages: 1})).toBe(false);
    expect(ends({total_pages: 3}, 3)).toBe(true);
    expect(ends({total_pages: '3'}, 2)).toBe(false);
    expect(ends({})).toBe(false);
    expect(ends({}, 2, 0)).toBe(true);
    expect(isLastPage(page({contents: []}), {number: 9, size: 1}, 0)).toBe(true);
    expect(isLastPage(page({}), {number: 1, size: 50}, 1)).toBe(true);
  });
});

describe('a crosswalk', () => {
  it('refuses what is not one of ours, naming the term and the target', () => {
    expect(readCrosswalk({terms: {x: {kinds: ['castle']}}})).toEqual({problem: 'target', term: 'x', target: 'castle'});
    expect(readCrosswalk({terms: {x: {stage: ['threshold']}}})).toEqual({
      problem: 'target',
      term: 'x',
      target: 'stage',
    });
    expect(readCrosswalk({terms: {x: {stages: 'threshold'}}})).toEqual({
      problem: 'target',
      term: 'x',
      target: 'stages',
    });
    for (const value of [null, [], {}, {terms: []}, {terms: {x: 'drop-in'}}]) {
      expect(readCrosswalk(value)).toMatchObject({problem: 'shape'});
    }
  });

  it('says nothing of terms that it does not know', () => {
    const crosswalk = readCrosswalk({terms: {a: {kinds: ['drop-in']}}});
    if (!('meanings' in crosswalk)) throw new Error('not read');
    expect(meaningOf([{name: 'constructor'}, {id: '__proto__'}, {uri: 'b'}], crosswalk).kinds).toEqual([]);
    expect(meaningOf([{id: 'a'}], crosswalk).kinds).toEqual(['drop-in']);
  });
});
