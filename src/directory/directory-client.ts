import {withDetails, type WholeSpace} from '@held-spaces/domain/area-card';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {areasWithin} from '@held-spaces/domain/areas-within';
import type {PlaceFile} from '@held-spaces/domain/places';
import {receivedDetails, receivedIndex, receivedPlaces, receivedSpaces} from '@held-spaces/domain/received-files';
import type {GeoPoint} from '@held-spaces/domain/space';
import {askJson, type Fetch} from './ask-json.js';
import {DirectoryError} from './errors.js';
import type {SourceSpaces, SpaceSource} from './sources/space-source.js';

/** How long an index is taken for the newest, in milliseconds. */
const indexStaysNew = 5 * 60_000;

/**
 * One directory of our own, read by area files. It is asked for wide areas only: what a person chose, and where
 * exactly they are, stays in the page. Requests that are alike are made once, and failures are not kept.
 */
export class DirectoryClient implements SpaceSource {
  readonly #fetch: Fetch | undefined;
  readonly #requests = new Map<string, Promise<unknown>>();
  #index: {value: AreaIndex; at: number} | undefined;

  /**
   * @param url Base address of the directory, such as `https://directory.example`.
   * @param fetch Stands in for the page's own.
   */
  constructor(
    readonly url: string,
    fetch?: Fetch,
  ) {
    this.#fetch = fetch;
  }

  /**
   * All postcode districts and towns, for finding a place on the device.
   * @throws {DirectoryError}
   */
  places(): Promise<PlaceFile> {
    return this.#ask('outcodes', receivedPlaces);
  }

  /**
   * Every space that may lie within the circle, and every one that can be used from anywhere. The caller searches them.
   *
   * @param point Middle of the circle. Without one, only spaces that can be used from anywhere.
   * @param radiusKm Its radius, in kilometres; `Infinity` for the whole directory.
   * @throws {DirectoryError}
   */
  async spacesNear(point: GeoPoint | undefined, radiusKm: number): Promise<SourceSpaces> {
    const {value: index, older} = await this.newestIndex();
    const areas = point ? areasWithin(index, point, radiusKm) : [];
    const hrefs = new Set([...areas.map(area => area.href), index.anywhere.href]);
    const files = await Promise.all([...hrefs].map(href => this.#ask(href, receivedSpaces)));
    return {index, spaces: files.flatMap(file => file.spaces), older};
  }

  /**
   * All that the directory knows of a space. What is asked for is the file of the whole area, so that nobody learns
   * which space was opened.
   * @throws {DirectoryError}
   */
  async details(card: SpaceCard, index: AreaIndex): Promise<WholeSpace> {
    const point = card.location?.point;
    const areas = [...(point ? areasWithin(index, point, 0) : []), index.anywhere];
    for (const href of new Set(areas.map(area => area.detailsHref))) {
      const file = await this.#ask(href, receivedDetails);
      const details = file.details[card.id];
      if (details) return withDetails(card, details);
    }
    throw new DirectoryError('not-found');
  }

  /** The newest index that can be had, and whether that is one from earlier. */
  async newestIndex(): Promise<{value: AreaIndex; older: boolean}> {
    const kept = this.#index;
    if (kept && Date.now() - kept.at < indexStaysNew) return {value: kept.value, older: false};
    try {
      const value = await this.#ask('areas', receivedIndex, false);
      this.#index = {value, at: Date.now()};
      return {value, older: false};
    } catch (error) {
      if (!kept) throw error;
      return {value: kept.value, older: true};
    }
  }

  /** Asks once for what does not change while the page is open; for the rest again each time, but not twice at once. */
  #ask<T>(path: string, read: (value: unknown) => T, keep = true): Promise<T> {
    let request = this.#requests.get(path) as Promise<T> | undefined;
    if (!request) {
      request = askJson(`${this.url}/held/${path}`, read, {fetch: this.#fetch});
      this.#requests.set(path, request);
      const forget = () => this.#requests.delete(path);
      request.then(keep ? undefined : forget, forget);
    }
    return request;
  }
}

const clients = new Map<string, DirectoryClient>();

/** The client of a directory, one for the page, so that two widgets share its requests. */
export function directoryClient(url: string): DirectoryClient {
  const base = url.replace(/\/+$/, '');
  const client = clients.get(base) ?? new DirectoryClient(base);
  clients.set(base, client);
  return client;
}

/** Whether `url` is one that may be asked: `https`, or plain `http` on this computer or on the page's own origin. */
export function isDirectoryUrl(url: string): boolean {
  try {
    if (/\S\s+\S/.test(url)) return false;
    const {protocol, hostname, origin} = new URL(url);
    if (protocol === 'https:') return true;
    return protocol === 'http:' && (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || origin === location.origin);
  } catch {
    return false;
  }
}
