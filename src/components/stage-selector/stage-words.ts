import {msg} from '@lit/localize';
import type {StageAnswer} from '@held-spaces/domain/vocabularies';

/**
 * What the selector says of each place. A draft for co-production with experiencers and holders, shown with a badge that
 * says so; version and status are those of `roadmap` in the domain. Functions, so that it is read in the language of now.
 */
export type Words = Readonly<Record<StageAnswer, () => string>>;

/** One line for each place, in the voice of the person who would choose it: an experiencer, or else a holder. */
export const glosses = (isHolder: boolean): Readonly<Record<StageAnswer, string>> =>
  isHolder
    ? {
        'everyday-life': msg('Things are mostly steady. I want to understand more.', {
          id: 'stages.everyday-life.gloss.holder',
        }),
        'testing-times': msg('I have seen a change in them. I am not sure what to say.', {
          id: 'stages.testing-times.gloss.holder',
        }),
        threshold: msg('I am worried about what may happen next.', {id: 'stages.threshold.gloss.holder'}),
        'extreme-times': msg('It feels like an emergency. I need help for them, and for me.', {
          id: 'stages.extreme-times.gloss.holder',
        }),
        'returning-emerging': msg('The worst has eased for them. I am tired, and I need something too.', {
          id: 'stages.returning-emerging.gloss.holder',
        }),
        'not-sure': msg('I cannot tell where they are. That is fine.', {id: 'stages.not-sure.gloss.holder'}),
        'keeps-changing': msg('They can seem better one day and worse the next.', {
          id: 'stages.keeps-changing.gloss.holder',
        }),
      }
    : {
        'everyday-life': msg('Life is mostly steady. I want to look after myself, or learn more.', {
          id: 'stages.everyday-life.gloss.experiencer',
        }),
        'testing-times': msg('Something has changed. It is getting harder to cope.', {
          id: 'stages.testing-times.gloss.experiencer',
        }),
        threshold: msg('I feel close to an edge. Things feel unreal, too much or too fast.', {
          id: 'stages.threshold.gloss.experiencer',
        }),
        'extreme-times': msg('It is more than I can bear. Or I am in another reality. Or I may not be safe.', {
          id: 'stages.extreme-times.gloss.experiencer',
        }),
        'returning-emerging': msg('The worst has eased. I am resting, or making sense of it.', {
          id: 'stages.returning-emerging.gloss.experiencer',
        }),
        'not-sure': msg('I cannot tell, or I do not want to say. That is fine.', {
          id: 'stages.not-sure.gloss.experiencer',
        }),
        'keeps-changing': msg('It can be one thing in the morning and another at night.', {
          id: 'stages.keeps-changing.gloss.experiencer',
        }),
      };
