/**
 * The columns of a spreadsheet of spaces, as `server/data/import/README.md` describes them, and how a row becomes a record
 * of held-spaces JSON. Empty cells mean "not stated".
 */
import {formatPostcode, parsePostcode} from '@held-spaces/domain/postcode';
import {factColumnOf, factColumns, factsOfRow, type CellProblem} from './csv-facts.js';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Columns that hold one text each, by the field that they fill. */
const textColumns = {
  id: 'id',
  name: 'name',
  organisation: 'organisation',
  summary: 'summary',
  nation: 'nation',
  region: 'region',
  phone: 'phone',
  text: 'textContact',
  email: 'email',
  website: 'website',
  cost: 'cost',
  referral: 'referral',
  waiting_time: 'waitingTime',
  coming_back_limit: 'comingBackLimit',
  emergency_policy: 'emergencyPolicy',
  status: 'status',
  source_url: 'sourceUrl',
  checked: 'sourceDate',
  source_note: 'sourceNote',
  confidence: 'confidence',
} as const;

/** Columns that hold several words, parted by `;`. */
const listColumns = {
  kinds: 'kinds',
  delivery: 'delivery',
  audiences: 'audiences',
  languages: 'languages',
  access: 'accessibility',
  access_features: 'accessFeatures',
  approaches: 'approaches',
  ways_in: 'waysIn',
  continuity: 'continuity',
  declared_stages: 'declaredStages',
  suggested_stages: 'suggestedStages',
} as const;

const numberColumns = {latitude: 'lat', longitude: 'lon', age_min: 'ageMin', age_max: 'ageMax'} as const;
const addressColumns = {address: 'line1', town: 'locality', postcode: 'postcode'} as const;

/** Every column, in the order of the template. */
export const columns: readonly string[] = [
  ...['id', 'name', 'organisation', 'summary', 'kinds', 'delivery', 'nation', 'region'],
  ...['address', 'town', 'postcode', 'latitude', 'longitude', 'phone', 'text', 'email', 'website'],
  ...days,
  ...['hours_note', 'cost', 'referral', 'ways_in', 'age_min', 'age_max', 'audiences', 'languages'],
  ...['access', 'access_features', 'approaches', 'waiting_time', 'continuity', 'coming_back_limit'],
  ...factColumns,
  ...['declared_stages', 'suggested_stages', 'emergency_policy', 'status'],
  ...['source_url', 'checked', 'source_note', 'confidence'],
];

/** Columns without which no row can be taken. */
export const requiredColumns: readonly string[] = ['id', 'name', 'kinds', 'delivery', 'nation', 'status'];

export type Cells = Readonly<Record<string, string | undefined>>;

/** The column that fills a field of a record: `address.postcode` is `postcode`. */
export function columnOf(field: string): string {
  const [first = '', second] = field.split('.');
  const all: Readonly<Record<string, string>> = {...textColumns, ...listColumns, ...numberColumns};
  const byField = (entries: Readonly<Record<string, string>>, name: string) =>
    Object.keys(entries).find(column => entries[column] === name);
  if (first === 'address') return byField(addressColumns, second ?? '') ?? 'address';
  return first === 'openingHours' ? 'hours_note' : (factColumnOf(field) ?? byField(all, first) ?? field);
}

/** A record of held-spaces JSON, not yet checked, or the first cell that cannot be read. */
export function recordOfRow(cells: Cells): {readonly record: Readonly<Record<string, unknown>>} | CellProblem {
  const cell = (column: string) => {
    const text = cells[column]?.trim();
    return text === '' ? undefined : text;
  };
  const record: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(textColumns)) {
    const text = cell(column);
    if (text !== undefined) record[field] = text;
  }
  for (const [column, field] of Object.entries(listColumns)) {
    const text = cell(column);
    if (text !== undefined)
      record[field] = text
        .split(';')
        .map(each => each.trim())
        .filter(Boolean);
  }
  for (const [column, field] of Object.entries(numberColumns)) {
    const text = cell(column);
    if (text === undefined) continue;
    if (!/^-?\d{1,4}(?:\.\d{1,12})?$/.test(text)) return {column, problem: 'must be a number'};
    record[field] = Number(text);
  }
  // A point that somebody types is that of the door; the middle of a district is found from the postcode.
  if ('lat' in record) record['coordsBasis'] = 'exact';
  const address = addressOf(cell);
  if ('problem' in address) return address;
  if (Object.keys(address.lines).length > 0) record['address'] = address.lines;
  const hours = hoursOf(cell);
  if ('problem' in hours) return hours;
  if (hours.rules.length > 0) record['openingHours'] = hours.rules;
  const facts = factsOfRow(cell);
  if ('problem' in facts) return facts;
  return {record: {...record, ...facts.facts}};
}

function addressOf(
  cell: (column: string) => string | undefined,
): {readonly lines: Readonly<Record<string, string>>} | CellProblem {
  const address: Record<string, string> = {};
  for (const [column, field] of Object.entries(addressColumns)) {
    const text = cell(column);
    if (text !== undefined) address[field] = text;
  }
  const given = address['postcode'];
  if (given === undefined) return {lines: address};
  const read = parsePostcode(given);
  if (!read || read.kind === 'incomplete') {
    return {column: 'postcode', problem: 'must be a UK postcode or postcode district'};
  }
  return {lines: {...address, postcode: read.kind === 'full' ? formatPostcode(read) : read.outcode}};
}

interface OpeningRule {
  readonly days: string[];
  readonly opens: string | null;
  readonly closes: string | null;
  readonly note?: string;
}

const span = /^(\d{1,2}:\d\d) ?(?:-|–|to) ?(\d{1,2}:\d\d)?$/;
const padded = (time: string) => time.padStart(5, '0');

/** One rule for all days that have the same times. */
function hoursOf(cell: (column: string) => string | undefined): {readonly rules: readonly OpeningRule[]} | CellProblem {
  const note = cell('hours_note');
  const rules = new Map<string, OpeningRule>();
  for (const [index, column] of days.entries()) {
    const text = cell(column);
    if (text === undefined || /^closed$/i.test(text)) continue;
    for (const part of text.split(/[,;]/).map(each => each.trim())) {
      const found = /^(?:24 hours|all day)$/i.test(part) ? ['', '00:00', '24:00'] : span.exec(part);
      if (!found) {
        return {column, problem: 'must be times such as 18:00-23:00, "24 hours", "closed", or empty'};
      }
      const [opens = null, closes = null] = [found[1], found[2]].map(time => time && padded(time));
      const wrong = [opens, closes].find(time => time && !/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
      if (wrong) return {column, problem: 'must hold times of day from 00:00 to 24:00'};
      const key = `${opens ?? ''}-${closes ?? ''}`;
      const rule = rules.get(key) ?? {days: [], opens, closes, ...(note !== undefined && {note})};
      rule.days.push(dayCodes[index] ?? '');
      rules.set(key, rule);
    }
  }
  if (rules.size === 0 && note !== undefined) return {rules: [{days: [], opens: null, closes: null, note}]};
  return {rules: [...rules.values()]};
}
