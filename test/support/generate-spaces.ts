/**
 * Spaces that do not exist, as many as are wanted and the same every time: for the benchmark and for tests that need more
 * than the sample holds. They are crowded where people are, and some are on islands, at one address, or nowhere at all.
 */
import type {SpaceRecord} from '../../server/src/import/held-spaces-format.js';

type Nation = SpaceRecord['nation'];

/** Middle of a town, how many live there in thousands, and where it is. */
const towns: readonly (readonly [
  name: string,
  latitude: number,
  longitude: number,
  thousands: number,
  nation: Nation,
  region: string | undefined,
  outcode: string,
])[] = [
  ['London', 51.507, -0.128, 9000, 'England', 'London', 'SE1'],
  ['Birmingham', 52.48, -1.9, 1140, 'England', 'West Midlands', 'B1'],
  ['Manchester', 53.48, -2.245, 560, 'England', 'North West', 'M1'],
  ['Leeds', 53.797, -1.545, 800, 'England', 'Yorkshire and The Humber', 'LS6'],
  ['Liverpool', 53.408, -2.99, 490, 'England', 'North West', 'L1'],
  ['Newcastle upon Tyne', 54.978, -1.617, 300, 'England', 'North East', 'NE1'],
  ['Norwich', 52.63, 1.297, 140, 'England', 'East of England', 'NR1'],
  ['Plymouth', 50.371, -4.142, 260, 'England', 'South West', 'PL1'],
  ['Bristol', 51.454, -2.588, 470, 'England', 'South West', 'BS1'],
  ['Brighton', 50.823, -0.137, 290, 'England', 'South East', 'BN1'],
  ['Nottingham', 52.954, -1.158, 320, 'England', 'East Midlands', 'NG1'],
  ['Penzance', 50.119, -5.537, 21, 'England', 'South West', 'TR18'],
  ['Hugh Town', 49.914, -6.315, 2, 'England', 'South West', 'TR21'],
  ['Cardiff', 51.482, -3.179, 360, 'Wales', undefined, 'CF10'],
  ['Aberystwyth', 52.415, -4.083, 13, 'Wales', undefined, 'SY23'],
  ['Caernarfon', 53.139, -4.273, 10, 'Wales', undefined, 'LL55'],
  ['Glasgow', 55.864, -4.252, 630, 'Scotland', undefined, 'G1'],
  ['Edinburgh', 55.953, -3.188, 520, 'Scotland', undefined, 'EH1'],
  ['Inverness', 57.478, -4.225, 47, 'Scotland', undefined, 'IV1'],
  ['Stornoway', 58.209, -6.389, 8, 'Scotland', undefined, 'HS1'],
  ['Kirkwall', 58.981, -2.96, 10, 'Scotland', undefined, 'KW15'],
  ['Lerwick', 60.154, -1.149, 7, 'Scotland', undefined, 'ZE1'],
  ['Belfast', 54.597, -5.93, 340, 'Northern Ireland', undefined, 'BT1'],
  ['Derry', 54.997, -7.309, 110, 'Northern Ireland', undefined, 'BT48'],
];

const adjectives = ['Quiet', 'Open', 'Green', 'Harbour', 'Lantern', 'Willow', 'River', 'Copper', 'Morning', 'Kind'];
const nouns = ['Door', 'House', 'Table', 'Circle', 'Garden', 'Bridge', 'Kettle', 'Room', 'Haven', 'Path'];
const sorts = ['Café', 'Group', 'Project', 'Centre', 'Listening Service', 'Workshop', 'Peer Support', 'Drop-in', 'Tŷ'];
const runners = ['Mind', 'Trust', 'Association', 'Community Interest Company', 'Recovery College', 'Society', 'Hub'];
const sentences = [
  'A calm place for people in distress, run by people who have been through it.',
  'Tea, a listening ear and somebody to sit with, whatever the night has been like.',
  'Art, music and words for people who find talking hard.',
  'Weekly meetings for people who hear voices or see things that others do not.',
  'For family and friends who hold somebody through a hard time.',
  'Walks, gardening and quiet company in the open air.',
  'Advice on money, housing and work, with time to be heard.',
  'A group for men, side by side rather than face to face.',
  'Evening support for people who are close to an edge and do not want to be alone.',
  'Courses made together with people who know distress from the inside.',
];
const kindLists: readonly SpaceRecord['kinds'][] = [
  ['crisis-cafe', 'drop-in'],
  ['peer-support-group'],
  ['community-hub'],
  ['helpline'],
  ['workshop'],
  ['hearing-voices-group', 'peer-support-group'],
  ['carers-support'],
  ['mens-group'],
  ['recovery-college'],
  ['listening-service'],
];
const stageLists: readonly SpaceRecord['suggestedStages'][] = [
  ['everyday-life', 'testing-times'],
  ['testing-times', 'threshold'],
  ['threshold', 'extreme-times'],
  ['returning-emerging'],
  ['everyday-life', 'testing-times', 'returning-emerging'],
];
const audienceLists: readonly SpaceRecord['audiences'][] = [
  [],
  [],
  ['adults'],
  ['young-people'],
  ['women'],
  ['carers'],
];
const approachLists: readonly SpaceRecord['approaches'][] = [
  [],
  ['peer-led'],
  ['peer-led', 'open'],
  ['creative'],
  ['social'],
];
const accessLists: readonly SpaceRecord['accessFeatures'][] = [
  [],
  ['step-free', 'toilet'],
  ['quiet'],
  ['transport', 'step-free'],
];
const dayLists = [
  ['MO'],
  ['TU', 'TH'],
  ['MO', 'TU', 'WE', 'TH', 'FR'],
  ['SA', 'SU'],
  ['WE'],
  ['FR', 'SA', 'SU'],
] as const;

