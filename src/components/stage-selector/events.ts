import type {Journey} from '../../controllers/journey.js';

/** What a person chose: where they are, where they are as a holder, and whom it is for. */
export type StageChoices = Pick<Journey, 'stages' | 'holderStages' | 'role'>;

/**
 * The person changed what they chose. It carries nothing of what that is, so that a host learns only that something
 * changed; unless the host has asked with `share-choices`, which the widget then tells the person.
 */
export class StageChangeEvent extends Event {
  /** Missing unless the host asked. */
  declare readonly choices?: StageChoices;

  constructor(choices?: StageChoices) {
    super('held-stage-change', {bubbles: true, composed: true});
    if (choices) this.choices = choices;
  }
}

declare global {
  interface HTMLElementEventMap {
    'held-stage-change': StageChangeEvent;
  }
}
