import {css} from '../../internal/css.js';

/** Narrow is the default; rows come with the room the widget has, so an older engine gets the narrow form, whole. */
export const bodyStyles = css`
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

  .legend {
    display: block;
    max-inline-size: var(--_measure);
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.35;
  }

  textarea.field {
    max-inline-size: var(--_measure);
    min-block-size: 10em;
    resize: vertical;
    line-height: 1.5;
  }

  .sealed > * + *,
  .asked > textarea {
    margin-block-start: var(--_space-2);
  }

  #contact {
    max-inline-size: 30em;
  }

  .hints li,
  .quote {
    overflow-wrap: anywhere;
  }

  .quote {
    margin: 0;
    padding-inline-start: var(--_space-4);
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
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

  .take-back form {
    padding-block: var(--_space-2) var(--_space-5);
    max-inline-size: 30em;
  }

  @container held (min-width: 34em) {
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

    .many .answers {
      columns: 2;
      column-gap: var(--_space-6);
    }

    .many .choice {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .code-box,
    .mend {
      border: 2px solid Highlight;
    }
  }

  @media print {
    .clear,
    .heads {
      display: none;
    }

    .code-box {
      break-inside: avoid;
    }
  }
`;
