/** Open Referral UK 3.0 and HSDS 3.x services as spaces. Reads the union of what the profiles allow. */
import {deliveries, isOneOf} from '../vocabularies.js';
import type {Delivery} from '../vocabularies.js';
import type {FeedTerm} from './crosswalk.js';
import {firstText, flagOf, holdsEmptyValues, objectOf, objectsOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import {Findings} from './feed-rules.js';
import {plainLine} from './feed-text.js';
import {costOf, toSpaces, unique} from './normalise.js';
import type {AdaptOptions, Adapted, FeedService, PlaceWithHours} from './normalise.js';
import {isEvent, ownCost, ownDisclosure, ownFacts} from './own-facts.js';

/** Reads one service, as `/services/{id}` or a full list gives it. */
export function fromOruk3(value: unknown, options: AdaptOptions): Adapted {
  const findings = new Findings();
  const service = objectOf(value) ?? {};
  noteShape(service, findings);
  const places = objectsOf(service['service_at_locations']).map(placed);
  const physical = places.filter(({location}) => isPlace(location));
  const virtual = places.filter(({location}) => textOf(location['location_type'])?.toLowerCase() === 'virtual');
  const organization = objectOf(service['organization']);
  const contacts = contactsOf(service, places);
  const phones = phonesOf(service, contacts, places);
  const today = options.now.toISOString().slice(0, 10);
  const read: FeedService = {
    id: textOf(service['id']),
    name: service['name'],
    organization: organization && {id: textOf(organization['id']), name: organization['name']},
    description: service['description'],
    alert: service['alert'],
    status: service['status'],
    webAddresses: [
      service['url'],
      ...virtual.map(({location}) => location['url']),
      organization?.['website'],
      organization?.['url'],
    ],
    emails: [service['email'], ...contacts.map(contact => contact['email']), organization?.['email']],
    phones: phones.filter(phone => !isTextLine(phone)).map(phone => phone['number']),
    textLine: phones
      .filter(isTextLine)
      .map(textLineOf)
      .find(each => each !== undefined),
    minimumAge: service['minimum_age'],
    maximumAge: service['maximum_age'],
    assured: service['assured_date'],
    lastModified: service['last_modified'],
    places: physical.map(place => toPlace(place, places.length > 1)),
    schedules: [
      ...objectsOf(service['schedules']).filter(schedule => !isEvent(schedule)),
      // Without a place to hold them apart, times of an online way in are the service's own.
      ...(physical.length === 0 ? virtual.flatMap(({link, location}) => hoursAt(link, location).flat()) : []),
    ],
    cost:
      ownCost(service['held_cost']) ??
      costOf(
        objectsOf(service['cost_options']),
        [firstText(service['fees_description'], service['fees'])],
        today,
        findings,
      ),
    waysIn: [],
    deliveries: deliveriesOf(service, physical.length > 0, virtual.length > 0),
    languages: objectsOf(service['languages']).map(language =>
      firstText(language['code'], language['name'], language['language']),
    ),
    access: places.flatMap(({location}) =>
      objectsOf(location['accessibility']).map(each =>
        firstText(each['description'], each['accessibility'], each['details']),
      ),
    ),
    areasServed: objectsOf(service['service_areas']).map(area => firstText(area['name'], area['service_area'])),
    terms: termsOf(service, findings),
    ...ownDisclosure(service),
    own: ownFacts(service, findings),
    isSample: flagOf(service['held_sample']) === true,
  };
  return toSpaces(read, options, findings);
}

interface Placed {
  readonly link: FeedObject;
  readonly location: FeedObject;
}

const placed = (link: FeedObject): Placed => ({link, location: objectOf(link['location']) ?? {}});

/** A location is a place unless it says otherwise, as long as it holds anything of one. */
function isPlace(location: FeedObject): boolean {
  const type = textOf(location['location_type'])?.toLowerCase();
  if (type === 'virtual' || type === 'postal') return false;
  return (
    type === 'physical' || type === 'redacted' || 'addresses' in location || textOf(location['latitude']) !== undefined
  );
}

const hoursAt = (link: FeedObject, location: FeedObject) => [
  objectsOf(link['schedules']),
  objectsOf(location['schedules']),
];

function toPlace({link, location}: Placed, isOneOfSeveral: boolean): PlaceWithHours {
  const addresses = objectsOf(location['addresses']);
  const address =
    addresses.find(each => textOf(each['address_type'])?.toLowerCase() !== 'postal') ??
    objectOf(location['held_partial_address']) ??
    {};
  const precision = textOf(location['held_precision']);
  return {
    id: firstText(location['id'], link['id']),
    // The name of a service's only place is most often its own, or its town.
    ...(isOneOfSeveral && {name: location['name']}),
    latitude: location['latitude'],
    longitude: location['longitude'],
    line1: address['address_1'],
    line2: address['address_2'],
    city: address['city'],
    postcode: address['postal_code'],
    isPrivate:
      textOf(location['held_location_disclosure']) === 'area_only' ||
      textOf(location['location_type'])?.toLowerCase() === 'redacted' ||
      flagOf(location['mask_exact_address']) === true,
    area: location['held_area'],
    ...((precision === 'district' || precision === 'town') && {precision}),
    schedules: hoursAt(link, location),
  };
}

/** Contacts wherever the profiles let them stand. Their names are never read. */
function contactsOf(service: FeedObject, places: readonly Placed[]): readonly FeedObject[] {
  return [
    ...objectsOf(service['contacts']),
    ...places.flatMap(({link, location}) => [...objectsOf(link['contacts']), ...objectsOf(location['contacts'])]),
  ];
}

function phonesOf(
  service: FeedObject,
  contacts: readonly FeedObject[],
  places: readonly Placed[],
): readonly FeedObject[] {
  return [
    ...objectsOf(service['phones']),
    ...contacts.flatMap(contact => [...objectsOf(contact['phones']), ...objectsOf(contact['phone'])]),
    ...places.flatMap(({link, location}) => [...objectsOf(link['phones']), ...objectsOf(location['phones'])]),
  ].filter(phone => textOf(phone['type'])?.toLowerCase() !== 'fax');
}

const isTextLine = (phone: FeedObject) => /^(?:text|sms)$/i.test(textOf(phone['type']) ?? '');

function textLineOf(phone: FeedObject): FeedService['textLine'] {
  const number = plainLine(phone['number']);
  if (number === undefined || !/^[\d ]{4,20}$/.test(number)) return undefined;
  const keyword = textOf(phone['held_keyword']);
  return {number, ...(keyword !== undefined && /^[A-Za-z\d]{1,20}$/.test(keyword) && {keyword})};
}

function deliveriesOf(service: FeedObject, isPhysical: boolean, isVirtual: boolean): readonly Delivery[] {
  const own: unknown = service['held_deliveries'];
  if (Array.isArray(own)) return unique(own.filter(each => isOneOf(deliveries, each)));
  return [...(isPhysical ? (['physical'] as const) : []), ...(isVirtual ? (['online'] as const) : [])];
}

/** Terms of a service and of its vendor's own fields, to be read by a crosswalk. */
function termsOf(service: FeedObject, findings: Findings): readonly FeedTerm[] {
  const attributes = objectsOf(service['attributes']).map(attribute => {
    const term = objectOf(attribute['taxonomy_term']) ?? {};
    return {
      uri: textOf(term['term_uri']),
      id: firstText(attribute['taxonomy_term_id'], term['id']),
      name: firstText(term['name'], term['term']),
      code: textOf(term['code']),
      taxonomy: textOf(term['taxonomy']),
      linkType: textOf(attribute['link_type']),
    };
  });
  const vendor = Object.keys(service).filter(key => /^(?:pc|x|ext)_/.test(key));
  if (vendor.length > 0) findings.add('vendor-fields');
  const audience = objectsOf(service['pc_targetAudience']).map(each => ({name: plainLine(each['audienceType'])}));
  return [...attributes, ...audience];
}

const listFields = [
  'schedules',
  'service_at_locations',
  'contacts',
  'attributes',
  'cost_options',
  'languages',
  'service_areas',
  'phones',
];

/** Notes what every dialect's JSON may have wrong about its shape. */
export function noteShape(service: FeedObject, findings: Findings, fields: readonly string[] = listFields): void {
  if (holdsEmptyValues(service)) findings.add('empty-values');
  if (fields.some(field => objectOf(service[field]) !== undefined)) findings.add('object-for-list');
  const people = [...objectsOf(service['contacts']), service].some(
    each => textOf(each['assurer_email']) !== undefined || (each !== service && textOf(each['name']) !== undefined),
  );
  if (people || 'pc_metadata' in service || 'metadata' in service) findings.add('person-left-out');
}
