import type {SearchQuery} from '@held-spaces/domain/search';
import type {MoreChoices} from '@held-spaces/domain/more-choices';

/** What a person has chosen in the finder, place and order aside. All of it can be undone, one by one or at once. */
export interface Choices
  extends Pick<SearchQuery, 'stages' | 'kinds' | 'deliveries' | 'openNow' | 'leaveOutUnknown'>, MoreChoices {
  /** Words that a space must have in what it says of itself. */
  readonly words?: string;
}

/** What comes first in a list. */
export type Order = 'nearest' | 'open' | 'stage' | 'evaluated';

export const noChoices: Choices = {stages: [], kinds: [], deliveries: [], openNow: false, leaveOutUnknown: false};
