/** `batch run`, `audit verify` and `moderator invite | list | remove`. */
import {parseArgs} from 'node:util';
import {runBatch} from '../evaluations/batch.js';
import {AuditLog} from '../moderation/audit.js';
import {inviteModerator, removeModerator} from '../moderation/people.js';
import {DeskSeal} from '../moderation/session.js';
import {openStore} from '../store/open-store.js';
import type {Store} from '../store/store.js';
import {readDatabaseUrl, readEnvironment} from './environment.js';
import {CommandError} from './messages.js';

/** `held-directory batch run [--now]`: publishes what has settled, if a week has passed since the last batch. */
export async function batchCommand(args: readonly string[]): Promise<void> {
  const {positionals, values} = read('batch', args, {now: {type: 'boolean', default: false}});
  if (positionals.join(' ') !== 'run') throw wrong('batch', '"run" is expected');
  const {keepYears} = readEnvironment(process.env);
  const force = values['now'] === true;
  await withStore(async (store, audit) => {
    const facts = await store.desk(desk => runBatch(desk, audit, new Date(), {force, keepYears}));
    if (!facts)
      throw new CommandError(
        'The last batch was less than a week ago. Nothing was changed. To run one all the same: --now.',
      );
    const {spaces, words, settling, held, groups, forgotten} = facts;
    console.log(
      `Batch: ${spaces} spaces with new numbers, ${words} new quotes, ${settling} evaluations settle, ${held} are held back in ${groups} groups, ${forgotten} were old enough to be deleted.`,
    );
  });
}

/** `held-directory audit verify`: whether the log of what moderators did is whole. */
export async function auditCommand(args: readonly string[]): Promise<void> {
  const {positionals} = read('audit', args, {});
  if (positionals.join(' ') !== 'verify') throw wrong('audit', '"verify" is expected');
  await withStore(async (store, audit) => {
    const {lines, brokenAt} = await store.desk(desk => audit.verify(desk));
    if (brokenAt !== undefined) {
      throw new CommandError(
        `The audit log does not match from line ${brokenAt}. Do not delete anything; make a copy.`,
      );
    }
    console.log(`The audit log is whole. Lines checked: ${lines}.`);
  });
}

/** `held-directory moderator invite NAME [--lead] | list | remove ID`. */
export async function moderatorCommand(args: readonly string[]): Promise<void> {
  const {positionals, values} = read('moderator', args, {lead: {type: 'boolean', default: false}});
  const [action, name, ...others] = positionals;
  if (others.length > 0) throw wrong('moderator', 'too many arguments');
  await withStore(async (store, audit) => {
    const now = new Date();
    if (action === 'invite' && name !== undefined) {
      const seal = new DeskSeal(await store.secret());
      const role = values['lead'] === true ? 'lead' : 'moderator';
      const secret = await store.desk(desk => inviteModerator(desk, {seal, audit}, name, role, now));
      if (secret === undefined) throw new CommandError('NAME must have 1 to 40 letters. Nothing was changed.');
      const {publicUrl} = readEnvironment(process.env);
      console.log(`For one use within three days, by ${name} alone: ${publicUrl}/desk/#invite=${secret}`);
    } else if (action === 'list' && name === undefined) {
      const moderators = await store.desk(desk => desk.records('moderator'));
      for (const [id, moderator] of moderators)
        console.log(`${id}  ${moderator.role}  since ${moderator.since}  ${moderator.name}`);
      if (moderators.length === 0) console.log('There are no moderators. Invite one: moderator invite NAME --lead.');
    } else if (action === 'remove' && name !== undefined) {
      const removed = await store.desk(desk => removeModerator(desk, audit, name, 'system', now));
      if (removed === 'unknown') throw new CommandError(`There is no moderator ${name}. Nothing was changed.`);
      if (removed === 'last-lead') {
        throw new CommandError(`${name} is the only lead. Invite another first. Nothing was changed.`);
      }
      console.log('Removed. Their sessions have ended; what they did stays in the log.');
    } else throw wrong('moderator', 'invite NAME, list, or remove ID is expected');
  });
}

async function withStore(work: (store: Store, audit: AuditLog) => Promise<void>): Promise<void> {
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    await work(store, new AuditLog(await store.secret()));
  } finally {
    await store.close();
  }
}

type Options = Readonly<Record<string, {readonly type: 'boolean'; readonly default: boolean}>>;

function read(command: string, args: readonly string[], options: Options) {
  try {
    return parseArgs({args: [...args], allowPositionals: true, options});
  } catch (error) {
    throw wrong(command, error instanceof Error ? error.message : 'wrong arguments');
  }
}

const wrong = (command: string, reason: string) =>
  new CommandError(`held-directory ${command}: ${reason}. See held-directory help.`);
