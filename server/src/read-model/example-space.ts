import type {Space} from '@held-spaces/domain/space';

/** With every field that there may be. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? {readonly [Key in keyof T]-?: Whole<T[Key]>}
    : T;

/**
 * A space that says everything that a space can say. Names of files are made of what was stored; this, as it is written by
 * the version that runs, goes into them, so that a version that writes spaces otherwise gives its files other names.
 */
export const exampleSpace: Whole<Space> = {
  id: 'example',
  name: 'Example',
  organization: {id: 'organization', name: 'Organization'},
  summary: 'Summary',
  status: 'active',
  kinds: ['drop-in'],
  deliveries: ['physical', 'online', 'phone', 'text'],
  location: {
    address: {line1: 'Line', locality: 'Town', postcode: 'LS6 2AB'},
    point: {latitude: 54, longitude: -2},
    precision: 'exact',
    area: 'Area',
  },
  areaServed: {nations: ['england'], region: 'Region'},
  contact: {
    phone: '01632 960000',
    text: {number: '70000', keyword: 'WORD'},
    email: 'hello@example.org',
    website: 'https://example.org/',
  },
  schedules: [
    {
      freq: 'WEEKLY',
      byday: ['MO'],
      interval: 2,
      dtstart: '2026-01-05',
      until: '2026-12-28',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      opensAt: '10:00',
      closesAt: '12:00',
      notes: 'Notes',
      conditional: true,
    },
  ],
  cost: {kind: 'stated', words: 'Words'},
  waysIn: ['drop-in'],
  ages: {minimum: 18, maximum: 25},
  audiences: ['adults'],
  languages: ['cy'],
  access: ['Access'],
  accessFeatures: ['step-free'],
  approaches: ['open'],
  exclusions: [{id: 'under-18', words: 'Words'}],
  continuity: {terms: ['back-any-time'], limit: 'Limit', wait: {kind: 'stated', words: 'Words'}},
  arrival: {door: 'Door', first: 'First', who: 'Who'},
  events: [{dtstart: '2026-12-05', until: '2026-12-06', opensAt: '10:00', closesAt: '12:00', name: 'Event'}],
  stages: {declared: ['threshold'], suggested: ['testing-times']},
  disclosure: {
    answers: {
      ...{police: 'no', ambulance: 'no', nhs: 'no', others: 'no'},
      ...{recorded: 'no', notes: 'no', id: 'no', leave: 'yes'},
    },
    words: 'Words',
  },
  provenance: {
    source: 'Source',
    url: 'https://example.org/page',
    checked: '2026-11-01',
    note: 'Note',
    confidence: 'high',
    licence: 'Licence',
    sample: true,
  },
};
