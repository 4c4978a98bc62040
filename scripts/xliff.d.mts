/** A message and what it is in another language. */
export interface Unit {
  readonly source: string;
  readonly target?: string;
  readonly state?: string;
}

export const unreviewed: string;

export function readXliff(text: string): Map<string, Unit>;

export function writeXliff(tag: string, units: ReadonlyMap<string, Unit>): string;
