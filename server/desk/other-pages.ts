import {html, nothing} from 'lit';
import {msg, str} from '@lit/localize';
import type {
  AuditPage,
  Complaint,
  ComplaintDecision,
  ComplaintInQueue,
  GroupDecision,
  GroupInQueue,
  ReplyInQueue,
} from '@held-spaces/domain/desk';
import {reasonWords} from '../../src/internal/reason-words.js';
import {desk, type Batch} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {shownWords} from './redact-view.js';
import {dayOf, momentWords, monthWords, needsWords, roleWords} from './desk-words.js';

const title = (words: string) => html`<h1 id="heading" class="title" tabindex="-1">${words}</h1>`;

const waiting = () => msg('You have had your say. Waiting for a second moderator.', {id: 'desk.item.second.waiting'});

/** A button that does one thing and then goes back to the list. */
const act = (host: DeskHost, words: string, work: () => Promise<object>, said: string, isMain = false) =>
  html`<button
    type="button"
    class=${isMain ? 'button main' : 'button'}
    aria-disabled=${host.isBusy ? 'true' : nothing}
    @click=${async () => {
      if (!host.isBusy && (await host.act(work))) host.toQueue(said);
    }}
  >
    ${words}
  </button>`;

/** Answers about one space that are held back together. */
export function groupPage(group: GroupInQueue, host: DeskHost) {
  const {id, version, proposed, clusters} = group;
  const decide = (decision: GroupDecision, ids: readonly string[]) => () =>
    desk.decideGroup(id, version, decision, ids);
  const acts = (ids: readonly string[]) =>
    html`<div class="row">
      ${act(host, msg('Let these count', {id: 'desk.group.count'}), decide('count', ids), waiting())}
      ${act(
        host,
        msg('These are not from people who went', {id: 'desk.group.not-genuine'}),
        decide('not-genuine', ids),
        waiting(),
      )}
    </div>`;
  return html`
    ${title(group.serviceName)}
    <p>${msg(str`Many alike, about one space: ${group.count}`, {id: 'desk.queue.group'})}</p>
    <p>
      ${msg('These came close together or use the same words. Look at them as a group before any of them counts.', {
        id: 'desk.queue.group.text',
      })}
      ${msg('Two moderators must agree on this.', {id: 'desk.item.second.needed'})}
    </p>
    ${
      proposed
        ? html`<p class="panel">
            ${
              proposed.decision === 'count'
                ? msg(str`${proposed.by} says that they count.`, {id: 'desk.group.proposed.count'})
                : msg(str`${proposed.by} says that they are not from people who went.`, {
                    id: 'desk.group.proposed.not-genuine',
                  })
            }
          </p>`
        : nothing
    }
    ${clusters.map(
      ({id: cluster, count, sample}) =>
        html`<section class="panel stack">
          <h2 class="small-heading">${msg(str`Alike: ${count}`, {id: 'desk.group.cluster'})}</h2>
          <p>${roleWords(sample.role)}. ${Object.values(sample.answers).join(', ')}</p>
          ${
            sample.words
              ? html`<details>
                  <summary>${msg('Open the words', {id: 'desk.item.open'})}</summary>
                  <div class="words">${shownWords(sample.words, [])}</div>
                </details>`
              : nothing
          }
          ${acts([cluster])}
        </section>`,
    )}
    ${
      group.rest
        ? html`<section class="panel stack">
            <h2 class="small-heading">${msg(str`Like no others: ${group.rest}`, {id: 'desk.group.rest'})}</h2>
            ${acts(['rest'])}
          </section>`
        : nothing
    }
    <h2 class="small-heading">${msg('All of them', {id: 'desk.group.all'})}</h2>
    ${acts([])}
  `;
}

