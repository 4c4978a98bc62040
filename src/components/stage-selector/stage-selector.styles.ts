import {css} from '../../internal/css.js';

/** The list is the default. The landscape is for where there is room, and for browsers that can tell. */
export const stageSelectorStyles = css`
  .held > * + * {
    margin-block-start: var(--_space-5);
  }

  :is(.intro, .roles, .answers) > * + * {
    margin-block-start: var(--_space-2);
  }

  .forward {
    scroll-margin-block-start: 1em;
  }

  /* Whom it is for: radios, drawn as one control in two or three parts. */

  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 1px;
    max-inline-size: 100%;
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_edge);
    overflow: hidden;
  }

  .segment {
    flex: auto;
    position: relative;
    cursor: pointer;
  }

  .segment input {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .segment span {
    display: grid;
    place-content: center;
    min-block-size: var(--_target);
    padding: var(--_space-2) var(--_space-3);
    background: var(--_paper);
  }

  .segment:hover span {
    background: var(--_tint);
  }

  .segment input:checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }

  .segment input:focus-visible + span {
    outline: 3px solid var(--_focus-outer);
    outline-offset: -3px;
    box-shadow: inset 0 0 0 6px var(--_focus-inner);
  }

  /* The road. */

  .where .hint {
    margin-block-end: var(--_space-2);
  }

  .paper,
  .land {
    display: none;
  }

  .place {
    display: grid;
    grid-template: 1fr auto / 5em minmax(0, 1fr);
    column-gap: var(--_space-3);
  }

  .place label {
    display: contents;
    cursor: pointer;
  }

  .tag,
  .place > .link {
    grid-column: 2;
    align-self: center;
    margin-block: var(--_space-2);
  }

  .side {
    grid-row: 1 / span 2;
    display: flex;
    flex-direction: column;
    align-items: center;
  }

  .drawing,
  .bend {
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    overflow: visible;
  }

  .drawing {
    flex: none;
    inline-size: 100%;
    color: var(--_ink);
  }

  .chosen .drawing {
    --_tint: var(--_tint-strong);
    color: var(--_accent);
    stroke-width: 3;
  }

  /* Each place has the two half bends that meet its neighbours'; they wind to one side and then to the other. */

  .bend {
    flex: 1 1 0;
    inline-size: 2.5em;
    block-size: 0;
    min-block-size: 1.25em;
    stroke-linecap: butt;
  }

  .bend:first-child {
    scale: 1 -1;
  }

  .place:nth-child(odd) .bend {
    transform: scaleX(-1);
  }

  .bend path {
    vector-effect: non-scaling-stroke;
  }

  .lane {
    stroke: var(--_road);
    stroke-width: 0.66em;
  }

  .lane-inside {
    stroke: var(--_paper);
    stroke-width: 0.48em;
  }

  .tag {
    display: block;
    padding: var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_paper);
  }

  .place label:hover .tag {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  /* An outline, so that choosing moves nothing. */
  .chosen .tag {
    outline: var(--_border-strong) solid var(--_accent);
    outline-offset: calc(var(--_border-strong) * -1);
  }

  .tag .choice {
    min-block-size: 1.75em;
    padding: 0;
  }

  .place-name {
    font-weight: 700;
    line-height: 1.3;
  }

  .gloss {
    display: block;
    margin-block-start: var(--_space-1);
  }

  /* The second question: the same places, without the drawings. */

  .places .place {
    display: block;
    grid-area: auto;
    padding: 0;
  }

  .sum {
    justify-content: space-between;
  }

  .more {
    border-block-end: 1px solid var(--_line);
  }

  .more[open] {
    padding-block-end: var(--_space-5);
  }

  .draft {
    inline-size: fit-content;
    padding: var(--_space-1) var(--_space-2);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }

  @container held (min-width: 34em) {
    .place {
      grid-template-columns: 7em minmax(0, 1fr);
      column-gap: var(--_space-4);
    }
  }

  @container held (min-width: 56em) {
    .road {
      position: relative;
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      grid-template-rows: minmax(18.75em, auto) auto minmax(3em, 1fr);
      min-block-size: 40em;
    }

    .land {
      position: absolute;
      inset: 0 0 auto;
      display: block;
      block-size: 40em;
    }

    .place {
      position: relative;
      display: block;
      padding-block-start: 1.5em;
      grid-row: 1;
    }

    .road label,
    .road .link {
      display: block;
      inline-size: 100%;
      max-inline-size: 16.25em;
      margin: 0 auto;
    }

    /* Its row keeps its height, so that the lanes of the land below still meet the places. */
    .threshold {
      z-index: 1;
    }

    .threshold .link {
      margin-block-end: calc(var(--_target) * -1);
    }

    .extreme-times {
      grid-area: 2 / 3 / 4;
    }

    .returning-emerging {
      grid-area: 2 / 2 / 4;
    }

    .not-sure {
      grid-area: 2 / 1;
    }

    .keeps-changing {
      grid-area: 3 / 1;
      padding: 0;
    }

    .side {
      display: block;
    }

    .bend {
      display: none;
    }

    .drawing {
      display: block;
      inline-size: 12em;
      margin-inline: auto;
      stroke-width: 1.75;
    }

    .road .tag {
      margin-block: 1em 0;
    }

    .places {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--_space-5);
    }
  }

  @media (forced-colors: active) {
    .segment input:checked + span {
      forced-color-adjust: none;
    }
  }

  @media print {
    .paper {
      display: block;
    }

    .place,
    .panel {
      break-inside: avoid;
    }

    .held {
      --_on-accent: var(--_ink);
    }

    .segments,
    .segment input:checked + span,
    .choice input[type='checkbox']:checked {
      background: none;
    }

    .more:not([open]) {
      display: none;
    }
  }
`;
