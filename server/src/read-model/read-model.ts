/**
 * Everything that the public reads, made once when the store changes and never changed after: a search is sums on bits
 * and a copy of bytes. Turning objects into JSON at every request costs three to four times all the rest of it.
 *
 * At 100,000 services memory is what there is least of. What lists show is kept as bytes, what the finder reads as the
 * bytes of its files, and a whole service is made from those when somebody opens it.
 */
import {toCard, toDetails, withDetails} from '@held-spaces/domain/area-file';
import type {AreaIndex, SpaceCard, SpaceDetails} from '@held-spaces/domain/area-file';
import {lastEventDay, withoutEnded} from '@held-spaces/domain/coming-dates';
import {
  locationTypesOf,
  serviceAtLocationId,
  termsOf,
  toService,
  toServiceSummary,
} from '@held-spaces/domain/open-referral/oruk3';
import type {LocationType} from '@held-spaces/domain/open-referral/oruk3';
import {serves} from '@held-spaces/domain/search';
import type {SearchPlace} from '@held-spaces/domain/search';
import {placeName} from '@held-spaces/domain/space';
import type {AreaServed, GeoPoint, Organization, Space} from '@held-spaces/domain/space';
import type {Snapshot, StoredSpace} from '../store/store.js';
import {attributionOf, buildAreaFiles} from './area-files.js';
import type {Composer, PlacedRow} from './area-files.js';
import {Breather} from './breather.js';
import {ByteStore, toText} from './byte-store.js';
import {contentHash, joinJson, jsonBytes, tagged} from './bytes.js';
import type {Bytes, TaggedBody} from './bytes.js';
import {RecentBodies} from './recent-bodies.js';
import {PointIndex} from './point-index.js';
import {Positions} from './positions.js';
import {idOnceOf, taxonomiesById, termsById} from './term-ids.js';
import {Timetables, lastDayOf, londonDay} from './timetables.js';
import {WordIndexBuilder} from './word-index.js';
import type {WordIndex} from './word-index.js';

export interface ReadModelOptions {
  readonly staleAfterDays: number;
  readonly now?: Date;
}

/** Who runs some of the listed services. */
export interface OrganizationRow extends Organization {
  readonly positions: readonly number[];
}

/** One way into a service: the row of the service, and which of its locations. */
export interface WayRow {
  readonly position: number;
  readonly type: LocationType;
}

/** How many bytes of whole services that were opened lately are kept. */
const recentBytes = 16 * 1024 * 1024;

interface Parts {
  readonly revision: number;
  readonly tag: string;
  readonly endsOn: number | undefined;
  /** How many are listed: the rows from 0 on. After them come those that only a saved link leads to. */
  readonly listed: number;
  readonly ids: readonly string[];
  /** Kept ids by the ids of what was merged into them. */
  readonly merged: ReadonlyMap<string, string>;
  readonly lastModified: Float64Array;
  readonly cards: ByteStore;
  readonly details: ByteStore;
  readonly summaries: ByteStore;
  readonly minimals: ByteStore;
  readonly areaIndex: TaggedBody;
  readonly files: ReadonlyMap<string, Composer>;
  readonly points: PointIndex;
  readonly placed: Positions;
  readonly physical: Positions;
  readonly virtual: Positions;
  readonly timetables: Timetables;
  /** By the names that {@link termName} gives. */
  readonly terms: ReadonlyMap<string, Positions>;
  readonly organizations: readonly OrganizationRow[];
  readonly areasServed: readonly (readonly [AreaServed, Positions])[];
  readonly minimumAges: Float32Array;
  readonly maximumAges: Float32Array;
  readonly staleAfterDays: number;
}

export class ReadModel {
  readonly #parts: Parts;
  readonly #byId: ReadonlyMap<string, number>;
  #ways: Promise<ReadonlyMap<string, number>> | undefined;
  readonly #organizations: ReadonlyMap<string, OrganizationRow>;
  #words: Promise<WordIndex> | undefined;
  #all: Positions | undefined;
  readonly #whole = new RecentBodies<number>(recentBytes);

