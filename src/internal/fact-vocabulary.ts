import {msg} from '@lit/localize';
import type {AccessFeature, Approach, Audience, Delivery, WayIn} from '@held-spaces/domain/vocabularies';
import type {Names} from './vocabulary-words.js';

/** The names of the terms of a space's facts, beside those of `vocabulary-words.ts`, which stand in first sight. */

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

export const accessNames: Names<AccessFeature> = {
  'step-free': () => msg('No steps', {id: 'vocab.access.step-free'}),
  toilet: () => msg('Accessible toilet', {id: 'vocab.access.toilet'}),
  'hearing-loop': () => msg('Hearing loop', {id: 'vocab.access.hearing-loop'}),
  bsl: () => msg('British Sign Language (BSL)', {id: 'vocab.access.bsl'}),
  quiet: () => msg('Quiet room', {id: 'vocab.access.quiet'}),
  captions: () => msg('Captions', {id: 'vocab.access.captions'}),
  'text-only': () => msg('No need to talk', {id: 'vocab.access.text-only'}),
  'camera-off': () => msg('Camera can stay off', {id: 'vocab.access.camera-off'}),
  parking: () => msg('Parking close by', {id: 'vocab.access.parking'}),
  transport: () => msg('Bus or train close by', {id: 'vocab.access.transport'}),
  'travel-help': () => msg('Help with travel', {id: 'vocab.access.travel-help'}),
  children: () => msg('Children can come too', {id: 'vocab.access.children'}),
  'assistance-dog': () => msg('Assistance dogs', {id: 'vocab.access.assistance-dog'}),
  'carer-welcome': () => msg('Bring someone with you', {id: 'vocab.access.carer-welcome'}),
  'easy-read': () => msg('Easy Read papers', {id: 'vocab.access.easy-read'}),
  interpreter: () => msg('Interpreters', {id: 'vocab.access.interpreter'}),
};

export const approachNames: Names<Approach> = {
  'peer-led': () => msg('Led by people who have been through it', {id: 'vocab.approach.peer-led'}),
  'trauma-informed': () => msg('Asks what happened to you', {id: 'vocab.approach.trauma-informed'}),
  social: () => msg('Looks at your life and what is around you', {id: 'vocab.approach.social'}),
  psychological: () => msg('Works with thoughts and feelings', {id: 'vocab.approach.psychological'}),
  spiritual: () => msg('Spirit or faith', {id: 'vocab.approach.spiritual'}),
  creative: () => msg('Art, music, words', {id: 'vocab.approach.creative'}),
  'body-nature': () => msg('The body, movement or nature', {id: 'vocab.approach.body-nature'}),
  medical: () => msg('Doctors, nurses, medicine', {id: 'vocab.approach.medical'}),
  open: () => msg('Open to any meaning', {id: 'vocab.approach.open'}),
};
