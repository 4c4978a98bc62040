/**
 * A person searched. It carries nothing: where, and for what, is theirs.
 */
export class SearchEvent extends Event {
  constructor() {
    super('held-search', {bubbles: true, composed: true});
  }
}

/**
 * A person opened a space. It does not say which, since that may say what they need. Cancel it to keep the list in
 * place.
 */
export class SpaceOpenEvent extends Event {
  constructor() {
    super('held-space-open', {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'held-search': SearchEvent;
    'held-space-open': SpaceOpenEvent;
  }
}
