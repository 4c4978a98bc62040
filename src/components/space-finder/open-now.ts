import {openPlaces} from '@held-spaces/domain/open-places';
import type {Result} from '@held-spaces/domain/search';
import {msg} from '@lit/localize';
import {JourneyController, type OpenSpaces} from '../../controllers/journey.js';
import type {Widget} from '../../internal/drawn-element.js';
import {sentences} from '../../internal/crisis-words.js';
import {wayInNames} from '../../internal/fact-vocabulary.js';
import {distanceWords, named} from './card-words.js';
import {hoursWords} from './hours-words.js';
import type {ToolsView} from './take-away/tools.js';

/** A person in a hard moment reads a few. The whole list is one press away. */
const atMost = 4;

/**
 * Tells the other widgets of the page, when they ask, which places near the one that was searched for are open at that
 * moment: the crisis signpost, for somebody who wants to be with someone. It is worked out on the device from what the
 * finder has, and stays in memory.
 */
class OpenNow extends JourneyController {
  #view: ToolsView | undefined;
  #told = '';

  /** Takes the list as it stands on the page now. */
  take(view: ToolsView): void {
    // A finder that has left the page may draw once more.
    if (!this.host.isConnected) return;
    const {found, choices} = view;
    const isOther = found !== this.#view?.found;
    const told = JSON.stringify(choices);
    this.#view = view;
    if (!isOther && told === this.#told) return;
    this.#told = told;
    // Not while the list that it comes from is being drawn.
    queueMicrotask(() => {
      if (this.#view === view) this.set({openNow: this.#openNow});
    });
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#view = undefined;
    if (this.now.openNow === this.#openNow) this.set({openNow: undefined});
  }

  readonly #openNow = (): OpenSpaces | undefined => {
    if (!this.#view) return undefined;
    const {results, found, open, unit} = this.#view;
    const {place, found: list} = found;
    if (!place || !open) return undefined;
    const now = new Date();
    const wanted = new Set(results.map(({space: {id}}) => id));
    const {sample, staleAfterDays} = list.index;
    const spaces = openPlaces(list.spaces, {place, now, staleAfterDays, isWanted: ({id}) => wanted.has(id)});
    return {
      words: spaces.length
        ? sentences(
            msg('These spaces are near the place you chose and say they are open now. Ask first if you can.', {
              id: 'crisis.can.be-with.text',
            }),
            sample
              ? msg('These are sample spaces. Check every detail before you go.', {id: 'finder.sample'})
              : undefined,
          )
        : msg('We know of no space that is open near you now. Here are people you can reach by phone or text.', {
            id: 'crisis.can.be-with.none',
          }),
      spaces: spaces.slice(0, atMost).map(result => ({
        name: result.space.name,
        words: wordsOf(result, now, unit),
        phone: result.space.contact.phone,
        open: () => open(result),
      })),
    };
  };
}

const shared = new WeakMap<Widget, OpenNow>();

/** Tells the other widgets of the page of what is open in this list, and of it alone. */
export function shareOpenNow(host: Widget, view: ToolsView): void {
  const openNow = shared.get(host) ?? new OpenNow(host);
  shared.set(host, openNow);
  openNow.take(view);
}

/** Until when, how far, and how one comes in, where that is known. */
function wordsOf({space, hours, distanceKm}: Result, now: Date, unit: 'miles' | 'km'): string {
  const {words, said} = hoursWords(space.schedules, hours, now) ?? {};
  return sentences(words, said, distanceWords(space, distanceKm, unit), ...named(wayInNames, space.waysIn));
}
