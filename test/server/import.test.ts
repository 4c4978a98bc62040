import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ImportError} from '../../server/src/import/import-error.js';
import {readSpacesFile, toSpacesFile} from '../../server/src/import/read-spaces-file.js';
import type {RetiredList} from '../../server/src/import/retired.js';
import {toCost, toSchedule} from '../../server/src/import/to-space.js';
import {firstJsonError, lineAndColumn} from '../../server/src/json-error.js';

const samplePath = 'server/data/sample/spaces.uk.json';
const sample = readFileSync(samplePath);
const source = {name: 'Test list', sample: true};
const retired = JSON.parse(readFileSync('domain/data/retired-numbers.json', 'utf8')) as RetiredList;

type Fields = Record<string, unknown>;
const records = () => JSON.parse(sample.toString()) as Fields[];
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown) => readSpacesFile(bytes(value), {path: 'list.json', source, retired});
/** The line that an operator reads when a file is refused. */
const refusal = (value: unknown) => {
  try {
    read(value);
  } catch (error) {
    if (error instanceof ImportError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'imported';
};
/** The line for the sample with one thing changed in its third record. */
const refusalOf = (change: Fields) => {
  const list = records();
  Object.assign(list[2]!, change);
  return refusal(list);
};

describe('the importer of held-spaces JSON', () => {
  it('reads every one of the 161 sample spaces', () => {
    const {spaces} = readSpacesFile(sample, {path: samplePath, source, retired});
    expect(spaces).toHaveLength(161);
    expect(new Set(spaces.map(space => space.id)).size).toBe(161);
    expect(spaces.every(space => space.provenance.sample && space.provenance.source === 'Test list')).toBe(true);
  });

  it('gives a space the same id at every import, and another in another list', () => {
    const ids = (name: string) =>
      toSpacesFile(records(), {path: 'x.json', source: {name}, retired}).spaces.map(({id}) => id);
    expect(ids('one')).toEqual(ids('one'));
    expect(ids('one')).not.toEqual(ids('two'));
  });

  it('takes a wrapped list with its source, and lets the command line say otherwise', () => {
    const file = {source: {name: 'Own name', licence: 'CC0'}, spaces: records().slice(0, 2)};
    expect(toSpacesFile(file, {path: 'x.json', retired}).source).toEqual({name: 'Own name', licence: 'CC0'});
    expect(toSpacesFile(file, {path: 'x.json', source: {name: 'Said'}, retired}).source.name).toBe('Said');
    expect(toSpacesFile([], {path: 'lists/leeds.json', retired}).source.name).toBe('leeds');
  });

  it('says where a file stops being JSON', () => {
    expect(refusal('[\n  {"id": "a",\n   name: 1}]')).toContain('cli.file-format list.json is not held-spaces JSON');
    expect(refusal('[\n  {"id": "a",\n   name: 1}]')).toContain('line 3, column 4');
    expect(refusal('{"places": []}')).toContain('cli.file-format');
  });

  it.each<[string, Fields, string]>([
    [
      'a time that is none',
      {openingHours: [{days: ['MO'], opens: '25:00', closes: null}]},
      '"openingHours.0.opens" must be a time as HH:MM',
    ],
    [
      'a day that is none',
      {openingHours: [{days: ['MON'], opens: null, closes: null}]},
      '"openingHours.0.days.0" must be one of MO',
    ],
    ['an unknown kind', {kinds: ['castle']}, '"kinds.0" must be one of crisis-cafe'],
    ['an empty name', {name: ' '}, '"name" must not be empty'],
    ['a name that is no text', {name: 7}, '"name" must be text'],
    ['a link that runs a script', {website: 'javascript:alert(1)'}, '"website" must be a whole http or https address'],
    ['a wrong e-mail address', {email: 'not an address'}, '"email" must be an e-mail address'],
    ['a phone number with words', {phone: 'ring Pat'}, '"phone" must be one phone number'],
    ['a place outside the UK', {lat: 12, lon: -1, coordsBasis: 'exact'}, '"lat" must be in the UK'],
    ['half a point', {lat: 53, lon: null}, '"lon" is missing beside the other coordinate'],
    ['ages the wrong way round', {ageMin: 25, ageMax: 11}, '"ageMin" must not be above ageMax'],
    ['a nation that is none', {nation: 'France'}, '"nation" must be one of England'],
    ['a date that is none', {sourceDate: 'last May'}, '"sourceDate" must be YYYY'],
    ['a language that is none', {languages: ['Welsh language']}, '"languages.0" must be a language code'],
    ['a text line in other words', {textContact: 'ring me'}, '"textContact" must read'],
    ['a field that is not of the format', {colour: 'blue'}, '"colour" is not a field of this format'],
  ])('refuses %s, naming the record and the field', (_what, change, problem) => {
    const line = refusalOf(change);
    expect(line).toContain(`cli.record list.json, record 3 (${String(records()[2]!['id'])}): ${problem}`);
    expect(line).toMatch(/Nothing was imported\.$/);
    expect(line).not.toContain('\n');
  });

  it('refuses a record without its name, one without an id, and one that is no object', () => {
    const list = records();
    delete list[2]!['name'];
    expect(refusal(list)).toContain('record 3 (');
    expect(refusal(list)).toContain('"name" is missing');
    expect(refusal([{name: 'x'}])).toContain('record 1 (no id)');
    expect(refusal(['x'])).toContain('record 1 (no id)');
  });

  it('refuses an id that appears twice, naming both records', () => {
    const list = records();
    list[9]!['id'] = list[4]!['id'];
    expect(refusal(list)).toContain('appears more than once (records 5, 10). Nothing was imported.');
  });

  it.each<[string, Fields]>([
    ['Switchboard’s old number', {phone: '0300 330 0630'}],
    ['its misprint', {summary: 'Ring 0330-330-0630 any time.'}],
    ['the old Samaritans Welsh line in another form', {phone: '+44 300 123 3011'}],
    ['the misprint of Live Fear Free', {emergencyPolicy: 'Call 0808 8010100.'}],
    ['a dead text-999 address', {website: 'https://www.emergencysms.net/register'}],
  ])('refuses %s', (_what, change) => {
    expect(refusalOf(change)).toContain('cli.retired-number list.json, record 3 (');
  });

  it('never throws anything but a line for the operator, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        expect(refusal(text)).toMatch(/^(?:imported$|cli\.)/);
      }),
    );
  });
});

