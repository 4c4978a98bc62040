import type {CrisisCost, CrisisLine} from '@held-spaces/domain/crisis';
import {msg} from '@lit/localize';

/** The words of the crisis lines that every widget shows. Names, numbers and times come from the list, never from here. */

export const titleWords = (): string => msg('Someone to turn to now', {id: 'crisis.title'});

/** Whom a line is for: the lines that every widget has. */
export const coreFor = (): Readonly<Record<string, string>> => ({
  'emergency-999': msg('When a life is in danger now', {id: 'crisis.contact.emergency-999.for'}),
  'nhs-111-england': msg('Urgent help with your mind, at any age. For you or someone else.', {
    id: 'crisis.contact.nhs-111-england.for',
  }),
  'nhs-111-wales': msg('Urgent help with your mind. For you or someone else.', {
    id: 'crisis.contact.nhs-111-wales.for',
  }),
  'nhs-24-scotland': msg('Urgent help with your mind', {id: 'crisis.contact.nhs-24-scotland.for'}),
  'lifeline-ni': msg('For anyone in distress, or worried about someone', {id: 'crisis.contact.lifeline-ni.for'}),
  samaritans: msg('For anyone who needs to talk', {id: 'crisis.contact.samaritans.for'}),
  shout: msg('For anyone who would rather text', {id: 'crisis.contact.shout.for'}),
});

/** What to do in the line's menu. */
export const optionWords = ({option}: CrisisLine): string | undefined =>
  option &&
  (option === 'choose'
    ? msg('Choose the mental health option', {id: 'crisis.contact.option.choose'})
    : msg('Press 2', {id: 'crisis.contact.option.press-2'}));

/** What a line costs that costs nothing, as every core line does. Nothing is said of another here. */
export const freeWords = (cost: CrisisCost | undefined): string | undefined =>
  cost === 'free-no-credit'
    ? msg('Free, even with no credit', {id: 'crisis.contact.cost.free-no-credit'})
    : cost === 'free'
      ? msg('Free', {id: 'crisis.contact.cost.free'})
      : undefined;

export const alwaysOpenWords = (): string => msg('Open now, day and night', {id: 'crisis.open.always'});

/** What 999 may do without asking, said wherever its number stands. */
export const emergencyTells = (): string =>
  msg('This is the emergency service. The police may come, or may not. They can act without asking you.', {
    id: 'crisis.contact.emergency-999.tell',
  });

/** Short facts, one after the other, each with the full stop that a label does not have. */
export const sentences = (...facts: readonly (string | undefined)[]): string =>
  facts.flatMap(fact => (fact ? (/[.?]$/.test(fact) ? fact : `${fact}.`) : [])).join(' ');
