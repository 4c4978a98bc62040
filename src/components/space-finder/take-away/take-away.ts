import type {Result} from '@held-spaces/domain/search';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {css} from '../../../internal/css.js';
import {heading} from '../../../internal/heading.js';
import {choiceWords} from '../choice-words.js';
import {choicesInUse} from '../choosing.js';
import {leafletEntry, asText, type LeafletEntry} from './leaflet-words.js';
import {leaflet, printLeaflet} from './print-leaflet.js';
import {pageAddress, sharedLink} from './shared-link.js';
import type {Shared} from './shared-mark.js';
import type {FinderTools, ToolsView} from './tools.js';

export {takeShared} from './taken-link.js';

/** Paper, text, a link and the short list. Fetched when one of them is asked for. */

export const styles = css`
  .tools-panel {
    display: grid;
    gap: var(--_space-3);
    margin-block-start: var(--_space-2);
  }

  .kept li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: var(--_space-4);
    border-block-end: 1px solid var(--_line);
  }

  .holds li::before {
    content: '– ';
    content: '– ' / '';
  }

  .shared-link {
    inline-size: 100%;
  }
`;

/** The whole of each space, as far as it can be had; its card where it cannot. */
async function entriesOf(results: readonly Result[], view: ToolsView): Promise<readonly LeafletEntry[]> {
  const {source, found, staleAfterDays} = view;
  const now = new Date();
  const {weekLines, webLink} = await import('../details-view.js');
  return Promise.all(
    results.map(async ({space}) => {
      const whole = await source?.details(space, found.found.index).catch(() => undefined);
      return leafletEntry(whole ?? space, {now, staleAfterDays, weekLines, webLink});
    }),
  );
}

/** How many spaces one leaflet holds. More would be a book, and the list beyond is hardly near. */
const mostPrinted = 40;

/** Prints a leaflet of some spaces. */
export async function printResults(results: readonly Result[], view: ToolsView, print?: () => void): Promise<void> {
  const [entries, qr] = await Promise.all([
    entriesOf(results.slice(0, mostPrinted), view),
    import('./qr-code.js').catch(() => undefined),
  ]);
  const content = leaflet({entries, address: pageAddress(), nation: view.found.place?.nation, now: new Date(), qr});
  printLeaflet(content, print);
}

/** Copies words, or says that it could not. */
async function copy(tools: FinderTools, words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    tools.say(msg('Copied', {id: 'finder.copied'}));
    return true;
  } catch {
    tools.say(
      msg('We could not copy it. You can select the words and copy them yourself.', {id: 'finder.copy.failed'}),
    );
    return false;
  }
}

const panel = (level: number, title: string, content: TemplateResult, close: () => void) =>
  html`<section class="panel tools-panel" aria-labelledby="tools-panel">
    ${heading(level + 1, title, {className: 'small-heading', id: 'tools-panel', focusable: true})} ${content}
    <p>
      <button type="button" class="link" @click=${close}>${msg('Close', {id: 'common.close'})}</button>
    </p>
  </section>`;

const privacyOfPaper = () =>
  html`<p class="small soft">${msg('Other people may see what you print.', {id: 'finder.print.privacy'})}</p>`;

/** Words that could not be copied for the person, to be selected. */
const uncopied = new WeakMap<FinderTools, string>();

/** The short list, with what to do with it. */
export function listPanel(tools: FinderTools, view: ToolsView): TemplateResult {
  const {results} = tools.shortList;
  const title = msg('My short list', {id: 'finder.list.title'});
  const words = uncopied.get(tools);
  const copyList = async () => {
    const text = asText(await entriesOf(results, view), new Date());
    if (await copy(tools, text)) uncopied.delete(tools);
    else uncopied.set(tools, text);
    tools.say(tools.said);
  };
  return panel(
    view.level,
    title,
    results.length
      ? html`<ul class="kept">
            ${results.map(
              result =>
                html`<li>
                  <button type="button" class="link" @click=${() => view.open?.(result)}>${result.space.name}</button>
                  <button
                    type="button"
                    class="link"
                    @click=${() => {
                      tools.shortList.toggle(result);
                      tools.say(msg(str`Removed: ${result.space.name}`, {id: 'finder.list.removed'}));
                      tools.focusPanel();
                    }}
                  >
                    ${msg('Take off my short list', {id: 'finder.list.remove'})}<span class="visually-hidden"
                      >: ${result.space.name}</span
                    >
                  </button>
                </li>`,
            )}
          </ul>
          <p class="small soft">
            ${msg('Your short list goes when you close this page. Print it or copy it to keep it.', {id: 'finder.list.note'})}
          </p>
          <div class="actions">
            <button type="button" class="button" @click=${() => void printResults(results, view)}>
              ${msg('Print my short list', {id: 'finder.print.list'})}
            </button>
            <button type="button" class="button" @click=${() => void copyList()}>
              ${msg('Copy', {id: 'finder.copy'})}
            </button>
          </div>
          ${words ? html`<textarea class="field" rows="8" readonly aria-label=${title} .value=${words}></textarea>` : nothing}
          ${privacyOfPaper()}`
      : html`<p>${msg('Nothing on your short list yet.', {id: 'finder.list.empty'})}</p>`,
    () => tools.close(),
  );
}

