/** Other widgets of a page, as far as a finder can tell. For tests in a browser, beside `finder.ts`. */
import {LitElement} from 'lit';
import {JourneyController, type LandmarkKind} from '../../src/controllers/journey.js';

function neighbour(tag: string, kind?: LandmarkKind) {
  class Neighbour extends LitElement {
    reveals = 0;
    readonly journey = new JourneyController(this, kind, () => this.reveals++);
  }
  customElements.define(tag, Neighbour);
  return (): InstanceType<typeof Neighbour> => document.createElement(tag) as InstanceType<typeof Neighbour>;
}

export const signpost = neighbour('x-finder-signpost', 'signpost');
export const evaluation = neighbour('x-finder-evaluation', 'evaluation');

/** Chooses, and hears what the others chose. */
export const onlooker = neighbour('x-finder-onlooker')();
document.body.append(onlooker);
export const journey = () => onlooker.journey.now;

afterEach(() => {
  document.querySelectorAll('x-finder-signpost, x-finder-evaluation').forEach(element => element.remove());
});
