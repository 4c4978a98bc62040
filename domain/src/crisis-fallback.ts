/**
 * The list that stands inside `<held-crisis-signpost>` on a host's page, for when the widget does not run: plain links
 * and numbers, with hours as words, because nothing there can work out who is open. `scripts/crisis-fallback.mjs`
 * prints it. Words as in `content` of the signpost; names, numbers and dates come from the reviewed list.
 */
import type {CrisisContact} from './crisis.js';
import {contactsFor, dailySpan} from './crisis.js';
import {fallbackWords, type FallbackLanguage, type FallbackWords} from './crisis-fallback-words.js';
import {crisisChecked, crisisContacts} from './generated/crisis-contacts.js';
import {smsLink, telephoneLink} from './phone-numbers.js';
import type {Nation} from './vocabularies.js';

/** The lines of the list as HTML, one a contact, the last for British Sign Language. */
export function fallbackList(nation?: Nation, language: FallbackLanguage = 'en'): readonly string[] {
  // What is pasted stays on a page for as long as the page does, so the list is the one for its own day.
  const {lines} = contactsFor(crisisContacts, {nation, now: new Date(crisisChecked), checked: crisisChecked});
  const first = lines.map(({contact}) => contact).filter(contact => contact.first);
  const words = fallbackWords[language];
  return [
    ...first.map(contact => fallbackLine(contact, words)),
    ...first.flatMap(({bsl}) => (bsl ? [signLine(bsl, words)] : [])),
  ];
}

/** The whole content of the tag: a heading, the list, the date and the limit. */
export function fallbackHtml(nation?: Nation, headingLevel = 2, language: FallbackLanguage = 'en'): string {
  const words = fallbackWords[language];
  const items = fallbackList(nation, language).map(line => `  <li>${line}</li>`);
  return [
    `<h${headingLevel}>${words.title}</h${headingLevel}>`,
    '<ul>',
    ...items,
    '</ul>',
    `<p>${words.checked}: ${words.date(new Date(crisisChecked))}</p>`,
    `<p>${words.limits}</p>`,
  ].join('\n');
}

const call = (number: string) => `<a href="${telephoneLink(number)}">${number}</a>`;

function fallbackLine(contact: CrisisContact, words: FallbackWords): string {
  const {kind, name, phone, option, text} = contact;
  if (kind === 'emergency' && phone) return `${words.danger} ${call(phone)}`;
  const menu = option === 'choose' ? words.choose : option ? words.press2 : '';
  const ways = [...(phone ? [`${words.call} ${call(phone)}${menu}`] : []), ...(text ? [textWay(text, words)] : [])];
  return `${name}: ${ways.join(words.or)}. ${hoursWords(contact, words)}`;
}

/** The verb stands before the link, which is the rest. */
function textWay({number, keyword = ''}: NonNullable<CrisisContact['text']>, words: FallbackWords): string {
  const [verb = '', ...rest] = words.text(keyword, number).split(' ');
  return `${verb} <a href="${smsLink(number, keyword || undefined).replace('&', '&amp;')}">${rest.join(' ')}</a>`;
}

function hoursWords({id, hours}: CrisisContact, words: FallbackWords): string {
  if (hours === 'always') return words.always;
  // Four rules in one short form of words, as the line itself describes them.
  if (id === 'breathing-space') return words.breathingSpace;
  const daily = dailySpan(hours);
  return daily ? words.daily(timeWords(daily[0], words), timeWords(daily[1], words)) : words.unsure;
}

/** Minutes after midnight as people say them. */
function timeWords(minutes: number, {midday, midnight}: FallbackWords): string {
  const [hour, past] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  if (past === 0 && hour % 12 === 0) return hour === 12 ? midday : midnight;
  return `${hour % 12 || 12}${past ? `:${String(past).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}

const signLine = (page: string, {sign}: FallbackWords) =>
  `${sign}: <a href="${page}" referrerpolicy="no-referrer">${page.replace('https://', '')}</a>`;
