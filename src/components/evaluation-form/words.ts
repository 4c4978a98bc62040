import {msg} from '@lit/localize';
import type {EvaluationAnswer, QuestionId} from '@held-spaces/domain/evaluation';
import type {Part} from './draft.js';
import type {Setback} from './sending.js';

/** The words of the form that come in tables. Functions, so that each is read in the language of now. */

export const answerWords: Readonly<Record<EvaluationAnswer, () => string>> = {
  'yes-mostly': () => msg('Yes, mostly', {id: 'evaluation.answer.yes-mostly'}),
  partly: () => msg('Partly', {id: 'evaluation.answer.partly'}),
  'no-not-really': () => msg('No, not really', {id: 'evaluation.answer.no-not-really'}),
  'does-not-apply': () => msg('Does not apply', {id: 'evaluation.answer.does-not-apply'}),
  'rather-not-say': () => msg('Rather not say', {id: 'evaluation.answer.rather-not-say'}),
  yes: () => msg('Yes', {id: 'evaluation.answer.yes'}),
  no: () => msg('No', {id: 'evaluation.answer.no'}),
  'not-sure': () => msg('Not sure', {id: 'evaluation.answer.not-sure'}),
};

export const partWords: Readonly<Record<Part, () => string>> = {
  time: () => msg('Time', {id: 'evaluation.part.time'}),
  space: () => msg('Space', {id: 'evaluation.part.space'}),
  compassion: () => msg('Kindness', {id: 'evaluation.part.compassion'}),
  safety: () => msg('Safety', {id: 'evaluation.part.safety'}),
  trust: () => msg('Trust', {id: 'evaluation.part.trust'}),
  choice: () => msg('Choice', {id: 'evaluation.part.choice'}),
  together: () => msg('Working together', {id: 'evaluation.part.together'}),
  power: () => msg('Feeling able', {id: 'evaluation.part.power'}),
  identity: () => msg('Who you are', {id: 'evaluation.part.identity'}),
  meaning: () => msg('Meaning', {id: 'evaluation.part.meaning'}),
  stage: () => msg('Where you were', {id: 'evaluation.part.stage'}),
  when: () => msg('When did you go?', {id: 'evaluation.when.legend'}),
  words: () => msg('Your words', {id: 'evaluation.part.words'}),
};

/** A question as it is put to an experiencer, and to a holder where that differs. */
export const questionWords: Readonly<Record<QuestionId, (holder: boolean) => string>> = {
  'time.heard': holder =>
    holder
      ? msg('Was there time for you too?', {id: 'evaluation.q.time.heard.holder'})
      : msg('Did you feel heard?', {id: 'evaluation.q.time.heard.experiencer'}),
  'time.told-when': () => msg('Were you told when help would come?', {id: 'evaluation.q.time.told-when.experiencer'}),
  'time.came': () => msg('Did it come when they said?', {id: 'evaluation.q.time.came.experiencer'}),
  'time.come-back': holder =>
    holder
      ? msg('Could you both come back if you wanted to?', {id: 'evaluation.q.time.come-back.holder'})
      : msg('Could you come back if you wanted to?', {id: 'evaluation.q.time.come-back.experiencer'}),
  'space.get-in': () => msg('Could you get in and move around?', {id: 'evaluation.q.space.get-in.experiencer'}),
  'space.calm': () => msg('Did it feel calm and welcoming?', {id: 'evaluation.q.space.calm.experiencer'}),
  'space.private': holder =>
    holder
      ? msg('Was there somewhere for you to be?', {id: 'evaluation.q.space.private.holder'})
      : msg('Could you talk in private?', {id: 'evaluation.q.space.private.experiencer'}),
  'compassion.kind': () => msg('Were people kind to you?', {id: 'evaluation.q.compassion.kind.experiencer'}),
  'compassion.judged': () =>
    msg('Could you be yourself and not feel judged?', {id: 'evaluation.q.compassion.judged.experiencer'}),
  'safety.safe': holder =>
    holder
      ? msg('Did it feel safe to leave the person there?', {id: 'evaluation.q.safety.safe.holder'})
      : msg('Did you feel safe there?', {id: 'evaluation.q.safety.safe.experiencer'}),
  'safety.held': holder =>
    holder
      ? msg('Did anyone hold the person down, or stop them leaving, when they did not want it?', {
          id: 'evaluation.q.safety.held.holder',
        })
      : msg('Did anyone hold you down, or stop you leaving, when you did not want it?', {
          id: 'evaluation.q.safety.held.experiencer',
        }),
  'safety.police': holder =>
    holder
      ? msg('Did anyone there call the police when the person did not want it?', {
          id: 'evaluation.q.safety.police.holder',
        })
      : msg('Did anyone there call the police when you did not want it?', {
          id: 'evaluation.q.safety.police.experiencer',
        }),
  'trust.did': () => msg('Did they do what they said they would do?', {id: 'evaluation.q.trust.did.experiencer'}),
  'trust.told': holder =>
    holder
      ? msg('Were you told what they could share with you?', {id: 'evaluation.q.trust.told.holder'})
      : msg('Were you told who they might tell about you?', {id: 'evaluation.q.trust.told.experiencer'}),
  'choice.real': holder =>
    holder
      ? msg('Did they ask what you wanted?', {id: 'evaluation.q.choice.real.holder'})
      : msg('Were you given real choices?', {id: 'evaluation.q.choice.real.experiencer'}),
  'choice.leave': holder =>
    holder
      ? msg('Could you both say no, or leave?', {id: 'evaluation.q.choice.leave.holder'})
      : msg('Could you say no, or leave?', {id: 'evaluation.q.choice.leave.experiencer'}),
  'together.decided': holder =>
    holder
      ? msg('Were you included, as far as the person wanted?', {id: 'evaluation.q.together.decided.holder'})
      : msg('Were choices about you made with you?', {id: 'evaluation.q.together.decided.experiencer'}),
  'together.peers': holder =>
    holder
      ? msg('Was someone there who had supported a person too?', {id: 'evaluation.q.together.peers.holder'})
      : msg('Was someone there who had been through it?', {id: 'evaluation.q.together.peers.experiencer'}),
  'power.able': holder =>
    holder
      ? msg('Did you leave feeling more able to cope?', {id: 'evaluation.q.power.able.holder'})
      : msg('Did you leave feeling more able, or more yourself?', {id: 'evaluation.q.power.able.experiencer'}),
  'identity.respect': () => msg('Was all of who you are respected?', {id: 'evaluation.q.identity.respect.experiencer'}),
  'meaning.own': () => msg('Were you free to make your own sense of it?', {id: 'evaluation.q.meaning.own.experiencer'}),
  'stage.where': holder =>
    holder
      ? msg('Where was the person when they went?', {id: 'evaluation.q.stage.where.holder'})
      : msg('Where were you when you went?', {id: 'evaluation.q.stage.where.experiencer'}),
  'stage.where-me': () => msg('Where were you?', {id: 'evaluation.q.stage.where-me.holder'}),
  'stage.fit': holder =>
    holder
      ? msg('Was it a good space for the two of you then?', {id: 'evaluation.q.stage.fit.holder'})
      : msg('Was this a good space for that stage?', {id: 'evaluation.q.stage.fit.experiencer'}),
};

