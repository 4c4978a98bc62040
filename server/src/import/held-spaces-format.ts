/**
 * The format "held-spaces JSON", field by field. `server/IMPORT.md` describes it for people; where the two differ, this
 * is what is taken. Messages continue the sentence `"{field}" …`, and never repeat what a record holds.
 */
import {audiences, deliveries, kinds, stages} from '@held-spaces/domain/vocabularies';
import * as v from 'valibot';
import {listOf, oneOf, optional, text, timeOfDay} from './fields.js';
import {factFields} from './space-facts.js';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Nations as the format writes them. */
export const nationWords = ['England', 'Scotland', 'Wales', 'Northern Ireland', 'UK', 'England and Wales'] as const;

const webAddress = v.pipe(text(2000), v.check(isWebAddress, 'must be a whole http or https address'));
const emailAddress = v.pipe(text(254), v.email('must be an e-mail address'));
const phone = v.pipe(text(40), v.regex(/^\+?[\d ()-]{3,}$/, 'must be one phone number, in digits and spaces'));
const latitude = v.pipe(
  v.number('must be a number'),
  v.minValue(49, 'must be in the UK'),
  v.maxValue(61.5, 'must be in the UK'),
);
const longitude = v.pipe(
  v.number('must be a number'),
  v.minValue(-9, 'must be in the UK'),
  v.maxValue(2.5, 'must be in the UK'),
);
const age = v.pipe(
  v.number('must be a whole number of years'),
  v.integer('must be a whole number of years'),
  v.minValue(0, 'must be from 0 to 120'),
  v.maxValue(120, 'must be from 0 to 120'),
);

const address = v.strictObject(
  {line1: optional(text(200)), locality: optional(text(200)), postcode: optional(text(10))},
  'must be an object of line1, locality and postcode',
);

const approxLocation = v.strictObject(
  {
    lat: latitude,
    lon: longitude,
    matched: text(100),
    radiusKm: optional(v.number('must be a number of kilometres')),
    basis: optional(text(200)),
    outcodes: optional(v.number('must be a number')),
  },
  'must be an object of lat, lon and matched',
);

const openingRule = v.strictObject(
  {
    days: v.array(oneOf(days), `must be a list of ${days.join(', ')}; empty where they are not given`),
    opens: optional(timeOfDay),
    closes: optional(timeOfDay),
    note: optional(text(500)),
  },
  'must be an object of days, opens, closes and note',
);

const record = v.strictObject(
  {
    id: v.pipe(
      v.string('must be text'),
      v.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be of a to z, 0 to 9, dot, dash and underscore'),
    ),
    name: text(200),
    organisation: optional(text(200)),
    summary: optional(text(2000)),
    kinds: v.pipe(v.array(oneOf(kinds), 'must be a list'), v.minLength(1, 'must name one kind or more')),
    delivery: v.pipe(v.array(oneOf(deliveries), 'must be a list'), v.minLength(1, 'must name one delivery or more')),
    nation: oneOf(nationWords),
    region: optional(text(100)),
    address: optional(address),
    lat: optional(latitude),
    lon: optional(longitude),
    coordsBasis: optional(oneOf(['outcode-centroid', 'exact'])),
    approxLocation: optional(approxLocation),
    phone: optional(phone),
    textContact: optional(
      v.pipe(
        text(100),
        v.regex(/^text (?:[a-z0-9]+ to )?[\d ]{4,}$/i, 'must read "Text WORD to NUMBER" or "Text NUMBER"'),
      ),
    ),
    email: optional(emailAddress),
    website: optional(webAddress),
    openingHours: optional(v.array(openingRule, 'must be a list of rules')),
    cost: optional(text(300)),
    referral: optional(oneOf(['self', 'professional', 'either'])),
    ageMin: optional(age),
    ageMax: optional(age),
    audiences: listOf(oneOf(audiences)),
    languages: listOf(
      v.pipe(v.string('must be a language code'), v.check(isLanguage, 'must be a language code such as cy')),
    ),
    accessibility: listOf(text(500)),
    suggestedStages: listOf(oneOf(stages)),
    declaredStages: listOf(oneOf(stages)),
    ...factFields,
    emergencyPolicy: optional(text(2000)),
    status: oneOf([
      'open-at-source-date',
      'paused-at-source-date',
      'active',
      'temporarily closed',
      'inactive',
      'defunct',
    ]),
    sourceUrl: optional(webAddress),
    sourceDate: optional(
      v.pipe(
        v.string('must be text'),
        v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
      ),
    ),
    sourceNote: optional(text(2000)),
    confidence: optional(oneOf(['high', 'medium', 'low'])),
  },
  'must be an object',
);

/** One record of a file, checked. */
export type SpaceRecord = v.InferOutput<typeof record>;

/** Whose list a file is. */
export interface SourceFacts {
  /** Part of every id that the import makes, so it must not change between imports. */
  readonly name: string;
  /** What must be said wherever the list is shown. */
  readonly attribution?: string | undefined;
  readonly licence?: string | undefined;
  /** The facts have not been checked, and whoever shows them has to say so. */
  readonly sample?: boolean | undefined;
}

export const sourceFacts = v.strictObject(
  {
    name: v.pipe(text(100), v.regex(/^[^/]+$/, 'must not hold a slash')),
    attribution: v.exactOptional(text(1000)),
    licence: v.exactOptional(text(300)),
    sample: v.exactOptional(v.boolean('must be true or false')),
  },
  'must be an object with a name',
);

/** The first thing that is wrong with a record or a source, with the path to its field. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

export const checkRecord = (value: unknown): {readonly record: SpaceRecord} | FieldProblem => {
  const result = v.safeParse(record, value, {abortEarly: true});
  if (!result.success) return firstProblem(result.issues[0]);
  return rangeProblem(result.output) ?? {record: result.output};
};

export const checkSource = (value: unknown): {readonly source: SourceFacts} | FieldProblem => {
  const result = v.safeParse(sourceFacts, value, {abortEarly: true});
  return result.success ? {source: result.output} : firstProblem(result.issues[0]);
};

function firstProblem(issue: v.BaseIssue<unknown>): FieldProblem {
  const field = v.getDotPath(issue) ?? 'record';
  // A strict object reports a key it does not know, and one that is missing, as an issue of the object.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {field, problem: 'is not a field of this format'};
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return {field, problem: 'is missing'};
  return {field, problem: issue.message};
}

/** What one field alone cannot show. */
function rangeProblem(space: SpaceRecord): FieldProblem | undefined {
  if (typeof space.ageMin === 'number' && typeof space.ageMax === 'number' && space.ageMin > space.ageMax) {
    return {field: 'ageMin', problem: 'must not be above ageMax'};
  }
  const hasLatitude = typeof space.lat === 'number';
  if (hasLatitude !== (typeof space.lon === 'number')) {
    return {field: hasLatitude ? 'lon' : 'lat', problem: 'is missing beside the other coordinate'};
  }
  return hasLatitude && !space.coordsBasis
    ? {field: 'coordsBasis', problem: 'must say what lat and lon are'}
    : undefined;
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const {protocol, hostname} = new URL(value);
  // The standard's `uri` takes no spaces and no other characters that browsers would mend.
  return (
    ['http:', 'https:'].includes(protocol) && hostname.includes('.') && /^[!#$%&'()*+,\-./\w:;=?@[\]~]+$/.test(value)
  );
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
