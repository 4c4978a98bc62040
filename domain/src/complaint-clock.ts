/** When an answer to a complaint is due. */
import {dayNumberOf, instantOfDay, londonTime, weekdayIndex} from './london-time.js';

/** The Defamation (Operators of Websites) Regulations 2013. https://www.legislation.gov.uk/uksi/2013/3028 */
const hoursToAnswer = 48;
const hour = 3_600_000;

/**
 * 48 hours after a complaint came, hours of Saturdays, Sundays and bank holidays left out. Days are London's, so that one
 * on which the clocks change has an hour more or less.
 *
 * @param bankHolidays Days as `YYYY-MM-DD`. One that is not in it counts: the answer is then due earlier, never later.
 */
export function answerDue(received: Date, bankHolidays: ReadonlySet<string>): Date {
  let at = received.getTime();
  let left = hoursToAnswer * hour;
  for (let day = dayNumberOf(londonTime(received)); ; day++) {
    const midnight = instantOfDay(day + 1, 0).getTime();
    if (isCounted(day, bankHolidays)) {
      if (at + left <= midnight) return new Date(at + left);
      left -= midnight - at;
    }
    at = midnight;
  }
}

const isCounted = (day: number, bankHolidays: ReadonlySet<string>) =>
  weekdayIndex(day) < 5 && !bankHolidays.has(new Date(day * 24 * hour).toISOString().slice(0, 'YYYY-MM-DD'.length));

/**
 * The days in a list of bank holidays as https://www.gov.uk/bank-holidays.json has it: of all nations, of which England
 * and Wales is taken, or of one. Nothing where it is no such list.
 */
export function readBankHolidays(document: unknown): ReadonlySet<string> | undefined {
  const whole = membersOf(document);
  const {events} = 'events' in whole ? whole : membersOf(whole['england-and-wales']);
  const days = Array.isArray(events) ? events.map((event: unknown) => membersOf(event)['date']) : [];
  const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return days.length > 0 && days.every(isDay) ? new Set(days) : undefined;
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
