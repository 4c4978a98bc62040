/**
 * The closed lists of words that the whole project shares: in the store, the API, the area files and on screen.
 * A term's id never changes its meaning. Nothing here is ranked: order is the order on the page and no more.
 */

export * from './first-terms.js';

/** What sort of space it is. A space may be several. */
export const kinds = [
  'crisis-cafe',
  'crisis-house',
  'respite',
  'peer-support-group',
  'hearing-voices-group',
  'community-hub',
  'recovery-college',
  'drop-in',
  'online-community',
  'helpline',
  'textline',
  'workshop',
  'retreat',
  'mens-group',
  'young-people',
  'lgbt',
  'culturally-specific',
  'carers-support',
  'clubhouse',
  'listening-service',
  'therapy-service',
] as const;
export type Kind = (typeof kinds)[number];

/** How a space is used. `physical` means in person. */
export const deliveries = ['physical', 'online', 'phone', 'text'] as const;
export type Delivery = (typeof deliveries)[number];

/** How to get in. An empty list on a space means that nobody has told us. */
export const waysIn = ['drop-in', 'self-referral', 'appointment', 'professional', 'membership'] as const;
export type WayIn = (typeof waysIn)[number];

/** Ways in that need nobody else to ask for the person. */
export const waysInWithoutReferral: readonly WayIn[] = ['drop-in', 'self-referral', 'appointment', 'membership'];

/** Who a space says it is made for. */
export const audiences = [
  'adults',
  'children',
  'young-people',
  'older-people',
  'students',
  'parents',
  'carers',
  'women',
  'women-only',
  'men',
  'lgbtq',
  'trans',
  'black-african-caribbean',
  'south-asian',
  'punjabi-community',
  'muslim-community',
  'jewish-community',
  'welsh-speakers',
  'farming-community',
  'rural-communities',
  'voice-hearers',
  'spiritual-crisis',
  'bereaved-by-suicide',
  'suicidal-distress',
  'neurodivergent',
  'deaf',
  'refugees',
  'veterans',
  'local-residents',
] as const;
export type Audience = (typeof audiences)[number];

/**
 * What a person may want to know before they go: who might be told, and what is kept.
 * `police`, `ambulance`, `nhs` and `others` are about telling without asking first.
 */
export const disclosureTopics = ['police', 'ambulance', 'nhs', 'others', 'recorded', 'notes', 'id', 'leave'] as const;
export type DisclosureTopic = (typeof disclosureTopics)[number];

/** The four topics that are about telling somebody else. */
export const tellingTopics = ['police', 'ambulance', 'nhs', 'others'] as const satisfies readonly DisclosureTopic[];

/** An answer somebody gave. Where nobody has, there is no answer at all: silence is never "no". */
export const knownAnswers = ['yes', 'no', 'sometimes'] as const;
export type KnownAnswer = (typeof knownAnswers)[number];

/** How a space understands distress, in its own words about itself. None stands above another. */
export const approaches = [
  'peer-led',
  'trauma-informed',
  'social',
  'psychological',
  'spiritual',
  'creative',
  'body-nature',
  'medical',
  'open',
] as const;
export type Approach = (typeof approaches)[number];

/** What helps people to get in, stay and take part. */
export const accessFeatures = [
  'step-free',
  'toilet',
  'hearing-loop',
  'bsl',
  'quiet',
  'captions',
  'text-only',
  'camera-off',
  'parking',
  'transport',
  'travel-help',
  'children',
  'assistance-dog',
  'carer-welcome',
  'easy-read',
  'interpreter',
] as const;
export type AccessFeature = (typeof accessFeatures)[number];

/** Whom a space says it cannot take. Saying none is not the same as taking everybody. */
export const exclusions = [
  'under-18',
  'outside-area',
  'drink-drugs',
  'medical-need',
  'not-safe-alone',
  'aggression',
  'not-registered',
  'not-crisis',
  'no-referral',
] as const;
export type Exclusion = (typeof exclusions)[number];

/** Whether a person may come back, and whether the space gets in touch after. */
export const continuities = [
  'back-any-time',
  'back-limit',
  'back-ask',
  'back-no',
  'follow-up',
  'no-follow-up',
] as const;
export type Continuity = (typeof continuities)[number];
