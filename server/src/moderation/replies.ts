/**
 * What the people who run a space wrote, as a letter or an e-mail brought it: one text for all that people said, and one
 * of what they changed. One moderator enters it, another lets it through, and it goes out with the next batch.
 */
import {replyKinds} from '@held-spaces/domain/desk';
import type {ReplyInQueue} from '@held-spaces/domain/desk';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import {ProblemError} from '../problems.js';
import type {DeskWork, ReplyRecord} from '../store/desk-store.js';
import {textIn} from './fields.js';
import type {Body} from './fields.js';
import type {Acting} from './items.js';

/** Letters at most. */
const longestText = 2000;
const longestNote = 500;

/** @param keptId The id of a space in the list, by its own or by that of a space that was merged into it. */
export async function enterReply(
  acting: Acting,
  body: Body,
  keptId: (id: string) => string | undefined,
): Promise<object> {
  const {desk, moderator, now} = acting;
  const {serviceId: sent, says} = body;
  const serviceId = typeof sent === 'string' ? keptId(sent) : undefined;
  if (serviceId === undefined) throw new ProblemError('unknown-service');
  if (!isOneOf(replyKinds, says)) {
    throw new ProblemError('bad-field', {pointer: '/says', expected: replyKinds.join(' or ')});
  }
  const text = textIn(body, 'text', longestText);
  const id = await nextId(desk);
  const month = now.toISOString().slice(0, 'YYYY-MM'.length);
  await desk.keep('reply', id, {serviceId, says, text, month, state: 'waiting', by: moderator.id});
  await log(acting, `enter-${says}`, serviceId);
  return {};
}

/** Lets it through, or sends it back with a note. Somebody other than who entered it. */
export async function decideReply(acting: Acting, id: string, body: Body): Promise<object> {
  const {desk, moderator} = acting;
  const reply = await find(desk, id, 'waiting');
  if (reply.by === moderator.id) throw new ProblemError('desk-second');
  const {decision} = body;
  if (decision !== 'show' && decision !== 'send-back') {
    throw new ProblemError('bad-field', {pointer: '/decision', expected: 'show or send-back'});
  }
  const next: ReplyRecord =
    decision === 'show'
      ? {...reply, state: 'shown'}
      : {...reply, state: 'sent-back', note: textIn(body, 'note', longestNote)};
  await desk.keep('reply', id, next);
  await log(acting, `${decision}-${reply.says}`, reply.serviceId);
  return {};
}

/** Forgets one that was sent back, once the space was told why. */
export async function closeReply(acting: Acting, id: string): Promise<object> {
  const {serviceId, says} = await find(acting.desk, id, 'sent-back');
  await acting.desk.forget('reply', id);
  await log(acting, `close-${says}`, serviceId);
  return {};
}

/** Takes down whatever the space has of the kind, at once: an earlier one must not come back in its place. */
export async function removeReply(acting: Acting, id: string): Promise<object> {
  const {desk, now} = acting;
  const {serviceId, says} = await find(desk, id, 'shown');
  for (const [each, reply] of await desk.records('reply')) {
    if (reply.serviceId === serviceId && reply.says === says && reply.state === 'shown') {
      await desk.forget('reply', each);
    }
  }
  const counts = await desk.record('counts', serviceId);
  if (counts?.[says]) {
    const {reply, changed, ...rest} = counts;
    const other = says === 'reply' ? {...(changed && {changed})} : {...(reply && {reply})};
    await desk.keep('counts', serviceId, {...rest, ...other});
    await desk.raiseRevision(now);
  }
  await log(acting, `remove-${says}`, serviceId);
  return {};
}

/** Those that this moderator can do something about. */
export async function repliesInQueue({desk, moderator, serviceName}: Acting): Promise<readonly ReplyInQueue[]> {
  return (await desk.records('reply')).flatMap(([id, {serviceId, says, text, month, state, by, note}]) =>
    state === 'shown' || (state === 'waiting' && by === moderator.id)
      ? []
      : [
          {
            kind: 'reply',
            id,
            says,
            serviceId,
            serviceName: serviceName(serviceId),
            text,
            month,
            state,
            ...(note !== undefined && {note}),
            needs: 'moderator',
          },
        ],
  );
}

async function find(desk: DeskWork, id: string, state: ReplyRecord['state']): Promise<ReplyRecord> {
  const reply = await desk.record('reply', id);
  if (reply?.state !== state) throw new ProblemError('desk-stale');
  return reply;
}

/** After all there are, as text is ordered. */
async function nextId(desk: DeskWork): Promise<string> {
  const [last = '0'] = (await desk.records('reply')).at(-1) ?? [];
  return String(Number(last) + 1).padStart(9, '0');
}

const log = ({audit, desk, moderator, now}: Acting, action: string, subject: string) =>
  audit.add(desk, {by: `${moderator.id} ${moderator.name}`, action, subject}, now);
