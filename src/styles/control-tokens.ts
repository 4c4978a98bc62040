import {css} from '../internal/css.js';

/**
 * The tokens of controls, panels and drawings. A module of their own, so that the crisis signpost, which has none of
 * these, stays light.
 */
export const controlTokens = css`
  .held {
    --_ground: var(--held-ground, #f6f4ee);
    --_accent-deep: var(--held-accent-deep, #093e44);
    --_on-accent: var(--held-on-accent, #fff);
    --_tint: var(--held-tint, #e4efed);
    --_tint-strong: var(--held-tint-strong, #bbced0);
    --_line: var(--held-line, #cdd4d0);
    --_road: var(--held-road, #7b8d8a);
    --_glow: var(--held-glow, #ffe6ae);
    --_attention: var(--held-attention, #7a3b06);
    --_space-6: var(--held-space-6, 2em);
    --_border-strong: var(--held-border-strong, 0.1875em);
  }

  @media (forced-colors: active) {
    .held {
      --_ground: Canvas;
      --_tint: Canvas;
      --_tint-strong: Canvas;
      --_glow: Canvas;
      --_line: CanvasText;
      --_road: CanvasText;
      --_accent-deep: Highlight;
      --_on-accent: HighlightText;
      --_attention: CanvasText;
    }
  }

  @media print {
    .held {
      --_ground: #fff;
      --_tint: #fff;
      --_on-accent: #000;
      --_line: #000;
    }
  }
`;
