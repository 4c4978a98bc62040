import {deliveries, isOneOf, kinds, stages} from '@held-spaces/domain/vocabularies';
import {noChoices, type Choices} from '../choices.js';

/**
 * A link to the page that holds the finder. What a person ticks goes into its fragment and nowhere else: a browser sends
 * that to nobody. https://www.rfc-editor.org/rfc/rfc9110#section-7.1
 */

/** Begins the fragment of a shared link. */
export const sharedMark = '#held:';

/** What a person ticked to share, or what came with a link. */
export interface Shared {
  readonly place?: string | undefined;
  readonly choices?: Choices | undefined;
  readonly space?: string | undefined;
}

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
  if (choices) {
    for (const name of ['stages', 'kinds', 'deliveries'] as const) {
      if (choices[name].length) fields.set(name, choices[name].join(' '));
    }
    if (choices.openNow) fields.set('open', 'now');
    if (choices.leaveOutUnknown) fields.set('unknown', 'out');
  }
  const fragment = fields.toString();
  return fragment ? page + sharedMark + fragment : page;
}

/** What stands in a fragment. What nobody here could have chosen is left out of it. */
export function readShared(fragment: string): Shared | undefined {
  if (!fragment.startsWith(sharedMark)) return undefined;
  const fields = new URLSearchParams(fragment.slice(sharedMark.length));
  const among = <T extends string>(list: readonly T[], name: string) =>
    (fields.get(name) ?? '').split(' ').filter(id => isOneOf(list, id));
  const choices: Choices = {
    ...noChoices,
    stages: among(stages, 'stages'),
    kinds: among(kinds, 'kinds'),
    deliveries: among(deliveries, 'deliveries'),
    openNow: fields.get('open') === 'now',
    leaveOutUnknown: fields.get('unknown') === 'out',
  };
  return {
    place: fields.get('place')?.slice(0, 80),
    space: fields.get('space')?.slice(0, 200),
    choices,
  };
}

/** Reads the fragment of the page once, and takes it out of the address and of the history. */
export function takeShared(): Shared | undefined {
  const shared = readShared(location.hash);
  if (shared) history.replaceState(history.state, '', location.pathname + location.search);
  return shared;
}
