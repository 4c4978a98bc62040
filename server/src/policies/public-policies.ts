/** The pages for everybody. Plain words, to be read in a hard moment; none of it is legal advice. */
import {withholdReasons} from '@held-spaces/domain/moderation';
import type {WithholdReason} from '@held-spaces/domain/moderation';
import type {Policy} from './policy.js';

/** As they stand beside what was left out. */
const reasonWords: Readonly<Record<WithholdReason, string>> = {
  'names-someone': 'They name a person, or show who someone is.',
  'shows-writer': 'They could show who wrote them.',
  method: 'They say how or where someone hurt themselves or died.',
  hate: 'They attack people for who they are.',
  threat: 'They threaten someone.',
  'not-about-space': 'They are not about this space.',
  advert: 'They sell something.',
  'not-genuine': 'We have reason to think they are not from someone who went.',
  paid: 'They seem to be paid for, or written by the space itself.',
  'crime-named': 'They say that a person we could name broke the law.',
  private: 'They tell something private about someone else.',
  'cannot-read': 'We have nobody yet who reads this language.',
  complaint: 'Someone complained, and we had to take them down.',
  court: 'A court told us to.',
};

export const moderation: Policy = {
  name: 'moderation',
  title: 'How we choose what to show',
  sections: [
    {
      id: 'who',
      title: 'Who decides',
      text: '{operator} decides, with people who have been through distress. They are trained, and they have support. No space and no funder has a say.',
      note: 'Only if it is true.',
      only: 'words',
    },
    {
      id: 'ticks-only',
      title: 'Ticks only',
      text: 'This list takes ticks and no words. Nobody would be here to read words with care.',
      only: 'ticks',
    },
    {
      id: 'same',
      title: 'One rule for good and bad',
      text: 'We show words that praise and words that blame by the same rule. We do not choose the nice ones. Nobody can pay to have words shown or taken down.',
      only: 'words',
    },
    {
      id: 'before',
      title: 'Before words are shown',
      text: 'A moderator reads all words before anyone else can. They show them, leave out a part, or do not show them. They never add or change a word. We aim to do this within this many days: {readDays}',
      only: 'words',
    },
    {
      id: 'reasons',
      title: 'Why we leave words out',
      text: 'We leave words out only for the reasons on this page. On each space we say how many were left out, and why. We never leave words out because they are angry, sad, or hard on a space.',
      list: withholdReasons.map(reason => reasonWords[reason]),
      only: 'words',
    },
    {
      id: 'two',
      title: 'When two people decide',
      text: 'Some words need two moderators to agree. These are words that name a crime, hold a threat, or may show a private address. It is the same when someone has complained.',
      only: 'words',
    },
    {
      id: 'counts',
      title: 'How we count',
      text: 'We show a count only when 5 people or more answered. Counts change once a week at most. We hide more numbers when a small one could be worked out.',
    },
    {
      id: 'fake',
      title: 'How we keep out answers that are not real',
      text: 'We look for many answers that are alike or that come all at once. We hold them back until a person has looked. We do not track anyone to do this. Spaces may not offer a reward for an answer, or answer about themselves.',
      note: 'Keep a risk assessment beside this, as the Digital Markets, Competition and Consumers Act 2024 asks of whoever publishes reviews.',
    },
    {
      id: 'contact',
      title: 'What we do not do',
      text: 'We do not try to find out who wrote. We do not call the police, the NHS, or anyone else about what a person wrote. We cannot, as we do not know who they are. We say this before people write.',
      note: 'Some public bodies and their staff may have a legal duty to act on what they read. If you are one, take advice. You can take ticks only.',
    },
    {
      id: 'appeal',
      title: 'If you do not agree',
      text: 'You can ask us to look again. Someone who did not take part the first time will do it. Write to: {contact}',
      only: 'words',
    },
    {
      id: 'spaces',
      title: 'If you run a space',
      text: 'You can write a reply, and say what you have changed. A moderator reads it first. You may not try to find out who wrote. If you reply:',
      list: [
        'Write as a person. Say what you heard.',
        'Say what you will change, or why you cannot.',
        'Do not guess or hint who wrote. Do not ask them to contact you.',
        'Do not explain their words as part of an illness.',
        'One reply is for all that people said. You cannot answer one person alone.',
      ],
      only: 'words',
    },
    {
      id: 'review',
      title: 'Who checks us',
      text: 'A group of people who have been through distress looks at these rules and at what we left out. They do this at least once a year.',
      note: 'Only if it is true.',
    },
  ],
};

