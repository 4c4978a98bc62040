/** The tables, as the newest migration leaves them. Times are ISO 8601 text, documents are JSON text. */
import type {Kysely} from 'kysely';
import type {Standing} from '../desk-store.js';

export interface Tables {
  sources: {name: string; facts: string};
  spaces: {id: string; source: string; name: string; last_modified: string; document: string};
  evaluations: {
    key_hash: string;
    body_hash: string;
    code_hash: string;
    service_id: string;
    /** `YYYY-MM`. Nothing finer is kept. */
    month: string;
    /** The submission without its consent and service. */
    document: string;
    /** Where its ticks stand. */
    standing: Standing;
    /** Where its words stand, where it has any. */
    words_state: string | null;
    /** The rest of its state, as JSON. */
    moderation: string;
  };
  /** What the desk keeps, under `kind/id`. */
  desk_records: {id: string; document: string};
  /** What moderators did. Lines are added and never changed. */
  audit_log: {line: number; entry: string; hash: string};
  /** Tokens that were used, until they expire: hours since 1970. */
  spent_tokens: {id: string; expires: number};
  /** One row. */
  revision: {id: number; number: number; changed: string};
  settings: {name: string; value: string};
  /** Every idempotency key that an evaluation was kept under, as its keyed hash, whether that was taken back or not. */
  used_keys: {key_hash: string};
  /** Spaces that a keeper said are another, which stands for them. Neither has to be in the store at the moment. */
  merged_spaces: {id: string; kept_id: string};
  /** The unit postcodes of each district, as the JSON that is served. */
  postcodes: {outcode: string; file: string};
}

/** The tables with their primary keys, in an order in which they can be filled. */
export const primaryKeys: Readonly<Record<keyof Tables, string>> = {
  sources: 'name',
  spaces: 'id',
  evaluations: 'key_hash',
  used_keys: 'key_hash',
  merged_spaces: 'id',
  desk_records: 'id',
  audit_log: 'line',
  spent_tokens: 'id',
  postcodes: 'outcode',
  revision: 'id',
  settings: 'name',
};

/** What a database system does in a way of its own. All else is the same code. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** For reads that may be long, so that writes do not wait for them. May be the same as `db`. */
  readonly reader: Kysely<Tables>;
  /** The column in whose order all spaces are read quickest: that in which they lie on the disk. */
  readonly spacesLieBy: 'rowid' | 'id';
  /** How messages name the store. Holds no password. */
  readonly name: string;
  /** What an error of the database means. */
  readonly meaningOf: (error: unknown) => ErrorMeaning;
  /** Called after a deletion that must leave nothing behind in the database's own files. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * `full`: no room. `locked`: another process holds what is needed, and the same work can be tried again.
 * `other`: anything else, a lost connection included.
 */
export type ErrorMeaning = 'full' | 'locked' | 'other';
