/** What an import took, mended and refused, by rule: as lines for an operator and as JSON for a program. */
import {feedRules} from '@held-spaces/domain/open-referral/feed-rules';
import type {RuleEffect, RuleId} from '@held-spaces/domain/open-referral/feed-rules';
import type {FeedCapabilities} from '@held-spaces/domain/open-referral/detect';
import type {ImportCounts} from '../store/store.js';

export interface RuleCount {
  readonly rule: RuleId;
  /** Row of the table of defects in `server/IMPORT.md`; 0 for what is no defect. */
  readonly row: number;
  readonly effect: RuleEffect;
  readonly says: string;
  readonly times: number;
  /** Ids in the feed of the first few records. Never their names. */
  readonly records: readonly string[];
}

export interface ImportReport extends ImportCounts {
  readonly source: string;
  /** The file or feed. */
  readonly from: string;
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly dryRun: boolean;
  readonly licence?: string;
  /** Records that became spaces. */
  readonly taken: number;
  /** Records with something put right, and records refused. */
  readonly mended: number;
  readonly refused: number;
  /** Spaces that stayed because a page could not be read. */
  readonly kept: number;
  readonly capabilities?: FeedCapabilities;
  readonly rules: readonly RuleCount[];
}

/** What was found in one record, or of a feed as a whole where there is no id. */
export interface Found {
  readonly id?: string | undefined;
  readonly rules: readonly RuleId[];
}

const examples = 5;
const order: readonly RuleEffect[] = ['refused', 'left-out', 'mended', 'noted'];

/** Counts rules over records, the gravest first. */
export function countRules(found: readonly Found[]): readonly RuleCount[] {
  const counts = new Map<RuleId, {times: number; records: string[]}>();
  for (const {id, rules} of found) {
    for (const rule of rules) {
      const count = counts.get(rule) ?? {times: 0, records: []};
      count.times++;
      if (id !== undefined && count.records.length < examples) count.records.push(id.slice(0, 100));
      counts.set(rule, count);
    }
  }
  return [...counts]
    .map(([rule, count]) => ({rule, ...feedRules[rule], ...count}))
    .sort(
      (a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || b.times - a.times || (a.rule < b.rule ? -1 : 1),
    );
}

export const hasEffect = (rules: readonly RuleId[], effect: RuleEffect): boolean =>
  rules.some(rule => feedRules[rule].effect === effect);

/** The report as lines, without the last one, which every import ends with. */
export function reportLines({taken, refused, kept, rules, capabilities}: ImportReport): readonly string[] {
  if (rules.length === 0) return [];
  const total = taken + refused;
  return [
    `Taken: ${taken} of ${total} records.${kept > 0 ? ` Kept from before: ${kept}.` : ''}`,
    ...(capabilities ? [`Read as: ${capabilities.dialect}.`] : []),
    ...rules.map(({rule, effect, times, says, records}) => {
      const which =
        records.length === 0 ? '' : ` (${printable(records.join(', '))}${times > records.length ? ' …' : ''})`;
      return `  ${effect.padEnd(8)} ${String(times).padStart(6)}  ${rule}: ${says}${which}`;
    }),
  ];
}

/** Other people's text must not move the cursor of an operator's terminal. */
export const printable = (text: string) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');

/** The line that every import ends with. */
export const doneLine = ({added, changed, removed, mended, refused, dryRun}: ImportReport): string =>
  `${dryRun ? 'Would import' : 'Imported'}: ${added} added, ${changed} changed, ${removed} removed, ${mended} mended, ${refused} refused.`;
