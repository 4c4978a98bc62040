import {msg} from '@lit/localize';
import type {WithholdReason} from '@held-spaces/domain/moderation';

/** Why words, or some of them, are not shown: the same words for everybody and for whoever decides. */
export const reasonWords: Readonly<Record<WithholdReason, () => string>> = {
  'names-someone': () => msg('They name a person, or show who someone is.', {id: 'evaluation.reason.names-someone'}),
  'shows-writer': () => msg('They could show who wrote them.', {id: 'evaluation.reason.shows-writer'}),
  method: () => msg('They say how or where someone hurt themselves or died.', {id: 'evaluation.reason.method'}),
  hate: () => msg('They attack people for who they are.', {id: 'evaluation.reason.hate'}),
  threat: () => msg('They threaten someone.', {id: 'evaluation.reason.threat'}),
  'not-about-space': () => msg('They are not about this space.', {id: 'evaluation.reason.not-about-space'}),
  advert: () => msg('They sell something.', {id: 'evaluation.reason.advert'}),
  'not-genuine': () =>
    msg('We have reason to think they are not from someone who went.', {id: 'evaluation.reason.not-genuine'}),
  paid: () => msg('They seem to be paid for, or written by the space itself.', {id: 'evaluation.reason.paid'}),
  'crime-named': () =>
    msg('They say that a person we could name broke the law.', {id: 'evaluation.reason.crime-named'}),
  private: () => msg('They tell something private about someone else.', {id: 'evaluation.reason.private'}),
  'cannot-read': () => msg('We have nobody yet who reads this language.', {id: 'evaluation.reason.cannot-read'}),
  complaint: () => msg('Someone complained, and we had to take them down.', {id: 'evaluation.reason.complaint'}),
  court: () => msg('A court told us to.', {id: 'evaluation.reason.court'}),
};
