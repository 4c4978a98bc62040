/**
 * The person changed what they chose. It carries nothing of what that is: a host learns only that something changed.
 */
export class StageChangeEvent extends Event {
  static readonly eventName = 'held-stage-change';

  constructor() {
    super(StageChangeEvent.eventName, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'held-stage-change': StageChangeEvent;
  }
}
