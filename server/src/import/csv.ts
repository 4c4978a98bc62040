/** CSV as spreadsheets write it: https://www.rfc-editor.org/rfc/rfc4180, with a byte order mark and any line ends. */

/** One row, with the line of the file that it begins on, from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where a file stops being CSV: a quote that never closes, or text after one that did. */
export interface CsvError {
  readonly line: number;
  readonly column: number;
}

/** Every row of a file. Cells keep their space; a quoted cell may hold commas, quotes and line breaks. */
export function parseCsv(text: string): readonly CsvRow[] | CsvError {
  const rows: CsvRow[] = [];
  const end = text.length;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let lineStart = at;
  while (at < end) {
    const cells: string[] = [];
    const row = {cells, line};
    for (;;) {
      if (text[at] === '"') {
        const opened = {line, column: at - lineStart + 1};
        let cell = '';
        for (;;) {
          const quote = text.indexOf('"', at + 1);
          if (quote < 0) return opened;
          cell += text.slice(at + 1, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        const breaks = cell.match(/\r\n?|\n/g)?.length ?? 0;
        if (breaks > 0) {
          line += breaks;
          lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
        }
        if (at < end && !/[,\r\n]/.test(text[at] ?? '')) return {line, column: at - lineStart + 1};
        cells.push(cell);
      } else {
        let to = at;
        while (to < end && !/[,\r\n]/.test(text[to] ?? '')) to++;
        cells.push(text.slice(at, to));
        at = to;
      }
      if (text[at] !== ',') break;
      at++;
    }
    rows.push(row);
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    lineStart = at;
  }
  return rows;
}

export const isCsvError = (result: readonly CsvRow[] | CsvError): result is CsvError => !Array.isArray(result);
