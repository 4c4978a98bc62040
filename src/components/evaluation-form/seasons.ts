import {seasonAlternatives, seasons, type SeasonOfYear} from '@held-spaces/domain/evaluation';
import {londonTime} from '@held-spaces/domain/london-time';
import type {SeasonChoice} from './draft.js';

/** How many seasons are offered, this one included: two years. What is older is "longer ago". */
const offered = 8;

/** The season that an instant lies in, in London, and those before it, newest first. */
export function recentSeasons(now: Date, count = offered): readonly SeasonOfYear[] {
  const {year, month} = londonTime(now);
  // Counted from the winter that holds January of the year 0. December belongs to the winter of the year that follows.
  const current = year * 4 + Math.floor((month % 12) / 3) + (month === 12 ? 4 : 0);
  return Array.from({length: count}, (_, back) => ({
    season: seasons[(current - back) % 4] ?? 'winter',
    year: Math.floor((current - back) / 4),
  }));
}

/** Everything that may be said of when it was, in the order on the page. */
export const seasonChoices = (now: Date): readonly SeasonChoice[] => [
  seasonAlternatives[0],
  ...recentSeasons(now),
  ...seasonAlternatives.slice(1),
];

/** A name for a choice within the page. */
export const seasonKey = (choice: SeasonChoice | undefined) =>
  typeof choice === 'object' ? `${choice.season}-${choice.year}` : choice;
