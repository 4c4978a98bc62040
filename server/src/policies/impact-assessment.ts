/** A data-protection impact assessment to start from, for whoever runs a directory. Not for visitors. */
import type {Policy} from './policy.js';

export const impactAssessment: Policy = {
  name: 'impact-assessment',
  title: 'Data protection impact assessment',
  sections: [
    {
      id: 'about',
      title: 'What this page is for',
      text: 'Before you take evaluations, think of what could go wrong for the people who send them. Evaluations may say something about health, and the people may be in a hard moment: the law asks for this. Change this page until it is true of you, and ask your data protection officer if you have one.',
      note: 'UK GDPR, Article 35.',
    },
    {
      id: 'purpose',
      title: 'What is done, and what for',
      text: 'People tell how a space was for them, so that others can choose. Counts of ticks are shown from 5 people up, and words once a moderator has read them. {operator} decides why and how.',
    },
    {
      id: 'kept',
      title: 'What is kept',
      text: 'For each evaluation:',
      list: [
        'The answers, the stages that were chosen, and the role: experiencer or holder.',
        'The season of the visit, and the month it was sent. Never a day or a time.',
        'Words, where somebody wrote any, with the note that they asked for.',
        'A slow hash of the take-back code, and keyed hashes that make a repeat harmless. Neither can be turned back.',
        'Where you offer it, a way to reach the writer, which two moderators together can open.',
        'All of that until its sender takes it back, and no longer than this many years: {years}',
        'For moderators: a short name, the public part of a passkey, and a log of their choices.',
      ],
    },
    {
      id: 'not-kept',
      title: 'What is not kept',
      text: 'No name, no email address, no internet address, no device, no cookie of a visitor. What people search for, their stage and their needs never leave their own phone or computer.',
    },
    {
      id: 'basis',
      title: 'The ground in law',
      text: 'Explicit consent, Article 9(2)(a), asked for before sending. And: {basis}. Whoever changes their mind uses the code, and the evaluation is deleted at once.',
    },
    {
      id: 'who',
      title: 'Who can see what',
      text: 'Everybody sees counts, and words that were let through. Moderators see words, never a person. Whoever runs the server could read single answers in the database. The server: {host}',
    },
    {
      id: 'asked',
      title: 'Who was asked',
      text: 'People who have been through distress were asked what could go wrong for them, on: {date}. What they said, and what changed: {list}',
      note: 'Do this before anything else on this page. They see what nobody else does.',
    },
    {
      id: 'risk-found-out',
      title: 'Risk: somebody works out who wrote',
      text: 'Few people may use a space, and its staff may guess. What is done: counts only from 5 people, in weekly steps of 5 or more; a season and no date; a hint on the device about names and places; moderators leave out what shows the writer; people are told that they can wait, or only tick. What is left: {likely}',
    },
    {
      id: 'risk-others',
      title: 'Risk: words harm somebody else',
      text: 'Words may name a person or tell something private. What is done: every text is read first; the gravest need two moderators; whoever is named can complain and have words hidden at once. What is left: {likely}',
      only: 'words',
    },
    {
      id: 'risk-store',
      title: 'Risk: somebody gets at the database or a backup',
      text: 'What is done: it holds nothing that says who wrote; codes are kept as slow hashes; deleted rows are overwritten. What you add: encrypted disks, few people with access, backups that end. What is left: {likely}',
    },
    {
      id: 'risk-logs',
      title: 'Risk: something in front writes addresses down',
      text: 'The directory logs no address, no postcode and no words. A proxy, a firewall or a network of servers in front may. What you add: set each of them the same way, and check it. What is left: {likely}',
    },
    {
      id: 'risk-device',
      title: 'Risk: somebody else looks at the phone',
      text: 'What is done: a draft is in memory only and goes with the page; nothing is stored; the way out of the page clears it; the printed code names no space. The browser keeps its history. What is left: {likely}',
    },
    {
      id: 'risk-false',
      title: 'Risk: false answers mislead people',
      text: 'What is done: each one costs its sender some work of a computer; many at once, or many alike, wait until two moderators have looked. Nobody is tracked for it. What is left: {likely}',
    },
    {
      id: 'risk-court',
      title: 'Risk: a court or the police ask for what is kept',
      text: 'What is done: as little is kept as can be, and people are told of this before they write. What is left: {likely}',
    },
    {
      id: 'risk-moderators',
      title: 'Risk: reading harms moderators',
      text: 'What is done: words stay closed until opened; topics can be avoided; anything can be handed on without a reason; whom to talk to stands on every page of the desk. What is left: {likely}',
      only: 'words',
    },
    {
      id: 'risk-limits',
      title: 'Risk that is not met',
      text: 'Whoever sends four answers of their own, and knows that one other person answered in the same weeks, can work out that one. Where all of five said the same, it is known of each of them. What is left: {likely}',
    },
    {
      id: 'decision',
      title: 'What was decided',
      text: 'Decided on: {date}. Decided by: {who}. To be looked at again on: {date}',
    },
  ],
};
