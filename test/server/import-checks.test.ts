/** What the keepers of a directory are told: what to put right, what may be there twice, and where there is nothing. */
import {readFileSync} from 'node:fs';
import {distanceKm} from '@held-spaces/domain/distance';
import {instantOf} from '@held-spaces/domain/opening-hours';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {findPlaces} from '@held-spaces/domain/places';
import type {Space} from '@held-spaces/domain/space';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkSpace} from '../../server/src/command-line/check-spaces.js';
import {coverageOf, nextInstant} from '../../server/src/command-line/gaps-coverage.js';
import {gapsPage, reachOf} from '../../server/src/command-line/gaps-map.js';
import {toCsv} from '../../server/src/command-line/report-csv.js';
import {parseCsv} from '../../server/src/import/csv.js';
import {findDuplicates} from '../../server/src/import/duplicates.js';
import {ImportProgress} from '../../server/src/command-line/import-progress.js';
import {countRules, reportLines} from '../../server/src/import/report.js';
import type {ImportReport} from '../../server/src/import/report.js';
import type {RetiredList} from '../../server/src/import/retired.js';
import {sampleFile} from './support/directory.js';

const retired = JSON.parse(readFileSync('domain/data/retired-numbers.json', 'utf8')) as RetiredList;
const places = buildPlaceFile(parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')), 'test');
const districts = ['LS1', 'LS6', 'BD1', 'KW15', 'TR21'].flatMap(name => findPlaces(places, name).slice(0, 1));
/** A Saturday. */
const now = new Date('2026-11-21T10:00:00Z');
const options = {now, staleAfterDays: 365, retired};

const space = (change: Partial<Space> = {}): Space => ({
  id: 'a',
  name: 'The Lantern Room',
  status: 'active',
  kinds: ['drop-in'],
  deliveries: ['physical'],
  location: {
    address: {postcode: 'LS6 2AB'},
    point: {latitude: 53.82, longitude: -1.57},
    precision: 'exact',
  },
  areaServed: {nations: []},
  contact: {phone: '0113 496 0123'},
  schedules: [{freq: 'WEEKLY', byday: ['SA'], opensAt: '18:00', closesAt: '02:00'}],
  waysIn: [],
  audiences: [],
  languages: [],
  access: [],
  stages: {declared: ['threshold'], suggested: []},
  disclosure: {answers: {police: 'no'}},
  provenance: {source: 'One', checked: '2026-10-01'},
  ...change,
});

describe('the check of a record', () => {
  it('finds nothing in a whole one', () => {
    expect(checkSpace(space(), options)).toEqual([]);
  });

  it.each<[string, Partial<Space>, readonly string[]]>([
    ['old', {provenance: {source: 'One', checked: '2024-01-01'}}, ['stale']],
    ['undated', {provenance: {source: 'One'}}, ['undated']],
    ['without hours', {schedules: []}, ['no-hours']],
    [
      'with hours that have lapsed',
      {schedules: [{freq: 'WEEKLY', byday: ['SA'], opensAt: '18:00', closesAt: '20:00', validTo: '2026-01-01'}]},
      ['hours-lapsed'],
    ],
    ['without a place', {location: {}}, ['no-place', 'no-postcode']],
    ['without a way to ask', {contact: {}}, ['no-contact']],
    ['with a retired number', {contact: {phone: '0300 330 0630'}}, ['retired-number']],
    [
      'with a retired number though it is not listed',
      {status: 'defunct', contact: {phone: '0300 330 0630'}},
      ['retired-number'],
    ],
    ['not listed and empty', {status: 'inactive', contact: {}, schedules: []}, []],
    ['silent on who is told', {disclosure: {answers: {notes: 'yes'}}}, ['disclosure-unknown']],
    ['with words on who is told', {disclosure: {answers: {}, words: 'They ask first.'}}, []],
    ['of no kind and no stage', {kinds: [], stages: {declared: [], suggested: []}}, ['no-kind', 'no-stage']],
    ['with a private address', {location: {precision: 'area', area: 'Leeds'}}, []],
    ['online', {deliveries: ['online'], location: {}}, []],
  ])('says that it is %s', (_what, change, found) => {
    expect(checkSpace(space(change), options)).toEqual(found);
  });
});

describe('spaces that may be the same', () => {
  const other = (change: Partial<Space> = {}) => space({id: 'b', provenance: {source: 'Two'}, ...change});

  it('share their name with a postcode or a phone, in two sources', () => {
    expect(findDuplicates([space(), other({name: 'Lantern Room Ltd.', contact: {}})])).toMatchObject([
      {reason: 'name-and-postcode', spaces: [{id: 'a'}, {id: 'b'}]},
    ]);
    expect(findDuplicates([space(), other({location: {}, contact: {phone: '+44 (0)113 4960123'}})])).toMatchObject([
      {reason: 'name-and-phone'},
    ]);
    // Both reasons are one pair.
    expect(findDuplicates([space(), other()])).toHaveLength(1);
  });

  it('are not those of one source, of another name, or of another place', () => {
    expect(findDuplicates([space(), space({id: 'b'})])).toEqual([]);
    expect(findDuplicates([space(), other({name: 'The Harbour Room'})])).toEqual([]);
    expect(findDuplicates([space(), other({contact: {phone: '0113 496 0999'}, location: {}})])).toEqual([]);
    expect(findDuplicates([space({name: '!'}), other({name: '?'})])).toEqual([]);
  });
});

describe('coverage', () => {
  const at = {weekday: 'SA', minutes: 22 * 60} as const;
  const coverage = (spaces: readonly Space[]) => coverageOf(spaces, districts, {now, staleAfterDays: 365, at});
  const of = (spaces: readonly Space[], district: string, stage = 'threshold') =>
    coverage(spaces).find(row => row.district.name === district && row.stage === stage)!;

  it('counts a space as open only where that is known', () => {
    expect(reachOf(of([space()], 'LS6'), 10)).toBe('open');
    const unknown: Partial<Space>[] = [
      {schedules: []},
      {provenance: {source: 'One'}},
      {provenance: {source: 'One', checked: '2020-01-01'}},
      {schedules: [{freq: 'WEEKLY', byday: ['SA'], opensAt: '18:00', closesAt: '02:00', conditional: true}]},
    ];
    for (const change of unknown) expect(reachOf(of([space(change)], 'LS6'), 10)).toBe('may-be-open');
    const closed: Partial<Space>[] = [
      {schedules: [{freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '20:00'}]},
      {status: 'temporarily closed'},
      {deliveries: ['phone']},
      {location: {precision: 'area', area: 'Leeds'}},
      {stages: {declared: ['everyday-life'], suggested: []}},
    ];
    for (const change of closed) expect(reachOf(of([space(change)], 'LS6'), 10)).toBe('none');
  });

  it('has a row for every district and stage, and none of it comes from a search', () => {
    const rows = coverage([space()]);
    expect(rows).toHaveLength(districts.length * 5);
    expect(Math.round(of([space()], 'TR21').open?.distanceKm ?? 0)).toBeGreaterThan(400);
    expect(of([], 'LS6')).toEqual({district: districts[1], stage: 'threshold'});
  });

  it('names the nearest, as measuring every space would', () => {
    const spaces = sampleFile.spaces;
    for (const row of coverage(spaces)) {
      const near = spaces
        .filter(each => each.status === 'active' && each.deliveries.includes('physical') && each.location?.point)
        .filter(each => [...each.stages.declared, ...each.stages.suggested].includes(row.stage))
        .map(each => distanceKm(row.district.point, each.location!.point!));
      expect(row.atAnyHour?.distanceKm).toBeCloseTo(Math.min(...near), 6);
    }
  });

  it('asks for the next such hour by London’s clock, over the changes of it', () => {
    expect(nextInstant(at, now)).toEqual(new Date('2026-11-21T22:00:00Z'));
    expect(nextInstant({weekday: 'SA', minutes: 9 * 60}, now)).toEqual(new Date('2026-11-28T09:00:00Z'));
    expect(nextInstant(at, new Date('2026-07-01T00:00:00Z'))).toEqual(new Date('2026-07-04T21:00:00Z'));
    const spring = nextInstant({weekday: 'SU', minutes: 12 * 60}, new Date('2026-03-28T12:00:00Z'));
    expect(spring).toEqual(instantOf({year: 2026, month: 3, day: 29}, 12 * 60));
  });

  it('is drawn on a page that holds what spaces are called as text', () => {
    const name = '<img src=x onerror=alert(1)> & "Co"';
    const page = gapsPage(coverage([space({name})]), {
      when: 'Saturday at 22:00',
      withinKm: 10,
      today: '2026-11-21',
      attributions: [name],
    });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;');
    expect(page.match(/<svg viewBox/g)).toHaveLength(5);
  });
});

describe('a table for a spreadsheet', () => {
  it('comes back as it was, and is never worked out as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), {minLength: 2, maxLength: 2})), rows => {
        const parsed = parseCsv(toCsv(['a', 'b'], rows));
        if (!Array.isArray(parsed)) throw new Error('not CSV');
        const cells = parsed.slice(1).map(row => (row as {cells: string[]}).cells);
        expect(cells).toEqual(rows.map(row => row.map(cell => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))));
      }),
    );
    expect(toCsv(['n'], [[-1.5], ['=1+1'], [undefined]])).toBe("\ufeffn\r\n-1.5\r\n'=1+1\r\n\r\n");
  });
});

