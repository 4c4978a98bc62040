import type {Taxonomy} from '@held-spaces/domain/open-referral/taxonomies';
import {locationTypesOf, termsOf} from '@held-spaces/domain/open-referral/oruk3';
import type {AreaServed, GeoPoint, Organization, Space} from '@held-spaces/domain/space';
import type {PlacedRow} from './area-files.js';
import {Positions} from './positions.js';
import {Timetables} from './timetables.js';

/** Who runs some of the listed services. */
export interface OrganizationRow extends Organization {
  readonly positions: readonly number[];
}

/** What services can be found by, a column each, row by row. */
export class Columns {
  readonly ids: string[] = [];
  readonly lastModified: Float64Array;
  readonly minimumAges: Float32Array;
  readonly maximumAges: Float32Array;
  readonly placed: Positions;
  readonly physical: Positions;
  readonly virtual: Positions;
  readonly timetables: Timetables;
  readonly placedRows: PlacedRow[] = [];
  readonly #all: number;
  readonly #terms = new Map<Taxonomy, Map<string, Positions>>();
  readonly #served = new Map<string, {readonly area: AreaServed; readonly rows: Positions}>();
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
  }

  /** Keeps what is needed to answer for a space by its id. */
  add({id}: Pick<Space, 'id'>, lastModified: string): void {
    this.lastModified[this.ids.length] = Date.parse(lastModified);
    this.ids.push(id);
  }

  /** Keeps a space that is listed, with all that it can be found by. All of them come before any other. */
  addListed(space: Space, lastModified: string): void {
    const position = this.ids.length;
    this.add(space, lastModified);
    const {organization, areaServed, location, ages} = space;
    this.timetables.set(position, space);
    for (const [taxonomy, keys] of termsOf(space)) {
      for (const key of keys) this.#rowsWith(taxonomy, key).add(position);
    }
    this.#rowsServing(areaServed).add(position);
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

  /** The rows that carry a term. */
  withTerm(taxonomy: Taxonomy, key: string): Positions | undefined {
    return this.#terms.get(taxonomy)?.get(key);
  }

  /** Every different area that is served, with the rows that serve it. */
  areasServed(): readonly (readonly [AreaServed, Positions])[] {
    return [...this.#served.values()].map(({area, rows}) => [area, rows]);
  }

  /** In order of name. */
  organizations(): readonly OrganizationRow[] {
    return [...this.#organizations.values()].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  }

  #rowsWith(taxonomy: Taxonomy, key: string): Positions {
    let terms = this.#terms.get(taxonomy);
    if (!terms) this.#terms.set(taxonomy, (terms = new Map<string, Positions>()));
    let rows = terms.get(key);
    if (!rows) terms.set(key, (rows = new Positions(this.#all)));
    return rows;
  }

  #rowsServing(area: AreaServed): Positions {
    const name = `${area.nations.join(' ')}/${area.region ?? ''}`;
    let served = this.#served.get(name);
    if (!served) this.#served.set(name, (served = {area, rows: new Positions(this.#all)}));
    return served.rows;
  }
}

const pointOnly = (point: GeoPoint | undefined) => (point ? {location: {point}} : {});

/** By code unit: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
