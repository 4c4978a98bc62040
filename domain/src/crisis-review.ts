/**
 * What must hold for the reviewed list of crisis contacts (`domain/data/crisis-contacts.json`) before anything is built
 * from it, and how a reviewed record becomes one that a person may see. `domain/data/CRISIS-CONTACTS.md` explains the fields.
 */
import {fitLetters, type CrisisChoice} from './crisis-choices.js';
import {
  crisisStaleAfterDays,
  type CrisisContact,
  type CrisisCost,
  type CrisisKind,
  type CrisisLine,
  type MenuOption,
  type WeekSpan,
} from './crisis.js';
import {parseDay, weekdays, type Weekday} from './london-time.js';
import {isDiallable, isTextable} from './phone-numbers.js';
import {nations as allNations, type Nation} from './first-terms.js';

export type Confidence = 'high' | 'medium' | 'low';

/** A record as reviewers keep it. */
export interface ReviewedContact {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: CrisisKind;
  /** ISO 3166-2. */
  readonly nations: readonly string[];
  readonly audiences: readonly string[];
  readonly phone: string | null;
  readonly menuOption?: MenuOption;
  readonly text: {readonly number: string; readonly keyword: string | null} | null;
  readonly web: string | null;
  readonly chatUrl: string | null;
  readonly hours: '24/7' | null | readonly HoursRow[];
  readonly languages: readonly string[];
  readonly costKind: CrisisCost | null;
  readonly hiddenFromBill?: true;
  readonly source: string;
  /** `YYYY-MM-DD`, or words such as `undated`. */
  readonly sourceDate: string;
  /** When somebody last compared the record with its sources, `YYYY-MM-DD`. */
  readonly checked: string;
  readonly confidence: Confidence;
  readonly fieldConfidence: Readonly<Record<string, Confidence>>;
  readonly fieldSources: Readonly<Record<string, {readonly source: string; readonly date: string}>>;
  readonly access: {readonly bsl?: string; readonly bslHours?: string; readonly relayUk?: string};
  readonly emergencyPolicy: {readonly mayActWithoutConsent: boolean | null; readonly older?: true} | null;
  readonly displayByDefault: boolean;
  /** For reviewers: conflicts, and why a field is doubted. */
  readonly notes?: string;
  readonly cost?: string | null;
}

interface HoursRow {
  readonly freq: 'WEEKLY';
  readonly byday: string;
  readonly opens_at: string;
  readonly closes_at: string;
}

/** `domain/data/retired-numbers.json`: what must never be shown again. */
export interface RetiredContacts {
  readonly numbers: readonly {readonly number: string}[];
  readonly domains: readonly {readonly domain: string}[];
}

const nationOfCode: Readonly<Record<string, Nation>> = {
  'GB-ENG': 'england',
  'GB-SCT': 'scotland',
  'GB-WLS': 'wales',
  'GB-NIR': 'northern-ireland',
};

const date = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A record with everything of low confidence taken out, or nothing where the record as a whole is doubtful. What is
 * taken out is then *not known*: hours that are not sure become no hours, nations that are not sure become no nations.
 */
export function shownContact(record: ReviewedContact): CrisisContact | undefined {
  if (record.confidence === 'low' || !record.displayByDefault) return undefined;
  const sure = (field: string) => (record.fieldConfidence[field] ?? record.confidence) !== 'low';
  const {phone, text, access, hours} = record;
  const bsl = access.bsl?.match(/^https:\/\/\S+/)?.[0];
  const contact = {
    id: record.id,
    name: record.shortName ?? record.name,
    kind: record.kind,
    nations: sure('nations') ? record.nations.flatMap(code => nationOfCode[code] ?? []) : undefined,
    first: isFirst(record) || undefined,
    phone: phone && sure('phone') ? phone : undefined,
    option: record.menuOption,
    text: text && sure('text') ? {number: text.number, keyword: text.keyword ?? undefined} : undefined,
    web: record.web ?? undefined,
    chat: record.chatUrl ?? undefined,
    hours: !hours || !sure('hours') ? undefined : hours === '24/7' ? 'always' : weekSpans(hours),
    cost: record.costKind ?? undefined,
    hiddenFromBill: record.hiddenFromBill,
    bsl: sure('access') ? bsl : undefined,
    bslHours: bsl && sure('access') && access.bslHours ? dailyHours(access.bslHours) : undefined,
    fitting: fittingLetters(record) || undefined,
    relay: sure('access') ? access.relayUk : undefined,
    tellIsOlder: record.emergencyPolicy?.older,
    pageDate: pageDate(record.source, record.sourceDate),
  };
  // Through JSON, so that what is not known is missing and not merely undefined.
  return JSON.parse(JSON.stringify(contact)) as CrisisContact;
}

