/** What is missing from or wrong with the records of a directory, for the people who keep it. */
import {freshness} from '@held-spaces/domain/freshness';
import {openState} from '@held-spaces/domain/opening-hours';
import type {Space} from '@held-spaces/domain/space';
import {stagesOf} from '@held-spaces/domain/space';
import {tellingTopics} from '@held-spaces/domain/vocabularies';
import {retiredReason} from '../import/retired.js';
import type {RetiredList} from '../import/retired.js';

/** Each thing that can be wrong, the gravest first, in words that follow a number. */
export const checks = {
  'retired-number': 'hold a number or address of the retired list',
  'no-contact': 'give no phone, text, e-mail or website',
  stale: 'were checked too long ago',
  undated: 'do not say when they were checked',
  'no-hours': 'give no opening times',
  'hours-lapsed': 'give only times whose last day has passed',
  'no-place': 'are in person, and cannot be found by distance',
  'no-postcode': 'are in person, and give no postcode',
  'no-kind': 'do not say what kind of space they are',
  'no-stage': 'name no stage of the roadmap',
  'disclosure-unknown': 'do not say who might be told',
} as const;
export type CheckId = keyof typeof checks;

export interface CheckOptions {
  readonly now: Date;
  readonly staleAfterDays: number;
  readonly retired: RetiredList;
}

/** What can be said against one space. Spaces that are not listed are nobody's concern but for their numbers. */
export function checkSpace(space: Space, {now, staleAfterDays, retired}: CheckOptions): readonly CheckId[] {
  const found: CheckId[] = [];
  if (retiredReason(space, retired) !== undefined) found.push('retired-number');
  if (space.status === 'inactive' || space.status === 'defunct') return found;
  const {phone, text, email, website} = space.contact;
  if (phone === undefined && text === undefined && email === undefined && website === undefined)
    found.push('no-contact');
  const age = freshness(space.provenance, now, staleAfterDays);
  if (age !== 'fresh') found.push(age === 'old' ? 'stale' : 'undated');
  if (space.schedules.length === 0) found.push('no-hours');
  else {
    const state = openState(space.schedules, now);
    if (state.state === 'unknown' && state.reason === 'lapsed') found.push('hours-lapsed');
  }
  // Of a private address neither is to be given.
  if (space.deliveries.includes('physical') && space.location?.precision !== 'area') {
    if (!space.location?.point) found.push('no-place');
    if (space.location?.address?.postcode === undefined) found.push('no-postcode');
  }
  if (space.kinds.length === 0) found.push('no-kind');
  if (stagesOf(space).length === 0) found.push('no-stage');
  const isTold = tellingTopics.some(topic => space.disclosure.answers[topic] !== undefined);
  if (!isTold && space.disclosure.words === undefined) found.push('disclosure-unknown');
  return found;
}
