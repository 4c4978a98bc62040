import {stageAnswers, type Approach, type Kind, type StageAnswer} from './vocabularies.js';

/**
 * What the stage selector knows of the five-stage roadmap beside its names: other ways in, what may help, and ways of
 * understanding. All of it is a draft, to be made again with experiencers and holders. The words stand in the widget,
 * under the same ids. A new version is one that changes what is said or suggested.
 */
export const roadmap = {version: 1, status: 'draft for co-production'} as const;

/** What it feels like, and the one or two places that may match. */
export const feelings = {
  steady: ['everyday-life'],
  stretched: ['testing-times'],
  loss: ['testing-times'],
  low: ['testing-times'],
  alone: ['everyday-life', 'testing-times'],
  'no-sleep': ['testing-times', 'threshold'],
  unreal: ['threshold'],
  fast: ['threshold'],
  voices: ['threshold', 'returning-emerging'],
  'cannot-go-on': ['threshold', 'extreme-times'],
  overwhelmed: ['extreme-times'],
  'other-world': ['extreme-times'],
  'not-safe': ['extreme-times'],
  'worn-out': ['returning-emerging'],
  'making-sense': ['returning-emerging'],
  changes: ['keeps-changing'],
} as const satisfies Readonly<Record<string, readonly StageAnswer[]>>;
export type Feeling = keyof typeof feelings;

/** What somebody wants, and the one or two places whose spaces offer it. */
export const wants = {
  company: ['everyday-life', 'testing-times'],
  quiet: ['testing-times', 'threshold'],
  heard: ['testing-times', 'threshold'],
  peers: ['testing-times', 'returning-emerging'],
  sense: ['returning-emerging'],
  practical: ['testing-times'],
  'someone-now': ['threshold', 'extreme-times'],
  away: ['extreme-times', 'returning-emerging'],
  make: ['everyday-life', 'returning-emerging'],
  learn: ['everyday-life'],
  'for-me': ['everyday-life', 'testing-times'],
} as const satisfies Readonly<Record<string, readonly StageAnswer[]>>;
export type Want = keyof typeof wants;

/** Something that a person picked who cannot name a place. */
export type Clue = Feeling | Want;

/** Where a clue points. */
export const placesOf = (clue: Clue): readonly StageAnswer[] => ({...feelings, ...wants})[clue];

const hardClues: readonly Clue[] = ['cannot-go-on', 'overwhelmed', 'other-world', 'not-safe', 'someone-now'];

/** Whether people to reach now come before anything else. */
export const isHardClue = (clue: Clue): boolean => hardClues.includes(clue);

/** What may fit, for a person to take or leave. */
export interface Suggestion {
  /** One or two, in the order on the page; none before a clue is picked. */
  readonly places: readonly StageAnswer[];
  /** The clues that point there, which say why. */
  readonly because: readonly Clue[];
}

/**
 * One or two places that the clues point to: the one that most of them name, or really extreme times where a clue asks
 * for people now, to which all of those point; and beside it the one that most of the rest name. It decides nothing;
 * nothing of it is shown but names and reasons.
 */
export function suggest(clues: readonly Clue[]): Suggestion {
  const mostNamed = (among: readonly Clue[], without?: StageAnswer) => {
    const named = (place: StageAnswer) => among.filter(clue => placesOf(clue).includes(place)).length;
    const [most] = stageAnswers
      .filter(place => place !== without && named(place))
      .sort((one, other) => named(other) - named(one));
    return most;
  };
  const first = clues.some(isHardClue) ? 'extreme-times' : mostNamed(clues);
  if (!first) return {places: [], because: []};
  const rest = clues.filter(clue => !placesOf(clue).includes(first));
  const second = mostNamed(rest.length ? rest : clues, first);
  const places = stageAnswers.filter(place => place === first || place === second);
  return {places, because: clues.filter(clue => placesOf(clue).some(place => places.includes(place)))};
}

/** The kinds of space that people at a place may look for. None listed: all. */
export const kindsAt: Readonly<Record<StageAnswer, readonly Kind[]>> = {
  'everyday-life': [
    'community-hub',
    'peer-support-group',
    'workshop',
    'recovery-college',
    'mens-group',
    'online-community',
  ],
  'testing-times': [
    'listening-service',
    'drop-in',
    'peer-support-group',
    'therapy-service',
    'community-hub',
    'helpline',
  ],
  threshold: ['crisis-cafe', 'drop-in', 'hearing-voices-group', 'helpline', 'textline', 'listening-service'],
  'extreme-times': ['crisis-cafe', 'crisis-house', 'respite', 'helpline', 'textline'],
  'returning-emerging': [
    'peer-support-group',
    'hearing-voices-group',
    'recovery-college',
    'retreat',
    'workshop',
    'clubhouse',
  ],
  'not-sure': [],
  'keeps-changing': [],
};

/** Spaces that share a way of understanding distress: how they say they see it, and what sort they are. */
export interface SharedView {
  readonly approaches: readonly Approach[];
  readonly kinds: readonly Kind[];
}

/** Ways of understanding. The order here is that of the alphabet; on the page it is new each time. */
export const understandings = {
  crossing: {approaches: ['open', 'peer-led'], kinds: ['peer-support-group', 'retreat', 'crisis-house']},
  difference: {
    approaches: ['peer-led', 'open'],
    kinds: ['hearing-voices-group', 'peer-support-group', 'online-community'],
  },
  illness: {approaches: ['medical'], kinds: ['therapy-service']},
  mind: {approaches: ['psychological'], kinds: ['therapy-service', 'workshop', 'listening-service']},
  social: {
    approaches: ['social'],
    kinds: ['community-hub', 'drop-in', 'mens-group', 'culturally-specific', 'clubhouse'],
  },
  spirit: {approaches: ['spiritual'], kinds: ['culturally-specific', 'retreat', 'listening-service']},
  'what-happened': {
    approaches: ['trauma-informed'],
    kinds: ['crisis-cafe', 'peer-support-group', 'listening-service', 'therapy-service'],
  },
} as const satisfies Readonly<Record<string, SharedView>>;
export type Understanding = keyof typeof understandings;

/** A way of one's own, or none: any space that is open to any meaning. */
export const openToAny: SharedView = {approaches: ['open'], kinds: []};

/** Spaces that work with art, the body or nature, and leave the meaning to the person. */
export const withoutWords: SharedView = {approaches: ['creative', 'body-nature'], kinds: []};

/** `items` in a new order, every order as likely as any other. `random` gives numbers from 0 up to 1, without it. */
export function shuffled<T>(items: readonly T[], random: () => number = Math.random): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [order[last], order[pick]] = [order[pick] as T, order[last] as T];
  }
  return order;
}
