// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests compile these modules too, and only this brings the types along.
/// <reference path="./leaflet-esm.d.ts" />
import type {PlaceFile} from '@held-spaces/domain/places';
import * as leaflet from 'leaflet/dist/leaflet-src.esm.js';
import type {CoastRings} from './generated/uk-outline.js';

/** The map that asks nobody for pictures: the coast, and the names of towns that fit. */

const ringPoints = (ring: readonly number[]): leaflet.LatLngTuple[] => {
  const points: leaflet.LatLngTuple[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    x += ring[at] ?? 0;
    y += ring[at + 1] ?? 0;
    points.push([y / 1000, x / 1000]);
  }
  return points;
};

/** Draws the coasts under everything else. */
export async function addCoasts(map: leaflet.Map): Promise<void> {
  const {ukCoast, neighbourCoast} = await import('./generated/uk-outline.js');
  const pane = map.createPane('coasts');
  pane.style.zIndex = '150';
  // Drawn far beyond what is seen, so that a shift of the map does not wait for a coast.
  const renderer = leaflet.svg({pane: 'coasts', padding: 1});
  const draw = (rings: CoastRings, className: string) =>
    leaflet.polygon(rings.map(ringPoints), {className, renderer, interactive: false, pane: 'coasts'}).addTo(map);
  draw(neighbourCoast, 'land neighbour');
  draw(ukCoast, 'land');
}

/** Most names at one time. More would hide the pins. */
const mostNames = 30;

/**
 * Writes the names of the largest towns in sight that keep out of each other's way. For the eye alone: each space says where it is in the
 * list.
 */
export class TownNames {
  readonly #layer: leaflet.LayerGroup;

  constructor(map: leaflet.Map, file: PlaceFile) {
    this.#layer = leaflet.layerGroup().addTo(map);
    // A town of many postcode districts is one that people know; how far a place reaches says little of that.
    const districts = new Map<number, number>();
    for (const [, , , town] of file.outcodes) districts.set(town, (districts.get(town) ?? 0) + 1);
    const size = (index: number) => districts.get(index) ?? 0;
    const towns = file.towns
      .map((town, index) => ({town, districts: size(index)}))
      .sort((a, b) => b.districts - a.districts)
      .map(({town}) => town);
    const draw = () => {
      this.#layer.clearLayers();
      const bounds = map.getBounds();
      const taken: leaflet.Point[] = [];
      for (const [name, latitude, longitude] of towns) {
        if (taken.length >= mostNames) break;
        if (!bounds.contains([latitude, longitude])) continue;
        const at = map.latLngToContainerPoint([latitude, longitude]);
        if (taken.some(other => Math.abs(other.x - at.x) < 96 && Math.abs(other.y - at.y) < 26)) continue;
        taken.push(at);
        this.#write(name.split(',')[0] ?? name, [latitude, longitude]);
      }
    };
    map.on('moveend', draw);
    draw();
  }

  #write(name: string, at: leaflet.LatLngTuple): void {
    const html = document.createElement('span');
    html.textContent = name;
    const icon = leaflet.divIcon({className: 'town', iconSize: [0, 0], html});
    const marker = leaflet.marker(at, {icon, interactive: false, keyboard: false, pane: 'shadowPane'});
    this.#layer.addLayer(marker);
    marker.getElement()?.setAttribute('aria-hidden', 'true');
  }
}
