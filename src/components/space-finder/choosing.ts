import {search, type Result, type SearchQuery} from '@held-spaces/domain/search';
import {moreFilters} from '@held-spaces/domain/search-more';
import {hoursOf} from '@held-spaces/domain/space-hours';
import {withWords} from '@held-spaces/domain/search-text';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {Choices, Order} from './choices.js';

/** Filters that are on or off. */
export type SwitchName =
  'openNow' | 'laterToday' | 'evenings' | 'weekend' | 'tellsNobody' | 'noReferral' | 'free' | 'evaluated';

/** Filters with a list of options, of which several may be chosen. */
export type ListName =
  'deliveries' | 'stages' | 'kinds' | 'waysIn' | 'accessFeatures' | 'languages' | 'roles' | 'audiences' | 'approaches';

/** Filters with one value that a person gives. */
export type ValueName = 'words' | 'age' | 'openAt' | 'eventsWithin';

export type FilterKey = SwitchName | ListName | ValueName;

/** One choice, as it stands on a chip. Only those of a list have an option. */
export interface Choice {
  readonly filter: FilterKey;
  readonly option?: string | undefined;
}

/** In the order of the page. */
const filters: readonly FilterKey[] = [
  'words',
  'openNow',
  'laterToday',
  'openAt',
  'evenings',
  'weekend',
  'eventsWithin',
  'tellsNobody',
  'noReferral',
  'free',
  'deliveries',
  'stages',
  'kinds',
  'waysIn',
  'accessFeatures',
  'languages',
  'age',
  'roles',
  'audiences',
  'approaches',
  'evaluated',
];

/** `list` with `item` where it was missing, or without it where it was there. */
const toggled = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item];

/** Turns a choice on, or off where it is on. A value that a person gave can only be taken away. */
export function toggle(choices: Choices, {filter, option}: Choice): Choices {
  const now = choices[filter];
  if (option !== undefined) return {...choices, [filter]: toggled((now ?? []) as readonly string[], option)};
  return {...choices, [filter]: typeof now === 'boolean' || now === undefined ? !now : undefined};
}

/** The choices in use, in the order of the filters on the page. */
export const choicesInUse = (choices: Choices): readonly Choice[] =>
  filters.flatMap((filter): readonly Choice[] => {
    const value = choices[filter];
    if (Array.isArray(value)) return value.map((option: string) => ({filter, option}));
    return value === undefined || value === false || value === '' ? [] : [{filter}];
  });

/** How well a space is known to suit the stages that were chosen: what it says itself, then what we think, then the rest. */
const stageFit =
  ({stages}: Choices) =>
  ({space: {stages: fit}}: Result): number =>
    stages.some(stage => fit.declared.includes(stage))
      ? 0
      : stages.some(stage => fit.suggested.includes(stage))
        ? 1
        : 2;

/** More people whose evaluations are published, sooner. It says how much is known, and not how good it is. */
const byPeople = ({space}: Result): number => -(space.evaluations?.people ?? 0);

/** A query with everything that was chosen, beside the first filters, and with the hours of each space. */
export const refine = (query: SearchQuery, choices: Choices, order: Order): SearchQuery => ({
  ...query,
  hoursOf,
  more: moreFilters(choices, query),
  matches: withWords(choices.words ?? ''),
  rank: order === 'stage' ? stageFit(choices) : order === 'evaluated' ? byPeople : undefined,
});

/** How many spaces are near with other choices. */
export const nearbyWith = (spaces: readonly SpaceCard[], query: SearchQuery, choices: Choices): number =>
  search(spaces, refine({...query, ...choices}, choices, 'nearest')).nearby.length;
