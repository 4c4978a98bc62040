/**
 * Everything that the public reads, made once when the store changes and never changed after: each answer is a look-up
 * and a copy of bytes. Turning objects into JSON at every request costs three to four times all the rest of it.
 */
import {divideIntoAreas, toCard, toDetails} from '@held-spaces/domain/area-file';
import type {AreaFiles, AreaIndex} from '@held-spaces/domain/area-file';
import {taxonomyId, termIdsOf, termId, toService, toServiceSummary} from '@held-spaces/domain/open-referral/oruk3';
import {taxonomies} from '@held-spaces/domain/open-referral/taxonomies';
import {placeName} from '@held-spaces/domain/space';
import type {Space} from '@held-spaces/domain/space';
import {fold} from '@held-spaces/domain/text';
import {idOf} from '../ids.js';
import type {Snapshot, StoredSpace} from '../store/store.js';
import {contentHash, jsonBytes, tagged} from './bytes.js';
import type {Bytes, TaggedBody} from './bytes.js';

/** One service as lists need it. */
export interface ServiceRow {
  readonly id: string;
  /** The row of a list, as JSON. */
  readonly summary: Bytes;
  readonly minimal: Bytes;
  readonly full: TaggedBody;
  /** What a search looks in, folded. */
  readonly text: string;
  readonly termIds: ReadonlySet<string>;
  readonly organizationId?: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

export interface ReadModel {
  readonly revision: number;
  /** What is listed: open spaces, and those that are closed for a while. By name. */
  readonly services: readonly ServiceRow[];
  /** Everything that a saved link may point to, services that are no longer listed included. */
  readonly byId: ReadonlyMap<string, ServiceRow>;
  readonly areaIndex: TaggedBody;
  /** Area files and details files by the hash in their name. */
  readonly files: ReadonlyMap<string, Bytes>;
}

/** Spaces made ready before other work gets a turn. */
const batch = 250;

const taxonomyOfTerm: ReadonlyMap<string, string> = new Map(
  taxonomies.flatMap(taxonomy =>
    taxonomy.terms.map(term => [termId(taxonomy, term.key, idOf), taxonomyId(taxonomy, idOf)] as const),
  ),
);

/** Id of the taxonomy that a term is of, for terms that we know. */
export const taxonomyIdOf = (term: string): string | undefined => taxonomyOfTerm.get(term);

export async function buildReadModel(
  snapshot: Snapshot,
  options: {readonly staleAfterDays: number},
): Promise<ReadModel> {
  const rows: [Space, ServiceRow][] = [];
  for (const [index, {space: stored, lastModified}] of snapshot.spaces.entries()) {
    const space = withoutPrivateAddress(stored);
    rows.push([space, await toRow({space, lastModified})]);
    if (index % batch === batch - 1) await pause();
  }
  const listed = rows.filter(([space]) => isListed(space));
  const files = new Map<string, Bytes>();
  const areaIndex = await buildAreaFiles(
    snapshot,
    listed.map(([space]) => space),
    options.staleAfterDays,
    files,
  );
  return {
    revision: snapshot.revision,
    services: listed.map(([, row]) => row),
    byId: new Map(rows.map(([, row]) => [row.id, row])),
    areaIndex: await tagged(jsonBytes(areaIndex)),
    files,
  };
}

const isListed = ({status}: Space) => status === 'active' || status === 'temporarily closed';

/** Of a space whose address is private, only the area it serves is published, whatever its record holds. */
function withoutPrivateAddress(space: Space): Space {
  if (space.location?.precision !== 'area') return space;
  const {point, area} = space.location;
  return {...space, location: {precision: 'area', ...(point && {point}), ...(area !== undefined && {area})}};
}

async function toRow({space, lastModified}: StoredSpace): Promise<ServiceRow> {
  const options = {idOf, lastModified};
  const summary = toServiceSummary(space, options);
  return {
    id: space.id,
    summary: jsonBytes(summary),
    // Name and status too: without them no row is valid under the standard's own schema.
    minimal: jsonBytes({id: space.id, name: space.name, status: space.status, last_modified: lastModified}),
    full: await tagged(jsonBytes(toService(space, options))),
    text: searchText(space),
    termIds: new Set(termIdsOf(space, idOf)),
    ...(space.organization && {organizationId: space.organization.id}),
    lastModified: Date.parse(lastModified),
  };
}

function searchText(space: Space): string {
  const {name, organization, summary, areaServed, location} = space;
  const texts = [name, organization?.name, summary, placeName(space), location?.address?.locality, areaServed.region];
  return fold(texts.filter(text => text !== undefined).join(' '));
}

async function buildAreaFiles(
  snapshot: Snapshot,
  spaces: readonly Space[],
  staleAfterDays: number,
  files: Map<string, Bytes>,
): Promise<AreaIndex> {
  const write = async (file: unknown): Promise<string> => {
    const bytes = jsonBytes(file);
    const hash = await contentHash(bytes);
    files.set(hash, bytes);
    return `areas/${hash}.json`;
  };
  const writeBoth = async ({
    id,
    spaces: own,
  }: {
    readonly id: string;
    readonly spaces: readonly Space[];
  }): Promise<AreaFiles> => ({
    count: own.length,
    href: await write({id, spaces: own.map(toCard)}),
    detailsHref: await write({id, details: Object.fromEntries(own.map(space => [space.id, toDetails(space)]))}),
  });
  const {areas, anywhere} = divideIntoAreas(spaces);
  const entries: AreaIndex['areas'][number][] = [];
  for (const area of areas) {
    entries.push({id: area.id, bbox: area.bbox, ...(await writeBoth(area))});
    await pause();
  }
  return {
    revision: String(snapshot.revision),
    generated: snapshot.changed,
    attribution: attributionOf(snapshot),
    ...(snapshot.sources.some(source => source.sample) && {sample: true}),
    staleAfterDays,
    areas: entries,
    anywhere: await writeBoth(anywhere),
  };
}

function attributionOf({sources}: Snapshot): string {
  return [...new Set(sources.map(source => source.attribution ?? source.name))].join(' ');
}

/** Lets requests through while a large directory is made ready. */
const pause = () => new Promise<void>(resolve => setTimeout(resolve));
