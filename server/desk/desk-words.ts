import {msg, str} from '@lit/localize';
import type {DeskItem, Needs} from '@held-spaces/domain/desk';
import type {WordsState} from '@held-spaces/domain/moderation';
import type {Role} from '@held-spaces/domain/vocabularies';
import {londonTime} from '@held-spaces/domain/london-time';
import {dateWords, dayWords, partialDateWords, timeWords} from '../../src/internal/words.js';
import {DeskError} from './desk-api.js';

/** Words that several of the desk's pages share. */

export const roleWords = (role: Role) =>
  role === 'holder'
    ? msg('Someone who supported a person', {id: 'desk.role.holder'})
    : msg('Someone who went', {id: 'desk.role.experiencer'});

/** `2026-10` as people say it. The month is all that is kept. */
export const monthWords = partialDateWords;

/** `24 November 2026, 10am`. */
export function momentWords(iso: string): string {
  const at = new Date(iso);
  return `${dateWords(at)}, ${timeWords(londonTime(at).minutes)}`;
}

/** `Friday, 27 November 2026`. */
export function dayOf(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  return `${dayWords(at)}, ${dateWords(at)}`;
}

/** The name of whoever did it. Before it stands their id, which no moderator needs. */
export const nameIn = (by: string): string =>
  by === 'system' ? msg('The directory', {id: 'desk.audit.system'}) : by.slice(by.indexOf(' ') + 1);

export const stateWords: Readonly<Record<WordsState, () => string>> = {
  waiting: () => msg('Not read yet', {id: 'desk.state.waiting'}),
  'second-opinion': () => msg('Needs a second moderator', {id: 'desk.queue.second'}),
  'two-needed': () => msg('Two moderators must agree on this.', {id: 'desk.item.second.needed'}),
  accepted: () => msg('Will be shown', {id: 'desk.state.accepted'}),
  redacted: () => msg('Will be shown, with words left out', {id: 'desk.state.redacted'}),
  withheld: () => msg('Will not be shown', {id: 'desk.state.withheld'}),
  'taken-down': () => msg('Taken down', {id: 'desk.state.taken-down'}),
};

export const needsWords: Readonly<Record<Needs, () => string>> = {
  moderator: () => '',
  second: () => msg('Needs a second moderator', {id: 'desk.queue.second'}),
  lead: () => msg('A lead has to look at this', {id: 'desk.queue.lead'}),
};

/** What went wrong, in words for a moderator. */
export function errorWords(error: unknown): string {
  const slug = error instanceof DeskError ? error.slug : '';
  switch (slug) {
    case 'offline':
      return msg('The directory did not answer. What you chose is still here. Please try again.', {
        id: 'desk.error.offline',
      });
    case 'desk-role':
      return msg('You do not have the right to do this. Ask your lead.', {id: 'desk.role.none'});
    case 'desk-second':
      return msg('Your own choice needs a different second moderator.', {id: 'desk.item.second.same'});
    case 'desk-stale':
      return msg('This has changed in the meantime, or another moderator has it. Go back to the list.', {
        id: 'desk.error.stale',
      });
    case 'not-found':
      return msg('The writer has taken this back. It is deleted.', {id: 'desk.item.gone'});
    default:
      return msg('That did not work. Nothing has changed. Please try again.', {id: 'desk.error.failed'});
  }
}

export const waitingWords = (count: number) => msg(str`Waiting: ${count}`, {id: 'desk.queue.count'});

/** What another moderator made of the words. */
export function earlierWords({kind, by}: NonNullable<DeskItem['decision']>): string {
  switch (kind) {
    case 'accept':
      return msg(str`${by} would show it as it is.`, {id: 'desk.item.earlier.accept'});
    case 'redact':
      return msg(str`${by} would leave out some words.`, {id: 'desk.item.earlier.redact'});
    case 'withhold':
      return msg(str`${by} would not show it.`, {id: 'desk.item.earlier.withhold'});
  }
}
