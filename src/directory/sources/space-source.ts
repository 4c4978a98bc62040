import type {WholeSpace} from '@held-spaces/domain/area-card';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {GeoPoint} from '@held-spaces/domain/space';

/** What a person should be told of a list that is not all there, or not ours. */
export interface ListNotes {
  /** It comes, in part or in whole, from a service that is not a directory of ours. */
  readonly isFromFeed: boolean;
  /** Directories that could not be reached, by the names of their hosts. What the others gave stands in the list. */
  readonly unreached: readonly string[];
  /** A feed is longer than a page may load, so that a space may be missing, or listed without its place. */
  readonly isCut: boolean;
  /** A part of a feed is no list in any dialect. The rest of it is in the list. */
  readonly isPartlyUnreadable: boolean;
}

/** The spaces that a source gave, and the facts that hold for all of them. */
export interface SourceSpaces {
  readonly index: AreaIndex;
  readonly spaces: readonly SpaceCard[];
  /** The newest list could not be had, so this one is from earlier. */
  readonly older: boolean;
  /** Missing where there is nothing to tell. */
  readonly notes?: ListNotes | undefined;
}

/**
 * Where spaces come from: a directory of ours by its area files, somebody else's Open Referral feed, or several of
 * them together. No source is told what a person looks for or where: filters and distances are worked out on the device.
 */
export interface SpaceSource {
  /** The postcode districts and towns by which a place is found on the device. */
  places(signal?: AbortSignal): Promise<PlaceFile>;

  /**
   * At least every space within the circle that the source can give, and every one usable from anywhere.
   *
   * @param point Middle of the circle; without one, only what can be used from anywhere has to be there.
   * @param radiusKm Its radius in kilometres.
   * @param signal Aborted once nobody waits any more. What has been received by then is kept for a repeat.
   * @throws {DirectoryError} Never an empty list in place of a failure.
   */
  spacesNear(point: GeoPoint | undefined, radiusKm: number, signal?: AbortSignal): Promise<SourceSpaces>;

  /**
   * All that the source knows of a space in its list.
   * @throws {DirectoryError}
   */
  details(card: SpaceCard, index: AreaIndex): Promise<WholeSpace>;

  /** Its address, where it is a directory of ours, or the first of several that is. */
  readonly url?: string | undefined;

  /** The newest index of the directory at `url`. */
  newestIndex?(): Promise<{readonly value: AreaIndex}>;

  /** Of several directories, the index of the one that a space came from. Missing where there is only one. */
  indexOf?(card: SpaceCard): AreaIndex | undefined;
}
