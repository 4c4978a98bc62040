import type {CrisisEntry} from '@held-spaces/domain/crisis';
import {crisisChecked} from '@held-spaces/domain/generated/crisis-rows';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {msg, str} from '@lit/localize';
import {sentences} from '../../internal/crisis-words.js';
import {button, e, h, type Drawing} from '../../internal/plain-drawing.js';
import {nationNames} from '../../internal/vocabulary-words.js';
import {dateWords} from '../../internal/words.js';
import type {ContactWords} from './contact-words.js';
import {printCard, type CardSize} from './print-card.js';

export interface FootOptions {
  /** Of its heading. */
  readonly headingLevel: number;
  readonly nation: Nation | undefined;
  /** Whether the nation is that of the place in the finder. */
  readonly isFromSearch: boolean;
  /** Where the person may say another nation. */
  readonly nationChoice: Drawing;
  /** When the list was last checked. */
  readonly checked: string;
  /** The lines to print. */
  readonly lines: readonly CrisisEntry[];
  /** What is known of each. */
  readonly about: Readonly<Record<string, ContactWords>>;
}

/** When the list was last checked, in words. */
export function checkedWords(checked: string): string {
  const date = dateWords(new Date(checked));
  return checked === crisisChecked
    ? msg(str`Numbers last checked: ${date}`, {id: 'crisis.fresh.checked'})
    : msg(str`This is a newer list. It was checked on: ${date}`, {id: 'crisis.fresh.newer'});
}

/** How old the list is, whose lines these are, the cards to print, and what this page cannot do. */
export function drawFoot({
  headingLevel,
  nation,
  isFromSearch,
  nationChoice,
  checked,
  lines,
  about,
}: FootOptions): Drawing {
  const name = nation && nationNames[nation]();
  const howOld = checkedWords(checked);
  const forNation = name && msg(str`Lines for: ${name}`, {id: 'crisis.nation.shown'});
  const print = (size: CardSize, words: string) =>
    button(
      'button',
      () => {
        printCard(size, lines, about, [forNation ?? '', howOld]);
      },
      {},
      words,
    );
  return e(
    'div.foot small',
    e(
      'div.facts',
      e('p', howOld),
      h('p', {role: 'status'}, forNation),
      isFromSearch && e('p', msg('This comes from the place you typed.', {id: 'crisis.nation.from-search'})),
    ),
    nationChoice,
    e(
      'div.facts',
      print('small', msg('Print a small card', {id: 'crisis.print.small'})),
      print('large', msg('Print a page', {id: 'crisis.print.large'})),
    ),
    e(`h${headingLevel}.limits small-heading`, msg('What this page cannot do', {id: 'crisis.limits.title'})),
    e(
      'p',
      sentences(
        msg('We cannot see this page or reply. Nobody is watching it. We cannot send help to you.', {
          id: 'crisis.limits.text',
        }),
        msg('Nothing here calls anyone until you press a number to call or text.', {id: 'crisis.limits.no-call'}),
      ),
    ),
    e(
      'p',
      msg('This list was on the page when it opened. It works with no internet. We are not told that you looked.', {
        id: 'crisis.private',
      }),
    ),
  );
}
