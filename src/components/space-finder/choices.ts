import type {SearchQuery} from '@held-spaces/domain/search';
import {stages, type Delivery, type Kind, type Stage, type StageAnswer} from '@held-spaces/domain/vocabularies';

/** What a person has chosen in the finder, place and order aside. All of it can be undone, one by one or at once. */
export type Choices = Pick<SearchQuery, 'stages' | 'kinds' | 'deliveries' | 'openNow' | 'leaveOutUnknown'>;

/** One choice, as it stands on a chip. */
export type Choice =
  | {readonly filter: 'openNow'}
  | {readonly filter: 'deliveries'; readonly option: Delivery}
  | {readonly filter: 'stages'; readonly option: Stage}
  | {readonly filter: 'kinds'; readonly option: Kind};

export const noChoices: Choices = {stages: [], kinds: [], deliveries: [], openNow: false, leaveOutUnknown: false};

/** `list` with `item` where it was missing, or without it where it was there. */
export const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item];

/** Turns a choice on, or off where it is on. */
export function toggle(choices: Choices, choice: Choice): Choices {
  switch (choice.filter) {
    case 'openNow':
      return {...choices, openNow: !choices.openNow};
    case 'deliveries':
      return {...choices, deliveries: toggled(choices.deliveries, choice.option)};
    case 'stages':
      return {...choices, stages: toggled(choices.stages, choice.option)};
    case 'kinds':
      return {...choices, kinds: toggled(choices.kinds, choice.option)};
  }
}

/** The choices in use, in the order of the filters on the page. */
export function choicesInUse({openNow, deliveries, stages, kinds}: Choices): readonly Choice[] {
  return [
    ...(openNow ? [{filter: 'openNow'} as const] : []),
    ...deliveries.map(option => ({filter: 'deliveries', option}) as const),
    ...stages.map(option => ({filter: 'stages', option}) as const),
    ...kinds.map(option => ({filter: 'kinds', option}) as const),
  ];
}

/** Of the answers a person gave about where they are, those that a space can suit. "Not sure" leaves nothing out. */
export const stagesAmong = (answers: readonly StageAnswer[]): readonly Stage[] =>
  stages.filter(stage => answers.includes(stage));
