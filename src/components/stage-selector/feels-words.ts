import {msg} from '@lit/localize';
import type {Role, StageAnswer} from '@held-spaces/domain/vocabularies';

/**
 * What each place may feel like, one idea a line. Readers choose nothing here. Functions, so that each is read in the
 * language of now.
 */
export const feels: Readonly<Record<Role, Readonly<Record<StageAnswer, () => readonly string[]>>>> = {
  experiencer: {
    'everyday-life': () => [
      msg('I have good days and bad days, and I can get through both.', {id: 'stages.everyday-life.feels.1'}),
      msg('I can sleep, eat and see people most of the time.', {id: 'stages.everyday-life.feels.2'}),
      msg('I want to be with people, make things or be outdoors.', {id: 'stages.everyday-life.feels.3'}),
      msg('I went through a hard time before, and I want to stay well.', {id: 'stages.everyday-life.feels.4'}),
    ],
    'testing-times': () => [
      msg('I have lost someone or something, or a big change has come.', {id: 'stages.testing-times.feels.1'}),
      msg('I am worried, low, angry or numb more than I used to be.', {id: 'stages.testing-times.feels.2'}),
      msg('I do not sleep well, or I sleep too much.', {id: 'stages.testing-times.feels.3'}),
      msg('I have begun to feel or notice things that confuse me.', {id: 'stages.testing-times.feels.4'}),
      msg('I stay away from people, or I feel alone with them.', {id: 'stages.testing-times.feels.5'}),
    ],
    threshold: () => [
      msg('Things feel unreal, or full of meaning that others do not see.', {id: 'stages.threshold.feels.1'}),
      msg('My thoughts go very fast, or they will not stop.', {id: 'stages.threshold.feels.2'}),
      msg('I hear, see or sense things that others do not.', {id: 'stages.threshold.feels.3'}),
      msg('I have hardly slept.', {id: 'stages.threshold.feels.4'}),
      msg('I have thoughts of dying, or I feel I cannot go on.', {id: 'stages.threshold.feels.5'}),
    ],
    'extreme-times': () => [
      msg('I am very scared, or I feel no fear at all.', {id: 'stages.extreme-times.feels.1'}),
      msg('I am in a world that others do not share.', {id: 'stages.extreme-times.feels.2'}),
      msg('I cannot bear how this feels.', {id: 'stages.extreme-times.feels.3'}),
      msg('I may hurt myself, or I may not be safe.', {id: 'stages.extreme-times.feels.4'}),
      msg('I feel that I am part of something huge.', {id: 'stages.extreme-times.feels.5'}),
    ],
    'returning-emerging': () => [
      msg('I am very tired. Small things take a lot out of me.', {id: 'stages.returning-emerging.feels.1'}),
      msg('I feel grief, shame or fear about what happened.', {id: 'stages.returning-emerging.feels.2'}),
      msg('Memories or feelings in my body come back to me.', {id: 'stages.returning-emerging.feels.3'}),
      msg('I want to make sense of it. It may have meant something.', {id: 'stages.returning-emerging.feels.4'}),
      msg('I am not who I was before, and that can be good and hard.', {id: 'stages.returning-emerging.feels.5'}),
    ],
    'not-sure': () => [
      msg('I do not have words for this yet.', {id: 'stages.not-sure.feels.1'}),
      msg('None of these is quite me.', {id: 'stages.not-sure.feels.2'}),
      msg('I only know that I need something.', {id: 'stages.not-sure.feels.3'}),
    ],
    'keeps-changing': () => [
      msg('I feel fine, and then I do not.', {id: 'stages.keeps-changing.feels.1'}),
      msg('What helps one day does not help the next.', {id: 'stages.keeps-changing.feels.2'}),
      msg('I am in more than one of these at once.', {id: 'stages.keeps-changing.feels.3'}),
    ],
  },
  holder: {
    'everyday-life': () => [
      msg('I want to be ready, in case things get harder.', {id: 'stages.everyday-life.feels.holder.1'}),
      msg('I want to know what helps, and what to say.', {id: 'stages.everyday-life.feels.holder.2'}),
      msg('I want some time for my own life too.', {id: 'stages.everyday-life.feels.holder.3'}),
    ],
    'testing-times': () => [
      msg('They are not like they were, and I do not know why.', {id: 'stages.testing-times.feels.holder.1'}),
      msg('I am afraid of saying the wrong thing.', {id: 'stages.testing-times.feels.holder.2'}),
      msg('I worry about them when I am not there.', {id: 'stages.testing-times.feels.holder.3'}),
    ],
    threshold: () => [
      msg('I feel that something big is about to happen.', {id: 'stages.threshold.feels.holder.1'}),
      msg('We see the world in different ways, and it is hard to talk.', {id: 'stages.threshold.feels.holder.2'}),
      msg('I do not know if I should act or wait.', {id: 'stages.threshold.feels.holder.3'}),
    ],
    'extreme-times': () => [
      msg('I am frightened for them, or of what may happen.', {id: 'stages.extreme-times.feels.holder.1'}),
      msg('I am worn out, and I cannot leave them.', {id: 'stages.extreme-times.feels.holder.2'}),
      msg('I do not know who to call, or if calling will make it worse.', {id: 'stages.extreme-times.feels.holder.3'}),
    ],
    'returning-emerging': () => [
      msg('I am glad, and I am also tired and sad.', {id: 'stages.returning-emerging.feels.holder.1'}),
      msg('I keep waiting for it to happen again.', {id: 'stages.returning-emerging.feels.holder.2'}),
      msg('We have both changed. We are getting to know each other again.', {
        id: 'stages.returning-emerging.feels.holder.3',
      }),
    ],
    'not-sure': () => [
      msg('They do not talk about it, or not to me.', {id: 'stages.not-sure.feels.holder.1'}),
      msg('I do not want to decide for them where they are.', {id: 'stages.not-sure.feels.holder.2'}),
      msg('I only know that something is not right.', {id: 'stages.not-sure.feels.holder.3'}),
    ],
    'keeps-changing': () => [
      msg('I never know how the day will be.', {id: 'stages.keeps-changing.feels.holder.1'}),
      msg('I hope, and then I am scared again.', {id: 'stages.keeps-changing.feels.holder.2'}),
      msg('It is hard to plan, for them or for me.', {id: 'stages.keeps-changing.feels.holder.3'}),
    ],
  },
};
