/** Query parameters, in the words of OpenAPI: those of the standard that we say more of, and those that we add. */
import {weekdays} from '@held-spaces/domain/opening-hours';
import {defaultPageSize, largestFullPageSize, largestPageSize} from './lists.js';

type Json = Readonly<Record<string, unknown>>;

const query = (name: string, description: string, schema: Json, others: Json = {}) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...others,
});

/** Several values, with commas or as the parameter again. */
const repeatable = {style: 'form', explode: true};

/** On every list. */
export const listParameters = {
  page: query('page', 'Page number, from 1. A page past the end is empty.', {type: 'integer', minimum: 1, default: 1}),
  per_page: query(
    'per_page',
    `Entries on a page. With full=true, or with full_service=true, at most ${largestFullPageSize}. With minimal=true all, unless given.`,
    {type: 'integer', minimum: 1, maximum: largestPageSize, default: defaultPageSize},
  ),
  format: query('format', 'ndjson: everything, without pages, one entry a line.', {
    type: 'string',
    enum: ['json', 'ndjson'],
    default: 'json',
  }),
  search: query(
    'search',
    'Words that must all be there. Accents, apostrophes and plurals do not matter. A word that stands nowhere is taken for the beginning of one, and failing that for one with a slip in it.',
    {type: 'string', maxLength: 200},
  ),
  full: query('full', 'Whole entries, with everything that belongs to them. Shorter pages.', {type: 'boolean'}),
  full_service: query('full_service', 'Organisations with their services whole.', {type: 'boolean'}),
  minimal: query('minimal', 'Of each service its id, name, status and last_modified; all on one page.', {
    type: 'boolean',
  }),
  taxonomy_id: query('taxonomy_id', 'Whatever carries any term of this taxonomy; of terms, those on this list.', {
    type: 'string',
    format: 'uuid',
  }),
  organization_id: query('organization_id', 'What this organisation runs.', {type: 'string', format: 'uuid'}),
  modified_after: query('modified_after', 'Changed on this day, or at this moment, or later. Without a zone: UTC.', {
    type: 'string',
  }),
} as const;

/** On the lists of services and of service_at_locations. */
export const serviceParameters = {
  taxonomy_term_id: query(
    'taxonomy_term_id',
    'May be repeated, or hold several ids with commas: any of the terms of one taxonomy, and all taxonomies.',
    {type: 'array', items: {type: 'string', format: 'uuid'}},
    repeatable,
  ),
  postcode: query(
    'postcode',
    'A UK postcode or postcode district. Only its district is used: what serves people there, nearest first, as far as anybody has said whom it serves.',
    {type: 'string', maxLength: 12},
  ),
  proximity: query(
    'proximity',
    'Metres from the middle of the postcode district, or from held_lat and held_lon. Nothing further away, and nothing without a point.',
    {type: 'number', minimum: 0, maximum: 1_500_000},
  ),
  minimum_age: query(
    'minimum_age',
    'With maximum_age, the ages of whoever is looking: services whose own ages overlap with them. An end that a service has not stated is open. (The 2024 UK profile compares the numbers with those of the service instead, which leaves out most that suit.)',
    {type: 'number', minimum: 0, maximum: 150},
  ),
  maximum_age: query('maximum_age', 'See minimum_age. For somebody of 17, give 17 for both.', {
    type: 'number',
    minimum: 0,
    maximum: 150,
  }),
  day: query(
    'day',
    'A session is listed on this day. May be repeated, or hold several days with commas: any of them.',
    {type: 'array', items: {type: 'string', enum: weekdays}},
    repeatable,
  ),
  start_time: query('start_time', 'A session, on such a day, begins at this wall time or later: HH:MM.', {
    type: 'string',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:00)?$|^24:00(:00)?$',
  }),
  end_time: query('end_time', 'The same session ends at this wall time or earlier, and before the next day: HH:MM.', {
    type: 'string',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:00)?$|^24:00(:00)?$',
  }),
  held_lat: query('held_lat', 'Latitude of a point, with held_lon: nearest first. What has no point comes last.', {
    type: 'number',
    minimum: -90,
    maximum: 90,
  }),
  held_lon: query('held_lon', 'Longitude of the point.', {type: 'number', minimum: -180, maximum: 180}),
  held_open_at: query(
    'held_open_at',
    'Known to be open at this moment, with its zone. What is not known, or not checked for long, is left out.',
    {type: 'string', format: 'date-time'},
  ),
} as const;
