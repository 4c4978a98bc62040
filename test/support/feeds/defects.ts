/** Records with each defect that real feeds have, row by row of the table, and what must become of them. */
import type {RuleId} from '@held-spaces/domain/open-referral/feed-rules';
import type {Dialect} from '@held-spaces/domain/open-referral/detect';
import type {Space} from '@held-spaces/domain/space';
import {oruk1, oruk3, oruk3At, outpost} from './records.js';
import type {Fields} from './records.js';

export interface DefectFixture {
  readonly row: number;
  /** Finishes "it …". */
  readonly it: string;
  readonly dialect: Dialect;
  readonly record: Fields;
  /** What the report must name; absent where nothing is worth naming. */
  readonly rule?: RuleId;
  /** What the first space must hold. A field that is `undefined` must not be there. */
  readonly space?: Partial<Space>;
  /** Nothing may come of it. */
  readonly isRefused?: boolean;
  /** Words that may not stand anywhere in what becomes of it. */
  readonly never?: readonly string[];
}

const address = (postal_code: string) => ({
  latitude: 53.82,
  longitude: -1.57,
  addresses: [{address_1: '12 Quiet Street', city: 'Leeds', postal_code, address_type: 'physical'}],
});
const near = (postcode?: string) => ({
  address: {line1: '12 Quiet Street', locality: 'Leeds', ...(postcode && {postcode})},
  point: {latitude: 53.82, longitude: -1.57},
  precision: 'exact' as const,
});
const phone = (number: unknown) => oruk3({contacts: [{phones: [{number}]}]});
const hours = (schedule: Fields) => oruk3({schedules: [{id: 's', ...schedule}]});

