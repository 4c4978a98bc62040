import {writeChoices} from './shared-choices.js';
import {sharedMark, type Shared} from './shared-mark.js';

/**
 * A link to the page that holds the finder. What a person ticks goes into its fragment and nowhere else: a browser sends
 * that to nobody. https://www.rfc-editor.org/rfc/rfc9110#section-7.1
 */

/**
 * The page's own address, with nothing in it of anybody: its canonical address where it names one on its own site, or
 * else its origin and path. A query may hold what a host's own search was asked for.
 */
export function pageAddress({href}: {readonly href: string} = location): string {
  const own = new URL(href);
  const named = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href;
  const canonical = named && new URL(named).origin === own.origin ? new URL(named) : undefined;
  return canonical ? canonical.href.replace(/#.*$/, '') : own.origin + own.pathname;
}

/** The link, with what was ticked in its fragment; the bare address where nothing was. */
export function sharedLink(page: string, {place, choices, space}: Shared): string {
  const fields = new URLSearchParams();
  if (place) fields.set('place', place);
  if (space) fields.set('space', space);
  if (choices) writeChoices(choices, fields);
  const fragment = fields.toString();
  return fragment ? page + sharedMark + fragment : page;
}
