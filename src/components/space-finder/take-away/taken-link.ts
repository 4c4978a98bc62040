import type {Widget} from '../../../internal/drawn-element.js';
import type {Choices} from '../choices.js';
import type {Asked} from '../finding.js';
import {readChoices} from './shared-choices.js';
import {sharedMark, type Shared} from './shared-mark.js';
import {toolsOf} from './tools.js';

/** What stands in a fragment. What nobody here could have chosen is left out of it. */
export function readShared(fragment: string): Shared | undefined {
  if (!fragment.startsWith(sharedMark)) return undefined;
  const fields = new URLSearchParams(fragment.slice(sharedMark.length));
  return {
    place: fields.get('place')?.slice(0, 80),
    space: fields.get('space')?.slice(0, 200),
    choices: readChoices(fields),
  };
}

/**
 * Reads the fragment of the page once, and takes it out of the address and of the history. Then it does in the finder what
 * the one who shared the link had ticked.
 */
export function takeShared(host: Widget, choose: (choices: Choices) => void, look: (asked: Asked) => void): void {
  const shared = readShared(location.hash);
  if (!shared) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  const {place, space, choices} = shared;
  if (choices) choose(choices);
  toolsOf(host).sharedSpace = space;
  if (place) look({kind: 'text', text: place});
  else if (space) look({kind: 'anywhere'});
}
