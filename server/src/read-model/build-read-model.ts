/** Makes a read model of what the store holds, letting requests through in between. */
import type {Snapshot, StoredSpace} from '../store/store.js';
import {attributionOf} from './area-files.js';
import {Breather} from './breather.js';
import {contentHash, toBytes} from './bytes.js';
import {Columns} from './columns.js';
import {PointIndex} from './point-index.js';
import {firstEndOf, isListed, publishedSpace} from './published-space.js';
import {ReadModel} from './read-model.js';
import {Rows, shapeOfRows} from './rows.js';
import {lastDayOf, londonDay} from './timetables.js';

export interface ReadModelOptions {
  readonly staleAfterDays: number;
  /** Where corrections are taken, as the area index says it. */
  readonly corrections?: string | undefined;
  readonly now?: Date;
}

export async function buildReadModel(snapshot: Snapshot, options: ReadModelOptions): Promise<ReadModel> {
  const {staleAfterDays, corrections, now = new Date()} = options;
  const breather = new Breather();
  const today = londonDay(now);
  const columns = new Columns(snapshot.spaces.length);
  const merged = new Map(snapshot.merges.map(({id, keptId}) => [id, keptId]));
  const inOrder: StoredSpace[] = [];
  // What is no longer listed comes after what is, so that listed rows are numbered without gaps.
  const others: {readonly id: string; readonly stored: StoredSpace}[] = [];
  let ended = 0;
  let endsOn: number | undefined;
  for (const stored of snapshot.spaces) {
    const {space: record} = stored;
    if (breather.isDue) await breather.breathe();
    if (merged.has(record.id)) continue;
    const space = publishedSpace(record, today);
    ended += (record.events?.length ?? 0) - (space.events?.length ?? 0);
    const last = isListed(record) ? lastDayOf(record) : undefined;
    const hasEnded = last !== undefined && last < today;
    if (hasEnded) ended++;
    for (const day of [last, firstEndOf(space)]) {
      if (day !== undefined && day >= today) endsOn = Math.min(endsOn ?? day, day);
    }
    if (isListed(record) && !hasEnded) {
      columns.addListed(space, stored.lastModified);
      inOrder.push(stored);
    } else others.push({id: record.id, stored});
  }
  const listed = inOrder.length;
  for (const {id, stored} of others) {
    columns.add({id}, stored.lastModified);
    inOrder.push(stored);
  }
  // What ends by itself changes the lists without a change in the store.
  const revision = ended === 0 ? String(snapshot.revision) : `${snapshot.revision}.${ended}`;
  return new ReadModel({
    revision: snapshot.revision,
    tag: await contentHash(toBytes([revision, snapshot.changed, staleAfterDays, corrections, shapeOfRows].join(' '))),
    endsOn,
    listed,
    columns,
    merged,
    rows: new Rows(inOrder, today, snapshot.summaries),
    indexHead: {
      revision,
      generated: snapshot.changed,
      attribution: attributionOf(snapshot),
      ...(snapshot.sources.some(source => source.sample) && {sample: true}),
      staleAfterDays,
      ...(corrections !== undefined && {corrections}),
      ...(snapshot.hasPostcodes && {postcodes: true as const}),
    },
    points: new PointIndex(columns.placedRows.map(({location}) => location?.point)),
  });
}
