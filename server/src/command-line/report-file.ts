import {closeSync, openSync, writeFileSync} from 'node:fs';
import {CommandError} from './messages.js';

/** Writes a report that was asked for. */
export type WriteReport = (text: string) => void;

/**
 * A file for a report, opened before the work that it is about: an import that succeeded must not end in an error because
 * its report has nowhere to go. Without a path, nothing is written.
 */
export function reportFile(path: string | undefined): WriteReport {
  if (path === undefined) return () => undefined;
  try {
    closeSync(openSync(path, 'a'));
  } catch {
    throw new CommandError(`No file can be written at ${path}.`);
  }
  return text => writeFileSync(path, text);
}
