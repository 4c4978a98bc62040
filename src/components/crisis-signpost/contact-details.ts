import type {CrisisDetails, CrisisEntry} from '@held-spaces/domain/crisis';
import {crisisDetails} from '@held-spaces/domain/generated/crisis-details';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {dateWords} from '../../internal/words.js';
import {contactWords} from './contact-words.js';
import {pageLink} from './line-details.js';

/** What is known of a line, and what is not, each said. A file of its own, which comes after the signpost is drawn. */
export function contactDetails({id, kind}: CrisisEntry): TemplateResult {
  const details = crisisDetails[id] ?? {};
  return html`${kind === 'emergency' ? nothing : lineWords(id, details)}
    ${details.chat ? pageLink(details.chat, msg('Chat online', {id: 'crisis.contact.chat'})) : nothing}
    <p class="soft">${pageWords(details)}</p>`;
}

const fact = (term: string, ...words: unknown[]) => html`<p><strong>${term}:</strong> ${words}</p>`;

function lineWords(id: string, {tellIsOlder, hiddenFromBill}: CrisisDetails) {
  const words = contactWords[id];
  return html`${words?.what ? html`<p>${words.what()}</p>` : nothing}
  ${
    words?.saysWhoAnswers
      ? nothing
      : fact(
          msg('Who answers', {id: 'crisis.contact.who'}),
          msg('We do not know who answers.', {id: 'crisis.contact.who.unknown'}),
        )
  }
  ${fact(
    msg('Who may they tell', {id: 'crisis.contact.tell'}),
    words?.tell?.() ??
      msg('We do not know who they may tell. You can ask them before you say who you are.', {
        id: 'crisis.contact.tell.unknown',
      }),
    tellIsOlder ? olderWords() : nothing,
  )}
  ${fact(
    msg('What they ask first', {id: 'crisis.contact.first'}),
    msg('We do not know what they ask first. You do not have to answer.', {id: 'crisis.contact.first.unknown'}),
  )}
  ${fact(
    msg('Does it show on a bill', {id: 'crisis.contact.bill'}),
    hiddenFromBill
      ? msg('They say it does not show on a phone bill.', {id: 'crisis.contact.bill.hidden'})
      : msg('We do not know if it shows on a phone bill.', {id: 'crisis.contact.bill.unknown'}),
    hiddenFromBill ? olderWords() : nothing,
  )}`;
}

const olderWords = () =>
  ` ${msg('This comes from an older page. It may have changed.', {id: 'crisis.contact.tell.older'})}`;

function pageWords({pageDate}: CrisisDetails): string {
  if (!pageDate) return msg('The page we read has no date.', {id: 'crisis.contact.source-undated'});
  const date = dateWords(new Date(pageDate));
  return msg(str`The page we read is from: ${date}`, {id: 'crisis.contact.source-date'});
}
