/**
 * The whole list as the signpost carries it: one short row a line, because a person in a hard moment may wait for it on
 * a slow phone. `contactRow` in `crisis-review.ts` writes the rows, and a test holds them to the list they come from.
 */
import type {CrisisCost, CrisisEntry, CrisisKind, MenuOption, WeekSpan} from './crisis.js';
import {nations} from './first-terms.js';

/**
 * Reads rows of `id|web|fitting|about|name|phone|nations|hours|text|cost|kind|option|relay|bsl|chat`. What is empty, and
 * what is cut off at the end, has its usual value: all four nations, by day and night, free, none. `?` is not known.
 * `about` is `b` for "not on a bill", `o` for an old page on whom they tell, and the date of the page that was read.
 * `=` for `chat` is its website.
 *
 * @param rows Parted by line ends, in the order of the page. A line with a `kind` is one of the first.
 */
export const readRows = (rows: string): readonly CrisisEntry[] =>
  rows.split('\n').map(row => {
    const [
      id = '',
      web,
      fitting,
      about = '',
      name = '',
      phone,
      where,
      hours,
      text,
      cost,
      kind,
      option,
      relay,
      bsl,
      chat,
    ] = row.split('|');
    const [number, keyword] = text?.split(':') ?? [];
    const [bslPage, opens, closes] = bsl?.split(' ') ?? [];
    const page = (address: string | undefined) => (address ? `https://${address}` : undefined);
    return {
      id,
      name,
      phone: phone || undefined,
      nations: where === '?' ? undefined : nations.filter(nation => !where || where.includes(nation.charAt(0))),
      hours: !hours ? 'always' : hours === '?' ? undefined : hours.split(',').flatMap(weekSpans),
      text: number ? {number, keyword: keyword || undefined} : undefined,
      cost: cost === '?' ? undefined : ((cost || 'free') as CrisisCost),
      kind: (kind || undefined) as CrisisKind | undefined,
      option: (option || undefined) as MenuOption | undefined,
      web: page(web),
      fitting,
      hiddenFromBill: about.includes('b'),
      tellIsOlder: about.includes('o'),
      pageDate: about.replace(/^\D+/, '') || undefined,
      relay,
      bsl: page(bslPage),
      bslHours: opens ? [Number(opens), Number(closes)] : undefined,
      chat: page(chat === '=' ? web : chat),
      first: Boolean(kind),
    };
  });

/** `17-24x7`, 5pm to midnight on seven days from Monday on, as minutes after Monday midnight. */
function weekSpans(rule: string): WeekSpan[] {
  const [opens = 0, closes = 0, days = 0] = rule.split(/[-x]/).map(Number);
  return Array.from({length: days}, (_, day) => [(opens + day * 24) * 60, (closes + day * 24) * 60]);
}
