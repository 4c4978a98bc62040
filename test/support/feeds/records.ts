/** Whole, tidy records of one made-up service in each dialect. A test changes what it is about. */

export type Fields = Record<string, unknown>;

export const oruk3 = (change: Fields = {}): Fields => ({
  id: 'b0000000-0000-4000-8000-000000000001',
  name: 'The Lantern Room',
  description: 'A calm evening space in Leeds, run by people who have been there.',
  url: 'https://lantern-room.org.uk/evenings',
  email: 'hello@lantern-room.org.uk',
  status: 'active',
  minimum_age: 18,
  maximum_age: 99,
  assured_date: '2026-10-01',
  last_modified: '2026-10-02T09:30:00Z',
  organization: {
    id: 'b0000000-0000-4000-8000-0000000000aa',
    name: 'Lantern Room Trust',
    description: 'A charity.',
    website: 'https://lantern-room.org.uk',
  },
  schedules: [{id: 's1', freq: 'WEEKLY', byday: 'MO,TU', opens_at: '18:00', closes_at: '23:00'}],
  service_at_locations: [
    {
      id: 'sal1',
      location: {
        id: 'loc1',
        location_type: 'physical',
        name: 'Lantern House',
        latitude: 53.82,
        longitude: -1.57,
        addresses: [
          {
            id: 'a1',
            address_1: '12 Quiet Street',
            city: 'Leeds',
            state_province: 'West Yorkshire',
            postal_code: 'LS6 2AB',
            country: 'GB',
            address_type: 'physical',
          },
        ],
        accessibility: [{id: 'x1', description: 'A ramp at the side door.'}],
      },
    },
  ],
  contacts: [{id: 'c1', phones: [{id: 'p1', number: '0113 496 0123'}]}],
  cost_options: [{id: 'k1', option: 'Free', amount: 0}],
  attributes: [
    {
      id: 't1',
      link_type: 'taxonomy',
      taxonomy_term_id: 'term-77',
      taxonomy_term: {id: 'term-77', name: 'Out of hours calm space', term_uri: 'https://terms.lantern-room.org.uk/77'},
    },
  ],
  ...change,
});

/** The same with its only place changed. */
export const oruk3At = (location: Fields, link: Fields = {}): Fields =>
  oruk3({
    service_at_locations: [{id: 'sal1', ...link, location: {id: 'loc1', location_type: 'physical', ...location}}],
  });

export const oruk1 = (change: Fields = {}): Fields => ({
  id: 'v1-7',
  name: 'The Lantern Room',
  description: 'A calm evening space in Leeds.',
  url: 'https://lantern-room.org.uk/evenings',
  email: 'hello@lantern-room.org.uk',
  status: 'active',
  fees: '',
  attending_type: 'venue',
  attending_access: 'drop-in',
  assured_date: '2026-10-01',
  organization: {id: 'o-7', name: 'Lantern Room Trust', url: 'https://lantern-room.org.uk'},
  regular_schedules: [{id: 's1', weekday: 'Monday', opens_at: '18:00:00', closes_at: '23:00:00'}],
  eligibilitys: [{minimum_age: '16', maximum_age: '25'}],
  service_at_locations: [
    {
      id: 'sal1',
      location: {
        id: 'loc1',
        latitude: '53.82',
        longitude: '-1.57',
        physical_addresses: [{address_1: '12 Quiet Street', city: 'Leeds', postal_code: 'ls62ab '}],
        accessibility_for_disabilities: [{accessibility: 'A ramp at the side door.'}],
      },
    },
  ],
  contacts: [{id: 'c1', name: 'Robin Invented', phones: [{number: '0113 496 0123'}]}],
  service_taxonomys: [{taxonomy: {id: 'esd:77', name: 'Out of hours calm space', vocabulary: 'esdServiceTypes'}}],
  ...change,
});

export const outpost = (change: Fields = {}): Fields => ({
  id: 4711,
  name: 'The Lantern Room',
  description: '<p>A calm evening space in <b>Leeds</b>.</p>',
  url: 'https://lantern-room.org.uk/evenings',
  min_age: 18,
  max_age: null,
  needs_referral: null,
  free: null,
  status: 'published',
  updated_at: {$date: '2026-10-02T09:30:00.000Z'},
  organisation: {id: 12, name: 'Lantern Room Trust', url: null},
  locations: [
    {
      id: 9,
      name: '',
      address_1: '12 Quiet Street',
      city: 'Leeds',
      postal_code: 'LS6 2AB',
      geometry: {type: 'Point', coordinates: [-1.57, 53.82]},
      mask_exact_address: false,
      accessibilities: [{name: 'Ramp'}],
    },
  ],
  regular_schedules: [{weekday: 'Monday', opens_at: '18:00', closes_at: '02:00'}],
  contacts: [{id: 1, name: 'Robin Invented', phone: '0113 496 0123', email: 'hello@lantern-room.org.uk'}],
  taxonomies: [{id: 31, name: 'Out of hours calm space', slug: 'calm'}],
  cost_options: [],
  ...change,
});
