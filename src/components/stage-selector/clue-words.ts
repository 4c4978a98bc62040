import {msg} from '@lit/localize';
import type {Feeling, Want} from '@held-spaces/domain/roadmap';

/** The words of a clue, and why its places may fit, in one whole sentence. */
export interface ClueWords {
  readonly name: () => string;
  readonly why: () => string;
}

export const feelingWords: Readonly<Record<Feeling, ClueWords>> = {
  steady: {
    name: () => msg('Mostly steady', {id: 'stages.feel.steady'}),
    why: () => msg('Everyday life is where things are mostly steady.', {id: 'stages.feel.steady.why'}),
  },
  stretched: {
    name: () => msg('Stretched or worried', {id: 'stages.feel.stretched'}),
    why: () => msg('Testing times is about finding it harder to cope.', {id: 'stages.feel.stretched.why'}),
  },
  loss: {
    name: () => msg('Grief or loss', {id: 'stages.feel.loss'}),
    why: () => msg('Loss can be where testing times begin.', {id: 'stages.feel.loss.why'}),
  },
  low: {
    name: () => msg('Low, flat or numb', {id: 'stages.feel.low'}),
    why: () => msg('Testing times is about feeling low more than you used to.', {id: 'stages.feel.low.why'}),
  },
  alone: {
    name: () => msg('Alone', {id: 'stages.feel.alone'}),
    why: () =>
      msg('You can feel alone at any stage. These two have spaces with company.', {id: 'stages.feel.alone.why'}),
  },
  'no-sleep': {
    name: () => msg('I hardly sleep', {id: 'stages.feel.no-sleep'}),
    why: () =>
      msg('Poor sleep is part of testing times. With no sleep, some people come near the threshold.', {
        id: 'stages.feel.no-sleep.why',
      }),
  },
  unreal: {
    name: () => msg('Unreal or strange', {id: 'stages.feel.unreal'}),
    why: () =>
      msg('On the threshold is about things feeling unreal, too much or too fast.', {id: 'stages.feel.unreal.why'}),
  },
  fast: {
    name: () => msg('Too much or too fast', {id: 'stages.feel.fast'}),
    why: () =>
      msg('On the threshold is about things feeling unreal, too much or too fast.', {id: 'stages.feel.fast.why'}),
  },
  voices: {
    name: () => msg('I hear or see what others do not', {id: 'stages.feel.voices'}),
    why: () =>
      msg('Some people live well with this. Both of these have groups of people who know it.', {
        id: 'stages.feel.voices.why',
      }),
  },
  'cannot-go-on': {
    name: () => msg('I cannot go on', {id: 'stages.feel.cannot-go-on'}),
    why: () =>
      msg('These two have people you can reach now. You do not have to be sure.', {id: 'stages.feel.cannot-go-on.why'}),
  },
  overwhelmed: {
    name: () => msg('More than I can bear', {id: 'stages.feel.overwhelmed'}),
    why: () => msg('Really extreme times is about more than you can bear.', {id: 'stages.feel.overwhelmed.why'}),
  },
  'other-world': {
    name: () => msg('In a world others do not share', {id: 'stages.feel.other-world'}),
    why: () => msg('Really extreme times is about being in another reality.', {id: 'stages.feel.other-world.why'}),
  },
  'not-safe': {
    name: () => msg('I may not be safe', {id: 'stages.feel.not-safe'}),
    why: () =>
      msg('Really extreme times comes first here, with people you can reach now.', {id: 'stages.feel.not-safe.why'}),
  },
  'worn-out': {
    name: () => msg('Worn out after a hard time', {id: 'stages.feel.worn-out'}),
    why: () =>
      msg('Returning or emerging is about the time after the worst has eased.', {id: 'stages.feel.worn-out.why'}),
  },
  'making-sense': {
    name: () => msg('Trying to make sense of it', {id: 'stages.feel.making-sense'}),
    why: () =>
      msg('Returning or emerging is about making sense of what happened.', {id: 'stages.feel.making-sense.why'}),
  },
  changes: {
    name: () => msg('It changes all the time', {id: 'stages.feel.changes'}),
    why: () => msg("You can choose 'It keeps changing'. It is a good answer.", {id: 'stages.feel.changes.why'}),
  },
};

export const wantWords: Readonly<Record<Want, ClueWords>> = {
  company: {
    name: () => msg('Company', {id: 'stages.want.company'}),
    why: () => msg('These two have groups and places where you can be with people.', {id: 'stages.want.company.why'}),
  },
  quiet: {
    name: () => msg('Somewhere quiet', {id: 'stages.want.quiet'}),
    why: () => msg('These two have calm places where you do not have to talk.', {id: 'stages.want.quiet.why'}),
  },
  heard: {
    name: () => msg('To be heard', {id: 'stages.want.heard'}),
    why: () => msg('These two have people who listen, in a place, by phone or by text.', {id: 'stages.want.heard.why'}),
  },
  peers: {
    name: () => msg('People who have been through it', {id: 'stages.want.peers'}),
    why: () => msg('These two have groups led by people who have been through it.', {id: 'stages.want.peers.why'}),
  },
  sense: {
    name: () => msg('To make sense of it', {id: 'stages.want.sense'}),
    why: () => msg('Returning or emerging has groups that look for meaning together.', {id: 'stages.want.sense.why'}),
  },
  practical: {
    name: () => msg('Help with money, work or a home', {id: 'stages.want.practical'}),
    why: () =>
      msg('Money, work and home troubles are part of testing times for many people.', {
        id: 'stages.want.practical.why',
      }),
  },
  'someone-now': {
    name: () => msg('Someone with me now', {id: 'stages.want.someone-now'}),
    why: () =>
      msg('These two have people you can reach now, and spaces that are open.', {id: 'stages.want.someone-now.why'}),
  },
  away: {
    name: () => msg('To get away for a while', {id: 'stages.want.away'}),
    why: () =>
      msg('These two have places where you can stay, such as crisis houses and retreats.', {
        id: 'stages.want.away.why',
      }),
  },
  make: {
    name: () => msg('To make, move or be outdoors', {id: 'stages.want.make'}),
    why: () => msg('These two have art, body and outdoor groups.', {id: 'stages.want.make.why'}),
  },
  learn: {
    name: () => msg('To learn more', {id: 'stages.want.learn'}),
    why: () => msg('Everyday life has courses, workshops and talks.', {id: 'stages.want.learn.why'}),
  },
  'for-me': {
    name: () => msg('Something for me, as a supporter', {id: 'stages.want.for-me'}),
    why: () => msg('These two have groups for people who support someone.', {id: 'stages.want.for-me.why'}),
  },
};
