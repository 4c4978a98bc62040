import {html, nothing, type TemplateResult} from 'lit';

export interface HeadingOptions {
  readonly className?: string;
  readonly id?: string;
  /** Whether focus can be moved to it, though not by Tab. */
  readonly focusable?: boolean;
}

/**
 * A native heading of a level that only the host knows, since only the host knows what stands above the widget.
 * Below 1 and above 6 there are none, so the level stays within.
 */
export function heading(level: number, content: unknown, options: HeadingOptions = {}): TemplateResult {
  const {className = nothing, id = nothing} = options;
  const tabindex = options.focusable ? '-1' : nothing;
  switch (Math.max(1, Math.trunc(level) || 2)) {
    case 1:
      return html`<h1 class=${className} id=${id} tabindex=${tabindex}>${content}</h1>`;
    case 2:
      return html`<h2 class=${className} id=${id} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 class=${className} id=${id} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 class=${className} id=${id} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 class=${className} id=${id} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 class=${className} id=${id} tabindex=${tabindex}>${content}</h6>`;
  }
}
