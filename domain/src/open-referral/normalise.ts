/**
 * What every dialect's adapter fills in, and how it becomes spaces. Three values everywhere: yes, no, and not known.
 * Nothing is guessed: a missing cost is not free, a missing schedule is not closed, a description names no stage.
 */
import {freshness} from '../freshness.js';
import type {PlaceFile} from '../places.js';
import {englishRegions} from '../regions.js';
import {spaceStatuses} from '../space.js';
import type {Ages, Cost, Disclosure, Location, Space, SpaceStatus} from '../space.js';
import {fold} from '../text.js';
import type {Delivery, Nation, WayIn} from '../vocabularies.js';
import {isOneOf, nations} from '../vocabularies.js';
import {meaningOf} from './crosswalk.js';
import type {Crosswalk, FeedTerm} from './crosswalk.js';
import {numberOf, textOf} from './feed-json.js';
import type {FeedObject} from './feed-json.js';
import {locationOf} from './feed-places.js';
import type {FeedPlace} from './feed-places.js';
import {schedulesOf} from './feed-hours.js';
import {feedRules} from './feed-rules.js';
import type {Findings, RuleId} from './feed-rules.js';
import {dayOf, description, emailAddress, phoneOf, plainLine, webAddress} from './feed-text.js';
import type {OwnFacts} from './own-facts.js';
import {ownTags} from './own-tags.js';
import {termFacts} from './term-facts.js';

/** Whose feed it is and how to read it. */
export interface AdaptOptions {
  /** Goes into every record's provenance. */
  readonly source: string;
  readonly licence?: string;
  /** Where a service can be read again, by its id in the feed. */
  readonly recordUrl?: (feedId: string) => string;
  /** Our id of a space, by its id in the feed. The feed's own where there is no such function. */
  readonly spaceId?: (feedId: string) => string;
  readonly organizationId?: (feedId: string) => string;
  readonly crosswalk?: Crosswalk;
  /** To stand the middle of a district or town in for a point that is not given. */
  readonly places?: PlaceFile;
  readonly now: Date;
  /** A record that was checked longer ago is noted as old. 365 where not given. */
  readonly staleAfterDays?: number;
}

/** A place of a service, with the times that hold there alone. */
export interface PlaceWithHours extends FeedPlace {
  /** Most specific first. */
  readonly schedules: readonly (readonly FeedObject[])[];
}

/** A service in words that all dialects share, its values still as they came. */
export interface FeedService {
  readonly id: string | undefined;
  readonly name: unknown;
  readonly organization?: {readonly id: string | undefined; readonly name: unknown} | undefined;
  readonly description: unknown;
  readonly alert?: unknown;
  readonly status: unknown;
  readonly webAddresses: readonly unknown[];
  readonly emails: readonly unknown[];
  readonly phones: readonly unknown[];
  readonly textLine?: {readonly number: string; readonly keyword?: string} | undefined;
  readonly minimumAge: unknown;
  readonly maximumAge: unknown;
  readonly assured: unknown;
  readonly lastModified: unknown;
  readonly places: readonly PlaceWithHours[];
  /** Times that hold for the whole service. */
  readonly schedules: readonly FeedObject[];
  readonly cost: Cost | undefined;
  readonly waysIn: readonly WayIn[];
  readonly deliveries: readonly Delivery[];
  readonly languages: readonly unknown[];
  readonly access: readonly unknown[];
  readonly areasServed: readonly unknown[];
  readonly terms: readonly FeedTerm[];
  readonly disclosure?: Disclosure;
  /** What a directory like this one says beyond the standard. */
  readonly own?: OwnFacts;
  /** The feed says that its facts have not been checked. */
  readonly isSample?: boolean;
}

/** What became of one record of a feed. */
export interface Adapted {
  /** Id in the feed, where there is one. */
  readonly id: string | undefined;
  /** Empty where it was refused or left out; more than one where it is offered in several places. */
  readonly spaces: readonly Space[];
  readonly rules: readonly RuleId[];
}

/** More places than this of one service are a list of venues and not ways into it. */
const mostPlaces = 20;

const refusal = (id: string | undefined, rules: readonly RuleId[]): Adapted => ({id, spaces: [], rules});

/** Makes spaces of a service. `findings` holds what the dialect's adapter has met on the way. */
export function toSpaces(service: FeedService, options: AdaptOptions, findings: Findings): Adapted {
  const {id} = service;
  if (id === undefined) {
    findings.add('id-missing');
    return refusal(id, findings.rules);
  }
  const name = plainLine(service.name)?.slice(0, 200);
  if (name === undefined) {
    findings.add('name-missing');
    return refusal(id, findings.rules);
  }
  const common = commonOf(service, options, findings);
  const today = options.now.toISOString().slice(0, 10);
  const places = service.places.slice(0, mostPlaces);
  if (places.length > 1) findings.add('several-places');
  const idIn = (placeId: string | undefined, index: number) =>
    index === 0 ? id : `${id}/${placeId ?? String(index + 1)}`;
  const at = (place: PlaceWithHours | undefined, index: number): Space => {
    const location: Location | undefined = place && locationOf(place, options.places, findings);
    const lists = [...(place?.schedules ?? []), service.schedules];
    const feedId = idIn(place?.id, index);
    return {
      id: options.spaceId?.(feedId) ?? feedId,
      name,
      ...common,
      ...(location && {location}),
      schedules: schedulesOf(lists, today, findings),
    };
  };
  const spaces = places.length === 0 ? [at(undefined, 0)] : places.map(at);
  const isElsewhere = common.deliveries.length > 0 && !common.deliveries.includes('physical');
  if (spaces.every(({location}) => location === undefined) && !isElsewhere) findings.add('place-missing');
  return {id, spaces, rules: findings.rules};
}

