import {ImportError} from './import-error.js';

/** A source may lose this part of its spaces in one import. */
const mostLost = 0.2;
/** Of a list shorter than this, one space more or less is no sign of a broken source. */
const smallList = 10;

/** Ends an import that would lose too much of a source: a feed that broke looks just like one that was emptied. */
export function refuseShrinking(source: string, before: readonly string[], after: readonly string[]): void {
  const next = new Set(after);
  const stay = before.filter(id => next.has(id)).length;
  const lost = before.length - stay;
  if (before.length < smallList || lost <= before.length * mostLost) return;
  const percent = Math.floor((lost / before.length) * 100);
  throw new ImportError(
    'cli.feed-shrank',
    `${source} would lose ${percent}% of its services (${before.length} to ${stay}). Nothing was changed. Check the source, or use --force.`,
  );
}
