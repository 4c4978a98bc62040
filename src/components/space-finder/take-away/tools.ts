import type {Result, SearchResults} from '@held-spaces/domain/search';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {SpaceSource} from '../../../directory/sources/space-source.js';
import {css} from '../../../internal/css.js';
import type {Widget} from '../../../internal/drawn-element.js';
import {placeIcon} from '../../../internal/first-icons.js';
import {focusOn} from '../../../internal/focus.js';
import {keepIcon, printIcon, shareIcon} from '../../../internal/tool-icons.js';
import type {Choices} from '../choices.js';
import type {Found} from '../finding.js';
import {JourneyMember} from '../../../controllers/journey.js';
import {LoadedPart} from '../../../controllers/loaded-part.js';
import type * as finderMap from '../map/finder-map.js';
import type {ListOptions} from '../results.js';
import {ShortList} from './short-list.js';
import type * as takeAway from './take-away.js';

/** The list as it stands on the page. */
export interface ToolsView extends ListOptions {
  /** Every result in reading order, those below "Show more" too. */
  readonly results: readonly Result[];
  readonly found: Found;
  readonly choices: Choices;
  readonly source: SpaceSource | undefined;
}

/** What stands open under the tools. */
export type ToolsPanel = 'map' | 'share' | 'list';

/** What to do with a list or a space: a map, paper, a link, a short list. Each part comes when it is pressed for. */
export class FinderTools {
  readonly #host: Widget;
  readonly #takeAway: LoadedPart<typeof takeAway>;
  readonly #map: LoadedPart<typeof finderMap>;
  readonly #journey: JourneyMember;
  readonly shortList = new ShortList();
  #view: ToolsView | undefined;
  #panel: ToolsPanel | undefined;
  /** The space whose view the panel stands in; `undefined` for the list's. */
  #of: Result | undefined;
  #said = '';
  /** A space that came with a shared link, to be opened once it is in the list. */
  sharedSpace: string | undefined;

  constructor(host: Widget) {
    this.#host = host;
    this.#journey = new JourneyMember(host);
    this.#takeAway = new LoadedPart(host, () => import('./take-away.js'));
    this.#map = new LoadedPart(host, () => import('../map/finder-map.js'));
  }

  /** The tools of the list, above it. */
  bar(
    {nearby, anywhere, placeNotGiven}: SearchResults,
    list: ListOptions,
    found: Found,
    choices: Choices,
    source: SpaceSource | undefined,
  ): TemplateResult {
    const view = {...list, found, choices, source, results: [...nearby, ...anywhere, ...placeNotGiven]};
    this.#view = view;
    this.#openShared(view);
    if (this.#journey.has('signpost')) this.#shareOpenNow(view);
    const {length} = this.shortList.results;
    const isMapOpen = this.#panel === 'map';
    return html`<div class="tools no-print">
      <div class="tool-row">
        ${this.#button('map', placeIcon(), isMapOpen ? closeMapWords() : msg('Show a map', {id: 'finder.map.open'}))}
        ${this.#printButton(view.results, msg('Print these spaces', {id: 'finder.print.results'}))}
        ${this.#button('share', shareIcon(), shareWords())}
        ${
          length || this.#panel === 'list'
            ? this.#button('list', keepIcon(), msg(str`On my short list: ${length}`, {id: 'finder.list.count'}))
            : nothing
        }
      </div>
      <p class="small" id="tools-said" role="status">${this.#said}</p>
      ${this.#of ? nothing : this.#renderPanel(view)}
    </div>`;
  }

  /** On each card. */
  onCard(result: Result): TemplateResult {
    const map = this.#panel === 'map' ? this.#map.part?.cardButton(this.#host, result) : undefined;
    return html`${this.#keepButton(result)}${map ?? nothing}`;
  }

  /** In the view of one space. */
  onDetails(result: Result): TemplateResult {
    return html`<div class="tools no-print">
      <div class="tool-row">
        ${this.#keepButton(result)} ${this.#printButton([result], msg('Print this space', {id: 'finder.print.one'}))}
        ${this.#button('share', shareIcon(), shareWords(), result)}
      </div>
      <p class="small" role="status">${this.#said}</p>
      ${this.#view && this.#of === result ? this.#renderPanel(this.#view) : nothing}
    </div>`;
  }

  /** What was said last. */
  get said(): string {
    return this.#said;
  }

  /** Moves focus to the top of what is open, after something in it that had focus went away. */
  focusPanel(): void {
    void focusOn(this.#host, '#tools-panel');
  }

  /** Says something to everybody, by ear too. */
  say(words: string): void {
    this.#said = words;
    this.#host.requestUpdate();
  }

  /** Closes what is open, and goes back to the button that opened it. */
  close(): void {
    const panel = this.#panel;
    this.#leave();
    this.#host.requestUpdate();
    if (panel) void focusOn(this.#host, `[data-tool="${panel}"]`);
  }

  #openShared({results, open}: ToolsView): void {
    const shared = open && results.find(({space}) => space.id === this.sharedSpace);
    if (!shared) return;
    this.sharedSpace = undefined;
    // Not while the list that it stands in is being drawn.
    queueMicrotask(() => open(shared));
  }

  /** For a signpost beside the finder. It comes with the list, so that nothing is asked of the network in a hard moment. */
  #shareOpenNow(view: ToolsView): void {
    import('../open-now.js').then(
      ({shareOpenNow}) => shareOpenNow(this.#host, view),
      // The signpost goes on leading to the list itself.
      () => undefined,
    );
  }

  #leave(): void {
    if (this.#panel === 'map') this.#map.part?.closeMap(this.#host);
    this.#panel = this.#of = undefined;
  }

  #renderPanel(view: ToolsView) {
    const {part} = this.#takeAway;
    switch (this.#panel) {
      case 'map':
        return this.#map.part?.mapPanel(this.#host, view, () => this.close());
      case 'share':
        return part?.sharePanel(this, view, this.#of);
      case 'list':
        return part?.listPanel(this, view);
      case undefined:
        return nothing;
    }
  }

  #button(panel: ToolsPanel, icon: TemplateResult, words: string, of?: Result) {
    const isOpen = this.#panel === panel && this.#of === of;
    return html`<button
      type="button"
      class="link"
      data-tool=${panel}
      aria-expanded=${isOpen}
      @click=${() => (isOpen ? this.close() : void this.#open(panel, of))}
    >
      ${icon} ${words}
    </button>`;
  }

  #printButton(results: readonly Result[], words: string) {
    return html`<button type="button" class="link" @click=${() => void this.#print(results)}>
      ${printIcon()} ${words}
    </button>`;
  }

