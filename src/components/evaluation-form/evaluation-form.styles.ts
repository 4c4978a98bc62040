import {css} from 'lit';

/** Narrow is the default; rows come with the room the widget has, so an older engine gets the narrow form, whole. */
export const formStyles = css`
  form.stack > * + * {
    margin-block-start: var(--_space-5);
  }

  .title.with-icon,
  .name.with-icon {
    gap: var(--_space-3);
  }

  .promises > * + * {
    margin-block-start: var(--_space-3);
  }

  .promises .with-icon {
    gap: var(--_space-3);
  }

  .still-there p {
    margin-block-end: var(--_space-2);
  }

  /* Questions: the answers are rows, all alike. A chosen one is tinted and reaches out a little on both sides. */
  .asked {
    position: relative;
  }

  .asked + .asked {
    margin-block-start: var(--_space-3);
  }

  legend {
    max-inline-size: var(--_measure);
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.35;
    text-wrap: balance;
  }

  .answers {
    margin-block-start: var(--_space-2);
  }

  .answers .choice {
    min-block-size: 3.25em;
    padding-inline: 1px;
    border: 1px solid transparent;
    border-block-end-color: var(--_line);
  }

  .answers .choice:hover,
  .answers .chosen {
    border-color: transparent;
    background: var(--_tint);
    box-shadow:
      0.5em 0 0 var(--_tint),
      -0.5em 0 0 var(--_tint);
  }

  .answers .chosen {
    font-weight: 600;
  }

  /* Its room is kept, so that nothing moves under a finger. */
  .away {
    visibility: hidden;
  }

  .heads {
    display: none;
  }

  .part {
    padding-block-start: var(--_space-4);
  }

  .force {
    margin-block: var(--_space-5);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .buttons .button {
    flex: 1 1 auto;
    max-inline-size: 100%;
  }

  .buttons .link {
    justify-content: center;
    flex: 1 1 100%;
  }

  .steps .button:last-child {
    flex-basis: 100%;
  }

  /* What to mend, and why it has not been sent. */
  .mend {
    border: var(--_border-strong) solid var(--_attention);
    background: var(--_paper);
  }

  .mend .with-icon,
  .mend a {
    color: var(--_attention);
  }

  .mend a {
    display: inline-block;
    padding-block: calc((var(--_target) - 1.5em) / 2);
    font-weight: 600;
  }

  .consent > * + * {
    margin-block-start: var(--_space-2);
  }

  .consent [aria-invalid] {
    border: var(--_border-strong) solid var(--_attention);
  }

  .pair > * + * {
    margin-block-start: var(--_space-1);
  }

  .said .row {
    justify-content: space-between;
  }

  .said dl > * {
    padding-block: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }

  .said dd {
    font-weight: 600;
  }

  .code-box {
    padding: var(--_space-5);
    border: var(--_border-strong) solid var(--_accent);
    border-radius: var(--_radius-panel);
    background: var(--_paper);
  }

  .code {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: break-word;
    user-select: all;
  }

  .small-code {
    font-size: 1.25em;
  }

  .take-back {
    margin-block-start: var(--_space-5);
    border-block: 1px solid var(--_line);
  }

  .take-back form {
    padding-block: var(--_space-2) var(--_space-5);
    max-inline-size: 30em;
  }

  @container held (min-width: 34em) {
    .buttons .button,
    .buttons .link,
    .steps .button:last-child {
      flex: none;
    }

    .said dl > * {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 14em);
      gap: var(--_space-4);
    }

    .code {
      font-size: 2em;
    }
  }

  /*
   * A row for each question and a column for each answer. A floated legend is an ordinary child, so it can stand in
   * the grid: https://html.spec.whatwg.org/multipage/rendering.html#rendered-legend
   */
  @container held (min-width: 56em) {
    .heads,
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) repeat(5, 6.25em) 6em;
      align-items: center;
      column-gap: var(--_space-1);
    }

    .heads {
      font-size: 0.9375em;
      font-weight: 600;
      color: var(--_ink-soft);
      text-align: center;
      align-items: end;
      padding-block-end: var(--_space-2);
      border-block-end: 1px solid var(--_line);
      grid-template-columns: minmax(0, 1fr) repeat(5, 6.667em) 6.4em;
    }

    .asked.columns {
      margin: 0;
      border-block-end: 1px solid var(--_line);
    }

    .columns legend {
      float: left;
      grid-column: 1;
      grid-row: 1 / span 2;
      padding-block: var(--_space-2);
      font-size: 1em;
      font-weight: 400;
      text-wrap: wrap;
    }

    .columns[aria-describedby] legend {
      grid-row: 1;
      align-self: end;
      padding-block-end: 0;
    }

    .columns .hint {
      align-self: start;
      grid-column: 1;
      grid-row: 2;
      padding-block-end: var(--_space-2);
    }

    .columns .answers {
      display: contents;
    }

    .columns .answers .choice {
      grid-row: 1 / span 2;
      align-self: stretch;
      justify-content: center;
      border: 0;
      box-shadow: none;
    }

    .columns .choice span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .columns .clear {
      grid-column: 7;
      grid-row: 1 / span 2;
      font-size: var(--_small);
      line-height: 1.3;
    }

    .asked:not(.columns) .answers {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--_space-6);
    }
  }

  @media (forced-colors: active) {
    .answers .chosen,
    .code-box,
    .mend {
      border: 2px solid Highlight;
    }
  }

  @media print {
    .buttons,
    .clear,
    .heads {
      display: none;
    }

    .code-box {
      break-inside: avoid;
    }
  }
`;
