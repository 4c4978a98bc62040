/**
 * Welsh days, months and lists. Chromium has none of its own and would write English ones: measured in Chromium 109 and
 * later, where `Intl.DateTimeFormat.supportedLocalesOf('cy')` is empty.
 */
const names: Readonly<Record<string, string>> = {
  Monday: 'dydd Llun',
  Tuesday: 'dydd Mawrth',
  Wednesday: 'dydd Mercher',
  Thursday: 'dydd Iau',
  Friday: 'dydd Gwener',
  Saturday: 'dydd Sadwrn',
  Sunday: 'dydd Sul',
  January: 'Ionawr',
  February: 'Chwefror',
  March: 'Mawrth',
  April: 'Ebrill',
  May: 'Mai',
  June: 'Mehefin',
  July: 'Gorffennaf',
  August: 'Awst',
  September: 'Medi',
  October: 'Hydref',
  November: 'Tachwedd',
  December: 'Rhagfyr',
};

/** A date as a British English format has it, whose order Welsh shares. */
export const welshDate = (date: Date, format: Intl.DateTimeFormat): string =>
  format
    .formatToParts(date)
    .map(({value}) => names[value] ?? value)
    .join('');

/**
 * Names in one line. After "and", which is "a" or "ac", a name would change its first letter (`te a choffi`), and names
 * of stages and of spaces must stay as they are: so commas alone.
 */
export const welshList = (items: readonly string[]): string => items.join(', ');
