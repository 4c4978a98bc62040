import {msg, str} from '@lit/localize';
import type {SeasonAlternative, SeasonOfYear} from '@held-spaces/domain/evaluation';
import type {ContentTopic} from '@held-spaces/domain/evaluation-words';
import type {Role} from '@held-spaces/domain/vocabularies';
import {listWords} from './list-words.js';

/** How words that somebody wrote about a space are shown: before they are sent, to whoever moderates, and to everybody. */

/** A season with its year, or what is said in its place. Each is a string of its own, so that no name is joined. */
export function seasonWords(choice: SeasonOfYear | SeasonAlternative): string {
  if (choice === 'still-going') return msg('I still go there', {id: 'evaluation.when.still'});
  if (choice === 'longer-ago') return msg('Longer ago', {id: 'evaluation.when.longer'});
  if (choice === 'rather-not-say') return msg('Rather not say', {id: 'evaluation.when.rather-not'});
  const {season, year} = choice;
  switch (season) {
    case 'winter':
      return msg(str`Winter ${year}`, {id: 'evaluation.when.winter'});
    case 'spring':
      return msg(str`Spring ${year}`, {id: 'evaluation.when.spring'});
    case 'summer':
      return msg(str`Summer ${year}`, {id: 'evaluation.when.summer'});
    case 'autumn':
      return msg(str`Autumn ${year}`, {id: 'evaluation.when.autumn'});
  }
}

export const topicNames: Readonly<Record<ContentTopic, () => string>> = {
  suicide: () => msg('Suicide', {id: 'evaluation.content-note.suicide'}),
  'self-harm': () => msg('Self-harm', {id: 'evaluation.content-note.self-harm'}),
  abuse: () => msg('Abuse', {id: 'evaluation.content-note.abuse'}),
  force: () => msg('Force, or being kept in', {id: 'evaluation.content-note.force'}),
  police: () => msg('Police', {id: 'evaluation.content-note.police'}),
  racism: () => msg('Racism or other hate', {id: 'evaluation.content-note.racism'}),
  death: () => msg('Death', {id: 'evaluation.content-note.death'}),
  other: () => msg('Something else that is hard to read', {id: 'evaluation.content-note.other'}),
};

/** The line under a quote: who wrote, as far as they said. */
export function quoteLabel(role: Role, season: SeasonOfYear | SeasonAlternative | undefined): string {
  const holder = role === 'holder';
  if (!season || season === 'rather-not-say') {
    return holder
      ? msg('Supported someone', {id: 'evaluation.label.holder.alone'})
      : msg('Went there', {id: 'evaluation.label.experiencer.alone'});
  }
  const when = seasonWords(season);
  return holder
    ? msg(str`Supported someone: ${when}`, {id: 'evaluation.label.holder'})
    : msg(str`Went there: ${when}`, {id: 'evaluation.label.experiencer'});
}

/** What stands before words that are closed until somebody opens them. */
export function contentNoteWords(about: readonly ContentTopic[]): string {
  const topics = listWords(about.map(topic => topicNames[topic]()));
  return topics
    ? msg(str`This is about: ${topics}. You can choose not to read it.`, {id: 'evaluation.shown.words.note'})
    : msg('Who wrote this asks you to choose before you read it.', {id: 'evaluation.shown.words.note.unsaid'});
}