/** Everything of a space but its place and its times. */
function commonOf(
  service: FeedService,
  options: AdaptOptions,
  findings: Findings,
): Omit<Space, 'id' | 'name' | 'schedules'> {
  const meaning = meaningOf(service.terms, options.crosswalk);
  const tags = ownTags(service.terms);
  const status = statusOf(service.status, findings);
  const checked = dayOf(service.assured, findings);
  const changed = dayOf(service.lastModified, findings);
  const organizationName = plainLine(service.organization?.name)?.slice(0, 200);
  const organizationId = service.organization?.id ?? organizationName;
  const phone = phoneIn(service.phones, findings);
  const email = firstOf(service.emails, value => emailAddress(value, findings));
  const website = firstOf(service.webAddresses, value => webAddress(value, findings));
  const summary = summaryOf(service, phone.words, findings);
  const ages = agesOf(service.minimumAge, service.maximumAge, findings);
  const languages = unique(service.languages.map(languageOf).filter(code => code !== undefined));
  const kinds = unique([...tags.kinds, ...meaning.kinds]);
  if (kinds.length === 0) findings.add('kind-unknown');
  if (freshness(checked === undefined ? {} : {checked}, options.now, options.staleAfterDays ?? 365) !== 'fresh') {
    findings.add('old-or-undated');
  }
  return {
    ...(organizationName !== undefined &&
      organizationId !== undefined && {
        organization: {id: options.organizationId?.(organizationId) ?? organizationId, name: organizationName},
      }),
    ...(summary !== undefined && {summary}),
    status,
    kinds,
    deliveries: unique([...service.deliveries, ...meaning.deliveries]),
    areaServed: areaServedOf(service.areasServed),
    contact: {
      ...(phone.number !== undefined && {phone: phone.number}),
      ...(service.textLine && {text: service.textLine}),
      ...(email !== undefined && {email}),
      ...(website !== undefined && {website}),
    },
    ...(service.cost && {cost: service.cost}),
    waysIn: unique([...service.waysIn, ...tags.waysIn, ...meaning.waysIn]),
    ...(ages && {ages}),
    audiences: unique([...tags.audiences, ...meaning.audiences]),
    languages,
    access: unique(service.access.map(plainLine).filter(text => text !== undefined)).map(text => text.slice(0, 500)),
    ...termFacts(tags, meaning, service.own),
    // Who wrote the crosswalk judges of a stage; only a tag of ours is the space's own word.
    stages: {declared: tags.declaredStages, suggested: unique([...tags.suggestedStages, ...meaning.stages])},
    disclosure: service.disclosure ?? {answers: {}},
    provenance: {
      source: options.source,
      ...(options.recordUrl && service.id !== undefined && {url: options.recordUrl(service.id)}),
      ...(checked !== undefined && {checked}),
      ...(changed !== undefined && {note: `Last changed at its source on ${changed}.`}),
      ...(options.licence !== undefined && {licence: options.licence}),
      ...(service.isSample && {sample: true}),
    },
  };
}

function summaryOf(service: FeedService, phoneWords: string | undefined, findings: Findings): string | undefined {
  const parts = [
    description(service.description, findings),
    plainLine(service.alert),
    phoneWords === undefined ? undefined : `Phone: ${phoneWords}`,
  ];
  return parts.filter(part => part !== undefined).join('\n') || undefined;
}

/** A status of the standard, or of Outpost, whose open feeds only hold what is `published`. */
function statusOf(value: unknown, findings: Findings): SpaceStatus {
  const given = textOf(value)?.toLowerCase().replaceAll('_', ' ');
  if (given === 'published') return 'active';
  if (!isOneOf(spaceStatuses, given)) {
    findings.add('status-missing');
    return 'active';
  }
  if (given === 'inactive' || given === 'defunct') findings.add('status-not-listed');
  return given;
}

/** Whole years. Below 0 is how some feeds write "not set". */
export function agesOf(minimum: unknown, maximum: unknown, findings: Findings): Ages | undefined {
  const age = (value: unknown) => {
    const number = numberOf(value);
    if (textOf(value) !== undefined && (typeof value !== 'number' || !Number.isInteger(value)))
      findings.add('age-mended');
    if (number === undefined) return undefined;
    if (number < 0 || number > 120) {
      findings.add('age-mended');
      return undefined;
    }
    return Math.floor(number);
  };
  const [low, high] = [age(minimum), age(maximum)];
  if (low === undefined && high === undefined) return undefined;
  if (low !== undefined && high !== undefined && low > high) {
    findings.add('age-mended');
    return undefined;
  }
  return {...(low !== undefined && {minimum: low}), ...(high !== undefined && {maximum: high})};
}

