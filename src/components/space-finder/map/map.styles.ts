import {css} from '../../../internal/css.js';

/**
 * What Leaflet needs of its own stylesheet (leaflet 1.9.4, dist/leaflet.css, BSD-2-Clause), inside the widget, without what
 * is for browsers of long ago and for parts that are not used here; and then our own.
 */
export const mapStyles = css`
  .leaflet-pane,
  .leaflet-tile,
  .leaflet-marker-icon,
  .leaflet-tile-container,
  .leaflet-pane > svg,
  .leaflet-zoom-box,
  .leaflet-layer {
    position: absolute;
    inset-block-start: 0;
    left: 0;
  }

  .leaflet-container {
    overflow: hidden;
    -webkit-tap-highlight-color: transparent;
  }

  .leaflet-tile,
  .leaflet-marker-icon {
    -webkit-user-select: none;
    user-select: none;
    -webkit-user-drag: none;
  }

  .leaflet-container .leaflet-overlay-pane svg,
  .leaflet-container .leaflet-tile-pane img,
  .leaflet-container .leaflet-tile {
    max-width: none !important;
    max-height: none !important;
    padding: 0;
  }

  .leaflet-container.leaflet-touch-zoom {
    touch-action: pan-x pan-y;
  }

  .leaflet-container.leaflet-touch-drag {
    touch-action: pinch-zoom;
  }

  .leaflet-container.leaflet-touch-drag.leaflet-touch-zoom {
    touch-action: none;
  }

  .leaflet-tile {
    visibility: hidden;
  }

  .leaflet-tile-loaded {
    visibility: inherit;
  }

  .leaflet-pane {
    z-index: 400;
  }

  .leaflet-tile-pane {
    z-index: 200;
  }

  .leaflet-overlay-pane {
    z-index: 400;
  }

  .leaflet-shadow-pane {
    z-index: 500;
  }

  .leaflet-marker-pane {
    z-index: 600;
  }

  .leaflet-fade-anim .leaflet-tile {
    will-change: opacity;
  }

  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }

  svg.leaflet-zoom-animated {
    will-change: transform;
  }

  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }

  .leaflet-zoom-anim .leaflet-tile,
  .leaflet-pan-anim .leaflet-tile {
    transition: none;
  }

  .leaflet-zoom-anim .leaflet-zoom-hide {
    visibility: hidden;
  }

  .leaflet-pane > svg path {
    pointer-events: none;
  }

  .leaflet-grab {
    cursor: grab;
  }

  .leaflet-dragging .leaflet-grab {
    cursor: grabbing;
  }

  .leaflet-interactive {
    cursor: pointer;
  }

  .map-panel > * + * {
    margin-block-start: var(--_space-2);
  }

  .map-frame {
    position: relative;
    max-inline-size: none;
  }

  /* Its panes stand above each other, and above nothing of the host's. */
  .map {
    position: relative;
    isolation: isolate;
    block-size: min(26em, 70vh);
    background: #dfe9ec;
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius-panel);
    direction: ltr;
  }

  .map .land {
    fill: #fbfaf6;
    fill-opacity: 1;
    stroke: #7b8d8a;
    stroke-opacity: 1;
    stroke-width: 1;
  }

  .map .neighbour {
    fill: #eef0ec;
  }

  .map .area {
    fill: #0b4f57;
    fill-opacity: 0.1;
    stroke: #0b4f57;
    stroke-opacity: 0.7;
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }

  /* Below its point: most spaces of which only the town is known stand there, and their pins would hide it. */
  .town span {
    position: absolute;
    transform: translate(-50%, 1.125em);
    white-space: nowrap;
    font-size: 13px;
    line-height: 1;
    color: #40525a;
    text-shadow:
      0 0 2px #fbfaf6,
      0 0 2px #fbfaf6,
      0 0 2px #fbfaf6;
  }

  /* The mark is small and what can be pressed is not. */
  .pin {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: -22px 0 0 -22px;
    border-radius: 50%;
    cursor: pointer;
  }

  .pin span {
    display: grid;
    place-items: center;
    min-inline-size: 22px;
    block-size: 22px;
    box-sizing: border-box;
    border: 3px solid #fff;
    border-radius: 50%;
    background: #0b4f57;
    color: #fff;
    box-shadow: 0 0 0 1.5px #0b4f57;
    font-size: 14px;
    font-weight: 700;
    line-height: 1;
  }

  .pin.about span {
    background: #fff;
    border: 6px solid #0b4f57;
    box-shadow: 0 0 0 2px #fff;
  }

  .pin.several span {
    min-inline-size: 34px;
    block-size: 34px;
  }

  .pin:focus-visible {
    outline: 3px solid var(--_focus-outer);
    outline-offset: -4px;
    box-shadow: inset 0 0 0 6px var(--_focus-inner);
  }

  .map:focus-visible {
    outline: 3px solid var(--_focus-outer);
    outline-offset: 2px;
  }

  .zoom {
    position: absolute;
    inset-block-start: var(--_space-2);
    inset-inline-end: var(--_space-2);
    display: grid;
    gap: var(--_space-1);
  }

  .zoom .button {
    min-inline-size: var(--_target);
    padding: 0;
    justify-content: center;
    font-weight: 700;
    line-height: 1;
  }

  .picked li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_space-3);
  }

  @media (forced-colors: active) {
    .map {
      background: Canvas;
    }

    .map .land {
      fill: Canvas;
      stroke: CanvasText;
    }

    .map .area {
      fill: none;
      stroke: CanvasText;
    }

    /* Not adjusted: the ground that browsers put behind words would cover pins. */
    .town span {
      forced-color-adjust: none;
      color: CanvasText;
      text-shadow: none;
    }

    .pin span,
    .pin.about span {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Canvas;
      color: HighlightText;
      box-shadow: 0 0 0 1.5px CanvasText;
    }
  }

  @media print {
    .map-panel {
      display: none;
    }
  }
`;
