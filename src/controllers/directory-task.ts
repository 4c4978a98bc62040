import {Task, TaskStatus, type TaskConfig} from '@lit/task';
import type {LitElement} from 'lit';

/**
 * A Lit `Task` for requests to a directory. A plain `Task` goes on when its widget leaves the page, and starts nothing
 * when it comes back. This one stops if the widget is really gone, not if it is only moved within the page, and asks
 * again if it returns with nothing to show.
 */
export class DirectoryTask<Args extends readonly unknown[], Result> extends Task<Args, Result> {
  readonly #widget: LitElement;
  #stopped = false;

  constructor(widget: LitElement, config: TaskConfig<Args, Result>) {
    super(widget, config);
    this.#widget = widget;
    widget.addController({
      hostConnected: () => {
        if (!this.#stopped) return;
        this.#stopped = false;
        void this.run();
      },
      // Moving an element takes it out and puts it in again within one task of the browser.
      // https://html.spec.whatwg.org/multipage/custom-elements.html#custom-element-reactions
      hostDisconnected: () => queueMicrotask(() => this.#stopIfGone()),
    });
  }

  #stopIfGone(): void {
    if (this.#widget.isConnected || this.status !== TaskStatus.PENDING) return;
    this.#stopped = true;
    this.abort();
  }
}
