import {css} from 'lit';

/** What the desk has beside the widgets' own styles. */
export const deskStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    padding: var(--_space-2) var(--_space-5);
    background: var(--_ground);
    border-block-end: 1px solid var(--_line);
  }

  .bar > p {
    font-weight: 700;
  }

  .bar [aria-current] {
    font-weight: 700;
    text-decoration-thickness: 3px;
  }

  main {
    max-inline-size: 70em;
    margin: 0 auto;
    padding: var(--_space-5);
  }

  .stack > * + * {
    margin-block-start: var(--_space-4);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
  }

  .queue,
  .queue > li {
    max-inline-size: none;
  }

  .queue > li {
    display: grid;
    gap: var(--_space-1) var(--_space-4);
    align-items: center;
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .queue .button {
    justify-self: start;
  }

  .words {
    padding: var(--_space-4);
    border: 1px solid transparent;
    border-radius: var(--_radius-panel);
    background: var(--_ground);
    font-size: 1.125em;
    line-height: 1.6;
  }

  .shown {
    border: var(--_border) solid var(--_edge);
    background: var(--_paper);
  }

  .gap {
    font-weight: 700;
    background: var(--_tint);
  }

  /* As it was written: every space and line of it. */
  .exact {
    white-space: pre-wrap;
  }

  .word {
    white-space: normal;
    padding: 0 1px;
    border: 0;
    border-radius: 2px;
    background: none;
    cursor: pointer;
    min-block-size: 1.6em;
  }

  .word[aria-pressed='true'] {
    background: var(--_tint-strong);
    text-decoration: line-through;
  }

  .field,
  .select {
    inline-size: 100%;
    max-inline-size: 30em;
    min-block-size: var(--_target);
  }

  .select {
    padding: var(--_space-2) var(--_space-3);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
  }

  textarea.field {
    min-block-size: 6em;
  }

  kbd {
    padding: 0 0.3em;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    font: inherit;
    font-size: 0.875em;
  }

  summary {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    min-block-size: var(--_target);
    cursor: pointer;
  }

  .people,
  .people li {
    max-inline-size: none;
  }

  .log li,
  .people li {
    padding-block: var(--_space-2);
    border-block-end: 1px solid var(--_line);
  }

  .side > * + * {
    margin-block-start: var(--_space-3);
  }

  .ticks > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: var(--_space-4);
    padding-block: var(--_space-1);
    border-block-end: 1px solid var(--_line);
  }

  .ticks dd {
    margin: 0;
    font-weight: 700;
  }

  footer {
    margin-block-start: 3em;
  }

  @container held (min-width: 46em) {
    .bar > .self {
      margin-inline-start: auto;
    }

    .queue > li {
      grid-template-columns: 8em minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) 8em;
    }

    .side {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-5);
      align-items: start;
    }

    .side > * + * {
      margin-block-start: 0;
    }
  }

  /* On paper there is nothing to press. */
  @media print {
    .bar,
    .button,
    .select,
    button.link,
    label:has(+ .select),
    .no-print {
      display: none;
    }

    main {
      padding: 0;
    }

    .words {
      border-color: currentcolor;
    }
  }

  @media (forced-colors: active) {
    .word[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
