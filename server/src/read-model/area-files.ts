/**
 * The files that the finder searches on the device. Each is named by the hash of what is in it, and put together from
 * the parts of its spaces when it is asked for: copying them costs a tenth of a millisecond, keeping them twice does not pay.
 */
import {divideIntoAreas} from '@held-spaces/domain/area-file';
import type {AreaFiles, AreaIndex} from '@held-spaces/domain/area-file';
import type {Space} from '@held-spaces/domain/space';
import type {Snapshot} from '../store/store.js';
import type {ByteStore} from './byte-store.js';
import {contentHash, joinJson} from './bytes.js';
import type {Bytes} from './bytes.js';
import type {Breather} from './breather.js';

/** Gives the bytes of a file. */
export type Composer = () => Bytes;

/** Where a listed space is. */
export interface PlacedRow extends Pick<Space, 'location'> {
  readonly position: number;
}

export interface AreaSet {
  readonly areas: AreaIndex['areas'];
  readonly anywhere: AreaFiles;
  /** Area files and details files by the hash in their name. */
  readonly files: ReadonlyMap<string, Composer>;
}

export async function buildAreaFiles(
  rows: readonly PlacedRow[],
  cards: ByteStore,
  details: ByteStore,
  breather: Breather,
): Promise<AreaSet> {
  const files = new Map<string, Composer>();
  const write = async (compose: Composer): Promise<string> => {
    const hash = await contentHash(compose());
    files.set(hash, compose);
    return `areas/${hash}.json`;
  };
  const writeBoth = async (id: string, spaces: readonly PlacedRow[]): Promise<AreaFiles> => {
    const positions = Uint32Array.from(spaces, ({position}) => position);
    const parts = (store: ByteStore) => Array.from(positions, position => store.at(position));
    const name = JSON.stringify(id);
    if (breather.isDue) await breather.breathe();
    return {
      count: positions.length,
      href: await write(() => joinJson(`{"id":${name},"spaces":[`, parts(cards), ']}')),
      detailsHref: await write(() => joinJson(`{"id":${name},"details":{`, parts(details), '}}')),
    };
  };
  const {areas, anywhere} = divideIntoAreas(rows);
  const entries: AreaIndex['areas'][number][] = [];
  for (const {id, bbox, spaces} of areas) entries.push({id, bbox, ...(await writeBoth(id, spaces))});
  return {areas: entries, anywhere: await writeBoth(anywhere.id, anywhere.spaces), files};
}

/** What must be said wherever the list is shown. */
export function attributionOf({sources}: Pick<Snapshot, 'sources'>): string {
  return [...new Set(sources.map(source => source.attribution ?? source.name))].join(' ');
}
