/**
 * Everything that the public reads, made once when the store changes and never changed after: a search is sums on bits
 * and a copy of bytes.
 */
import type {AreaIndex} from '@held-spaces/domain/area-file';
import {serviceAtLocationId} from '@held-spaces/domain/open-referral/oruk3';
import type {LocationType} from '@held-spaces/domain/open-referral/oruk3';
import {serves} from '@held-spaces/domain/search';
import type {SearchPlace} from '@held-spaces/domain/search';
import {placeName} from '@held-spaces/domain/space';
import type {Space} from '@held-spaces/domain/space';
import {buildAreaFiles} from './area-files.js';
import type {AreaSet} from './area-files.js';
import {Breather} from './breather.js';
import type {Columns, OrganizationRow} from './columns.js';
import type {PointIndex} from './point-index.js';
import {Positions} from './positions.js';
import type {Rows} from './rows.js';
import {idOnceOf, taxonomiesById, termsById} from './term-ids.js';
import type {Timetables} from './timetables.js';
import {WordIndexBuilder} from './word-index.js';
import type {WordIndex} from './word-index.js';

/** One way into a service: the row of the service, and which of its locations. */
export interface WayRow {
  readonly position: number;
  readonly type: LocationType;
}

export interface ReadModelParts {
  readonly revision: number;
  readonly tag: string;
  readonly endsOn: number | undefined;
  /** How many are listed: the rows from 0 on. After them come those that only a saved link leads to. */
  readonly listed: number;
  readonly columns: Columns;
  /** Kept ids by the ids of what was merged into them. */
  readonly merged: ReadonlyMap<string, string>;
  readonly rows: Rows;
  readonly indexHead: Omit<AreaIndex, 'areas' | 'anywhere'>;
  readonly points: PointIndex;
}

export class ReadModel {
  readonly #parts: ReadModelParts;
  readonly #columns: Columns;
  readonly #byId: ReadonlyMap<string, number>;
  readonly #organizations: ReadonlyMap<string, OrganizationRow>;
  /** In order of name. */
  readonly organizations: readonly OrganizationRow[];
  /** What is sent of each service. */
  readonly rows: Rows;
  #areas: Promise<AreaSet> | undefined;
  #written: Promise<WordIndex> | undefined;
  #ways: Promise<ReadonlyMap<string, number>> | undefined;
  #all: Positions | undefined;

  constructor(parts: ReadModelParts) {
    const {columns, merged, rows} = parts;
    this.#parts = parts;
    this.#columns = columns;
    this.rows = rows;
    const byId = new Map(columns.ids.map((id, position) => [id, position]));
    for (const [id, keptId] of merged) {
      const position = byId.get(keptId);
      if (position !== undefined) byId.set(id, position);
    }
    this.#byId = byId;
    this.organizations = columns.organizations();
    this.#organizations = new Map(this.organizations.map(organization => [organization.id, organization]));
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

  /** The area index and its files. They are named the first time that anybody asks, or {@link settle} does. */
  areas(): Promise<AreaSet> {
    const {rows, indexHead} = this.#parts;
    this.#areas ??= buildAreaFiles(this.#columns.placedRows, rows, indexHead, new Breather());
    return this.#areas;
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
    return this.#columns.placed;
  }

  /** Listed rows that can be gone to. */
  get physical(): Positions {
    return this.#columns.physical;
  }

  /** Listed rows that can be used from anywhere. */
  get virtual(): Positions {
    return this.#columns.virtual;
  }

  /**
   * The index of words. It is made with the rows of lists, behind the first answers, as nothing else needs it: a large
   * directory is there seconds sooner, and whoever searches before it is done waits for it.
   */
  words(): Promise<WordIndex> {
    this.#written ??= this.#write();
    return this.#written;
  }

  /** Makes ready what need not be there for the first answer. Everything that is asked for meanwhile is answered right. */
  async settle(): Promise<void> {
    await this.areas();
    await this.words();
  }

  get timetables(): Timetables {
    return this.#columns.timetables;
  }

  get staleAfterDays(): number {
    return this.#parts.indexHead.staleAfterDays;
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
    return position === undefined ? undefined : this.#columns.ids[position];
  }

  /** One way into a service, by its id. The ids are hashes, worked out the first time that anybody asks for one. */
  async way(id: string): Promise<WayRow | undefined> {
    this.#ways ??= this.#findWays();
    const found = (await this.#ways).get(id);
    if (found === undefined) return undefined;
    return {position: found >>> 1, type: found % 2 === 0 ? 'physical' : 'virtual'};
  }

  async #write(): Promise<WordIndex> {
    const words = new WordIndexBuilder();
    await this.rows.write(this.listed, new Breather(), (position, space) => {
      words.add(position, space.name, wordsOf(space));
    });
    return words.finish(this.listed);
  }

  async #findWays(): Promise<ReadonlyMap<string, number>> {
    const breather = new Breather();
    const ways = new Map<string, number>();
    for (const [position, id] of this.#columns.ids.slice(0, this.listed).entries()) {
      if (this.physical.has(position)) ways.set(serviceAtLocationId(id, 'physical', idOnceOf), position * 2);
      if (this.virtual.has(position)) ways.set(serviceAtLocationId(id, 'virtual', idOnceOf), position * 2 + 1);
      if (breather.isDue) await breather.breathe();
    }
    return ways;
  }

  /** Listed rows that carry a term. */
  withTerm(id: string): Positions {
    const known = termsById.get(id);
    return (known && this.#columns.withTerm(known.taxonomy, known.term.key)) ?? new Positions(this.listed);
  }

  /** Listed rows that carry any term of a taxonomy. */
  withTaxonomy(id: string): Positions {
    const terms = taxonomiesById.get(id)?.terms ?? [];
    const ids = [...termsById].filter(([, {term}]) => terms.includes(term)).map(([term]) => term);
    return ids.map(term => this.withTerm(term)).reduce((found, own) => found.or(own), new Positions(this.listed));
  }

  /** Listed rows that changed at a moment, in milliseconds since 1970, or later. */
  modifiedSince(moment: number): Positions {
    return Positions.where(this.listed, position => (this.#columns.lastModified[position] ?? 0) >= moment);
  }

  /** Listed rows that take somebody between two ages. An end that was not stated is open. */
  forAges(minimum: number, maximum: number): Positions {
    const {minimumAges, maximumAges} = this.#columns;
    return Positions.where(
      this.listed,
      position => (minimumAges[position] ?? 0) <= maximum && (maximumAges[position] ?? Infinity) >= minimum,
    );
  }

  /** Listed rows that serve people in a place, as far as anybody has said. */
  serving(place: SearchPlace): Positions {
    let found = new Positions(this.listed);
    for (const [served, positions] of this.#columns.areasServed()) {
      if (serves(served, place)) found = found.or(positions);
    }
    return found;
  }
}

/** What a service can be found by in words, beside its name. */
function wordsOf(space: Space): readonly string[] {
  const {organization, summary, kinds, areaServed, location} = space;
  const rest = [
    ...[organization?.name, summary, ...kinds],
    ...[placeName(space), location?.address?.locality, areaServed.region],
  ];
  return rest.filter(text => text !== undefined);
}
