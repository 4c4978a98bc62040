import type {Space} from '@held-spaces/domain/space';
import type {StoredSpace} from './store.js';

/**
 * A stored space whose document is read each time that it is asked for. A hundred thousand of them read at once would be
 * most of a small server's memory, and half of the time that it takes to start would go into tidying that up.
 */
export class StoredDocument implements StoredSpace {
  readonly document: string;
  readonly lastModified: string;

  constructor(document: string, lastModified: string) {
    this.document = document;
    this.lastModified = lastModified;
  }

  get space(): Space {
    return JSON.parse(this.document) as Space;
  }
}
