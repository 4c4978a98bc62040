import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {adapt, type Dialect} from '@held-spaces/domain/open-referral/detect';
import type {AdaptOptions} from '@held-spaces/domain/open-referral/normalise';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {GeoPoint, Space} from '@held-spaces/domain/space';
import type {Fetch} from '../ask-json.js';
import {DirectoryError} from '../errors.js';
import {FeedClient, feedLimits, type FeedLimits} from './feed-client.js';
import {readFeedList, serviceAddress} from './feed-list.js';
import {SharedWork} from './shared-work.js';
import type {SourceSpaces, SpaceSource} from './space-source.js';

/** How long a list is taken for the newest, in milliseconds. A feed is not asked again for a change of place. */
const listStaysNew = 5 * 60_000;

/** Records of a feed that were checked longer ago never claim to be open now, as in a directory of ours. */
const staleAfterDays = 365;

export interface FeedSourceOptions {
  readonly crosswalk?: Crosswalk | undefined;
  readonly fetch?: Fetch | undefined;
  readonly limits?: Partial<FeedLimits>;
  /** Where places come from, if not from the table that widgets carry. */
  readonly places?: () => Promise<PlaceFile>;
}

/** A space, the id of its record in the feed, and whether the record held its children. */
interface Listed {
  readonly space: Space;
  readonly recordId: string | undefined;
  readonly isWhole: boolean;
}

interface Loaded {
  readonly at: number;
  readonly dialect: Dialect;
  readonly listed: ReadonlyMap<string, Listed>;
  readonly found: SourceSpaces;
}

const ownPlaces = async () => (await import('./generated/place-file.js')).placeFile;

/**
 * Somebody else's Open Referral feed, in any dialect. Its whole list is loaded, as far as a page may, and searched on the
 * device: the feed sees that somebody looked, and never where or for what. Where its lists leave out their children, it
 * also sees which of the services were opened that had not been asked for before.
 */
export class FeedSource implements SpaceSource {
  readonly #base: string;
  readonly #name: string;
  readonly #options: FeedSourceOptions;
  readonly #limits: FeedLimits;
  readonly #client: FeedClient;
  readonly #loading = new SharedWork(signal => this.#load(signal));
  #loaded: Loaded | undefined;

  /** @param base Address of the feed, without `/services`. */
  constructor(base: string, options: FeedSourceOptions = {}) {
    this.#base = base;
    this.#name = new URL(base).host;
    this.#options = options;
    this.#limits = {...feedLimits, ...options.limits};
    this.#client = new FeedClient(this.#limits, options.fetch);
  }

  places(): Promise<PlaceFile> {
    return (this.#options.places ?? ownPlaces)();
  }

  async spacesNear(_point?: GeoPoint, _radiusKm?: number, signal?: AbortSignal): Promise<SourceSpaces> {
    const kept = this.#loaded;
    if (kept && Date.now() - kept.at < listStaysNew) return kept.found;
    try {
      return (await this.#loading.join(signal)).found;
    } catch (error) {
      if (signal?.aborted || !kept) throw error;
      return {...kept.found, older: true};
    }
  }

  async details({id}: SpaceCard): Promise<Space> {
    const listed = this.#loaded?.listed.get(id);
    if (!this.#loaded || !listed) throw new DirectoryError('not-found');
    const {space, recordId, isWhole} = listed;
    if (isWhole || recordId === undefined) return space;
    const reply = await this.#client.get(serviceAddress(this.#base, recordId), new AbortController().signal);
    if (reply.status >= 400 || !('value' in reply)) throw new DirectoryError('unreadable', {status: reply.status});
    const {spaces} = adapt(this.#loaded.dialect, reply.value, await this.#adaptOptions());
    const found = spaces.find(each => each.id === id);
    if (!found) throw new DirectoryError('unreadable');
    return found;
  }

  async #load(signal: AbortSignal): Promise<Loaded> {
    const list = await readFeedList(this.#base, this.#client, this.#limits, signal);
    const {dialect, rows, isCut, isPartlyUnreadable} = list;
    const options = await this.#adaptOptions();
    const listed = new Map<string, Listed>();
    for (const {value, isWhole} of rows) {
      const {id: recordId, spaces} = adapt(dialect, value, options);
      for (const space of spaces) if (!listed.has(space.id)) listed.set(space.id, {space, recordId, isWhole});
    }
    const spaces = [...listed.values()].map(({space}) => space);
    const notes = {isFromFeed: true, unreached: [], isCut, isPartlyUnreadable};
    const loaded = {at: Date.now(), dialect, listed, found: {index: this.#index(spaces), spaces, older: false, notes}};
    this.#loaded = loaded;
    this.#client.forget();
    return loaded;
  }

  async #adaptOptions(): Promise<AdaptOptions> {
    const {crosswalk} = this.#options;
    return {
      source: this.#name,
      places: await this.places(),
      now: new Date(),
      staleAfterDays,
      ...(crosswalk && {crosswalk}),
    };
  }

  /** A feed has no index; what would stand in one. */
  #index(spaces: readonly Space[]): AreaIndex {
    return {
      revision: '',
      generated: new Date().toISOString(),
      attribution: this.#name,
      ...(spaces.some(({provenance}) => provenance.sample) && {sample: true}),
      staleAfterDays,
      areas: [],
      anywhere: {count: spaces.length, href: '', detailsHref: ''},
    };
  }
}