/** The first phone that is one number, and the words of those that are not. */
function phoneIn(values: readonly unknown[], findings: Findings): {readonly number?: string; readonly words?: string} {
  const phones = values
    .slice(0, 20)
    .map(value => phoneOf(value, findings))
    .filter(phone => phone !== undefined);
  const number = phones.map(phone => ('number' in phone ? phone.number : undefined)).find(each => each !== undefined);
  const words = unique(
    phones.map(phone => ('words' in phone ? phone.words : undefined)).filter(each => each !== undefined),
  );
  return {...(number !== undefined && {number}), ...(words.length > 0 && {words: words.join('; ')})};
}

function firstOf<T>(values: readonly unknown[], read: (value: unknown) => T | undefined): T | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

const nationNames: Readonly<Record<string, readonly Nation[]>> = {
  england: ['england'],
  scotland: ['scotland'],
  wales: ['wales'],
  'northern ireland': ['northern-ireland'],
  uk: nations,
  'united kingdom': nations,
  'england and wales': ['england', 'wales'],
};

/** Only areas that are a nation or a region by their whole name. Anything else is words that cannot be filtered by. */
function areaServedOf(names: readonly unknown[]): Space['areaServed'] {
  const folded = names.map(name => fold(plainLine(name) ?? ''));
  const region = englishRegions.find(each => folded.includes(fold(each)));
  const served = unique([
    ...folded.flatMap(name => nationNames[name] ?? []),
    ...(region ? (['england'] as const) : []),
  ]);
  return {nations: served, ...(region && folded.length === 1 && {region})};
}

const languageNames: Readonly<Record<string, string>> = {
  english: 'en',
  welsh: 'cy',
  cymraeg: 'cy',
  'british sign language': 'bfi',
  bsl: 'bfi',
  polish: 'pl',
  urdu: 'ur',
  punjabi: 'pa',
  panjabi: 'pa',
  bengali: 'bn',
  gujarati: 'gu',
  hindi: 'hi',
  arabic: 'ar',
  somali: 'so',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  romanian: 'ro',
  ukrainian: 'uk',
  turkish: 'tr',
};

/** A language's code, or its English name where that is one of the commonest in the UK. */
function languageOf(value: unknown): string | undefined {
  const text = plainLine(value);
  if (text === undefined) return undefined;
  const named = languageNames[fold(text)];
  return named ?? (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(text) ? text : undefined);
}

/** Words for one row of a cost table: `Under 18s: £3.50 a session`. */
interface CostRow {
  readonly option: string | undefined;
  readonly amount: number | undefined;
  readonly words: string | undefined;
}

/** A cost from `cost_options` and free text. Only an amount of 0 with nothing beside it, or the word itself, is free. */
export function costOf(
  options: readonly FeedObject[],
  texts: readonly unknown[],
  today: string,
  findings: Findings,
): Cost | undefined {
  const rows = options
    .filter(option => (dayOf(option['valid_to'], findings) ?? today) >= today)
    .map(option => costRow(option, findings))
    .filter(row => row.amount !== undefined || row.words !== undefined || row.option !== undefined);
  const words = rows.map(({option, amount, words: more}) =>
    [
      option,
      [amount === undefined ? undefined : amount === 0 ? 'free' : pounds(amount), more].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(': '),
  );
  const text = texts.map(plainLine).find(each => each !== undefined);
  if (text !== undefined) words.push(text);
  if (words.length === 0) return undefined;
  const isPlainFree = ({option, amount, words: more}: CostRow) =>
    amount === 0 && more === undefined && (option === undefined || /^free$/i.test(option));
  const isFreeText = text === undefined || /^free(?: of charge)?\.?$/i.test(text);
  if (rows.every(isPlainFree) && isFreeText) return {kind: 'free'};
  const said = unique(words).join('. ').slice(0, 300);
  return rows.some(({amount}) => amount === 0) ? {kind: 'some-free', detail: said} : {kind: 'stated', words: said};
}

const pounds = (amount: number) => `£${Number.isInteger(amount) ? String(amount) : amount.toFixed(2)}`;

function costRow(option: FeedObject, findings: Findings): CostRow {
  const given = option['amount'];
  const bare = typeof given === 'string' ? given.replace(/^\s*£\s*/, '') : given;
  const amount = numberOf(bare);
  if (typeof given === 'string' && textOf(given) !== undefined) findings.add('cost-mended');
  const isAmount = amount !== undefined && amount >= 0;
  return {
    option: plainLine(option['option']),
    amount: isAmount ? amount : undefined,
    words: plainLine(option['amount_description'] ?? option['cost_type']) ?? (isAmount ? undefined : plainLine(given)),
  };
}

export const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** Whether a rule says that something was put right. */
export const isMended = (id: RuleId): boolean => feedRules[id].effect === 'mended';
