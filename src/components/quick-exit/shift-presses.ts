const within = 5000;

/** Set on `<body>` by whoever listens for Shift first: GOV.UK's button, another copy of ours. Two must never both count. */
const guard = 'govukFrontendExitThisPageKeypress';

export interface ShiftHandlers {
  /** Once, then twice. */
  readonly pressed: (count: number) => void;
  /** Too late, or another key. */
  readonly stopped: () => void;
  readonly done: () => void;
}

/**
 * Counts Shift pressed alone, three times, each within five seconds of the one before, as GOV.UK's "Exit this page" does.
 * Another key starts it again, and Shift held for a capital does not count: its letter comes up first, with Shift down.
 * https://github.com/alphagov/govuk-frontend/blob/main/packages/govuk-frontend/src/govuk/components/exit-this-page/exit-this-page.mjs
 */
export class ShiftPresses {
  readonly #handlers: ShiftHandlers;
  #count = 0;
  #wasModifier = false;
  #isListening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #keyUp = ({key, shiftKey}: KeyboardEvent) => {
    if (key === 'Shift' && !this.#wasModifier) this.#press();
    else if (this.#count) this.#stop();
    this.#wasModifier = shiftKey;
  };

  constructor(handlers: ShiftHandlers) {
    this.#handlers = handlers;
  }

  /** Where nobody else on the page does, a button of the host's included. */
  listen(): void {
    const {dataset} = document.body;
    if (guard in dataset) return;
    dataset[guard] = 'true';
    this.#isListening = true;
    // Before the page's own handlers, which may stop an event.
    document.addEventListener('keyup', this.#keyUp, true);
  }

  stopListening(): void {
    if (!this.#isListening) return;
    this.#isListening = false;
    this.forget();
    document.removeEventListener('keyup', this.#keyUp, true);
    Reflect.deleteProperty(document.body.dataset, guard);
  }

  /** Begins again, in silence. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#count = 0;
  }

  #press() {
    this.#count += 1;
    clearTimeout(this.#timer);
    if (this.#count === 3) {
      this.forget();
      this.#handlers.done();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#stop();
    }, within);
    this.#handlers.pressed(this.#count);
  }

  #stop() {
    this.forget();
    this.#handlers.stopped();
  }
}
