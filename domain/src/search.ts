import {distanceKm} from './distance.js';
import type {SpaceCard} from './area-card.js';
import type {OpenState} from './opening-hours.js';
import {englishRegions, type Territory} from './regions.js';
import type {MoreFilterName} from './more-choices.js';
import {stagesOf, type AreaServed, type GeoPoint} from './space.js';
import {isOneOf, type Stage} from './first-terms.js';
import type {Delivery, Kind} from './vocabularies.js';

/** A distance to search within, in kilometres. */
export type Radius = number | 'any';

/** Where to search. */
export interface SearchPlace extends Territory {
  readonly point: GeoPoint;
  /** How far the place itself reaches from its middle: a search there never looks less far. */
  readonly radiusKm?: number;
}

/** What a person looks for. An empty list or `false` is a filter not in use. */
export interface SearchQuery {
  /** Without one every space with a point is nearby, in order of name and without a distance. */
  readonly place?: SearchPlace;
  readonly radiusKm: Radius;
  /** Only what can be used from anywhere. */
  readonly anywhereOnly?: boolean;
  readonly stages: readonly Stage[];
  readonly kinds: readonly Kind[];
  readonly deliveries: readonly Delivery[];
  readonly openNow: boolean;
  /** Filters beside these four, as `moreFilters` makes them. */
  readonly more?: readonly Filter[] | undefined;
  /** What else a space must fit, such as the words of `withWords`. */
  readonly matches?: ((space: SpaceCard) => boolean) | undefined;
  /** Leave out spaces that have not told us what a filter asks, which stay in otherwise. */
  readonly leaveOutUnknown: boolean;
  readonly order: 'nearest' | 'open';
  /** What comes before that order: the lower the sooner. */
  readonly rank?: ((result: Result) => number) | undefined;
  readonly now: Date;
  /** Nothing is said of "now" from records checked longer ago. */
  readonly staleAfterDays: number;
  /** What tells the hours of a space, as `hoursOf` does. Without it those of none are known. */
  readonly hoursOf?: HoursOf | undefined;
}

/** What may be said of a space's hours at a moment. */
export type HoursOf = (space: SpaceCard, now: Date, staleAfterDays: number) => OpenState;

/** A filter that a space may fail to answer. */
export type FilterName = 'stages' | 'kinds' | 'deliveries' | 'openNow' | MoreFilterName;

/** One filter in use. */
export interface Filter {
  readonly name: MoreFilterName;
  /** Whether a space passes it: `undefined` where the space has not told us. */
  readonly verdictOn: (space: SpaceCard) => boolean | undefined;
}

/** A space that fits, and what is known of it at the moment of the query. */
export interface Result<S extends SpaceCard = SpaceCard> {
  readonly space: S;
  readonly distanceKm?: number;
  readonly hours: OpenState;
  /** The filters in use that the space has not told us about. */
  readonly unknown: readonly FilterName[];
}

export interface SearchResults<S extends SpaceCard = SpaceCard> {
  /** With a point within the radius. */
  readonly nearby: readonly Result<S>[];
  /** Usable from anywhere in the place's nation and region, and not nearby already. */
  readonly anywhere: readonly Result<S>[];
  /** In person, serving the place, without saying where. */
  readonly placeNotGiven: readonly Result<S>[];
  readonly total: number;
}

/** How far a query looks, in kilometres: its radius, or the place's own size where that is more. */
export function reachKm({radiusKm, place}: Pick<SearchQuery, 'radiusKm' | 'place'>): number {
  return radiusKm === 'any' ? Infinity : Math.max(radiusKm, place?.radiusKm ?? 0);
}

/** Whether it is known to be open. */
export const isOpen = ({state}: OpenState) => state === 'open' || state === 'always';

/** Whether one of a space's values is wanted. An empty list is what it has not told us, or what nobody asked. */
export const meetsAny = <T>(given: readonly T[], wanted: readonly T[]): boolean | undefined =>
  !wanted.length || (given.length ? wanted.some(one => given.includes(one)) : undefined);

/** The filters in use, each with what it says of a space. */
function filtersOf(query: SearchQuery): readonly Verdict[] {
  const {stages, kinds, deliveries, openNow, more = []} = query;
  const first: Verdict[] = [];
  if (stages.length) first.push({name: 'stages', on: space => meetsAny(stagesOf(space), stages)});
  if (kinds.length) first.push({name: 'kinds', on: space => meetsAny(space.kinds, kinds)});
  if (deliveries.length) first.push({name: 'deliveries', on: space => meetsAny(space.deliveries, deliveries)});
  if (openNow) first.push({name: 'openNow', on: (_, hours) => isKnownOpen(hours)});
  return [...first, ...more.map(({name, verdictOn}): Verdict => ({name, on: verdictOn}))];
}

interface Verdict {
  readonly name: FilterName;
  readonly on: (space: SpaceCard, hours: OpenState) => boolean | undefined;
}

const isKnownOpen = (hours: OpenState) =>
  hours.state === 'unknown' && hours.reason !== 'paused' ? undefined : isOpen(hours);

/** Whether people in a place are among those a space is for. What nobody has said counts as yes. */
export function serves({nations, region}: AreaServed, place: Territory | undefined): boolean {
  if (!place) return true;
  if (place.nation && nations.length > 0 && !nations.includes(place.nation)) return false;
  // Only England's nine regions are one list everywhere. Council and health board areas elsewhere have changed their
  // names and borders, and a wrong guess would hide a space from the people it is for.
  const isComparable = isOneOf(englishRegions, region) && isOneOf(englishRegions, place.region);
  return !isComparable || region === place.region;
}

