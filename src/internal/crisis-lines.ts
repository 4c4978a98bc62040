import {coreContacts, type CrisisLine} from '@held-spaces/domain/crisis';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {html, nothing, type TemplateResult} from 'lit';
import {css} from './css.js';
import {callLink, crisisStripStyles, strong, textLink} from './crisis-strip.js';
import {
  alwaysOpenWords,
  coreFor,
  emergencyTells,
  freeWords,
  optionWords,
  sentences,
  titleWords,
} from './crisis-words.js';
import {heading} from './heading.js';
import {lampIcon, phoneIcon, textIcon} from './first-icons.js';

export {crisisStrip} from './crisis-strip.js';
export {moreWords} from './crisis-strip-words.js';

/**
 * The few lines that every widget shows in every state, drawn in one way. All of them are open by day and night, so
 * nothing here needs a clock, and nothing asks the network.
 */

/** One line: its name, its numbers, which are the links, and what is known of it. */
function crisisLine(line: CrisisLine, headingLevel: number): TemplateResult {
  const {id, kind, name, phone, text, cost} = line;
  const option = optionWords(line);
  return html`<li class="crisis-line">
    ${phone ? phoneIcon() : textIcon()}
    <div>
      ${heading(headingLevel, name, {className: 'small-heading'})}
      ${phone ? html`<p class="crisis-number">${callLink(line, strong(phone))}</p>` : nothing}
      ${text ? html`<p class="crisis-number">${textLink(line)}</p>` : nothing}
      ${option ? html`<p class="crisis-option">${option}</p>` : nothing}
      <p>${coreFor()[id]}</p>
      <p class="small soft">
        ${kind === 'emergency' ? emergencyTells() : sentences(alwaysOpenWords(), freeWords(cost))}
      </p>
    </div>
  </li>`;
}

export interface CrisisPanelOptions {
  readonly nation?: Nation | undefined;
  /** Of the panel's heading; names of lines are one below. */
  readonly headingLevel: number;
  /** `Someone to turn to now` where none is given. */
  readonly title?: string;
  readonly intro?: unknown;
  /** Buttons of the widget, after the lines. */
  readonly actions?: unknown;
}

/** The two to four lines of a nation, with big numbers. For a hard place, or when something has failed. */
export function crisisPanel(options: CrisisPanelOptions): TemplateResult {
  const {nation, headingLevel, title = titleWords(), intro, actions} = options;
  return html`<div class="crisis-panel lamp">
    ${heading(headingLevel, html`${lampIcon()}<span>${title}</span>`, {className: 'crisis-title title'})}
    ${intro ? html`<p>${intro}</p>` : nothing}
    <ul class="crisis-lines">
      ${coreContacts(nation).map(line => crisisLine(line, headingLevel + 1))}
    </ul>
    ${actions ? html`<div class="crisis-actions">${actions}</div>` : nothing}
  </div>`;
}

/** Styles of the panel and of the lines, without the strip's, which come before. */
export const crisisPanelStyles = css`
  .crisis-title {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    margin-block-end: var(--_space-2);
  }

  .crisis-title .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  .crisis-lines {
    display: grid;
    column-gap: 2.5em;
    margin-block-start: var(--_space-4);
  }

  .crisis-line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space-2);
    max-inline-size: none;
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_lamp-line);
  }

  .crisis-line > .icon {
    margin-block-start: 0.1em;
  }

  /* The room above keeps what forced colours paint behind a number off the name over it. */
  .crisis-number a {
    display: inline-block;
    min-block-size: var(--_target);
    padding-block-start: var(--_space-1);
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: break-word;
  }

  .crisis-number a strong {
    font-size: 2em;
  }

  /* The longest number of the list stays on one line at 320 px. */
  @container held (max-width: 20em) {
    .crisis-number a strong {
      font-size: 1.75em;
    }
  }

  .crisis-option {
    font-weight: 600;
  }

  .crisis-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3) var(--_space-4);
    margin-block-start: var(--_space-4);
  }

  @container held (min-width: 34em) {
    .lamp {
      padding: var(--_space-5);
    }

    .crisis-line {
      gap: var(--_space-3);
    }

    /* Two columns where the longest number has room in each. */
    .crisis-lines {
      grid-template-columns: repeat(auto-fill, minmax(max(17em, 40%), 1fr));
    }
  }

  @media print {
    .lamp {
      break-inside: avoid;
    }
  }
`;

/** Styles of the strip, the panel and the lines. After `baseStyles`. */
export const crisisLineStyles = [crisisStripStyles, crisisPanelStyles];
