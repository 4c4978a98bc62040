import {taxonomyId, termId} from '@held-spaces/domain/open-referral/oruk3';
import type {IdOf} from '@held-spaces/domain/open-referral/oruk3';
import {taxonomies} from '@held-spaces/domain/open-referral/taxonomies';
import type {Taxonomy, Term} from '@held-spaces/domain/open-referral/taxonomies';
import {idOf} from '../ids.js';

const known = new Map<string, string>();

/** As `idOf`, except that ids of our few terms and taxonomies are worked out once: every service names a dozen. */
export const idOnceOf: IdOf = (kind, key) => {
  if (kind !== 'taxonomy' && kind !== 'taxonomy_term') return idOf(kind, key);
  const name = `${kind}:${key}`;
  const id = known.get(name) ?? idOf(kind, key);
  known.set(name, id);
  return id;
};

export interface KnownTerm {
  readonly taxonomy: Taxonomy;
  readonly term: Term;
}

/** Every taxonomy of ours by its id. */
export const taxonomiesById: ReadonlyMap<string, Taxonomy> = new Map(
  taxonomies.map(taxonomy => [taxonomyId(taxonomy, idOnceOf), taxonomy]),
);

/** Every term of ours by its id, taxonomy by taxonomy. */
export const termsById: ReadonlyMap<string, KnownTerm> = new Map(
  taxonomies.flatMap(taxonomy =>
    taxonomy.terms.map(term => [termId(taxonomy, term.key, idOnceOf), {taxonomy, term}] as const),
  ),
);

/** Id of the taxonomy that a term is of, for terms that we know. */
export function taxonomyIdOf(term: string): string | undefined {
  const found = termsById.get(term);
  return found && taxonomyId(found.taxonomy, idOnceOf);
}
