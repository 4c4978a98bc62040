/**
 * The files that the finder searches on the device. Each is named by a hash of what it is made of, the stored records and
 * the way in which this version writes them, and is put together when it is asked for: most are asked for by nobody for a
 * long time, and a large directory is there a second sooner.
 */
import {divideIntoAreas} from '@held-spaces/domain/area-file';
import type {AreaFiles, AreaIndex} from '@held-spaces/domain/area-file';
import type {Space} from '@held-spaces/domain/space';
import type {Snapshot} from '../store/store.js';
import {contentHash, jsonBytes, tagged, toBytes} from './bytes.js';
import type {Bytes, TaggedBody} from './bytes.js';
import type {Breather} from './breather.js';
import {shapeOfRows} from './rows.js';
import type {Rows} from './rows.js';

/** Gives the bytes of a file. */
export type Composer = () => Bytes;

/** Where a listed space is. */
export interface PlacedRow extends Pick<Space, 'location'> {
  readonly position: number;
}

export interface AreaSet {
  readonly index: TaggedBody;
  /** Area files and details files by the hash in their name. */
  readonly files: ReadonlyMap<string, Composer>;
}

/** @param head What the index says beside its areas. */
export async function buildAreaFiles(
  placed: readonly PlacedRow[],
  rows: Rows,
  head: Omit<AreaIndex, 'areas' | 'anywhere'>,
  breather: Breather,
): Promise<AreaSet> {
  const files = new Map<string, Composer>();
  const name = async (id: string, positions: Uint32Array): Promise<AreaFiles> => {
    if (breather.isDue) await breather.breathe();
    const parts = Array.from(positions, position => rows.fingerprint(position));
    // A separator that JSON holds nowhere.
    const made = await contentHash(toBytes([shapeOfRows, id, ...parts].join('\0')));
    const add = async (part: string, compose: Composer) => {
      const hash = await contentHash(toBytes(`${part} ${made}`));
      files.set(hash, compose);
      return `areas/${hash}.json`;
    };
    return {
      count: positions.length,
      href: await add('spaces', () => jsonBytes({id, spaces: Array.from(positions, position => rows.card(position))})),
      detailsHref: await add('details', () =>
        jsonBytes({id, details: Object.fromEntries(Array.from(positions, position => rows.details(position)))}),
      ),
    };
  };
  const {areas, anywhere} = divideIntoAreas(placed);
  const positionsOf = (spaces: readonly PlacedRow[]) => Uint32Array.from(spaces, ({position}) => position);
  const entries: AreaIndex['areas'][number][] = [];
  for (const {id, bbox, spaces} of areas) entries.push({id, bbox, ...(await name(id, positionsOf(spaces)))});
  const index: AreaIndex = {
    ...head,
    areas: entries,
    anywhere: await name(anywhere.id, positionsOf(anywhere.spaces)),
  };
  return {index: await tagged(jsonBytes(index)), files};
}

/** What must be said wherever the list is shown. */
export function attributionOf({sources}: Pick<Snapshot, 'sources'>): string {
  return [...new Set(sources.map(source => source.attribution ?? source.name))].join(' ');
}
