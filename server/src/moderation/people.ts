/** Who moderates: invitations from the command line, and leaving. */
import type {DeskRole} from '@held-spaces/domain/moderation';
import type {DeskWork} from '../store/desk-store.js';
import type {AuditLog} from './audit.js';
import {toBase64Url} from './session.js';
import type {DeskSeal} from './session.js';

const invitationLasts = 3 * 24 * 3_600_000;
const longestName = 40;

/** A name as other moderators see it; nothing where it has no letter, too many, or some that cannot be seen. */
export function moderatorName(typed: unknown): string | undefined {
  const name = typeof typed === 'string' ? typed.normalize('NFC').trim() : '';
  return name !== '' && [...name].length <= longestName && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name) ? name : undefined;
}

/** Makes an invitation. Gives its secret, which is kept nowhere; nothing where the name will not do. */
export async function inviteModerator(
  desk: DeskWork,
  {seal, audit}: {readonly seal: DeskSeal; readonly audit: AuditLog},
  typed: string,
  role: DeskRole,
  now: Date,
): Promise<string | undefined> {
  const name = moderatorName(typed);
  if (name === undefined) return undefined;
  const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(24)));
  const expires = new Date(now.getTime() + invitationLasts).toISOString();
  await desk.keep('invitation', await seal.hash(secret), {name, role, expires});
  await audit.add(desk, {by: 'system', action: role === 'lead' ? 'invite-lead' : 'invite-moderator'}, now);
  return secret;
}

/**
 * Removes a moderator; whatever they had taken can be taken by others again. The last lead stays: nobody could settle
 * what two do not agree on. To leave, a lead invites another first.
 */
export async function removeModerator(
  desk: DeskWork,
  audit: AuditLog,
  id: string,
  by: string,
  now: Date,
): Promise<'removed' | 'unknown' | 'last-lead'> {
  const all = await desk.records('moderator');
  const found = all.find(([each]) => each === id)?.[1];
  if (!found) return 'unknown';
  const leads = all.filter(([, {role}]) => role === 'lead');
  if (found.role === 'lead' && leads.length === 1) return 'last-lead';
  await desk.forget('moderator', id);
  await audit.add(desk, {by, action: 'remove-moderator', subject: id}, now);
  return 'removed';
}
