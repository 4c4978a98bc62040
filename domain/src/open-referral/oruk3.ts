/**
 * A `Space` in the words of Open Referral UK 3.0 (https://openreferraluk.org/). What the standard has no field for goes
 * under `held_`, as its convention for local properties asks. A field that nobody has given is left out, never null.
 *
 * Opening times are wall time in Europe/London without an offset: one weekly rule cannot carry a fixed offset over the
 * change of the clocks.
 */
import {placeName} from '../space.js';
import type {Contact, Cost, Location, Organization, Space} from '../space.js';
import type {Nation} from '../vocabularies.js';
import {given, type IdOf, type JsonObject} from './oruk3-json.js';
import {attributesOf} from './oruk3-terms.js';
import {schedulesOf} from './oruk3-times.js';

export type {IdOf, JsonObject, JsonValue} from './oruk3-json.js';
export {taxonomyId, termId, termsOf, toTaxonomy, toTerm} from './oruk3-terms.js';

export interface ServiceOptions {
  readonly idOf: IdOf;
  /** When the record last changed in the directory, ISO 8601 with its zone. */
  readonly lastModified?: string;
}

const nationNames: Readonly<Record<Nation, string>> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
};

/** A row of the list of services: the fields of the service itself and who runs it, as the standard asks of lists. */
export function toServiceSummary(space: Space, options: Pick<ServiceOptions, 'lastModified'> = {}): JsonObject {
  const {organization, provenance} = space;
  // A date of sample data assures nobody of anything.
  const assured = provenance.sample ? undefined : provenance.checked;
  return given({
    id: space.id,
    organization_id: organization?.id,
    name: space.name,
    description: space.summary,
    url: space.contact.website,
    email: space.contact.email,
    status: space.status,
    minimum_age: space.ages?.minimum,
    maximum_age: space.ages?.maximum,
    assured_date: assured && /^\d{4}-\d\d-\d\d$/.test(assured) ? assured : undefined,
    last_modified: options.lastModified,
    organization: organization && toOrganization(organization),
    held_sample: provenance.sample,
  });
}

/** Who runs a space. */
export function toOrganization({id, name}: Organization): JsonObject {
  // The standard requires a description. Nothing more is known of it than its name.
  return {id, name, description: name};
}

/** The whole service, as `/services/{id}` gives it. */
export function toService(space: Space, options: ServiceOptions): JsonObject {
  const {idOf} = options;
  const {provenance} = space;
  return given({
    ...toServiceSummary(space, options),
    schedules: schedulesOf(space, idOf),
    service_areas: serviceAreas(space, idOf),
    service_at_locations: serviceAtLocations(space, idOf),
    languages: space.languages.map(code => ({
      id: idOf('language', `${space.id}/${code}`),
      service_id: space.id,
      name: languageName(code),
      code,
    })),
    cost_options: space.cost && [
      {id: idOf('cost_option', space.id), service_id: space.id, ...toCostOption(space.cost)},
    ],
    fees_description: space.cost && costWords(space.cost),
    contacts: contacts(space, idOf),
    attributes: attributesOf(space, idOf),
    held_stages: {declared: space.stages.declared, suggested: space.stages.suggested},
    held_kinds: space.kinds,
    held_deliveries: space.deliveries,
    held_ways_in: space.waysIn,
    held_audiences: space.audiences,
    held_approaches: space.approaches,
    held_access_features: space.accessFeatures,
    held_exclusions: space.exclusions?.map(({id, words}) => given({id, words})),
    held_continuity:
      space.continuity &&
      given({terms: space.continuity.terms, limit: space.continuity.limit, wait: space.continuity.wait}),
    held_arrival: space.arrival && {...space.arrival},
    held_cost: space.cost && {...space.cost},
    held_disclosure: given({answers: given(space.disclosure.answers), words: space.disclosure.words}),
    held_area_served: given({nations: space.areaServed.nations, region: space.areaServed.region}),
    held_provenance: given({
      source: provenance.source,
      url: provenance.url,
      checked: provenance.checked,
      note: provenance.note,
      confidence: provenance.confidence,
      licence: provenance.licence,
      sample: provenance.sample,
    }),
  });
}

/** The place, where there is one to go to, and everything that needs no place. */
export type LocationType = 'physical' | 'virtual';

/** The ways into a space, as locations. Empty where nobody has said how it is used. */
export function locationTypesOf({deliveries}: Pick<Space, 'deliveries'>): readonly LocationType[] {
  return [
    ...(deliveries.includes('physical') ? (['physical'] as const) : []),
    ...(deliveries.some(delivery => delivery !== 'physical') ? (['virtual'] as const) : []),
  ];
}

export const serviceAtLocationId = (spaceId: string, type: LocationType, idOf: IdOf): string =>
  idOf('service_at_location', `${spaceId}/${type}`);

function serviceAtLocations(space: Space, idOf: IdOf): JsonObject[] {
  return locationTypesOf(space).map(type => {
    const id = idOf('location', `${space.id}/${type}`);
    return {
      id: serviceAtLocationId(space.id, type, idOf),
      service_id: space.id,
      location_id: id,
      location: type === 'physical' ? physicalLocation(space, id, idOf) : virtualLocation(space, id),
    };
  });
}

