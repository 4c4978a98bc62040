import {v5} from 'uuid';

/** Namespace of every id that this directory makes. Changing it would break every link that people saved. */
const namespace = '9b1f6b0e-6a0e-5c1e-9d6b-1d0f3b7a5c2e';

/** Id of a space: the same for the same source and slug, on every server and at every import. */
export const spaceIdOf = (source: string, slug: string): string => v5(`${source}/${slug}`, namespace);

/** Id of anything else, by what it is and a key that is unique among its kind. */
export const idOf = (kind: string, key: string): string => v5(`${kind}:${key}`, namespace);

/** Any UUID, whatever its version, in either case. */
export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
