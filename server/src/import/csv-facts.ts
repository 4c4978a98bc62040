/** Cells of a spreadsheet that hold more than a text or a list of words: whom a space cannot take, dates, who is told. */
import {disclosureTopics, exclusions, isOneOf} from '@held-spaces/domain/vocabularies';
import type {DisclosureTopic} from '@held-spaces/domain/vocabularies';

/** Columns of who might be told, by what they answer. */
const toldColumns: Readonly<Record<DisclosureTopic, string>> = {
  police: 'told_police',
  ambulance: 'told_ambulance',
  nhs: 'told_nhs',
  others: 'told_others',
  recorded: 'recorded',
  notes: 'notes_kept',
  id: 'id_needed',
  leave: 'may_leave',
};

const arrivalColumns = {door: 'arrival_door', first: 'arrival_first', who: 'arrival_who'} as const;

export const factColumns: readonly string[] = [
  ...['cannot_take', 'arrival_door', 'arrival_first', 'arrival_who', 'events'],
  ...Object.values(toldColumns),
];

/** The column that fills a part of a field, such as `disclosure.police`. */
export function factColumnOf(field: string): string | undefined {
  const [first = '', second = ''] = field.split('.');
  if (first === 'exclusions') return 'cannot_take';
  if (first === 'events') return 'events';
  if (first === 'disclosure') return (toldColumns as Readonly<Record<string, string>>)[second];
  return first === 'arrival' ? (arrivalColumns as Readonly<Record<string, string>>)[second] : undefined;
}

/** What is wrong with a cell, in words that continue `"{column}" …`. */
export interface CellProblem {
  readonly column: string;
  readonly problem: string;
}

type Cell = (column: string) => string | undefined;

/** The fields of held-spaces JSON that those cells fill. */
export function factsOfRow(cell: Cell): {readonly facts: Readonly<Record<string, unknown>>} | CellProblem {
  const events = eventsOf(cell('events'));
  if ('problem' in events) return events;
  const cannotTake = parts(cell('cannot_take')).map(exclusionOf);
  const disclosure = filledOnly(disclosureTopics.map(topic => [topic, cell(toldColumns[topic])?.toLowerCase()]));
  const arrival = filledOnly(Object.entries(arrivalColumns).map(([name, column]) => [name, cell(column)]));
  return {
    facts: {
      ...(cannotTake.length > 0 && {exclusions: cannotTake}),
      ...(events.list.length > 0 && {events: events.list}),
      ...(disclosure && {disclosure}),
      ...(arrival && {arrival}),
    },
  };
}

const parts = (text = '') =>
  text
    .split(';')
    .map(part => part.trim())
    .filter(Boolean);

function filledOnly(entries: readonly (readonly [string, string | undefined])[]) {
  const filled = entries.filter(([, text]) => text !== undefined);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/** `drink-drugs`, `drink-drugs: their words for why`, or words alone. */
function exclusionOf(part: string) {
  const [first = '', ...rest] = part.split(':');
  if (!isOneOf(exclusions, first.trim())) return {words: part};
  const words = rest.join(':').trim();
  return {id: first.trim(), ...(words !== '' && {words})};
}

const dated =
  /^(\d{4}-\d\d-\d\d)(?: ?(?:to|–) ?(\d{4}-\d\d-\d\d))?(?:[ ,]+(\d{1,2}:\d\d)(?: ?(?:-|–|to) ?(\d{1,2}:\d\d))?)?(?:[ ,]+(.+))?$/;

function eventsOf(text: string | undefined): {readonly list: readonly object[]} | CellProblem {
  const list: object[] = [];
  for (const part of parts(text)) {
    const found = dated.exec(part);
    if (!found) {
      return {column: 'events', problem: 'must be dates such as 2026-12-05 14:00-16:00 Winter gathering, parted by ;'};
    }
    const [, date, until, opens, closes, name] = found;
    const padded = (time: string | undefined) => time?.padStart(5, '0');
    list.push({
      date,
      ...(until !== undefined && {until}),
      ...(opens !== undefined && {opens: padded(opens)}),
      ...(closes !== undefined && {closes: padded(closes)}),
      ...(name !== undefined && {name}),
    });
  }
  return {list};
}
