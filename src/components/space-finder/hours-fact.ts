import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Result} from '@held-spaces/domain/search';
import {clockIcon, closedIcon, openIcon} from '../../internal/first-icons.js';
import {fact, type CardOptions} from './card.js';
import {hoursWords} from './hours-words.js';

const hoursIcons = {open: openIcon, closed: closedIcon, clock: clockIcon};

/** When it is open, in bold, with what the source itself says of its times. */
export function hoursFact({space, hours}: Result, {now}: Pick<CardOptions, 'now'>) {
  const said = hoursWords(space.schedules, hours, now);
  return fact(
    hoursIcons[said.icon](),
    html`${said.words}${
      said.said
        ? html`<span class="said">${msg(str`In their words: ${said.said}`, {id: 'finder.hours.said'})}</span>`
        : nothing
    }`,
    {className: 'hours'},
  );
}
