import {coreContacts, type CrisisCost, type CrisisLine} from '@held-spaces/domain/crisis';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {css} from './css.js';
import {callLink, crisisStripStyles, strong, textLink} from './crisis-strip.js';
import {heading} from './heading.js';
import {lampIcon, phoneIcon, textIcon} from './first-icons.js';

export {crisisStrip, moreWords, strongNumber} from './crisis-strip.js';

/**
 * The few lines that every widget shows in every state, drawn in one way. All of them are open by day and night, so
 * nothing here needs a clock, and nothing asks the network.
 */

/** Whom a line is for: the lines that every widget has. */
export const coreFor: Readonly<Record<string, () => string>> = {
  'emergency-999': () => msg('When a life is in danger now', {id: 'crisis.contact.emergency-999.for'}),
  'nhs-111-england': () =>
    msg('Urgent help with your mind, at any age. For you or someone else.', {
      id: 'crisis.contact.nhs-111-england.for',
    }),
  'nhs-111-wales': () =>
    msg('Urgent help with your mind. For you or someone else.', {id: 'crisis.contact.nhs-111-wales.for'}),
  'nhs-24-scotland': () => msg('Urgent help with your mind', {id: 'crisis.contact.nhs-24-scotland.for'}),
  'lifeline-ni': () => msg('For anyone in distress, or worried about someone', {id: 'crisis.contact.lifeline-ni.for'}),
  samaritans: () => msg('For anyone who needs to talk', {id: 'crisis.contact.samaritans.for'}),
  shout: () => msg('For anyone who would rather text', {id: 'crisis.contact.shout.for'}),
};

/** What a line costs that costs nothing, as every core line does. Nothing is said of another here. */
export const freeWords = (cost: CrisisCost | undefined): string | undefined =>
  cost === 'free-no-credit'
    ? msg('Free, even with no credit', {id: 'crisis.contact.cost.free-no-credit'})
    : cost === 'free'
      ? msg('Free', {id: 'crisis.contact.cost.free'})
      : undefined;

export const alwaysOpenWords = (): string => msg('Open now, day and night', {id: 'crisis.open.always'});

/** What to do in the line's menu. */
function optionWords({option}: CrisisLine) {
  if (!option) return nothing;
  return html`<p class="crisis-option">
    ${
      option === 'choose'
        ? msg('Choose the mental health option', {id: 'crisis.contact.option.choose'})
        : msg('Press 2', {id: 'crisis.contact.option.press-2'})
    }
  </p>`;
}

/** Short facts, one after the other, each with the full stop that a label does not have. */
export const crisisFacts = (...facts: readonly (string | undefined)[]): TemplateResult =>
  html`<p class="crisis-facts small soft">
    ${facts.map(
      fact =>
        fact && [
          html`<span class=${fact.endsWith('.') ? nothing : 'crisis-fact'}>${fact}</span>`,
          // On its own, or the minifier of templates takes it.
          ' ',
        ],
    )}
  </p>`;

export interface LineParts {
  readonly headingLevel: number;
  /** In place of the line's name. */
  readonly name?: string;
  /** Whom it is for. */
  readonly who?: unknown;
  /** Whether it is open, and what it costs. */
  readonly facts?: unknown;
  readonly details?: unknown;
}

/** One line: its name, its numbers, which are the links, and what is known of it. */
export function crisisLine(line: CrisisLine, parts: LineParts): TemplateResult {
  const {headingLevel, name = line.name, who = coreFor[line.id]?.(), details = nothing} = parts;
  const facts = parts.facts ?? crisisFacts(alwaysOpenWords(), freeWords(line.cost));
  return html`<li class="crisis-line">
    ${line.phone ? phoneIcon() : textIcon()}
    <div>
      ${heading(headingLevel, name, {className: 'small-heading'})}
      ${line.phone ? html`<p class="crisis-number">${callLink(line, strong(line.phone))}</p>` : nothing}
      ${line.text ? html`<p class="crisis-number">${textLink(line)}</p>` : nothing} ${optionWords(line)}
      ${who ? html`<p>${who}</p>` : nothing} ${facts} ${details}
    </div>
  </li>`;
}

/** What 999 may do without asking, said wherever its number stands. */
export const emergencyTells = (): string =>
  msg('This is the emergency service. The police may come, or may not. They can act without asking you.', {
    id: 'crisis.contact.emergency-999.tell',
  });

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
  const {nation, headingLevel, title = msg('Someone to turn to now', {id: 'crisis.title'}), intro, actions} = options;
  return html`<div class="crisis-panel lamp">
    ${heading(headingLevel, html`${lampIcon()}<span>${title}</span>`, {className: 'crisis-title title'})}
    ${intro ? html`<p>${intro}</p>` : nothing}
    <ul class="crisis-lines">
      ${coreContacts(nation).map(line =>
        crisisLine(line, {
          headingLevel: headingLevel + 1,
          ...(line.kind === 'emergency' && {facts: crisisFacts(emergencyTells())}),
        }),
      )}
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

  .crisis-fact::after {
    content: '.';
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

    .crisis-lines {
      grid-template-columns: repeat(2, minmax(0, 1fr));
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
