import {msg} from '@lit/localize';
import type {DisclosureTopic, KnownAnswer} from '@held-spaces/domain/vocabularies';

/** What a person may want to know before they go, as questions. */
export const questionWords: Readonly<Record<DisclosureTopic, () => string>> = {
  police: () => msg('Might they call the police without asking you?', {id: 'finder.told.police'}),
  ambulance: () => msg('Might they call an ambulance without asking you?', {id: 'finder.told.ambulance'}),
  nhs: () => msg('Might they tell the NHS, such as your GP, without asking you?', {id: 'finder.told.nhs'}),
  others: () => msg('Might they tell anyone else? It could be family or a social worker.', {id: 'finder.told.others'}),
  recorded: () => msg('Do they record calls, chats or visits?', {id: 'finder.told.recorded'}),
  notes: () => msg('Do they write notes about you?', {id: 'finder.told.notes'}),
  id: () => msg('Do you need to show who you are?', {id: 'finder.told.id'}),
  leave: () => msg('Can you leave when you want?', {id: 'finder.told.leave'}),
};

type Answers = Readonly<Record<KnownAnswer, () => string>>;

const answers: Readonly<Record<DisclosureTopic, Answers>> = {
  police: {
    yes: () => msg('Yes. They may call the police without asking you.', {id: 'finder.told.police.yes'}),
    no: () => msg('No. They say they will not call the police unless you agree.', {id: 'finder.told.police.no'}),
    sometimes: () => msg('Sometimes. They may call the police in some cases.', {id: 'finder.told.police.sometimes'}),
  },
  ambulance: {
    yes: () => msg('Yes. They may call an ambulance without asking you.', {id: 'finder.told.ambulance.yes'}),
    no: () => msg('No. They say they will not call an ambulance unless you agree.', {id: 'finder.told.ambulance.no'}),
    sometimes: () =>
      msg('Sometimes. They may call an ambulance in some cases.', {id: 'finder.told.ambulance.sometimes'}),
  },
  nhs: {
    yes: () => msg('Yes. They may tell the NHS without asking you.', {id: 'finder.told.nhs.yes'}),
    no: () => msg('No. They say they will not tell the NHS unless you agree.', {id: 'finder.told.nhs.no'}),
    sometimes: () => msg('Sometimes. They may tell the NHS in some cases.', {id: 'finder.told.nhs.sometimes'}),
  },
  others: {
    yes: () => msg('Yes. They may tell someone else without asking you.', {id: 'finder.told.others.yes'}),
    no: () => msg('No. They say they will not tell anyone else unless you agree.', {id: 'finder.told.others.no'}),
    sometimes: () => msg('Sometimes. They may tell someone else in some cases.', {id: 'finder.told.others.sometimes'}),
  },
  recorded: {
    yes: () => msg('Yes. They keep a recording.', {id: 'finder.told.recorded.yes'}),
    no: () => msg('No. They say they do not record.', {id: 'finder.told.recorded.no'}),
    sometimes: () => msg('Sometimes. They record in some cases.', {id: 'finder.told.recorded.sometimes'}),
  },
  notes: {
    yes: () => msg('Yes. They write notes.', {id: 'finder.told.notes.yes'}),
    no: () => msg('No. They say they do not write notes.', {id: 'finder.told.notes.no'}),
    sometimes: () => msg('Sometimes. They write notes in some cases.', {id: 'finder.told.notes.sometimes'}),
  },
  id: {
    yes: () => msg('Yes. They ask you to show who you are.', {id: 'finder.told.id.yes'}),
    no: () => msg('No. You do not need to show who you are.', {id: 'finder.told.id.no'}),
    sometimes: () => msg('Sometimes. They ask in some cases.', {id: 'finder.told.id.sometimes'}),
  },
  leave: {
    yes: () => msg('Yes. They say you can leave when you want.', {id: 'finder.told.leave.yes'}),
    no: () => msg('No. They may try to keep you there.', {id: 'finder.told.leave.no'}),
    sometimes: () =>
      msg('Sometimes. In some cases they may try to keep you there.', {id: 'finder.told.leave.sometimes'}),
  },
};

/** What a space says to one of the questions. Where nobody has said, that is said, and what to do about it. */
export const answerWords = (topic: DisclosureTopic, answer: KnownAnswer | undefined): string =>
  answer ? answers[topic][answer]() : msg('Not known. You can ask them first.', {id: 'finder.told.unknown'});
