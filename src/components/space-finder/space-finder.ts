/* eslint lit/no-classfield-shadowing: off -- Fields are assigned here, not defined: `useDefineForClassFields`. */
import {msg, str, updateWhenLocaleChanges} from '@lit/localize';
import {html, nothing} from 'lit';
import {search, type Radius, type Result, type SearchQuery, type SearchResults} from '@held-spaces/domain/search';
import {stages as allStages} from '@held-spaces/domain/first-terms';
import {CrisisWay} from '../../controllers/crisis-way.js';
import {JourneyController, type Wanted} from '../../controllers/journey.js';
import {LoadedPart} from '../../controllers/loaded-part.js';
import {isChosen} from '../../controllers/stage-answers.js';
import {crisisStripStyles} from '../../internal/crisis-strip.js';
import {DrawnElement, type PropertyDeclarations} from '../../internal/drawn-element.js';
import {focusOn} from '../../internal/focus.js';
import {heading} from '../../internal/heading.js';
import {baseStyles} from '../../styles/base.js';
import {controlStyles} from '../../styles/controls.js';
import {noChoices, type Choices, type Order} from './choices.js';
import {SearchEvent, SpaceOpenEvent} from './events.js';
import {FinderSearch} from './finder-search.js';
import type {Asked, Found} from './finding.js';
import type {ListControls} from './list-controls.js';
import type {OpenedSpace} from './opened-space.js';
import {distances, list} from './results.js';
import {finderStyles} from './space-finder.styles.js';
import {noList, noListWords, sample} from './states.js';
import type {Suggestions} from './suggestions.js';
import {sharedMark} from './take-away/shared-mark.js';
import type {WhenNeeded} from './when-needed-part.js';
import {whereForm} from './where-form.js';

/** How many cards are drawn at first, and with each "Show more", so that the page stays light on an old phone. */
const cardsAtOnce = 20;

/**
 * Lists safe spaces near a place, nearest first: places, groups, lines and online communities. The search happens on
 * the device; the directory is asked for wide areas only, so that nobody learns where the person is or what they need.
 *
 * @tagname held-space-finder
 * @attribute {string} tiles - For the map: address of its pictures, with `{z}`, `{x}` and `{y}`. Nobody is asked for one before the person has agreed. Without it the map is plain.
 * @attribute {string} tiles-attribution - Whom to credit for the pictures.
 * @attribute {string} crosswalk - For feeds: address of a crosswalk, which says what their terms mean in ours. Or put it inside the element, in `<script type="application/json" data-held-crosswalk>`.
 * @slot heading - Replaces the heading.
 * @slot empty - Words of your own where nothing is near, such as whom to ask. They stand beside what the finder says.
 * @fires {SearchEvent} held-search - The person searched. It carries nothing.
 * @fires {SpaceOpenEvent} held-space-open - The person opened a space. It carries nothing, and can be cancelled.
 * @csspart search - Where a person says where to look.
 * @csspart filters - The choices beside the list.
 * @csspart results - The list of spaces.
 * @csspart card - One space in the list.
 * @csspart details - The view of one space.
 */
export class SpaceFinder extends DrawnElement {
  static override get properties(): PropertyDeclarations {
    return {
      directory: {},
      place: {},
      radius: {type: Number},
      unit: {},
      order: {},
      headingLevel: {type: Number, attribute: 'heading-level'},
      choices: {attribute: false},
      radiusChosen: {attribute: false},
      orderChosen: {attribute: false},
      shown: {attribute: false},
    };
  }

  /**
   * Address of the directory, such as `https://directory.example`: ours, or any Open Referral UK feed. Several, parted by
   * spaces, make one list.
   */
  directory = '';

  /** Where to search: a postcode district or a town. Setting it starts a search. */
  place = '';

  /** How far to look at first, in `unit`s. The person can change it. */
  radius = 25;

  /** Miles or kilometres. */
  unit: 'miles' | 'km' = 'miles';

  /**
   * What comes first: `nearest`, `open` now, what fits the `stage` that is chosen, or what most people have `evaluated`.
   * The person can change it.
   */
  order: Order = 'nearest';

