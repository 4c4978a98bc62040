import {css} from '../../internal/css.js';

/** Of what is fetched when it is opened. */
export const styles = css`
  .clues > div {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0 var(--_space-4);
  }

  .reasons > li + li,
  .feels > li + li,
  .said > li + li {
    margin-block-start: var(--_space-2);
  }

  .felt details {
    border-block-end: 1px solid var(--_line);
  }

  .felt summary {
    font-weight: 400;
  }

  .feels {
    padding-block: var(--_space-2) var(--_space-4);
  }

  .help {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  .help .panel {
    justify-self: stretch;
  }

  .notes {
    display: grid;
    gap: var(--_space-6);
  }

  .notes > li {
    max-inline-size: none;
  }

  .notes > li > * + *,
  .panel.stack > * + * {
    margin-block-start: var(--_space-3);
  }

  /* On paper nothing opens. An engine without ":has" prints the heading with nothing under it. */
  @media print {
    .felt details:not([open]),
    .felt .icon {
      display: none;
    }

    .felt:not(:has([open])) {
      display: none;
    }
  }

  @container held (min-width: 56em) {
    .notes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