  constructor(parts: Parts) {
    this.#parts = parts;
    const byId = new Map(parts.ids.map((id, position) => [id, position]));
    for (const [id, keptId] of parts.merged) {
      const position = byId.get(keptId);
      if (position !== undefined) byId.set(id, position);
    }
    this.#byId = byId;
    this.#organizations = new Map(parts.organizations.map(organization => [organization.id, organization]));
  }

  get revision(): number {
    return this.#parts.revision;
  }

  /** Changes whenever any list may. */
  get tag(): string {
    return this.#parts.tag;
  }

  /** The last day number on which all that is listed still is. */
  get endsOn(): number | undefined {
    return this.#parts.endsOn;
  }

  /** How many services are listed. Their rows are numbered from 0, by name. */
  get listed(): number {
    return this.#parts.listed;
  }

  get areaIndex(): TaggedBody {
    return this.#parts.areaIndex;
  }

  /** Area files and details files by the hash in their name. */
  get files(): ReadonlyMap<string, Composer> {
    return this.#parts.files;
  }

  /** Where rows are. */
  get points(): PointIndex {
    return this.#parts.points;
  }

  /** Every listed row. */
  get all(): Positions {
    this.#all ??= Positions.where(this.listed, () => true);
    return this.#all;
  }

  /** How many of the listed rows have a point. */
  get placedCount(): number {
    return this.#parts.points.size;
  }

  /** Listed rows that have a point. */
  get placed(): Positions {
    return this.#parts.placed;
  }

  /** Listed rows that can be gone to. */
  get physical(): Positions {
    return this.#parts.physical;
  }

  /** Listed rows that can be used from anywhere. */
  get virtual(): Positions {
    return this.#parts.virtual;
  }

  /**
   * The index of words. It is begun when the model is used and not needed to answer anything else, so that a large
   * directory is there a second sooner; whoever searches before it is done waits for it.
   */
  words(): Promise<WordIndex> {
    this.#words ??= this.#gatherWords();
    return this.#words;
  }

  get timetables(): Timetables {
    return this.#parts.timetables;
  }

  get staleAfterDays(): number {
    return this.#parts.staleAfterDays;
  }

  /** In order of name. */
  get organizations(): readonly OrganizationRow[] {
    return this.#parts.organizations;
  }

  organization(id: string): OrganizationRow | undefined {
    return this.#organizations.get(id);
  }

  /**
   * Rows of all services that a saved link may lead to, those that are no longer listed included. An id that was merged
   * away leads to the service that was kept.
   */
  get byId(): ReadonlyMap<string, number> {
    return this.#byId;
  }

  /** The id of the service that an id leads to: another, where it was merged away. */
  serviceId(id: string): string | undefined {
    const position = this.#byId.get(id);
    return position === undefined ? undefined : this.#parts.ids[position];
  }

