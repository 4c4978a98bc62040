/* eslint lit-a11y/click-events-have-key-events: off -- Keys go to the field, which keeps focus, as in every combobox. */
import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Place, PlaceFile} from '@held-spaces/domain/places';
import {suggestPlaces} from '@held-spaces/domain/suggest-places';
import {css} from '../../internal/css.js';
import type {Widget} from '../../internal/drawn-element.js';

/** As many as can be read without scrolling on a small phone. */
const atMost = 7;

export interface SuggestionsOptions {
  readonly host: Widget;
  /** The places to suggest from, which are searched on the device. */
  readonly places: () => Promise<PlaceFile>;
  readonly choose: (place: Place) => void;
}

/**
 * Suggests places as somebody types, as an editable combobox with a list that opens by itself and chooses nothing by itself:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class Suggestions {
  readonly #options: SuggestionsOptions;
  #places: readonly Place[] = [];
  #active = -1;
  #text = '';

  /** How many there are, for those who cannot see them. */
  said = '';

  constructor(options: SuggestionsOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#places.length > 0;
  }

  /** Id of the suggestion that Enter would choose. */
  get activeId(): string | undefined {
    return this.isOpen && this.#active >= 0 ? `place-${this.#active}` : undefined;
  }

  /** Suggests for what now stands in the field. Where there is no file of places, nothing is suggested. */
  async type(text: string): Promise<void> {
    this.#text = text;
    const file = await this.#options.places().catch(() => undefined);
    // What was typed since then is asked for by itself.
    if (!file || text !== this.#text) return;
    const isWord = text.trim().length > 1;
    this.#show(isWord ? suggestPlaces(file, text, atMost) : []);
    if (isWord) {
      this.said = this.isOpen
        ? msg(str`Places that match: ${this.#places.length}`, {id: 'finder.where.suggestions'})
        : msg('No place matches yet', {id: 'finder.where.no-suggestions'});
    }
  }

  close(): void {
    this.#text = '';
    this.#show([]);
  }

  key(event: KeyboardEvent): void {
    const {key} = event;
    const count = this.#places.length;
    const place = this.#places[this.#active];
    if (key === 'Escape') {
      if (!this.isOpen) (event.target as HTMLInputElement).value = '';
      this.close();
    } else if (this.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) {
      // One step more than there are places: back in the field, with none of them.
      const step = key === 'ArrowDown' ? 1 : -1;
      this.#active = ((this.#active + 1 + step + count + 1) % (count + 1)) - 1;
      this.#options.host.requestUpdate();
    } else if (key === 'Enter' && place) {
      this.#choose(place);
    } else {
      return;
    }
    event.preventDefault();
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<ul
      id="places"
      class="suggestions"
      role="listbox"
      aria-label=${msg('Place or postcode', {id: 'finder.where.label'})}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${this.#places.map(
        (place, index) =>
          html`<li
            id=${`place-${index}`}
            role="option"
            aria-selected=${index === this.#active}
            @click=${() => this.#choose(place)}
          >
            ${place.name}${place.town ? html`<span class="soft">, ${place.town}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #choose(place: Place): void {
    this.close();
    this.#options.choose(place);
  }

  #show(places: readonly Place[]): void {
    this.#places = places;
    this.#active = -1;
    this.said = '';
    this.#options.host.requestUpdate();
  }
}

export const suggestionStyles = css`
  .typed {
    position: relative;
  }

  .suggestions {
    position: absolute;
    inset-block-start: calc(100% + var(--_space-1));
    inset-inline: 0;
    z-index: 1;
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .suggestions li {
    min-block-size: var(--_target);
    padding: calc((var(--_target) - 1.5em) / 2) var(--_space-3);
    cursor: pointer;
  }

  .suggestions li:hover {
    background: var(--_tint);
  }

  .suggestions [aria-selected='true'] {
    background: var(--_tint);
    outline: 3px solid var(--_focus-outer);
    outline-offset: -3px;
  }
`;
