/** Spaces of different sources that may be the same one. Found for people to look at, and merged by their word alone. */
import type {Space} from '@held-spaces/domain/space';
import {fold} from '@held-spaces/domain/text';

export type DuplicateReason = 'name-and-postcode' | 'name-and-phone';

export interface DuplicatePair {
  readonly reason: DuplicateReason;
  readonly spaces: readonly [Space, Space];
}

/** Words that organisations add to a name or leave out. */
const nameOf = (space: Space) =>
  fold(space.name)
    .replace(/\b(?:the|a|ltd|limited|cic|cio|charity|uk)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const bareNumber = (phone: string) => phone.replace(/^\+44\s*(?:\(0\))?/, '0').replace(/\D/g, '');

const keysOf = (space: Space): readonly (readonly [DuplicateReason, string])[] => {
  const name = nameOf(space);
  const postcode = space.location?.address?.postcode;
  const {phone} = space.contact;
  if (name === '') return [];
  return [
    ...(postcode === undefined ? [] : [['name-and-postcode', `${name}|${postcode.replace(/\s/g, '')}`] as const]),
    ...(phone === undefined ? [] : [['name-and-phone', `${name}|${bareNumber(phone)}`] as const]),
  ];
};

/**
 * A pair with the space first that is better kept: the one that stands for others already, or else the one that was
 * checked last.
 */
export function keepFirst(
  [first, second]: readonly [Space, Space],
  kept: ReadonlySet<string>,
): readonly [keep: Space, other: Space] {
  const rank = ({id, provenance}: Space) => `${kept.has(id) ? 1 : 0} ${provenance.checked ?? ''}`;
  return rank(second) > rank(first) ? [second, first] : [first, second];
}

/** Every pair of spaces of two sources with the same name and the same postcode or phone. Each pair once. */
export function findDuplicates(spaces: readonly Space[]): readonly DuplicatePair[] {
  const groups = new Map<string, {reason: DuplicateReason; spaces: Space[]}>();
  for (const space of spaces) {
    for (const [reason, key] of keysOf(space)) {
      const group = groups.get(`${reason}|${key}`) ?? {reason, spaces: []};
      group.spaces.push(space);
      groups.set(`${reason}|${key}`, group);
    }
  }
  const pairs = new Map<string, DuplicatePair>();
  for (const {reason, spaces: alike} of groups.values()) {
    for (const [index, first] of alike.entries()) {
      for (const second of alike.slice(index + 1)) {
        const key = [first.id, second.id].sort().join(' ');
        if (first.provenance.source === second.provenance.source || pairs.has(key)) continue;
        pairs.set(key, {reason, spaces: [first, second]});
      }
    }
  }
  return [...pairs.values()];
}
