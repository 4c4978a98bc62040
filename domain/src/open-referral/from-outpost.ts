/** Services of Outpost, FutureGov's directory software: https://github.com/wearefuturegov/outpost-api-service */
import {firstText, flagOf, objectOf, objectsOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import {Findings} from './feed-rules.js';
import {coordinatesOf} from './from-oruk1.js';
import {noteShape} from './from-oruk3.js';
import {costOf, toSpaces} from './normalise.js';
import type {AdaptOptions, Adapted, FeedService, PlaceWithHours} from './normalise.js';

const listFields = ['regular_schedules', 'locations', 'service_at_locations', 'contacts', 'taxonomies', 'cost_options'];

/** Reads one service of `/services` or `/services/{id}`. */
export function fromOutpost(value: unknown, options: AdaptOptions): Adapted {
  const findings = new Findings();
  const service = objectOf(value) ?? {};
  noteShape(service, findings, listFields);
  const organization = objectOf(service['organisation']) ?? objectOf(service['organization']);
  const contacts = objectsOf(service['contacts']);
  const locations = [
    ...objectsOf(service['locations']),
    ...objectsOf(service['service_at_locations']).map(link => objectOf(link['location']) ?? link),
  ];
  const cost = costOf(objectsOf(service['cost_options']), [], options.now.toISOString().slice(0, 10), findings);
  const read: FeedService = {
    id: textOf(service['id']),
    name: service['name'],
    organization: organization && {id: textOf(organization['id']), name: organization['name']},
    description: service['description'],
    status: service['status'],
    webAddresses: [service['url'], organization?.['url']],
    emails: [service['email'], ...contacts.map(contact => contact['email']), organization?.['email']],
    phones: contacts.flatMap(contact => [
      contact['phone'],
      ...objectsOf(contact['phones']).map(phone => phone['number']),
    ]),
    minimumAge: service['min_age'],
    maximumAge: service['max_age'],
    assured: service['assured_date'],
    lastModified: dateIn(service['updated_at']),
    places: locations.map(toPlace),
    schedules: objectsOf(service['regular_schedules']),
    // `free` is yes, or null where nobody has said; no is only known to be "not free".
    cost: flagOf(service['free']) === true ? {kind: 'free'} : cost,
    waysIn: flagOf(service['needs_referral']) === true ? ['professional'] : [],
    deliveries: locations.length > 0 ? ['physical'] : [],
    languages: objectsOf(service['languages']).map(each => firstText(each['language'], each['name'])),
    access: locations.flatMap(location =>
      [...objectsOf(location['accessibilities']), ...objectsOf(location['accessibility_for_disabilities'])].map(each =>
        firstText(each['name'], each['accessibility']),
      ),
    ),
    areasServed: [],
    terms: [...objectsOf(service['taxonomies']), ...objectsOf(service['suitabilities'])].map(term => ({
      id: textOf(term['id']),
      name: textOf(term['name']),
      taxonomy: 'outpost',
    })),
  };
  return toSpaces(read, options, findings);
}

function toPlace(location: FeedObject): PlaceWithHours {
  const [longitude, latitude] = coordinatesOf(location);
  const [address = location] = objectsOf(location['physical_addresses']);
  return {
    id: textOf(location['id']),
    latitude: location['latitude'] ?? latitude,
    longitude: location['longitude'] ?? longitude,
    name: location['name'],
    line1: address['address_1'],
    city: address['city'],
    postcode: address['postal_code'],
    isPrivate: flagOf(location['mask_exact_address']) === true,
    schedules: [objectsOf(location['regular_schedules'])],
  };
}

/** A date, bare or as MongoDB exports one: `{"$date": "…"}`. */
const dateIn = (value: unknown): unknown => objectOf(value)?.['$date'] ?? value;
