/** The policy pages as files: plain HTML and one stylesheet, with no script. */
import {impactAssessment} from './impact-assessment.js';
import {policyStyles} from './look.js';
import {gaps} from './policy.js';
import type {Gap, Policy, PolicyFacts, PolicySection} from './policy.js';
import {accessibility, complaints, moderation, privacy} from './public-policies.js';

/** For everybody, in the order of the list. */
const forEverybody = [moderation, privacy, complaints, accessibility] as const;

/** Every file by its name. What is not known of the operator is a gap in sight, and the page says that it is a template. */
export function policyFiles(facts: PolicyFacts): ReadonlyMap<string, string> {
  return new Map([
    ['index.html', indexPage(facts)],
    ...[...forEverybody, impactAssessment].map(
      policy => [`${policy.name}.html`, page(policy.title, policy.name, facts, sectionsOf(policy, facts))] as const,
    ),
    ['policies.css', policyStyles],
  ]);
}

/** Until the operator has the pages in Welsh: this page is in English; ask for it in Welsh here. */
const inWelsh = "Mae'r dudalen hon yn Saesneg. I ofyn amdani yn Gymraeg, cysylltwch â: {contact}";

function page(title: string, name: string | undefined, facts: PolicyFacts, content: string): string {
  const {operator} = facts;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(operator === undefined ? title : `${title}: ${operator}`)}</title>
<link rel="stylesheet" href="policies.css">
</head>
<body>
<main>
${name === undefined ? '' : template(facts)}
<h1>${escaped(title)}</h1>
<p lang="cy">${filled(inWelsh, facts)}</p>
${content}
${name === undefined ? '' : `<p class="changed">${filled('Last changed: {date}', facts)}. ${filled('Approved for {operator} by: {who}', facts)}</p>`}
</main>
<nav aria-label="Policies">
<ul>
${forEverybody.map(policy => `<li><a href="${policy.name}.html"${policy.name === name ? ' aria-current="page"' : ''}>${policy.title}</a></li>`).join('\n')}
</ul>
</nav>
</body>
</html>
`;
}

/** It stands on a page until the operator has made the page their own. */
const template = (facts: PolicyFacts) =>
  `<p class="template">${filled('This is a template. {operator} has not adapted it yet. It is not legal advice.', facts)}</p>`;

const indexPage = (facts: PolicyFacts) =>
  page(
    'How this list is run',
    undefined,
    facts,
    `<p>${filled('{operator} runs this list. You can reach us here: {contact}', facts)}</p>
<p class="note"><strong>For whoever runs this list:</strong> <a href="${impactAssessment.name}.html">${impactAssessment.title}</a></p>`,
  );

const sectionsOf = ({sections}: Policy, facts: PolicyFacts) =>
  sections
    .filter(({only}) => only === undefined || holds(only, facts))
    .map(section => sectionOf(section, facts))
    .join('\n');

const holds = (only: 'words' | 'ticks' | 'sealed', {takesWords, sealsContacts}: PolicyFacts) =>
  only === 'ticks' ? !takesWords : takesWords && (only === 'words' || sealsContacts);

const sectionOf = ({id, title, text, list, note}: PolicySection, facts: PolicyFacts) =>
  `<section id="${id}">
<h2>${escaped(title)}</h2>
<p>${filled(text, facts)}</p>
${list ? `<ul>\n${list.map(line => `<li>${filled(line, facts)}</li>`).join('\n')}\n</ul>\n` : ''}${
    note === undefined ? '' : `<p class="note"><strong>For whoever runs this list:</strong> ${escaped(note)}</p>\n`
  }</section>`;

/** A text with what is known filled in, and everything else as a gap. */
function filled(text: string, facts: PolicyFacts): string {
  return escaped(text).replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'operator' && facts.operator !== undefined) return escaped(facts.operator);
    if (name === 'contact' && facts.contact !== undefined) return contactOf(facts.contact);
    if (name === 'years') return `${facts.keepYears}`;
    if (name === 'readDays' && facts.readWithinDays !== undefined) return `${facts.readWithinDays}`;
    if (name === 'backupDays' && facts.backupDays !== undefined) return `${facts.backupDays}`;
    if (name === 'uncounted') return facts.knowsBankHolidays ? 'Weekends and bank holidays' : 'Weekends';
    return name in gaps ? `<mark>[${gaps[name as Gap]}]</mark>` : whole;
  });
}

/** An address that can be followed is a link. */
function contactOf(contact: string): string {
  const shown = escaped(contact);
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact)) return `<a href="mailto:${shown}">${shown}</a>`;
  return /^https:\/\/[^\s<>"]+$/.test(contact) ? `<a href="${shown}" rel="noreferrer">${shown}</a>` : shown;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
