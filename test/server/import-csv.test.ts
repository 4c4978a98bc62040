import {readFileSync} from 'node:fs';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {columns} from '../../server/src/import/csv-format.js';
import {isCsvError, parseCsv} from '../../server/src/import/csv.js';
import {ImportError} from '../../server/src/import/import-error.js';
import {readCsvFile} from '../../server/src/import/read-csv-file.js';
import type {RetiredList} from '../../server/src/import/retired.js';

const template = readFileSync('server/data/import/spaces.template.csv', 'utf8');
const retired = JSON.parse(readFileSync('domain/data/retired-numbers.json', 'utf8')) as RetiredList;
const places = buildPlaceFile(parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')), 'test');
const read = (text: string | Uint8Array) =>
  readCsvFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    path: 'list.csv',
    source: {name: 'Test list'},
    retired,
    places,
  });
const refusal = (text: string | Uint8Array) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ImportError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'imported';
};
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[], end = '\n') =>
  rows.map(row => row.map(quoted).join(',')).join(end) + end;

const basic = {id: 'a', name: 'A', kinds: 'drop-in', delivery: 'physical', nation: 'England', status: 'active'};
const list = (...changes: Readonly<Record<string, string>>[]) => {
  const names = [...new Set([...Object.keys(basic), ...changes.flatMap(change => Object.keys(change))])];
  const rows = changes.map(
    (change, index) => ({...basic, id: `space-${index + 1}`, ...change}) as Record<string, string>,
  );
  return csv([names, ...rows.map(row => names.map(name => row[name] ?? ''))]);
};
const first = (change: Readonly<Record<string, string>>) => read(list(change)).spaces[0]!;

