import {msg} from '@lit/localize';

/**
 * What we know of each line, in words. A missing row is said as not known. Names, numbers and times come from the list,
 * never from here.
 */
export interface ContactWords {
  /** Whom it is for. */
  readonly for?: string;
  /** What happens if you get in touch. */
  readonly what?: string;
  /** Whether `what` says who answers. */
  readonly saysWhoAnswers?: true;
  /** Whom they may tell. */
  readonly tell?: string;
}

/** By line, in the language of now. Of the lines that every widget has, `coreFor` says whom they are for. */
export const contactWords = (): Readonly<Record<string, ContactWords>> => ({
  'nhs-111-england': {
    what: msg('Choose the mental health option. It is not for everyday support, or to ask about medicine.', {
      id: 'crisis.contact.nhs-111-england.what',
    }),
  },
  'nhs-111-wales': {
    what: msg('Press 2. A worker from your local health board will answer. We do not know if you can speak Welsh.', {
      id: 'crisis.contact.nhs-111-wales.what',
    }),
    saysWhoAnswers: true,
  },
  'nhs-24-scotland': {
    what: msg('Choose the mental health option.', {id: 'crisis.contact.nhs-24-scotland.what'}),
  },
  'lifeline-ni': {
    what: msg('A counsellor will answer. You do not have to be in danger to call.', {
      id: 'crisis.contact.lifeline-ni.what',
    }),
    saysWhoAnswers: true,
    tell: msg('The counsellor will tell you the rules when you call. We do not know what they are.', {
      id: 'crisis.contact.lifeline-ni.tell',
    }),
  },
  samaritans: {
    what: msg('A volunteer will listen. They cannot see your number.', {id: 'crisis.contact.samaritans.what'}),
    saysWhoAnswers: true,
    tell: msg(
      'What you say stays private, with some limits. They may call an ambulance if you are not able to decide for yourself. They may tell someone if a child or an adult at risk is not safe. They may tell if you could badly hurt someone else. A court, or the law on terrorism, can make them tell too.',
      {id: 'crisis.contact.samaritans.tell'},
    ),
  },
  'samaritans-cymru': {
    for: msg('To talk in Welsh', {id: 'crisis.contact.samaritans-cymru.for'}),
    tell: msg('We do not know if this line has the same rules as the main Samaritans line. You can ask.', {
      id: 'crisis.contact.samaritans-cymru.tell',
    }),
  },
  'call-wales': {
    for: msg('For people in Wales who need to talk', {id: 'crisis.contact.call-wales.for'}),
    what: msg('You can call or text. We do not know who answers, or if you can speak Welsh.', {
      id: 'crisis.contact.call-wales.what',
    }),
    saysWhoAnswers: true,
  },
  shout: {
    what: msg('A volunteer will text you back. You do not need to talk.', {id: 'crisis.contact.shout.what'}),
    saysWhoAnswers: true,
    tell: msg(
      'Your texts stay private, unless they think you or someone else is not safe. Then they may tell a safety team. They say they try to talk to you first.',
      {id: 'crisis.contact.shout.tell'},
    ),
  },
  'breathing-space': {
    for: msg('For anyone in Scotland aged 16 or over', {id: 'crisis.contact.breathing-space.for'}),
    what: msg('You can talk about how you feel, or about someone else. We do not know who answers.', {
      id: 'crisis.contact.breathing-space.what',
    }),
    saysWhoAnswers: true,
  },
  calm: {
    for: msg('For anyone who needs to talk, and for men', {id: 'crisis.contact.calm.for'}),
    what: msg(
      'You do not have to give your name. On web chat, they ask your rough area, age and gender first. WhatsApp is not fully private.',
      {id: 'crisis.contact.calm.what'},
    ),
    tell: msg('What you say stays private. In rare cases they may tell someone. Their rules say when.', {
      id: 'crisis.contact.calm.tell',
    }),
  },
  'papyrus-hopeline247': {
    for: msg('For people under 35 who think of suicide. Also for anyone worried about a young person.', {
      id: 'crisis.contact.papyrus-hopeline247.for',
    }),
    what: msg('An adviser will answer. If you text, the reply may not come at once.', {
      id: 'crisis.contact.papyrus-hopeline247.what',
    }),
    saysWhoAnswers: true,
    tell: msg(
      'They may give a few details to the emergency services. They do this if a person cannot stay safe and cannot ask for help.',
      {id: 'crisis.contact.papyrus-hopeline247.tell'},
    ),
  },
  childline: {
    for: msg('For anyone under 19', {id: 'crisis.contact.childline.for'}),
    what: msg('A counsellor will answer. For online chat you need an account.', {id: 'crisis.contact.childline.what'}),
    saysWhoAnswers: true,
    tell: msg(
      'What you say stays private, unless you ask them to tell someone or you are in real danger. Then they may tell the police or the NHS.',
      {id: 'crisis.contact.childline.tell'},
    ),
  },
  'youngminds-textline': {
    for: msg('For young people who would rather text', {id: 'crisis.contact.youngminds-textline.for'}),
    what: msg('Shout runs this line. A volunteer will text you back.', {id: 'crisis.contact.youngminds-textline.what'}),
    saysWhoAnswers: true,
  },
  'silver-line': {
    for: msg('For people aged 55 or over', {id: 'crisis.contact.silver-line.for'}),
    what: msg('Someone to talk to, as a friend would. You do not have to be in crisis.', {
      id: 'crisis.contact.silver-line.what',
    }),
  },
  saneline: {
    for: msg('For people in mental distress, and those who support them', {id: 'crisis.contact.saneline.for'}),
    what: msg('You can call in the evening. We are not sure of the times.', {id: 'crisis.contact.saneline.what'}),
  },
  'switchboard-lgbt': {
    for: msg('For LGBTQIA+ people', {id: 'crisis.contact.switchboard-lgbt.for'}),
    what: msg('You can call. You can also chat or email from their website. We do not know who answers.', {
      id: 'crisis.contact.switchboard-lgbt.what',
    }),
    saysWhoAnswers: true,
  },
  'muslim-youth-helpline': {
    for: msg('For young Muslims', {id: 'crisis.contact.muslim-youth-helpline.for'}),
    what: msg('You can call. Web chat is the way most people use. We are not sure it is open at the weekend.', {
      id: 'crisis.contact.muslim-youth-helpline.what',
    }),
  },
  'refuge-ndah': {
    for: msg('For women in England hurt or scared by someone close to them', {id: 'crisis.contact.refuge-ndah.for'}),
  },
  'live-fear-free': {
    for: msg('In Wales, after sexual violence. Also for people hurt or scared by someone close to them.', {
      id: 'crisis.contact.live-fear-free.for',
    }),
    what: msg('You can call or text. You can speak Welsh or English.', {id: 'crisis.contact.live-fear-free.what'}),
  },
  'scotland-dafmh': {
    for: msg('For people in Scotland hurt or scared by someone close to them, or forced to marry', {
      id: 'crisis.contact.scotland-dafmh.for',
    }),
  },
  'ni-dsah': {
    for: msg('In Northern Ireland, after sexual violence. Also for people hurt or scared by someone close to them.', {
      id: 'crisis.contact.ni-dsah.for',
    }),
  },
  'mens-advice-line': {
    for: msg('For men hurt or scared by someone close to them', {id: 'crisis.contact.mens-advice-line.for'}),
  },
  galop: {
    for: msg('For LGBT+ people who have been hurt or scared by someone', {id: 'crisis.contact.galop.for'}),
  },
  'rape-crisis-247': {
    for: msg(
      'After sexual violence, for people aged 16 or over in England or Wales. Also for people who support them.',
      {
        id: 'crisis.contact.rape-crisis-247.for',
      },
    ),
    what: msg('You can call, or chat online on the same website.', {id: 'crisis.contact.rape-crisis-247.what'}),
  },
  'rape-crisis-scotland': {
    for: msg('For people in Scotland, after sexual violence', {id: 'crisis.contact.rape-crisis-scotland.for'}),
  },
});
