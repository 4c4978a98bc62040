import {msg} from '@lit/localize';
import type {Words} from './stage-words.js';

/** What may help at each place. It lists and never advises. */
export const help: Words = {
  'everyday-life': () =>
    msg('Groups. Places to make things or be outdoors. Courses. People who have been through it too.', {
      id: 'stages.everyday-life.help',
    }),
  'testing-times': () =>
    msg('People who listen. Drop-ins. Peer groups. Talking therapy. Help with money, work or a home.', {
      id: 'stages.testing-times.help',
    }),
  threshold: () =>
    msg('Spaces you can walk into today. Crisis cafes. Hearing voices groups. Lines you can call or text.', {
      id: 'stages.threshold.help',
    }),
  'extreme-times': () =>
    msg('Someone with you now. Spaces that are open now. Crisis houses, where you can stay.', {
      id: 'stages.extreme-times.help',
    }),
  'returning-emerging': () =>
    msg('Groups that make sense of it. People who have come through it. Rest. Art or body work.', {
      id: 'stages.returning-emerging.help',
    }),
  'not-sure': () => msg('Everything is here. What is near you and open now comes first.', {id: 'stages.not-sure.help'}),
  'keeps-changing': () =>
    msg('Everything is here. Spaces that suit more than one stage come first.', {id: 'stages.keeps-changing.help'}),
};

/** What a holder can do there. */
export const canDo: Words = {
  'everyday-life': () =>
    msg('Ask what helps and what does not. Make a plan together. Keep time for what you enjoy.', {
      id: 'stages.everyday-life.do.holder',
    }),
  'testing-times': () =>
    msg('Say what you have seen, kindly. Ask how they are, and listen more than you talk. You do not need to fix it.', {
      id: 'stages.testing-times.do.holder',
    }),
  threshold: () =>
    msg(
      'Stay near, if they want that. Keep things quiet and slow. Ask what feels safe. If you wonder about suicide, you can ask them.',
      {id: 'stages.threshold.do.holder'},
    ),
  'extreme-times': () =>
    msg(
      'Keep both of you as safe as you can. Speak softly, in few words. Do not argue about what is real. You can call a line for yourself.',
      {id: 'stages.extreme-times.do.holder'},
    ),
  'returning-emerging': () =>
    msg('Let it be slow. Let them tell it in their own way, or not at all. Find someone who will listen to you.', {
      id: 'stages.returning-emerging.do.holder',
    }),
  'not-sure': () =>
    msg('You can ask them where they feel they are. You can call a line and talk about it first.', {
      id: 'stages.not-sure.do.holder',
    }),
  'keeps-changing': () =>
    msg('Ask what today is like. What helped before may not help today.', {id: 'stages.keeps-changing.do.holder'}),
};
