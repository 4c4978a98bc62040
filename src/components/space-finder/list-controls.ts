import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {SpaceCard} from '@held-spaces/domain/area-file';
import {countBy, type Radius, type SearchQuery} from '@held-spaces/domain/search';
import type {Stage} from '@held-spaces/domain/vocabularies';
import {css} from '../../internal/css.js';
import {filterIcon} from '../../internal/fact-icons.js';
import {heading} from '../../internal/heading.js';
import type {Choices} from './choices.js';
import {choicesInUse, toggle, type Choice} from './choosing.js';
import {chips, filters} from './filters.js';
import {distances} from './results.js';

/** What stands around a list: its order, how far it reaches, the filters, and the choices in use. */

/** How far a distance is, as an option: `Up to 10 miles`. */
export const upTo = (n: number, unit: 'miles' | 'km') =>
  unit === 'km'
    ? msg(str`Up to ${n} km`, {id: 'finder.radius.km'})
    : msg(str`Up to ${n} miles`, {id: 'finder.radius.miles'});

export interface ListControlsOptions {
  readonly level: number;
  readonly unit: 'miles' | 'km';
  readonly spaces: readonly SpaceCard[];
  readonly choices: Choices;
  /** As it was asked. */
  readonly query: SearchQuery;
  readonly areFiltersShown: boolean;
  readonly showFilters: (areShown: boolean) => void;
  readonly choose: (choices: Choices) => void;
  /** The stages are known to every widget on the page, and chosen there. */
  readonly toggleStage: (stage: Stage) => void;
  readonly clear: () => void;
  readonly setOrder: (order: SearchQuery['order']) => void;
  readonly setRadius: (radius: Radius) => void;
}

/** Turns a choice on or off. */
function change({choices, choose, toggleStage}: ListControlsOptions, choice: Choice): void {
  if (choice.filter === 'stages') toggleStage(choice.option);
  else choose(toggle(choices, choice));
}

/** The controls of a list, each for its place in the layout. */
export function listControls(options: ListControlsOptions) {
  const {level, spaces, choices, query, areFiltersShown, showFilters, choose, clear} = options;
  const toggleChoice = (choice: Choice) => change(options, choice);
  return {
    filters: html`
      <div>
        <button
          type="button"
          class="button show-filters"
          aria-expanded=${areFiltersShown}
          @click=${() => showFilters(!areFiltersShown)}
        >
          ${filterIcon()} ${filtersLabel(options)}
        </button>
        <div class="filters" ?hidden=${!areFiltersShown}>
          <div class="filters-title with-icon">
            ${filterIcon()}
            ${heading(level + 1, msg('Choose what matters to you', {id: 'finder.filter.title'}), {
              className: 'small-heading',
            })}
          </div>
          ${filters({
            choices,
            counts: countBy(spaces, query),
            toggle: toggleChoice,
            leaveOutUnknown: leaveOutUnknown => choose({...choices, leaveOutUnknown}),
          })}
        </div>
      </div>
    `,
    controls: html`<div class="row">${order(options)} ${query.place ? radius(options) : nothing}</div>`,
    chips: chips(choices, toggleChoice, clear),
    toggle: toggleChoice,
  };
}

function filtersLabel({choices, areFiltersShown}: ListControlsOptions): string {
  const count = choicesInUse(choices).length;
  if (areFiltersShown) return msg('Hide choices', {id: 'finder.filter.hide'});
  const show = msg('Show choices', {id: 'finder.filter.show'});
  return count ? `${show}. ${msg(str`Choices in use: ${count}`, {id: 'finder.filter.on'})}` : show;
}

function order({query, setOrder}: ListControlsOptions) {
  const option = (value: SearchQuery['order'], words: string) =>
    html`<option value=${value} ?selected=${query.order === value}>${words}</option>`;
  return html`<label>
    ${msg('Show first', {id: 'finder.sort.label'})}
    <select
      class="field select"
      @change=${(event: Event) => setOrder((event.target as HTMLSelectElement).value === 'open' ? 'open' : 'nearest')}
    >
      ${option('nearest', msg('Nearest', {id: 'finder.sort.nearest'}))}
      ${option('open', msg('Open now', {id: 'finder.sort.open'}))}
    </select>
  </label>`;
}

function radius({query, unit, setRadius}: ListControlsOptions) {
  const option = (km: Radius, words: string) =>
    html`<option value=${km} ?selected=${km === query.radiusKm}>${words}</option>`;
  return html`<label>
    ${msg('How far', {id: 'finder.radius.label'})}
    <select
      class="field select"
      @change=${(event: Event) => {
        const {value} = event.target as HTMLSelectElement;
        setRadius(value === 'any' ? 'any' : Number(value));
      }}
    >
      ${distances[unit].map(({n, km}) => option(km, upTo(n, unit)))}
      ${option('any', msg('Any distance', {id: 'finder.radius.any'}))}
    </select>
  </label>`;
}

export const listControlsStyles = css`
  .field.select {
    inline-size: auto;
  }

  .choice .count {
    margin-inline-start: auto;
    color: var(--_ink-soft);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    padding: var(--_space-1) var(--_space-4);
    border: var(--_border) solid var(--_accent);
    border-radius: 1.5em;
    background: var(--_tint);
    color: var(--_ink);
    cursor: pointer;
  }

  .layout {
    display: grid;
    gap: var(--_space-4) var(--_space-6);
  }

  .result-head label {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
  }

  .filters fieldset,
  .filters details {
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }

  .filters legend {
    float: inline-start;
    inline-size: 100%;
    font-weight: 600;
  }

  .filters legend + * {
    clear: both;
  }

  .filters fieldset fieldset {
    padding: 0;
    border: 0;
  }

  .filters-title {
    padding-block-end: var(--_space-3);
  }

  @container held (min-width: 56em) {
    .layout {
      grid-template-columns: 15.5em minmax(0, 1fr);
      align-items: start;
    }

    .show-filters {
      display: none;
    }

    .filters[hidden] {
      display: block;
    }
  }

  @media print {
    .layout {
      display: block;
    }

    .filters,
    .filters[hidden],
    .show-filters,
    .chips,
    .result-head label {
      display: none;
    }
  }
`;
