import {css} from '../../internal/css.js';

export const styles = css`
  /* No attribute hides the numbers. */
  :host([hidden]) {
    display: block;
    content-visibility: visible;
  }

  .crisis-strip + section,
  .details p + p,
  .limits,
  .limits ~ p + p {
    margin-block-start: var(--_space-2);
  }

  summary {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.2em;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  details[open] > summary .icon {
    transform: rotate(180deg);
  }

  .crisis-line {
    padding-block-end: var(--_space-2);
  }

  .others > summary,
  label {
    font-weight: 600;
  }

  .others,
  .foot {
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_lamp-line);
  }

  .others > .crisis-lines {
    margin-block-start: var(--_space-2);
  }

  .details,
  .others {
    padding-block-end: var(--_space-3);
  }

  .address,
  .instead {
    display: inline-block;
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
  }

  a strong {
    white-space: nowrap;
  }

  .notice,
  .nation {
    margin-block-start: var(--_space-4);
  }

  .notice {
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_lamp-line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .nation {
    font-size: max(1em, 16px);
  }

  select {
    display: block;
    min-block-size: var(--_target);
    max-inline-size: 100%;
    margin: var(--_space-1) 0;
    padding: var(--_space-2);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
  }

  .limits {
    font-size: 1em;
  }

  @media print {
    .nation,
    details:not([open]) {
      display: none;
    }
  }
`;
