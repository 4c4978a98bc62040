import {msg} from '@lit/localize';
import {css} from '../../internal/css.js';
import {html, nothing, type TemplateResult} from 'lit';
import {weekdays, type Weekday} from '@held-spaces/domain/london-time';
import {audiencesOf, eventLimits} from '@held-spaces/domain/search-more';
import {accessFeatures, approaches, audiences, roles, waysIn} from '@held-spaces/domain/vocabularies';
import {eventsWords, filterWords, languageWords, weekdayWords} from './choice-words.js';
import {countShown, group, longList, note, option, type FilterOptions} from './filters.js';

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

/** A time of day as this page reads it back: `19:30`. */
const clockWords = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;

/**
 * What stands in a field: what was typed, as long as it is what filters or cannot be read; or else the choice, which may
 * have come with a link, or may have been taken away by its chip.
 */
function shownIn<T>(
  typed: string | undefined,
  read: (text: string) => T | undefined,
  value: T | undefined,
  words: string,
) {
  const text = typed ?? '';
  const isWrong = text.trim() !== '' && read(text) === undefined;
  return {isWrong, text: isWrong || (text && read(text) === value) ? text : value === undefined ? '' : words};
}

function openAt({choices: {openAt: chosen}, typed, change}: FilterOptions): TemplateResult {
  const minutes = chosen?.minutes;
  const {isWrong, text} = shownIn(typed.time, typedTime, minutes, clockWords(minutes ?? 0));
  const changed = (event: Event) => {
    typed.time = valueOf(event, 'open-at-time');
    const at = typedTime(typed.time);
    const weekday = valueOf(event, 'open-at-day') as Weekday;
    change({openAt: at === undefined ? undefined : {weekday, minutes: at}});
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
      <span class="error" id="open-at-error" ?hidden=${!isWrong}
        >${msg('Type a time, such as 9am or 7:30pm.', {id: 'finder.filter.when.at.error'})}</span
      >
      <input
        id="open-at-time"
        class="field short"
        type="text"
        autocomplete="off"
        aria-describedby="open-at-error open-at-hint"
        aria-invalid=${isWrong}
        .value=${text}
        @change=${changed}
      />`,
  );
}

function age({choices: {age: chosen}, typed, change, isForOther}: FilterOptions): TemplateResult {
  const {isWrong, text} = shownIn(typed.age, typedAge, chosen, String(chosen));
  const changed = (event: Event) => {
    typed.age = (event.target as HTMLInputElement).value;
    change({age: typedAge(typed.age)});
  };
  const words = isForOther ? msg('Their age', {id: 'finder.filter.age.holder'}) : filterWords.age();
  return group(
    words,
    html`<span class="hint" id="age-hint">${msg('You can leave this empty.', {id: 'finder.filter.age.hint'})}</span>
      <span class="error" id="age-error" ?hidden=${!isWrong}
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
        aria-invalid=${isWrong}
        .value=${text}
        @change=${changed}
      />`,
  );
}

function events({choices: {eventsWithin}, counts, change}: FilterOptions): TemplateResult {
  const radio = (days: number | undefined, words: string) =>
    html`<label class="choice">
      <input
        type="radio"
        name="events"
        .checked=${eventsWithin === days}
        @change=${() => change({eventsWithin: days})}
      />
      <span>${words}</span>${days === undefined ? nothing : countShown(counts.eventsWithin[days] ?? 0)}
    </label>`;
  return group(filterWords.eventsWithin(), [
    radio(undefined, msg('Any time', {id: 'finder.filter.when.any'})),
    eventLimits.map(days => radio(days, eventsWords(days))),
  ]);
}

/** A long list, of which there may be nothing. What other choices leave out stays in it, with its count. */
function inList(options: FilterOptions, filter: 'audiences' | 'languages', ids: readonly string[]) {
  return ids.length ? longList(options, filter, ids) : nothing;
}

/** Offered where anything is published: elsewhere it would find nothing, which says nothing of any space. */
function evaluated(options: FilterOptions) {
  const {spaces, choices} = options;
  return choices.evaluated || spaces.some(({evaluations}) => evaluations)
    ? html`<div class="asked">
        ${option(options, {filter: 'evaluated'})}
        ${note(msg('Not evaluated does not mean good or bad.', {id: 'finder.filter.evaluated.note'}))}
      </div>`
    : nothing;
}

/** Those that some space has, or that are chosen and came from elsewhere. */
const had = (given: readonly string[], chosen: readonly string[] = []) => new Set([...given, ...chosen]);

export function moreFilters(options: FilterOptions): TemplateResult {
  const {spaces, choices} = options;
  const spoken = had(
    spaces.flatMap(space => space.languages),
    choices.languages,
  );
  const languages = [...spoken].sort((a, b) => languageWords(a).localeCompare(languageWords(b)));
  const named = had(spaces.flatMap(audiencesOf), choices.audiences);
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
    ${inList(options, 'languages', languages)} ${age(options)}
    ${group(
      filterWords.roles(),
      roles.map(role => option(options, {filter: 'roles', option: role})),
    )}
    ${inList(
      options,
      'audiences',
      audiences.filter(id => named.has(id)),
    )}
    ${longList(options, 'approaches', approaches)} ${evaluated(options)}
  `;
}
