import type {CrisisListing} from '@held-spaces/domain/crisis';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {msg} from '@lit/localize';
import {e, type Drawing} from '../../internal/plain-drawing.js';

/** Why some lines are not shown, where that is so. */
export const freshnessNotice = (reason: string | undefined, headingLevel: number): Drawing =>
  reason &&
  e(
    'div.notice',
    e(`h${headingLevel}.small-heading`, msg('Some lines are not shown', {id: 'crisis.fresh.old.title'})),
    e('p', reason),
  );

/** The reason alone. */
export const freshnessWords = (freshness: CrisisListing['freshness'], nation: Nation | undefined) =>
  freshness === 'clock' ? clockWords() : freshness === 'stale' ? oldWords(nation) : undefined;

const clockWords = () =>
  msg('The clock on this phone or computer may be wrong. Day and night lines are open.', {id: 'crisis.hours.clock'});

/** The list has no NHS line for Northern Ireland, nor for the UK as a whole. */
const oldWords = (nation: Nation | undefined) =>
  nation && nation !== 'northern-ireland'
    ? msg(
        'We have not checked this list for a while. So we show only 999, NHS lines and lines that are open day and night.',
        {id: 'crisis.fresh.old.text'},
      )
    : msg('We have not checked this list for a while. So we show only 999 and lines that are open day and night.', {
        id: 'crisis.fresh.old.text.ni',
      });
