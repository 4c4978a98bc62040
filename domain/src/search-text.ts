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

/**
 * Whether every word of `text` stands in what a space says of itself: name, organisation, summary, kinds and place.
 * `undefined` where there is no word to look for.
 */
export function withWords(text: string): ((space: Readable) => boolean) | undefined {
  const words = fold(text).split(' ').filter(Boolean);
  return words.length > 0 ? space => words.every(word => textOf(space).includes(word)) : undefined;
}
