// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests compile these modules too, and only this brings the types along.
/// <reference path="./leaflet-esm.d.ts" />
import type {PlaceFile} from '@held-spaces/domain/places';
import type {GeoPoint} from '@held-spaces/domain/space';
import type {Result} from '@held-spaces/domain/search';
import * as leaflet from 'leaflet/dist/leaflet-src.esm.js';
import {areaRadius, deepestZoom, isExact, MapPoints, type MapMark} from './map-points.js';
import {addCoasts, TownNames} from './plain-map.js';
import type {Tiles} from './tiles.js';

export interface LeafletMapOptions {
  /** Missing for the map that asks nobody for pictures. */
  readonly tiles: Tiles | undefined;
  /** The towns to name on that map. */
  readonly places: () => Promise<PlaceFile>;
  /** Accessible name of the map. */
  readonly label: string;
  /** Accessible name of a mark. */
  readonly nameOf: (mark: MapMark) => string;
  /** A mark was pressed that does not come apart. */
  readonly onPick: (results: readonly Result[]) => void;
}

const toLatLng = ({latitude, longitude}: GeoPoint): leaflet.LatLngTuple => [latitude, longitude];

/** The United Kingdom. */
const wholeUk: leaflet.LatLngBoundsLiteral = [
  [49.8, -8.7],
  [60.9, 1.8],
];

/** The map itself: Leaflet in an element of its own, which is drawn once it has a size. */
export class LeafletMap {
  /** To be put where the map shall stand. */
  readonly element = document.createElement('div');
  readonly #options: LeafletMapOptions;
  readonly #sizes = new ResizeObserver(() => this.#fit());
  readonly #marks = new Map<string, leaflet.Marker>();
  readonly #areas = new Map<string, leaflet.Circle>();
  #points = new MapPoints([]);
  #map: leaflet.Map | undefined;
  #isMoved = false;

  constructor(options: LeafletMapOptions) {
    this.#options = options;
    this.element.className = 'map';
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', options.label);
    this.#sizes.observe(this.element);
  }

