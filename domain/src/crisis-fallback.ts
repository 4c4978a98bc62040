/**
 * The list that stands inside `<held-crisis-signpost>` on a host's page, for when the widget does not run: plain links
 * and numbers, with hours as words, because nothing there can work out who is open. `scripts/crisis-fallback.mjs`
 * prints it. English, as in `content` of the signpost; names, numbers and dates come from the reviewed list.
 */
import type {CrisisContact} from './crisis.js';
import {contactsFor, dailySpan} from './crisis.js';
import {crisisChecked, crisisContacts} from './generated/crisis-contacts.js';
import {smsLink, telephoneLink} from './phone-numbers.js';
import type {Nation} from './vocabularies.js';

/** The lines of the list as HTML, one a contact, the last for British Sign Language. */
export function fallbackList(nation?: Nation): readonly string[] {
  // What is pasted stays on a page for as long as the page does, so the list is the one for its own day.
  const {lines} = contactsFor(crisisContacts, {nation, now: new Date(crisisChecked), checked: crisisChecked});
  const first = lines.map(({contact}) => contact).filter(contact => contact.first);
  return [...first.map(fallbackLine), ...first.flatMap(({bsl}) => (bsl ? [signLine(bsl)] : []))];
}

/** The whole content of the tag: a heading, the list, the date and the limit. */
export function fallbackHtml(nation?: Nation, headingLevel = 2): string {
  const items = fallbackList(nation).map(line => `  <li>${line}</li>`);
  const checked = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', dateStyle: 'long'}).format(
    new Date(crisisChecked),
  );
  return [
    `<h${headingLevel}>Someone to turn to now</h${headingLevel}>`,
    '<ul>',
    ...items,
    '</ul>',
    `<p>Numbers last checked: ${checked}</p>`,
    '<p>Nobody is watching this page. We cannot send help to you.</p>',
  ].join('\n');
}

const call = (number: string) => `<a href="${telephoneLink(number)}">${number}</a>`;

function fallbackLine(contact: CrisisContact): string {
  const {kind, name, phone, option, text} = contact;
  if (kind === 'emergency' && phone) return `If a life is in danger now, call ${call(phone)}`;
  const menu = option === 'choose' ? ' and choose the mental health option' : option ? ' and press 2' : '';
  const ways = [
    ...(phone ? [`call ${call(phone)}${menu}`] : []),
    ...(text
      ? [
          `text <a href="${smsLink(text.number, text.keyword).replace('&', '&amp;')}">${text.keyword ?? ''} to ${text.number}</a>`,
        ]
      : []),
  ];
  return `${name}: ${ways.join(', or ')}. ${hoursWords(contact)}`;
}

function hoursWords({id, hours}: CrisisContact): string {
  if (hours === 'always') return 'Day and night, every day';
  // Four rules in one short form of words, as the line itself describes them.
  if (id === 'breathing-space') return 'Evenings, nights and all weekend';
  const daily = dailySpan(hours);
  if (!daily) return 'We are not sure of the times. You can try.';
  return `Every day, ${timeWords(daily[0])} to ${timeWords(daily[1])}`;
}

/** Minutes after midnight as people say them. */
function timeWords(minutes: number): string {
  const [hour, past] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  if (past === 0 && hour % 12 === 0) return hour === 12 ? 'midday' : 'midnight';
  return `${hour % 12 || 12}${past ? `:${String(past).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}

const signLine = (page: string) =>
  `British Sign Language in an emergency: <a href="${page}" referrerpolicy="no-referrer">${page.replace('https://', '')}</a>`;
