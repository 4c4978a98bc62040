import {css} from '../../internal/css.js';

/** Before the first question, and what every step is made of. */
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
    border-block-end: 1px solid var(--_line);
  }

  .answers .choice:hover,
  .answers .chosen {
    border-block-end-color: transparent;
    background: var(--_tint);
    box-shadow:
      0.5em 0 0 var(--_tint),
      -0.5em 0 0 var(--_tint);
  }

  .answers .chosen {
    font-weight: 600;
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

  .take-back {
    margin-block-start: var(--_space-5);
    border-block: 1px solid var(--_line);
  }

  @container held (min-width: 34em) {
    .buttons .button,
    .buttons .link {
      flex: none;
    }
  }

  @media (forced-colors: active) {
    .answers .chosen {
      outline: 2px solid Highlight;
    }
  }

  @media print {
    .buttons {
      display: none;
    }
  }
`;
