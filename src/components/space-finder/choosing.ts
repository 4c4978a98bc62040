import type {Delivery, Kind, Stage} from '@held-spaces/domain/vocabularies';
import type {Choices} from './choices.js';

/** One choice, as it stands on a chip. */
export type Choice =
  | {readonly filter: 'openNow'}
  | {readonly filter: 'deliveries'; readonly option: Delivery}
  | {readonly filter: 'stages'; readonly option: Stage}
  | {readonly filter: 'kinds'; readonly option: Kind};

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
