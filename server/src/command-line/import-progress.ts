/** How far an import has come, on standard error: a bar on a terminal, and now and then a line anywhere else. */
import type {WriteStream} from 'node:tty';

type Output = Pick<WriteStream, 'write'> & {readonly isTTY?: boolean};

const width = 24;
const number = new Intl.NumberFormat('en-GB');

export class ImportProgress {
  readonly #output: Output;
  #label = '';
  #lineDone = 0;
  #isBarShown = false;

  constructor(output: Output = process.stderr) {
    this.#output = output;
  }

  /** Says how many of a thing are done. Without a total, only how many. */
  show(label: string, done: number, total?: number): void {
    if (label !== this.#label) {
      this.clear();
      this.#label = label;
      this.#lineDone = 0;
    }
    const words = `${label}: ${number.format(done)}${total === undefined ? '' : ` of ${number.format(total)}`}`;
    if (this.#output.isTTY) {
      this.#output.write(`\r\u001b[K${total === undefined || total === 0 ? '' : `${bar(done / total)} `}${words}`);
      this.#isBarShown = true;
      return;
    }
    // Ten lines or so for any import, and a last one when it is through.
    const step = Math.max(1000, (total ?? 0) / 10);
    if (done - this.#lineDone < step && done !== total) return;
    if (done === this.#lineDone) return;
    this.#lineDone = done;
    this.#output.write(`${words}\n`);
  }

  /** A line that stays. */
  say(line: string): void {
    this.clear();
    this.#output.write(`${line}\n`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.#isBarShown) this.#output.write('\r\u001b[K');
    this.#isBarShown = false;
  }
}

function bar(part: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}
