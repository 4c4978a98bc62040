import type {Result} from '@held-spaces/domain/search';
import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {Widget} from '../../../internal/drawn-element.js';
import {placeIcon} from '../../../internal/first-icons.js';
import {focusOn} from '../../../internal/focus.js';
import {heading} from '../../../internal/heading.js';
import {distanceWords} from '../card-words.js';
import type {ToolsView} from '../take-away/tools.js';
import {LeafletMap} from './leaflet-map.js';
import {areaName, isExact, type MapMark} from './map-points.js';
import {tilesOf, type Tiles} from './tiles.js';

/** The map of a finder, for those who want one. Everything on it is in the list, too. */

export {mapStyles as styles} from './map.styles.js';

/** The map of one finder, while it is open. A finder that leaves the page takes it down, and leaves nothing behind. */
class OpenMap implements ReactiveController {
  map: LeafletMap | undefined;
  /** With pictures from elsewhere, or plain. */
  tiles: Tiles | undefined;
  view: ToolsView;
  /** What was pressed on the map. */
  picked: readonly Result[] = [];

  constructor(view: ToolsView) {
    this.view = view;
  }

  hostDisconnected(): void {
    this.map?.remove();
    this.map = undefined;
  }
}

const openMaps = new WeakMap<Widget, OpenMap>();

/** What stands open under the tools: first who would see what, where anybody would, and then the map. */
export function mapPanel(host: Widget, view: ToolsView, close: () => void): TemplateResult {
  const tiles = tilesOf(host);
  const open = openMaps.get(host) ?? opened(host, view);
  open.view = view;
  if (!open.map && tiles) return notice(host, open, tiles, close);
  if (!open.map) start(host, open, undefined);
  open.map?.show(view.results);
  return drawn(host, open);
}

/** On a card, while the map is open: where it is on the map. */
export function cardButton(host: Widget, result: Result): TemplateResult | undefined {
  const {map} = openMaps.get(host) ?? {};
  if (!map?.has(result)) return undefined;
  return html`<button
    type="button"
    class="link keep"
    @click=${() => {
      map.element.scrollIntoView({block: 'nearest'});
      map.goTo(result);
    }}
  >
    ${placeIcon()}
    <span
      >${msg('Show on the map', {id: 'finder.map.go-to-pin'})}<span class="visually-hidden"
        >: ${result.space.name}</span
      ></span
    >
  </button>`;
}

function opened(host: Widget, view: ToolsView): OpenMap {
  const open = new OpenMap(view);
  openMaps.set(host, open);
  host.addController(open);
  return open;
}

/** Lets go of the map. */
export function closeMap(host: Widget): void {
  const open = openMaps.get(host);
  if (!open) return;
  open.hostDisconnected();
  host.removeController(open);
  openMaps.delete(host);
}

function start(host: Widget, open: OpenMap, tiles: Tiles | undefined): void {
  open.tiles = tiles;
  open.map = new LeafletMap({
    tiles,
    places: () => open.view.source?.places() ?? Promise.reject(new Error('There is no source.')),
    label: msg('Map of the spaces in the list', {id: 'finder.map.label'}),
    nameOf: mark => markName(mark, open.view),
    onPick: results => {
      open.picked = results;
      host.requestUpdate();
      void focusOn(host, '#map-picked');
    },
  });
}

function markName({results}: MapMark, {unit}: ToolsView): string {
  const [only] = results;
  if (!only || results.length > 1) return msg(str`Spaces here: ${results.length}`, {id: 'finder.map.cluster'});
  const {space, distanceKm} = only;
  const {name} = space;
  if (isExact(only)) {
    const distance = distanceWords(space, distanceKm, unit);
    return msg(str`${name}, ${distance}`, {id: 'finder.map.pin'});
  }
  const area = areaName(only);
  const somewhere = msg(str`Somewhere in: ${area}`, {id: 'finder.map.area'});
  return area ? `${name}. ${somewhere}` : name;
}

/** Said before anything is fetched from anybody. */
function notice(host: Widget, open: OpenMap, tiles: Tiles, close: () => void): TemplateResult {
  const {provider} = tiles;
  const begin = (chosen: Tiles | undefined) => () => {
    start(host, open, chosen);
    host.requestUpdate();
    void focusOn(host, '#tools-panel');
  };
  return html`<section class="panel tools-panel" aria-labelledby="tools-panel">
    ${heading(open.view.level + 1, msg('Before the map opens', {id: 'finder.map.notice.title'}), {
      className: 'small-heading',
      id: 'tools-panel',
      focusable: true,
    })}
    <p>
      ${msg(
        str`The map pictures come from: ${provider}. They will see which area you look at, and your internet address.`,
        {id: 'finder.map.notice.text'},
      )}
      ${msg('They will not see what you chose here.', {id: 'finder.map.notice.not-seen'})}
    </p>
    <div class="actions">
      <button type="button" class="button" @click=${begin(tiles)}>
        ${msg('Open the map', {id: 'finder.map.notice.accept'})}
      </button>
      <button type="button" class="button" @click=${begin(undefined)}>
        ${msg('Use a plain map with no pictures', {id: 'finder.map.notice.plain'})}
      </button>
      <button type="button" class="link" @click=${close}>
        ${msg('Stay with the list', {id: 'finder.map.notice.cancel'})}
      </button>
    </div>
  </section>`;
}

function drawn(host: Widget, open: OpenMap): TemplateResult {
  const {map, tiles} = open;
  const attribution = tiles?.attribution ?? 'Natural Earth';
  return html`<section class="map-panel" aria-labelledby="tools-panel">
    <p class="small soft" id="tools-panel" tabindex="-1">
      ${msg('Everything on the map is in the list too.', {id: 'finder.map.note'})}
    </p>
    <div class="map-frame">
      ${map?.element ?? nothing}
      <div class="zoom">
        <button
          type="button"
          class="button"
          aria-label=${msg('Zoom in', {id: 'finder.map.zoom-in'})}
          @click=${() => map?.zoomBy(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <button
          type="button"
          class="button"
          aria-label=${msg('Zoom out', {id: 'finder.map.zoom-out'})}
          @click=${() => map?.zoomBy(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
      </div>
    </div>
    <p class="small soft">${msg(str`Map data: ${attribution}`, {id: 'finder.map.credit'})}</p>
    ${picked(host, open)}
  </section>`;
}

/** What was pressed, with the way to each in the list. */
function picked(host: Widget, {picked: results, view}: OpenMap) {
  if (!results.length) return nothing;
  const title = msg(str`Spaces here: ${results.length}`, {id: 'finder.map.cluster'});
  return html`<div class="picked">
    ${heading(view.level + 1, title, {className: 'small-heading', id: 'map-picked', focusable: true})}
    <ul>
      ${results.map(
        result =>
          html`<li>
            <b>${result.space.name}</b>
            <span class="small">${distanceWords(result.space, result.distanceKm, view.unit)}</span>
            <button type="button" class="link" @click=${() => void goToCard(host, view, result)}>
              ${msg('Show in the list', {id: 'finder.map.go-to-card'})}<span class="visually-hidden"
                >: ${result.space.name}</span
              >
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Moves focus to a card, drawing as many as that takes. */
async function goToCard(host: Widget, {results, more}: ToolsView, {space: {id}}: Result): Promise<void> {
  const selector = `[data-space="${CSS.escape(id)}"] button`;
  for (let drawn = 0; drawn < results.length && !host.renderRoot.querySelector(selector); drawn++) {
    more();
    await host.updateComplete;
  }
  await focusOn(host, selector);
}
