import {boxHolds, ukBox, type BoundingBox} from './distance.js';
import type {SpaceCard, SpaceDetails} from './area-card.js';
import type {GeoPoint, Space} from './space.js';

/** Where the two files of one part of the map are. Paths are relative to the directory of the index's own URL. */
export interface AreaFiles {
  readonly count: number;
  readonly href: string;
  readonly detailsHref: string;
}

/** One part of the map. Its box holds every point in its file. */
export interface AreaEntry extends AreaFiles {
  readonly id: string;
  readonly bbox: BoundingBox;
}

/** What a directory holds, and in which files. Served at `/held/areas`. */
export interface AreaIndex {
  /** Changes whenever anything in the directory does. */
  readonly revision: string;
  /** When the files were made: ISO 8601, UTC. */
  readonly generated: string;
  readonly attribution: string;
  /** Sample data, whose facts must be checked before anybody relies on them. */
  readonly sample?: boolean;
  /** After how many days nothing may be said of "now" from a record. */
  readonly staleAfterDays: number;
  /** Where whoever keeps the list takes corrections: an e-mail address, or the address of a page. Missing: they have not said. */
  readonly corrections?: string;
  /** Whether whole postcodes are listed, a file a district, at `/held/postcodes/{outcode}`. */
  readonly postcodes?: true;
  readonly areas: readonly AreaEntry[];
  /** What has no place on the map. The same file as the only area's in a small directory. */
  readonly anywhere: AreaFiles;
}

/** What cards, filters and search need of the spaces of one area. */
export interface AreaFile {
  readonly id: string;
  readonly spaces: readonly SpaceCard[];
}

/** The rest of the same spaces, by their ids. */
export interface DetailsFile {
  readonly id: string;
  readonly details: Readonly<Record<string, SpaceDetails>>;
}

/** One file's worth of spaces. */
export interface Area<S> {
  /** Stable: the same part of the map keeps its id however many spaces come and go. */
  readonly id: string;
  readonly bbox: BoundingBox;
  readonly spaces: readonly S[];
}

export interface DividedSpaces<S> {
  readonly areas: readonly Area<S>[];
  /** The same object as the only area where all spaces fit into one file. */
  readonly anywhere: Pick<Area<S>, 'id' | 'spaces'>;
}

type Placed = Pick<Space, 'location'>;

// A quarter of a quarter, sixteen times over, is some ten metres wide: what is nearer together than that stays together.
const deepest = 16;

/** The four quarters of a box. A point on a line between two falls to the east or the north one. */
function quarters([west, south, east, north]: BoundingBox): readonly BoundingBox[] {
  const middle = {longitude: (west + east) / 2, latitude: (south + north) / 2};
  return [
    [west, south, middle.longitude, middle.latitude],
    [middle.longitude, south, east, middle.latitude],
    [west, middle.latitude, middle.longitude, north],
    [middle.longitude, middle.latitude, east, north],
  ];
}

function quarterOf([west, south, east, north]: BoundingBox, {latitude, longitude}: GeoPoint): number {
  return Number(longitude >= (west + east) / 2) + 2 * Number(latitude >= (south + north) / 2);
}

/** The least box around points, rounded outwards to about a hundred metres, to keep the index short. */
function tightBox(points: readonly GeoPoint[]): BoundingBox {
  const down = (value: number) => Math.floor(value * 1000) / 1000;
  const up = (value: number) => Math.ceil(value * 1000) / 1000;
  const longitudes = points.map(({longitude}) => longitude);
  const latitudes = points.map(({latitude}) => latitude);
  return [
    down(longitudes.reduce((a, b) => Math.min(a, b))),
    down(latitudes.reduce((a, b) => Math.min(a, b))),
    up(longitudes.reduce((a, b) => Math.max(a, b))),
    up(latitudes.reduce((a, b) => Math.max(a, b))),
  ];
}

interface PlacedSpace<S> {
  readonly space: S;
  readonly point: GeoPoint;
}

function split<S>(
  id: string,
  cell: BoundingBox,
  placed: readonly PlacedSpace<S>[],
  leafSize: number,
  depth: number,
): readonly Area<S>[] {
  if (placed.length === 0) return [];
  if (placed.length <= leafSize || depth >= deepest) {
    return [{id, bbox: tightBox(placed.map(({point}) => point)), spaces: placed.map(({space}) => space)}];
  }
  const parts: PlacedSpace<S>[][] = [[], [], [], []];
  for (const one of placed) parts[quarterOf(cell, one.point)]?.push(one);
  return quarters(cell).flatMap((quarter, index) =>
    split(`${id}${index}`, quarter, parts[index] ?? [], leafSize, depth + 1),
  );
}

/**
 * Divides spaces into files: a quadtree over the UK whose leaves hold `leafSize` spaces at most (more only where points
 * all but coincide), and `anywhere` for what has no point in the UK. Where all fit into one file there is one, named
 * by both, whose box is the whole UK.
 */
export function divideIntoAreas<S extends Placed>(spaces: readonly S[], leafSize = 300): DividedSpaces<S> {
  if (spaces.length <= leafSize) {
    const all = {id: 'uk', bbox: ukBox, spaces};
    return {areas: [all], anywhere: all};
  }
  const placed: PlacedSpace<S>[] = [];
  const placeless: S[] = [];
  for (const space of spaces) {
    const point = space.location?.point;
    if (point && boxHolds(ukBox, point)) placed.push({space, point});
    else placeless.push(space);
  }
  return {areas: split('uk', ukBox, placed, leafSize, 0), anywhere: {id: 'anywhere', spaces: placeless}};
}
