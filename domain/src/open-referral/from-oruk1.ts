/** Open Referral UK 1.0 services, as most older council feeds still send them, as spaces. */
import type {Delivery, WayIn} from '../vocabularies.js';
import type {FeedTerm} from './crosswalk.js';
import {firstText, flagOf, objectOf, objectsOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import {Findings} from './feed-rules.js';
import {noteShape} from './from-oruk3.js';
import {costOf, toSpaces, unique} from './normalise.js';
import type {AdaptOptions, Adapted, FeedService, PlaceWithHours} from './normalise.js';

const listFields = [
  'regular_schedules',
  'service_at_locations',
  'contacts',
  'service_taxonomys',
  'cost_options',
  'languages',
  'eligibilitys',
];

/** `attending_access` of v1. */
const waysInOf: Readonly<Record<string, WayIn>> = {
  referral: 'professional',
  appointment: 'appointment',
  membership: 'membership',
  'drop-in': 'drop-in',
  drop_in: 'drop-in',
};

/** `attending_type` of v1. A home visit is no place to go to. */
const deliveryOf: Readonly<Record<string, Delivery>> = {
  phone: 'phone',
  online: 'online',
  venue: 'physical',
};

/** Reads one service of `/services` or `/services/{id}`. */
export function fromOruk1(value: unknown, options: AdaptOptions): Adapted {
  const findings = new Findings();
  const service = objectOf(value) ?? {};
  noteShape(service, findings, listFields);
  const organization = objectOf(service['organization']);
  const links = objectsOf(service['service_at_locations']);
  const contacts = [...objectsOf(service['contacts']), ...links.flatMap(link => objectsOf(link['contacts']))];
  const [eligibility] = objectsOf(service['eligibilitys']);
  const places = links.map(toPlace);
  const attending = [
    service['attending_type'],
    ...objectsOf(service['service_attending_types']).map(each => each['attending_type']),
  ];
  const read: FeedService = {
    id: textOf(service['id']),
    name: service['name'],
    organization: organization && {id: textOf(organization['id']), name: organization['name']},
    description: service['description'],
    status: service['status'],
    webAddresses: [service['url'], organization?.['url']],
    emails: [service['email'], ...contacts.map(contact => contact['email']), organization?.['email']],
    phones: contacts.flatMap(contact => objectsOf(contact['phones']).map(phone => phone['number'])),
    minimumAge:
      firstText(eligibility?.['minimum_age'], service['minimum_age']) === undefined
        ? undefined
        : (eligibility?.['minimum_age'] ?? service['minimum_age']),
    maximumAge:
      firstText(eligibility?.['maximum_age'], service['maximum_age']) === undefined
        ? undefined
        : (eligibility?.['maximum_age'] ?? service['maximum_age']),
    assured: service['assured_date'],
    lastModified: service['last_modified'],
    places,
    schedules: regularSchedules(service),
    cost: costOf(
      objectsOf(service['cost_options']),
      [service['fees']],
      options.now.toISOString().slice(0, 10),
      findings,
    ),
    waysIn: known(words(service['attending_access']), waysInOf),
    deliveries: unique([
      ...known(attending.flatMap(words), deliveryOf),
      ...(places.length > 0 ? (['physical'] as const) : []),
    ]),
    languages: objectsOf(service['languages']).map(each => firstText(each['language'], each['name'])),
    access: links.flatMap(link =>
      objectsOf(objectOf(link['location'])?.['accessibility_for_disabilities']).map(each => each['accessibility']),
    ),
    areasServed: objectsOf(service['service_areas']).map(area => firstText(area['service_area'], area['name'])),
    terms: termsOf(service),
  };
  return toSpaces(read, options, findings);
}

/** `"Online, Venue"` as well as `"online"`. */
const words = (value: unknown): readonly string[] =>
  textOf(value)
    ?.toLowerCase()
    .split(/\s*[,;|]\s*/) ?? [];

const known = <T>(given: readonly string[], meanings: Readonly<Record<string, T>>): readonly T[] =>
  given.map(word => meanings[word]).filter(meaning => meaning !== undefined);

/** Both spellings are met. */
const regularSchedules = (holder: FeedObject): readonly FeedObject[] => [
  ...objectsOf(holder['regular_schedules']),
  ...objectsOf(holder['regular_schedule']),
];

function toPlace(link: FeedObject): PlaceWithHours {
  const location = objectOf(link['location']) ?? {};
  const [address = {}] = objectsOf(location['physical_addresses']);
  const [longitude, latitude] = coordinatesOf(location);
  return {
    id: firstText(location['id'], link['id']),
    latitude: location['latitude'] ?? latitude,
    longitude: location['longitude'] ?? longitude,
    line1: address['address_1'],
    city: address['city'],
    postcode: address['postal_code'],
    isPrivate: flagOf(location['mask_exact_address']) === true,
    schedules: [regularSchedules(link), regularSchedules(location)],
  };
}

/** GeoJSON's order is longitude first. https://www.rfc-editor.org/rfc/rfc7946#section-3.1.1 */
export function coordinatesOf(location: FeedObject): readonly [longitude: unknown, latitude: unknown] {
  const given: unknown = objectOf(location['geometry'])?.['coordinates'];
  return Array.isArray(given) ? [given[0], given[1]] : [undefined, undefined];
}

function termsOf(service: FeedObject): readonly FeedTerm[] {
  return objectsOf(service['service_taxonomys']).map(link => {
    const term = objectOf(link['taxonomy']) ?? {};
    return {
      id: textOf(term['id']),
      name: textOf(term['name']),
      taxonomy: textOf(term['vocabulary']),
    };
  });
}
