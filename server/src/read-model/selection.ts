/** Which rows of a model fit a query, how many in all, and in which order: everything that a page of a list needs. */
import type {GeoPoint} from '@held-spaces/domain/space';
import type {SearchPlace} from '@held-spaces/domain/search';
import {smallest} from './point-index.js';
import {Positions, pageOf} from './positions.js';
import type {ReadModel, WayRow} from './read-model.js';
import type {SessionQuery} from './timetables.js';

/** What is asked of services. Every part narrows. */
export interface ServiceFilter {
  /** Folded words, all of which must be there. */
  readonly words: readonly string[];
  /** One group for each taxonomy: any of a group, all of the groups. */
  readonly termGroups: readonly (readonly string[])[];
  readonly taxonomyId?: string;
  readonly organizationId?: string;
  /** Milliseconds since 1970. */
  readonly modifiedAfter?: number;
  /** Ages in years, both included. */
  readonly ages?: {readonly minimum: number; readonly maximum: number};
  readonly session?: SessionQuery;
  /** Known to be open at this instant. */
  readonly openAt?: Date;
  /** Only what serves people here, as far as anybody has said. */
  readonly servedPlace?: SearchPlace;
  /** Nearest first; with a radius, nothing further away. */
  readonly near?: {readonly point: GeoPoint; readonly radiusKm?: number};
}

/** What fits, in an order that stays the same for as long as the model does. */
export interface Selection<T> {
  readonly total: number;
  /** The entries from `start` on, at most `count`. */
  page(start: number, count: number): readonly T[];
}

/** Services: nearest first where a point is given, else those with the words in their names first, else by name. */
export async function selectServices(model: ReadModel, filter: ServiceFilter, now: Date): Promise<Selection<number>> {
  const {positions, nameHits} = await fitting(model, filter, now);
  if (!filter.near) return ranked(positions, nameHits);
  if (positions === model.all) return nearestOfAll(model, filter.near);
  const placed = positions.and(model.placed);
  return nearestFirst(
    model,
    filter.near,
    placed,
    position => position,
    () => positions.without(placed),
    positions.count - placed.count,
  );
}

/** The commonest question of all, for which nothing needs to be counted. */
function nearestOfAll(model: ReadModel, near: NonNullable<ServiceFilter['near']>): Selection<number> {
  return nearestFirst(
    model,
    near,
    undefined,
    position => position,
    () => model.all.without(model.placed),
    model.listed - model.placedCount,
  );
}

/** Ways into services, in the order of their services. Of those with a point, only the place itself is near anything. */
export async function selectWays(model: ReadModel, filter: ServiceFilter, now: Date): Promise<Selection<WayRow>> {
  const {positions, nameHits} = await fitting(model, filter, now);
  const waysIn = (physical: Positions, virtual: Positions) =>
    function* (order: Iterable<number>): Generator<WayRow> {
      for (const position of order) {
        if (physical.has(position)) yield {position, type: 'physical'};
        if (virtual.has(position)) yield {position, type: 'virtual'};
      }
    };
  const physical = positions.and(model.physical);
  const virtual = positions.and(model.virtual);
  if (!filter.near) {
    const inOrder = () => waysIn(physical, virtual)(rankedOrder(positions, nameHits));
    return {
      total: physical.count + virtual.count,
      page: (start, count) => pageOf(inOrder(), start, count),
    };
  }
  const placed = physical.and(model.placed);
  const elsewhere = physical.without(placed);
  return nearestFirst<WayRow>(
    model,
    filter.near,
    placed,
    position => ({position, type: 'physical'}),
    () => waysIn(elsewhere, virtual)(positions),
    elsewhere.count + virtual.count,
  );
}

/** The rows that fit, near or far. */
async function fitting(model: ReadModel, filter: ServiceFilter, now: Date) {
  const {words, termGroups, taxonomyId, organizationId, modifiedAfter, ages, session, openAt, servedPlace} = filter;
  const matches = words.length > 0 ? (await model.words()).find(words) : undefined;
  const sets: Positions[] = matches ? [matches.positions] : [];
  for (const group of termGroups) {
    sets.push(group.map(term => model.withTerm(term)).reduce((found, positions) => found.or(positions)));
  }
  if (taxonomyId !== undefined) sets.push(model.withTaxonomy(taxonomyId));
  if (organizationId !== undefined) {
    const own = new Positions(model.listed);
    for (const position of model.organization(organizationId)?.positions ?? []) own.add(position);
    sets.push(own);
  }
  if (modifiedAfter !== undefined) sets.push(model.modifiedSince(modifiedAfter));
  if (ages) sets.push(model.forAges(ages.minimum, ages.maximum));
  if (servedPlace) sets.push(model.serving(servedPlace));
  const [first = model.all, ...others] = sets;
  let positions = others.reduce((found, own) => found.and(own), first);
  // Hours take longest to work out, so only those of what is left are.
  if (session) positions = model.timetables.withSession(positions, session, now);
  if (openAt) positions = model.timetables.openAt(positions, openAt, model.staleAfterDays);
  return {positions, nameHits: matches?.nameHits};
}

function ranked(positions: Positions, nameHits: Uint8Array | undefined): Selection<number> {
  return {
    total: positions.count,
    page: (start, count) => pageOf(rankedOrder(positions, nameHits), start, count),
  };
}

/** Those with more of the words in their names first, and of equals by name. */
function* rankedOrder(positions: Positions, nameHits: Uint8Array | undefined): Generator<number> {
  if (!nameHits) {
    yield* positions;
    return;
  }
  let most = 0;
  for (const position of positions) most = Math.max(most, nameHits[position] ?? 0);
  for (let hits = most; hits >= 0; hits--) {
    for (const position of positions) if ((nameHits[position] ?? 0) === hits) yield position;
  }
}

/** What has a point by its distance; after that, unless only a circle was asked for, the rest by name. */
function nearestFirst<T>(
  {points, placedCount: allPlaced}: ReadModel,
  {point, radiusKm}: NonNullable<ServiceFilter['near']>,
  placed: Positions | undefined,
  entryOf: (position: number) => T,
  rest: () => Iterable<T>,
  restCount: number,
): Selection<T> {
  if (radiusKm !== undefined) {
    const within = points.within(point, radiusKm, placed);
    return {
      total: within.length,
      page: (start, count) =>
        smallest(within, start + count)
          .slice(start)
          .map(({position}) => entryOf(position)),
    };
  }
  const placedCount = placed?.count ?? allPlaced;
  return {
    total: placedCount + restCount,
    page: (start, count) => {
      const near = start < placedCount ? points.nearest(point, start + count, placed).slice(start) : [];
      const after = near.length < count ? pageOf(rest(), Math.max(0, start - placedCount), count - near.length) : [];
      return [...near.map(({position}) => entryOf(position)), ...after];
    },
  };
}
