import type {Schedule} from '@held-spaces/domain/space';

/*
 * The same question answered slowly and in another way: walk the clock minute by minute, ask Intl what it shows, and ask
 * every rule of every day in plain words. Nothing here is shared with the code under test.
 */

const shown = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short'});
const minute = 60_000;

const pad = (value: number) => String(value).padStart(2, '0');
const dateText = (date: Date) => date.toISOString().slice(0, 10);
const nextDay = (day: string) => dateText(new Date(Date.parse(day) + 24 * 60 * minute));
const weekdayOf = (day: string) => ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(day).getUTCDay()]!;
const mondayOf = (day: string) => Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * 24 * 60 * minute;

/** All days of a month that fall on a weekday, in order. */
function sameWeekdays(day: string): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const days: string[] = [];
  for (let date = 1; date <= 31; date++) {
    const one = `${year}-${pad(month)}-${pad(date)}`;
    if (dateText(new Date(one.replace(/-(\d\d)$/, '-01'))).slice(0, 7) !== one.slice(0, 7)) continue;
    const real = new Date(Date.UTC(year, month - 1, date));
    if (real.getUTCMonth() === month - 1 && weekdayOf(one) === weekdayOf(day)) days.push(one);
  }
  return days;
}

function occurs(rule: Schedule, day: string): boolean {
  const {freq, byday, dtstart, interval = 1, until, validFrom, validTo} = rule;
  if (dtstart && day < dtstart) return false;
  if ((until && day > until) || (validFrom && day < validFrom) || (validTo && day > validTo)) return false;
  if (interval > 1 && dtstart) {
    const weeks = (mondayOf(day) - mondayOf(dtstart)) / (7 * 24 * 60 * minute);
    const months =
      Number(day.slice(0, 4)) * 12 +
      Number(day.slice(5, 7)) -
      Number(dtstart.slice(0, 4)) * 12 -
      Number(dtstart.slice(5, 7));
    if ((freq === 'WEEKLY' ? weeks : months) % interval !== 0) return false;
  }
  return byday.some(entry => {
    if (!entry.endsWith(weekdayOf(day))) return false;
    const place = Number(entry.slice(0, -2));
    if (!place) return true;
    const days = sameWeekdays(day);
    return days[place > 0 ? place - 1 : days.length + place] === day;
  });
}

/** Wall times as text compare in order: "2026-03-29 01:30". A rule's two ends on a day. */
function endsOn(rule: Schedule, day: string): [string, string] {
  const opens = `${day} ${rule.opensAt}`;
  if (rule.closesAt === '23:59' || rule.closesAt === '24:00') return [opens, `${nextDay(day)} 00:00`];
  const closes = rule.closesAt! <= rule.opensAt! ? nextDay(day) : day;
  return [opens, `${closes} ${rule.closesAt}`];
}

/** The clock's readings over some days, minute by minute, with the furthest reading so far: a clock put back has been there. */
export interface Tape {
  readonly from: number;
  readonly reached: readonly string[];
}

const tapes = new Map<string, Tape>();

export function tapeFrom(instant: Date, minutes: number): Tape {
  const from = Math.floor(instant.getTime() / minute) * minute;
  const key = `${from} ${minutes}`;
  const kept = tapes.get(key);
  if (kept) return kept;
  const reached: string[] = [];
  // Begin two hours before, in case the clock has just been put back.
  let furthest = '';
  for (let index = -120; index < minutes; index++) {
    const reading = shown.format(from + index * minute);
    furthest = reading > furthest ? reading : furthest;
    if (index >= 0) reached.push(furthest);
  }
  const tape = {from, reached};
  tapes.set(key, tape);
  return tape;
}

/** For every minute of the tape, whether any of the rules is open, all of which must be whole. */
export function openOnTape(rules: readonly Schedule[], tape: Tape): boolean[] {
  const first = tape.reached[0]!.slice(0, 10);
  const last = tape.reached[tape.reached.length - 1]!.slice(0, 10);
  const spans: [string, string][] = [];
  for (let day = dateText(new Date(Date.parse(first) - 2 * 24 * 60 * minute)); day <= last; day = nextDay(day)) {
    for (const rule of rules) if (occurs(rule, day)) spans.push(endsOn(rule, day));
  }
  return tape.reached.map(reading => spans.some(([opens, closes]) => opens <= reading && reading < closes));
}