  /** Shows these spaces, and moves to where they are unless the person has looked elsewhere already. */
  show(results: readonly Result[]): void {
    this.#points = new MapPoints(results);
    if (!this.#map) return;
    if (!this.#isMoved) this.#look();
    this.#draw();
  }

  /** Whether a space has a point to show. */
  has(result: Result): boolean {
    return this.#points.has(result);
  }

  /** Moves to a space, and focus to its mark. */
  goTo({space}: Result): void {
    const point = space.location?.point;
    const map = this.#map;
    if (!point || !map) return;
    this.#isMoved = true;
    map.setView(toLatLng(point), Math.max(map.getZoom(), 12), {animate: false});
    this.#draw();
    const mark = [...this.#marks].find(([key]) => key.split(' ').includes(space.id));
    mark?.[1].getElement()?.focus();
  }

  zoomBy(steps: number): void {
    this.#isMoved = true;
    this.#map?.setZoom(this.#map.getZoom() + steps);
  }

  /** Lets go of everything. The map cannot be used after it. */
  remove(): void {
    this.#sizes.disconnect();
    this.#map?.remove();
    this.#map = undefined;
  }

  #fit(): void {
    if (!this.element.clientWidth) return;
    if (this.#map) this.#map.invalidateSize({animate: false});
    else this.#start();
  }

  #start(): void {
    const {tiles} = this.#options;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const map = leaflet.map(this.element, {
      // Both write markup as text, which a page may forbid; ours stand beside the map.
      zoomControl: false,
      attributionControl: false,
      minZoom: 4,
      maxZoom: tiles ? deepestZoom + 1 : 14,
      zoomAnimation: !isStill,
      fadeAnimation: !isStill,
      markerZoomAnimation: !isStill,
      inertia: !isStill,
    });
    this.#map = map;
    this.#look();
    if (tiles) this.#addTiles(map, tiles);
    else void this.#addPlain(map);
    map.on('moveend', () => this.#draw());
    map.on('dragstart', () => (this.#isMoved = true));
    this.#draw();
  }

  #look(): void {
    const points = this.#points.points.map(toLatLng);
    const bounds = points.length ? leaflet.latLngBounds(points) : leaflet.latLngBounds(wholeUk);
    this.#map?.fitBounds(bounds, {padding: [36, 36], maxZoom: 13, animate: false});
  }

  #addTiles(map: leaflet.Map, {url}: Tiles): void {
    const layer = leaflet.tileLayer(url, {
      maxZoom: deepestZoom + 1,
      // No cookie goes with it, and no page's address. The server has to allow that (CORS), as tile servers do.
      crossOrigin: 'anonymous',
      referrerPolicy: 'no-referrer',
    });
    let hasCome = false;
    layer.on('tileload', () => (hasCome = true));
    layer.on('tileerror', () => {
      if (hasCome || !map.hasLayer(layer)) return;
      // Nothing came at all: the plain map is better than a grey one.
      layer.remove();
      void this.#addPlain(map);
    });
    layer.addTo(map);
  }

  async #addPlain(map: leaflet.Map): Promise<void> {
    const [places] = await Promise.all([
      this.#options.places().catch(() => undefined),
      addCoasts(map).catch(() => undefined),
    ]);
    // It may have been closed meanwhile.
    if (places && this.#map === map) new TownNames(map, places);
  }

  #draw(): void {
    const map = this.#map;
    if (!map) return;
    const bounds = map.getBounds().pad(0.25);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
    const marks = this.#points.marks(box, map.getZoom());
    const wanted = new Map(marks.map(mark => [mark.key, mark]));
    for (const [key, marker] of this.#marks) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.#marks.delete(key);
    }
    for (const [key, circle] of this.#areas) {
      circle.remove();
      this.#areas.delete(key);
    }
    for (const mark of marks) {
      const [only] = mark.results;
      if (only && mark.results.length === 1 && !isExact(only)) {
        const radius = areaRadius(only);
        this.#areas.set(
          mark.key,
          leaflet.circle(toLatLng(mark.point), {radius, className: 'area', interactive: false}).addTo(map),
        );
      }
      if (!this.#marks.has(mark.key)) this.#marks.set(mark.key, this.#mark(mark).addTo(map));
      this.#name(mark);
    }
  }

  #mark(mark: MapMark): leaflet.Marker {
    const {results, point} = mark;
    const [only] = results;
    const isOne = results.length === 1;
    const className = isOne && only ? (isExact(only) ? 'pin' : 'pin about') : 'pin several';
    const html = document.createElement('span');
    html.textContent = isOne ? '' : String(results.length);
    // The size is the stylesheet's, so that a finger finds it.
    const icon = leaflet.divIcon({className, html, iconSize: undefined});
    const marker = leaflet.marker(toLatLng(point), {icon, keyboard: true, riseOnHover: true});
    marker.on('click', () => this.#press(mark));
    marker.on('add', () => {
      marker.getElement()?.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        this.#press(mark);
      });
    });
    return marker;
  }

  #name(mark: MapMark): void {
    this.#marks.get(mark.key)?.getElement()?.setAttribute('aria-label', this.#options.nameOf(mark));
  }

  #press({point, results, comesApartAt}: MapMark): void {
    const map = this.#map;
    if (!map) return;
    if (comesApartAt === undefined || comesApartAt > map.getMaxZoom()) {
      this.#options.onPick(results);
      return;
    }
    this.#isMoved = true;
    map.setView(toLatLng(point), comesApartAt, {animate: false});
    this.#draw();
    // What was pressed is gone; what it came apart into is there.
    const ids = new Set(results.map(({space}) => space.id));
    const [first] = [...this.#marks].filter(([key]) => key.split(' ').some(id => ids.has(id)));
    first?.[1].getElement()?.focus();
  }
}