/** What every other widget carries. Its lines are open day and night, so it needs no hours. */
export function coreLine({id, name, kind, nations, phone, option, text, cost}: CrisisContact): CrisisLine {
  return {id, name, kind, nations, phone, option, text, cost};
}

/**
 * Whether other widgets show it: the emergency number, the NHS, and the free lines for everyone that people answer by
 * day and night in all four nations, with Lifeline in Northern Ireland.
 */
export const isCore = ({first, kind, hours, nations}: CrisisContact): boolean =>
  kind === 'emergency' ||
  kind === 'nhs-urgent' ||
  (first === true &&
    hours === 'always' &&
    (nations?.length === allNations.length || nations?.join() === 'northern-ireland'));

/** Whose pages say whom a line is for, in the reviewed words, and the choice that they answer to. */
const choiceOfAudience: Readonly<Record<string, CrisisChoice>> = {
  holders: 'holder',
  'under-19': 'under-19',
  'under-35': 'under-35',
  'welsh-speakers': 'welsh',
  'domestic-abuse': 'home-not-safe',
};

const fittingLetters = ({audiences}: ReviewedContact) =>
  audiences.map(audience => fitLetters[choiceOfAudience[audience] ?? 'talk'] ?? '').join('');

const dailyHours = (hours: string): WeekSpan => {
  const [opens = '', closes = ''] = hours.split('-');
  return [minutesOf(opens), minutesOf(closes)];
};

/** A contact as a row of `readRows` (`crisis-rows.ts`), where every field that has its usual value is empty. */
export function contactRow(contact: CrisisContact): string {
  const {web = '', chat = '', bsl = '', bslHours, hiddenFromBill, tellIsOlder, pageDate = ''} = contact;
  const bare = (page: string) => page.replace('https://', '');
  const fields = [
    contact.id,
    bare(web),
    contact.fitting ?? '',
    `${hiddenFromBill ? 'b' : ''}${tellIsOlder ? 'o' : ''}${pageDate}`,
    contact.name,
    contact.phone ?? '',
    nationLetters(contact.nations),
    contact.hours === 'always' ? '' : hoursRules(contact.hours),
    contact.text ? `${contact.text.number}:${contact.text.keyword ?? ''}` : '',
    contact.cost === 'free' ? '' : (contact.cost ?? '?'),
    contact.first ? contact.kind : '',
    contact.option ?? '',
    contact.relay ?? '',
    bsl && [bare(bsl), ...(bslHours ?? [])].join(' '),
    chat === web ? '=' : bare(chat),
  ];
  return fields.join('|').replace(/\|+$/, '');
}

const nationLetters = (nations: readonly Nation[] | undefined) =>
  !nations ? '?' : nations.length === allNations.length ? '' : nations.map(nation => nation[0]).join('');

/** `17-24x7`: from 5pm to midnight, seven days from Monday on. Rules are parted by commas; a time is in hours. */
function hoursRules(spans: readonly WeekSpan[] | undefined): string {
  const rules: {opens: number; closes: number; days: number}[] = [];
  for (const [opens, closes] of spans ?? []) {
    const last = rules[rules.length - 1];
    const later = (last?.days ?? 0) * 1440;
    if (last && opens === last.opens + later && closes === last.closes + later) last.days++;
    else rules.push({opens, closes, days: 1});
  }
  return rules.map(({opens, closes, days}) => `${opens / 60}-${closes / 60}x${days}`).join() || '?';
}

/**
 * Everything that is wrong with the list, one plain sentence each. Empty: it may be built.
 *
 * @param retired Numbers and web addresses that must not come back.
 */
export function reviewProblems(records: readonly ReviewedContact[], retired: RetiredContacts): string[] {
  if (!records.length) return ['The crisis list is empty.'];
  const shown = records.flatMap(record => shownContact(record) ?? []);
  return [
    ...records.flatMap(record => recordProblems(record)),
    // A record that is kept back may hold one, with a note of why; it is not to be forgotten, only not to be shown.
    ...records.filter(shownContact).flatMap(record => retiredIn(record, retired)),
    ...allNations.flatMap(nation => nationProblems(nation, shown)),
  ];
}

/**
 * Which records nobody has compared with their sources for too long, or only on a day that has not come, one plain sentence
 * each. A date in the future would pass as fresh for longer than the limit.
 *
 * @param today `YYYY-MM-DD`.
 */
export function ageProblems(
  records: readonly ReviewedContact[],
  today: string,
  limit = crisisStaleAfterDays,
): string[] {
  return records.filter(shownContact).flatMap(({id, checked}) => {
    const age = (Date.parse(today) - Date.parse(checked)) / 86_400_000;
    if (age < 0) return [`Crisis contact "${id}": last checked ${checked}, which is after today, ${today}.`];
    return age <= limit ? [] : [`Crisis contact "${id}": last checked ${checked}, more than ${limit} days ago.`];
  });
}

