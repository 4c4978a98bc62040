import type {SpaceCard} from '@held-spaces/domain/area-card';
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

/** One space of the merged list while it is made. */
interface Group {
  card: SpaceCard;
  /** Whose card that is. */
  list: number;
  readonly lists: Set<number>;
}

const checkedOf = ({provenance}: SpaceCard) => provenance.checked ?? '';

/**
 * One list of several directories', each space once. Two are one where they have the same id, provided that it is a UUID,
 * or the same name with the same postcode and phone (see `areOne`). Two services of one directory are not made one for
 * their names: it knows better. The record that was checked last stands, and names every directory that lists the space.
 */
export function mergeSpaces(lists: readonly SpacesOf[]): readonly MergedSpace[] {
  const groups: Group[] = [];
  const byId = new Map<string, Group>();
  const byName = new Map<string, Group[]>();
  const put = (card: SpaceCard, list: number, group: Group) => {
    if (checkedOf(card) > checkedOf(group.card)) Object.assign(group, {card, list});
    group.lists.add(list);
    if (isUuid(card.id)) byId.set(card.id, group);
    const named = byName.get(nameOf(card)) ?? [];
    if (!named.includes(group)) byName.set(nameOf(card), [...named, group]);
  };
  lists.forEach(({spaces}, list) => {
    const others: SpaceCard[] = [];
    // An id tells more than a name, so what has one that is known is put in its place first.
    for (const card of spaces) {
      const same = byId.get(card.id);
      if (same) put(card, list, same);
      else others.push(card);
    }
    for (const card of others) {
      const alike = byName.get(nameOf(card))?.find(group => !group.lists.has(list) && areOne(group.card, card));
      const group = alike ?? {card, list, lists: new Set<number>()};
      if (!alike) groups.push(group);
      put(card, list, group);
    }
  });
  return groups.map(({card, list, lists: listedBy}) => ({
    from: {list, card},
    space: {
      ...card,
      id: isUuid(card.id) ? card.id : `${list}/${card.id}`,
      ...(listedBy.size > 1 && {provenance: {...card.provenance, source: namesOf(lists, listedBy)}}),
    },
  }));
}

const namesOf = (lists: readonly SpacesOf[], indexes: ReadonlySet<number>) =>
  [...indexes].map(index => lists[index]?.name).join(', ');
