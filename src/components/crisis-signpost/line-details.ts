import {spokenNumber, telephoneLink, type CrisisEntry} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {emergencyTells, strongNumber} from '../../internal/crisis-lines.js';
import {downIcon} from '../../internal/icons.js';

/**
 * What opens under a line: the further ways in, which are always there, and what is known of it.
 *
 * @param known What is known, once it has come.
 */
export function lineDetails(contact: CrisisEntry, known: TemplateResult | undefined): TemplateResult {
  const {name, kind, web, relay, bsl} = contact;
  const isEmergency = kind === 'emergency';
  return html`<details>
    <summary><span>${detailsSummary(contact)}</span>${downIcon()}</summary>
    <div class="details small">
      ${isEmergency ? emergencyWords() : nothing} ${bsl ? signWords(bsl) : nothing}
      ${relay ? numberLink(relay, isEmergency ? emergencyRelay : relayWords, 'address') : nothing}
      ${known ?? (isEmergency ? nothing : notHere())}
      ${pageLink(
        web,
        msg('Go to the website', {id: 'crisis.contact.web'}),
        msg(str`Go to the website of: ${name}`, {id: 'crisis.contact.web.name'}),
      )}
    </div>
  </details>`;
}

/** A link to a page, which is told nothing of this one. */
export const pageLink = (page: string | undefined, words: string, name = words): TemplateResult =>
  html`<p><a class="address" href=${page} referrerpolicy="no-referrer" aria-label=${name}>${words}</a></p>`;

/** A link that calls, in words that hold its number. Its name is spoken digit by digit. */
export const numberLink = (number: string, words: (number: string) => string, className: string): TemplateResult =>
  html`<p>
    <a class=${className} href=${telephoneLink(number)} aria-label=${words(spokenNumber(number))}
      >${strongNumber(words(number), number)}</a
    >
  </p>`;

/** What opens the details of a line, by the ways there are into it. */
function detailsSummary({phone, text}: CrisisEntry): string {
  if (phone && text) return msg('What happens if you get in touch', {id: 'crisis.contact.more'});
  return phone
    ? msg('What happens if you call', {id: 'crisis.contact.more.call'})
    : msg('What happens if you text', {id: 'crisis.contact.more.text'});
}

const notHere = () =>
  html`<p>
    ${msg('This part of the page has not loaded. The number works without it.', {id: 'crisis.contact.more.failed'})}
  </p>`;

const emergencyWords = () =>
  html`<p>
      ${msg(
        'If you cannot speak on a mobile, wait to be asked, then press 55. A silent call alone does not bring the police.',
        {id: 'crisis.danger.silent'},
      )}
    </p>
    <p><strong>${msg('Who may they tell', {id: 'crisis.contact.tell'})}:</strong> ${emergencyTells()}</p>`;

const signWords = (page: string) =>
  html`<p>
      ${msg(
        '999 BSL is a free way to reach 999 by video in British Sign Language, day and night. You do not need to sign up first.',
        {id: 'crisis.can.sign.text'},
      )}
      ${msg('It often passes on where you are.', {id: 'crisis.can.sign.place'})}
    </p>
    ${pageLink(page, page.replace('https://', ''))}`;

const emergencyRelay = (number: string) =>
  msg(str`With the Relay UK app or a textphone, call ${number}. This is a call, not a text.`, {
    id: 'crisis.can.sign.relay',
  });

const relayWords = (number: string) =>
  msg(str`By textphone, or with Relay UK: ${number}`, {id: 'crisis.contact.lifeline-ni.relay'});
