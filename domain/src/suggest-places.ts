import {findPlaces, placeOfOutcode, placeOfTown, townsOf, type Place, type PlaceFile} from './places.js';
import {fold} from './text.js';

const byName = new Intl.Collator('en', {numeric: true});

/**
 * Up to `limit` places whose name begins with what has been typed so far: those named so in full first, then the
 * larger before the smaller, in order of name. A word inside a town's name may match too, after those.
 */
export function suggestPlaces(file: PlaceFile, text: string, limit: number): readonly Place[] {
  const wanted = fold(text);
  if (!wanted) return [];
  const code = wanted.replaceAll(' ', '').toUpperCase();
  const isMeant = new Set(findPlaces(file, text).map(({name}) => name));
  const ranked: {readonly rank: number; readonly place: Place}[] = [];
  for (const {row, names} of townsOf(file)) {
    const [name = ''] = names;
    const rank = isMeant.has(row[0]) ? 0 : name.startsWith(wanted) ? 1 : ` ${name}`.includes(` ${wanted}`) ? 2 : 3;
    if (rank < 3) ranked.push({rank, place: placeOfTown(file, row)});
  }
  for (const row of file.outcodes) {
    if (isMeant.has(row[0])) ranked.push({rank: 0, place: placeOfOutcode(file, row)});
    else if (row[0].startsWith(code)) ranked.push({rank: 1, place: placeOfOutcode(file, row)});
  }
  return ranked
    .sort(
      (a, b) => a.rank - b.rank || b.place.radiusKm - a.place.radiusKm || byName.compare(a.place.name, b.place.name),
    )
    .slice(0, limit)
    .map(({place}) => place);
}
