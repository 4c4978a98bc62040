import {css} from 'lit';

export const styles = css`
  /* No attribute hides the numbers. */
  :host([hidden]) {
    display: block;
    content-visibility: visible;
  }

  section {
    margin-block-start: var(--_space-3);
  }

  section:first-child {
    margin-block-start: 0;
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

  .others {
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_lamp-line);
  }

  .others > summary {
    font-weight: 600;
  }

  .others > .crisis-lines {
    margin-block-start: var(--_space-2);
  }

  .details {
    padding-block-end: var(--_space-3);
  }

  .details p + p {
    margin-block-start: var(--_space-2);
  }

  .address,
  .instead {
    display: inline-block;
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
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

  .nation label {
    font-weight: 600;
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

  .foot {
    margin-block-start: var(--_space-4);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_lamp-line);
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
  }

  .limits,
  .limits ~ p + p {
    margin-block-start: var(--_space-2);
    font-size: 1em;
  }

  @media print {
    .nation,
    details:not([open]) {
      display: none;
    }
  }
`;