  /** Level of the widget's heading, 1 to 6. Headings inside follow on from it. */
  headingLevel = 2;

  private choices: Choices = noChoices;
  private radiusChosen: Radius | undefined;
  private orderChosen: Order | undefined;
  private shown = cardsAtOnce;
  /** As many cards as are in sight: a choice draws those at once, and the rest when they are painted. */
  #inSight: number | undefined;
  #rest: Promise<boolean> | undefined;

  readonly #journey = new JourneyController(this, 'finder', () => void focusOn(this, '#status'));
  readonly #whenNeeded: WhenNeeded = new LoadedPart(this, () => import('./when-needed.js'));
  readonly #crisis = new CrisisWay(this, this.#journey, this.#whenNeeded);
  readonly #search = new FinderSearch(this, this.#whenNeeded);
  #opened: OpenedSpace | undefined;
  #controls: ListControls | undefined;
  #suggestions: Suggestions | undefined;
  #wanted: Wanted | undefined;
  #told: Found | undefined;

  constructor() {
    super([...baseStyles, ...controlStyles, crisisStripStyles, finderStyles]);
    updateWhenLocaleChanges(this);
    if (location.hash.startsWith(sharedMark)) void this.#takeShared();
  }

  /** Settles when everything that has changed is drawn, in sight or not. @internal */
  override get updateComplete(): Promise<boolean> {
    return super.updateComplete.then(drawn => this.#rest ?? drawn);
  }

  /** Searches near `place`, or, without one, near what stands in the field. */
  search(place = this.#field?.value ?? this.place): void {
    this.#ask({kind: 'text', text: place});
  }

  /** Goes back to the beginning: no place, no choices. */
  reset(): void {
    this.#search.forget();
    this.#opened?.close();
    this.#controls = this.radiusChosen = this.orderChosen = undefined;
    this.#clear();
    if (this.#field) this.#field.value = '';
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    const {wanted} = this.#journey.now;
    if (wanted && wanted !== this.#wanted) this.choices = {...this.choices, ...wanted};
    this.#wanted = wanted;
    if (changed.has('directory')) this.#search.source = undefined;
    if (changed.has('place') && this.place) this.#look({kind: 'text', text: this.place});
    else if (changed.has('directory')) this.#search.retry();
  }

  protected override updated(): void {
    const {found} = this.#search;
    // What is around the finder may go by it: the crisis lines of the nation, for one.
    if (found && found !== this.#told) {
      const {place, placeName} = found;
      this.#journey.set({loaded: found.found.spaces, ...(place && {place: placeName, nation: place.nation})});
    }
    this.#told = found;
    if (this.#inSight !== undefined) {
      this.#inSight = undefined;
      this.#rest = new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))).then(() => {
        this.#rest = undefined;
        this.#whenNeeded.part?.drawAll(this.renderRoot);
        this.requestUpdate();
        return super.updateComplete;
      });
    }
    // What is wrong with a place stands at its field, and is read out with it.
    if (this.#search.problem && this.renderRoot.activeElement?.id === 'status') this.#field?.focus();
  }

  protected override render() {
    const {headingLevel: level, unit} = this;
    const {found, error, isSlow} = this.#search;
    const opened = this.#opened;
    const result = opened?.result;
    const isSample = found?.found.index.sample;
    if (found && result) {
      const {now, staleAfterDays} = this.#queryFor(found);
      const evaluate = this.#journey.has('evaluation') ? () => void this.#journey.reveal('evaluation') : undefined;
      const open = (again: Result) => this.#open(found, again);
      const {part} = this.#whenNeeded;
      return html`<div class="held">
        ${isSample ? sample() : nothing} ${this.#crisis.strip(level)}
        ${opened.render(result, {now, level, unit, staleAfterDays, evaluate, open, part, tools: part?.toolsOf(this)}, () => this.#close(result))}
      </div>`;
    }
    return html`<div class="held">
      ${isSample ? sample() : nothing}
      <slot name="heading"
        >${heading(level, msg('Find a safe space', {id: 'finder.title'}), {className: 'title'})}</slot
      >
      ${this.#crisis.strip(level)}
      ${whereForm({
        place: this.place,
        search: this.#search,
        whenNeeded: this.#whenNeeded,
        suggestions: this.#suggestions,
        typed: () => void this.#typed(),
        submit: () => this.search(),
        locate: () => void this.#locate(),
        anywhere: () => this.#ask({kind: 'anywhere'}),
      })}
      ${
        found
          ? this.#renderList(found)
          : this.#renderLayout(noListWords(this.#search, this.#whenNeeded), {
              isTitled: Boolean(error) || isSlow,
              below: [
                noList({
                  level,
                  search: this.#search,
                  whenNeeded: this.#whenNeeded,
                  retry: () => this.#retry(),
                  choose: place => this.#ask({kind: 'place', place}),
                }),
                error || isSlow ? this.#crisis.panel(level) : nothing,
              ],
            })
      }
    </div>`;
  }

  /**
   * The list and its filters, or what stands in their place, around one status: a live region that was replaced with
   * what it says would not be read out, and focus on it would be lost.
   */
  #renderLayout(
    status: string | undefined,
    parts: {
      readonly isTitled?: boolean;
      readonly filters?: unknown;
      readonly controls?: unknown;
      readonly chips?: unknown;
      readonly below: unknown;
    },
  ) {
    const {isTitled, filters = nothing, controls = nothing, chips = nothing, below} = parts;
    return html`<div class=${filters === nothing ? nothing : 'layout'}>
      ${filters}
      <div class="results" part="results">
        <div>
          <div class="result-head">
            <p id="status" role="status" tabindex="-1" class=${isTitled ? 'visually-hidden' : nothing}>${status}</p>
            ${controls}
          </div>
          ${chips}
        </div>
        ${below}
      </div>
    </div>`;
  }

  #renderList(found: Found) {
    const {headingLevel: level, unit} = this;
    const {part} = this.#whenNeeded;
    const {spaces, index, older, notes} = found.found;
    const choices = this.#allChoices();
    const query = this.#queryFor(found);
    const asChosen = search(spaces, query);
    const isNone = found.place && !asChosen.nearby.length;
    const further = isNone ? part?.furtherFor(spaces, query) : undefined;
    // Nearer spaces may stand in files that have not been loaded yet.
    if (further) this.#search.reach(further === 'any' ? Infinity : further);
    const results = further ? search(spaces, {...query, radiusKm: further}) : asChosen;
    this.#controls ??= part && new part.ListControls(this);
    const controls = this.#controls?.render({
      level,
      unit,
      spaces,
      choices,
      query,
      order: this.orderChosen ?? this.order,
      isForOther: this.#journey.now.role === 'holder',
      isPartial: this.#inSight !== undefined,
      choose: change => {
        this.#redraw();
        this.choices = change(this.#allChoices());
      },
      toggleStage: stage => {
        this.#redraw();
        this.#journey.set(part?.withStage(this.#journey.now, stage) ?? {});
      },
      clear: () => this.#clear(),
      setOrder: order => (this.orderChosen = order),
      setRadius: radius => {
        this.radiusChosen = radius;
        this.#search.reach(this.#reachKm());
      },
    });
    const tools = part?.toolsOf(this);
    const cards = {
      now: query.now,
      staleAfterDays: index.staleAfterDays,
      unit,
      level,
      part,
      tools,
      shown: this.shown,
      drawn: this.#inSight ?? Infinity,
      more: () => (this.shown += cardsAtOnce),
      open: part && ((result: Result) => this.#open(found, result)),
    };
    return this.#renderLayout(this.#statusWords(found, asChosen), {
      ...controls,
      below: [
        older ? part?.olderList(level, index.generated) : nothing,
        notes && this.#search.other?.listNotes(notes, level, () => this.#retry()),
        found.roughly ? part?.roughly(found.placeName) : nothing,
        isNone && controls
          ? part?.nothingNear({level, unit, spaces, choices, query, further, index, remove: controls.toggle})
          : nothing,
        tools?.bar(results, cards, found, choices, this.#search.source),
        list(results, cards),
      ],
    });
  }

  #statusWords({placeName, place}: Found, {total}: SearchResults): string {
    if (!place) return msg(str`Spaces found: ${total}`, {id: 'finder.results.count'});
    const where = placeName ?? msg('Near where you are now', {id: 'finder.where.near-you'});
    return msg(str`Spaces found: ${total}. Place: ${where}`, {id: 'finder.results.count.place'});
  }

  /** The stages come from the journey, so that the finder and the selector can never disagree. */
  #allChoices(): Choices {
    return {...this.choices, stages: allStages.filter(stage => isChosen(this.#journey.now, stage))};
  }

  #radius(): Radius {
    const {radius, unit} = this;
    const [nearest] = [...distances[unit]].sort((a, b) => Math.abs(a.n - radius) - Math.abs(b.n - radius));
    return this.radiusChosen ?? nearest?.km ?? 'any';
  }

  #reachKm(): number {
    const radius = this.#radius();
    return radius === 'any' ? Infinity : radius;
  }

  #queryFor({place, found: {index}}: Found): SearchQuery {
    const choices = this.#allChoices();
    const order = this.orderChosen ?? this.order;
    const query: SearchQuery = {
      ...choices,
      ...(place && {place}),
      anywhereOnly: !place,
      radiusKm: this.#radius(),
      order: order === 'open' ? order : 'nearest',
      now: new Date(),
      staleAfterDays: index.staleAfterDays,
    };
    return this.#whenNeeded.part?.refine(query, choices, order) ?? query;
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.getElementById('place') as HTMLInputElement | null;
  }

  async #typed(): Promise<void> {
    await this.#whenNeeded.load();
    const {part} = this.#whenNeeded;
    this.#suggestions ??=
      part &&
      new part.Suggestions({
        host: this,
        places: () => this.#search.placeFile(),
        choose: place => {
          if (this.#field) this.#field.value = place.name;
          this.#ask({kind: 'place', place});
        },
      });
    await this.#suggestions?.type(this.#field?.value ?? '');
  }

  #look(asked: Asked): void {
    this.#suggestions?.close();
    void this.#whenNeeded.load();
    this.shown = cardsAtOnce;
    this.#opened?.close();
    this.#search.ask(asked, this.#reachKm());
  }

  #ask(asked: Asked): void {
    this.#look(asked);
    this.dispatchEvent(new SearchEvent());
    void focusOn(this, '#status');
  }

  #retry(): void {
    this.#search.retry();
    void focusOn(this, '#status');
  }

  async #locate(): Promise<void> {
    this.#search.forget();
    this.#search.isLocating = true;
    this.requestUpdate();
    await this.#whenNeeded.load();
    const here = (await this.#whenNeeded.part?.whereTheDeviceIs()) ?? 'unavailable';
    if (!this.#search.isLocating) return;
    this.#search.isLocating = false;
    if (typeof here === 'function') this.#look({kind: 'here', placeIn: here});
    else this.#search.problem = here;
    this.requestUpdate();
  }

  /** The list is about to change by a choice. */
  #redraw(): void {
    this.shown = cardsAtOnce;
    this.#inSight = this.#whenNeeded.part?.cardsInSight(this.renderRoot);
  }

  /** What somebody ticked to share with a link to the page. */
  async #takeShared(): Promise<void> {
    await this.#whenNeeded.load();
    this.#whenNeeded.part?.takeShared(
      this,
      choices => {
        this.choices = choices;
        this.#journey.set({stages: choices.stages});
      },
      asked => this.#look(asked),
    );
  }

  #clear(): void {
    this.choices = noChoices;
    this.#journey.set({stages: [], holderStages: []});
  }

  #open({found}: Found, result: Result): void {
    const {source} = this.#search;
    if (!this.dispatchEvent(new SpaceOpenEvent()) || !source) return;
    const {id, name} = result.space;
    this.#journey.set({space: {id, name}});
    const {part} = this.#whenNeeded;
    this.#opened ??= part && new part.OpenedSpace(this);
    this.#opened?.open(result, source, found.index);
  }

  #close({space}: Result): void {
    this.#opened?.close();
    this.requestUpdate();
    // Back to where the person was in the list.
    void focusOn(this, `[data-space="${CSS.escape(space.id)}"] button`);
  }
}
