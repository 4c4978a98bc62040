import {css} from '../internal/css.js';
import {tokens} from './tokens.js';

/**
 * What every widget stands on. A widget renders one `<div class="held">`; `all: initial` there stops whatever a host's
 * reset lets fall through the shadow boundary (line height, letter spacing, alignment, visibility), and then only the
 * font and its size are taken back. The size has a floor, because many hosts shrink the root font.
 * https://developer.mozilla.org/docs/Web/CSS/all
 */
const ground = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .held {
    all: initial;
    display: block;
    container: held / inline-size;
    box-sizing: border-box;
    font-family: var(--held-font, inherit);
    font-size: max(1em, 16px);
    font-size-adjust: inherit;
    line-height: 1.5;
    color: var(--_ink);
    direction: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }

  .held *,
  .held *::before,
  .held *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: var(--held-heading-font, inherit);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }

  .title {
    font-size: 1.5em;
  }

  .small-heading {
    font-size: 1.0625em;
  }

  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  p,
  li,
  dd {
    max-inline-size: var(--_measure);
  }

  a {
    color: var(--_accent);
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: max(3px, 0.1875em);
  }

  :focus-visible {
    outline: 3px solid var(--_focus-outer);
    outline-offset: 3px;
    box-shadow: 0 0 0 3px var(--_focus-inner);
    border-radius: var(--_radius);
  }

  [tabindex='-1']:focus-visible {
    outline-offset: 5px;
  }

  .soft {
    color: var(--_ink-soft);
  }

  .small {
    font-size: var(--_small);
  }

  .icon {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .with-icon {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
  }

  @container held (min-width: 34em) {
    .title {
      font-size: 1.625em;
    }
  }
`;

/** Tokens, the reset, type, focus and the small shared shapes. First in every widget's `styles`. */
export const baseStyles = [tokens, ground];
