/** An evaluation was sent, and the directory has it. It says nothing of what was answered, or about which space. */
export class EvaluationSentEvent extends Event {
  constructor() {
    super('held-evaluation-sent', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'held-evaluation-sent': EvaluationSentEvent;
  }
}
