import {spokenNumber, telephoneLink, type CrisisLine, type LineOpening} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {html} from 'lit';
import {coreFor, costWords, crisisFacts, strongNumber, type LineParts} from '../../internal/crisis-lines.js';
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

/** Whom the first lines are for: those that every widget has, and those of one nation. */
export const firstFor: Readonly<Record<string, () => string>> = {
  ...coreFor,
  'samaritans-cymru': () => msg('To talk in Welsh', {id: 'crisis.contact.samaritans-cymru.for'}),
  'call-wales': () => msg('For people in Wales who need to talk', {id: 'crisis.contact.call-wales.for'}),
  'breathing-space': () => msg('For anyone in Scotland aged 16 or over', {id: 'crisis.contact.breathing-space.for'}),
};

/** Whether the line is open, its hours where it is not open day and night, and what it costs. */
export function openingFacts(contact: CrisisLine, opening: LineOpening) {
  const hours = hoursWords(contact);
  const facts = [openingWords(opening), ...(hours ? [hours] : []), costWords(contact.cost)];
  return crisisFacts(...facts);
}

/** An open line, to stand beside one that is closed. */
export function instead({name, phone = ''}: CrisisLine) {
  const words = (number: string) => msg(str`This one is open now: ${name}, ${number}`, {id: 'crisis.closed.instead'});
  return html`<p>
    <a class="instead" href=${telephoneLink(phone)} aria-label=${words(spokenNumber(phone))}
      >${strongNumber(words(phone), phone)}</a
    >
  </p>`;
}

/** What opens the details of a line, by the ways there are into it. */
export function detailsSummary({phone, text}: CrisisLine): string {
  if (phone && text) return msg('What happens if you get in touch', {id: 'crisis.contact.more'});
  return phone
    ? msg('What happens if you call', {id: 'crisis.contact.more.call'})
    : msg('What happens if you text', {id: 'crisis.contact.more.text'});
}
