import type {CrisisEntry, CrisisLine, ListedLine} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {downPath, phonePath, textPath} from '../../internal/crisis-icon-paths.js';
import {coreFor, emergencyTells, freeWords, optionWords, sentences} from '../../internal/crisis-words.js';
import {drawnIcon, e, h, type Drawing, type Drawn} from '../../internal/plain-drawing.js';
import {dateWords} from '../../internal/words.js';
import type {ContactWords} from './contact-words.js';
import {callLink, numberLink, pageLink, textLink} from './links.js';
import {hoursWords, openingWords} from './opening-words.js';

export interface LineOptions {
  /** What is known of it, in words. */
  readonly about: ContactWords | undefined;
  /** Of its name. */
  readonly headingLevel: number;
  /** An open line, to stand beside it if it is closed. */
  readonly open: CrisisLine | undefined;
  /** Whether a text comes before a call. */
  readonly textFirst: boolean;
  /** Whether whom they may tell is said at once. */
  readonly tells: boolean;
  /** Who added it, where it is the host's own. */
  readonly addedBy: string | undefined;
}

/** One line: its name, its numbers, which are the links, and what is known of it, and what is not. */
export function drawLine({contact, opening}: ListedLine<CrisisEntry>, options: LineOptions): Drawn {
  const {id, kind, phone, text} = contact;
  const {about, headingLevel, open, textFirst, tells, addedBy} = options;
  const isEmergency = kind === 'emergency';
  const call = phone && e('p.number', callLink(contact));
  const texting = text && h('p.number', {key: 'text'}, textLink(contact));
  const isClosed = opening !== 'always' && opening !== 'unsure' && !opening.isOpen;
  const tell = isEmergency ? emergencyTells() : tellWords(contact, about);
  return h(
    'li.line',
    {key: id},
    drawnIcon(phone ? phonePath : textPath),
    e(
      'div',
      e(`h${headingLevel}.small-heading`, isEmergency ? dangerTitle() : contact.name),
      textFirst ? [texting, call] : [call, texting],
      call && texting && e('p.small soft', msg('These two belong together.', {id: 'crisis.contact.pair'})),
      option(contact),
      e('p', isEmergency ? dangerWords() : (about?.for ?? coreFor()[id] ?? localWords(addedBy))),
      e(
        'p.small soft',
        isEmergency ? dangerFacts() : sentences(openingWords(opening), ...hoursWords(contact), costWords(contact)),
      ),
      isClosed && open && numberLink(open.phone ?? '', number => insteadWords(open.name, number)),
      tells && e('p.tell', fact(tellTitle(), tell)),
      e(
        'details',
        e('summary', detailsTitle(contact), drawnIcon(downPath)),
        e(
          'div.details small',
          isEmergency ? emergencyDetails(contact) : lineDetails(contact, about),
          !tells && e('p', fact(tellTitle(), tell)),
          pageLink(contact.chat, msg('Chat online', {id: 'crisis.contact.chat'})),
          pageLink(
            contact.web,
            msg('Go to the website', {id: 'crisis.contact.web'}),
            msg(str`Go to the website of: ${contact.name}`, {id: 'crisis.contact.web.name'}),
          ),
          contact.web && e('p.soft', pageWords(contact)),
        ),
      ),
    ),
  );
}

const fact = (term: string, ...words: readonly (string | undefined)[]): Drawing => [
  e('strong', `${term}:`),
  ` ${sentences(...words)}`,
];

function option(contact: CrisisEntry): Drawing {
  const words = optionWords(contact);
  return words && e('p.option', words);
}

const dangerTitle = () => msg('If a life is in danger now', {id: 'crisis.danger.title'});

const dangerWords = () => msg('999 can send people to you. It is free, day and night.', {id: 'crisis.danger.text'});

const dangerFacts = () =>
  sentences(
    msg(
      'An ambulance may come, and the police may come too. You can say what help you want. We cannot promise who will come.',
      {id: 'crisis.danger.who'},
    ),
    msg('It is one choice. Here are others.', {id: 'crisis.danger.not-only'}),
  );

/** A line that the host added, which is ours in nothing. */
const localWords = (host: string | undefined) =>
  host !== undefined &&
  sentences(
    msg('Local to this area', {id: 'crisis.contact.local'}),
    host && msg(str`Added by: ${host}`, {id: 'crisis.contact.local.by'}),
  );

