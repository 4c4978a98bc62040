/** For how long evaluations are kept. The form and the privacy notice say it before anything is sent. */

import type {StoredEvaluation} from '../store/store.js';

/** Years, where an operator says nothing else. */
export const defaultKeepYears = 5;
/** By so many days a batch may be late, and nothing is kept for longer than was promised. */
const slackDays = 14;
const day = 86_400_000;

/**
 * Those that have been kept for as long as was promised: when they were sent, or since, where the operator promises less now.
 *
 * @param keepYears What is promised now.
 */
export function keptLongEnough<T extends Pick<StoredEvaluation, 'month' | 'keepYears'>>(
  rows: readonly T[],
  keepYears: number,
  now: Date,
): readonly T[] {
  return rows.filter(row => row.month <= lastMonthForgotten(now, Math.min(keepYears, row.keepYears ?? keepYears)));
}

/**
 * The newest month of which nothing is kept any more, as `YYYY-MM`. Only the month of an evaluation is known: it counts
 * from its first day.
 *
 * @param keepYears What was promised.
 */
export function lastMonthForgotten(now: Date, keepYears: number): string {
  const due = new Date(now.getTime() + slackDays * day);
  return new Date(Date.UTC(due.getUTCFullYear() - keepYears, due.getUTCMonth(), 1))
    .toISOString()
    .slice(0, 'YYYY-MM'.length);
}
