import {msg} from '@lit/localize';
import type {Audience, Delivery, Kind, Nation, Role, StageAnswer, WayIn} from '@held-spaces/domain/vocabularies';

/** The names of our vocabularies' terms, as people read them. Functions, so that each is read in the language of now. */
type Names<T extends string> = Readonly<Record<T, () => string>>;

/** The five names are fixed: they come from the roadmap made by Safely Held Spaces. */
export const stageNames: Names<StageAnswer> = {
  'everyday-life': () => msg('Everyday life', {id: 'stages.everyday-life.name'}),
  'testing-times': () => msg('Testing times', {id: 'stages.testing-times.name'}),
  threshold: () => msg('On the threshold', {id: 'stages.threshold.name'}),
  'extreme-times': () => msg('Really extreme times', {id: 'stages.extreme-times.name'}),
  'returning-emerging': () => msg('Returning or emerging', {id: 'stages.returning-emerging.name'}),
  'not-sure': () => msg('Not sure', {id: 'stages.not-sure.name'}),
  'keeps-changing': () => msg('It keeps changing', {id: 'stages.keeps-changing.name'}),
};

export const roleNames: Names<Role | 'both'> = {
  experiencer: () => msg('I need support', {id: 'stages.role.experiencer'}),
  holder: () => msg('I support someone', {id: 'stages.role.holder'}),
  both: () => msg('Both', {id: 'stages.role.both'}),
};

export const nationNames: Names<Nation> = {
  england: () => msg('England', {id: 'vocab.nation.england'}),
  scotland: () => msg('Scotland', {id: 'vocab.nation.scotland'}),
  wales: () => msg('Wales', {id: 'vocab.nation.wales'}),
  'northern-ireland': () => msg('Northern Ireland', {id: 'vocab.nation.northern-ireland'}),
};

export const kindNames: Names<Kind> = {
  'crisis-cafe': () => msg('Crisis cafe or safe haven', {id: 'vocab.kind.crisis-cafe'}),
  'crisis-house': () => msg('Crisis house', {id: 'vocab.kind.crisis-house'}),
  respite: () => msg('A break away', {id: 'vocab.kind.respite'}),
  'peer-support-group': () => msg('Peer support group', {id: 'vocab.kind.peer-support-group'}),
  'hearing-voices-group': () => msg('Hearing voices group', {id: 'vocab.kind.hearing-voices-group'}),
  'community-hub': () => msg('Community hub', {id: 'vocab.kind.community-hub'}),
  'recovery-college': () => msg('Recovery college', {id: 'vocab.kind.recovery-college'}),
  'drop-in': () => msg('Drop-in', {id: 'vocab.kind.drop-in'}),
  'online-community': () => msg('Online community', {id: 'vocab.kind.online-community'}),
  helpline: () => msg('Phone line', {id: 'vocab.kind.helpline'}),
  textline: () => msg('Text or chat line', {id: 'vocab.kind.textline'}),
  workshop: () => msg('Workshop or course', {id: 'vocab.kind.workshop'}),
  retreat: () => msg('Retreat', {id: 'vocab.kind.retreat'}),
  'mens-group': () => msg("Men's group", {id: 'vocab.kind.mens-group'}),
  'young-people': () => msg('For young people', {id: 'vocab.kind.young-people'}),
  lgbt: () => msg('For LGBT+ people', {id: 'vocab.kind.lgbt'}),
  'culturally-specific': () => msg('For a culture or faith', {id: 'vocab.kind.culturally-specific'}),
  'carers-support': () => msg('For people who support someone', {id: 'vocab.kind.carers-support'}),
  clubhouse: () => msg('Clubhouse', {id: 'vocab.kind.clubhouse'}),
  'listening-service': () => msg('Listening service', {id: 'vocab.kind.listening-service'}),
  'therapy-service': () => msg('Talking or other therapy', {id: 'vocab.kind.therapy-service'}),
};

export const deliveryNames: Names<Delivery> = {
  physical: () => msg('In person', {id: 'vocab.delivery.physical'}),
  online: () => msg('Online', {id: 'vocab.delivery.online'}),
  phone: () => msg('By phone', {id: 'vocab.delivery.phone'}),
  text: () => msg('By text or chat', {id: 'vocab.delivery.text'}),
};

export const wayInNames: Names<WayIn> = {
  'drop-in': () => msg('Drop in, no need to book', {id: 'vocab.way-in.drop-in'}),
  'self-referral': () => msg('Ask for yourself', {id: 'vocab.way-in.self-referral'}),
  appointment: () => msg('Book a time first', {id: 'vocab.way-in.appointment'}),
  professional: () => msg('A GP or other worker asks for you', {id: 'vocab.way-in.professional'}),
  membership: () => msg('Become a member', {id: 'vocab.way-in.membership'}),
};

export const audienceNames: Names<Audience> = {
  adults: () => msg('Adults', {id: 'vocab.audience.adults'}),
  children: () => msg('Children', {id: 'vocab.audience.children'}),
  'young-people': () => msg('Young people', {id: 'vocab.audience.young-people'}),
  'older-people': () => msg('Older people', {id: 'vocab.audience.older-people'}),
  students: () => msg('Students', {id: 'vocab.audience.students'}),
  parents: () => msg('Parents', {id: 'vocab.audience.parents'}),
  carers: () => msg('People who support someone', {id: 'vocab.audience.carers'}),
  women: () => msg('Women', {id: 'vocab.audience.women'}),
  'women-only': () => msg('Women only', {id: 'vocab.audience.women-only'}),
  men: () => msg('Men', {id: 'vocab.audience.men'}),
  lgbtq: () => msg('LGBT+ people', {id: 'vocab.audience.lgbtq'}),
  trans: () => msg('Trans and non-binary people', {id: 'vocab.audience.trans'}),
  'black-african-caribbean': () =>
    msg('Black African and Caribbean people', {id: 'vocab.audience.black-african-caribbean'}),
  'south-asian': () => msg('South Asian people', {id: 'vocab.audience.south-asian'}),
  'punjabi-community': () => msg('Punjabi people', {id: 'vocab.audience.punjabi-community'}),
  'muslim-community': () => msg('Muslim people', {id: 'vocab.audience.muslim-community'}),
  'jewish-community': () => msg('Jewish people', {id: 'vocab.audience.jewish-community'}),
  'welsh-speakers': () => msg('Welsh speakers', {id: 'vocab.audience.welsh-speakers'}),
  'farming-community': () => msg('People in farming', {id: 'vocab.audience.farming-community'}),
  'rural-communities': () => msg('People in the country', {id: 'vocab.audience.rural-communities'}),
  'voice-hearers': () => msg('People who hear voices', {id: 'vocab.audience.voice-hearers'}),
  'spiritual-crisis': () => msg('People in a spiritual crisis', {id: 'vocab.audience.spiritual-crisis'}),
  'bereaved-by-suicide': () => msg('People bereaved by suicide', {id: 'vocab.audience.bereaved-by-suicide'}),
  'suicidal-distress': () => msg('People with thoughts of suicide', {id: 'vocab.audience.suicidal-distress'}),
  neurodivergent: () => msg('Autistic and other neurodivergent people', {id: 'vocab.audience.neurodivergent'}),
  deaf: () => msg('Deaf people', {id: 'vocab.audience.deaf'}),
  refugees: () => msg('Refugees and people seeking asylum', {id: 'vocab.audience.refugees'}),
  veterans: () => msg('People who were in the forces', {id: 'vocab.audience.veterans'}),
  'local-residents': () => msg('People who live nearby', {id: 'vocab.audience.local-residents'}),
};
