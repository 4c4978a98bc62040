import {msg, str} from '@lit/localize';
import {coreContacts} from '@held-spaces/domain/crisis';
import {answersFor, type QuestionId} from '@held-spaces/domain/evaluation';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import {stageAnswers, type Role} from '@held-spaces/domain/first-terms';
import {textWords} from '../../internal/crisis-strip-words.js';
import {roleNames, stageNames} from '../../internal/vocabulary-words.js';
import {seasonWords, topicNames} from '../../internal/quote-words.js';
import {isStageQuestion, questionsOf, type Part} from './draft.js';
import type {Says} from './pass.js';
import {printPage, type Sheet} from './print.js';
import {seasonChoices} from './seasons.js';
import {courtLimit, notKept, readers, ticksCount, ticksKept, wordsKept} from './start.js';
import {noteWords} from './words-step.js';
import {agreeWords, answerWords, consentWords, forceWords, helpWords, partWords, questionWords} from './words.js';

/** Lines to write on. */
const lines = 8;

interface Paper {
  readonly role: Role;
  /** Those that the directory takes. */
  readonly parts: readonly Part[];
  readonly spaceName: string;
  /** Where the paper is posted to, as the host's page says. */
  readonly postTo: string;
  readonly says: Says;
}

/** Prints the same questions, to be filled in with a pen. Nothing that was ticked here is on the paper. */
export function printPaper({role, parts, spaceName, postTo, says}: Paper, root: ParentNode & Node): void {
  printPage(msg('How was this space for you?', {id: 'evaluation.paper.title'}), styles, root, sheet => {
    sheet.add('h1', msg('How was this space for you?', {id: 'evaluation.paper.title'}));
    sheet.add('p', msg('The space this is about:', {id: 'evaluation.paper.space'}));
    sheet.add('p', spaceName, 'name');
    sheet.add('p', `${msg('You are answering as', {id: 'evaluation.role.legend'})}: ${roleNames[role]()}`);
    sheet.add('p', msg('Tick with a pen. Skip what you want.', {id: 'evaluation.paper.how'}));
    sheet.add('p', msg('Do not write your name or address.', {id: 'evaluation.paper.no-name'}));
    sheet.add(
      'p',
      msg('If you fear your handwriting will be known, tick only, or ask someone you trust to write.', {
        id: 'evaluation.paper.handwriting',
      }),
    );
    sheet.add(
      'p',
      msg('Nobody will reply. We will not contact anyone about what you write.', {id: 'evaluation.paper.no-answer'}),
    );
    const takesWords = parts.includes('words');
    sheet.add('h2', msg('Need someone now? These people can answer.', {id: 'evaluation.promise.crisis'}));
    for (const {name, phone, text} of coreContacts()) {
      sheet.add('p', `${name}: ${[phone, text && textWords(text.number, text.keyword)].filter(Boolean).join(', ')}`);
    }
    sheet.add('h2', msg('Before you write', {id: 'evaluation.promise.title'}));
    sheet.add('p', ticksCount());
    if (takesWords) sheet.add('p', readers(says));
    sheet.add('p', [takesWords ? wordsKept() : ticksKept(), ...keptFor(says)].join(' '));
    sheet.add('p', notKept());
    sheet.add('p', courtLimit());
    sheet.add(
      'p',
      msg('With paper there is no code, so you cannot take it back later.', {id: 'evaluation.paper.no-code'}),
    );
    for (const part of parts) {
      sheet.add('h2', partWords[part]());
      if (helpWords[part]) sheet.add('p', helpWords[part]());
      const questions = questionsOf(part, role);
      const [firstOfForce] = questions.filter(({scale}) => scale === 'force');
      for (const asked of questions) {
        if (asked === firstOfForce) sheet.add('p', forceWords().join(' '));
        question(sheet, asked.id, role);
      }
      if (part === 'when') boxes(sheet, seasonChoices(new Date()).map(seasonWords));
      if (part === 'words') room(sheet);
    }
    sheet.add('h2', msg('Before you send', {id: 'evaluation.preview.title'}));
    sheet.add('p', consentWords());
    boxes(sheet, [agreeWords()]);
    sheet.add('h2', msg('Post it to:', {id: 'evaluation.paper.post.label'}));
    sheet.add('p', postTo, 'name');
    sheet.add(
      'p',
      msg('Someone will type it in as you wrote it, then destroy the paper.', {id: 'evaluation.paper.typed'}),
    );
  });
}

/** What comes by post is not taken back, so that only the years end it. */
const keptFor = ({keepYears}: Says) =>
  keepYears
    ? [
        msg(str`We keep what you send for no longer than this many years: ${keepYears}`, {
          id: 'evaluation.paper.long',
        }),
      ]
    : [];

function question(sheet: Sheet, id: QuestionId, role: Role) {
  sheet.add('h3', questionWords[id](role === 'holder'));
  const help = helpWords[id]?.();
  if (help) sheet.add('p', help);
  boxes(
    sheet,
    isStageQuestion(id)
      ? stageAnswers.map(stage => stageNames[stage]())
      : answersFor(id).map(answer => answerWords[answer]()),
  );
}

/** U+2610, a box to tick. */
function boxes(sheet: Sheet, answers: readonly string[]) {
  const list = sheet.add('ul', '');
  for (const answer of answers) sheet.add('li', `\u2610 ${answer}`, '', list);
}

function room(sheet: Sheet) {
  sheet.add('h3', msg('Is there anything you want to say?', {id: 'evaluation.words.label'}));
  sheet.add(
    'p',
    msg('What helped, what did not, or what you wish you had known. Please leave out names, dates and places.', {
      id: 'evaluation.words.hint',
    }),
  );
  sheet.add(
    'p',
    msg('Please do not say how someone hurt themselves. It can hurt others to read.', {id: 'evaluation.words.method'}),
  );
  for (let line = 0; line < lines; line += 1) sheet.add('p', '', 'line');
  sheet.add('h3', noteWords.legend());
  boxes(sheet, [noteWords.no(), noteWords.yes()]);
  sheet.add('h3', noteWords.about());
  boxes(
    sheet,
    contentTopics.map(topic => topicNames[topic]()),
  );
}

const styles = `
  body { font: 12pt/1.4 sans-serif; color: #000; }
  h1 { font-size: 20pt; }
  h2 { font-size: 15pt; margin: 14pt 0 4pt; break-after: avoid; }
  h3 { font-size: 12pt; margin: 8pt 0 2pt; break-after: avoid; }
  p { margin: 0 0 4pt; }
  ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 2pt 16pt; break-inside: avoid; }
  .name { font-weight: bold; white-space: pre-line; }
  .line { block-size: 9mm; border-block-end: 1px solid #000; }
`;
