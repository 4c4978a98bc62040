import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import type {ReactiveController} from 'lit';
import type {Widget} from '../../internal/drawn-element.js';
import {sendEvaluation} from '../../directory/evaluations.js';
import {Pass} from './pass.js';
import {Delivery, NotSent, setbackOf, waitAfter, wantsNewPass, type Delivered, type Setback} from './sending.js';

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
  /** The directory's token, and the work that it asks for. */
  readonly pass: Pass;

  readonly #host: Widget & {readonly directory: string};
  readonly #changed: (news: 'online' | 'ready') => void;
  #delivery = this.#newDelivery();
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed Called when a send may work that could not before: back online, or the wait is over. */
  constructor(host: Widget & {readonly directory: string}, changed: (news: 'online' | 'ready') => void) {
    this.#host = host;
    this.#changed = changed;
    this.pass = new Pass(
      () => host.directory,
      () => host.requestUpdate(),
    );
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
    this.pass.drop();
  }

  /**
   * One attempt. `true` when the directory has said that it holds the evaluation.
   *
   * @param write Writes what is sent, once sending has begun.
   */
  async send(write: () => Promise<EvaluationSubmission>): Promise<boolean> {
    const wasOnline = navigator.onLine;
    const attempt = ++this.#attempt;
    this.isSending = true;
    this.#host.requestUpdate();
    try {
      const delivered = await this.#delivery.send(await write());
      // Somebody has cleared everything since: nothing of it is shown any more.
      if (attempt !== this.#attempt) return false;
      this.delivered = delivered;
      this.setback = undefined;
      this.pass.drop();
      // With earlier answers stored, the key still stands for them, until they are taken back.
      if (!delivered.earlier) this.#delivery = this.#newDelivery();
      return true;
    } catch (error) {
      if (attempt !== this.#attempt) return false;
      const setback = setbackOf(error);
      // The connection went while it was on its way, so it may have arrived.
      const mayHaveArrived = setback === 'offline' && wasOnline && !(error instanceof NotSent);
      this.setback = mayHaveArrived ? 'unsure' : setback;
      if (setback === 'busy') this.#waitFor(waitAfter(error));
      if (setback === 'words-off') this.pass.says = {...this.pass.says, takesWords: false};
      return false;
    } finally {
      if (attempt === this.#attempt) this.isSending = false;
      this.#host.requestUpdate();
    }
  }

  /** Stops the work before a send. Once the evaluation is on its way, nothing stops it. */
  stop(): void {
    if (this.pass.isWorking) this.pass.drop();
  }

  /** Forgets what was sent. The next send is a new evaluation, with a key of its own. */
  renew(): void {
    this.#attempt += 1;
    this.#delivery = this.#newDelivery();
    this.delivered = this.setback = undefined;
    this.isSending = false;
    this.pass.drop();
    this.#host.requestUpdate();
  }

  #newDelivery(): Delivery {
    return new Delivery((submission, key) => this.#post(submission, key));
  }

  /** A token that was too old, or used up by an attempt that failed, is made good without troubling anybody, once. */
  async #post(submission: EvaluationSubmission, key: string) {
    const once = async () =>
      sendEvaluation(this.#host.directory, {...submission, ...(await this.pass.show())}, {key, timeout: patience});
    try {
      return await once();
    } catch (error) {
      if (!wantsNewPass(error)) throw error;
      this.pass.drop();
      return await once();
    }
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
    if (isBack) this.pass.resume();
    if (isBack && this.setback) this.#changed('online');
  };
}
