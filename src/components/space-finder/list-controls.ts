import {msg, str} from '@lit/localize';
import {html, noChange, nothing} from 'lit';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {Radius, SearchQuery} from '@held-spaces/domain/search';
import {countBy} from '@held-spaces/domain/search-counts';
import {countMore} from '@held-spaces/domain/search-more';
import type {Stage} from '@held-spaces/domain/vocabularies';
import {LoadedPart} from '../../controllers/loaded-part.js';
import {css} from '../../internal/css.js';
import {filterIcon} from '../../internal/fact-icons.js';
import type {Widget} from '../../internal/drawn-element.js';
import {heading} from '../../internal/heading.js';
import {stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/list-words.js';
import type {Choices, Order} from './choices.js';
import {choicesInUse, toggle, type Choice} from './choosing.js';
import {chips, filters, type Typed} from './filters.js';
import type * as moreFilters from './more-filters.js';
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
  readonly order: Order;
  /** Whether the stages are those of somebody else, whom the person supports. */
  readonly isForOther: boolean;
  /** As it was asked. */
  readonly query: SearchQuery;
  /** Whether only what is in sight is drawn for now: the filters stay as they are. */
  readonly isPartial: boolean;
  /** Changes what is chosen at that moment, which may be more than was drawn. */
  readonly choose: (change: (now: Choices) => Choices) => void;
  /** The stages are known to every widget on the page, and chosen there. */
  readonly toggleStage: (stage: Stage) => void;
  readonly clear: () => void;
  readonly setOrder: (order: Order) => void;
  readonly setRadius: (radius: Radius) => void;
}

/** The controls of a finder's list, each for its place in the layout. */
export class ListControls {
  readonly #host: Widget;
  readonly #more: LoadedPart<typeof moreFilters>;
  #areShown = false;
  #areMoreShown = false;
  #typed: Typed = {};

  constructor(host: Widget) {
    this.#host = host;
    this.#more = new LoadedPart(host, () => import('./more-filters.js'));
  }

  render(options: ListControlsOptions) {
    const {level, spaces, choices, query, choose, toggleStage, clear, isForOther, isPartial} = options;
    const toggleChoice = (choice: Choice) => {
      if (choice.filter === 'stages') toggleStage(choice.option as Stage);
      else choose(now => toggle(now, choice));
    };
    return {
      filters: isPartial
        ? noChange
        : html`
            <div>
              <button
                type="button"
                class="button show-filters"
                aria-expanded=${this.#areShown}
                @click=${() => {
                  this.#areShown = !this.#areShown;
                  this.#host.requestUpdate();
                }}
              >
                ${filterIcon()} ${this.#label(choices)}
              </button>
              <div class="filters" part="filters" ?hidden=${!this.#areShown}>
                <div class="filters-title with-icon">
                  ${filterIcon()}
                  ${heading(level + 1, msg('Choose what matters to you', {id: 'finder.filter.title'}), {
                    className: 'small-heading',
                  })}
                </div>
                ${filters({
                  spaces,
                  choices,
                  counts: {...countBy(spaces, query), ...countMore(spaces, query)},
                  isForOther,
                  typed: this.#typed,
                  toggle: toggleChoice,
                  change: change => choose(now => ({...now, ...change})),
                  areMoreShown: this.#areMoreShown,
                  showMore: areShown => {
                    this.#areMoreShown = areShown;
                    void this.#more.load();
                    this.#host.requestUpdate();
                  },
                  more: this.#more.part,
                })}
              </div>
            </div>
          `,
      controls: html`<div class="row">${order(options)} ${query.place ? radius(options) : nothing}</div>`,
      chips: html`${saidOrder(options)}
      ${chips(choices, toggleChoice, () => {
        this.#typed = {};
        clear();
      })}`,
      toggle: toggleChoice,
    };
  }

  #label(choices: Choices): string {
    const count = choicesInUse(choices).length;
    if (this.#areShown) return msg('Hide choices', {id: 'finder.filter.hide'});
    const show = msg('Show choices', {id: 'finder.filter.show'});
    return count ? `${show}. ${msg(str`Choices in use: ${count}`, {id: 'finder.filter.on'})}` : show;
  }
}

/**
 * How many cards a person sees or has scrolled past, were each a quarter less high than any that is shown. The others keep
 * their room and what they show, and cost nothing, until `drawAll`.
 */
export function cardsInSight(root: ParentNode): number {
  const cards = [...root.querySelectorAll('.card')];
  const boxes = cards.map(card => card.getBoundingClientRect());
  const least = 0.75 * Math.min(...boxes.map(({height}) => height));
  const inSight = Math.max(3, Math.ceil((innerHeight - (boxes[0]?.top ?? 0)) / least));
  for (const card of cards.slice(inSight)) card.classList.add('later');
  return inSight;
}

/** Every card is drawn with the rest of the page again. */
export const drawAll = (root: ParentNode): void =>
  root.querySelectorAll('.later').forEach(card => card.classList.remove('later'));

const isOrder = (value: string): value is Order => ['nearest', 'open', 'stage', 'evaluated'].includes(value);

function order({choices, spaces, order: chosen, setOrder}: ListControlsOptions) {
  const option = (value: Order, words: string) =>
    html`<option value=${value} ?selected=${chosen === value}>${words}</option>`;
  return html`<label>
    ${msg('Show first', {id: 'finder.sort.label'})}
    <select
      class="field select"
      @change=${(event: Event) => {
        const {value} = event.target as HTMLSelectElement;
        if (isOrder(value)) setOrder(value);
      }}
    >
      ${option('nearest', msg('Nearest', {id: 'finder.sort.nearest'}))}
      ${option('open', msg('Open now', {id: 'finder.sort.open'}))}
      ${
        choices.stages.length || chosen === 'stage'
          ? option('stage', msg('Fits where I am', {id: 'finder.sort.stage'}))
          : nothing
      }
      ${
        chosen === 'evaluated' || spaces.some(({evaluations}) => evaluations)
          ? option('evaluated', msg('Evaluated by people who have been there', {id: 'finder.sort.evaluated'}))
          : nothing
      }
    </select>
  </label>`;
}

/** The order in words, and that nobody has paid for it. */
const saidOrder = (options: ListControlsOptions) =>
  html`<p class="small soft">
    ${orderWords(options)} ${msg('No space can pay to come first.', {id: 'finder.sort.promise'})}
  </p>`;

function orderWords({choices: {stages}, order: chosen}: ListControlsOptions): string {
  if (chosen === 'open') return `${msg('Open now first, then opening soonest', {id: 'finder.sort.open.said'})}.`;
  if (chosen === 'evaluated') {
    return msg('Spaces with the most evaluations first. Others follow. It is not a score.', {
      id: 'finder.sort.evaluated.said',
    });
  }
  if (chosen === 'stage' && stages.length) {
    const names = listWords(stages.map(stage => stageNames[stage]()));
    return `${msg(str`Best fit for: ${names}`, {id: 'finder.sort.stage.said'})}.`;
  }
  return `${msg('Nearest first', {id: 'finder.sort.nearest.said'})}.`;
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
    flex: none;
    margin-inline-start: auto;
    color: var(--_ink-soft);
  }

  /* The list below the window for the moment in which a choice is painted: https://drafts.csswg.org/css-contain-2/#content-visibility */
  .later {
    content-visibility: hidden;
    contain-intrinsic-block-size: auto 20em;
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

  .filters .asked,
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
    padding-block: var(--_space-3);
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