  /** One way into a service, by its id. The ids are hashes, worked out the first time that anybody asks for one. */
  async way(id: string): Promise<WayRow | undefined> {
    this.#ways ??= this.#findWays();
    const found = (await this.#ways).get(id);
    if (found === undefined) return undefined;
    return {position: found >>> 1, type: found % 2 === 0 ? 'physical' : 'virtual'};
  }

  /** The row of a list, as JSON. */
  summary(position: number): Bytes {
    return this.#parts.summaries.at(position);
  }

  minimal(position: number): Bytes {
    return this.#parts.minimals.at(position);
  }

  /** The whole service, as JSON. */
  whole(position: number): Bytes {
    return this.#whole.get(position, () => jsonBytes(toService(this.space(position), this.optionsOf(position))));
  }

  space(position: number): Space {
    const id = this.#parts.ids[position] ?? '';
    const card = JSON.parse(toText(this.#parts.cards.at(position))) as SpaceCard;
    const details = JSON.parse(`{${toText(this.#parts.details.at(position))}}`) as Readonly<
      Record<string, SpaceDetails>
    >;
    const own = details[id];
    if (!own) throw new RangeError(`There is no service ${position}.`);
    return withDetails(card, own);
  }

  /** What the adapters of Open Referral are told of a row. */
  optionsOf(position: number) {
    return {idOf: idOnceOf, lastModified: new Date(this.#parts.lastModified[position] ?? 0).toISOString()};
  }

  async #gatherWords(): Promise<WordIndex> {
    const breather = new Breather();
    const words = new WordIndexBuilder();
    for (let position = 0; position < this.listed; position++) {
      const card = JSON.parse(toText(this.#parts.cards.at(position))) as SpaceCard;
      const {name, organization, summary, kinds, areaServed, location} = card;
      const town = location?.address?.locality;
      const rest = [organization?.name, summary, ...kinds, placeName(card), town, areaServed.region];
      words.add(
        position,
        name,
        rest.filter(text => text !== undefined),
      );
      if (breather.isDue) await breather.breathe();
    }
    return words.finish(this.listed);
  }

  async #findWays(): Promise<ReadonlyMap<string, number>> {
    const breather = new Breather();
    const ways = new Map<string, number>();
    for (const [position, id] of this.#parts.ids.slice(0, this.listed).entries()) {
      if (this.physical.has(position)) ways.set(serviceAtLocationId(id, 'physical', idOnceOf), position * 2);
      if (this.virtual.has(position)) ways.set(serviceAtLocationId(id, 'virtual', idOnceOf), position * 2 + 1);
      if (breather.isDue) await breather.breathe();
    }
    return ways;
  }

  /** Listed rows that carry a term. */
  withTerm(id: string): Positions {
    const known = termsById.get(id);
    const name = known && termName(known.taxonomy.key, known.term.key);
    return (name === undefined ? undefined : this.#parts.terms.get(name)) ?? new Positions(this.listed);
  }

  /** Listed rows that carry any term of a taxonomy. */
  withTaxonomy(id: string): Positions {
    const terms = taxonomiesById.get(id)?.terms ?? [];
    const ids = [...termsById].filter(([, {term}]) => terms.includes(term)).map(([term]) => term);
    return ids.map(term => this.withTerm(term)).reduce((found, own) => found.or(own), new Positions(this.listed));
  }

  /** Listed rows that changed at a moment, in milliseconds since 1970, or later. */
  modifiedSince(moment: number): Positions {
    return Positions.where(this.listed, position => (this.#parts.lastModified[position] ?? 0) >= moment);
  }

  /** Listed rows that take somebody between two ages. An end that was not stated is open. */
  forAges(minimum: number, maximum: number): Positions {
    const {minimumAges, maximumAges} = this.#parts;
    return Positions.where(
      this.listed,
      position => (minimumAges[position] ?? 0) <= maximum && (maximumAges[position] ?? Infinity) >= minimum,
    );
  }

  /** Listed rows that serve people in a place, as far as anybody has said. */
  serving(place: SearchPlace): Positions {
    let found = new Positions(this.listed);
    for (const [served, positions] of this.#parts.areasServed) {
      if (serves(served, place)) found = found.or(positions);
    }
    return found;
  }
}

export async function buildReadModel(snapshot: Snapshot, options: ReadModelOptions): Promise<ReadModel> {
  const {staleAfterDays, now = new Date()} = options;
  const breather = new Breather();
  const today = londonDay(now);
  const all = snapshot.spaces.length;
  const columns = new Columns(all);
  const merged = new Map(snapshot.merges.map(({id, keptId}) => [id, keptId]));
  // What is no longer listed comes after what is, so that listed rows are numbered without gaps.
  const others: StoredSpace[] = [];
  let ended = 0;
  let endsOn: number | undefined;
  for (const {space: stored, lastModified} of snapshot.spaces) {
    if (merged.has(stored.id)) continue;
    const space = withEventsToCome(stored, today);
    ended += (stored.events?.length ?? 0) - (space.events?.length ?? 0);
    const last = isListed(space) ? lastDayOf(stored) : undefined;
    const hasEnded = last !== undefined && last < today;
    if (hasEnded) ended++;
    for (const day of [last, firstEndOf(space)])
      if (day !== undefined && day >= today) endsOn = Math.min(endsOn ?? day, day);
    if (isListed(space) && !hasEnded) columns.addListed({space, lastModified});
    else others.push({space, lastModified});
    if (breather.isDue) await breather.breathe();
  }
  const listed = columns.ids.length;
  for (const stored of others) {
    columns.add(stored);
    if (breather.isDue) await breather.breathe();
  }
  const {cards, details, summaries, minimals} = columns.finish();
  const {areas, anywhere, files} = await buildAreaFiles(columns.placedRows, cards, details, breather);
  const areaIndex: AreaIndex = {
    // What ends by itself changes the lists without a change in the store.
    revision: ended === 0 ? String(snapshot.revision) : `${snapshot.revision}.${ended}`,
    generated: snapshot.changed,
    attribution: attributionOf(snapshot),
    ...(snapshot.sources.some(source => source.sample) && {sample: true}),
    staleAfterDays,
    areas,
    anywhere,
  };
  const index = await tagged(jsonBytes(areaIndex));
  const parts: Parts = {
    revision: snapshot.revision,
    tag: await tagOf(index, columns),
    endsOn,
    listed,
    ids: columns.ids,
    merged,
    lastModified: columns.lastModified,
    cards,
    details,
    summaries,
    minimals,
    areaIndex: index,
    files,
    points: new PointIndex(columns.placedRows.map(({location}) => location?.point)),
    placed: columns.placed,
    physical: columns.physical,
    virtual: columns.virtual,
    timetables: columns.timetables,
    terms: columns.terms,
    organizations: columns.organizations(),
    areasServed: columns.areasServed(),
    minimumAges: columns.minimumAges,
    maximumAges: columns.maximumAges,
    staleAfterDays,
  };
  return new ReadModel(parts);
}

/** The index changes whenever a space does. One whole row beside it changes when a new version writes rows otherwise. */
async function tagOf(index: TaggedBody, {firstWhole}: Columns): Promise<string> {
  return contentHash(joinJson(index.etag, firstWhole ? [jsonBytes(firstWhole)] : [], ''));
}

const isListed = ({status}: Space) => status === 'active' || status === 'temporarily closed';

/** A space without what is over. */
function withEventsToCome(space: Space, today: number): Space {
  if (!space.events) return space;
  const events = withoutEnded(space.events, today);
  return {...space, events: events.length > 0 ? events : undefined};
}

/** The day number on which the first of a space's events ends. */
function firstEndOf({events = []}: Space): number | undefined {
  const ends = events.flatMap(event => lastEventDay({events: [event]}) ?? []);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Of a space whose address is private, only the area it serves is published, whatever its record holds. */
function withoutPrivateAddress(space: Space): Space {
  if (space.location?.precision !== 'area') return space;
  const {point, area} = space.location;
  return {...space, location: {precision: 'area', ...(point && {point}), ...(area !== undefined && {area})}};
}

/** What a model is made of, while it is made. */
class Columns {
  readonly ids: string[] = [];
  readonly lastModified: Float64Array;
  readonly minimumAges: Float32Array;
  readonly maximumAges: Float32Array;
  readonly placed: Positions;
  readonly physical: Positions;
  readonly virtual: Positions;
  readonly timetables: Timetables;
  readonly terms = new Map<string, Positions>();
  readonly placedRows: PlacedRow[] = [];
  firstWhole: unknown;
  readonly #all: number;
  readonly #served = new Map<string, AreaServed>();
  readonly #servedRows = new Map<string, Positions>();
  readonly #cards: ByteStore;
  readonly #details: ByteStore;
  readonly #summaries: ByteStore;
  readonly #minimals: ByteStore;
  readonly #organizations = new Map<
    string,
    {readonly id: string; readonly name: string; readonly positions: number[]}
  >();

  /** @param all How many spaces there are at most, listed or not. */
  constructor(all: number) {
    this.#all = all;
    this.lastModified = new Float64Array(all);
    this.minimumAges = new Float32Array(all);
    this.maximumAges = new Float32Array(all).fill(Infinity);
    this.placed = new Positions(all);
    this.physical = new Positions(all);
    this.virtual = new Positions(all);
    this.timetables = new Timetables(all);
    this.#cards = new ByteStore(all);
    this.#details = new ByteStore(all);
    this.#summaries = new ByteStore(all);
    this.#minimals = new ByteStore(all);
  }

  /** Keeps what is needed to answer for a space by its id. */
  add({space: stored, lastModified}: StoredSpace): Space {
    const space = withoutPrivateAddress(stored);
    const {id, name, status} = space;
    this.lastModified[this.ids.length] = Date.parse(lastModified);
    this.ids.push(id);
    this.#cards.push(JSON.stringify(toCard(space)));
    this.#details.push(`${JSON.stringify(id)}:${JSON.stringify(toDetails(space))}`);
    this.#summaries.push(JSON.stringify(toServiceSummary(space, {lastModified})));
    // Name and status too: without them no row is valid under the standard's own schema.
    // Written by hand: of the four only the name may need quoting.
    this.#minimals.push(
      `{"id":"${id}","name":${JSON.stringify(name)},"status":"${status}","last_modified":"${lastModified}"}`,
    );
    return space;
  }

  /** Keeps a space that is listed, with all that it can be found by. */
  addListed(stored: StoredSpace): void {
    const position = this.ids.length;
    const space = this.add(stored);
    this.firstWhole ??= toService(space, {idOf: idOnceOf});
    const {organization, areaServed, location, ages} = space;
    this.timetables.set(position, space);
    for (const [taxonomy, keys] of termsOf(space)) {
      for (const key of keys) this.#mark(this.terms, termName(taxonomy.key, key), position);
    }
    const served = `${areaServed.nations.join(' ')}/${areaServed.region ?? ''}`;
    this.#mark(this.#servedRows, served, position);
    if (!this.#served.has(served)) this.#served.set(served, areaServed);
    if (ages?.minimum !== undefined) this.minimumAges[position] = ages.minimum;
    if (ages?.maximum !== undefined) this.maximumAges[position] = ages.maximum;
    if (location?.point) this.placed.add(position);
    for (const type of locationTypesOf(space)) this[type].add(position);
    this.placedRows.push({position, ...pointOnly(location?.point)});
    if (organization) {
      const known = this.#organizations.get(organization.id);
      if (known) known.positions.push(position);
      else this.#organizations.set(organization.id, {...organization, positions: [position]});
    }
  }

  finish() {
    return {
      cards: this.#cards.finish(),
      details: this.#details.finish(),
      summaries: this.#summaries.finish(),
      minimals: this.#minimals.finish(),
    };
  }

  /** Every different area that is served, with the rows that serve it. */
  areasServed(): readonly (readonly [AreaServed, Positions])[] {
    return [...this.#servedRows].flatMap(([name, rows]) => {
      const served = this.#served.get(name);
      return served ? [[served, rows] as const] : [];
    });
  }

  organizations(): readonly OrganizationRow[] {
    return [...this.#organizations.values()].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  }

  #mark(sets: Map<string, Positions>, key: string, position: number) {
    const set = sets.get(key) ?? new Positions(this.#all);
    set.add(position);
    sets.set(key, set);
  }
}

/** A term without its id, which is a hash. */
const termName = (taxonomy: string, term: string) => `${taxonomy}/${term}`;

const pointOnly = (point: GeoPoint | undefined) => (point ? {location: {point}} : {});

/** By code unit: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
