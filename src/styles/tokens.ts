import {css} from '../internal/css.js';

/**
 * Every public custom property with its default, read once into a private name. A host sets the public one on the
 * element or on any ancestor; a widget with no stylesheet around it looks right without.
 */
export const tokens = css`
  .held {
    --_ink: var(--held-ink, #16262a);
    --_ink-soft: var(--held-ink-soft, #40525a);
    --_paper: var(--held-paper, #fff);
    --_accent: var(--held-accent, #0b4f57);
    --_lamp: var(--held-lamp, #fcf2df);
    --_lamp-line: var(--held-lamp-line, #e6d0a2);
    --_edge: var(--held-edge, #5d6e73);
    --_focus-outer: var(--held-focus-outer, #16262a);
    --_focus-inner: var(--held-focus-inner, #ffd23f);
    --_space-1: var(--held-space-1, 0.25em);
    --_space-2: var(--held-space-2, 0.5em);
    --_space-3: var(--held-space-3, 0.75em);
    --_space-4: var(--held-space-4, 1em);
    --_space-5: var(--held-space-5, 1.5em);
    --_measure: var(--held-measure, 40em);
    --_radius: var(--held-radius, 0.25em);
    --_radius-panel: var(--held-radius-panel, 0.375em);
    --_border: var(--held-border, max(1px, 0.09em));
    --_target: var(--held-target, max(2.75em, 44px));
    --_small: max(0.875em, 14px);
  }

  @media (forced-colors: active) {
    .held {
      --_ink: CanvasText;
      --_ink-soft: CanvasText;
      --_paper: Canvas;
      --_lamp: Canvas;
      --_lamp-line: CanvasText;
      --_edge: CanvasText;
      --_accent: Highlight;
      --_focus-outer: Highlight;
      --_focus-inner: Canvas;
    }
  }

  @media print {
    .held {
      --_ink: #000;
      --_ink-soft: #000;
      --_paper: #fff;
      --_lamp: #fff;
      --_lamp-line: #000;
      --_accent: #000;
    }
  }
`;
