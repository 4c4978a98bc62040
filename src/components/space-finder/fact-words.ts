import {msg, str} from '@lit/localize';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {tellingTopics} from '@held-spaces/domain/vocabularies';
import {audienceNames, wayInNames} from '../../internal/fact-vocabulary.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {labelWords} from '../../internal/list-words.js';
import {partialDateWords} from '../../internal/words.js';
import {named} from './card-words.js';

/** What is said of a space after its first lines, fact by fact. None says "no" where nobody knows. */

/** How to get in. */
export const wayInWords = (card: SpaceCard) =>
  labelWords(named(wayInNames, card.waysIn)) || msg('Not known', {id: 'vocab.way-in.unknown'});

/** The ages it takes. */
export function agesWords({ages}: SpaceCard): string {
  const {minimum, maximum} = ages ?? {};
  if (minimum !== undefined && maximum !== undefined) {
    return msg(str`Ages: ${minimum} to ${maximum}`, {id: 'finder.details.ages'});
  }
  if (minimum !== undefined) return msg(str`Age ${minimum} and over`, {id: 'finder.details.ages.from'});
  if (maximum !== undefined) return msg(str`Up to age ${maximum}`, {id: 'finder.details.ages.to'});
  return msg('Ages not listed', {id: 'finder.details.ages.unknown'});
}

/** Who it is for: the people it names, and their ages. */
export function forWords(card: SpaceCard): string {
  const people = labelWords(named(audienceNames, card.audiences));
  if (!people) return agesWords(card);
  return card.ages ? `${people}. ${agesWords(card)}` : people;
}

/** What it costs, never "free" unless somebody said so. */
export function costWords({cost}: SpaceCard): string {
  switch (cost?.kind) {
    case 'free':
      return msg('Free', {id: 'finder.cost.free'});
    case 'donation':
      return msg('Pay what you want, or nothing', {id: 'finder.cost.donation'});
    case 'some-free':
      return msg(str`Free for some people: ${cost.detail}`, {id: 'finder.cost.some-free'});
    case 'call':
      return msg(str`Cost of a call: ${cost.rate}`, {id: 'finder.cost.call'});
    case 'stated':
      return msg(str`In their words: ${cost.words}`, {id: 'finder.cost.stated'});
    default:
      return msg('Cost not listed', {id: 'finder.cost.unknown'});
  }
}

/** The stages it suits. What the space says and what we think are never merged. */
export function stageFitWords({stages: {declared, suggested}}: SpaceCard): string {
  const itself = labelWords(named(stageNames, declared));
  if (itself) return msg(str`The space says it suits: ${itself}`, {id: 'finder.card.stage.declared'});
  const others = labelWords(named(stageNames, suggested));
  if (others) return msg(str`We think it suits: ${others}`, {id: 'finder.card.stage.suggested'});
  return msg('Stages not known', {id: 'finder.card.stage.unknown'});
}

/** Who might be told, in one sentence. Silence is "not known". */
export function toldWords({disclosure: {answers}}: SpaceCard): string {
  const told = tellingTopics.map(topic => answers[topic]);
  if (told.includes('yes')) {
    return msg('Who might be told: they may tell others without asking', {id: 'finder.card.told.may'});
  }
  if (told.includes('sometimes')) {
    return msg('Who might be told: sometimes they tell others', {id: 'finder.card.told.sometimes'});
  }
  return told.every(answer => answer === 'no')
    ? msg('Who might be told: they say they ask you first', {id: 'finder.card.told.asks'})
    : msg('Who might be told: not known', {id: 'finder.card.told.unknown'});
}

/** How old the facts are, for a card: said where they are old, or where nobody knows. */
export function ageWords({provenance}: SpaceCard, isOld: boolean): string | undefined {
  if (!provenance.checked) {
    return msg('We do not know when this was last checked. Please ask before you go.', {id: 'finder.fresh.unknown'});
  }
  const date = partialDateWords(provenance.checked);
  if (provenance.sample) return msg(str`Sample. Read from a public page of: ${date}`, {id: 'finder.fresh.sample'});
  if (isOld) {
    return msg('This was checked a long time ago. Things may have changed. Please ask before you go.', {
      id: 'finder.fresh.old',
    });
  }
  return msg(str`Last checked: ${date}`, {id: 'finder.fresh.checked'});
}