describe('a spreadsheet of spaces', () => {
  it('is read as the template shows it', () => {
    const {spaces} = read(template);
    expect(spaces).toHaveLength(2);
    expect(spaces[0]).toMatchObject({
      kinds: ['crisis-cafe', 'drop-in'],
      contact: {phone: '0113 496 0123', website: 'https://lantern-room.org.uk/'},
      location: {address: {line1: '12 Quiet Street', locality: 'Leeds', postcode: 'LS6 2AB'}, precision: 'district'},
      cost: {kind: 'free'},
      waysIn: ['drop-in', 'self-referral'],
      approaches: ['peer-led', 'open'],
      accessFeatures: ['step-free', 'quiet'],
      exclusions: [
        {id: 'drink-drugs', words: 'It keeps the evening calm for everyone.'},
        {words: 'People who live outside Leeds'},
      ],
      continuity: {terms: ['back-any-time', 'no-follow-up'], wait: {kind: 'none'}},
      arrival: {first: 'You get a drink and choose where to sit.'},
      events: [
        {dtstart: '2026-12-05', opensAt: '14:00', closesAt: '16:00', name: 'Winter gathering'},
        {dtstart: '2027-02-05', until: '2027-02-07', name: 'Quiet weekend'},
      ],
      disclosure: {answers: {police: 'sometimes', nhs: 'no', leave: 'yes'}},
      ages: {minimum: 18},
      languages: ['en', 'cy'],
      access: ['A ramp at the side door.', 'A quiet room.'],
      stages: {declared: ['testing-times', 'threshold'], suggested: []},
      schedules: [
        {freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '23:00'},
        {freq: 'WEEKLY', byday: ['FR', 'SA'], opensAt: '18:00', closesAt: '02:00'},
      ],
      provenance: {source: 'Test list', checked: '2026-11-01'},
    });
    expect(spaces[1]?.schedules).toHaveLength(1);
    expect(spaces[1]).toMatchObject({
      contact: {phone: '08081 570 123', text: {number: '70000', keyword: 'NIGHT'}},
      schedules: [{opensAt: '00:00', closesAt: '24:00'}],
    });
  });

  it.each([
    ['events', 'next Tuesday', 'must be dates'],
    ['events', '2026-02-31', 'must be a day of the calendar'],
    ['events', '2026-12-05 to 2026-12-01', 'must not end before it begins'],
    ['events', '2026-12-05 25:00', 'must be a time as HH:MM'],
    ['told_police', 'maybe', 'must be one of yes, no, sometimes'],
    ['access_features', 'stairs', 'must be one of step-free'],
    ['continuity', 'back-any-time; back-no', 'must hold one of back-… at most'],
    ['continuity', 'follow-up; no-follow-up', 'must not hold both'],
  ])('refuses in %s: %s', (column, text, problem) => {
    expect(() => first({[column]: text})).toThrow(new RegExp(`"${column}" ${problem}`));
  });

  it('has every column of the template in its description', () => {
    const text = readFileSync('server/data/import/README.md', 'utf8');
    expect(template.split('\n')[0]).toBe(columns.join(','));
    const days = ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    for (const column of columns) if (!days.includes(column)) expect(text, column).toContain(`\`${column}\``);
  });

  it('may begin with a byte order mark, end its lines in any way, and hold empty rows', () => {
    const rows = [Object.keys(basic), Object.values(basic), ['', '', '', '', '', '']];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(`\ufeff${csv(rows, end)}`).spaces).toHaveLength(1);
    }
    expect(read(csv(rows).trimEnd()).spaces).toHaveLength(1);
  });

  it('may hold commas, quotes and line breaks in quotes', () => {
    const summary = 'Tea, toast and "quiet".\nAll welcome.';
    expect(first({summary}).summary).toBe(summary);
  });

  it('knows nothing of what is empty', () => {
    expect(first({})).toMatchObject({schedules: [], waysIn: [], contact: {}, stages: {declared: [], suggested: []}});
    expect(first({}).cost).toBeUndefined();
    expect(first({}).location).toBeUndefined();
  });

  it('reads spans, open ends and notes', () => {
    const rules = (cells: Readonly<Record<string, string>>) =>
      first(cells).schedules.map(({byday, opensAt, closesAt, conditional}) => [
        byday.join(),
        opensAt,
        closesAt,
        conditional,
      ]);
    expect(rules({monday: '9:00-12:00; 14:00-16:00', sunday: 'closed'})).toEqual([
      ['MO', '09:00', '12:00', undefined],
      ['MO', '14:00', '16:00', undefined],
    ]);
    expect(rules({monday: '18:00-'})).toEqual([['MO', '18:00', undefined, undefined]]);
    expect(rules({monday: '18:00-20:00', hours_note: 'Term time'})).toEqual([['MO', '18:00', '20:00', true]]);
    expect(rules({hours_note: 'First Monday of the month'})).toEqual([['', undefined, undefined, true]]);
  });

  it('puts a postcode into its usual form', () => {
    expect(first({postcode: 'ls62ab'}).location?.address?.postcode).toBe('LS6 2AB');
    expect(first({latitude: '53.8', longitude: '-1.5'}).location).toEqual({
      point: {latitude: 53.8, longitude: -1.5},
      precision: 'exact',
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown kind', {kinds: 'drop-in; castle'}, '"kinds" must be one of crisis-cafe'],
    ['an empty name', {name: ''}, '"name" is missing'],
    ['times in other words', {tuesday: 'evenings'}, '"tuesday" must be times such as 18:00-23:00'],
    ['a time that is none', {sunday: '18:00-25:00'}, '"sunday" must hold times of day'],
    ['a postcode that is none', {postcode: 'Leeds'}, '"postcode" must be a UK postcode'],
    ['an age in words', {age_min: 'eighteen'}, '"age_min" must be a number'],
    ['ages the wrong way round', {age_min: '30', age_max: '20'}, '"age_min" must not be above ageMax'],
    ['half a point', {latitude: '53.8'}, '"longitude" is missing beside the other coordinate'],
    ['a link that is none', {website: 'lantern-room'}, '"website" must be a whole http or https address'],
    ['a stage that is none', {declared_stages: 'crisis'}, '"declared_stages" must be one of everyday-life'],
    ['a wrong date', {checked: '1/11/2026'}, '"checked" must be YYYY'],
  ])('refuses %s, naming the row and the column', (_what, change, problem) => {
    const line = refusal(list({}, {}, {}, change));
    expect(line).toContain('cli.record list.csv, row 5 (space-4): ');
    expect(line).toContain(problem);
    expect(line).toMatch(/Nothing was imported\.$/);
    expect(line).not.toContain('\n');
  });

  it('refuses columns that it does not know, misses or finds twice', () => {
    expect(refusal('id,name,colour\n')).toBe(
      'cli.record list.csv, row 1: "colour" is not a column of this format. Nothing was imported.',
    );
    expect(refusal('id,name\n')).toContain('row 1: "kinds" is missing');
    expect(refusal('id,id\n')).toContain('row 1: "id" is there twice');
    expect(refusal('')).toContain('row 1: "id" is missing');
  });

  it('refuses a row with a comma too many, an id that comes twice, and a retired number', () => {
    expect(refusal(`${list({})}x,A, B,drop-in,physical,England,active\n`)).toContain(
      'row 3: cell 7 stands under no column',
    );
    expect(refusal(list({}, {id: 'same'}, {}, {id: 'same'}))).toContain('id "same" appears more than once (rows 3, 5)');
    expect(refusal(list({}, {phone: '0300 330 0630'}))).toContain('cli.retired-number list.csv, row 3 (space-2)');
  });

  it('says where a quote is never closed, and that a file is in another encoding', () => {
    expect(refusal('id,name\na,"open\nb,c')).toBe(
      'cli.file-format list.csv is not CSV. First problem at line 2, column 3.',
    );
    expect(refusal('id,name\na,"b"c')).toContain('line 2, column 6');
    expect(refusal(Uint8Array.of(0x69, 0x64, 0x0a, 0xe9))).toContain('save as "CSV UTF-8"');
  });

  it('never ends in anything but a line for the operator', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.array(fc.string())).map(rows => csv(rows)),
        ),
        text => {
          expect(refusal(text)).toMatch(/^(?:imported$|cli\.)/);
        },
      ),
    );
  });
});

describe('CSV', () => {
  it('comes back as it was written', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', '\r\n', '"",', ' '));
    const table = fc.array(fc.array(cell, {minLength: 1}), {minLength: 1});
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        fc.pre(!rows[0]![0]!.startsWith('\ufeff'));
        const parsed = parseCsv(csv(rows, end));
        expect(isCsvError(parsed) ? parsed : parsed.map(({cells}) => cells)).toEqual(rows);
      }),
    );
  });
});
