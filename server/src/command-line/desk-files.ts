/** What the moderation desk is run with, beside the store. */
import {readFileSync} from 'node:fs';
import {readBankHolidays} from '@held-spaces/domain/complaint-clock';
import type {AppOptions} from '../app.js';
import type {Environment} from './environment.js';
import {CommandError} from './messages.js';
import {readSealKey} from './seal-key.js';

/** Throws for a file that does not hold what it should. Nothing where there is no desk. */
export function readDeskFiles({
  moderatorSupport,
  bankHolidays,
  sealKey,
}: Pick<Environment, 'moderatorSupport' | 'bankHolidays' | 'sealKey'>): Pick<
  AppOptions,
  'moderatorSupport' | 'bankHolidays' | 'sealKey'
> {
  if (moderatorSupport === undefined) {
    if (sealKey === undefined) return {};
    throw new CommandError(
      'HELD_SEAL_KEY needs HELD_MODERATOR_SUPPORT: without a desk nobody opens what is sealed. The server did not start.',
    );
  }
  return {
    moderatorSupport,
    ...(bankHolidays !== undefined && {bankHolidays: readHolidayFile(bankHolidays)}),
    ...(sealKey !== undefined && {sealKey: readSealKey(sealKey)}),
  };
}

function readHolidayFile(file: string): ReadonlySet<string> {
  let days: ReadonlySet<string> | undefined;
  try {
    days = readBankHolidays(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Said below, in the same words: a file that is not there, or is no JSON.
  }
  if (days) return days;
  throw new CommandError(
    `HELD_BANK_HOLIDAYS: ${file} is no list as https://www.gov.uk/bank-holidays.json has it. The server did not start.`,
  );
}
