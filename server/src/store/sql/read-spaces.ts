import {sql} from 'kysely';
import type {Transaction} from 'kysely';
import type {StoredSpace} from '../store.js';
import {StoredDocument} from '../stored-document.js';
import type {Engine, Tables} from './tables.js';

/** Rows that are read before other work gets a turn. */
const pageSize = 500;
const namesAtOnce = 5000;

/**
 * All spaces by name, page by page, so that requests are answered in between. The documents are read as they lie on the
 * disk and put in order after: by name, nearly every one of them would be on another page of the file.
 */
export async function readSpaces(
  transaction: Transaction<Tables>,
  spacesLieBy: Engine['spacesLieBy'],
): Promise<readonly StoredSpace[]> {
  const place = sql<string | number>`${sql.ref(spacesLieBy)}`;
  const documents = new Map<string, StoredSpace>();
  for (let last: string | number | undefined, isMore = true; isMore;) {
    const query = transaction
      .selectFrom('spaces')
      .select(['id', 'document', 'last_modified', place.as('place')])
      .orderBy(place)
      .limit(pageSize);
    const rows = await (last === undefined ? query : query.where(place, '>', last)).execute();
    for (const row of rows) documents.set(row.id, new StoredDocument(row.document, row.last_modified));
    last = rows.at(-1)?.place;
    isMore = rows.length === pageSize;
    await new Promise(resolve => setTimeout(resolve));
  }
  const spaces: StoredSpace[] = [];
  for (let last: {readonly name: string; readonly id: string} | undefined, isMore = true; isMore;) {
    const query = transaction
      .selectFrom('spaces')
      .select(['name', 'id'])
      .orderBy('name')
      .orderBy('id')
      .limit(namesAtOnce);
    const after = last;
    const rows = await (
      after
        ? query.where(({eb, refTuple, tuple}) => eb(refTuple('name', 'id'), '>', tuple(after.name, after.id)))
        : query
    ).execute();
    for (const {id} of rows) {
      const space = documents.get(id);
      if (space) spaces.push(space);
    }
    last = rows.at(-1);
    isMore = rows.length === namesAtOnce;
    await new Promise(resolve => setTimeout(resolve));
  }
  return spaces;
}
