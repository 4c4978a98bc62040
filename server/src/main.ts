#!/usr/bin/env node
import {CommandError} from './command-line/messages.js';
import {checkCommand} from './command-line/check-command.js';
import {duplicatesCommand} from './command-line/check-duplicates-command.js';
import {auditCommand, batchCommand, moderatorCommand} from './command-line/evaluation-commands.js';
import {gapsCommand} from './command-line/gaps-command.js';
import {importCommand} from './command-line/import-command.js';
import {importPostcodesCommand} from './command-line/import-postcodes-command.js';
import {policiesCommand} from './command-line/policies-command.js';
import {mergeCommand, unmergeCommand} from './command-line/merge-commands.js';
import {openSealedCommand} from './command-line/seal-key.js';
import {serveCommand} from './command-line/serve.js';
import {signCrisisCommand} from './command-line/sign-crisis-command.js';
import {backupCommand, publishCommand, restoreCommand} from './command-line/store-commands.js';
import {ImportError} from './import/import-error.js';
import {BackupError} from './store/backup.js';
import {OpenStoreError} from './store/open-store.js';
import {StoreError} from './store/store.js';

const help = `held-directory: a directory of spaces that can hold a person in distress

  held-directory serve [--static FOLDER]
      Answers requests until it is told to stop. FOLDER holds dist/cdn (served at
      /widgets/) and demo (at /demo/); without it, those of this installation.

  held-directory import SOURCE [--source NAME] [--attribution TEXT] [--licence TEXT] [--sample]
                 [--dry-run] [--force] [--report FILE]
                 [--crosswalk FILE] [--only-mapped] [--allow-private] [--fresh] [--cache FOLDER]
      Makes the store hold the spaces of SOURCE: a file of held-spaces JSON or CSV,
      or the URL of an Open Referral v3, v1 or Outpost feed. All of them, or none
      if it cannot be read whole. The second and third line of options are in IMPORT.md.

  held-directory import-postcodes FILE [--with-northern-ireland]
      Loads every postcode of the ONS Postcode Directory or OS Code-Point Open (CSV, or
      a folder of them), so that a whole postcode is found on the device that asks.

  held-directory check [--csv FILE] [--source NAME]
      What the keepers of the directory could put right: stale, undated, no hours,
      no postcode, no contact, retired numbers, nothing known of who might be told.

  held-directory duplicates [--csv FILE]
      Spaces of different sources that may be the same, each pair with the line that
      would merge it. Merges nothing.

  held-directory merge KEEP_ID OTHER_ID [--dry-run]
      Says that two spaces are one: KEEP_ID stands for OTHER_ID, which is left out of
      every list for as long as KEEP_ID is in the store. No import undoes that.

  held-directory unmerge OTHER_ID
      Takes that back.

  held-directory gaps [--at "saturday 22:00"] [--within 10] [--area LS,BD] [--csv FILE] [--map FILE]
      For each postcode district and stage, the nearest space open at an hour, and
      where there is none within so many kilometres. MAP is a page to print.

  held-directory batch run [--now]
      Publishes the counts of evaluations that have settled, and the words that moderators
      let through. serve does it by itself, once a week.

  held-directory moderator invite NAME [--lead] | list | remove ID
      Who may sign in to the moderation desk. An invitation is a link for one use.

  held-directory audit verify
      Whether the log of what moderators did is whole, unchanged and in order.

  held-directory open-sealed PRIVATE_KEY.pem < SEALED
      Prints a way to reach a writer, which their browser sealed and two moderators agreed
      to open. For a computer of your own: the private key belongs on no server.

  held-directory backup FILE
      Writes the store to one new file, as it stood at one moment, beside running servers.

  held-directory restore FILE
      Makes the store of a backup, where there is none yet. A backup of SQLite goes
      into PostgreSQL, and the other way round.

  held-directory publish DIR
      Writes what the widgets read as files, for any static server or CDN.

  held-directory policies DIR
      Writes the pages that people have a right to: how we choose what to show, privacy,
      complaints, accessibility; and a data protection impact assessment. Templates, for
      you to adapt.

  held-directory sign-crisis FILE --key PRIVATE_KEY.pem --to SIGNED.json
      Signs a reviewed list of crisis contacts (domain/data/crisis-contacts.json), so that
      signposts take it in place of an older one. HELD_CRISIS_FILE=SIGNED.json publishes it.

  held-directory help

Environment (docs/operators-guide.md says more of each):
  PORT                          8080
  HELD_DATABASE_URL             file:data/held-spaces.sqlite, or postgres://…/DATABASE
  HELD_PUBLIC_URL               http://localhost:PORT
  HELD_STALE_AFTER_DAYS         365
  HELD_CORRECTIONS              none: an email address or a page
  HELD_ALLOWED_ORIGINS          any
  HELD_TRUSTED_PROXIES          none
  HELD_WRITES_PER_MINUTE        120
  HELD_READS_AT_ONCE            2000
  HELD_WRITES_AT_ONCE           200
  HELD_REQUEST_TIMEOUT_SECONDS  30
  HELD_DRAIN_SECONDS            10
  HELD_DRAIN_DELAY_SECONDS      0
  HELD_MODERATOR_SUPPORT        none: there is no moderation desk
  HELD_BANK_HOLIDAYS            none: they count towards the 48 hours for a complaint
  HELD_SEAL_KEY                 none: no sealed contact is offered
  HELD_KEEP_YEARS               5: evaluations older than that are deleted with the weekly batch
  HELD_READ_WITHIN_DAYS         none: the form does not say when words are read
  HELD_BACKUP_DAYS              none: a gap in the policy pages
  HELD_OPERATOR                 none: a gap in the policy pages
  HELD_CONTACT                  none: a gap in the policy pages
  HELD_POLICIES                 none: templates at /policies/
  HELD_METRICS_TOKEN            none: /metrics answers on this machine only
  HELD_CRISIS_FILE              none
  HELD_LOG_LEVEL                info
`;

/** The repository, or wherever the program is installed: both `server/src` and `server/dist` lie two below it. */
const root = new URL('../../', import.meta.url);

async function run([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case 'serve':
      return serveCommand(args, root);
    case 'import':
      return importCommand(args, root);
    case 'import-postcodes':
      return importPostcodesCommand(args);
    case 'check':
      return checkCommand(args);
    case 'duplicates':
      return duplicatesCommand(args);
    case 'merge':
      return mergeCommand(args);
    case 'unmerge':
      return unmergeCommand(args);
    case 'gaps':
      return gapsCommand(args, root);
    case 'batch':
      return batchCommand(args);
    case 'moderator':
      return moderatorCommand(args);
    case 'open-sealed':
      return openSealedCommand(args);
    case 'audit':
      return auditCommand(args);
    case 'backup':
      return backupCommand(args);
    case 'restore':
      return restoreCommand(args);
    case 'publish':
      return publishCommand(args, root);
    case 'policies':
      return policiesCommand(args);
    case 'sign-crisis':
      return signCrisisCommand(args);
    case 'help':
    case '--help':
    case undefined:
      console.log(help);
      return;
    default:
      throw new CommandError(`"${command}" is not a command. See held-directory help.`);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const expected = [BackupError, CommandError, ImportError, OpenStoreError, StoreError].some(
    kind => error instanceof kind,
  );
  console.error(expected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