describe('the report of an import', () => {
  it('counts by rule, the gravest first, and cannot move the cursor of a terminal', () => {
    const rules = countRules([
      {id: 'x', rules: ['markup-removed', 'hours-missing']},
      {id: '\u001b[2J', rules: ['name-missing']},
      ...Array.from({length: 9}, (_, index) => ({id: `id-${index}`, rules: ['hours-missing'] as const})),
    ]);
    expect(rules.map(({rule, times, row}) => [rule, times, row])).toEqual([
      ['name-missing', 1, 0],
      ['markup-removed', 1, 12],
      ['hours-missing', 10, 16],
    ]);
    const lines = reportLines({taken: 10, refused: 1, kept: 3, rules} as unknown as ImportReport);
    expect(lines[0]).toBe('Taken: 10 of 11 records. Kept from before: 3.');
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines.at(-1)).toMatch(/noted +10 {2}hours-missing: .* \(x, id-0, id-1, id-2, id-3 …\)$/);
  });
});

describe('the progress of an import', () => {
  const shown = (isTTY: boolean) => {
    let text = '';
    const progress = new ImportProgress({
      isTTY,
      write: (piece: string | Uint8Array) => Boolean((text += String(piece))),
    });
    for (let done = 0; done <= 5000; done += 10) progress.show('Services read', done, 5000);
    progress.say('Done');
    return text;
  };

  it('is a bar that is drawn over itself on a terminal, and gone in the end', () => {
    const text = shown(true);
    expect(text).toContain('\r\u001b[K[############------------] Services read: 2,500 of 5,000');
    expect(text.endsWith('\r\u001b[KDone\n')).toBe(true);
    expect(text.match(/\n/g)).toHaveLength(1);
  });

  it('is a few plain lines anywhere else', () => {
    const lines = shown(false).trim().split('\n');
    expect(lines).toEqual([
      ...['1,000', '2,000', '3,000', '4,000', '5,000'].map(done => `Services read: ${done} of 5,000`),
      'Done',
    ]);
  });
});
