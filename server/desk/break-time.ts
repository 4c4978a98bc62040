import {html, nothing} from 'lit';
import {msg, str} from '@lit/localize';
import {breakChoices, type DeskSession} from '@held-spaces/domain/desk';

const minute = 60_000;

/** When somebody who reads hard words is asked, once, whether they would like a break. It keeps nobody from anything. */
export class BreakTime {
  /** Whether it is time to ask. */
  isDue = false;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed Called when it is time. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Somebody reads. The time counts from the first item that they open. */
  reading({breakAfter}: DeskSession): void {
    if (this.#timer !== undefined || breakAfter === 0) return;
    this.#timer = setTimeout(() => {
      this.isDue = true;
      this.#changed();
    }, breakAfter * minute);
  }

  /** They have stopped, or do not want to be asked now. */
  over(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isDue = false;
  }
}

/** The question, in a place that is always there, so that it is heard once and takes no focus. */
export const breakQuestion = (isDue: boolean, later: () => void) =>
  html`<div class="row break">
    <p role="status">
      ${isDue ? msg('You have been reading for a while. Would you like a break?', {id: 'desk.care.break'}) : nothing}
    </p>
    ${
      isDue
        ? html`<button type="button" class="button" @click=${later}>
            ${msg('Not now', {id: 'desk.care.break.later'})}
          </button>`
        : nothing
    }
  </div>`;

/** The moderator's own setting. */
export function breakSetting({breakAfter}: DeskSession, set: (minutes: number) => void) {
  const change = ({target}: Event) => set(Number((target as HTMLSelectElement).value));
  return html`<div>
    <label class="label" for="break">
      ${msg('After how much reading should we ask if you want a break?', {id: 'desk.care.break.setting'})}
    </label>
    <select class="select" id="break" @change=${change}>
      ${breakChoices.map(
        minutes =>
          html`<option value=${minutes} ?selected=${minutes === breakAfter}>
            ${
              minutes === 0
                ? msg('Never', {id: 'desk.care.break.never'})
                : msg(str`${minutes} minutes`, {id: 'desk.care.break.after'})
            }
          </option>`,
      )}
    </select>
  </div>`;
}
