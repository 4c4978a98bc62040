import {html} from 'lit';
import {css} from '../../internal/css.js';

const lanes =
  'M24 35c20 6 38-3 60 0s33 4 57-1 37 1 54 2m-170 0C10 40 4 54 6 73s6 33 22 37c20 5 35-4 55 0s28 1 38 1m-40-75c5 17-6 37-1 50s2 17 1 22m79-75c7 20-4 30-2 43 1 15-10 27-30 34';
const shore = 'M240 58c-9 1-15 6-24 5s-16 6-27 8c-14 2-21 1-30 9-7 8-5 17-13 24-8 7-15 10-16 21 0 10 6 23 5 35';

/**
 * The land behind three places by two, 240 by 160; it stretches. The lanes pass the feet of the places, at heights of
 * 35 and 110. They have no arrows: every one goes both ways. The crossing to the sea is dotted.
 */
export const landDrawing = () =>
  html`<svg viewBox="0 0 240 160" preserveAspectRatio="none">
    <path class="sea" d="${shore}h105z" />
    <path
      class="hair"
      d="M0 16c18-9 33-8 48-4 15-8 30-10 47-4 18-7 38-7 55 1 15-5 30-6 45-1 15-4 30-3 45 3m-165 4c8-2 13-2 19 1m66-1c8-4 15-3 23 0m-14 70c3 0 3-1.5 6-1.5s3 1.5 6 1.5m45-16c3 0 3-1.5 6-1.5s3 1.5 6 1.5m-88 82c3 0 3-1.5 6-1.5s3 1.5 6 1.5m0-52c3 0 3-1.5 6-1.5s3 1.5 6 1.5m59 52c3 0 3-1.5 6-1.5M62 58c1-2 1-3 0-4m1 4c1-1 1-2 3-2m18 97c1-2 1-3 0-4m1 4c1-1 1-2 3-2m60-101c1-2 1-3 0-4m1 4c1-1 1-2 3-2"
    />
    <path class="hair" d=${shore} />
    <path class="lane" d=${lanes} />
    <path class="lane-inside" d=${lanes} />
    <path class="crossing" d="M208 36c17 1 28 12 28 30s-2 35-17 42m-39 2c-15 6-27-2-40 1" />
  </svg>`;

/** The room for it is made by the styles of the road. */
export const styles = css`
  .land svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    overflow: visible;
  }

  .land path {
    vector-effect: non-scaling-stroke;
  }

  .land .lane {
    stroke-width: 13px;
  }

  .land .lane-inside {
    stroke-width: 9.5px;
  }

  .land .crossing {
    stroke: var(--_road);
    stroke-width: 2.5;
    stroke-dasharray: 1 8;
  }

  .land .hair {
    stroke: var(--_line);
  }

  .land .sea {
    fill: var(--_tint);
    stroke: none;
    opacity: 0.55;
  }

  /* The land turns round with the grid. A browser without this selector shows the places rightly, on land that does not. */
  .land:dir(rtl) {
    transform: scaleX(-1);
  }
`;
