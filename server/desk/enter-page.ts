import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import type {DeskItem} from '@held-spaces/domain/desk';
import {quoteLabel} from '../../src/internal/quote-words.js';
import {desk} from './desk-api.js';
import type {DeskHost} from './desk-host.js';

const field = (form: HTMLFormElement, name: string) =>
  (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? '';

const spaceField = () =>
  html`<div>
    <label class="label" for="service">${msg('Id of the space', {id: 'desk.enter.space'})}</label>
    <p class="hint" id="service-hint">
      ${msg('It stands at the end of the link to the space.', {id: 'desk.enter.space.hint'})}
    </p>
    <input class="field" id="service" name="service" required autocomplete="off" aria-describedby="service-hint" />
  </div>`;

/** Puts a complaint that came in by letter or email before two moderators, and what a space wrote before one. */
export function enterPage(
  host: DeskHost,
  shown: readonly DeskItem[] | undefined,
  setShown: (items: readonly DeskItem[] | undefined) => void,
) {
  const find = async (event: Event) => {
    event.preventDefault();
    const service = field(event.target as HTMLFormElement, 'service');
    setShown((await host.act(() => desk.shown(service)))?.items);
  };
  const complain = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const received = new Date(field(form, 'received')).toISOString();
    const entered = await host.act(() =>
      desk.complain(field(form, 'item'), field(form, 'from'), field(form, 'says'), received),
    );
    if (entered) host.toQueue(msg('Saved', {id: 'desk.item.saved'}));
  };
  const reply = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const kind = field(form, 'kind') === 'changed' ? 'changed' : 'reply';
    const entered = await host.act(() => desk.addReply(field(form, 'service'), kind, field(form, 'text')));
    if (entered) host.toQueue(msg('Saved', {id: 'desk.item.saved'}));
  };
  return html`
    <h1 id="heading" class="title" tabindex="-1">
      ${msg('Enter what came by letter or email', {id: 'desk.enter.title'})}
    </h1>
    <section class="stack">
      <h2 class="small-heading">${msg('Complaint', {id: 'desk.complaint.title'})}</h2>
      <form class="stack" @submit=${find}>
        ${spaceField()}
        <button type="submit" class="button">${msg('Show the words about this space', {id: 'desk.enter.find'})}</button>
      </form>
      ${shown ? complaintForm(shown, complain) : nothing}
    </section>
    ${
      host.session.moderator.role === 'lead'
        ? html`<section class="stack">
            <h2 class="small-heading">${msg('Reply from a space', {id: 'desk.reply.title'})}</h2>
            <form class="stack" @submit=${reply}>
              <div>
                <label class="label" for="reply-service">${msg('Id of the space', {id: 'desk.enter.space'})}</label>
                <input class="field" id="reply-service" name="service" required autocomplete="off" />
              </div>
              <div>
                <label class="label" for="kind">${msg('What it is', {id: 'desk.enter.kind'})}</label>
                <select class="select" id="kind" name="kind">
                  <option value="reply">
                    ${msg('From the people who run this space', {id: 'evaluation.shown.reply.title'})}
                  </option>
                  <option value="changed">${msg('What changed', {id: 'evaluation.shown.changed.title'})}</option>
                </select>
              </div>
              <div>
                <label class="label" for="text">${msg('As they wrote it', {id: 'desk.enter.text'})}</label>
                <textarea class="field" id="text" name="text" maxlength="2000" required></textarea>
              </div>
              <div><button type="submit" class="button main">${msg('Save', {id: 'desk.confirm.save'})}</button></div>
            </form>
          </section>`
        : nothing
    }
  `;
}

const complaintForm = (shown: readonly DeskItem[], complain: (event: Event) => void) =>
  shown.length === 0
    ? html`<p>${msg('No words about this space are shown.', {id: 'desk.enter.none'})}</p>`
    : html`<form class="stack" @submit=${complain}>
        <fieldset>
          <legend class="label">${msg('Which words?', {id: 'desk.enter.which'})}</legend>
          ${shown.map(
            ({id, words, role, season}) =>
              html`<label class="choice">
                <input type="radio" name="item" .value=${id} required />
                <span>${words} <span class="soft">${quoteLabel(role, season)}</span></span>
              </label>`,
          )}
        </fieldset>
        <div>
          <label class="label" for="from">${msg('Who complains', {id: 'desk.enter.from'})}</label>
          <input class="field" id="from" name="from" required autocomplete="off" />
        </div>
        <div>
          <label class="label" for="says">${msg('What they say is wrong', {id: 'desk.complaint.says'})}</label>
          <textarea class="field" id="says" name="says" required></textarea>
        </div>
        <div>
          <label class="label" for="received">${msg('When it came', {id: 'desk.enter.received'})}</label>
          <input class="field" id="received" name="received" type="datetime-local" required />
        </div>
        <div><button type="submit" class="button main">${msg('Save', {id: 'desk.confirm.save'})}</button></div>
      </form>`;
