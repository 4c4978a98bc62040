/**
 * Why the directory could not do what was asked.
 * `offline`: the device has no connection. `unreachable`: nothing answered, or not in a way that a page may read.
 * `timeout`: nothing answered in time. `busy`: it said to come back later. `not-found`: it does not know the thing.
 * `refused`: it answered and would not take it. `unreadable`: what came back is not what was asked for.
 */
export type DirectoryErrorKind =
  'offline' | 'unreachable' | 'timeout' | 'busy' | 'not-found' | 'refused' | 'unreadable';

/** An RFC 9457 problem, as far as a widget reads one. */
export interface Problem {
  /** The last part of the problem's type, such as `unknown-service`. */
  readonly slug?: string;
  readonly title?: string;
}

/** The one error that everything in `directory/` throws, an abort by the caller aside. */
export class DirectoryError extends Error {
  override readonly name = 'DirectoryError';

  constructor(
    readonly kind: DirectoryErrorKind,
    readonly details: {
      /** The HTTP status, where there was an answer. */
      readonly status?: number;
      readonly problem?: Problem;
      /** Seconds to wait before a repeat, where the directory said so. */
      readonly retryAfter?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`The directory request failed: ${kind}`);
  }
}
