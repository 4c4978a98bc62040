import {msg, str} from '@lit/localize';
import {html} from 'lit';
import type {OptionCounts} from '@held-spaces/domain/search';
import {deliveries, kinds, stages} from '@held-spaces/domain/vocabularies';
import {closeIcon} from '../../internal/fact-icons.js';
import {deliveryNames} from '../../internal/fact-vocabulary.js';
import {downIcon} from '../../internal/first-icons.js';
import {kindNames, stageNames} from '../../internal/vocabulary-words.js';
import type {Choices} from './choices.js';
import {choicesInUse, type Choice} from './choosing.js';

/** What a choice is called. */
export function choiceWords(choice: Choice): string {
  switch (choice.filter) {
    case 'openNow':
      return msg('Open now', {id: 'finder.filter.when.now'});
    case 'deliveries':
      return deliveryNames[choice.option]();
    case 'stages':
      return stageNames[choice.option]();
    case 'kinds':
      return kindNames[choice.option]();
  }
}

export interface FilterOptions {
  readonly choices: Choices;
  /** Missing until there are spaces to count. */
  readonly counts: OptionCounts | undefined;
  readonly toggle: (choice: Choice) => void;
  readonly leaveOutUnknown: (leaveOut: boolean) => void;
}

const countOf = (counts: OptionCounts, choice: Choice): number =>
  choice.filter === 'openNow'
    ? counts.openNow
    : ((counts[choice.filter] as Readonly<Record<string, number>>)[choice.option] ?? 0);

/** The filters, each with how many spaces it would show. Every one is a native checkbox and can be undone. */
export function filters({choices, counts, toggle, leaveOutUnknown}: FilterOptions) {
  const inUse = choicesInUse(choices).map(choiceWords);
  const option = (choice: Choice) => {
    const name = choiceWords(choice);
    return html`<label class="choice">
      <input type="checkbox" .checked=${inUse.includes(name)} @change=${() => toggle(choice)} />
      <span>${name}</span>${
        counts ? html`<span class="count"><span class="visually-hidden">: </span>${countOf(counts, choice)}</span>` : ''
      }
    </label>`;
  };
  const group = (legend: string, options: readonly Choice[]) =>
    html`<fieldset>
      <legend>${legend}</legend>
      <div>${options.map(option)}</div>
    </fieldset>`;
  const unknown = (leaveOut: boolean, words: string) =>
    html`<label class="choice">
      <input
        type="radio"
        name="unknown"
        .checked=${choices.leaveOutUnknown === leaveOut}
        @change=${() => leaveOutUnknown(leaveOut)}
      />
      <span>${words}</span>
    </label>`;
  return html`
    ${group(msg('When', {id: 'finder.filter.when'}), [{filter: 'openNow'}])}
    ${group(
      msg('How to use it', {id: 'finder.filter.delivery'}),
      deliveries.map(id => ({filter: 'deliveries', option: id})),
    )}
    ${group(
      msg('Where I am now', {id: 'finder.filter.stage'}),
      stages.map(id => ({filter: 'stages', option: id})),
    )}
    <details ?open=${choices.kinds.length > 0}>
      <summary>${msg('Kind of space', {id: 'finder.filter.kind'})} ${downIcon()}</summary>
      <fieldset>
        <legend class="visually-hidden">${msg('Kind of space', {id: 'finder.filter.kind'})}</legend>
        <div>${kinds.map(id => option({filter: 'kinds', option: id}))}</div>
      </fieldset>
    </details>
    <fieldset>
      <legend>${msg('When a space has not told us', {id: 'finder.filter.unknown.legend'})}</legend>
      <div>
        ${unknown(false, msg("Show it, marked 'not known'", {id: 'finder.filter.unknown.keep'}))}
        ${unknown(true, msg('Leave it out', {id: 'finder.filter.unknown.leave-out'}))}
        <p class="small soft">
          ${msg('Many spaces have not told us everything. Not known does not mean no.', {id: 'finder.filter.unknown.note'})}
        </p>
      </div>
    </fieldset>
  `;
}

/** The choices in use, each of which can be taken away, and all at once. */
export function chips(choices: Choices, remove: (choice: Choice) => void, clear: () => void) {
  const inUse = choicesInUse(choices);
  if (!inUse.length) return '';
  return html`<div class="chips">
    ${inUse.map(choice => {
      const words = choiceWords(choice);
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
