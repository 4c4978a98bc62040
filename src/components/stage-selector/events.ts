/**
 * The person changed what they chose. It carries nothing of what that is: a host learns only that something changed.
 */
export class StageChangeEvent extends Event {
  constructor() {
    super('held-stage-change', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'held-stage-change': StageChangeEvent;
  }
}