export const defects: readonly DefectFixture[] = [
  {
    row: 5,
    it: 'lists a service without any place, and never looks for one in its description',
    dialect: 'oruk3',
    record: oruk3({service_at_locations: [], description: 'At 12 Quiet Street, Leeds LS6 2AB.'}),
    rule: 'place-missing',
    space: {location: undefined},
  },
  {
    row: 6,
    it: 'reads GeoJSON’s longitude first',
    dialect: 'outpost',
    record: outpost(),
    space: {location: near('LS6 2AB')},
  },
  {
    row: 6,
    it: 'reads coordinates that are text',
    dialect: 'oruk1',
    record: oruk1(),
    rule: 'point-mended',
    space: {location: near('LS6 2AB')},
  },
  {
    row: 6,
    it: 'turns swapped coordinates round where that puts them in the UK',
    dialect: 'oruk3',
    record: oruk3At({...address('LS6 2AB'), latitude: -1.57, longitude: 53.82}),
    rule: 'point-mended',
    space: {location: near('LS6 2AB')},
  },
  ...[
    [0, 0],
    [100, 101],
    [48.85, 2.35],
  ].map(([latitude, longitude]): DefectFixture => ({
    row: 6,
    it: `leaves out the point ${latitude}, ${longitude}, and takes the middle of the postcode district`,
    dialect: 'oruk3',
    record: oruk3At({...address('LS6 2AB'), latitude, longitude}),
    rule: 'point-dropped',
    space: {
      location: {
        address: {line1: '12 Quiet Street', locality: 'Leeds', postcode: 'LS6 2AB'},
        point: {latitude: 53.8193, longitude: -1.567},
        precision: 'district',
      },
    },
  })),
  ...(
    [
      ['ls62ab', 'LS6 2AB'],
      ['LS6 2AB ', 'LS6 2AB'],
      ['LU7 ONY', 'LU7 0NY'],
      ['LS6', 'LS6'],
      ['OX1 1AA', 'OX1 1AA'],
      ['ask us', undefined],
    ] as const
  ).map(([given, postcode]): DefectFixture => ({
    row: 7,
    it: `reads the postcode "${given}" as ${postcode ?? 'none'}`,
    dialect: 'oruk3',
    record: oruk3At(address(given)),
    ...(given !== postcode && {rule: postcode === undefined ? 'postcode-dropped' : 'postcode-mended'}),
    space: {location: near(postcode)},
  })),
  {
    row: 8,
    it: 'reads an age of -1 as not known',
    dialect: 'oruk3',
    record: oruk3({minimum_age: -1, maximum_age: -1}),
    rule: 'age-mended',
    space: {ages: undefined},
  },
  {
    row: 8,
    it: 'reads ages that are text or fractions',
    dialect: 'oruk3',
    record: oruk3({minimum_age: '16', maximum_age: 17.5}),
    rule: 'age-mended',
    space: {ages: {minimum: 16, maximum: 17}},
  },
  {
    row: 8,
    it: 'keeps an age of 104, and drops one that nobody reaches',
    dialect: 'oruk3',
    record: oruk3({minimum_age: 104, maximum_age: 999}),
    rule: 'age-mended',
    space: {ages: {minimum: 104}},
  },
  {
    row: 9,
    it: 'reads a date of change without its zone, for display only',
    dialect: 'oruk3',
    record: oruk3({last_modified: '2026-10-02T09:30:00.123', assured_date: undefined}),
    rule: 'date-lenient',
    space: {provenance: {source: 'Test feed', note: 'Last changed at its source on 2026-10-02.'}},
  },
  {
    row: 10,
    it: 'leaves out an e-mail address that is made up',
    dialect: 'oruk3',
    record: oruk3({email: 'Unknown-4711@noemail.invalid', contacts: []}),
    rule: 'placeholder-dropped',
    space: {contact: {website: 'https://lantern-room.org.uk/evenings'}},
    never: ['noemail'],
  },
  ...['http://www.example.com', 'https://path/to/profile', 'https://example.org/x'].map((url): DefectFixture => ({
    row: 10,
    it: `makes no link of ${url}`,
    dialect: 'oruk3',
    record: oruk3({url, contacts: [], organization: undefined, email: null}),
    rule: 'placeholder-dropped',
    space: {contact: {}},
    never: [url],
  })),
  {
    row: 11,
    it: 'takes the one number out of its words, grouped as it was',
    dialect: 'oruk3',
    record: phone('Lantern Room helpers: 0117 496 0111'),
    rule: 'phone-extracted',
    space: {contact: contact('0117 496 0111')},
  },
  {
    row: 11,
    it: 'takes a number out of its quotes',
    dialect: 'oruk3',
    record: phone('"0113 496 0123"'),
    rule: 'phone-extracted',
    space: {contact: contact('0113 496 0123')},
  },
  ...['116 123', '0808 157 0123', '(0113) 496 0123', '+44 113 496 0123', '01632 960 123'].map(
    (number): DefectFixture => ({
      row: 11,
      it: `never alters the number ${number}`,
      dialect: 'oruk3',
      record: phone(number),
      space: {contact: contact(number)},
    }),
  ),
  {
    row: 11,
    it: 'shows two numbers in one field as they are given, and links neither',
    dialect: 'oruk3',
    record: phone('0113 496 0123 or 0113 496 0124 after 6'),
    rule: 'phone-as-given',
    space: {
      contact: {email: 'hello@lantern-room.org.uk', website: 'https://lantern-room.org.uk/evenings'},
      summary:
        'A calm evening space in Leeds, run by people who have been there.\nPhone: 0113 496 0123 or 0113 496 0124 after 6',
    },
  },
  {
    row: 12,
    it: 'makes plain text of HTML, entities, broken characters, Markdown and line ends',
    dialect: 'oruk3',
    record: oruk3({
      description:
        '<p>Tea&nbsp;&amp; <strong>quiet</strong>.</p>\r\n<ul><li>Itâ€™s free</li></ul><script>alert(1)</script><style>p{}</style> **Welcome** [here](https://lantern-room.org.uk)',
    }),
    rule: 'markup-removed',
    space: {summary: 'Tea & quiet.\n• It’s free\nWelcome here (https://lantern-room.org.uk)'},
    never: ['alert', '<p', 'p{}'],
  },
  ...['javascript:alert(1)', 'data:text/html,x', 'https://user@host.uk/', 'see our page'].map((url): DefectFixture => ({
    row: 12,
    it: `makes no link of "${url}"`,
    dialect: 'oruk3',
    record: oruk3({url, organization: undefined}),
    rule: 'link-dropped',
    space: {contact: {phone: '0113 496 0123', email: 'hello@lantern-room.org.uk'}},
    never: [url],
  })),
  {
    row: 14,
    it: 'reads empty text and null as absent',
    dialect: 'oruk3',
    record: oruk3({description: '', url: null, email: '', minimum_age: null, maximum_age: '', organization: null}),
    rule: 'empty-values',
    space: {summary: undefined, ages: undefined, organization: undefined, contact: {phone: '0113 496 0123'}},
  },
  {
    row: 14,
    it: 'takes one object where a list belongs',
    dialect: 'oruk3',
    record: oruk3({schedules: {freq: 'WEEKLY', byday: 'FR', opens_at: '10:00', closes_at: '12:00'}}),
    rule: 'object-for-list',
    space: {schedules: [{freq: 'WEEKLY', byday: ['FR'], opensAt: '10:00', closesAt: '12:00'}]},
  },
  {
    row: 14,
    it: 'knows nothing where every list is missing',
    dialect: 'oruk3',
    record: {id: 'x', name: 'Bare', status: 'active'},
    space: {schedules: [], cost: undefined, waysIn: [], kinds: [], deliveries: [], contact: {}, ages: undefined},
  },
  {
    row: 15,
    it: 'takes a number for an id as an opaque text',
    dialect: 'outpost',
    record: outpost(),
    space: {id: '4711'},
  },
  {
    row: 15,
    it: 'refuses a service without an id',
    dialect: 'oruk3',
    record: oruk3({id: null}),
    rule: 'id-missing',
    isRefused: true,
  },
  {
    row: 16,
    it: 'does not say closed where no times are given',
    dialect: 'oruk3',
    record: oruk3({schedules: []}),
    rule: 'hours-missing',
    space: {schedules: []},
  },
  {
    row: 16,
    it: 'reads 00:00 to 00:00 as the whole day',
    dialect: 'outpost',
    record: outpost({regular_schedules: [{weekday: 'Saturday', opens_at: '00:00', closes_at: '00:00'}]}),
    rule: 'hours-mended',
    space: {schedules: [{freq: 'WEEKLY', byday: ['SA'], opensAt: '00:00', closesAt: '24:00'}]},
  },
  {
    row: 16,
    it: 'keeps a close past midnight',
    dialect: 'outpost',
    record: outpost(),
    space: {schedules: [{freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '02:00'}]},
  },
  {
    row: 16,
    it: 'shows times that words may limit, and never works them out',
    dialect: 'oruk3',
    record: hours({freq: 'WEEKLY', byday: 'WE', opens_at: '10:00', closes_at: '12:00', description: 'Term time only'}),
    rule: 'hours-in-words',
    space: {
      schedules: [
        {
          freq: 'WEEKLY',
          byday: ['WE'],
          opensAt: '10:00',
          closesAt: '12:00',
          notes: 'Term time only',
          conditional: true,
        },
      ],
    },
  },
  {
    row: 16,
    it: 'does not count a time with a zone as London’s',
    dialect: 'oruk3',
    record: hours({freq: 'WEEKLY', byday: 'WE', opens_at: '10:00Z', closes_at: '12:00Z'}),
    rule: 'hours-in-words',
    space: {schedules: [{freq: 'WEEKLY', byday: ['WE'], opensAt: '10:00', closesAt: '12:00', conditional: true}]},
  },
  {
    row: 16,
    it: 'says that hours have lapsed',
    dialect: 'oruk3',
    record: hours({freq: 'WEEKLY', byday: 'WE', opens_at: '10:00', closes_at: '12:00', valid_to: '2025-01-01'}),
    rule: 'hours-lapsed',
    space: {
      schedules: [{freq: 'WEEKLY', byday: ['WE'], opensAt: '10:00', closesAt: '12:00', validTo: '2025-01-01'}],
    },
  },
  {
    row: 16,
    it: 'reads a session that is modelled as a service as one day, and not as every week',
    dialect: 'oruk3',
    record: hours({dtstart: '2026-12-05', opens_at: '14:00', closes_at: '16:00'}),
    rule: 'hours-mended',
    space: {
      schedules: [
        {
          freq: 'WEEKLY',
          byday: ['SA'],
          dtstart: '2026-12-05',
          until: '2026-12-05',
          opensAt: '14:00',
          closesAt: '16:00',
        },
      ],
    },
  },
  {
    row: 17,
    it: 'does not say free where nobody has, nor that no referral is needed',
    dialect: 'outpost',
    record: outpost({free: null, needs_referral: null, cost_options: []}),
    space: {cost: undefined, waysIn: []},
  },
  {
    row: 17,
    it: 'does not turn "not free" into a price, nor "no referral" into a way in',
    dialect: 'outpost',
    record: outpost({free: false, needs_referral: false}),
    space: {cost: undefined, waysIn: []},
  },
  {
    row: 17,
    it: 'reads free and referral where they were said',
    dialect: 'outpost',
    record: outpost({free: true, needs_referral: true}),
    space: {cost: {kind: 'free'}, waysIn: ['professional']},
  },
  {
    row: 17,
    it: 'reads a cost that is text',
    dialect: 'oruk3',
    record: oruk3({cost_options: [{option: 'Adults', amount: '£3.50', amount_description: 'a session'}]}),
    rule: 'cost-mended',
    space: {cost: {kind: 'stated', words: 'Adults: £3.50 a session'}},
  },
  {
    row: 17,
    it: 'does not call a space free that is free for some',
    dialect: 'oruk3',
    record: oruk3({
      cost_options: [
        {option: 'Under 18s', amount: 0},
        {option: 'Adults', amount: 5},
      ],
    }),
    space: {cost: {kind: 'some-free', detail: 'Under 18s: free. Adults: £5'}},
  },
  {
    row: 18,
    it: 'keeps a vendor’s own fields out of what is shown, for a crosswalk to read',
    dialect: 'oruk3',
    record: oruk3({pc_targetAudience: [{audienceType: 'Young people'}], pc_metadata: {updated_by: 'Robin Invented'}}),
    rule: 'vendor-fields',
    space: {audiences: []},
    never: ['Robin Invented'],
  },
  {
    row: 19,
    it: 'notes a record that was checked over a year ago, and keeps its date to be shown',
    dialect: 'oruk3',
    record: oruk3({assured_date: '2024-02-03'}),
    rule: 'old-or-undated',
    space: {
      provenance: {source: 'Test feed', checked: '2024-02-03', note: 'Last changed at its source on 2026-10-02.'},
    },
  },
  {
    row: 20,
    it: 'keeps a defunct service for saved links, as defunct',
    dialect: 'oruk3',
    record: oruk3({status: 'defunct'}),
    rule: 'status-not-listed',
    space: {status: 'defunct'},
  },
  {
    row: 20,
    it: 'labels a service that is closed for a while',
    dialect: 'oruk3',
    record: oruk3({status: 'temporarily closed'}),
    space: {status: 'temporarily closed'},
  },
  {
    row: 20,
    it: 'lists a service without a status',
    dialect: 'oruk3',
    record: oruk3({status: undefined}),
    rule: 'status-missing',
    space: {status: 'active'},
  },
  {
    row: 22,
    it: 'takes no name of a contact and no address of an assurer',
    dialect: 'oruk3',
    record: oruk3({
      assurer_email: 'robin.invented@lantern-room.org.uk',
      contacts: [{name: 'Robin Invented', title: 'Host', phones: [{number: '0113 496 0123'}]}],
    }),
    rule: 'person-left-out',
    space: {contact: contact('0113 496 0123')},
    never: ['Robin', 'robin'],
  },
  {
    row: 25,
    it: 'honours Outpost’s mask, and takes the town alone',
    dialect: 'outpost',
    record: outpost({
      locations: [
        {
          id: 9,
          address_1: '12 Quiet Street',
          city: 'Leeds',
          postal_code: 'LS6 2AB',
          geometry: {type: 'Point', coordinates: [-1.57, 53.82]},
          mask_exact_address: true,
        },
      ],
    }),
    rule: 'address-private',
    space: {location: {precision: 'area', area: 'Leeds'}},
    never: ['Quiet Street', '2AB', '53.82'],
  },
  ...[{held_location_disclosure: 'area_only'}, {location_type: 'redacted'}].map((mark): DefectFixture => ({
    row: 25,
    it: `honours ${Object.keys(mark)[0] ?? ''} in a v3 feed`,
    dialect: 'oruk3',
    record: oruk3At({...address('LS6 2AB'), ...mark}),
    rule: 'address-private',
    space: {location: {precision: 'area', area: 'Leeds'}},
    never: ['Quiet Street', '2AB', '53.82'],
  })),
];

function contact(number: string): Space['contact'] {
  return {phone: number, email: 'hello@lantern-room.org.uk', website: 'https://lantern-room.org.uk/evenings'};
}
