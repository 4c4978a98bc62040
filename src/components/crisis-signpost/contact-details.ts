import {telephoneLink, spokenNumber, type CrisisContact} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {strongNumber} from '../../internal/crisis-lines.js';
import {dateWords} from '../../internal/words.js';
import {contactWords} from './contact-words.js';

/** What happens if you get in touch: what is known, and what is not, each said. */
export const contactDetails = (contact: CrisisContact): TemplateResult =>
  html`${contact.kind === 'emergency' ? emergencyDetails(contact) : lineDetails(contact)} ${addresses(contact)}
    <p class="soft">${pageWords(contact)}</p>`;

const fact = (term: string, ...words: unknown[]) => html`<p><strong>${term}:</strong> ${words}</p>`;

function lineDetails(contact: CrisisContact) {
  const words = contactWords[contact.id];
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
    contact.tellIsOlder ? olderWords() : nothing,
  )}
  ${fact(
    msg('What they ask first', {id: 'crisis.contact.first'}),
    msg('We do not know what they ask first. You do not have to answer.', {id: 'crisis.contact.first.unknown'}),
  )}
  ${fact(
    msg('Does it show on a bill', {id: 'crisis.contact.bill'}),
    contact.hiddenFromBill
      ? msg('They say it does not show on a phone bill.', {id: 'crisis.contact.bill.hidden'})
      : msg('We do not know if it shows on a phone bill.', {id: 'crisis.contact.bill.unknown'}),
    contact.hiddenFromBill ? olderWords() : nothing,
  )}
  ${contact.id === 'lifeline-ni' && contact.relay ? html`<p>${relayLink(contact.relay, lifelineRelay)}</p>` : nothing}`;
}

const olderWords = () =>
  html` ${msg('This comes from an older page. It may have changed.', {id: 'crisis.contact.tell.older'})}`;

function emergencyDetails({id, relay, bsl}: CrisisContact) {
  return html`<p>
      ${msg(
        'If you cannot speak on a mobile, wait to be asked, then press 55. A silent call alone does not bring the police.',
        {id: 'crisis.danger.silent'},
      )}
    </p>
    ${fact(msg('Who may they tell', {id: 'crisis.contact.tell'}), contactWords[id]?.tell?.())}
    ${
      bsl
        ? html`<p>
            ${msg(
              '999 BSL is a free way to reach 999 by video in British Sign Language, day and night. You do not need to sign up first.',
              {id: 'crisis.can.sign.text'},
            )}
            ${msg('It often passes on where you are.', {id: 'crisis.can.sign.place'})}
            <a href=${bsl} rel="noreferrer" referrerpolicy="no-referrer">${bsl.replace('https://', '')}</a>
          </p>`
        : nothing
    }
    ${relay ? html`<p>${relayLink(relay, emergencyRelay)}</p>` : nothing}`;
}

const emergencyRelay = (number: string) =>
  msg(str`With the Relay UK app or a textphone, call ${number}. This is a call, not a text.`, {
    id: 'crisis.can.sign.relay',
  });

const lifelineRelay = (number: string) =>
  msg(str`By textphone, or with Relay UK: ${number}`, {id: 'crisis.contact.lifeline-ni.relay'});

const relayLink = (number: string, words: (number: string) => string) =>
  html`<a href=${telephoneLink(number)} aria-label=${words(spokenNumber(number))}
    >${strongNumber(words(number), number)}</a
  >`;

function addresses({name, web, chat}: CrisisContact) {
  const words = msg(str`Go to the website of: ${name}`, {id: 'crisis.contact.web.name'});
  return html`${
    web
      ? html`<p>
          <a class="address" href=${web} rel="noreferrer" referrerpolicy="no-referrer" aria-label=${words}
            >${msg('Go to the website', {id: 'crisis.contact.web'})}</a
          >
        </p>`
      : nothing
  }
  ${
    chat
      ? html`<p>
          <a class="address" href=${chat} rel="noreferrer" referrerpolicy="no-referrer"
            >${msg('Chat online', {id: 'crisis.contact.chat'})}</a
          >
        </p>`
      : nothing
  }`;
}

function pageWords({pageDate}: CrisisContact): string {
  if (!pageDate) return msg('The page we read has no date.', {id: 'crisis.contact.source-undated'});
  const date = dateWords(new Date(pageDate));
  return msg(str`The page we read is from: ${date}`, {id: 'crisis.contact.source-date'});
}
