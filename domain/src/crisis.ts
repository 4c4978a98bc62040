/**
 * The people a person can turn to now, and which of them to show. The list comes with the widget: nothing here, and
 * nothing that uses it, asks the network. `domain/data/CRISIS-CONTACTS.md` says where it comes from.
 */
import {crisisCore} from './generated/crisis-core.js';
import type {TextContact} from './space.js';
import {nations as allNations, type Nation} from './first-terms.js';

export {isDiallable, isTextable, smsLink, spokenNumber, telephoneLink} from './phone-numbers.js';

export type CrisisKind =
  | 'emergency'
  | 'nhs-urgent'
  | 'crisis-listening'
  | 'crisis-text'
  | 'suicide-prevention'
  | 'listening'
  | 'young-people'
  | 'older-people'
  | 'holders'
  | 'community'
  | 'domestic-abuse'
  | 'sexual-violence';

/** What to do in the line's menu: NHS wording differs between nations. */
export type MenuOption = 'choose' | 'press-2';

/** What a call or a text costs. `free-no-credit`: also from a phone with no credit left. */
export type CrisisCost = 'free' | 'free-no-credit' | 'local' | 'standard';

/** What every widget knows of a line: enough to show it and to reach it. */
export interface CrisisLine {
  readonly id: string;
  readonly name: string;
  /** Missing in the signpost's own list (`crisis-rows.ts`) for lines that are not among the first. */
  readonly kind?: CrisisKind;
  /** Where it answers. Missing: not known, and never said. */
  readonly nations?: readonly Nation[];
  /** A number for voice. A line without one must never become a call. */
  readonly phone?: string;
  readonly option?: MenuOption;
  readonly text?: TextContact;
  /** Missing: not known. */
  readonly cost?: CrisisCost;
  /** By day and night, or when in the week. Missing: nobody is sure. */
  readonly hours?: 'always' | readonly WeekSpan[];
  /** One of the first few, for everyone. The rest are for some people. */
  readonly first?: boolean;
}

/** A line with every way in to it: what the signpost must be able to show whatever becomes of the network. */
export interface CrisisEntry extends CrisisLine {
  readonly web?: string;
  /** A page with a way in by British Sign Language. */
  readonly bsl?: string;
  /** When that is open, each day, in minutes after midnight. Missing: by day and night. */
  readonly bslHours?: WeekSpan;
  /** A number for the Relay UK app or a textphone. A call, never a text. */
  readonly relay?: string;
  /** A page to chat on. */
  readonly chat?: string;
  /** Letters of the choices it fits (`fitLetters` in `crisis-choices.ts`). */
  readonly fitting?: string;
  /** The line says that it is not on a phone bill. Free is not hidden: missing means not known. */
  readonly hiddenFromBill?: boolean;
  /** What is known of whom it may tell comes from an old page. */
  readonly tellIsOlder?: boolean;
  /** Date of the page that was read, `YYYY-MM-DD`. Missing: the page has none. */
  readonly pageDate?: string;
}

/** All that may be shown of a line, as it is published. Whatever is missing is not known. */
export interface CrisisContact extends CrisisEntry {
  readonly kind: CrisisKind;
}

/**
 * When a line opens and closes, in minutes after Monday midnight on London's clocks. Worked out from the reviewed rules
 * when the list is built, so that a widget needs none of the arithmetic of `opening-hours.ts`, which tests hold it to.
 * A close past the week's end is in the next week.
 */
export type WeekSpan = readonly [opens: number, closes: number];

/** Minutes of wall time until an open line closes, or a closed one opens. */
export interface KnownOpening {
  readonly isOpen: boolean;
  readonly changesIn: number;
  /** Minutes after Monday midnight, now, on London's clocks. */
  readonly minuteOfWeek: number;
}

/** Whether somebody answers now. `unsure`: the times are not known, so nothing is claimed. */
export type LineOpening = 'always' | 'unsure' | KnownOpening;

/** A line on the page. */
export interface ListedLine<Line extends CrisisLine = CrisisLine> {
  readonly contact: Line;
  readonly opening: LineOpening;
}

/**
 * `current`: as it is. `stale`: past its limit. `clock`: the clock of the device shows a day on which this list cannot
 * be in use, so neither its age nor who is open can be worked out.
 */
export type ListFreshness = 'current' | 'stale' | 'clock';

export interface CrisisListing<Line extends CrisisLine = CrisisLine> {
  readonly lines: readonly ListedLine<Line>[];
  readonly freshness: ListFreshness;
}

