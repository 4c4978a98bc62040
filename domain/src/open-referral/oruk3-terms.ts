/** Our vocabularies on a service, as taxonomy terms and attributes of Open Referral UK 3.0. */
import {stagesOf} from '../space.js';
import type {Space} from '../space.js';
import {isOneOf, knownAnswers, type DisclosureTopic} from '../vocabularies.js';
import {given, type IdOf, type JsonObject} from './oruk3-json.js';
import {
  accessRoutes,
  accessTaxonomy,
  approachTaxonomy,
  audienceTaxonomy,
  continuityTaxonomy,
  disclosureKey,
  disclosureTaxonomy,
  exclusionTaxonomy,
  roadmap,
  spaceKinds,
} from './taxonomies.js';
import type {Taxonomy} from './taxonomies.js';

/** The terms that a service carries, for filtering: of each taxonomy the keys, none of them twice. */
export function termsOf(space: Space): readonly (readonly [taxonomy: Taxonomy, keys: readonly string[]])[] {
  return [[roadmap, stagesOf(space)], ...otherTerms(space)];
}

/** Every attribute of a service. A stage's says who thinks so. */
export function attributesOf(space: Space, idOf: IdOf): readonly JsonObject[] {
  return [
    ...attributes(space, roadmap, space.stages.declared, idOf),
    ...attributes(space, {...roadmap, linkType: 'roadmap_stage_suggested'}, space.stages.suggested, idOf),
    ...otherTerms(space).flatMap(([taxonomy, keys]) => attributes(space, taxonomy, keys, idOf)),
  ];
}

function otherTerms(space: Space): readonly (readonly [taxonomy: Taxonomy, keys: readonly string[]])[] {
  const {kinds, audiences, waysIn, approaches = [], accessFeatures = [], exclusions = [], continuity} = space;
  return [
    [spaceKinds, kinds],
    [audienceTaxonomy, audiences],
    [accessRoutes, waysIn],
    [disclosureTaxonomy, disclosureKeys(space)],
    [approachTaxonomy, approaches],
    [accessTaxonomy, accessFeatures],
    [exclusionTaxonomy, [...new Set(exclusions.flatMap(({id}) => id ?? []))]],
    [continuityTaxonomy, continuity?.terms ?? []],
  ];
}

/** What the space has answered about telling others, as terms. */
function disclosureKeys({disclosure}: Space): readonly string[] {
  return Object.entries(disclosure.answers).flatMap(([topic, answer]) =>
    isOneOf(knownAnswers, answer) ? [disclosureKey(topic as DisclosureTopic, answer)] : [],
  );
}

export const taxonomyId = (taxonomy: Pick<Taxonomy, 'key'>, idOf: IdOf): string => idOf('taxonomy', taxonomy.key);

/** A taxonomy as Open Referral gives it: with its terms by its id, without them in lists. */
export function toTaxonomy(taxonomy: Taxonomy, idOf: IdOf, form: 'row' | 'full'): JsonObject {
  const id = taxonomyId(taxonomy, idOf);
  return given({
    id,
    name: taxonomy.name,
    description: taxonomy.description,
    uri: `urn:uuid:${id}`,
    taxonomy_terms: form === 'full' ? taxonomy.terms.map(({key}) => toTerm(taxonomy, key, idOf)) : undefined,
  });
}

export const termId = (taxonomy: Pick<Taxonomy, 'key'>, term: string, idOf: IdOf): string =>
  idOf('taxonomy_term', `${taxonomy.key}/${term}`);

/** A term as Open Referral gives it. */
export function toTerm(taxonomy: Taxonomy, key: string, idOf: IdOf): JsonObject {
  const id = termId(taxonomy, key, idOf);
  const term = taxonomy.terms.find(each => each.key === key);
  return {
    id,
    code: key,
    name: term?.name ?? key,
    description: term?.description ?? key,
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomyId(taxonomy, idOf),
    term_uri: `urn:uuid:${id}`,
  };
}

function attributes(space: Space, taxonomy: Taxonomy, keys: readonly string[], idOf: IdOf): JsonObject[] {
  return keys.map(key => ({
    id: idOf('attribute', `${space.id}/${taxonomy.linkType}/${key}`),
    link_id: space.id,
    link_type: taxonomy.linkType,
    taxonomy_term_id: termId(taxonomy, key, idOf),
    taxonomy_term: toTerm(taxonomy, key, idOf),
  }));
}