type Group = 'nearby' | 'anywhere' | 'placeNotGiven';

/** A space that is listed for a place, whatever a person chooses there. */
interface Placed {
  readonly space: SpaceCard;
  readonly group: Group;
  readonly distance: Pick<Result, 'distanceKm'>;
}

const noDistance = {};

/** In which group of the results a space belongs, and how far it is; `undefined` in none. */
function placed(space: SpaceCard, query: SearchQuery): Placed | undefined {
  const {place, anywhereOnly} = query;
  const {location, areaServed, status} = space;
  const inGroup = (group: Group, distance = noDistance) => ({space, group, distance});
  if (status === 'inactive' || status === 'defunct') return undefined;
  if (location?.point && !anywhereOnly) {
    if (!place) return inGroup('nearby');
    const far = distanceKm(place.point, location.point);
    if (far <= reachKm(query)) return inGroup('nearby', {distanceKm: far});
  }
  if (!serves(areaServed, place)) return undefined;
  if (space.deliveries.some(delivery => delivery !== 'physical')) return inGroup('anywhere');
  return location?.point || anywhereOnly ? undefined : inGroup('placeNotGiven');
}

const collator = new Intl.Collator('en');

const byDistance = (a: Placed, b: Placed) =>
  (a.distance.distanceKm ?? 0) - (b.distance.distanceKm ?? 0) ||
  collator.compare(a.space.name, b.space.name) ||
  (a.space.id < b.space.id ? -1 : Number(a.space.id > b.space.id));

const placedKept = new WeakMap<
  readonly SpaceCard[],
  {readonly asked: readonly unknown[]; readonly listed: readonly Placed[]}
>();

/** What is listed for the query's place, nearest first: found once, for all that a person chooses there. */
function listedFor(spaces: readonly SpaceCard[], query: SearchQuery): readonly Placed[] {
  const kept = placedKept.get(spaces);
  const asked = [query.place, query.anywhereOnly, query.radiusKm];
  if (kept?.asked.every((each, index) => each === asked[index])) return kept.listed;
  const listed = spaces.flatMap(space => placed(space, query) ?? []).sort(byDistance);
  placedKept.set(spaces, {asked, listed});
  return listed;
}

const hoursNotToldYet: OpenState = {state: 'unknown', reason: 'not-listed'};

export interface Judged<S extends SpaceCard = SpaceCard> {
  readonly result: Result<S>;
  readonly group: Group;
  /** The filters that leave it out. */
  readonly failed: readonly FilterName[];
}

const judgedKept = new WeakMap<
  SearchQuery,
  {readonly spaces: readonly SpaceCard[]; readonly judged: readonly Judged[]}
>();

/**
 * Every space that is listed for the query's place, with what the filters say of it. A list and the numbers beside its
 * filters are one question, and worked out once.
 */
export function judge<S extends SpaceCard>(spaces: readonly S[], query: SearchQuery): readonly Judged<S>[] {
  const kept = judgedKept.get(query);
  const judged = kept?.spaces === spaces ? kept.judged : judgeAll(spaces, query);
  judgedKept.set(query, {spaces, judged});
  return judged as readonly Judged<S>[];
}

const noNames: readonly FilterName[] = [];

/** Asked of every space at every choice, so it leaves as little behind it as it can. */
function judgeAll(spaces: readonly SpaceCard[], query: SearchQuery): readonly Judged[] {
  const {hoursOf, now, staleAfterDays, leaveOutUnknown, matches} = query;
  const filters = filtersOf(query);
  const judged: Judged[] = [];
  for (const {space, group, distance} of listedFor(spaces, query)) {
    if (matches?.(space) === false) continue;
    const hours = hoursOf?.(space, now, staleAfterDays) ?? hoursNotToldYet;
    let unknown = noNames;
    let failed = noNames;
    for (const {name, on} of filters) {
      const verdict = on(space, hours);
      if (verdict === undefined) unknown = [...unknown, name];
      if (!(verdict ?? !leaveOutUnknown)) failed = [...failed, name];
    }
    judged.push({group, failed, result: {space, hours, unknown, ...distance}});
  }
  return judged;
}

/** Open first, then what opens soonest, then what we do not know, then what is closed with no opening in sight. */
function opennessOf(hours: OpenState): number {
  if (isOpen(hours)) return -1;
  if (hours.state === 'closed' && hours.opens) return hours.opens.getTime();
  return hours.state === 'unknown' && hours.reason !== 'paused' ? Number.MAX_SAFE_INTEGER : Infinity;
}

// Infinity less itself is not a number, which leaves the order as it was.
const byOpenness = (a: Result, b: Result) => opennessOf(a.hours) - opennessOf(b.hours) || 0;

/**
 * The spaces that fit a query, in their three groups and in order. Choices within a filter widen it, filters together
 * narrow; a space that has not told us stays in, marked, unless `leaveOutUnknown`. Inactive and defunct spaces are never listed.
 */
export function search<S extends SpaceCard>(spaces: readonly S[], query: SearchQuery): SearchResults<S> {
  const {rank, order} = query;
  // Nearest first already.
  const fitting = judge(spaces, query).filter(({failed}) => !failed.length);
  if (rank || order === 'open') {
    fitting.sort(
      ({result: a}, {result: b}) => (rank ? rank(a) - rank(b) : 0) || (order === 'open' ? byOpenness(a, b) : 0),
    );
  }
  const groupNamed = (name: Group) => fitting.filter(({group}) => group === name).map(({result}) => result);
  return {
    nearby: groupNamed('nearby'),
    anywhere: groupNamed('anywhere'),
    placeNotGiven: groupNamed('placeNotGiven'),
    total: fitting.length,
  };
}
