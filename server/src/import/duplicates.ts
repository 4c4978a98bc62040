/** Spaces of different sources that may be the same one. Found for people to look at, and never merged by a program. */
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
