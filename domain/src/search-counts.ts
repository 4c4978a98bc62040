import type {SpaceCard} from './area-card.js';
import {isOpen, judge, type FilterName, type SearchQuery} from './search.js';
import {stagesOf} from './space.js';
import {deliveries, kinds, stages, type Delivery, type Kind, type Stage} from './vocabularies.js';

/** How many more each choice would show: spaces that are known to fit it and pass every other filter. */
export interface OptionCounts {
  readonly stages: Readonly<Record<Stage, number>>;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly deliveries: Readonly<Record<Delivery, number>>;
  readonly openNow: number;
}

const zeros = <T extends string>(list: readonly T[]) =>
  Object.fromEntries(list.map(id => [id, 0])) as Record<T, number>;

/**
 * For every option, how many spaces are known to fit it among those that pass all the other filters. The choices made
 * within the option's own filter are left aside, so that the number is what that option alone would find.
 */
export function countBy(spaces: readonly SpaceCard[], query: SearchQuery): OptionCounts {
  const counts = {stages: zeros(stages), kinds: zeros(kinds), deliveries: zeros(deliveries), openNow: 0};
  for (const {result, failed} of judge(spaces, query)) {
    const {space, hours} = result;
    const isCounted = (name: FilterName) => failed.every(other => other === name);
    if (isCounted('stages')) for (const id of stagesOf(space)) counts.stages[id]++;
    if (isCounted('kinds')) for (const id of space.kinds) counts.kinds[id]++;
    if (isCounted('deliveries')) for (const id of space.deliveries) counts.deliveries[id]++;
    if (isCounted('openNow') && isOpen(hours)) counts.openNow++;
  }
  return counts;
}
