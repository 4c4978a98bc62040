import {msg} from '@lit/localize';
import {css} from '../../internal/css.js';
import {html, nothing, type TemplateResult} from 'lit';
import {weekdays, type Weekday} from '@held-spaces/domain/london-time';
import type {DayAndTime} from '@held-spaces/domain/search-more';
import {accessFeatures, approaches, audiences, waysIn} from '@held-spaces/domain/vocabularies';
import {eventsWords, filterWords, languageWords, weekdayWords} from './choice-words.js';
import {group, longList, option, type FilterOptions} from './filters.js';

/** The filters behind "More choices": long lists, and what a person types. Fetched on that press. */

export const styles = css`
  .filters .error[hidden] {
    display: none;
  }

  .filters fieldset .label {
    margin-block-start: var(--_space-2);
  }

  .filters .field.select,
  .filters .field.short {
    inline-size: 100%;
  }
`;

/** A time of day as people type it, in minutes after midnight: `7:30pm`, `19.30`, `9 am`. */
export function typedTime(text: string): number | undefined {
  const match = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, hour = '', minute = '0', half] = match;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  const isRead = Number(minute) < 60 && (half ? Number(hour) >= 1 && Number(hour) <= 12 : hours < 24);
  return isRead ? hours * 60 + Number(minute) : undefined;
}

/** An age as people type it. */
export function typedAge(text: string): number | undefined {
  const age = Number(text);
  return /^\s*\d{1,3}\s*$/.test(text) && age < 130 ? age : undefined;
}

const valueOf = (root: Event, id: string): string =>
  ((root.currentTarget as Element).closest('fieldset')?.querySelector(`#${id}`) as HTMLInputElement).value;

/** What is typed stands in the field whatever it is; only what can be read filters. */
function openAt({choices: {openAt: chosen}, change}: FilterOptions): TemplateResult {
  const changed = (event: Event) => {
    const text = valueOf(event, 'open-at-time');
    const minutes = typedTime(text);
    const isWrong = text.trim() !== '' && minutes === undefined;
    const field = (event.currentTarget as Element).closest('fieldset');
    field?.querySelector('#open-at-error')?.toggleAttribute('hidden', !isWrong);
    field?.querySelector('#open-at-time')?.setAttribute('aria-invalid', String(isWrong));
    const time: DayAndTime | undefined =
      minutes === undefined ? undefined : {weekday: valueOf(event, 'open-at-day') as Weekday, minutes};
    change({openAt: time});
  };
  return group(
    filterWords.openAt(),
    html`<label class="label" for="open-at-day">${msg('Day', {id: 'finder.filter.when.at.day'})}</label>
      <select id="open-at-day" class="field select" @change=${changed}>
        ${weekdays.map(
          day => html`<option value=${day} ?selected=${day === chosen?.weekday}>${weekdayWords(day)}</option>`,
        )}
      </select>
      <label class="label" for="open-at-time">${msg('Time', {id: 'finder.filter.when.at.time'})}</label>
      <span class="hint" id="open-at-hint">${msg('For example 7:30pm', {id: 'finder.filter.when.at.hint'})}</span>
      <span class="error" id="open-at-error" hidden
        >${msg('Type a time, such as 9am or 7:30pm.', {id: 'finder.filter.when.at.error'})}</span
      >
      <input
        id="open-at-time"
        class="field short"
        type="text"
        autocomplete="off"
        aria-describedby="open-at-error open-at-hint"
        @change=${changed}
      />`,
  );
}

function age({change, isForOther}: FilterOptions): TemplateResult {
  const changed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const years = typedAge(input.value);
    const isWrong = input.value.trim() !== '' && years === undefined;
    input.closest('fieldset')?.querySelector('#age-error')?.toggleAttribute('hidden', !isWrong);
    input.setAttribute('aria-invalid', String(isWrong));
    change({age: years});
  };
  const words = isForOther ? msg('Their age', {id: 'finder.filter.age.holder'}) : filterWords.age();
  return group(
    words,
    html`<span class="hint" id="age-hint">${msg('You can leave this empty.', {id: 'finder.filter.age.hint'})}</span>
      <span class="error" id="age-error" hidden
        >${msg('Type an age in numbers, such as 34.', {id: 'finder.filter.age.error'})}</span
      >
      <input
        id="age"
        class="field short"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-label=${words}
        aria-describedby="age-error age-hint"
        @change=${changed}
      />`,
  );
}

function events({choices: {eventsWithin}, change}: FilterOptions): TemplateResult {
  const radio = (days: number | undefined, words: string) =>
    html`<label class="choice">
      <input
        type="radio"
        name="events"
        .checked=${eventsWithin === days}
        @change=${() => change({eventsWithin: days})}
      />
      <span>${words}</span>
    </label>`;
  return group(filterWords.eventsWithin(), [
    radio(undefined, msg('Any time', {id: 'finder.filter.when.any'})),
    radio(14, eventsWords(14)),
    radio(30, eventsWords(30)),
  ]);
}

/** Of a long list, the options that any space has, or that are chosen. */
function inList(options: FilterOptions, filter: 'audiences' | 'languages', ids: readonly string[]) {
  const listed = ids.filter(
    id => options.counts[filter][id] || (options.choices[filter] as string[] | undefined)?.includes(id),
  );
  return listed.length ? longList(options, filter, listed) : nothing;
}

export function moreFilters(options: FilterOptions): TemplateResult {
  const languages = Object.keys(options.counts.languages).sort((a, b) =>
    languageWords(a).localeCompare(languageWords(b)),
  );
  return html`
    ${group(msg('When', {id: 'finder.filter.when'}), [
      option(options, {filter: 'laterToday'}),
      option(options, {filter: 'evenings'}),
      option(options, {filter: 'weekend'}),
    ])}
    ${openAt(options)} ${events(options)} ${longList(options, 'waysIn', waysIn)}
    ${longList(
      options,
      'accessFeatures',
      accessFeatures.filter(id => id !== 'step-free'),
    )}
    ${inList(options, 'languages', languages)} ${age(options)} ${inList(options, 'audiences', audiences)}
    ${longList(options, 'approaches', approaches)}
  `;
}
