import type {Space, SpaceContinuity, SpaceExclusion} from '../space.js';
import type {Meaning} from './crosswalk.js';
import type {OwnFacts} from './own-facts.js';
import type {OwnTags} from './own-tags.js';

type Facts = Pick<Space, 'approaches' | 'accessFeatures' | 'exclusions' | 'continuity' | 'arrival' | 'events'>;

/** What our own tags, a crosswalk and another directory's own words say together. What none of them says is left out. */
export function termFacts(tags: OwnTags, meaning: Meaning, own?: OwnFacts): Facts {
  const approaches = together(tags.approaches, meaning.approaches);
  const accessFeatures = together(tags.accessFeatures, meaning.accessFeatures);
  const exclusions = exclusionsOf(together(tags.exclusions, meaning.exclusions), own?.exclusions ?? []);
  const continuity: SpaceContinuity = {
    ...own?.continuity,
    terms: together(own?.continuity.terms ?? [], together(tags.continuity, meaning.continuity)),
  };
  return {
    ...(approaches.length > 0 && {approaches}),
    ...(accessFeatures.length > 0 && {accessFeatures}),
    ...(exclusions.length > 0 && {exclusions}),
    ...((continuity.terms.length > 0 || continuity.limit !== undefined || continuity.wait) && {continuity}),
    ...(own?.arrival && {arrival: own.arrival}),
    ...(own && own.events.length > 0 && {events: own.events}),
  };
}

const together = <T>(some: readonly T[], others: readonly T[]): readonly T[] => [...new Set([...some, ...others])];

/** Those with words first; a term that none of them names stands without. */
function exclusionsOf(
  ids: readonly NonNullable<SpaceExclusion['id']>[],
  worded: readonly SpaceExclusion[],
): readonly SpaceExclusion[] {
  const named = worded.map(({id}) => id);
  return [...worded, ...ids.filter(id => !named.includes(id)).map(id => ({id}))];
}
