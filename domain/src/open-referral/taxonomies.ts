/**
 * Our vocabularies as Open Referral taxonomies, so that any reader of the standard can show and filter by them. A term's
 * key is fixed: ids are made from it, and feeds that copied one must still find it in years to come.
 *
 * Names and descriptions are the English ones. A widget shows its own words, in its reader's language.
 */
import type {
  AccessFeature,
  Approach,
  Audience,
  Continuity,
  DisclosureTopic,
  Exclusion,
  Kind,
  KnownAnswer,
  Stage,
  WayIn,
} from '../vocabularies.js';

export interface Term {
  readonly key: string;
  readonly name: string;
  readonly description: string;
}

export interface Taxonomy {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** `attribute.link_type` of a term of this taxonomy on a service. */
  readonly linkType: string;
  readonly terms: readonly Term[];
}

const stageTerms: Record<Stage, readonly [name: string, description: string]> = {
  'everyday-life': ['Everyday life', 'Life is mostly steady: looking after oneself, or learning more.'],
  'testing-times': ['Testing times', 'Something has changed, and it is getting harder to cope.'],
  threshold: ['On the threshold', 'Close to an edge: things feel unreal, too much or too fast.'],
  'extreme-times': ['Really extreme times', 'More than a person can bear, or another reality, or not safe.'],
  'returning-emerging': ['Returning or emerging', 'The worst has eased: resting, or making sense of it.'],
};

const kindTerms: Record<Kind, readonly [name: string, description: string]> = {
  'crisis-cafe': ['Crisis cafe or safe haven', 'A calm place to go when things are very hard, often in the evening.'],
  'crisis-house': ['Crisis house', 'A house where you can stay for some days, with people to support you.'],
  respite: ['A break away', 'A place for a rest from things for a while.'],
  'peer-support-group': ['Peer support group', 'People who have been through it, there for each other.'],
  'hearing-voices-group': ['Hearing voices group', 'For people who hear voices or sense things that others do not.'],
  'community-hub': ['Community hub', 'A local place with people, help and things to do.'],
  'recovery-college': ['Recovery college', 'Courses made with people who have been through it.'],
  'drop-in': ['Drop-in', 'You can walk in when it is open.'],
  'online-community': ['Online community', 'A place to talk with others on the internet.'],
  helpline: ['Phone line', 'Someone to talk to by phone.'],
  textline: ['Text or chat line', 'Someone to write to by text or chat.'],
  workshop: ['Workshop or course', 'A class or a day to learn or make something.'],
  retreat: ['Retreat', 'Some days away with others, in a quiet place.'],
  'mens-group': ["Men's group", 'A group for men.'],
  'young-people': ['For young people', 'A space made for young people.'],
  lgbt: ['For LGBT+ people', 'A space made for LGBT+ people.'],
  'culturally-specific': ['For a culture or faith', 'A space made by or for a culture, a people or a faith.'],
  'carers-support': ['For people who support someone', 'A space for family, friends and others who care for someone.'],
  clubhouse: ['Clubhouse', 'A place where members share the work and the days.'],
  'listening-service': ['Listening service', 'Someone who will hear you out.'],
  'therapy-service': ['Talking or other therapy', 'Time with someone trained in therapy.'],
};

const wayInTerms: Record<WayIn, string> = {
  'drop-in': 'Drop in, no need to book',
  'self-referral': 'Ask for yourself',
  appointment: 'Book a time first',
  professional: 'A GP or other worker asks for you',
  membership: 'Become a member',
};

