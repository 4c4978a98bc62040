/**
 * Our vocabularies as Open Referral taxonomies, so that any reader of the standard can show and filter by them. A term's
 * key is fixed: ids are made from it, and feeds that copied one must still find it in years to come.
 *
 * Names and descriptions are the English ones. A widget shows its own words, in its reader's language.
 */
import type {Audience, Kind, Stage, WayIn} from '../vocabularies.js';

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

/** Every taxonomy that our services use. */
export const taxonomies: readonly Taxonomy[] = [roadmap, spaceKinds, audienceTaxonomy, accessRoutes];
