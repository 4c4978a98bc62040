import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {css} from '../../internal/css.js';
import type {Place} from '@held-spaces/domain/places';
import type {GeoPoint} from '@held-spaces/domain/space';
import type {DirectoryError} from '../../directory/errors.js';
import type {SpaceSource} from '../../directory/sources/space-source.js';
import {crisisPanelStyles} from '../../internal/crisis-lines.js';
import {heading} from '../../internal/heading.js';
import {aboutIcon} from '../../internal/setback-icons.js';
import {dateWords} from '../../internal/words.js';
import type {FinderSearch} from './finder-search.js';
import {factStyles} from './card-facts.js';
import {listControlsStyles} from './list-controls.js';
import {nothingNearStyles} from './nothing-near.js';
import {suggestionStyles} from './suggestions.js';
import {toolsStyles} from './take-away/tools.js';

/**
 * What the finder needs from the first search on, beside the least list: filters and choices, the rest of what a card
 * says, and whatever stands between a person and the list. One file, fetched once and as early as the first search, so
 * that it is there when the network is not; until it has come, or should it never come, the finder says the least that it
 * must by itself.
 */

export {withStage} from '../../controllers/stage-answers.js';
export {crisisPanel} from '../../internal/crisis-lines.js';
export {offlineIcon, undoIcon} from '../../internal/setback-icons.js';
export {cardFacts} from './card-facts.js';
export {refine} from './choosing.js';
export {hoursFact} from './hours-fact.js';
export {cardsInSight, drawAll, ListControls} from './list-controls.js';
export {furtherFor, nothingNear} from './nothing-near.js';
export {OpenedSpace} from './opened-space.js';
export {Suggestions} from './suggestions.js';
export {takeShared, toolsOf} from './take-away/tools.js';

export const styles = css`
  .private[open] p {
    margin-block-start: var(--_space-2);
  }

  .places {
    display: grid;
    justify-items: start;
  }

  ${factStyles}
  ${suggestionStyles}
  ${listControlsStyles}
  ${crisisPanelStyles}
  ${nothingNearStyles}
  ${toolsStyles}
`;

/** Why nothing was looked for, beside the field. */
export function placeProblem(problem: NonNullable<FinderSearch['problem']>): TemplateResult {
  return html`${aboutIcon()} <span>${problemWords(problem)}</span>`;
}

function problemWords(problem: NonNullable<FinderSearch['problem']>): string {
  switch (problem) {
    case 'empty':
      return msg("Type a place or a postcode, or choose 'Online and phone only'.", {id: 'finder.where.error.empty'});
    case 'postcode':
      return msg('That postcode does not look complete. The first part is enough, such as LS6.', {
        id: 'finder.where.error.postcode',
      });
    case 'outside':
      return msg('That place is outside the area this list covers.', {id: 'finder.where.error.outside'});
    case 'refused':
      return msg('We could not use where you are. You can type a place instead.', {id: 'finder.where.error.refused'});
    case 'unavailable':
      return msg('Your phone or computer could not tell where you are. You can type a place instead.', {
        id: 'finder.where.error.unavailable',
      });
    case 'not-found':
      return msg('We do not have that place in our list. Check the spelling, or try a town near it.', {
        id: 'finder.where.error.not-found',
      });
  }
}

/** Said aloud when several places have the name that was typed. */
export const severalWords = (count: number) => msg(str`Places that match: ${count}`, {id: 'finder.where.suggestions'});

/** The places of one name, to choose from. */
export const severalPlaces = (places: readonly Place[], choose: (place: Place) => void) =>
  html`<div class="places">
    ${places.map(place => html`<button type="button" class="link" @click=${() => choose(place)}>${place.name}</button>`)}
  </div>`;

/** How the search stays on the device, and what we cannot promise. */
export const howThisWorks = () => html`
  <p>
    ${msg(
      'This page gets a list of spaces for a wide area. The search happens on your own phone or computer. It does not send your postcode, or what you need.',
      {id: 'finder.private.more'},
    )}
  </p>
  <p>
    ${msg('Your phone or computer will ask you first. We do not keep it or send it.', {
      id: 'finder.where.use-location.hint',
    })}
  </p>
  <p>
    ${msg('The owner of this website may use tools that see what happens on it. We cannot stop that.', {
      id: 'finder.private.host',
    })}
  </p>
`;

/** Finds a whole postcode. What does that comes only where the directory's index says that it lists any; most do not. */
export async function placeOfPostcode(source: SpaceSource, text: string): Promise<GeoPoint | undefined> {
  try {
    if (!(await source.newestIndex?.())?.value.postcodes) return undefined;
    return await (await import('./whole-postcode.js')).placeOfPostcode(source, text);
  } catch {
    return undefined;
  }
}

/** Asks the device where it is. What does that comes on the press for it. */
export const whereTheDeviceIs = () =>
  import('./device-place.js').then(
    part => part.whereTheDeviceIs(),
    () => 'unavailable' as const,
  );

/** Why the list of spaces could not be had. Never "nothing near you". */
export function failedText({kind}: DirectoryError): string {
  if (kind === 'offline') {
    return msg(
      'The list of spaces needs the internet. You may still be able to call or text. The numbers below are on this page.',
      {id: 'finder.state.offline.text'},
    );
  }
  return kind === 'busy'
    ? msg('The list is busy. Please wait a minute and try again.', {id: 'finder.state.refused'})
    : msg('This is our fault, not yours. What you chose is still here.', {id: 'finder.state.failed.text'});
}

/** When the list takes long. The search goes on meanwhile. */
export const slowText = () =>
  msg('You can wait, or try again. The numbers below work now.', {id: 'finder.state.slow.text'});

/** The newest list could not be had, and an earlier one is shown. */
export const olderList = (level: number, generated: string) => html`
  <div class="panel state">
    ${heading(level + 1, msg('This list may be out of date', {id: 'finder.state.older.title'}), {
      className: 'small-heading',
    })}
    <p>
      ${msg(str`We could not get the newest list. This one is from: ${dateWords(new Date(generated))}`, {
        id: 'finder.state.older.text',
      })}
    </p>
  </div>
`;

/** More of a postcode was typed than its district, and only that is known. */
export const roughly = (outcode: string | undefined) =>
  outcode
    ? html`<p class="small soft">
        ${msg(str`We know the area but not the exact postcode. We used the middle of: ${outcode}`, {
          id: 'finder.where.error.unit-unknown',
        })}
      </p>`
    : nothing;