const audienceTerms: Record<Audience, string> = {
  adults: 'Adults',
  children: 'Children',
  'young-people': 'Young people',
  'older-people': 'Older people',
  students: 'Students',
  parents: 'Parents',
  carers: 'People who support someone',
  women: 'Women',
  'women-only': 'Women only',
  men: 'Men',
  lgbtq: 'LGBT+ people',
  trans: 'Trans and non-binary people',
  'black-african-caribbean': 'Black African and Caribbean people',
  'south-asian': 'South Asian people',
  'punjabi-community': 'Punjabi people',
  'muslim-community': 'Muslim people',
  'jewish-community': 'Jewish people',
  'welsh-speakers': 'Welsh speakers',
  'farming-community': 'People in farming',
  'rural-communities': 'People in the country',
  'voice-hearers': 'People who hear voices',
  'spiritual-crisis': 'People in a spiritual crisis',
  'bereaved-by-suicide': 'People bereaved by suicide',
  'suicidal-distress': 'People with thoughts of suicide',
  neurodivergent: 'Autistic and other neurodivergent people',
  deaf: 'Deaf people',
  refugees: 'Refugees and people seeking asylum',
  veterans: 'People who were in the forces',
  'local-residents': 'People who live nearby',
};

const approachTerms: Record<Approach, string> = {
  'peer-led': 'Led by people who have been through it',
  'trauma-informed': 'Asks what happened to you',
  social: 'Looks at your life and what is around you',
  psychological: 'Works with thoughts and feelings',
  spiritual: 'Spirit or faith',
  creative: 'Art, music, words',
  'body-nature': 'The body, movement or nature',
  medical: 'Doctors, nurses, medicine',
  open: 'Open to any meaning',
};

const accessTerms: Record<AccessFeature, string> = {
  'step-free': 'No steps',
  toilet: 'Accessible toilet',
  'hearing-loop': 'Hearing loop',
  bsl: 'British Sign Language (BSL)',
  quiet: 'Quiet room',
  captions: 'Captions',
  'text-only': 'No need to talk',
  'camera-off': 'Camera can stay off',
  parking: 'Parking close by',
  transport: 'Bus or train close by',
  'travel-help': 'Help with travel',
  children: 'Children can come too',
  'assistance-dog': 'Assistance dogs',
  'carer-welcome': 'Bring someone with you',
  'easy-read': 'Easy Read papers',
  interpreter: 'Interpreters',
};

const exclusionTerms: Record<Exclusion, string> = {
  'under-18': 'People under 18',
  'outside-area': 'People who live outside the area',
  'drink-drugs': 'People who have had drink or drugs that day',
  'medical-need': 'People who need medical care at once',
  'not-safe-alone': 'People who cannot keep themselves safe there',
  aggression: 'People who threaten others',
  'not-registered': 'People without a local GP',
  'not-crisis': 'People who are in crisis now',
  'no-referral': 'People with no referral',
};

const continuityTerms: Record<Continuity, readonly [name: string, description: string]> = {
  'back-any-time': ['Come back any time', 'You can come back when it is open.'],
  'back-limit': ['Come back, with a limit', 'You can come back so many times, or for so long.'],
  'back-ask': ['Come back if you ask again', 'You can come back if you ask again.'],
  'back-no': ['One visit or one stay', 'It is for one visit or one stay.'],
  'follow-up': ['They get in touch after', 'They get in touch after, if you want them to.'],
  'no-follow-up': ['They do not get in touch after', 'They do not get in touch after.'],
};

const disclosureWords: Record<DisclosureTopic, readonly [name: string, answers: Record<KnownAnswer, string>]> = {
  police: [
    'Police called without asking',
    {
      yes: 'They may call the police without asking you.',
      no: 'They say they will not call the police unless you agree.',
      sometimes: 'They may call the police in some cases.',
    },
  ],
  ambulance: [
    'Ambulance called without asking',
    {
      yes: 'They may call an ambulance without asking you.',
      no: 'They say they will not call an ambulance unless you agree.',
      sometimes: 'They may call an ambulance in some cases.',
    },
  ],
  nhs: [
    'NHS told without asking',
    {
      yes: 'They may tell the NHS without asking you.',
      no: 'They say they will not tell the NHS unless you agree.',
      sometimes: 'They may tell the NHS in some cases.',
    },
  ],
  others: [
    'Others told without asking',
    {
      yes: 'They may tell someone else without asking you.',
      no: 'They say they will not tell anyone else unless you agree.',
      sometimes: 'They may tell someone else in some cases.',
    },
  ],
  recorded: [
    'Recorded',
    {
      yes: 'They keep a recording.',
      no: 'They say they do not record.',
      sometimes: 'They record in some cases.',
    },
  ],
  notes: [
    'Notes written',
    {
      yes: 'They write notes.',
      no: 'They say they do not write notes.',
      sometimes: 'They write notes in some cases.',
    },
  ],
  id: [
    'Asked who you are',
    {
      yes: 'They ask you to show who you are.',
      no: 'You do not need to show who you are.',
      sometimes: 'They ask in some cases.',
    },
  ],
  leave: [
    'Leave when you want',
    {
      yes: 'They say you can leave when you want.',
      no: 'They may try to keep you there.',
      sometimes: 'In some cases they may try to keep you there.',
    },
  ],
};

