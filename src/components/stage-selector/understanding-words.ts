import {msg} from '@lit/localize';
import type {Understanding} from '@held-spaces/domain/roadmap';

/**
 * Short notes on ways of understanding, even-handed by rule: each says what people who hold the view say, in their
 * favour and in the same shape. None answers another.
 */
export const understandingWords: Readonly<
  Record<Understanding, {readonly name: () => string; readonly text: () => string}>
> = {
  illness: {
    name: () => msg('As an illness', {id: 'understanding.illness.name'}),
    text: () =>
      msg(
        'Some people see distress as an illness that affects the mind and the body. A name for it can bring relief, and doctors, medicine and therapy can help. The name does not tell the whole story of a person.',
        {id: 'understanding.illness.text'},
      ),
  },
  'what-happened': {
    name: () => msg('As a response to what happened', {id: 'understanding.what-happened.name'}),
    text: () =>
      msg(
        'Some people see distress as a way to live through things that hurt, such as loss, violence or neglect. It made sense then, even if it hurts now. Feeling safe with others can be a start. The cause is not always clear, and it does not have to be.',
        {id: 'understanding.what-happened.text'},
      ),
  },
  mind: {
    name: () => msg('As thoughts, feelings and ties', {id: 'understanding.mind.name'}),
    text: () =>
      msg(
        'Some people look at how they think, what they feel and how they get on with others. Talking about this with someone trained can show new ways to cope. It asks for time, and not everyone wants to talk.',
        {id: 'understanding.mind.text'},
      ),
  },
  social: {
    name: () => msg('As a sign of what is wrong around us', {id: 'understanding.social.name'}),
    text: () =>
      msg(
        'Some people see distress as what comes of hard lives: money worries, poor homes, racism, being alone. Change around a person can help, and so can people acting together. It can be slow, and a person may need care now.',
        {id: 'understanding.social.text'},
      ),
  },
  spirit: {
    name: () => msg('As a matter of spirit or faith', {id: 'understanding.spirit.name'}),
    text: () =>
      msg(
        'Some people see distress as part of their life with God, their faith or the spirit. Prayer, ritual, elders and a faith community can hold them. Some faith groups know distress well, and some are still learning.',
        {id: 'understanding.spirit.text'},
      ),
  },
  crossing: {
    name: () => msg('As a crossing', {id: 'understanding.crossing.name'}),
    text: () =>
      msg(
        'Some people see extreme times as a crossing from one life to another. With people who are calm and stay close, something new can come of it. It can be full of pain too, and nobody has to find good in it.',
        {id: 'understanding.crossing.text'},
      ),
  },
  difference: {
    name: () => msg('As a different way of sensing', {id: 'understanding.difference.name'}),
    text: () =>
      msg(
        'Some people hear voices, see visions or sense the world in their own way. They see this as part of who they are. Meeting others who live with it can help. It can still be hard at times, and then help is welcome.',
        {id: 'understanding.difference.text'},
      ),
  },
};
