/** The sorts of value that fields of held-spaces JSON hold. Messages continue the sentence `"{field}" …`. */
import {parseDay} from '@held-spaces/domain/london-time';
import * as v from 'valibot';

const longestText = 4000;

export const text = (longest = longestText) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'must not be empty; use null where it is not known'),
    v.maxLength(longest, `must be at most ${longest} characters`),
  );
/** Missing and null both mean "not stated". */
export const optional = <T extends v.GenericSchema>(schema: T) => v.nullish(schema);
export const oneOf = <const T extends readonly string[]>(list: T) =>
  v.picklist(list, `must be one of ${list.join(', ')}`);
export const listOf = <T extends v.GenericSchema>(schema: T) => v.optional(v.array(schema, 'must be a list'), []);

export const timeOfDay = v.pipe(
  v.string('must be a time as HH:MM'),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time as HH:MM'),
);

/** A day of the calendar. */
export const day = v.pipe(
  v.string('must be a day as YYYY-MM-DD'),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'must be a day as YYYY-MM-DD'),
  v.check(value => parseDay(value) !== undefined, 'must be a day of the calendar'),
);
