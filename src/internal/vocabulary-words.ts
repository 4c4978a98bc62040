import {msg} from '@lit/localize';
import type {Kind, Nation, Role, StageAnswer} from '@held-spaces/domain/vocabularies';

/** The names of our vocabularies' terms, as people read them. Functions, so that each is read in the language of now. */
export type Names<T extends string> = Readonly<Record<T, () => string>>;

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
