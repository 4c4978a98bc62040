import {welshDate} from './welsh-dates.js';

/**
 * The words of the list that stands where no script runs, in each language that it can stand in. Names, numbers, hours and
 * dates come from the reviewed list. The Welsh has not been checked by a Welsh speaker; the words are those of
 * `xliff/cy.xlf`, which a reviewer mends too.
 */
export interface FallbackWords {
  readonly title: string;
  /** Before the number of the emergency service. */
  readonly danger: string;
  readonly call: string;
  readonly choose: string;
  readonly press2: string;
  readonly text: (keyword: string, number: string) => string;
  /** Between two ways to reach a line. */
  readonly or: string;
  readonly always: string;
  readonly breathingSpace: string;
  readonly unsure: string;
  readonly daily: (opens: string, closes: string) => string;
  readonly midday: string;
  readonly midnight: string;
  readonly sign: string;
  readonly checked: string;
  readonly limits: string;
  readonly date: (date: Date) => string;
}

const longDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

export const fallbackWords = {
  en: {
    title: 'Someone to turn to now',
    danger: 'If a life is in danger now, call',
    call: 'call',
    choose: ' and choose the mental health option',
    press2: ' and press 2',
    text: (keyword, number) => `text ${keyword} to ${number}`,
    or: ', or ',
    always: 'Day and night, every day',
    breathingSpace: 'Evenings, nights and all weekend',
    unsure: 'We are not sure of the times. You can try.',
    daily: (opens, closes) => `Every day, ${opens} to ${closes}`,
    midday: 'midday',
    midnight: 'midnight',
    sign: 'British Sign Language in an emergency',
    checked: 'Numbers last checked',
    limits: 'Nobody is watching this page. We cannot send help to you.',
    date: date => longDate.format(date),
  },
  cy: {
    title: 'Rhywun i droi ato nawr',
    danger: 'Os yw bywyd mewn perygl nawr, ffoniwch',
    call: 'ffoniwch',
    choose: ' a dewiswch yr opsiwn iechyd meddwl',
    press2: ' a phwyswch 2',
    text: (keyword, number) => `tecstiwch ${keyword} i ${number}`,
    or: ', neu ',
    always: 'Ddydd a nos, bob dydd',
    breathingSpace: "Gyda'r nos, dros nos a thrwy'r penwythnos",
    unsure: "Nid ydym yn siŵr o'r amserau. Gallwch roi cynnig arni.",
    daily: (opens, closes) => `Bob dydd, ${opens} i ${closes}`,
    midday: 'hanner dydd',
    midnight: 'hanner nos',
    sign: 'Iaith Arwyddion Prydain mewn argyfwng',
    checked: 'Gwiriwyd y rhifau ddiwethaf',
    limits: "Nid oes neb yn gwylio'r dudalen hon. Ni allwn anfon help atoch.",
    date: date => welshDate(date, longDate),
  },
} satisfies Readonly<Record<string, FallbackWords>>;

/** A language that the list can stand in. */
export type FallbackLanguage = keyof typeof fallbackWords;