/** A line under a question, or under the name of a part. */
export const helpWords: Readonly<Partial<Record<QuestionId | Part, () => string>>> = {
  'time.heard': () => msg('Did you get enough time? Did someone listen?', {id: 'evaluation.help.heard'}),
  space: () => msg('If it was by phone or online, think of how it felt to be there.', {id: 'evaluation.help.space'}),
  'safety.safe': () => msg('Safe in your body and in your mind.', {id: 'evaluation.help.safe'}),
  'identity.respect': () =>
    msg(
      'Your culture, faith and race. The language you use. Your body, age and gender. Your sexuality. A disability.',
      {id: 'evaluation.help.identity'},
    ),
  'meaning.own': () => msg('Nobody said what it had to mean.', {id: 'evaluation.help.meaning'}),
  stage: () => msg('Choose all that fit. This is how it was then, not how you are now.', {id: 'evaluation.help.stage'}),
  when: () => msg('A season is enough. An exact date could show who you are.', {id: 'evaluation.when.hint'}),
};

/** Before the questions about force, and why they are asked. */
export const forceWords = () => [
  msg('The next two questions are about force and the police. You can skip both.', {id: 'evaluation.help.force.note'}),
  msg('We ask because people want to know this before they go.', {id: 'evaluation.help.force.why'}),
];

export const consentWords = () =>
  msg(
    'Your answers may say something about your health. By sending this, you agree that we may keep and show them as we say here.',
    {id: 'evaluation.promise.consent'},
  );

export const agreeWords = () => msg('I agree', {id: 'evaluation.promise.consent.tick'});

const kept = () => msg('Your answers are still on this page. You can try again.', {id: 'evaluation.failed.text'});

/** What happened when there is no receipt, and what the person can do. */
export const setbackWords: Readonly<Record<Setback, () => string>> = {
  offline: () =>
    msg('Your answers are still on this page. Keep it open, and send when you are back online.', {
      id: 'evaluation.offline.text',
    }),
  unsure: () =>
    msg('We do not know if it was sent. You can try again. It will not count twice.', {id: 'evaluation.unsure'}),
  busy: () =>
    msg('Too many people are sending now. Please wait a minute and try again.', {id: 'evaluation.failed.busy'}),
  failed: kept,
  expired: () =>
    msg('This page was open for a long time. Try again and it will go. Your answers are still here.', {
      id: 'evaluation.failed.expired',
    }),
  'words-off': () =>
    msg('This list takes no words now. Take yours out, and you can send your ticks.', {id: 'evaluation.failed.words'}),
  'form-old': () =>
    msg('This form is out of date. Load the page again to get the new one. Your answers here will not come with you.', {
      id: 'evaluation.failed.form-old',
    }),
  'space-gone': () => msg('This space is no longer in the list.', {id: 'error.space-gone'}),
  closed: () => msg('We cannot take answers about this space now.', {id: 'evaluation.closed'}),
  'not-offered': () => msg('This list does not take evaluations.', {id: 'evaluation.not-offered'}),
  'not-taken': () =>
    msg('This website cannot send answers to us. Your answers are still here, and you can print them.', {
      id: 'error.not-taken',
    }),
  'our-fault': () =>
    msg('That did not work. It is our fault. What you chose is still here.', {id: 'error.bad-request'}),
};
