import type {AreaFile, AreaIndex, DetailsFile} from './area-file.js';
import type {PlaceFile} from './places.js';

/*
 * What a page must know of a file that came over the network before it draws from it, small enough to ship to every
 * page: the texts and the lists that everything else relies on. `read-files.ts` checks every field, for whoever publishes.
 */

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown) => Object(value) === value;

/** Throws where one of `paths`, which are joined by spaces, leads to something else than it should. `at` stands before it. */
function need(is: (value: unknown) => boolean, paths: string, value: unknown, at = ''): void {
  for (const path of paths.split(' ')) {
    const found = path.split('.').reduce((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
    if (!is(found)) throw new SyntaxError(`${at}${path} is missing, or of another type.`);
  }
}

/** The area index. @throws {SyntaxError} naming what is wrong, as do the others. */
export function receivedIndex(value: unknown): AreaIndex {
  need(isText, 'generated anywhere.href anywhere.detailsHref', value);
  need(Array.isArray, 'areas', value);
  const index = value as AreaIndex;
  index.areas.forEach((area, at) => {
    need(isText, 'href detailsHref', area, `areas[${at}].`);
    need(Array.isArray, 'bbox', area, `areas[${at}].`);
  });
  return index;
}

/** An area file. Ids that this version does not know stay in it, and have no name. */
export function receivedSpaces(value: unknown): AreaFile {
  need(Array.isArray, 'spaces', value);
  const file = value as AreaFile;
  file.spaces.forEach((space, at) => {
    need(isText, 'id name status provenance.source', space, `spaces[${at}].`);
    need(isObject, 'contact disclosure.answers', space, `spaces[${at}].`);
    need(
      Array.isArray,
      'kinds deliveries schedules waysIn audiences languages stages.declared stages.suggested areaServed.nations',
      space,
      `spaces[${at}].`,
    );
    space.schedules.forEach((schedule, index) =>
      need(Array.isArray, 'byday', schedule, `spaces[${at}].schedules[${index}].`),
    );
  });
  return file;
}

/** A details file. */
export function receivedDetails(value: unknown): DetailsFile {
  need(isObject, 'details', value);
  const file = value as DetailsFile;
  for (const [id, details] of Object.entries(file.details)) {
    need(Array.isArray, 'access', details, `details.${id}.`);
    need(isObject, 'provenance', details, `details.${id}.`);
  }
  return file;
}

/** The place file. */
export function receivedPlaces(value: unknown): PlaceFile {
  need(Array.isArray, 'regions towns outcodes', value);
  return value as PlaceFile;
}
