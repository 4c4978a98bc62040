import type {WholeSpace} from '@held-spaces/domain/area-card';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {GeoPoint} from '@held-spaces/domain/space';
import {DirectoryError} from '../errors.js';
import {mergeSpaces, type SpacesOf} from './merge-spaces.js';
import type {ListNotes, SourceSpaces, SpaceSource} from './space-source.js';

/** One of several directories. */
export interface NamedSource {
  /** The name of its host, as people read it where it could not be reached. */
  readonly name: string;
  readonly source: SpaceSource;
}

/** Once one directory has answered, the others have this long, in milliseconds. They go on, for when it is asked again. */
const othersWithin = 8000;

interface Outcome {
  readonly name: string;
  readonly source: SpaceSource;
  readonly found?: SourceSpaces;
  readonly error?: unknown;
}

/**
 * Several directories as one list, each space once. One that fails or takes long is named, and does the others no harm;
 * only where all fail is there no list.
 */
export class MergedSource implements SpaceSource {
  readonly #sources: readonly NamedSource[];
  readonly #othersWithin: number;
  /** Where each space of the merged list stands in its own directory's. */
  #origins: ReadonlyMap<string, {readonly source: SpaceSource; readonly card: SpaceCard; readonly index: AreaIndex}> =
    new Map();

  constructor(sources: readonly NamedSource[], {othersWithin: within = othersWithin} = {}) {
    this.#sources = sources;
    this.#othersWithin = within;
  }

  /** Of the first directory that has them: any place file names all places. */
  async places(signal?: AbortSignal): Promise<PlaceFile> {
    let failure: unknown = new DirectoryError('unreachable');
    for (const {source} of this.#sources) {
      try {
        return await source.places(signal);
      } catch (error) {
        if (signal?.aborted) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  async spacesNear(point: GeoPoint | undefined, radiusKm: number, signal?: AbortSignal): Promise<SourceSpaces> {
    const outcomes = await this.#outcomes(source => source.spacesNear(point, radiusKm, signal));
    if (signal?.aborted) throw signal.reason;
    const all = outcomes.flatMap(({name, source, found}) => (found ? [{name, source, found}] : []));
    const [first] = all;
    if (!first) throw outcomes.find(({error}) => error)?.error ?? new DirectoryError('unreachable');
    const merged = mergeSpaces(all.map(({name, found}): SpacesOf => ({name, spaces: found.spaces})));
    this.#origins = new Map(
      merged.flatMap(({space, from: {list, card}}) => {
        const origin = all[list];
        return origin ? [[space.id, {source: origin.source, card, index: origin.found.index}] as const] : [];
      }),
    );
    const has = (note: 'isFromFeed' | 'isCut' | 'isPartlyUnreadable') => all.some(({found}) => found.notes?.[note]);
    const notes: ListNotes = {
      isFromFeed: has('isFromFeed'),
      isCut: has('isCut'),
      isPartlyUnreadable: has('isPartlyUnreadable'),
      unreached: outcomes.filter(({found}) => !found).map(({name}) => name),
    };
    return {
      index: indexOf(all.map(({found}) => found.index)),
      spaces: merged.map(({space}) => space),
      older: all.some(({found}) => found.older),
      notes,
    };
  }

  async details({id}: SpaceCard): Promise<WholeSpace> {
    const origin = this.#origins.get(id);
    if (!origin) throw new DirectoryError('not-found');
    return {...(await origin.source.details(origin.card, origin.index)), id};
  }

  get url(): string | undefined {
    return this.#ours?.url;
  }

  newestIndex(): Promise<{readonly value: AreaIndex}> {
    return this.#ours?.newestIndex?.() ?? Promise.reject(new DirectoryError('not-found'));
  }

  get #ours(): SpaceSource | undefined {
    return this.#sources.find(({source}) => source.url)?.source;
  }

  indexOf({id}: SpaceCard): AreaIndex | undefined {
    return this.#origins.get(id)?.index;
  }

  /** What became of each, once all are done or those that are not have had their time. */
  #outcomes(ask: (source: SpaceSource) => Promise<SourceSpaces>): Promise<readonly Outcome[]> {
    return new Promise(resolve => {
      const outcomes: Outcome[] = this.#sources.map(each => ({...each}));
      let open = outcomes.length;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (index: number, outcome: Pick<Outcome, 'found' | 'error'>) => {
        const {name, source} = outcomes[index] as Outcome;
        outcomes[index] = {name, source, ...outcome};
        if (outcome.found) timer ??= setTimeout(() => resolve([...outcomes]), this.#othersWithin);
        if (--open > 0) return;
        clearTimeout(timer);
        resolve([...outcomes]);
      };
      this.#sources.forEach(({source}, index) => {
        ask(source).then(
          found => settle(index, {found}),
          (error: unknown) => settle(index, {error}),
        );
      });
      if (open === 0) resolve([]);
    });
  }
}

/** An index that holds for all: nothing is said of "now" that one of them would not say. */
function indexOf(indexes: readonly AreaIndex[]): AreaIndex {
  return {
    revision: indexes.map(({revision}) => revision).join(' '),
    generated: indexes.map(({generated}) => generated).sort()[0] ?? '',
    attribution: [...new Set(indexes.map(({attribution}) => attribution))].join('; '),
    ...(indexes.some(({sample}) => sample) && {sample: true}),
    staleAfterDays: Math.min(...indexes.map(({staleAfterDays}) => staleAfterDays)),
    areas: [],
    anywhere: {count: 0, href: '', detailsHref: ''},
  };
}
