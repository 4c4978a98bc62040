import {spokenNumber, telephoneLink, type CrisisContact, type LineOpening} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {costWords, crisisFacts, type LineParts} from '../../internal/crisis-lines.js';
import {hoursWords, openingWords} from './opening-words.js';

/** The danger line: plain, the same size as the rest, and one choice of several. */
export const dangerWords = (): Partial<LineParts> => ({
  name: msg('If a life is in danger now', {id: 'crisis.danger.title'}),
  who: msg('999 can send people to you. It is free, day and night.', {id: 'crisis.danger.text'}),
  facts: crisisFacts(
    msg(
      'An ambulance may come, and the police may come too. You can say what help you want. We cannot promise who will come.',
      {id: 'crisis.danger.who'},
    ),
    msg('It is one choice. Here are others.', {id: 'crisis.danger.not-only'}),
  ),
});

/** Whether the line is open, its hours where it is not open day and night, and what it costs. */
export function openingFacts(contact: CrisisContact, opening: LineOpening) {
  const hours = hoursWords(contact);
  const facts = [openingWords(opening), ...(hours ? [hours] : []), costWords(contact.cost)];
  return html`${crisisFacts(...facts)}${
    contact.isWelshLine
      ? html`<p class="badge small">${msg('Welsh line', {id: 'crisis.contact.welsh-line'})}</p>`
      : nothing
  }`;
}

/** An open line, to stand beside one that is closed. */
export function instead({name, phone = ''}: CrisisContact) {
  const words = (number: string) => msg(str`This one is open now: ${name}, ${number}`, {id: 'crisis.closed.instead'});
  return html`<p>
    <a class="instead" href=${telephoneLink(phone)} aria-label=${words(spokenNumber(phone))}>${words(phone)}</a>
  </p>`;
}