/** One way into a space, as `/service_at_locations` gives it: with the service, and whole only by its id. */
export function toServiceAtLocation(
  space: Space,
  type: LocationType,
  options: ServiceOptions & {readonly form: 'row' | 'full'},
): JsonObject {
  const {idOf, form} = options;
  const id = idOf('location', `${space.id}/${type}`);
  const location = type === 'physical' ? physicalLocation(space, id, idOf) : virtualLocation(space, id);
  // Lists hold what there is one of; what there may be several of comes with the whole.
  const single = Object.fromEntries(Object.entries(location).filter(([, value]) => !Array.isArray(value)));
  return {
    id: serviceAtLocationId(space.id, type, idOf),
    service_id: space.id,
    location_id: id,
    location: form === 'full' ? location : single,
    service: toServiceSummary(space, options),
    ...(form === 'full' && space.schedules.length > 0 && {schedules: schedulesOf(space, idOf)}),
    ...(form === 'full' && contacts(space, idOf).length > 0 && {contacts: contacts(space, idOf)}),
  };
}

function physicalLocation(space: Space, id: string, idOf: IdOf): JsonObject {
  const {location = {}} = space;
  // Of a space whose address is private, no address and no point may leave, whatever the record holds.
  const areaOnly = location.precision === 'area';
  const point = areaOnly ? undefined : location.point;
  const {line1, locality, postcode} = (areaOnly ? undefined : location.address) ?? {};
  const whole = line1 !== undefined && locality !== undefined && postcode !== undefined;
  const partial = [line1, locality, postcode].filter(part => part !== undefined);
  return given({
    id,
    location_type: 'physical',
    name: placeName(space),
    description: placeDescription(location),
    latitude: point?.latitude,
    longitude: point?.longitude,
    addresses: whole
      ? [
          {
            id: idOf('address', space.id),
            location_id: id,
            address_1: line1,
            city: locality,
            state_province: space.areaServed.region ?? nationsInWords(space) ?? 'United Kingdom',
            postal_code: postcode,
            country: 'GB',
            address_type: 'physical',
          },
        ]
      : [],
    accessibility: space.access.map((description, index) => ({
      id: idOf('accessibility', `${space.id}/${index}`),
      location_id: id,
      description,
    })),
    held_precision: location.precision,
    held_location_disclosure: areaOnly ? 'area_only' : undefined,
    // The standard's address must be whole. What is known of one that is not stands here.
    held_partial_address:
      !whole && partial.length > 0 ? given({address_1: line1, city: locality, postal_code: postcode}) : undefined,
    held_area: location.area,
  });
}

function virtualLocation(space: Space, id: string): JsonObject {
  return given({id, location_type: 'virtual', url: space.contact.website});
}

/** Says that a point is no address, for readers who do not know `held_precision`. */
function placeDescription({precision}: Location): string | undefined {
  if (precision === 'district') return 'The point is the middle of the postcode district, not the building.';
  if (precision === 'town') return 'The point is the middle of the town, not the building.';
  return precision === 'area' ? 'The address is not published.' : undefined;
}

function serviceAreas(space: Space, idOf: IdOf): JsonObject[] {
  const {nations, region} = space.areaServed;
  const names = region === undefined ? nations.map(nation => nationNames[nation]) : [region];
  return names.map(name => ({id: idOf('service_area', `${space.id}/${name}`), service_id: space.id, name}));
}

function contacts(space: Space, idOf: IdOf): JsonObject[] {
  const {phone, text, email}: Contact = space.contact;
  if (phone === undefined && text === undefined && email === undefined) return [];
  const id = idOf('contact', space.id);
  const phones = [
    ...(phone === undefined ? [] : [{id: idOf('phone', `${space.id}/voice`), number: phone, type: 'voice'}]),
    ...(text === undefined
      ? []
      : [
          given({
            id: idOf('phone', `${space.id}/text`),
            number: text.number,
            type: 'text',
            description: text.keyword === undefined ? 'Text only' : `Text only. Send the word ${text.keyword}`,
            held_keyword: text.keyword,
          }),
        ]),
  ];
  return [given({id, service_id: space.id, email, phones: phones.map(each => ({...each, contact_id: id}))})];
}

function toCostOption(cost: Cost): JsonObject {
  switch (cost.kind) {
    case 'free':
      return {option: 'Free', amount: 0, currency: 'GBP'};
    case 'donation':
      return {option: 'Donation', amount_description: costWords(cost)};
    case 'some-free':
      return {option: 'Partly free', amount_description: cost.detail};
    case 'call':
      return {option: 'Cost of the call', amount_description: cost.rate};
    case 'stated':
      return {option: 'Stated', amount_description: cost.words};
  }
}

function costWords(cost: Cost): string {
  switch (cost.kind) {
    case 'free':
      return 'Free';
    case 'donation':
      return 'By donation';
    case 'some-free':
      return cost.detail;
    case 'call':
      return cost.rate;
    case 'stated':
      return cost.words;
  }
}

function nationsInWords(space: Space): string | undefined {
  return space.areaServed.nations.map(nation => nationNames[nation]).join(', ') || undefined;
}

function languageName(code: string): string {
  return new Intl.DisplayNames(['en-GB'], {type: 'language'}).of(code) ?? code;
}
