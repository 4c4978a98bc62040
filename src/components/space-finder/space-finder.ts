import {localized, msg, str} from '@lit/localize';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {SpaceCard} from '@held-spaces/domain/area-file';
import {distanceKm} from '@held-spaces/domain/distance';
import {
  countBy,
  hoursOf,
  search,
  widen,
  type Radius,
  type Result,
  type SearchQuery,
  type SearchResults,
} from '@held-spaces/domain/search';
import {CrisisHelp} from '../../controllers/crisis-help.js';
import {JourneyController} from '../../controllers/journey.js';
import {directoryClient} from '../../directory/directory-client.js';
import {crisisLineStyles} from '../../internal/crisis-lines.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {filterIcon} from '../../internal/icons.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {card} from './card.js';
import {choicesInUse, noChoices, stagesAmong, toggle, type Choice, type Choices} from './choices.js';
import {SearchEvent, SpaceOpenEvent} from './events.js';
import {chips, filters} from './filters.js';
import {FinderSearch, type Found} from './finder-search.js';
import type {Asked} from './finding.js';
import {OpenedSpace} from './opened-space.js';
import {distances, list, upTo} from './results.js';
import {finderStyles} from './space-finder.styles.js';
import * as states from './states.js';
import {whereForm} from './where-form.js';

/** How many cards are drawn at first, and with each "Show more", so that the page stays light on an old phone. */
const cardsAtOnce = 20;

/** How far to look, in kilometres, when nothing is near: further each time, and then everywhere. */
const furtherKm = [40, 80, 160, 320];

/**
 * Lists safe spaces near a place, nearest first: places, groups, lines and online communities. The search happens on
 * the device; the directory is asked for wide areas only, so that nobody learns where the person is or what they need.
 *
 * @tagname held-space-finder
 * @slot heading - Replaces the heading.
 * @fires {SearchEvent} held-search - The person searched. It carries nothing.
 * @fires {SpaceOpenEvent} held-space-open - The person opened a space. It carries nothing, and can be cancelled.
 * @csspart results - The list of spaces.
 */
@localized()
export class SpaceFinder extends LitElement {
  static override styles = [...baseStyles, controlStyles, crisisLineStyles, finderStyles];

  /** Address of the directory, such as `https://directory.example`. */
  @property() directory = '';

  /** Where to search: a postcode district or a town. Setting it starts a search. */
  @property() place = '';

  /** How far to look at first, in `unit`s. The person can change it. */
  @property({type: Number}) radius = 25;

  /** Miles or kilometres. */
  @property() unit: 'miles' | 'km' = 'miles';

  /** What comes first: the nearest, or what is open now. The person can change it. */
  @property() order: 'nearest' | 'open' = 'nearest';

  /** Level of the widget's heading, 1 to 6. Headings inside follow on from it. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  @state() private choices: Choices = noChoices;
  @state() private radiusChosen: Radius | undefined;
  @state() private orderChosen: SearchQuery['order'] | undefined;
  @state() private areFiltersShown = false;
  @state() private shown = cardsAtOnce;

  @query('#place') private readonly placeField!: HTMLInputElement | null;

  readonly #journey = new JourneyController(this, 'finder', () => void focusOn(this, '#status'));
  readonly #crisis = new CrisisHelp(this, this.#journey);
  readonly #search = new FinderSearch(this);
  readonly #opened = new OpenedSpace(this, SpaceFinder.elementStyles);

  /** Searches near `place`, or, without one, near what stands in the field. */
  search(place = this.placeField?.value ?? this.place): void {
    this.#ask({kind: 'text', text: place});
  }

