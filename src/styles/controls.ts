import {css} from '../internal/css.js';
import {controlTokens} from './control-tokens.js';

/** Buttons, fields, choices and chips: native controls, drawn calmly, each at least 44 px high. */
const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    padding: var(--_space-2) var(--_space-4);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .button:hover {
    background: var(--_tint);
    border-color: var(--_accent);
  }

  .button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }

  .button.main:hover {
    background: var(--_accent-deep);
  }

  .button[aria-disabled='true'] {
    background: var(--_ground);
    border-style: dashed;
    border-color: var(--_edge);
    color: var(--_ink-soft);
    cursor: default;
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .link:hover {
    text-decoration-thickness: max(3px, 0.1875em);
  }

  .label {
    display: block;
    font-weight: 600;
  }

  .hint {
    display: block;
    font-size: var(--_small);
    color: var(--_ink-soft);
  }

  .field {
    min-block-size: var(--_target);
    padding: var(--_space-2) var(--_space-3);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    inline-size: 100%;
  }

  .field[aria-invalid='true'] {
    border: var(--_border-strong) solid var(--_attention);
  }

  .error {
    display: flex;
    gap: var(--_space-2);
    color: var(--_attention);
    font-weight: 600;
  }

  /* A choice is one label around its native control, so that the whole row can be pressed. */
  .choice {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: var(--_target);
    padding-block: var(--_space-1);
    cursor: pointer;
  }

  .choice input {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: var(--_border) solid var(--_edge);
    /* A host may round its buttons; a checkbox that is a circle would look like a radio. */
    border-radius: min(var(--_radius), 0.25em);
    background: var(--_paper);
    cursor: pointer;
  }

  .choice input[type='radio'] {
    border-radius: 50%;
  }

  .choice:hover input {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }

  .choice input:focus-visible {
    box-shadow: 0 0 0 3px var(--_focus-inner);
  }

  .choice input[type='checkbox']:checked {
    background: var(--_accent);
    border-color: var(--_accent);
  }

  .choice input[type='checkbox']:checked::before {
    content: '';
    inline-size: 0.75em;
    block-size: 0.375em;
    border: solid var(--_on-accent);
    border-width: 0 0 0.15em 0.15em;
    transform: translateY(-0.09em) rotate(-45deg);
  }

  .choice input[type='radio']:checked {
    border: 0.125em solid var(--_accent);
  }

  .choice input[type='radio']:checked::before {
    content: '';
    inline-size: 0.75em;
    block-size: 0.75em;
    border-radius: 50%;
    background: var(--_accent);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
  }

  summary {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary .icon {
    margin-inline-start: auto;
  }

  details[open] > summary .icon {
    transform: rotate(180deg);
  }

  @media (forced-colors: active) {
    .button.main,
    .choice input:checked {
      forced-color-adjust: none;
    }
  }
`;

/** The shapes that stand around controls. */
const shapes = css`
  .question {
    font-size: 1.375em;
  }

  .name {
    font-size: 1.25em;
  }

  fieldset {
    min-inline-size: 0;
  }

  .panel {
    padding: var(--_space-5);
    border-radius: var(--_radius-panel);
    background: var(--_ground);
    border: 1px solid transparent;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .stack > * + * {
    margin-block-start: var(--_space-4);
  }

  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
  }

  @media print {
    .no-print {
      display: none !important;
    }
  }
`;

/** For a widget that asks something. After `baseStyles`. */
export const controlStyles = [controlTokens, shapes, controls];
