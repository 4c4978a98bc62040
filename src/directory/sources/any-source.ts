import type {WholeSpace} from '@held-spaces/domain/area-card';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {objectOf, textOf} from '@held-spaces/domain/open-referral/feed-json';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {GeoPoint} from '@held-spaces/domain/space';
import {DirectoryError} from '../errors.js';
import {FeedClient, feedLimits} from './feed-client.js';
import {FeedSource, type FeedSourceOptions} from './feed-source.js';
import type {SourceSpaces, SpaceSource} from './space-source.js';

/** The base of a feed's address, whichever of its addresses was given. */
export const baseOfFeed = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\/services$/i, '');

/** Whether a directory of ours that failed so may be something else: what is busy or offline would be no other thing. */
const mayBeFeed = ({kind}: DirectoryError) => !['offline', 'busy', 'timeout'].includes(kind);

/**
 * A directory by its address alone: ours where it has area files, an Open Referral feed otherwise. Ours speaks Open
 * Referral too, and where its area files fail it must not be read as a feed, which would load its services by the page;
 * so what stands at the address itself is asked what it is.
 */
export class AnySource implements SpaceSource {
  readonly #ours: SpaceSource;
  readonly #base: string;
  readonly #options: FeedSourceOptions;
  /** Once it was seen to be one. */
  #feed: FeedSource | undefined;
  /** The same before: whoever asks meanwhile waits for the same answers. */
  #perhaps: FeedSource | undefined;
  #failure: unknown;
  #isOurs: boolean | undefined;

  /**
   * @param ours The same address, read as a directory of ours.
   * @param failure How that has failed, where it was tried already.
   */
  constructor(ours: SpaceSource, url: string, options: FeedSourceOptions = {}, failure?: unknown) {
    this.#ours = ours;
    this.#base = baseOfFeed(url);
    this.#options = options;
    this.#failure = failure;
  }

  async places(signal?: AbortSignal): Promise<PlaceFile> {
    if (this.#feed) return this.#feed.places();
    const failure = this.#failure;
    this.#failure = undefined;
    try {
      if (failure) throw failure;
      return await this.#ours.places(signal);
    } catch (error) {
      if (await this.#mustBeOurs(error, signal)) throw error;
      // The next question need not fail first.
      if (this.#isOurs === false) this.#failure = error;
      return this.#asFeed().places();
    }
  }

  async spacesNear(point: GeoPoint | undefined, radiusKm: number, signal?: AbortSignal): Promise<SourceSpaces> {
    if (this.#feed) return this.#feed.spacesNear(point, radiusKm, signal);
    const failure = this.#failure;
    this.#failure = undefined;
    try {
      if (failure) throw failure;
      return await this.#ours.spacesNear(point, radiusKm, signal);
    } catch (error) {
      if (await this.#mustBeOurs(error, signal)) throw error;
      const feed = this.#asFeed();
      // It stands for the address only once it was seen to be a feed, and not for a network that came and went.
      if (this.#isOurs === false) this.#feed = feed;
      try {
        const found = await feed.spacesNear(point, radiusKm, signal);
        this.#feed = feed;
        return found;
      } catch (feedError) {
        throw this.#feed || signal?.aborted ? feedError : error;
      }
    }
  }

  #asFeed(): FeedSource {
    return (this.#perhaps ??= new FeedSource(this.#base, this.#options));
  }

  get url(): string | undefined {
    return this.#feed || this.#failure ? undefined : this.#ours.url;
  }

  newestIndex(): Promise<{readonly value: AreaIndex}> {
    return (this.url && this.#ours.newestIndex?.()) || Promise.reject(new DirectoryError('not-found'));
  }

  details(card: SpaceCard, index: AreaIndex): Promise<WholeSpace> {
    return (this.#feed ?? this.#ours).details(card, index);
  }

  /** Whether a failure is a directory of ours that failed, as far as can be told. */
  async #mustBeOurs(error: unknown, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted || !(error instanceof DirectoryError) || !mayBeFeed(error)) return true;
    this.#isOurs ??= await this.#saysItIsOurs(signal);
    return this.#isOurs === true;
  }

  /** `undefined` where nobody can tell: many feeds have no page there, and send a 404 that a page may not read. */
  async #saysItIsOurs(signal = new AbortController().signal): Promise<boolean | undefined> {
    try {
      const client = new FeedClient({...feedLimits, ...this.#options.limits}, this.#options.fetch);
      const reply = await client.get(`${this.#base}/`, signal);
      const about = 'value' in reply ? objectOf(reply.value) : undefined;
      return /\/held\//.test(textOf(about?.['openapi_url']) ?? '');
    } catch {
      if (signal.aborted) throw signal.reason;
      return undefined;
    }
  }
}
