import {msg, str} from '@lit/localize';
import type {AnsweredQuestionId} from '@held-spaces/domain/evaluation';
import type {AnswerCounts} from '@held-spaces/domain/evaluation-summary';

/** What people said to each question, in the order asked: one whole sentence each, for those who went and for holders. */
export const resultWords: Readonly<Record<AnsweredQuestionId, (counts: AnswerCounts, holder: boolean) => string>> = {
  'time.heard': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said there was time for them too`, {
          id: 'evaluation.q.time.heard.result.holder',
        })
      : msg(str`${yes} of ${total} people felt heard`, {id: 'evaluation.q.time.heard.result'}),
  'time.told-when': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters were told when help would come`, {
          id: 'evaluation.q.time.told-when.result.holder',
        })
      : msg(str`${yes} of ${total} people were told when help would come`, {id: 'evaluation.q.time.told-when.result'}),
  'time.came': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said help came when they were told it would`, {
          id: 'evaluation.q.time.came.result.holder',
        })
      : msg(str`${yes} of ${total} people said help came when they were told it would`, {
          id: 'evaluation.q.time.came.result',
        }),
  'time.come-back': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said they could both come back`, {
          id: 'evaluation.q.time.come-back.result.holder',
        })
      : msg(str`${yes} of ${total} people could come back`, {id: 'evaluation.q.time.come-back.result'}),
  'space.get-in': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters could get in and move around`, {
          id: 'evaluation.q.space.get-in.result.holder',
        })
      : msg(str`${yes} of ${total} people could get in and move around`, {id: 'evaluation.q.space.get-in.result'}),
  'space.calm': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters found it calm and welcoming`, {
          id: 'evaluation.q.space.calm.result.holder',
        })
      : msg(str`${yes} of ${total} people found it calm and welcoming`, {id: 'evaluation.q.space.calm.result'}),
  'space.private': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters had somewhere to be`, {id: 'evaluation.q.space.private.result.holder'})
      : msg(str`${yes} of ${total} people could talk in private`, {id: 'evaluation.q.space.private.result'}),
  'compassion.kind': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters were met with kindness`, {
          id: 'evaluation.q.compassion.kind.result.holder',
        })
      : msg(str`${yes} of ${total} people were met with kindness`, {id: 'evaluation.q.compassion.kind.result'}),
  'compassion.judged': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters did not feel judged`, {
          id: 'evaluation.q.compassion.judged.result.holder',
        })
      : msg(str`${yes} of ${total} people did not feel judged`, {id: 'evaluation.q.compassion.judged.result'}),
  'safety.safe': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters felt it was safe to leave the person there`, {
          id: 'evaluation.q.safety.safe.result.holder',
        })
      : msg(str`${yes} of ${total} people felt safe there`, {id: 'evaluation.q.safety.safe.result'}),
  'safety.held': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said the person was held down or stopped from leaving`, {
          id: 'evaluation.q.safety.held.result.holder',
        })
      : msg(str`${yes} of ${total} people said they were held down or stopped from leaving`, {
          id: 'evaluation.q.safety.held.result',
        }),
  'safety.police': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said the police were called when the person did not want it`, {
          id: 'evaluation.q.safety.police.result.holder',
        })
      : msg(str`${yes} of ${total} people said the police were called when they did not want it`, {
          id: 'evaluation.q.safety.police.result',
        }),
  'trust.did': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said they did what they said`, {
          id: 'evaluation.q.trust.did.result.holder',
        })
      : msg(str`${yes} of ${total} people said they did what they said`, {id: 'evaluation.q.trust.did.result'}),
  'trust.told': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters were told what could be shared with them`, {
          id: 'evaluation.q.trust.told.result.holder',
        })
      : msg(str`${yes} of ${total} people were told who might be told`, {id: 'evaluation.q.trust.told.result'}),
  'choice.real': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters were asked what they wanted`, {
          id: 'evaluation.q.choice.real.result.holder',
        })
      : msg(str`${yes} of ${total} people were given real choices`, {id: 'evaluation.q.choice.real.result'}),
  'choice.leave': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said they could both say no, or leave`, {
          id: 'evaluation.q.choice.leave.result.holder',
        })
      : msg(str`${yes} of ${total} people could say no, or leave`, {id: 'evaluation.q.choice.leave.result'}),
  'together.decided': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters had a part, as far as the person wanted`, {
          id: 'evaluation.q.together.decided.result.holder',
        })
      : msg(str`${yes} of ${total} people had a say in what was decided`, {id: 'evaluation.q.together.decided.result'}),
  'together.peers': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters met others who support someone`, {
          id: 'evaluation.q.together.peers.result.holder',
        })
      : msg(str`${yes} of ${total} people met someone who had been through it`, {
          id: 'evaluation.q.together.peers.result',
        }),
  'power.able': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters left feeling more able to cope`, {
          id: 'evaluation.q.power.able.result.holder',
        })
      : msg(str`${yes} of ${total} people left feeling more able, or more themselves`, {
          id: 'evaluation.q.power.able.result',
        }),
  'identity.respect': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters felt that all of who they are was respected`, {
          id: 'evaluation.q.identity.respect.result.holder',
        })
      : msg(str`${yes} of ${total} people felt that all of who they are was respected`, {
          id: 'evaluation.q.identity.respect.result',
        }),
  'meaning.own': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters were free to make their own sense of it`, {
          id: 'evaluation.q.meaning.own.result.holder',
        })
      : msg(str`${yes} of ${total} people were free to make their own sense of it`, {
          id: 'evaluation.q.meaning.own.result',
        }),
  'stage.fit': ({yes, total}, holder) =>
    holder
      ? msg(str`${yes} of ${total} supporters said it was a good space for them both`, {
          id: 'evaluation.q.stage.fit.result.holder',
        })
      : msg(str`${yes} of ${total} people said it was a good space for that stage`, {
          id: 'evaluation.q.stage.fit.result',
        }),
};
