import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {SpaceCard} from '@held-spaces/domain/area-card';
import {freshness} from '@held-spaces/domain/freshness';
import type {Result} from '@held-spaces/domain/search';
import {costIcon, olderIcon, personIcon, roadIcon, toldIcon, wayInIcon, wordsIcon} from '../../internal/fact-icons.js';
import {css} from '../../internal/css.js';
import {notKnownIcon} from '../../internal/more-icons.js';
import {labelWords} from '../../internal/list-words.js';
import {fact, type CardOptions} from './card.js';
import {filterWords} from './choice-words.js';
import {ageWords, costWords, forWords, stageFitWords, toldWords, wayInWords} from './fact-words.js';

/** What a card says after what, open, and near. */
export function cardFacts({space, unknown}: Result, {now, staleAfterDays}: CardOptions) {
  const notKnown = msg('Not known', {id: 'vocab.value.unknown'});
  const asked = labelWords(unknown.map(name => filterWords[name]()));
  const age = ageWords(space, freshness(space.provenance, now, staleAfterDays) === 'old');
  return html`<ul class="facts">
    ${fact(wayInIcon(), wayInWords(space), {label: msg('Getting in', {id: 'finder.filter.way-in'})})}
    ${fact(personIcon(), forWords(space), {label: msg('Who it is for', {id: 'finder.details.for'})})}
    ${fact(costIcon(), costWords(space))} ${fact(roadIcon(), stageFitWords(space))}
    ${fact(toldIcon(), toldWords(space), {className: 'wide'})}
    ${fact(wordsIcon(), evaluatedWords(space), {className: 'wide soft'})}
    ${asked ? fact(notKnownIcon(), msg(str`${notKnown}: ${asked}`, {id: 'finder.filter.count'}), {className: 'wide soft'}) : nothing}
    ${age ? fact(olderIcon(), age, {className: 'wide'}) : nothing}
  </ul>`;
}

function evaluatedWords({evaluations}: SpaceCard) {
  if (!evaluations) return msg('Not yet evaluated', {id: 'finder.card.not-evaluated'});
  const count = evaluations.people;
  return msg(str`People who evaluated it: ${count}`, {id: 'finder.card.evaluated'});
}

export const factStyles = css`
  .facts {
    display: grid;
    gap: var(--_space-1) var(--_space-5);
    font-size: 0.9375em;
  }

  .facts .wide {
    margin-block-start: var(--_space-1);
  }

  @container held (min-width: 34em) {
    .facts {
      grid-template-columns: repeat(auto-fit, minmax(max(13em, 40%), 1fr));
    }

    .facts .wide {
      grid-column: 1 / -1;
    }
  }

  @container held (min-width: 56em) {
    .card > .facts {
      grid-row: 3;
    }
  }
`;
