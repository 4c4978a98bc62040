import {css} from '../../internal/css.js';

export const styles = css`
  .exit {
    display: inline-block;
    min-block-size: var(--_target);
    padding: var(--_space-2) var(--_space-4);
    border: var(--_border) solid var(--_ink);
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_paper);
    font-weight: 600;
    text-decoration: none;
  }

  .exit:hover {
    text-decoration: underline;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  div.small {
    margin-block-start: var(--_space-2);
  }

  summary {
    display: inline-block;
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.5em) / 2);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .exit {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
  }

  @media print {
    .held {
      display: none;
    }
  }
`;
