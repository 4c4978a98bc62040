import {css} from '../../internal/css.js';

/**
 * All of the signpost, but for what every widget stands on. It goes by lines and not by widgets, and it ships alone, so
 * it does not draw on the sheets of the few lines that other widgets show (`internal/crisis-lines.ts`).
 */
export const styles = css`
  /*
   * No attribute and no rule of the host's hides the numbers: what is important in here comes before what is important
   * outside, a style attribute included. https://www.w3.org/TR/css-cascade-5/#cascade-context
   */
  :host {
    all: initial !important;
    display: block !important;
    font: inherit !important;
  }

  .lamp {
    padding: var(--_space-4);
    border: 1px solid var(--_lamp-line);
    border-radius: var(--_radius-panel);
    background: var(--_lamp);
  }

  .banner {
    border-inline: 0;
    border-radius: 0;
  }

  .banner strong {
    font-size: 1.25em;
  }

  .strip,
  .strip p,
  .title,
  .line,
  .chip,
  .chips,
  .facts,
  summary {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .strip,
  .chips,
  .facts {
    flex-wrap: wrap;
  }

  .strip {
    place-content: center start;
    gap: 0 var(--_space-5);
    padding-block: var(--_space-2);
  }

  a,
  summary,
  button,
  select {
    min-block-size: var(--_target);
    font: inherit;
  }

  a,
  button {
    display: inline-block;
    padding: calc((var(--_target) - 1.5em) / 2) 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }

  a,
  button,
  summary {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .chip {
    padding: var(--_space-1) var(--_space-4);
    border: var(--_border) solid var(--_edge);
    border-radius: 1.5em;
    background: var(--_paper);
    text-decoration: none;
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
    /* Or forced colours paint the ground of the page behind words in that very colour. */
    forced-color-adjust: none;
  }

  .chip[aria-pressed='true']::after {
    content: '✓';
    margin-inline-start: var(--_space-2);
  }

  .fold {
    justify-content: space-between;
    inline-size: 100%;
  }

  .line {
    align-items: start;
    max-inline-size: none;
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_lamp-line);
  }

  .line > div {
    min-inline-size: 0;
  }

  ul,
  .choices,
  .notes p + *,
  .notice,
  .nation,
  .details p + p,
  .limits,
  .limits ~ p + p {
    margin-block-start: var(--_space-3);
  }

  /* Two columns where the longest number has room in each. */
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(17em, 40%)), 1fr));
    column-gap: 2.5em;
  }

  /* The room above keeps what forced colours paint behind a number off the name over it. */
  .number a {
    padding: var(--_space-1) 0 0;
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: break-word;
  }

  .number strong {
    font-size: 2em;
  }

  /* The longest number of the list stays on one line at 320 px. */
  @container held (max-width: 20em) {
    .number strong {
      font-size: 1.75em;
    }
  }

  .option,
  .others > summary,
  label {
    font-weight: 600;
  }

  summary {
    display: inline-flex;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  [open] > summary .icon,
  [aria-expanded='true'] > .icon {
    transform: rotate(180deg);
  }

  .others,
  .foot {
    padding-block: var(--_space-2);
    border-block-start: 1px solid var(--_lamp-line);
  }

  a strong {
    white-space: nowrap;
  }

  .notice {
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_lamp-line);
    background: var(--_paper);
  }

  select {
    display: block;
    max-inline-size: 100%;
    padding: var(--_space-2);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
  }

  .facts {
    gap: 0 var(--_space-4);
  }

  @container held (max-width: 33.99em) {
    .legend,
    .fold:not([aria-expanded='true']) + .chips {
      display: none;
    }
  }

  @container held (min-width: 34em) {
    .lamp {
      padding-inline: var(--_space-5);
    }

    .fold {
      display: none;
    }
  }

  @media print {
    .choices,
    .nation,
    button,
    details:not([open]) {
      display: none;
    }
  }
`;
