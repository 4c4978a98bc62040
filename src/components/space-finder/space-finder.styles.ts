import {css} from '../../internal/css.js';

/** Narrow is the default; wider forms come with the room the widget has, so an older engine gets the narrow one, whole. */
export const finderStyles = css`
  .held > * + * {
    margin-block-start: var(--_space-4);
  }

  /* With room above it, as all else: by itself a slot has no box. */
  .held > slot {
    display: block;
  }

  .notice {
    padding: var(--_space-2) var(--_space-3);
    max-inline-size: none;
    background: var(--_ground);
    color: var(--_ink-soft);
    border: 1px solid transparent;
  }

  .where {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: var(--_space-2);
  }

  .asking,
  .where .error,
  .ways {
    grid-column: 1 / -1;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space-5);
  }

  .private {
    color: var(--_ink-soft);
    font-size: 0.9375em;
  }

  .private summary {
    display: inline;
    font-weight: 400;
  }

  .private .how {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .result-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .result-head p {
    font-weight: 700;
    font-size: 1.0625em;
  }

  .results > * + * {
    margin-block-start: var(--_space-5);
  }

  .group-title {
    margin-block-start: var(--_space-6);
  }

  .card {
    display: grid;
    gap: var(--_space-2);
    max-inline-size: none;
    padding-block: var(--_space-5) var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }

  .card .name .link {
    min-block-size: 0;
    color: var(--_ink);
    font-weight: 700;
    text-decoration-thickness: max(2px, 0.125em);
  }

  .card .kind {
    color: var(--_ink-soft);
    margin-block-start: var(--_space-1);
  }

  .now {
    display: grid;
    gap: var(--_space-1);
  }

  .hours {
    font-weight: 700;
  }

  .hours .said {
    display: block;
    font-weight: 400;
  }

  .actions {
    display: grid;
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
    align-content: start;
  }

  .state {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  /* Words that say "wait" come only if there is a wait. */
  .waiting {
    animation: come 150ms 400ms both;
    min-block-size: 20em;
  }

  @keyframes come {
    from {
      opacity: 0;
    }
  }

  @container held (min-width: 34em) {
    .where {
      grid-template-columns: minmax(0, 20em) auto 1fr;
    }

    .now {
      display: flex;
      flex-wrap: wrap;
      column-gap: var(--_space-5);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
    }
  }

  @container held (min-width: 56em) {
    .where {
      grid-template-columns: minmax(0, 21em) auto 1fr;
    }

    .ways {
      grid-column: 3;
      padding-inline-start: var(--_space-4);
    }

    .card {
      grid-template-columns: minmax(0, 1fr) 15em;
      column-gap: var(--_space-6);
    }

    .card > * {
      grid-column: 1;
    }

    .card > .now {
      grid-column: 2;
      grid-row: 1 / span 2;
      display: grid;
      align-content: start;
    }

    .card > .actions {
      grid-column: 2;
      grid-row: 3;
      display: grid;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .waiting {
      animation-duration: 0s;
    }
  }

  @media print {
    .where,
    .private,
    .actions .more {
      display: none;
    }

    .card {
      break-inside: avoid;
    }
  }
`;