export const privacy: Policy = {
  name: 'privacy',
  title: 'Your privacy',
  sections: [
    {id: 'who', title: 'Who we are', text: '{operator} runs this list. You can reach us here: {contact}'},
    {
      id: 'looking',
      title: 'When you look for a space',
      text: 'We do not know who you are or what you look for. Your phone or computer gets a list for a wide area, and the search happens there. We use no cookies. We store nothing on your phone or computer.',
    },
    {
      id: 'server',
      title: 'What our computer sees',
      text: 'To send you a list, our computer sees your internet address for a moment. We do not write it down.',
      note: 'True only if the proxy or the network of servers in front of yours is set the same way. The operator’s guide says how.',
    },
    {
      id: 'others',
      title: 'What others may see',
      text: 'The website you are on may have tools of its own. Your browser keeps a history. If you open the map, the map service sees which area you look at. If you call or text, your phone company knows.',
    },
    {
      id: 'evaluate',
      title: 'When you tell us how a space was',
      text: 'We keep your answers, your words if you write any, the season you went, and the month you sent it. We do not keep your name, your email, or your internet address.',
    },
    {
      id: 'health',
      title: 'Facts about your health',
      text: 'Your answers may say something about your health. The law gives such facts more care. We keep them only because you agree, and you can change your mind.',
      note: 'UK GDPR, Article 9(2)(a). Name the basis in Article 6 too.',
    },
    {
      id: 'sealed',
      title: 'If you leave a way to reach you',
      text: 'It is locked on your own phone or computer. Two moderators are needed to open it, and only if someone complains about your words. We delete it with your answers.',
      only: 'sealed',
    },
    {
      id: 'share',
      title: 'Who else gets it',
      text: 'Counts, and words that a moderator has let through, are for everyone to see. We give nothing else to anyone, unless a court makes us.',
    },
    {
      id: 'long',
      title: 'How long we keep it',
      text: 'Until you take it back, and no longer than this many years: {years}. It leaves our safe copies within this many days: {backupDays}',
      note: 'The years are HELD_KEEP_YEARS, to which the directory keeps by itself. The days are those for which you keep backups: HELD_BACKUP_DAYS says them here.',
    },
    {
      id: 'rights',
      title: 'Your rights',
      text: 'You can take back what you sent with your code. Without the code we cannot tell which one is yours. You can also ask us about your data, or complain to: {regulator}',
    },
    {
      id: 'moderators',
      title: 'If you are a moderator',
      text: 'We keep the short name you chose, your passkey’s public part, and a log of your choices. While you are signed in, your browser keeps one cookie for that.',
      only: 'words',
    },
  ],
};

export const accessibility: Policy = {
  name: 'accessibility',
  title: 'Accessibility',
  sections: [
    {
      id: 'aim',
      title: 'What we aim for',
      text: 'We want everyone to be able to use this, with any phone, computer or aid. We aim to meet a standard called WCAG 2.2, level AA.',
    },
    {
      id: 'can',
      title: 'What you can do',
      text: 'You can use it with a keyboard, with a screen reader, or by voice. You can make the text four times as big. You can turn off moving parts. You can print it. It is in English and Welsh, and some of it is in Easy Read.',
      note: 'List only what was tested, on the pages where you use it.',
    },
    {
      id: 'map',
      title: 'The map',
      text: 'A map is hard to use with some aids. All that is on the map is in the list too.',
    },
    {
      id: 'not-yet',
      title: 'What does not work yet',
      text: 'These parts do not meet the standard yet: {list}',
      note: 'It must be filled in. Take it out only when nothing is left.',
    },
    {id: 'tested', title: 'How we tested', text: 'Tested on: {date}. Tested by: {who}'},
    {
      id: 'tell',
      title: 'Tell us',
      text: 'If something does not work for you, tell us: {contact}. We aim to answer within this many days: {days}',
    },
    {
      id: 'other',
      title: 'Another way',
      text: 'We can send you this on paper, in large print, in Easy Read or as sound. Ask us: {contact}',
      note: 'Only what you can do.',
    },
    {
      id: 'law',
      title: 'If you do not like our answer',
      text: 'You can get advice from: {adviser}',
      note: 'Public bodies must name the right one for their nation.',
    },
  ],
};

export const complaints: Policy = {
  name: 'complaints',
  title: 'Complain, or ask us to take words down',
  sections: [
    {
      id: 'how',
      title: 'How to ask',
      text: 'Write to us here: {contact}. Tell us which space, which words, what is wrong with them, and how to reach you.',
      note: 'What a notice of defamation has to hold is in the Defamation (Operators of Websites) Regulations 2013.',
    },
    {
      id: 'you',
      title: 'If the words are yours',
      text: 'Use your code to delete them. If you have lost it, write to us. We may not be able to tell that they are yours, but we will look.',
    },
    {
      id: 'about-you',
      title: 'If the words are about you',
      text: 'Tell us where they name you or show who you are. We can hide them at once while we look.',
      only: 'words',
    },
    {
      id: 'space',
      title: 'If you run the space',
      text: 'We do not take words down because they are hard on you. You can reply, or tell us which of our rules they break.',
      only: 'words',
    },
    {
      id: 'when',
      title: 'What happens then',
      text: 'A person looks at it within 48 hours. {uncounted} do not count. Two moderators decide. We tell you what we did, and why.',
      note: 'Defamation Act 2013, section 5, and its regulations of 2013. Take advice.',
      only: 'words',
    },
    {
      id: 'writer',
      title: 'What we tell the writer',
      text: 'We can ask the writer only if they left a way to reach them. If they did not, we may have to take the words down. Their ticks stay in the count.',
      only: 'words',
    },
    {
      id: 'us',
      title: 'If you want to complain about us',
      text: 'Write to us here: {contact}. If you do not like our answer, you can go to: {regulator}',
    },
    {
      id: 'listing',
      title: 'If a listing is wrong',
      text: 'If an address that must be private can be seen, tell us at once. We will take it out first, and ask after.',
    },
  ],
};