/** What somebody complained about, and what two moderators make of it. */
export function complaintPage(complaint: ComplaintInQueue, host: DeskHost) {
  const decide = (decision: ComplaintDecision) => (): Promise<Complaint> =>
    desk.decideComplaint(complaint.id, decision);
  const {proposed} = complaint;
  return html`
    ${title(msg('Complaint', {id: 'desk.complaint.title'}))}
    <p>${complaint.serviceName}. ${needsWords[complaint.needs]()}</p>
    <p>
      <strong>${msg(str`Complaint, answer due: ${momentWords(complaint.due)}`, {id: 'desk.queue.complaint'})}</strong>
    </p>
    <p>${msg(str`From: ${complaint.from}`, {id: 'desk.complaint.from'})}</p>
    <div>
      <h2 class="small-heading">${msg('What they say is wrong', {id: 'desk.complaint.says'})}</h2>
      <div class="words">${shownWords(complaint.says, [])}</div>
    </div>
    <p>${msg('This may need a lawyer. This desk does not give legal advice.', {id: 'desk.complaint.law'})}</p>
    ${
      proposed
        ? html`<p class="panel">
            ${
              proposed.decision === 'keep'
                ? msg(str`${proposed.by} would keep the words.`, {id: 'desk.complaint.proposed.keep'})
                : msg(str`${proposed.by} would take the words down.`, {id: 'desk.complaint.proposed.remove'})
            }
          </p>`
        : nothing
    }
    <div class="row">
      ${
        complaint.hidden
          ? nothing
          : act(
              host,
              msg('Hide the words while we look', {id: 'desk.complaint.hide-now'}),
              () => desk.hide(complaint.id),
              msg('The words are hidden.', {id: 'desk.complaint.hidden'}),
              true,
            )
      }
      ${act(host, msg('Keep the words', {id: 'desk.complaint.keep'}), decide('keep'), waiting())}
      ${act(host, msg('Take the words down', {id: 'desk.complaint.remove'}), decide('remove'), waiting())}
    </div>
  `;
}

/** What a space wrote, to be let through by somebody who did not enter it. */
export function replyPage(reply: ReplyInQueue, host: DeskHost) {
  const sendBack = async (event: Event) => {
    event.preventDefault();
    const note = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim();
    const sent = await host.act(() => desk.decideReply(reply.id, 'send-back', note));
    if (sent) host.toQueue(msg('Saved', {id: 'desk.item.saved'}));
  };
  return html`
    ${title(msg('Reply from a space', {id: 'desk.reply.title'}))}
    <p>${reply.serviceName}. ${monthWords(reply.month)}</p>
    <div class="words">${shownWords(reply.text, [])}</div>
    <p>
      ${msg('Does it hint at who wrote? Does it blame, or explain their words as part of an illness?', {
        id: 'desk.reply.check',
      })}
    </p>
    ${act(
      host,
      msg('Show the reply', {id: 'desk.reply.accept'}),
      () => desk.decideReply(reply.id, 'show'),
      msg('Saved', {id: 'desk.item.saved'}),
      true,
    )}
    <form class="stack" @submit=${sendBack}>
      <label class="label" for="note">${msg('Why?', {id: 'desk.item.redact.reason'})}</label>
      <textarea class="field" id="note" maxlength="500" required></textarea>
      <div>
        <button type="submit" class="button">
          ${msg('Send it back, with a reason', {id: 'desk.reply.send-back'})}
        </button>
      </div>
    </form>
  `;
}

export const batchPage = ({next, spaces, hidden}: Batch) => html`
  ${title(msg('Next weekly update', {id: 'desk.batch.title'}))}
  <p>${msg(str`Goes out on: ${dayOf(next)}`, {id: 'desk.batch.when'})}</p>
  <p>${msg(str`Spaces with new numbers: ${spaces}`, {id: 'desk.batch.what'})}</p>
  <p>${msg(str`Numbers kept hidden to protect people: ${hidden}`, {id: 'desk.batch.hidden'})}</p>
`;

/** What moderators did, newest first, and whether the log is whole. */
export function auditPage({lines, whole, brokenAt}: AuditPage, more: (before: number) => void) {
  const last = lines[lines.length - 1]?.line ?? 1;
  return html`
    ${title(msg('Log of what moderators did', {id: 'desk.audit.title'}))}
    <p>
      ${msg('Every choice is kept here. Nobody can change or delete a line.', {id: 'desk.audit.text'})}
      ${msg('The log does not hold what people wrote.', {id: 'desk.audit.no-words'})}
    </p>
    <p class=${whole ? '' : 'error'}>
      ${
        whole
          ? msg('The log is whole.', {id: 'desk.audit.ok.all'})
          : msg(str`The log does not match from line ${brokenAt ?? 1}. Stop and tell your lead.`, {
              id: 'desk.audit.broken',
            })
      }
    </p>
    <ol class="log" reversed start=${lines[0]?.line ?? 1}>
      ${lines.map(
        ({at, by, action, subject, reason}) =>
          html`<li>
            ${momentWords(at)}: ${by}, ${action}${subject ? html` (${subject})` : nothing}.
            ${reason ? reasonWords[reason]() : nothing}
          </li>`,
      )}
    </ol>
    ${
      last > 1
        ? html`<button type="button" class="button" @click=${() => more(last)}>
            ${msg('Earlier lines', {id: 'desk.audit.earlier'})}
          </button>`
        : nothing
    }
  `;
}
