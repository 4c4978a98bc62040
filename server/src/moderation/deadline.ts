/** When an answer to a complaint is due. */

/**
 * Bank holidays of England and Wales. From https://www.gov.uk/bank-holidays (Open Government Licence v3.0). Past the last
 * of them a holiday counts as a day, which makes the answer due earlier and never later.
 */
const bankHolidays: ReadonlySet<string> = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
]);

const hour = 3_600_000;
/** The Defamation (Operators of Websites) Regulations 2013 give 48 hours. https://www.legislation.gov.uk/uksi/2013/3028 */
const hoursToAnswer = 48;

/** 48 hours after a moment, hours of Saturdays, Sundays and bank holidays left out. Days are those of UTC. */
export function dueAfter(received: Date): Date {
  let at = received.getTime();
  for (let left = hoursToAnswer * hour; ;) {
    const midnight = Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth(), new Date(at).getUTCDate() + 1);
    if (isWorkingDay(new Date(at))) {
      if (left <= midnight - at) return new Date(at + left);
      left -= midnight - at;
    }
    at = midnight;
  }
}

function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6 && !bankHolidays.has(day.toISOString().slice(0, 10));
}