function recordProblems(record: ReviewedContact): string[] {
  const says = (problem: string) => `Crisis contact "${record.id}": ${problem}`;
  const problems: string[] = [];
  if (!record.source) problems.push(says('no source.'));
  if (!record.sourceDate) problems.push(says('no date of its source; write "undated" where the page has none.'));
  if (parseDay(record.checked) === undefined || !date.test(record.checked))
    problems.push(says('"checked" is not a date.'));
  if (!record.nations.length || record.nations.some(code => !nationOfCode[code]))
    problems.push(says('no known nation.'));
  for (const [field, {source, date: when}] of Object.entries(record.fieldSources)) {
    if (!source || !when) problems.push(says(`${field} has no source or no date.`));
  }
  const contact = shownContact(record);
  if (!contact) return problems;
  const {phone, text, relay} = contact;
  if (!phone && !text) problems.push(says('no way to reach it that anybody is sure of.'));
  if (phone && !isDiallable(phone)) problems.push(says(`a phone cannot dial "${phone}".`));
  if (relay && !isDiallable(relay)) problems.push(says(`a phone cannot dial "${relay}".`));
  if (text && !isTextable(text.number)) problems.push(says(`a phone cannot text "${text.number}".`));
  if (relay && relay.length > 5 && !relay.includes(' ')) problems.push(says(`"${relay}" is not in groups.`));
  // The signpost says that it knows of no line that will never tell anyone.
  if (record.emergencyPolicy?.mayActWithoutConsent === false) {
    problems.push(
      says('it says that it never tells anyone. Change the words of the signpost (crisis.can.no-police.honest).'),
    );
  }
  if (phone && phone.length > 5 && !phone.includes(' ')) problems.push(says(`"${phone}" is not in groups.`));
  return problems;
}

function retiredIn({id, phone, text, web, chatUrl, access}: ReviewedContact, retired: RetiredContacts): string[] {
  const bare = (number: string) => number.replace(/\D/g, '');
  const numbers = [phone, text?.number, access.relayUk].flatMap(number => (number ? [bare(number)] : []));
  const addresses = [web, chatUrl, access.bsl].join(' ');
  return [
    ...retired.numbers.map(({number}) => number).filter(number => numbers.includes(bare(number))),
    ...retired.domains.map(({domain}) => domain).filter(domain => addresses.includes(domain)),
  ].map(found => `Crisis contact "${id}": ${found} is retired.`);
}

function nationProblems(nation: Nation, shown: readonly CrisisContact[]): string[] {
  const here = shown.filter(contact => contact.nations?.includes(nation));
  const always = here.filter(contact => contact.hours === 'always' && contact.first);
  const wanted: readonly (readonly [string, boolean])[] = [
    ['emergency number', here.some(({kind}) => kind === 'emergency')],
    ['NHS line', nation === 'northern-ireland' || here.some(({kind}) => kind === 'nhs-urgent')],
    ['voice line that is always open', always.some(({kind, phone}) => kind === 'crisis-listening' && phone)],
    ['text line that is always open', always.some(({kind, text}) => kind === 'crisis-text' && text)],
  ];
  return wanted.filter(([, there]) => !there).map(([what]) => `The crisis list has no ${what} for ${nation}.`);
}

const firstKinds: readonly CrisisKind[] = ['emergency', 'nhs-urgent', 'crisis-listening', 'crisis-text'];

const isFirst = ({kind, audiences}: ReviewedContact) => firstKinds.includes(kind) && audiences.includes('everyone');

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The rows as spans of the week, those that touch made one, over the end of the week too. */
export function weekSpans(rows: readonly HoursRow[]): WeekSpan[] {
  const day = 1440;
  const week = 7 * day;
  const spans = rows
    .flatMap(({byday, opens_at, closes_at}) => {
      const [opens, closes] = [minutesOf(opens_at), minutesOf(closes_at)];
      return byday.split(',').map(name => {
        const start = weekdays.indexOf(name as Weekday) * day;
        return [start + opens, start + closes + (closes <= opens ? day : 0)] as const;
      });
    })
    .sort(([one], [other]) => one - other);
  const joined: [number, number][] = [];
  for (const [opens, closes] of spans) {
    const last = joined[joined.length - 1];
    if (last && opens <= last[1]) last[1] = Math.max(last[1], closes);
    else joined.push([opens, closes]);
  }
  const [first] = joined;
  const last = joined[joined.length - 1];
  if (first && last && first !== last && first[0] === 0 && last[1] >= week) {
    last[1] = Math.max(last[1], week + first[1]);
    joined.shift();
  }
  return joined;
}

/** The date of the page that was read. A date on which somebody else looked at it is no date of the page. */
const pageDate = (source: string, sourceDate: string) =>
  source.startsWith('http') && date.test(sourceDate) ? sourceDate : undefined;