/** Mulberry32: small, quick and the same everywhere. https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` records of held-spaces JSON. The same seed gives the same ones; more of them begin with the fewer. */
export function* generateSpaces(count: number, seed = 1): Generator<SpaceRecord> {
  const random = seeded(seed);
  // Facts that came later are drawn apart, so that everything before them stays as it was.
  const later = seeded(seed + 1);
  const pickLater = <T>(list: readonly T[]): T => list[Math.floor(later() * list.length)] as T;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const people = towns.reduce((sum, town) => sum + Math.sqrt(town[3]), 0);
  const pickTown = () => {
    let left = random() * people;
    return towns.find(town => (left -= Math.sqrt(town[3])) <= 0) ?? (towns[0] as (typeof towns)[number]);
  };
  const around = (reach: number) => (random() + random() + random() - 1.5) * reach;
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:${random() < 0.5 ? '00' : '30'}`;
  for (let index = 0; index < count; index++) {
    const [town, latitude, longitude, thousands, nation, region, outcode] = pickTown();
    const name = `${pick(adjectives)} ${pick(nouns)} ${pick(sorts)} ${Math.floor(random() * 500)}`;
    const isLine = random() < 0.15;
    const reach = 0.02 + Math.sqrt(thousands) / 400;
    const isShared = random() < 0.05;
    const lat = isShared ? latitude : Number((latitude + around(reach)).toFixed(5));
    const lon = isShared ? longitude : Number((longitude + around(reach * 1.6)).toFixed(5));
    const opens = 8 + Math.floor(random() * 12);
    const kinds = isLine ? (['helpline'] as const) : pick(kindLists);
    yield {
      id: `generated-${String(index).padStart(6, '0')}`,
      name,
      organisation: `${town} ${pick(adjectives)} ${pick(runners)}`,
      summary: `${pick(sentences)} ${pick(sentences)} In and around ${town}.`,
      kinds: [...kinds],
      delivery: isLine ? ['phone'] : random() < 0.2 ? ['physical', 'online'] : ['physical'],
      nation,
      ...(region !== undefined && {region}),
      ...(!isLine && {
        address: {
          line1: `${1 + Math.floor(random() * 200)} ${pick(nouns)} Street`,
          locality: town,
          postcode: `${outcode} 1AA`,
        },
        lat,
        lon,
        coordsBasis: 'exact' as const,
      }),
      phone: `01632 960${String(Math.floor(random() * 1000)).padStart(3, '0')}`,
      website: `https://example.org/generated/${index}`,
      ...(random() < 0.8 && {
        openingHours: [
          {
            days: [...pick(dayLists)],
            opens: time(opens),
            closes: time(Math.min(23, opens + 1 + Math.floor(random() * 5))),
          },
        ],
      }),
      ...(random() < 0.7 && {cost: 'Free'}),
      ...(random() < 0.5 && {referral: pick(['self', 'professional', 'either'] as const)}),
      ...(random() < 0.4 && {ageMin: pick([11, 16, 18])}),
      ...(random() < 0.1 && {ageMax: pick([25, 30])}),
      audiences: [...pick(audienceLists)],
      languages: random() < 0.1 ? ['cy'] : [],
      accessibility: random() < 0.3 ? ['Level access and an accessible toilet.'] : [],
      waysIn: [],
      approaches: [...pickLater(approachLists)],
      accessFeatures: [...pickLater(accessLists)],
      exclusions: later() < 0.1 ? [{id: 'drink-drugs', words: 'It keeps the evening calm for everyone.'}] : [],
      continuity: later() < 0.3 ? ['back-any-time'] : [],
      events: [],
      ...(later() < 0.1 && {disclosure: {police: pickLater(['no', 'sometimes'] as const)}}),
      suggestedStages: [...pick(stageLists)],
      declaredStages: [],
      status: 'active',
      sourceUrl: `https://example.org/generated/${index}`,
      sourceDate: `2026-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}-15`,
    };
  }
}