  #keepButton(result: Result) {
    const {name} = result.space;
    const isKept = this.shortList.has(result);
    return html`<button
      type="button"
      class="link no-print"
      @click=${() => {
        this.say(
          this.shortList.toggle(result) === 'added'
            ? msg(str`Added: ${name}`, {id: 'finder.list.added'})
            : msg(str`Removed: ${name}`, {id: 'finder.list.removed'}),
        );
      }}
    >
      ${keepIcon()}
      <span
        >${isKept ? msg('Take off my short list', {id: 'finder.list.remove'}) : msg('Add to my short list', {id: 'finder.list.add'})}<span
          class="visually-hidden"
          >: ${name}</span
        ></span
      >
    </button>`;
  }

  async #open(panel: ToolsPanel, of?: Result): Promise<void> {
    const part = panel === 'map' ? this.#map : this.#takeAway;
    this.#leave();
    this.#panel = panel;
    this.#of = of;
    this.say('');
    await part.load();
    if (part.part) void focusOn(this.#host, '#tools-panel');
    else this.#failed(panel);
  }

  async #print(results: readonly Result[]): Promise<void> {
    this.say('');
    await this.#takeAway.load();
    const {part} = this.#takeAway;
    try {
      if (part && this.#view) await part.printResults(results, this.#view);
      else this.#failed('list');
    } catch {
      // The part of the details could not be had, which knows how times are listed.
      this.#failed('list');
    }
  }

  #failed(panel: ToolsPanel): void {
    this.#panel = undefined;
    this.say(
      panel === 'map'
        ? msg('The map did not load. The list is still here.', {id: 'finder.map.failed'})
        : msg('We could not get this part. Please try again.', {id: 'finder.tools.failed'}),
    );
  }
}

const shareWords = () => msg('Share a link', {id: 'finder.share'});
const closeMapWords = () => msg('Close the map', {id: 'finder.map.close'});

const made = new WeakMap<Widget, FinderTools>();

/** The tools of a finder, the same ones each time. */
export function toolsOf(host: Widget): FinderTools {
  const tools = made.get(host) ?? new FinderTools(host);
  made.set(host, tools);
  return tools;
}

/** Takes what came with a shared link. What reads it comes only with such a link. */
export const takeShared = (...taken: Parameters<typeof takeAway.takeShared>): Promise<void> =>
  import('./take-away.js').then(
    part => part.takeShared(...taken),
    () => undefined,
  );

export const toolsStyles = css`
  .tool-row {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space-5);
  }

  .tools > [role='status']:empty {
    display: none;
  }
`;
