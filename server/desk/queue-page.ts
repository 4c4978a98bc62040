import {html, nothing} from 'lit';
import {msg, str} from '@lit/localize';
import type {DeskSession, QueueItem} from '@held-spaces/domain/desk';
import {contentTopics, type ContentTopic} from '@held-spaces/domain/evaluation-words';
import {downIcon} from '../../src/internal/first-icons.js';
import {topicNames} from '../../src/internal/quote-words.js';
import {listWords} from '../../src/internal/list-words.js';
import {breakSetting} from './break-time.js';
import {momentWords, monthWords, needsWords, roleWords, stateWords, waitingWords} from './desk-words.js';

export type Order = 'oldest' | 'no-notes';

interface QueueView {
  readonly items: readonly QueueItem[];
  readonly session: DeskSession;
  readonly order: Order;
  setOrder(order: Order): void;
  open(item: QueueItem): void;
  avoid(topics: readonly ContentTopic[]): void;
  breakAfter(minutes: number): void;
}

/** Oldest first, as the directory gives them, or those without a note of the writer's first. */
export const inOrder = (items: readonly QueueItem[], order: Order): readonly QueueItem[] => {
  if (order === 'oldest') return items;
  // What has to be answered by a certain hour stays at the top.
  const place = (item: QueueItem) =>
    item.kind === 'complaint' ? 0 : item.kind === 'words' && item.contentNote !== undefined ? 2 : 1;
  return [...items].sort((a, b) => place(a) - place(b));
};

/** What waits, with nothing of the words in sight. */
export function queuePage(view: QueueView) {
  const {items, order} = view;
  const oldest = items.flatMap(item => (item.kind === 'words' ? [item.month] : [])).sort()[0];
  return html`
    <h1 id="heading" class="title" tabindex="-1">${msg('Words to read', {id: 'desk.queue.title'})}</h1>
    ${care(view)}
    ${
      items.length === 0
        ? html`<p>${msg('Nothing is waiting.', {id: 'desk.queue.empty'})}</p>`
        : html`<div class="row">
              <p>
                ${waitingWords(items.length)}.
                ${oldest ? msg(str`Oldest came in: ${monthWords(oldest)}`, {id: 'desk.queue.oldest'}) : nothing}
              </p>
              <button
                type="button"
                class="button"
                aria-pressed=${order === 'no-notes'}
                @click=${() => view.setOrder(order === 'oldest' ? 'no-notes' : 'oldest')}
              >
                ${msg('Those with no content note first', {id: 'desk.queue.sort.no-notes'})}
              </button>
            </div>
            <ul class="queue">
              ${inOrder(items, order).map(item => entry(item, view))}
            </ul>`
    }
  `;
}

function entry(item: QueueItem, view: QueueView) {
  const {serviceName} = item;
  return html`<li>
    <span>${when(item)}</span>
    <strong>${serviceName}</strong>
    <span>${what(item)}</span>
    <span>${state(item)}</span>
    <button type="button" class="button next" data-id=${item.id} @click=${() => view.open(item)}>
      ${msg('Open', {id: 'desk.queue.open'})}<span class="visually-hidden">: ${serviceName}, ${what(item)}</span>
    </button>
  </li>`;
}

const when = (item: QueueItem) => (item.kind === 'words' || item.kind === 'reply' ? monthWords(item.month) : '');

function what(item: QueueItem): string {
  switch (item.kind) {
    case 'words':
      return `${roleWords(item.role)}. ${
        item.contentNote
          ? msg(str`Content note: ${listWords(item.contentNote.map(topic => topicNames[topic]()))}`, {
              id: 'desk.queue.note',
            })
          : msg('No content note', {id: 'desk.queue.no-note'})
      }`;
    case 'group':
      return msg(str`Many alike, about one space: ${item.count}`, {id: 'desk.queue.group'});
    case 'complaint': {
      const due = msg(str`Complaint, answer due: ${momentWords(item.due)}`, {id: 'desk.queue.complaint'});
      return item.address
        ? `${msg('A private address may be showing', {id: 'desk.queue.wrong-address'})}. ${due}`
        : due;
    }
    case 'reply':
      return item.state === 'sent-back'
        ? msg('Sent back to a space', {id: 'desk.reply.sent-back'})
        : msg('Reply from a space', {id: 'desk.reply.title'});
  }
}

function state(item: QueueItem): string {
  if (item.kind === 'complaint' && item.hidden) {
    return `${msg('The words are hidden.', {id: 'desk.complaint.hidden'})} ${needsWords[item.needs]()}`;
  }
  if (item.kind !== 'words') return needsWords[item.needs]();
  if (item.taken) return msg('Another moderator has this one.', {id: 'desk.queue.taken'});
  return item.needs === 'lead' ? needsWords.lead() : stateWords[item.state]();
}

/** Before anything is read: that it may be hard, that nobody has to, and whom to turn to. */
function care({session, avoid, breakAfter}: QueueView) {
  const change = ({target}: Event) => {
    const {value, checked} = target as HTMLInputElement;
    avoid(contentTopics.filter(topic => (topic === value ? checked : session.avoid.includes(topic))));
  };
  return html`<div class="panel stack">
    <h2 class="small-heading">${msg('Look after yourself first', {id: 'desk.care.title'})}</h2>
    <p>
      ${msg('Some of what you read here will be hard. You can stop at any time. You do not need a reason.', {
        id: 'desk.care.text',
      })}
      ${msg('There is no target. Take the time that you need.', {id: 'desk.care.no-targets'})}
    </p>
    <p>
      ${msg(str`Someone to talk to: ${session.support}`, {id: 'desk.care.talk'})}.
      ${msg('You can use the crisis lines too.', {id: 'desk.care.crisis'})}
    </p>
    <details>
      <summary>${msg('Topics I would rather not read', {id: 'desk.care.topics'})}${downIcon()}</summary>
      <fieldset @change=${change}>
        <legend class="hint">
          ${msg('We will not show you these. Nobody is told why.', {id: 'desk.care.topics.hint'})}
        </legend>
        ${contentTopics.map(
          topic =>
            html`<label class="choice">
              <input type="checkbox" .value=${topic} .checked=${session.avoid.includes(topic)} />
              <span>${topicNames[topic]()}</span>
            </label>`,
        )}
      </fieldset>
    </details>
    ${breakSetting(session, breakAfter)}
  </div>`;
}
