/** A table as CSV for a spreadsheet. */

/**
 * A cell that begins like a formula would be worked out by a spreadsheet, with whatever a feed wrote in it, so it gets an
 * apostrophe. Numbers of ours stay numbers. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows under the names of their columns. Begins with a byte order mark, without which Excel takes UTF-8 for something else. */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\ufeff${[columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
