import {msg} from '@lit/localize';
import {coreFor} from '../../internal/crisis-words.js';

/** Whom each line is for. */
export const lineFor: Readonly<Record<string, () => string>> = {
  ...coreFor,
  'samaritans-cymru': () => msg('To talk in Welsh', {id: 'crisis.contact.samaritans-cymru.for'}),
  'call-wales': () => msg('For people in Wales who need to talk', {id: 'crisis.contact.call-wales.for'}),
  'breathing-space': () => msg('For anyone in Scotland aged 16 or over', {id: 'crisis.contact.breathing-space.for'}),
  calm: () => msg('For anyone who needs to talk, and for men', {id: 'crisis.contact.calm.for'}),
  'papyrus-hopeline247': () =>
    msg('For people under 35 who think of suicide. Also for anyone worried about a young person.', {
      id: 'crisis.contact.papyrus-hopeline247.for',
    }),
  childline: () => msg('For anyone under 19', {id: 'crisis.contact.childline.for'}),
  'youngminds-textline': () =>
    msg('For young people who would rather text', {id: 'crisis.contact.youngminds-textline.for'}),
  'silver-line': () => msg('For people aged 55 or over', {id: 'crisis.contact.silver-line.for'}),
  saneline: () => msg('For people in mental distress, and those who support them', {id: 'crisis.contact.saneline.for'}),
  'switchboard-lgbt': () => msg('For LGBTQIA+ people', {id: 'crisis.contact.switchboard-lgbt.for'}),
  'muslim-youth-helpline': () => msg('For young Muslims', {id: 'crisis.contact.muslim-youth-helpline.for'}),
  'refuge-ndah': () =>
    msg('For women in England hurt or scared by someone close to them', {id: 'crisis.contact.refuge-ndah.for'}),
  'live-fear-free': () =>
    msg('In Wales, after sexual violence. Also for people hurt or scared by someone close to them.', {
      id: 'crisis.contact.live-fear-free.for',
    }),
  'scotland-dafmh': () =>
    msg('For people in Scotland hurt or scared by someone close to them, or forced to marry', {
      id: 'crisis.contact.scotland-dafmh.for',
    }),
  'ni-dsah': () =>
    msg('In Northern Ireland, after sexual violence. Also for people hurt or scared by someone close to them.', {
      id: 'crisis.contact.ni-dsah.for',
    }),
  'mens-advice-line': () =>
    msg('For men hurt or scared by someone close to them', {id: 'crisis.contact.mens-advice-line.for'}),
  galop: () => msg('For LGBT+ people who have been hurt or scared by someone', {id: 'crisis.contact.galop.for'}),
  'rape-crisis-247': () =>
    msg('After sexual violence, for people aged 16 or over in England or Wales. Also for people who support them.', {
      id: 'crisis.contact.rape-crisis-247.for',
    }),
  'rape-crisis-scotland': () =>
    msg('For people in Scotland, after sexual violence', {id: 'crisis.contact.rape-crisis-scotland.for'}),
};
