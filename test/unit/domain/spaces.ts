import type {Schedule, Space} from '@held-spaces/domain/space';
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  deliveries,
  disclosureTopics,
  exclusions,
  kinds,
  knownAnswers,
  nations,
  stages,
  waysIn,
} from '@held-spaces/domain/vocabularies';
import {englishRegions} from '@held-spaces/domain/regions';
import {weekdays} from '@held-spaces/domain/opening-hours';
import fc from 'fast-check';

/** A space of which only the name is known. */
export const bareSpace: Space = {
  id: 'bare',
  name: 'A space',
  status: 'active',
  kinds: [],
  deliveries: [],
  areaServed: {nations: []},
  contact: {},
  schedules: [],
  waysIn: [],
  audiences: [],
  languages: [],
  access: [],
  stages: {declared: [], suggested: []},
  disclosure: {answers: {}},
  provenance: {source: 'test'},
};

const some = <T>(list: readonly T[]) => fc.subarray([...list], {maxLength: Math.min(3, list.length)});
const words = fc.constantFrom(
  'Green',
  'Haven',
  'café',
  'Listening',
  'St Anne’s',
  'The Hub',
  'Tŷ Croeso',
  'Leeds',
  'night',
);
const text = fc.array(words, {minLength: 1, maxLength: 3}).map(parts => parts.join(' '));
const optional = <T extends Record<string, unknown>>(fields: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
  fc.record(fields, {requiredKeys: []});

// JSON knows no negative zero, hence the sum.
const rounded = (value: number) => Math.round(value * 1e4) / 1e4 + 0;

export const ukPoint = fc.record({
  latitude: fc.double({min: 50, max: 59, noNaN: true, noDefaultInfinity: true}).map(rounded),
  longitude: fc.double({min: -7, max: 1.5, noNaN: true, noDefaultInfinity: true}).map(rounded),
});

const time = fc.constantFrom('00:00', '09:00', '12:30', '18:00', '23:59');
const schedule: fc.Arbitrary<Schedule> = fc
  .tuple(some(weekdays), optional({opensAt: time, closesAt: time, notes: text, conditional: fc.boolean()}))
  .map(([byday, rest]) => ({freq: 'WEEKLY', byday, ...rest}));

const address = optional({line1: text, locality: words, postcode: fc.constantFrom('LS6 2AB', 'M13', 'EC1A 1BB')});
const location = optional({
  address,
  point: ukPoint,
  precision: fc.constantFrom('exact', 'district', 'town', 'area'),
  area: words,
});

const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-30', '2027-01-04');
const event = fc
  .tuple(fc.record({dtstart: day}), optional({until: day, opensAt: time, closesAt: time, name: text}))
  .map(([needed, rest]) => ({...needed, ...rest}));
const exclusion = fc.oneof(
  fc.record({id: fc.constantFrom(...exclusions)}),
  fc.record({words: text}),
  fc.record({id: fc.constantFrom(...exclusions), words: text}),
);
const continuity = fc
  .tuple(
    some(continuities),
    optional({limit: text, wait: fc.constantFrom({kind: 'none'}, {kind: 'stated', words: 'A week'})}),
  )
  .map(([terms, rest]) => ({terms, ...rest}));

/** Any space that the model allows, ids not yet told apart. */
export const anySpace: fc.Arbitrary<Space> = fc
  .tuple(
    fc.record({
      id: fc.uuid(),
      name: text,
      status: fc.constantFrom('active', 'active', 'active', 'temporarily closed', 'inactive', 'defunct'),
      kinds: some(kinds),
      deliveries: some(deliveries),
      areaServed: fc
        .tuple(some(nations), optional({region: fc.constantFrom(...englishRegions, 'Powys')}))
        .map(([list, rest]) => ({nations: list, ...rest})),
      contact: optional({
        phone: fc.constant('0113 496 0000'),
        email: fc.constant('hello@example.org'),
        website: fc.webUrl(),
      }),
      schedules: fc.array(schedule, {maxLength: 3}),
      waysIn: some(waysIn),
      audiences: some(audiences),
      languages: some(['en', 'cy', 'bfi']),
      access: some(['Step-free', 'A quiet room']),
      stages: fc.record({declared: some(stages), suggested: some(stages)}),
      disclosure: fc
        .tuple(
          fc.dictionary(fc.constantFrom(...disclosureTopics), fc.constantFrom(...knownAnswers)),
          optional({words: text}),
        )
        .map(([answers, rest]) => ({answers, ...rest})),
      provenance: fc
        .tuple(
          fc.constant('test'),
          optional({
            checked: fc.constantFrom('2026', '2026-10', '2024', '2019-04-01'),
            url: fc.webUrl(),
            note: text,
            sample: fc.boolean(),
            confidence: fc.constantFrom('high', 'low'),
          }),
        )
        .map(([source, rest]) => ({source, ...rest})),
    }),
    optional({
      organization: fc.record({id: fc.uuid(), name: text}),
      summary: text,
      location,
      cost: fc.constantFrom({kind: 'free'}, {kind: 'some-free', detail: 'first visit'}),
      ages: optional({minimum: fc.nat(18), maximum: fc.integer({min: 19, max: 99})}),
      approaches: some(approaches),
      accessFeatures: some(accessFeatures),
      exclusions: fc.array(exclusion, {minLength: 1, maxLength: 3}),
      continuity,
      arrival: optional({door: text, first: text, who: text}),
      events: fc.array(event, {maxLength: 3}),
    }),
  )
  .map(([needed, rest]) => ({...needed, ...rest}) as Space);

/** A list of spaces with an id each. */
export const anySpaces = (maxLength = 40) => fc.uniqueArray(anySpace, {selector: space => space.id, maxLength});
