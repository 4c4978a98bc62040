import {html, nothing} from 'lit';
import {msg, str} from '@lit/localize';
import type {
  AuditPage,
  BatchPage,
  GroupCluster,
  GroupDecision,
  GroupInQueue,
  ModeratorRow,
  ReplyInQueue,
} from '@held-spaces/domain/desk';
import {evaluationQuestions} from '@held-spaces/domain/evaluation';
import {answerWords, questionWords} from '../../src/components/evaluation-form/words.js';
import {downIcon} from '../../src/internal/first-icons.js';
import {reasonWords} from '../../src/internal/reason-words.js';
import {act, title} from './acts.js';
import {desk} from './desk-api.js';
import type {DeskHost} from './desk-host.js';
import {shownWords} from './redact-view.js';
import {actionWords} from './action-words.js';
import {dayOf, momentWords, monthWords, nameIn, roleWords} from './desk-words.js';

const waiting = () => msg('You have had your say. Waiting for a second moderator.', {id: 'desk.item.second.waiting'});

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
          <p>${roleWords(sample.role)}</p>
          ${ticks(sample)}
          ${
            sample.words
              ? html`<details>
                  <summary>${msg('Open the words', {id: 'desk.item.open'})}${downIcon()}</summary>
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

/** What somebody of a group ticked, in the words of the form. */
function ticks({role, answers}: GroupCluster['sample']) {
  const given = evaluationQuestions.flatMap(({id}) => {
    const answer = answers[id];
    return answer ? [[questionWords[id](role === 'holder'), answerWords[answer]()]] : [];
  });
  if (given.length === 0) return nothing;
  return html`<details open>
    <summary>${msg('What they ticked', {id: 'desk.group.ticks'})}${downIcon()}</summary>
    <dl class="ticks">
      ${given.map(
        ([question, answer]) =>
          html`<div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

/** What a space wrote, to be let through by somebody who did not enter it, or what to tell the space. */
export function replyPage(reply: ReplyInQueue, host: DeskHost) {
  return html`
    ${title(msg('Reply from a space', {id: 'desk.reply.title'}))}
    <p>
      ${reply.serviceName}. ${monthWords(reply.month)}.
      ${
        reply.says === 'changed'
          ? msg('What changed', {id: 'evaluation.shown.changed.title'})
          : msg('From the people who run this space', {id: 'evaluation.shown.reply.title'})
      }
    </p>
    <div class="words">${shownWords(reply.text, [])}</div>
    ${reply.state === 'sent-back' ? sentBack(reply, host) : replyActs(reply, host)}
  `;
}

function replyActs({id}: ReplyInQueue, host: DeskHost) {
  const sendBack = async (event: Event) => {
    event.preventDefault();
    const note = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim();
    if (!host.isBusy && (await host.act(() => desk.decideReply(id, 'send-back', note)))) {
      host.toQueue(msg('Saved', {id: 'desk.item.saved'}));
    }
  };
  return html`
    <p>
      ${msg('Does it hint at who wrote? Does it blame, or explain their words as part of an illness?', {
        id: 'desk.reply.check',
      })}
    </p>
    ${act(
      host,
      msg('Show the reply', {id: 'desk.reply.accept'}),
      () => desk.decideReply(id, 'show'),
      msg('It goes out with the next weekly update.', {id: 'desk.reply.accepted'}),
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

const sentBack = ({id, note = ''}: ReplyInQueue, host: DeskHost) => html`
  <div>
    <h2 class="small-heading">${msg('Why it was sent back', {id: 'desk.reply.sent-back.why'})}</h2>
    <div class="words">${shownWords(note, [])}</div>
  </div>
  <p>
    ${msg('Tell the space by letter or email. This desk does not write to anyone.', {id: 'desk.reply.sent-back.tell'})}
  </p>
  ${act(
    host,
    msg('The space has been told. Delete it here', {id: 'desk.reply.sent-back.done'}),
    () => desk.closeReply(id),
    msg('Saved', {id: 'desk.item.saved'}),
    true,
  )}
`;

export const batchPage = ({next, last}: BatchPage) => html`
  ${title(msg('Next weekly update', {id: 'desk.batch.title'}))}
  <p>${msg(str`Goes out on: ${dayOf(next)}`, {id: 'desk.batch.when'})}</p>
  ${
    last
      ? html`<h2 class="small-heading">
            ${msg(str`The last one went out on: ${dayOf(last.day)}`, {id: 'desk.batch.last'})}
          </h2>
          <ul>
            <li>${msg(str`Spaces with new numbers: ${last.spaces}`, {id: 'desk.batch.what'})}</li>
            <li>${msg(str`Words shown for the first time: ${last.words}`, {id: 'desk.batch.words'})}</li>
            <li>${msg(str`Numbers kept hidden to protect people: ${last.hidden}`, {id: 'desk.batch.hidden'})}</li>
          </ul>`
      : nothing
  }
`;

/** Who moderates. Inviting stays at the command line: a link that lets somebody in is given from hand to hand. */
export function moderatorsPage(moderators: readonly ModeratorRow[], host: DeskHost, removed: () => void) {
  const remove = async ({id}: ModeratorRow) => {
    if (!host.isBusy && (await host.act(() => desk.removeModerator(id)))) removed();
  };
  return html`
    ${title(msg('Moderators', {id: 'desk.people.title'}))}
    <p>
      ${msg('To invite someone, ask whoever runs the directory for a one-use link.', {id: 'desk.people.invite'})}
      ${msg('Whoever is removed is signed out at once. What they did stays in the log.', {id: 'desk.people.remove.text'})}
    </p>
    <ul class="people">
      ${moderators.map(
        each =>
          html`<li class="row">
            <strong>${each.name}</strong>
            <span>
              ${
                each.role === 'lead'
                  ? msg('Lead', {id: 'desk.people.lead'})
                  : msg('Moderator', {id: 'desk.people.moderator'})
              }.
              ${msg(str`Since: ${dayOf(each.since)}`, {id: 'desk.people.since'})}
            </span>
            ${
              each.id === host.session.moderator.id
                ? html`<span class="soft">${msg('This is you', {id: 'desk.people.self'})}</span>`
                : html`<details>
                    <summary>${msg(str`Remove: ${each.name}`, {id: 'desk.people.remove'})}${downIcon()}</summary>
                    <button
                      type="button"
                      class="button"
                      aria-disabled=${host.isBusy ? 'true' : nothing}
                      @click=${() => remove(each)}
                    >
                      ${msg(str`Yes, remove: ${each.name}`, {id: 'desk.people.remove.yes'})}
                    </button>
                  </details>`
            }
          </li>`,
      )}
    </ul>
  `;
}

/** As much of an id as tells it from others. The log itself holds it whole. */
const shortId = (id: string) => (id.length > 12 ? `${id.slice(0, 8)}…` : id);

/** A line of the log as a sentence or two. */
function lineWords({at, by, action, subject, reason}: AuditPage['lines'][number]): string {
  const what = subject ? `${actionWords(action)} (${shortId(subject)})` : actionWords(action);
  return `${momentWords(at)}: ${nameIn(by)}. ${what}. ${reason ? reasonWords[reason]() : ''}`.trim();
}

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
      ${lines.map(line => html`<li>${lineWords(line)}</li>`)}
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
