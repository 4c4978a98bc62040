import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import type {ReactiveController} from 'lit';
import type {Widget} from '../../internal/drawn-element.js';
import {sendEvaluation} from '../../directory/evaluations.js';
import {Delivery, setbackOf, waitAfter, type Delivered, type Setback} from './sending.js';

/** Seconds until a send is given up. Longer than a read: on a weak line, giving up early leaves the person unsure. */
const patience = 45;

/** Sends an evaluation when the person says so, and never by itself; knows how it went. */
export class Sender implements ReactiveController {
  /** Why the last attempt brought no receipt. */
  setback: Setback | undefined;
  delivered: Delivered | undefined;
  isSending = false;
  /** A busy directory asked us to wait, and the wait is not over. */
  isWaiting = false;
  /** `false` while the device says that it has no connection. */
  isOnline = true;

  readonly #host: Widget & {readonly directory: string};
  readonly #changed: (news: 'online' | 'ready') => void;
  #delivery = this.#newDelivery();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed Called when a send may work that could not before: back online, or the wait is over. */
  constructor(host: Widget & {readonly directory: string}, changed: (news: 'online' | 'ready') => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.isOnline = navigator.onLine;
    window.addEventListener('online', this.#connection);
    window.addEventListener('offline', this.#connection);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#connection);
    window.removeEventListener('offline', this.#connection);
    clearTimeout(this.#timer);
    this.isWaiting = false;
  }

  /** One attempt. `true` when the directory has said that it holds the evaluation. */
  async send(submission: EvaluationSubmission): Promise<boolean> {
    const wasOnline = navigator.onLine;
    this.isSending = true;
    this.#host.requestUpdate();
    try {
      this.delivered = await this.#delivery.send(submission);
      this.setback = undefined;
      // With earlier answers stored, the key still stands for them, until they are taken back.
      if (!this.delivered.earlier) this.#delivery = this.#newDelivery();
      return true;
    } catch (error) {
      const setback = setbackOf(error);
      // The connection went while it was on its way, so it may have arrived.
      this.setback = setback === 'offline' && wasOnline ? 'unsure' : setback;
      if (setback === 'busy') this.#waitFor(waitAfter(error));
      return false;
    } finally {
      this.isSending = false;
      this.#host.requestUpdate();
    }
  }

  /** Forgets what was sent. The next send is a new evaluation, with a key of its own. */
  renew(): void {
    this.#delivery = this.#newDelivery();
    this.delivered = this.setback = undefined;
    this.#host.requestUpdate();
  }

  #newDelivery(): Delivery {
    return new Delivery((submission, key) =>
      sendEvaluation(this.#host.directory, submission, {key, timeout: patience}),
    );
  }

  #waitFor(seconds: number): void {
    this.isWaiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isWaiting = false;
      this.#host.requestUpdate();
      this.#changed('ready');
    }, seconds * 1000);
  }

  readonly #connection = () => {
    const isBack = navigator.onLine && !this.isOnline;
    this.isOnline = navigator.onLine;
    this.#host.requestUpdate();
    if (isBack && this.setback) this.#changed('online');
  };
}
