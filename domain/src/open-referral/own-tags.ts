/** Tags of our own taxonomies on a service: from another directory like this one, or from a feed that took up our terms. */
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  exclusions,
  isOneOf,
  kinds,
  stages,
  waysIn,
} from '../vocabularies.js';
import type {AccessFeature, Approach, Audience, Continuity, Exclusion, Kind, Stage, WayIn} from '../vocabularies.js';
import type {FeedTerm} from './crosswalk.js';
import {
  accessRoutes,
  accessTaxonomy,
  approachTaxonomy,
  audienceTaxonomy,
  continuityTaxonomy,
  exclusionTaxonomy,
  roadmap,
  spaceKinds,
} from './taxonomies.js';
import type {Taxonomy} from './taxonomies.js';

export interface OwnTags {
  readonly declaredStages: readonly Stage[];
  readonly suggestedStages: readonly Stage[];
  readonly kinds: readonly Kind[];
  readonly audiences: readonly Audience[];
  readonly waysIn: readonly WayIn[];
  readonly approaches: readonly Approach[];
  readonly accessFeatures: readonly AccessFeature[];
  readonly exclusions: readonly Exclusion[];
  readonly continuity: readonly Continuity[];
}

/** A term counts as ours only where its code, its taxonomy's name and its link type all say so. */
function tagsOf<T extends string>(
  terms: readonly FeedTerm[],
  taxonomy: Taxonomy,
  list: readonly T[],
  linkType = taxonomy.linkType,
): readonly T[] {
  const codes = terms
    .filter(term => term.taxonomy === taxonomy.name && term.linkType === linkType)
    .map(({code}) => code)
    .filter(code => isOneOf(list, code));
  return [...new Set(codes)];
}

export function ownTags(terms: readonly FeedTerm[]): OwnTags {
  return {
    declaredStages: tagsOf(terms, roadmap, stages),
    suggestedStages: tagsOf(terms, roadmap, stages, 'roadmap_stage_suggested'),
    kinds: tagsOf(terms, spaceKinds, kinds),
    audiences: tagsOf(terms, audienceTaxonomy, audiences),
    waysIn: tagsOf(terms, accessRoutes, waysIn),
    approaches: tagsOf(terms, approachTaxonomy, approaches),
    accessFeatures: tagsOf(terms, accessTaxonomy, accessFeatures),
    exclusions: tagsOf(terms, exclusionTaxonomy, exclusions),
    continuity: tagsOf(terms, continuityTaxonomy, continuities),
  };
}
