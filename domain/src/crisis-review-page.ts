/** A page for a reviewer to print, to read every fact of the crisis list again with its source beside it. */
import {ageProblems, shownContact, type ReviewedContact} from './crisis-review.js';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? '');

const written = (value: unknown): string =>
  value === null || value === undefined ? 'not known' : typeof value === 'string' ? value : JSON.stringify(value);

/** What a reviewer compares, in the order in which a person would read it on the operator's page. */
const facts = [
  'name',
  'phone',
  'text',
  'menuOption',
  'hours',
  'nations',
  'audiences',
  'languages',
  'cost',
  'hiddenFromBill',
  'web',
  'chatUrl',
  'access',
  'emergencyPolicy',
] as const;

/**
 * @param today `YYYY-MM-DD`.
 */
export function reviewPage(records: readonly ReviewedContact[], today: string): string {
  const old = new Set(ageProblems(records, today).map(problem => problem.split('"')[1]));
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Crisis contacts to check again</title>
<style>
body { font: 11pt/1.4 sans-serif; margin: 1cm; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1em; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
section { break-inside: avoid; }
</style>
<h1>Crisis contacts to check again</h1>
<p>Printed on ${today}. Read each operator's own page, or call. Tick what still holds, write what changed, then set "checked" in
domain/data/crisis-contacts.json to the day, and run npm run generate:crisis.</p>
${records.map(record => recordSection(record, old.has(record.id))).join('\n')}
</html>
`;
}

function recordSection(record: ReviewedContact, isOld: boolean): string {
  const {id, name, confidence, checked, notes} = record;
  const shown = shownContact(record) ? 'shown' : 'kept back';
  return `<section>
<h2>${escaped(name)}</h2>
<p>${escaped(id)}. Confidence: ${confidence}, ${shown}. Last checked: ${checked}${isOld ? ', not in its time' : ''}.</p>
<table>
<tr><th>Fact</th><th>As the list has it</th><th>Confidence</th><th>Read at</th><th>Holds</th></tr>
${facts
  .filter(field => record[field] !== undefined)
  .map(field => factRow(record, field))
  .join('\n')}
</table>
<p>${escaped(notes ?? '')}</p>
</section>`;
}

function factRow(record: ReviewedContact, field: (typeof facts)[number]): string {
  const own = record.fieldSources[field];
  const source = own ? `${own.source} (${own.date})` : `${record.source} (${record.sourceDate})`;
  const cells = [field, written(record[field]), record.fieldConfidence[field] ?? record.confidence, source, ''];
  return `<tr>${cells.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}
