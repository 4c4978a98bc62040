import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {isDirectoryUrl} from '../../directory/directory-client.js';
import {otherDirectory} from '../../directory/sources/other-directory.js';
import type {ListNotes, SpaceSource} from '../../directory/sources/space-source.js';
import {heading} from '../../internal/heading.js';
import {listWords} from '../../internal/list-words.js';

/** What the finder needs where its list is not, or not only, a directory of ours. Fetched only then. */

/** A finder, as far as its list is concerned. */
export interface ListHost extends Element {
  readonly directory: string;
}

/** The `<script type="application/json" data-held-crosswalk>` inside a finder, and the attribute of that name. */
const crosswalkOf = (host: Element) => ({
  text: host.querySelector('script[type="application/json"][data-held-crosswalk]')?.textContent ?? undefined,
  url: host.getAttribute('crosswalk') ?? undefined,
});

/**
 * Where the spaces of a finder come from.
 *
 * @param failure How its directory has failed as one of ours, where that was tried.
 */
export function sourceFor(host: ListHost, failure: unknown): Promise<SpaceSource> {
  const {directory, localName} = host;
  if (failure === undefined) warnOf(directory, localName);
  return otherDirectory(directory, crosswalkOf(host), failure);
}

/** Said once to the person who embeds the widget; a visitor reads that the list could not be reached. */
function warnOf(directory: string, tag: string): void {
  const isWrong = directory
    .trim()
    .split(/\s+/)
    .some(url => !isDirectoryUrl(url));
  const says = !directory.trim()
    ? `<${tag}> has no "directory" attribute, so it has nothing to search. Set directory="https://…".`
    : isWrong && `"directory" on <${tag}> is not an https URL (http is allowed for localhost).`;
  // eslint-disable-next-line no-console -- it is for that person, and for no log.
  if (says) console.warn(`held-spaces: ${says}`);
}

/** What a person should know of the list, above it. */
export function listNotes(notes: ListNotes, level: number, retry: () => void): TemplateResult {
  const {isFromFeed, unreached, isCut, isPartlyUnreadable} = notes;
  const note = (is: boolean, words: () => string) => (is ? html`<p class="small soft">${words()}</p>` : nothing);
  return html`
    ${unreached.length ? partial(unreached, level, retry) : nothing}
    ${note(isCut, () =>
      msg('This list is very long. We could not load all of it, so some spaces may be missing.', {
        id: 'finder.state.feed-cut',
      }),
    )}
    ${note(isPartlyUnreadable, () =>
      msg('Part of this list could not be read. We show the rest.', {id: 'finder.state.unreadable'}),
    )}
    ${note(isFromFeed, () =>
      msg(
        'This list comes from another service. It can see that someone looked, and which spaces they opened. It cannot see what you chose.',
        {id: 'finder.private.feed'},
      ),
    )}
  `;
}

function partial(unreached: readonly string[], level: number, retry: () => void): TemplateResult {
  const directories = listWords(unreached);
  return html`<div class="panel state">
    ${heading(level + 1, msg('Some spaces may be missing', {id: 'finder.state.partial.title'}), {
      className: 'small-heading',
    })}
    <p>${msg(str`We could not reach: ${directories}`, {id: 'finder.state.partial.text'})}</p>
    <button type="button" class="button" @click=${retry}>
      ${msg('Try that list again', {id: 'finder.state.partial.retry'})}
    </button>
  </div>`;
}
