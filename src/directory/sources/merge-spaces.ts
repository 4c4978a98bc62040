import type {SpaceCard} from '@held-spaces/domain/area-file';
import {fold} from '@held-spaces/domain/text';

/** The spaces of one directory. */
export interface SpacesOf {
  readonly name: string;
  readonly spaces: readonly SpaceCard[];
}

/** A space of the merged list, and which card of which list it is. */
export interface MergedSpace {
  readonly space: SpaceCard;
  readonly from: {readonly list: number; readonly card: SpaceCard};
}

/** Words that organisations add to a name or leave out. The importer's check for duplicates leaves out the same. */
const nameOf = ({name}: SpaceCard) =>
  fold(name)
    .replace(/\b(?:the|a|ltd|limited|cic|cio|charity|uk)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const bareNumber = (phone: string | undefined) => phone?.replace(/^\+44\s*(?:\(0\))?/, '0').replace(/\D/g, '');

/** An id that no two services of the world share. Anything else is only an id within its feed. */
const isUuid = (id: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

/**
 * Whether two spaces of the same name are one: the same phone in the same postcode district, or the same whole postcode
 * with no two phones that differ. An area file names the district alone, so whole postcodes can often not be compared.
 */
function areOne(a: SpaceCard, b: SpaceCard): boolean {
  const [phoneA, phoneB] = [a, b].map(({contact}) => bareNumber(contact.phone));
  const [postcodeA = '', postcodeB = ''] = [a, b].map(({location}) => location?.address?.postcode);
  const areWhole = postcodeA.includes(' ') && postcodeB.includes(' ');
  if (areWhole && postcodeA !== postcodeB) return false;
  if (phoneA && phoneB) return phoneA === phoneB && postcodeA.split(' ')[0] === postcodeB.split(' ')[0];
  return areWhole;
}

/** Of two cards of one space, the one that somebody checked later; of equals the one whose directory was named first. */
const isChecked = (card: SpaceCard) => card.provenance.checked ?? '';

/**
 * One list of several directories', each space once. Two are one where they have the same id, provided that it is a UUID, or the
 * same name with the same postcode and phone (see `areOne`). Two services of one directory are never made one: it knows
 * better. The record that was checked last stands, and names every directory that lists the space.
 */
export function mergeSpaces(lists: readonly SpacesOf[]): readonly MergedSpace[] {
  const merged: {card: SpaceCard; list: number; readonly lists: Set<number>}[] = [];
  const byKey = new Map<string, (typeof merged)[number][]>();
  const keysOf = (card: SpaceCard) => [`name ${nameOf(card)}`, ...(isUuid(card.id) ? [`id ${card.id}`] : [])];
  lists.forEach(({spaces}, list) => {
    for (const card of spaces) {
      const alike = keysOf(card).flatMap(key => byKey.get(key) ?? []);
      const same = alike.find(
        other => !other.lists.has(list) && ((isUuid(card.id) && other.card.id === card.id) || areOne(other.card, card)),
      );
      const kept = same ?? {card, list, lists: new Set<number>()};
      if (same && isChecked(card) > isChecked(same.card)) Object.assign(same, {card, list});
      kept.lists.add(list);
      if (!same) merged.push(kept);
      for (const key of keysOf(card)) {
        const known = byKey.get(key) ?? [];
        if (!known.includes(kept)) byKey.set(key, [...known, kept]);
      }
    }
  });
  return merged.map(({card, list, lists: listedBy}) => {
    const names = [...listedBy].map(index => lists[index]?.name ?? '');
    return {
      from: {list, card},
      space: {
        ...card,
        id: isUuid(card.id) ? card.id : `${lists[list]?.name ?? ''}/${card.id}`,
        ...(names.length > 1 && {provenance: {...card.provenance, source: names.join(', ')}}),
      },
    };
  });
}