/** What a person has ticked for their link. Forgotten with the finder. */
interface Ticked {
  place: boolean;
  choices: boolean;
  space: boolean;
}

const ticks = new WeakMap<FinderTools, Ticked>();

/** A link to the page, which holds nothing of the person's unless they tick it. */
export function sharePanel(tools: FinderTools, view: ToolsView, of: Result | undefined): TemplateResult {
  const ticked = ticks.get(tools) ?? {place: false, choices: false, space: false};
  ticks.set(tools, ticked);
  const hasSpace = ticked.space && of;
  const shared: Shared = {
    // A space is found again near its own place, which says nothing of where the person is.
    place: (ticked.place && view.found.placeName) || (hasSpace && ownPlaceOf(of)) || undefined,
    choices: ticked.choices ? view.choices : undefined,
    space: hasSpace ? of.space.id : undefined,
  };
  const link = sharedLink(pageAddress(), shared);
  const held = heldWords(shared, hasSpace ? of.space.name : undefined);
  const tick = (name: keyof Ticked, words: string) =>
    html`<label class="choice">
      <input
        type="checkbox"
        .checked=${ticked[name]}
        @change=${() => {
          ticked[name] = !ticked[name];
          tools.say('');
        }}
      />
      <span>${words}</span>
    </label>`;
  const isBare = !link.includes('#');
  const title = msg('Share a link', {id: 'finder.share'});
  return panel(
    view.level,
    title,
    html`
      <p>
        ${
          isBare
            ? msg('This link holds nothing about you. It does not say what you need or where you are.', {
                id: 'finder.share.note',
              })
            : msg('Anyone who has the link can read what you add. It may stay in the browser history.', {
                id: 'finder.share.include.warning',
              })
        }
      </p>
      ${
        held.length
          ? html`<div>
              <p class="label">${msg('This link says:', {id: 'finder.share.holds'})}</p>
              <ul class="holds">
                ${held.map(words => html`<li>${words}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      <input class="field shared-link" type="text" readonly aria-label=${title} .value=${link} />
      <div>
        ${of ? tick('space', msg(str`Add this space: ${of.space.name}`, {id: 'finder.share.space'})) : nothing}
        ${view.found.placeName ? tick('place', msg('Add the place I typed', {id: 'finder.share.include.place'})) : nothing}
        ${tick('choices', msg('Add what I chose', {id: 'finder.share.include.choices'}))}
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${() => void copy(tools, link)}>
          ${msg('Copy', {id: 'finder.copy'})}
        </button>
        ${
          'share' in navigator
            ? html`<button type="button" class="button" @click=${() => void share(link)}>${title}</button>`
            : nothing
        }
      </div>
    `,
    () => tools.close(),
  );
}

/** All that a link would tell whoever reads it, a line each. */
function heldWords({place, choices, space}: Shared, spaceName: string | undefined): readonly string[] {
  const unknown = choices?.leaveOutUnknown
    ? `${msg('When a space has not told us', {id: 'finder.filter.unknown.legend'})}: ${msg('Leave it out', {id: 'finder.filter.unknown.leave-out'})}`
    : undefined;
  return [
    space && spaceName,
    place && `${msg('Place or postcode', {id: 'finder.where.label'})}: ${place}`,
    ...(choices ? choicesInUse(choices).map(choice => choiceWords(choice, choices)) : []),
    unknown,
  ].filter((words): words is string => Boolean(words));
}

/** The device's own way to share. Its title says nothing of distress. A person who changes their mind has not failed. */
const share = (url: string) =>
  navigator.share({title: msg('Safe spaces', {id: 'finder.print.title'}), url}).catch(() => undefined);

/** A space's own postcode district or town. */
function ownPlaceOf({space: {location}}: Result): string | undefined {
  return location?.address?.postcode?.split(' ')[0] ?? location?.address?.locality;
}
