import {placeName, type Space} from './space.js';
import {fold} from './text.js';

type Readable = Pick<Space, 'name' | 'organization' | 'summary' | 'kinds' | 'location' | 'areaServed'>;

// Spaces are never changed in place, and every key that is typed asks them all again.
const made = new WeakMap<object, string>();

function textOf(space: Readable): string {
  const {name, organization, summary, kinds, location, areaServed} = space;
  const text =
    made.get(space) ??
    fold(
      [
        name,
        organization?.name,
        summary,
        ...kinds,
        placeName({...(location && {location})}),
        location?.address?.locality,
        areaServed.region,
      ]
        .filter(Boolean)
        .join(' '),
    );
  made.set(space, text);
  return text;
}

/** Words to look for, as they are compared: `undefined` when there are none. */
export function wordsOf(text: string | undefined): readonly string[] | undefined {
  const words = fold(text ?? '')
    .split(' ')
    .filter(Boolean);
  return words.length > 0 ? words : undefined;
}

/** Whether every word stands in what a space says of itself: name, organisation, summary, kinds and place. */
export function hasWords(space: Readable, words: readonly string[]): boolean {
  const text = textOf(space);
  return words.every(word => text.includes(word));
}