describe('what becomes of a record', () => {
  const first = (fields: Fields) =>
    toSpacesFile(
      [
        {
          id: 'a',
          name: 'A',
          kinds: ['drop-in'],
          delivery: ['physical'],
          nation: 'England',
          status: 'open-at-source-date',
          ...fields,
        },
      ],
      {path: 'x.json', source, retired},
    ).spaces[0]!;

  it('leaves unknown what is not stated', () => {
    const space = first({});
    expect(space).toEqual({
      id: space.id,
      name: 'A',
      status: 'active',
      kinds: ['drop-in'],
      deliveries: ['physical'],
      areaServed: {nations: ['england']},
      contact: {},
      schedules: [],
      waysIn: [],
      audiences: [],
      languages: [],
      access: [],
      stages: {declared: [], suggested: []},
      disclosure: {answers: {}},
      provenance: {source: 'Test list', sample: true},
    });
  });

  it('reads ways in, text lines, places and policies', () => {
    expect(first({referral: 'self'}).waysIn).toEqual(['self-referral']);
    expect(first({referral: 'professional'}).waysIn).toEqual(['professional']);
    expect(first({referral: 'either'}).waysIn).toEqual(['self-referral', 'professional']);
    expect(first({textContact: 'Text SHOUT to 85258'}).contact.text).toEqual({number: '85258', keyword: 'SHOUT'});
    expect(first({textContact: 'Text 01382 604123'}).contact.text).toEqual({number: '01382 604123'});
    expect(first({nation: 'UK'}).areaServed.nations).toHaveLength(4);
    expect(first({nation: 'England and Wales'}).areaServed.nations).toEqual(['england', 'wales']);
    expect(first({lat: 53.8, lon: -1.5, coordsBasis: 'outcode-centroid'}).location?.precision).toBe('district');
    expect(first({approxLocation: {lat: 51.2, lon: -0.8, matched: 'Aldershot'}}).location).toEqual({
      point: {latitude: 51.2, longitude: -0.8},
      precision: 'town',
      area: 'Aldershot',
    });
    expect(first({emergencyPolicy: 'They may call 999.'}).disclosure).toEqual({
      answers: {},
      words: 'They may call 999.',
    });
    expect(first({status: 'paused-at-source-date'}).status).toBe('temporarily closed');
    expect(first({organisation: 'Not named on the page'}).organization).toBeUndefined();
    expect(first({suggestedStages: ['threshold']}).stages).toEqual({declared: [], suggested: ['threshold']});
  });

  it('reads cost phrases, and keeps the words of those it does not know', () => {
    expect(toCost('free')).toEqual({kind: 'free'});
    expect(toCost('donation')).toEqual({kind: 'donation'});
    expect(toCost('free for Lambeth residents')).toEqual({kind: 'some-free', detail: 'free for Lambeth residents'});
    expect(toCost('local call rates')).toEqual({kind: 'call', rate: 'local call rates'});
    expect(toCost('subsidised')).toEqual({kind: 'stated', words: 'subsidised'});
  });

  it('never computes a rule whose words may limit it', () => {
    const rule = (note?: string) => toSchedule({days: ['MO'], opens: '18:00', closes: '02:00', note});
    expect(rule()).toEqual({freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '02:00'});
    for (const note of ['365 days a year', 'Also bank holidays', 'Men only', 'Doors 18:30; not bank holidays']) {
      expect(rule(note).conditional, note).toBeUndefined();
    }
    for (const note of ['Term time', 'Fortnightly for an hour; day not stated', 'By appointment', 'First Monday']) {
      expect(rule(note).conditional, note).toBe(true);
    }
  });

  it('knows round the clock, and keeps missing times missing', () => {
    const roundTheClock = toSchedule({days: ['SA'], opens: '00:00', closes: '23:59', note: '24 hours'});
    expect(roundTheClock).toMatchObject({opensAt: '00:00', closesAt: '24:00'});
    expect(roundTheClock.conditional).toBeUndefined();
    expect(toSchedule({days: [], opens: '18:00', closes: null, note: null})).toEqual({
      freq: 'WEEKLY',
      byday: [],
      opensAt: '18:00',
    });
  });
});

describe('the place of an error in JSON', () => {
  it('is found in exactly the texts that the engine refuses', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '}', ',', '"', 'x', '\u0000', '0'))
      .map(
        ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), text => {
        const offset = firstJsonError(text);
        if (offset === undefined) {
          JSON.parse(text);
          return;
        }
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
        // Whatever stands before it could have been the start of JSON, so the same place ends any longer text.
        expect(firstJsonError(`${text.slice(0, offset)}\u0001`)).toBeLessThanOrEqual(offset);
      }),
    );
  });

  it('is given as a line and a column from 1', () => {
    expect(lineAndColumn('[\n1,\n x', 6)).toEqual({line: 3, column: 2});
    expect(firstJsonError('{"a": 1,}')).toBe(8);
    expect(firstJsonError('[1 2]')).toBe(3);
    expect(firstJsonError('')).toBe(0);
    expect(firstJsonError(`${'['.repeat(200_000)}x`)).toBe(200_000);
  });
});
