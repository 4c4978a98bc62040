import type {SearchQuery} from '@held-spaces/domain/search';

/** What a person has chosen in the finder, place and order aside. All of it can be undone, one by one or at once. */
export type Choices = Pick<SearchQuery, 'stages' | 'kinds' | 'deliveries' | 'openNow' | 'leaveOutUnknown'>;

export const noChoices: Choices = {stages: [], kinds: [], deliveries: [], openNow: false, leaveOutUnknown: false};