export interface ListingOptions {
  /** Missing: nobody has said. Only lines for the whole UK are shown then; a nation is never guessed. */
  readonly nation?: Nation;
  readonly now: Date;
  /** The day on which the list was last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  /** Days after which the list is stale. */
  readonly staleAfterDays?: number;
}

export const crisisStaleAfterDays = 90;

const day = 86_400_000;

/** A clock may be a day or two out; a list is not used before it was made, nor for a year and a half. */
const believableDays = {before: 2, after: 548} as const;

/** How far to trust the list, by the clock of the device. */
export function listFreshness({now, checked, staleAfterDays = crisisStaleAfterDays}: ListingOptions): ListFreshness {
  const age = (now.getTime() - Date.parse(checked)) / day;
  // A clock that shows no day at all gives NaN, which fails every comparison but these.
  if (!(age >= -believableDays.before && age <= believableDays.after)) return 'clock';
  return age < staleAfterDays + 1 ? 'current' : 'stale';
}

/**
 * The lines to show, in the order of the page, which is the order of the reviewed list: the danger line, the NHS,
 * people who listen, people who text, then lines for some. Northern Ireland, with no NHS option, has Lifeline first.
 * Closed lines stay. A list past its limit, or a clock that cannot be right, leaves the emergency number, the NHS and
 * the lines that answer by day and night.
 */
export function contactsFor<Line extends CrisisLine>(
  contacts: readonly Line[],
  options: ListingOptions,
): CrisisListing<Line> {
  const freshness = listFreshness(options);
  const minute = minuteOfWeek(options.now);
  const lines = contacts
    .filter(contact => isIn(contact, options.nation) && (freshness === 'current' || lasts(contact)))
    .map(contact => ({contact, opening: opening(contact, minute)}));
  return {lines, freshness};
}

/** The first line on the page that takes calls by day and night, to stand beside one that is closed. */
export const openLine = (lines: readonly ListedLine[]): CrisisLine | undefined =>
  lines.find(({contact}) => contact.kind === 'crisis-listening' && contact.hours === 'always')?.contact;

/**
 * The two to four lines that every other widget shows: people who listen, people who text, the NHS where it has an
 * option, and 999, which is there and neither first nor loudest. All are open by day and night.
 */
export function coreContacts(nation?: Nation): readonly CrisisLine[] {
  const order: readonly CrisisKind[] = ['crisis-listening', 'crisis-text', 'nhs-urgent', 'emergency'];
  return order.flatMap(kind => crisisCore.filter(line => line.kind === kind && isIn(line, nation)));
}

/** Where nobody knows the nation, only lines of the whole UK; where nobody knows the line's, it is shown in each. */
const isIn = ({nations}: CrisisLine, nation?: Nation) =>
  nation ? (nations?.includes(nation) ?? true) : nations?.length === allNations.length;

const lasts = ({kind, hours}: CrisisLine) => kind === 'emergency' || kind === 'nhs-urgent' || hours === 'always';

const week = 7 * 1440;

/** Minutes after Monday midnight on London's clocks. Slow, where a time zone is asked for: once a listing. Not a number where the device has no day to show. */
function minuteOfWeek(now: Date): number {
  const [weekday = '', hours, minutes] = now
    .toLocaleString('en-GB', {
      timeZone: 'Europe/London',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    .split(/[ ,:]+/);
  return ('MonTueWedThuFriSatSun'.indexOf(weekday) / 3) * 1440 + Number(hours) * 60 + Number(minutes);
}

function opening({hours}: CrisisLine, minute: number): LineOpening {
  if (hours === 'always') return 'always';
  if (!hours || Number.isNaN(minute)) return 'unsure';
  const untilOf = (at: number) => (at - minute + week) % week;
  const open = hours.find(([opens, closes]) => (minute - opens + week) % week < closes - opens);
  return {
    isOpen: Boolean(open),
    changesIn: open ? untilOf(open[1]) : Math.min(...hours.map(([opens]) => untilOf(opens))),
    minuteOfWeek: minute,
  };
}

/** The one span of a line that has the same hours each day. */
export function dailySpan(hours: CrisisLine['hours']): WeekSpan | undefined {
  if (!hours || hours === 'always' || hours.length !== 7) return undefined;
  const [first] = hours;
  return first &&
    hours.every(([opens, closes], at) => opens - first[0] === at * 1440 && closes - opens === first[1] - first[0])
    ? first
    : undefined;
}