/** What it costs; that nobody knows is said too. */
function costWords({cost}: CrisisLine): string {
  if (cost === 'local') return msg('The cost of a local call', {id: 'crisis.contact.cost.local'});
  if (cost === 'standard') return msg('Your normal call cost', {id: 'crisis.contact.cost.standard'});
  return freeWords(cost) ?? msg('We do not know the cost.', {id: 'crisis.contact.cost.unknown'});
}

const insteadWords = (name: string, number: string) =>
  msg(str`This one is open now: ${name}, ${number}`, {id: 'crisis.closed.instead'});

/** What opens the details of a line, by the ways there are into it. */
function detailsTitle({phone, text}: CrisisEntry): string {
  if (phone && text) return msg('What happens if you get in touch', {id: 'crisis.contact.more'});
  return phone
    ? msg('What happens if you call', {id: 'crisis.contact.more.call'})
    : msg('What happens if you text', {id: 'crisis.contact.more.text'});
}

const tellTitle = () => msg('Who may they tell', {id: 'crisis.contact.tell'});

const olderWords = () => msg('This comes from an older page. It may have changed.', {id: 'crisis.contact.tell.older'});

const tellWords = ({tellIsOlder}: CrisisEntry, about: ContactWords | undefined) =>
  sentences(
    about?.tell ??
      msg('We do not know who they may tell. You can ask them before you say who you are.', {
        id: 'crisis.contact.tell.unknown',
      }),
    tellIsOlder ? olderWords() : undefined,
  );

function emergencyDetails({relay, bsl}: CrisisEntry): Drawing {
  return [
    e(
      'p',
      msg(
        'If you cannot speak on a mobile, wait to be asked, then press 55. A silent call alone does not bring the police.',
        {id: 'crisis.danger.silent'},
      ),
    ),
    signWays(bsl, relay),
  ];
}

/** The ways into 999 by sign language, and by Relay UK. */
export const signWays = (bsl: string | undefined, relay: string | undefined): Drawing => [
  e(
    'p',
    sentences(
      msg(
        '999 BSL is a free way to reach 999 by video in British Sign Language, day and night. You do not need to sign up first.',
        {id: 'crisis.can.sign.text'},
      ),
      msg('It often passes on where you are.', {id: 'crisis.can.sign.place'}),
    ),
  ),
  pageLink(bsl, bsl?.replace('https://', '') ?? ''),
  relay &&
    numberLink(relay, number =>
      msg(str`With the Relay UK app or a textphone, call ${number}. This is a call, not a text.`, {
        id: 'crisis.can.sign.relay',
      }),
    ),
];

function lineDetails({relay, hiddenFromBill}: CrisisEntry, {what, saysWhoAnswers}: ContactWords = {}): Drawing {
  const facts = [
    saysWhoAnswers
      ? undefined
      : fact(
          msg('Who answers', {id: 'crisis.contact.who'}),
          msg('We do not know who answers.', {id: 'crisis.contact.who.unknown'}),
        ),
    fact(
      msg('What they ask first', {id: 'crisis.contact.first'}),
      msg('We do not know what they ask first. You do not have to answer.', {id: 'crisis.contact.first.unknown'}),
    ),
    fact(
      msg('Does it show on a bill', {id: 'crisis.contact.bill'}),
      hiddenFromBill
        ? sentences(msg('They say it does not show on a phone bill.', {id: 'crisis.contact.bill.hidden'}), olderWords())
        : msg('We do not know if it shows on a phone bill.', {id: 'crisis.contact.bill.unknown'}),
    ),
  ];
  return [
    what && e('p', what),
    facts.map(each => each && e('p', each)),
    relay &&
      numberLink(relay, number =>
        msg(str`By textphone, or with Relay UK: ${number}`, {id: 'crisis.contact.lifeline-ni.relay'}),
      ),
  ];
}

function pageWords({pageDate}: CrisisEntry): string {
  if (!pageDate) return msg('The page we read has no date.', {id: 'crisis.contact.source-undated'});
  const date = dateWords(new Date(pageDate));
  return msg(str`The page we read is from: ${date}`, {id: 'crisis.contact.source-date'});
}
