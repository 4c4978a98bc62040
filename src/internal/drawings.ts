import {html} from 'lit';

/**
 * Our own drawings of the road: six places of 160 by 110, and one bend of the lane. The land behind them, where there is
 * room for one, is in `stage-selector/landscape.ts`.
 * All are hidden from screen readers: the labels beside them speak. Lines take the colour of the words around them and
 * fills take the tokens, as presentation attributes, which a strict content security policy allows. One function a
 * drawing, so that a widget carries only those it draws; one whole template each, so that a minifier sees that it is SVG
 * and leaves the elements closed.
 */

/** Everyday life: a house with lit windows, a tree and a fence. */
export const everydayLifeDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path d="M6 99c30-8 108-9 148-1" />
    <path d="M47 94v-35l26-21 26 21v34" fill="var(--_paper)" />
    <path d="M40 64 73 37l33 27M88 49V36h7v19M92 30c-5-6 5-9 0-16M66 94V75a7 7 0 0 1 14 0v19M76 85v1" />
    <path d="M85 68h9v9h-9zM52 68h9v9h-9z" fill="var(--_glow)" />
    <path d="M129 95V66M129 82l7-7M129 76l-6-6M14 97V82M24 96V81M34 95V80M9 86l30-3M9 92l30-3" />
    <path
      d="M129 30c-9-1-15 6-14 13-8 3-10 13-4 18 4 5 12 6 18 4 7 3 16 1 19-5 4-6 1-13-5-16 1-8-5-14-14-14z"
      fill="var(--_tint)"
    />
  </svg>`;

/** Testing times: hills in wind and rain, and a tree that bends. */
export const testingTimesDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path d="M6 99c20-16 42-20 62-9 18-15 54-17 86 9M68 90c8 4 14 7 18 9" />
    <path d="M40 49a13 13 0 0 1 2-26 20 20 0 0 1 37-7 15 15 0 0 1 16 33z" fill="var(--_tint)" />
    <path
      d="m48 57-4 9M64 57l-4 9M80 57l-4 9M56 69l-4 9M72 69l-4 9M104 27h25a7 7 0 1 0-7-7M108 37h37M116 84c-2-12 0-20 6-27M118 68c4-3 7-4 11-4"
    />
    <path
      d="M118 58c-3-6 0-13 7-13 3-6 12-7 16-2 6-1 10 4 9 9-2 6-8 5-12 5-3 4-7 2-10 1-3 3-7 3-10 0z"
      fill="var(--_tint)"
    />
  </svg>`;

/** On the threshold: an open gate in a wall, with a way through. */
export const thresholdDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path
      d="M66 62h28m-22 0 4-4 5 4 4-3 4 3M80 45v-4M78 43h4M50 97V51a30 30 0 0 1 60 0v46M64 95V52a16 16 0 0 1 32 0v43M51 40l12 7M80 21v15M109 40l-12 7M50 58h14M50 76h14M96 58h14M96 76h14M50 66H8v31M110 66h42v31M8 81h42M110 81h42M22 66v15M36 81v16M124 81v16M138 66v15"
    />
    <path d="M96 56l20 8v39l-20-8M102 60v37M110 63v37" fill="var(--_paper)" />
    <path d="M70 104c2-14 5-24 8-34M92 96c-2-9-4-18-8-26M4 99c16-2 32-2 46-1M118 100c14-2 26-2 38-1" />
  </svg>`;

/** Really extreme times: a small boat with a lit lantern on a rough sea. */
export const extremeTimesDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path
      d="M4 80c14-6 26-22 31-46 15 1 25 12 23 23-2 6-10 7-12 1-9 8-6 18 6 22 8 3 12 8 20 8M15 80c12-6 20-16 25-32M72 88c8 0 12-6 20-6s12 6 20 6 12-6 20-6 12 6 22 6M10 92c8 0 12 6 20 6s12-6 20-6 12 6 20 6 12-6 20-6 12 6 20 6 12-6 20-6 8 3 14 4"
    />
    <circle cx="108" cy="36" r="15" fill="var(--_glow)" stroke="none" />
    <path
      d="m84 67 8 15M84 67h48l-9 15M108 67V46M108 57l14 10M108 57 93 67M104 30h8l2 4v10h-12V34zM106 30v-3h4v3M138 20a11 11 0 1 0 10 16 12 12 0 0 1-10-16zM70 16v6M67 19h6M16 22v4M14 24h4"
    />
  </svg>`;

/** Returning or emerging: a shore at first light, with new leaves. */
export const returningEmergingDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path d="M56 54a24 24 0 0 1 48 0" fill="var(--_glow)" />
    <path
      d="M10 54h140M80 14v8m-30 3 6 6m54-6-6 6M38 42l7 3m77-3-7 3M22 64h24m14-2h30m14 3h34m-62 5h16M4 92c26-12 52-16 76-14s52 2 76-4"
    />
    <path d="m22 87 10-9 38-3c-2 9-8 14-18 15-12 2-22 1-30-3z" fill="var(--_paper)" />
    <path d="m34 84 6-6M48 83l4-7M112 102V84" />
    <path d="M112 92c-8 0-13-5-13-12 8 0 13 5 13 12zM112 88c0-8 5-13 13-13 0 8-5 13-13 13z" fill="var(--_tint)" />
    <path d="M138 101V92c0-5 3-8 8-8 0 5-3 8-8 8M138 96c-4 0-7-3-7-7M88 103v-8c-4 0-7-3-7-7 5 0 7 3 7 7" />
  </svg>`;

/** Not sure: a bench by a signpost that points both ways. */
export const notSureDrawing = () =>
  html`<svg class="drawing" viewBox="0 0 160 110">
    <path d="M6 99c40-7 108-7 148 0M58 96V18M54 18h8" />
    <path d="M58 26H26l-9 8 9 8h32zM58 48h34l9 8-9 8H58z" fill="var(--_tint)" />
    <path
      d="M28 34h20M68 56h20M98 78h48M98 84h48M104 84v12M140 84v12M100 70h44M104 70v14M140 70v14M76 98c1-5 0-8-2-11M77 98c1-4 3-7 6-8M20 98c0-4-1-6-3-8M21 98c1-4 2-5 4-6"
    />
  </svg>`;

/** Half a bend of the lane, from a place (above, to one side) to half way to the next (below, in the middle). */
export const laneDrawing = () =>
  html`<svg class="bend" viewBox="0 0 40 40" preserveAspectRatio="none">
    <path class="lane" d="M33 0C32 14 26 28 20 40" />
    <path class="lane-inside" d="M33 0C32 14 26 28 20 40" />
  </svg>`;