  /** Goes back to the beginning: no place, no choices. */
  reset(): void {
    this.#search.forget();
    this.#opened.close();
    this.radiusChosen = this.orderChosen = undefined;
    this.#clear();
    if (this.placeField) this.placeField.value = '';
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place') && this.place) this.#search.ask({kind: 'text', text: this.place}, this.#radiusKm());
    else if (changed.has('directory') && this.#search.asked) this.#search.retry();
  }

  protected override render() {
    const {headingLevel: level} = this;
    const {found} = this.#search;
    if (found && this.#opened.card)
      return html`<div class="held">${this.#renderOpened(found, this.#opened.card)}</div>`;
    return html`<div class="held">
      ${found?.found.index.sample ? states.sample() : nothing}
      <slot name="heading"
        >${heading(level, msg('Find a safe space', {id: 'finder.title'}), {className: 'title'})}</slot
      >
      ${this.#crisis.strip(level)}
      ${whereForm({
        place: this.place,
        search: this.#search,
        submit: event => {
          event.preventDefault();
          this.search();
        },
        locate: () => this.#search.locate(this.#radiusKm()),
        anywhere: () => this.#ask({kind: 'anywhere'}),
        choose: place => this.#ask({kind: 'place', place}),
      })}
      ${found ? this.#renderFound(found) : this.#renderNotFound()}
    </div>`;
  }

  #renderNotFound() {
    const {headingLevel: level} = this;
    const {error, asked, isWaiting, isLocating, isSlow} = this.#search;
    const retry = () => {
      this.#search.retry();
      void focusOn(this, '#status');
    };
    const status = error
      ? states.failedWords(error).title
      : isLocating
        ? msg('Looking for where you are', {id: 'finder.where.locating'})
        : isSlow
          ? msg('This is taking longer than usual', {id: 'finder.state.slow.title'})
          : nothing;
    return html`
      <p id="status" role="status" tabindex="-1" class=${error || isSlow ? 'visually-hidden' : ''}>${status}</p>
      ${error ? [states.failed(level, error, retry), this.#crisis.panel(level)] : nothing}
      ${isSlow ? [states.slow(level, retry), this.#crisis.panel(level)] : nothing}
      ${isWaiting && !isSlow ? states.waiting() : nothing} ${asked || isLocating ? nothing : states.before(level)}
    `;
  }

  #renderFound(found: Found) {
    const {headingLevel: level, unit} = this;
    const {spaces, index, older} = found.found;
    const query = this.#queryFor(found);
    const asChosen = search(spaces, query);
    const isNone = Boolean(found.place) && !asChosen.nearby.length;
    const wider = isNone ? this.#further(found, query) : undefined;
    const results = wider === undefined ? asChosen : search(spaces, {...query, radiusKm: wider});
    const counts = countBy(spaces, query);
    return html`
      ${older ? states.older(level, index.generated) : nothing}
      ${found.roughly ? states.roughly(found.placeName ?? '') : nothing}
      <button
        type="button"
        class="button show-filters"
        aria-expanded=${this.areFiltersShown}
        @click=${() => (this.areFiltersShown = !this.areFiltersShown)}
      >
        ${filterIcon()} ${this.#filtersLabel()}
      </button>
      <div class="layout">
        <div class="filters" ?hidden=${!this.areFiltersShown}>
          <div class="filters-title with-icon">
            ${filterIcon()}
            ${heading(level + 1, msg('Choose what matters to you', {id: 'finder.filter.title'}), {
              className: 'small-heading',
            })}
          </div>
          ${filters({
            choices: this.#allChoices(),
            counts,
            toggle: choice => this.#toggle(choice),
            leaveOutUnknown: leaveOutUnknown => (this.choices = {...this.choices, leaveOutUnknown}),
          })}
        </div>
        <div class="results" part="results">
          <div>
            <div class="result-head">
              <p id="status" role="status" tabindex="-1">${this.#statusWords(found, asChosen)}</p>
              <div class="row">${this.#renderOrder()} ${found.place ? this.#renderRadius() : nothing}</div>
            </div>
            ${chips(
              this.#allChoices(),
              choice => this.#toggle(choice),
              () => this.#clear(),
            )}
          </div>
          ${isNone ? this.#renderNone(found, query, results, wider) : nothing}
          ${list(results, {
            now: query.now,
            staleAfterDays: index.staleAfterDays,
            unit,
            level,
            shown: this.shown,
            more: () => (this.shown += cardsAtOnce),
            open: id => this.#open(found, id),
          })}
        </div>
      </div>
    `;
  }

