import type {Result} from '@held-spaces/domain/search';

/** The spaces that a person put aside. In memory only, for as long as the page is open. */
export class ShortList {
  #results: readonly Result[] = [];

  /** In the order in which they were added. */
  get results(): readonly Result[] {
    return this.#results;
  }

  has({space}: Result): boolean {
    return this.#results.some(kept => kept.space.id === space.id);
  }

  /** Adds a space, or takes it off where it is on the list. Says which. */
  toggle(result: Result): 'added' | 'removed' {
    const isOn = this.has(result);
    this.#results = isOn ? this.#results.filter(({space}) => space.id !== result.space.id) : [...this.#results, result];
    return isOn ? 'removed' : 'added';
  }
}
