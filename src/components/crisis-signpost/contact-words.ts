import {msg} from '@lit/localize';

/**
 * What we know of each line, in words, beyond whom it is for. A missing row is said as not known. Names, numbers and times come from the
 * list, never from here.
 */
export interface ContactWords {
  /** What happens if you get in touch. */
  readonly what?: () => string;
  /** Whether `what` says who answers. */
  readonly saysWhoAnswers?: true;
  /** Whom they may tell. */
  readonly tell?: () => string;
}

export const contactWords: Readonly<Record<string, ContactWords>> = {
  'nhs-111-england': {
    what: () =>
      msg('Choose the mental health option. It is not for everyday support, or to ask about medicine.', {
        id: 'crisis.contact.nhs-111-england.what',
      }),
  },
  'nhs-111-wales': {
    what: () =>
      msg('Press 2. A worker from your local health board will answer. We do not know if you can speak Welsh.', {
        id: 'crisis.contact.nhs-111-wales.what',
      }),
    saysWhoAnswers: true,
  },
  'nhs-24-scotland': {
    what: () => msg('Choose the mental health option.', {id: 'crisis.contact.nhs-24-scotland.what'}),
  },
  'lifeline-ni': {
    what: () =>
      msg('A counsellor will answer. You do not have to be in danger to call.', {
        id: 'crisis.contact.lifeline-ni.what',
      }),
    saysWhoAnswers: true,
    tell: () =>
      msg('The counsellor will tell you the rules when you call. We do not know what they are.', {
        id: 'crisis.contact.lifeline-ni.tell',
      }),
  },
  samaritans: {
    what: () => msg('A volunteer will listen. They cannot see your number.', {id: 'crisis.contact.samaritans.what'}),
    saysWhoAnswers: true,
    tell: () =>
      msg(
        'What you say stays private, with some limits. They may call an ambulance if you are not able to decide for yourself. They may tell someone if a child or an adult at risk is not safe. They may tell if you could badly hurt someone else. A court, or the law on terrorism, can make them tell too.',
        {id: 'crisis.contact.samaritans.tell'},
      ),
  },
  'samaritans-cymru': {
    tell: () =>
      msg('We do not know if this line has the same rules as the main Samaritans line. You can ask.', {
        id: 'crisis.contact.samaritans-cymru.tell',
      }),
  },
  shout: {
    what: () => msg('A volunteer will text you back. You do not need to talk.', {id: 'crisis.contact.shout.what'}),
    saysWhoAnswers: true,
    tell: () =>
      msg(
        'Your texts stay private, unless they think you or someone else is not safe. Then they may tell a safety team. They say they try to talk to you first.',
        {id: 'crisis.contact.shout.tell'},
      ),
  },
  'papyrus-hopeline247': {
    what: () =>
      msg('An adviser will answer. If you text, the reply may not come at once.', {
        id: 'crisis.contact.papyrus-hopeline247.what',
      }),
    saysWhoAnswers: true,
    tell: () =>
      msg(
        'They may give a few details to the emergency services. They do this if a person cannot stay safe and cannot ask for help.',
        {id: 'crisis.contact.papyrus-hopeline247.tell'},
      ),
  },
  calm: {
    what: () =>
      msg(
        'You do not have to give your name. On web chat, they ask your rough area, age and gender first. WhatsApp is not fully private.',
        {id: 'crisis.contact.calm.what'},
      ),
    tell: () =>
      msg('What you say stays private. In rare cases they may tell someone. Their rules say when.', {
        id: 'crisis.contact.calm.tell',
      }),
  },
  childline: {
    what: () =>
      msg('A counsellor will answer. For online chat you need an account.', {id: 'crisis.contact.childline.what'}),
    saysWhoAnswers: true,
    tell: () =>
      msg(
        'What you say stays private, unless you ask them to tell someone or you are in real danger. Then they may tell the police or the NHS.',
        {id: 'crisis.contact.childline.tell'},
      ),
  },
  'youngminds-textline': {
    what: () =>
      msg('Shout runs this line. A volunteer will text you back.', {id: 'crisis.contact.youngminds-textline.what'}),
    saysWhoAnswers: true,
  },
  'breathing-space': {
    what: () =>
      msg('You can talk about how you feel, or about someone else. We do not know who answers.', {
        id: 'crisis.contact.breathing-space.what',
      }),
    saysWhoAnswers: true,
  },
  'call-wales': {
    what: () =>
      msg('You can call or text. We do not know who answers, or if you can speak Welsh.', {
        id: 'crisis.contact.call-wales.what',
      }),
    saysWhoAnswers: true,
  },
  'switchboard-lgbt': {
    what: () =>
      msg('You can call. You can also chat or email from their website. We do not know who answers.', {
        id: 'crisis.contact.switchboard-lgbt.what',
      }),
    saysWhoAnswers: true,
  },
  'muslim-youth-helpline': {
    what: () =>
      msg('You can call. Web chat is the way most people use. We are not sure it is open at the weekend.', {
        id: 'crisis.contact.muslim-youth-helpline.what',
      }),
  },
  saneline: {
    what: () => msg('You can call in the evening. We are not sure of the times.', {id: 'crisis.contact.saneline.what'}),
  },
  'silver-line': {
    what: () =>
      msg('Someone to talk to, as a friend would. You do not have to be in crisis.', {
        id: 'crisis.contact.silver-line.what',
      }),
  },
  'live-fear-free': {
    what: () =>
      msg('You can call or text. You can speak Welsh or English.', {id: 'crisis.contact.live-fear-free.what'}),
  },
  'rape-crisis-247': {
    what: () => msg('You can call, or chat online on the same website.', {id: 'crisis.contact.rape-crisis-247.what'}),
  },
};