/** Key of what was answered about a topic, such as `police-no`. */
export const disclosureKey = (topic: DisclosureTopic, answer: KnownAnswer) => `${topic}-${answer}`;

const disclosureTerms = Object.fromEntries(
  Object.entries(disclosureWords).flatMap(([topic, [name, answers]]) =>
    Object.entries(answers).map(([answer, description]) => [
      disclosureKey(topic as DisclosureTopic, answer as KnownAnswer),
      [`${name}: ${answer}`, description] as const,
    ]),
  ),
);

/** A term without a longer description repeats its name, because the standard asks for one. */
const terms = (entries: Readonly<Record<string, string | readonly [string, string]>>): readonly Term[] =>
  Object.entries(entries).map(([key, entry]) => {
    const [name, description] = typeof entry === 'string' ? [entry, entry] : entry;
    return {key, name, description};
  });

export const roadmap: Taxonomy = {
  key: 'roadmap',
  name: 'Safe Spaces roadmap',
  description: 'Five stages that a person in distress may be at. No ladder and no score: several may be true at once.',
  linkType: 'roadmap_stage',
  terms: terms(stageTerms),
};

export const spaceKinds: Taxonomy = {
  key: 'kinds',
  name: 'Kinds of safe space',
  description: 'What sort of space it is. A space may be several.',
  linkType: 'space_kind',
  terms: terms(kindTerms),
};

export const audienceTaxonomy: Taxonomy = {
  key: 'audiences',
  name: 'Made for',
  description: 'Who a space says it is made for.',
  linkType: 'audience',
  terms: terms(audienceTerms),
};

export const accessRoutes: Taxonomy = {
  key: 'ways-in',
  name: 'Ways in',
  description: 'How to get in. A service without one has not said; it is not closed to anybody by that.',
  linkType: 'access_route',
  terms: terms(wayInTerms),
};

export const disclosureTaxonomy: Taxonomy = {
  key: 'disclosure',
  name: 'Who might be told, and when',
  description:
    'What a space says of telling others, of records and of leaving. No term: not known, which is never "no".',
  linkType: 'disclosure',
  terms: terms(disclosureTerms),
};

export const approachTaxonomy: Taxonomy = {
  key: 'approaches',
  name: 'Approaches',
  description: 'How a space says it understands distress. None stands above another.',
  linkType: 'approach',
  terms: terms(approachTerms),
};

export const accessTaxonomy: Taxonomy = {
  key: 'access-features',
  name: 'Access',
  description: 'What helps people to get in, stay and take part. No term: not stated.',
  linkType: 'access_feature',
  terms: terms(accessTerms),
};

export const exclusionTaxonomy: Taxonomy = {
  key: 'exclusions',
  name: 'Cannot take',
  description: 'Whom a space says it cannot take. No term: it has not said that anyone is left out.',
  linkType: 'exclusion',
  terms: terms(exclusionTerms),
};

export const continuityTaxonomy: Taxonomy = {
  key: 'continuity',
  name: 'Coming back',
  description: 'Whether a person can come back, and whether the space gets in touch after. No term: not known.',
  linkType: 'continuity',
  terms: terms(continuityTerms),
};

/** Every taxonomy of ours, in the order in which they are listed. */
export const taxonomies: readonly Taxonomy[] = [
  roadmap,
  spaceKinds,
  approachTaxonomy,
  audienceTaxonomy,
  accessRoutes,
  accessTaxonomy,
  exclusionTaxonomy,
  disclosureTaxonomy,
  continuityTaxonomy,
];
