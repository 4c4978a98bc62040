import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import type {OptionCounts} from '@held-spaces/domain/search-counts';
import type {MoreCounts} from '@held-spaces/domain/search-more';
import {deliveries, kinds, stages} from '@held-spaces/domain/vocabularies';
import {closeIcon} from '../../internal/fact-icons.js';
import {downIcon} from '../../internal/first-icons.js';
import {choiceWords, filterWords} from './choice-words.js';
import type {Choices} from './choices.js';
import {choicesInUse, type Choice, type FilterKey, type ListName} from './choosing.js';
import type * as moreFilters from './more-filters.js';

/** What a person typed of a value, as they typed it. */
export interface Typed {
  time?: string;
  age?: string;
}

export interface FilterOptions {
  readonly spaces: readonly SpaceCard[];
  readonly choices: Choices;
  readonly counts: OptionCounts & MoreCounts;
  /** Whether the stages are those of somebody else, whom the person supports. */
  readonly isForOther: boolean;
  /** What stands in the fields, whatever it is. Only what can be read filters. */
  readonly typed: Typed;
  readonly toggle: (choice: Choice) => void;
  readonly change: (change: Partial<Choices>) => void;
  readonly areMoreShown: boolean;
  readonly showMore: (areShown: boolean) => void;
  /** Draws the filters that come on a press. Missing until they have come. */
  readonly more: typeof moreFilters | undefined;
}

const countOf = (counts: FilterOptions['counts'], {filter, option}: Choice): number => {
  const count = (counts as unknown as Readonly<Record<string, unknown>>)[filter];
  return ((option === undefined ? count : (count as Readonly<Record<string, number>>)[option]) ?? 0) as number;
};

/** How many spaces a choice would show, behind its words. */
export const countShown = (count: number): TemplateResult =>
  html`<span class="count"><span class="visually-hidden">: </span>${count}</span>`;

/** One choice: a native checkbox, with how many spaces are known to fit it. */
export function option({choices, counts, toggle}: FilterOptions, choice: Choice): TemplateResult {
  const isChosen = choicesInUse(choices).some(
    ({filter, option: one}) => filter === choice.filter && one === choice.option,
  );
  return html`<label class="choice">
    <input type="checkbox" .checked=${isChosen} @change=${() => toggle(choice)} />
    <span>${choiceWords(choice, choices)}</span>${countShown(countOf(counts, choice))}
  </label>`;
}

export const group = (legend: string, content: unknown): TemplateResult =>
  html`<fieldset>
    <legend>${legend}</legend>
    <div>${content}</div>
  </fieldset>`;

/** A long list of options, closed until somebody wants it, or has chosen from it. */
export const longList = (options: FilterOptions, filter: ListName, ids: readonly string[]): TemplateResult =>
  html`<details ?open=${ids.some(id => (options.choices[filter] as readonly string[] | undefined)?.includes(id))}>
    <summary>${filterWords[filter]()} ${downIcon()}</summary>
    <fieldset>
      <legend class="visually-hidden">${filterWords[filter]()}</legend>
      <div>${ids.map(id => option(options, {filter, option: id}))}</div>
    </fieldset>
  </details>`;

const switches = (options: FilterOptions, ...names: readonly FilterKey[]) =>
  names.map(filter => option(options, {filter}));

const list = (options: FilterOptions, filter: ListName, ids: readonly string[]) =>
  ids.map(id => option(options, {filter, option: id}));

export const note = (words: string) => html`<p class="small soft">${words}</p>`;

/** The filters that most people look for, each with how many spaces it would show, and the way to the rest. */
export function filters(options: FilterOptions): TemplateResult {
  const {choices, change, areMoreShown, showMore, more} = options;
  // Not said to be open before what is in it has come: whoever goes on by ear would go past it.
  const isMoreOpen = areMoreShown && Boolean(more);
  const unknown = (leaveOut: boolean, words: string) =>
    html`<label class="choice">
      <input
        type="radio"
        name="unknown"
        .checked=${choices.leaveOutUnknown === leaveOut}
        @change=${() => change({leaveOutUnknown: leaveOut})}
      />
      <span>${words}</span>
    </label>`;
  return html`
    <div class="asked">
      <label class="label" for="words">${filterWords.words()}</label>
      <span class="hint" id="words-hint">
        ${msg('For example grief, art, new parents', {id: 'finder.filter.words.hint'})}
      </span>
      <input
        id="words"
        class="field"
        type="text"
        autocomplete="off"
        aria-describedby="words-hint"
        .value=${choices.words ?? ''}
        @input=${(event: Event) => change({words: (event.target as HTMLInputElement).value})}
      />
    </div>
    ${group(msg('When', {id: 'finder.filter.when'}), switches(options, 'openNow'))}
    ${group(msg('Who might be told, and when', {id: 'finder.told.title'}), [
      switches(options, 'tellsNobody'),
      note(
        msg(
          'Shows spaces that say they ask you first. This means before they tell the police, an ambulance, the NHS or anyone else.',
          {id: 'finder.filter.disclosure.hint'},
        ),
      ),
      note(
        msg('Most spaces have not told us yet. In rare cases the law may make a space tell someone.', {
          id: 'finder.filter.disclosure.note',
        }),
      ),
    ])}
    ${group(filterWords.waysIn(), [
      switches(options, 'noReferral'),
      note(msg('A referral is when a GP or other worker has to ask for you.', {id: 'finder.filter.no-referral.hint'})),
      switches(options, 'free'),
      list(options, 'accessFeatures', ['step-free']),
    ])}
    ${group(filterWords.deliveries(), list(options, 'deliveries', deliveries))}
    ${group(filterWords.stages(), list(options, 'stages', stages))} ${longList(options, 'kinds', kinds)}
    <div class="asked">
      <button type="button" class="button" aria-expanded=${isMoreOpen} @click=${() => showMore(!isMoreOpen)}>
        ${msg('More choices', {id: 'finder.filter.more'})}
      </button>
    </div>
    ${isMoreOpen ? more?.moreFilters(options) : nothing}
    ${group(msg('When a space has not told us', {id: 'finder.filter.unknown.legend'}), [
      unknown(false, msg("Show it, marked 'not known'", {id: 'finder.filter.unknown.keep'})),
      unknown(true, msg('Leave it out', {id: 'finder.filter.unknown.leave-out'})),
      note(
        msg('Many spaces have not told us everything. Not known does not mean no.', {id: 'finder.filter.unknown.note'}),
      ),
    ])}
  `;
}

/** The choices in use, each of which can be taken away, and all at once. */
export function chips(choices: Choices, remove: (choice: Choice) => void, clear: () => void) {
  const inUse = choicesInUse(choices);
  if (!inUse.length) return nothing;
  return html`<div class="chips">
    ${inUse.map(choice => {
      const words = choiceWords(choice, choices);
      return html`<button
        type="button"
        class="chip"
        aria-label=${msg(str`Remove: ${words}`, {id: 'finder.filter.remove'})}
        @click=${() => remove(choice)}
      >
        ${words} ${closeIcon()}
      </button>`;
    })}
    <button type="button" class="link small" @click=${clear}>
      ${msg('Clear all choices', {id: 'finder.filter.clear'})}
    </button>
  </div>`;
}
