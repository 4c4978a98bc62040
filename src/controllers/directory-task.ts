import type {ReactiveController} from 'lit';
import type {Widget} from '../internal/drawn-element.js';

/**
 * What a widget asks a directory for. Only the newest question counts: the answer to an older one, or to one that was
 * dropped, changes nothing. Nothing is taken while the widget is away from the page; a question that was still open is
 * asked again when the widget comes back. (`@lit/task` does neither, and weighs three times as much.)
 */
export class DirectoryTask implements ReactiveController {
  readonly #host: Widget;
  #round = 0;
  #ask: (() => void) | undefined;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a question is open. */
  get isWaiting(): boolean {
    return this.#ask !== undefined;
  }

  /** Asks, and hands over what comes of it unless something newer was asked. The widget draws itself anew each time. */
  run<T>(ask: () => Promise<T>, take: (answer: T) => void, fail: (error: unknown) => void): void {
    this.#ask = () => {
      const round = ++this.#round;
      const settle =
        <V>(then: (value: V) => void) =>
        (value: V) => {
          if (round !== this.#round) return;
          this.#ask = undefined;
          then(value);
          this.#host.requestUpdate();
        };
      ask().then(settle(take), settle(fail));
    };
    this.#ask();
    this.#host.requestUpdate();
  }

  /** Forgets the question. */
  drop(): void {
    this.#round++;
    this.#ask = undefined;
  }

  // A move within the page takes the widget out and puts it in again: what is asked twice at once is requested once.
  hostConnected(): void {
    this.#ask?.();
  }

  hostDisconnected(): void {
    this.#round++;
  }
}
