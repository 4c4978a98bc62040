/**
 * The whole list as the signpost carries it: one short row a line, because a person in a hard moment may wait for it on
 * a slow phone. `contactRow` in `crisis-review.ts` writes the rows, and a test holds them to the list they come from.
 */
import type {CrisisCost, CrisisEntry, CrisisKind, WeekSpan} from './crisis.js';
import {crisisCore} from './generated/crisis-core.js';
import {nations} from './vocabularies.js';

/**
 * Reads rows of `id|web|name|phone|nations|hours|text|cost|kind|relay|bsl`. What is empty, and what is cut off at the
 * end, has its usual value: all four nations, by day and night, free, none. `?` is not known. A line that every widget
 * carries has the rest of its fields from there.
 *
 * @param rows Parted by line ends, in the order of the page. A line with a `kind` is one of the first.
 */
export const readRows = (rows: string): readonly CrisisEntry[] =>
  rows.split('\n').map(row => {
    const [id = '', web, name = '', phone, where, hours, text, cost, kind, relay, bsl] = row.split('|');
    const [number, keyword] = text?.split(':') ?? [];
    const entry: CrisisEntry = {
      name,
      phone,
      nations: where === '?' ? undefined : nations.filter(nation => !where || where.includes(nation.charAt(0))),
      hours: !hours ? 'always' : hours === '?' ? undefined : hours.split(',').flatMap(weekSpans),
      text: number ? {number, keyword} : undefined,
      cost: cost === '?' ? undefined : ((cost || 'free') as CrisisCost),
      kind: (kind || undefined) as CrisisKind | undefined,
      ...crisisCore.find(line => line.id === id),
      id,
      web: `https://${web}`,
      relay,
      bsl,
    };
    return {...entry, first: Boolean(entry.kind)};
  });

/** `17-24x7`, 5pm to midnight on seven days from Monday on, as minutes after Monday midnight. */
function weekSpans(rule: string): WeekSpan[] {
  const [opens = 0, closes = 0, days = 0] = rule.split(/[-x]/).map(Number);
  return Array.from({length: days}, (_, day) => [(opens + day * 24) * 60, (closes + day * 24) * 60]);
}
