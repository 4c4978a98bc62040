import {msg, str} from '@lit/localize';
import type {SpaceCard} from '@held-spaces/domain/area-file';
import {placeName} from '@held-spaces/domain/space';
import {tellingTopics} from '@held-spaces/domain/vocabularies';
import {labelWords, partialDateWords} from '../../internal/words.js';
import {audienceNames, kindNames, stageNames, wayInNames} from '../../internal/vocabulary-words.js';

/** What a card says of a space, fact by fact. Each is a whole sentence or label; none says "no" where nobody knows. */

const kmInAMile = 1.609344;

/** Below this many kilometres, a distance between the middles of two areas says nothing. */
const tooRough = 2.5;

/** The names of terms. A directory that is newer than the page may have terms that have none here: they are left out. */
const named = <T extends string>(names: Readonly<Partial<Record<T, () => string>>>, ids: readonly T[]) =>
  ids.flatMap(id => names[id]?.() ?? []);

/** How far a space is, or why that cannot be said. */
export function distanceWords(card: SpaceCard, distanceKm: number | undefined, unit: 'miles' | 'km'): string {
  const {location, areaServed, deliveries} = card;
  const place = placeName(card);
  if (distanceKm === undefined) {
    if (deliveries.some(delivery => delivery !== 'physical')) {
      return msg('Use from anywhere', {id: 'finder.card.anywhere'});
    }
    const area = areaServed.region ?? place;
    return area
      ? msg(str`Serves: ${area}`, {id: 'finder.card.distance.area'})
      : msg('Place not given', {id: 'finder.card.no-place'});
  }
  if (location?.precision !== 'exact' && distanceKm < tooRough) {
    return place
      ? msg(str`In the same area: ${place}`, {id: 'finder.card.distance.same-area'})
      : msg('In the same area', {id: 'finder.card.distance.same-area.unnamed'});
  }
  const distance = unit === 'km' ? kilometres(distanceKm) : miles(distanceKm / kmInAMile);
  return place ? `${distance}, ${place}` : distance;
}

function miles(far: number): string {
  if (far < 0.5) return msg('Less than half a mile away', {id: 'finder.card.distance.near'});
  const n = far < 5 ? Math.round(far * 2) / 2 : Math.round(far);
  if (n === 1) return msg('About 1 mile away', {id: 'finder.card.distance.mile'});
  return msg(str`About ${n} miles away`, {id: 'finder.card.distance.miles'});
}

function kilometres(far: number): string {
  if (far < 1) return msg('Less than 1 km away', {id: 'finder.card.distance.near-km'});
  return msg(str`About ${Math.round(far)} km away`, {id: 'finder.card.distance.km'});
}

/** What kind of space it is. */
export const kindWords = (card: SpaceCard) => labelWords(named(kindNames, card.kinds));

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
