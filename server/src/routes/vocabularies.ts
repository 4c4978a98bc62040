import {
  evaluationParts,
  evaluationQuestions,
  forceAnswers,
  formVersion,
  seasonAlternatives,
  seasons,
  usualAnswers,
} from '@held-spaces/domain/evaluation';
import {taxonomyId, termId} from '@held-spaces/domain/open-referral/oruk3';
import {taxonomies} from '@held-spaces/domain/open-referral/taxonomies';
import {
  deliveries,
  disclosureTopics,
  knownAnswers,
  nations,
  roles,
  stageAnswers,
} from '@held-spaces/domain/vocabularies';
import {idOf} from '../ids.js';

/** Every closed list of words: our ids, and the ids of the same terms in Open Referral. */
export const vocabularies = {
  taxonomies: taxonomies.map(taxonomy => ({
    id: taxonomyId(taxonomy, idOf),
    key: taxonomy.key,
    name: taxonomy.name,
    description: taxonomy.description,
    linkType: taxonomy.linkType,
    terms: taxonomy.terms.map(term => ({id: termId(taxonomy, term.key, idOf), ...term})),
  })),
  stageAnswers,
  roles,
  deliveries,
  nations,
  disclosureTopics,
  knownAnswers,
  evaluation: {
    formVersion,
    parts: evaluationParts,
    questions: evaluationQuestions,
    scales: {usual: usualAnswers, force: forceAnswers, stages: stageAnswers},
    seasons,
    seasonAlternatives,
  },
} as const;
