import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {css} from '../../internal/css.js';
import type {AreaIndex} from '@held-spaces/domain/area-file';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {Radius, SearchQuery} from '@held-spaces/domain/search';
import {widen} from '@held-spaces/domain/widen';
import {notSureDrawing} from '../../internal/drawings.js';
import {heading} from '../../internal/heading.js';
import {closeIcon} from '../../internal/fact-icons.js';
import {choiceWords} from './choice-words.js';
import type {Choices} from './choices.js';
import {choicesInUse, nearbyWith, toggle, type Choice} from './choosing.js';

/** When no space is near: said plainly, with what lies further, and the choices that left the most out. */

export const nothingNearStyles = css`
  .drawing {
    inline-size: 8em;
    block-size: auto;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** How far to look, in kilometres, when nothing is near: further each time, and then everywhere. */
const furtherKm = [40, 80, 160, 320, 'any'] as const;

/** How far the list looks instead. Missing where nothing is found at any distance. */
export const furtherFor = (spaces: readonly SpaceCard[], query: SearchQuery): Radius | undefined =>
  widen(spaces, query, furtherKm);

export interface NothingNear {
  readonly level: number;
  readonly unit: 'miles' | 'km';
  readonly spaces: readonly SpaceCard[];
  readonly choices: Choices;
  /** As it was asked. */
  readonly query: SearchQuery;
  /** How far the list that follows reaches. */
  readonly further: Radius | undefined;
  /** Says how whoever keeps the list can be told of what is missing from it. */
  readonly index: Pick<AreaIndex, 'corrections'>;
  readonly remove: (choice: Choice) => void;
}

/** Nothing near. What lies further follows. */
export function nothingNear({level, unit, spaces, choices, query, further, index, remove}: NothingNear) {
  const chosen = choicesInUse(choices);
  const loosen = chosen
    .map(choice => ({choice, count: nearbyWith(spaces, query, toggle(choices, choice))}))
    .filter(({count}) => count)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2);
  return html`
    <div class="state none">
      <span aria-hidden="true">${notSureDrawing()}</span>
      ${
        chosen.length
          ? heading(
              level + 1,
              msg('We found no space that fits everything you chose', {id: 'finder.state.none.title'}),
              {className: 'small-heading'},
            )
          : nothing
      }
      <p>
        ${msg('Our list has no space near there yet. It does not mean there is none.', {id: 'finder.state.none.area'})}
        ${msg('You could also ask a GP, a library or a charity near you.', {id: 'finder.state.none.ask'})} ${gap(index)}
      </p>
      <slot name="empty"></slot>
      ${
        loosen.length
          ? html`<p class="label">
                ${msg('These choices left the most out. You can remove one.', {id: 'finder.state.none.loosen'})}
              </p>
              ${loosen.map(({choice, count}) => {
                const words = msg(str`Remove: ${choiceWords(choice, choices)}`, {id: 'finder.filter.remove'});
                return html`<button type="button" class="button" @click=${() => remove(choice)}>
                  ${closeIcon()} ${msg(str`${words}: ${count}`, {id: 'finder.filter.count'})}
                </button>`;
              })}`
          : nothing
      }
      ${further === undefined ? nothing : html`<p class="label">${furtherWords(further, unit)}</p>`}
    </div>
  `;
}

/** A way to those who keep the list, where they have given one: a page, or an address to write to. It says nothing of the search. */
function gap({corrections: to = ''}: NothingNear['index']) {
  const link = /^https?:/.test(to) ? to : to.includes('@') && `mailto:${to}`;
  return link
    ? html`<a href=${link} target="_blank" rel="noreferrer"
        >${msg('Tell the people who run this list', {id: 'finder.state.none.gap'})}</a
      >`
    : nothing;
}

/** How much further the list below reaches, rounded to what a person would say. */
function furtherWords(further: Radius, unit: 'miles' | 'km'): string {
  if (further === 'any') {
    return msg('We looked as far as our list goes. Here is what we found.', {id: 'finder.state.none.widened-all'});
  }
  if (unit === 'km') {
    return msg(str`We looked further: up to ${further} km. Here is what we found.`, {
      id: 'finder.state.none.widened-km',
    });
  }
  const n = Math.round(further / 1.6 / 5) * 5;
  return msg(str`We looked further: up to ${n} miles. Here is what we found.`, {id: 'finder.state.none.widened'});
}
