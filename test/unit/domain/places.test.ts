import {readFileSync} from 'node:fs';
import {readPlaceFile} from '@held-spaces/domain/read-files';
import {distanceKm} from '@held-spaces/domain/distance';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {findPlaces, type Place} from '@held-spaces/domain/places';
import {suggestPlaces} from '@held-spaces/domain/suggest-places';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

const rows = parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8'));
const file = buildPlaceFile(rows, 'Gibbs/uk-postcodes, CC0');
const names = (places: readonly Place[]) => places.map(({name}) => name);
const find = (text: string) => names(findPlaces(file, text));
const suggest = (text: string, limit = 8) => names(suggestPlaces(file, text, limit));

describe('finding a place', () => {
  it('finds a postcode district, with the town it is in', () => {
    expect(findPlaces(file, 'ls6')).toEqual([
      {
        name: 'LS6',
        kind: 'district',
        point: {latitude: 53.8193, longitude: -1.567},
        radiusKm: 2,
        nation: 'england',
        region: 'Yorkshire and The Humber',
        town: 'Leeds',
      },
    ]);
  });

  it('finds the district of a whole postcode, or of one that stops short', () => {
    expect(find('M13 9PL')).toEqual(['M13']);
    expect(find('m139pl')).toEqual(['M13']);
    expect(find('LS6 2')).toEqual(['LS6']);
    expect(find('ZZ99 9ZZ')).toEqual([]);
  });

  it('finds every district by its name', () => {
    for (const {outcode} of rows) expect(find(outcode)).toEqual([outcode]);
  });

  it('finds every town by the name it is shown under, however it is typed', () => {
    const anyTown = fc.constantFrom(...file.towns.map(([name]) => name));
    fc.assert(
      fc.property(anyTown, fc.boolean(), fc.constantFrom(' ', '-', '  ', ', '), (name, isUpper, gap) => {
        const typed = (isUpper ? name.toUpperCase() : name.toLowerCase()).replaceAll(' ', gap).replaceAll("'", '’');
        expect(find(` ${typed} `)).toContain(name);
      }),
      {numRuns: 300},
    );
  });

  it('takes Leeds for the whole city', () => {
    const [leeds] = findPlaces(file, 'Leeds');
    expect(leeds).toMatchObject({name: 'Leeds', kind: 'town', nation: 'england', region: 'Yorkshire and The Humber'});
    expect(distanceKm(leeds!.point, {latitude: 53.8, longitude: -1.55})).toBeLessThan(4);
    for (const outcode of ['LS1', 'LS6', 'LS27']) {
      expect(distanceKm(leeds!.point, findPlaces(file, outcode)[0]!.point)).toBeLessThanOrEqual(leeds!.radiusKm + 0.1);
    }
  });

  it('tells places of one name apart, the largest first', () => {
    expect(find('Leeds')).toEqual(['Leeds', 'Leeds, Kent']);
    expect(find('newport')).toContain('Newport, Isle of Wight');
    expect(find('newport')).toHaveLength(5);
    expect(find('Newport, Isle of Wight')).toEqual(['Newport, Isle of Wight']);
    expect(find('newport isle of wight')).toEqual(['Newport, Isle of Wight']);
    expect(find('Newcastle')[0]).toBe('Newcastle Upon Tyne');
  });

  it.each(
    (
      'Aberystwyth Armagh Bangor Bath Belfast Birmingham Brighton Bristol Cambridge Cardiff Carlisle Derry Dundee Edinburgh ' +
      'Exeter Glasgow Hereford Hove Hull Inverness Lincoln London Londonderry Manchester Neath Newry Norwich Oxford Penrith ' +
      'Perth Plymouth Sheffield Southend Stirling Swansea Truro Wells Westminster Whitby Wrexham York'
    ).split(' '),
  )('knows %s', name => {
    expect(findPlaces(file, name).length).toBeGreaterThan(0);
  });

  it('does not take London for a county too wide to be near', () => {
    expect(findPlaces(file, 'London')).toMatchObject([{name: 'London', region: 'London', nation: 'england'}]);
    expect(find('Kent')).toEqual([]);
  });

  it('finds nothing for nothing, for half a name, or for a place outside the UK', () => {
    for (const text of ['', ' ', '-', 'Lee', 'Douglas, Isle of Man', 'Paris', '12345']) expect(find(text)).toEqual([]);
  });
});

describe('suggesting places', () => {
  it('puts the place that is meant first, then what begins like it', () => {
    expect(suggest('leeds')[0]).toBe('Leeds');
    expect(suggest('newc')[0]).toBe('Newcastle Upon Tyne');
    expect(suggest('newp')).toContain('Newport, Isle of Wight');
    expect(suggest('ls6', 3)[0]).toBe('LS6');
    expect(suggest('ls', 4)).toEqual(['LS1', 'LS2', 'LS3', 'LS4']);
    expect(suggest('cork street')).toEqual([]);
    expect(suggest('')).toEqual([]);
  });

  it('suggests every town from any first letters of it, while there is room', () => {
    const typed = fc
      .constantFrom(...file.towns.map(([name]) => name))
      .chain(name => fc.record({name: fc.constant(name), length: fc.integer({min: 1, max: name.length})}));
    fc.assert(
      fc.property(typed, ({name, length}) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name.slice(0, length)));
        expect(suggest(name.slice(0, length), 5000)).toContain(name);
      }),
    );
  });
});

describe('the place file', () => {
  it('gives every town a name of its own', () => {
    expect(new Set(file.towns.map(([name]) => name)).size).toBe(file.towns.length);
  });

  it('reaches all the districts of a town from its middle, 2 km at least', () => {
    for (const [, latitude, longitude, townIndex] of file.outcodes) {
      const town = file.towns[townIndex];
      if (!town) continue;
      expect(distanceKm({latitude, longitude}, {latitude: town[1], longitude: town[2]})).toBeLessThan(town[5] + 0.2);
      expect(town[5]).toBeGreaterThanOrEqual(2);
    }
  });

  it('survives the network, and is refused with the name of the field when it is broken', () => {
    expect(readPlaceFile(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(() => readPlaceFile({...file, towns: [['Leeds', 53]]})).toThrow(
      new TypeError('towns[0] is not a row of 6.'),
    );
    expect(() => readPlaceFile('<html>')).toThrow(TypeError);
  });
});