  #renderNone(found: Found, query: SearchQuery, results: SearchResults, wider: Radius | undefined) {
    const near = (choices: Choices) => search(found.found.spaces, {...query, ...choices}).nearby.length;
    const loosen = choicesInUse(this.#allChoices())
      .map(choice => ({choice, count: near(toggle(this.#allChoices(), choice))}))
      .filter(({count}) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, 2);
    return states.none({
      level: this.headingLevel,
      loosen,
      remove: choice => this.#toggle(choice),
      hasChoices: choicesInUse(this.#allChoices()).length > 0,
      furtherWords:
        wider === undefined || !results.nearby.length
          ? undefined
          : wider === 'any'
            ? states.widenedToAll()
            : states.widened(wider, this.unit),
    });
  }

  #renderOpened(found: Found, opened: SpaceCard) {
    const {headingLevel: level, unit} = this;
    const {index} = found.found;
    const {now, staleAfterDays, place} = this.#queryFor(found);
    const point = opened.location?.point;
    const result: Result = {
      space: opened,
      hours: hoursOf(opened, now, staleAfterDays),
      unknown: [],
      ...(place && point && {distanceKm: distanceKm(place.point, point)}),
    };
    const evaluate = this.#journey.has('evaluation') ? () => void this.#journey.reveal('evaluation') : undefined;
    return html`
      ${index.sample ? states.sample() : nothing} ${this.#crisis.strip(level)}
      ${this.#opened.render({result, now, level, unit, staleAfterDays, evaluate}, () => this.#close(opened))}
      ${
        this.#opened.hasFailed
          ? html`<ul>
              ${card(result, {now, level, unit, staleAfterDays, open: () => this.#open(found, opened.id)})}
            </ul>`
          : nothing
      }
    `;
  }

  #renderOrder() {
    const order = this.orderChosen ?? this.order;
    const option = (value: SearchQuery['order'], words: string) =>
      html`<option value=${value} ?selected=${order === value}>${words}</option>`;
    return html`<label>
      ${msg('Show first', {id: 'finder.sort.label'})}
      <select
        class="select"
        @change=${(event: Event) => {
          this.orderChosen = (event.target as HTMLSelectElement).value === 'open' ? 'open' : 'nearest';
        }}
      >
        ${option('nearest', msg('Nearest', {id: 'finder.sort.nearest'}))}
        ${option('open', msg('Open now', {id: 'finder.sort.open'}))}
      </select>
    </label>`;
  }

  #renderRadius() {
    const chosen = this.#radiusKm();
    const option = (km: Radius, words: string) =>
      html`<option value=${km} ?selected=${km === chosen}>${words}</option>`;
    return html`<label>
      ${msg('How far', {id: 'finder.radius.label'})}
      <select
        class="select"
        @change=${(event: Event) => {
          const {value} = event.target as HTMLSelectElement;
          this.radiusChosen = value === 'any' ? 'any' : Number(value);
          this.#search.reach(this.#radiusKm());
        }}
      >
        ${distances[this.unit].map(({n, km}) => option(km, upTo(n, this.unit)))}
        ${option('any', msg('Any distance', {id: 'finder.radius.any'}))}
      </select>
    </label>`;
  }

  #statusWords({placeName, place}: Found, {total}: SearchResults): string {
    if (!place) return msg(str`Spaces found: ${total}`, {id: 'finder.results.count'});
    const where = placeName ?? msg('Near where you are now', {id: 'finder.where.near-you'});
    return msg(str`Spaces found: ${total}. Place: ${where}`, {id: 'finder.results.count.place'});
  }

  #filtersLabel(): string {
    const count = choicesInUse(this.#allChoices()).length;
    if (this.areFiltersShown) return msg('Hide choices', {id: 'finder.filter.hide'});
    const show = msg('Show choices', {id: 'finder.filter.show'});
    return count ? `${show}. ${msg(str`Choices in use: ${count}`, {id: 'finder.filter.on'})}` : show;
  }

  /** The stages come from the journey, so that the finder and the selector can never disagree. */
  #allChoices(): Choices {
    const {stages, holderStages} = this.#journey.now;
    return {...this.choices, stages: stagesAmong([...stages, ...holderStages])};
  }

  #radiusKm(): number {
    const {radiusChosen, radius, unit} = this;
    if (radiusChosen === 'any') return Infinity;
    const nearest = [...distances[unit]].sort((a, b) => Math.abs(a.n - radius) - Math.abs(b.n - radius))[0];
    return radiusChosen ?? nearest?.km ?? 40;
  }

  #queryFor({place, found: {index}}: Found): SearchQuery {
    const km = this.#radiusKm();
    return {
      ...this.#allChoices(),
      place,
      anywhereOnly: !place,
      radiusKm: km === Infinity ? 'any' : km,
      order: this.orderChosen ?? this.order,
      now: new Date(),
      staleAfterDays: index.staleAfterDays,
    };
  }

  /** Where nothing is near: how far the list below looks instead, loading more of the map if it must. */
  #further(found: Found, query: SearchQuery): Radius | undefined {
    const wider = widen(found.found.spaces, query, [...furtherKm, 'any']);
    const within = wider === 'any' || wider === undefined ? Infinity : wider;
    // Nearer spaces may stand in files that have not been loaded yet.
    if (within > found.reachKm) this.#search.reach(within);
    return wider;
  }

  #ask(asked: Asked): void {
    this.shown = cardsAtOnce;
    this.#opened.close();
    this.#search.ask(asked, this.#radiusKm());
    this.dispatchEvent(new SearchEvent());
    void focusOn(this, this.#search.problem ? '#place' : '#status');
  }

  #toggle(choice: Choice): void {
    this.shown = cardsAtOnce;
    if (choice.filter !== 'stages') {
      this.choices = toggle(this.choices, choice);
      return;
    }
    const {stages, holderStages} = this.#journey.now;
    const isOn = stages.includes(choice.option) || holderStages.includes(choice.option);
    const without = (list: typeof stages) => list.filter(stage => stage !== choice.option);
    this.#journey.set({
      stages: isOn ? without(stages) : [...stages, choice.option],
      holderStages: without(holderStages),
    });
  }

  #clear(): void {
    this.choices = noChoices;
    this.#journey.set({stages: [], holderStages: []});
  }

  #open({found}: Found, id: string): void {
    const opened = found.spaces.find(space => space.id === id);
    if (!opened || !this.dispatchEvent(new SpaceOpenEvent())) return;
    this.#journey.set({space: {id, name: opened.name}});
    this.#opened.open(opened, directoryClient(this.directory), found.index);
  }

  #close(opened: SpaceCard): void {
    this.#opened.close();
    // Back to where the person was in the list.
    void focusOn(this, `[data-space="${CSS.escape(opened.id)}"] button`);
  }
}
